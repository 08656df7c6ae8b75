package org.tanzhang.observation;

/**
 * A cell of a workbook, printed {@code Sheet!C17}.
 *
 * @param sheet the sheet's name
 * @param row zero-based
 * @param column zero-based
 */
public record CellAddress(String sheet, int row, int column) {

    /** The address within its sheet, such as {@code C17}. */
    public String a1() {
        StringBuilder letters = new StringBuilder();
        for (int c = column; c >= 0; c = c / 26 - 1) {
            letters.insert(0, (char) ('A' + c % 26));
        }
        return letters.append(row + 1).toString();
    }

    @Override
    public String toString() {
        return sheet + "!" + a1();
    }
}
