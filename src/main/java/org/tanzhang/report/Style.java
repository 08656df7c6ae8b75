package org.tanzhang.report;

/** How a cell of the workbook looks. */
enum Style {
    TITLE,
    SUBTITLE,
    NOTE,
    ALERT,
    /** caption over the columns of scope 1, or of a plain list */
    HEADER,
    /** caption over columns that are never added to scope 1 */
    HEADER_APART,
    TEXT,
    TEXT_CENTRE,
    WRAPPED,
    ENGLISH,
    NUMBER,
    /** a sum that lacks something: printed with an asterisk */
    NUMBER_INCOMPLETE,
    /** NE in the place of a number */
    MISSING,
    SHARE,
    /** a quotient, printed with four decimals */
    RATIO,
    /** a value as its source states it, not rounded */
    STATED,
    TOTAL_TEXT,
    TOTAL_NUMBER,
    TOTAL_INCOMPLETE,
    TOTAL_MISSING,
    TOTAL_SHARE,
    BLOCK_TEXT,
    BLOCK_NUMBER,
    BLOCK_INCOMPLETE,
    BLOCK_MISSING,
    LINK,
    ERROR,
    WARNING,
    INFO;

    /** The same look for a sum with something missing. */
    Style incomplete() {
        return switch (this) {
            case TOTAL_NUMBER -> TOTAL_INCOMPLETE;
            case BLOCK_NUMBER -> BLOCK_INCOMPLETE;
            default -> NUMBER_INCOMPLETE;
        };
    }

    /** The same look for NE in the place of the number. */
    Style missing() {
        return switch (this) {
            case TOTAL_NUMBER -> TOTAL_MISSING;
            case BLOCK_NUMBER -> BLOCK_MISSING;
            default -> MISSING;
        };
    }
}
