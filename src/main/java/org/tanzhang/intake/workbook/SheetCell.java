package org.tanzhang.intake.workbook;

/**
 * A filled cell.
 *
 * @param row zero-based
 * @param column zero-based
 * @param text the stored text; for a number its stored digits, for a date ISO 8601 ({@code 2024-03-15}), for an error its
 *     code such as {@code #DIV/0!}, for a formula that nobody has calculated the formula with its equals sign
 */
public record SheetCell(int row, int column, Kind kind, String text) {

    /** What a cell holds. */
    public enum Kind {
        TEXT,
        NUMBER,
        BOOLEAN,
        ERROR,
        /** A number that its format shows as a day or an hour, counted from 1900 or 1904 as the workbook says. */
        DATE,
        /** A formula whose result the file does not hold: written by a program and never opened in a spreadsheet. */
        UNCALCULATED
    }
}
