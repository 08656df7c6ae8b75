package org.tanzhang.intake.workbook;

/**
 * A filled cell.
 *
 * @param row zero-based
 * @param column zero-based
 * @param text the stored text; for a number its stored digits, for an error its code such as {@code #DIV/0!}
 */
public record SheetCell(int row, int column, Kind kind, String text) {

    /** What a cell holds. */
    public enum Kind {
        TEXT,
        NUMBER,
        BOOLEAN,
        ERROR
    }
}
