package org.tanzhang.observation;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A cell of a workbook, printed {@code Sheet!C17}.
 *
 * @param sheet the sheet's name
 * @param row zero-based
 * @param column zero-based
 */
public record CellAddress(String sheet, int row, int column) {

    private static final Pattern A1 = Pattern.compile("([A-Z]{1,6})(\\d{1,9})");

    /**
     * The address that {@link #toString()} printed.
     *
     * @throws IllegalArgumentException when the text is none
     */
    public static CellAddress parse(String text) {
        int mark = text.lastIndexOf('!');
        Matcher place = A1.matcher(text.substring(mark + 1));
        if (mark < 0 || !place.matches()) {
            throw new IllegalArgumentException("not a cell: " + text);
        }
        int column = 0;
        for (char letter : place.group(1).toCharArray()) {
            column = column * 26 + letter - 'A' + 1;
        }
        return new CellAddress(text.substring(0, mark), Integer.parseInt(place.group(2)) - 1, column - 1);
    }

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
