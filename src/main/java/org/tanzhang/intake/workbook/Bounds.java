package org.tanzhang.intake.workbook;

import org.tanzhang.observation.CellAddress;

/** The bounds of a sheet as Excel has them (ECMA-376 does not give any; Excel 2007 and later: 1,048,576 by 16,384). */
final class Bounds {

    static final int ROWS = 1 << 20;
    static final int COLUMNS = 1 << 14;

    /** Characters of one cell. A quote that is never closed makes a longer one of a text file. */
    static final int TEXT = 32_767;

    private Bounds() {}

    static void check(long row, long column) throws UnreadableWorkbookException {
        if (row < 0 || row >= ROWS || column < 0 || column >= COLUMNS) {
            throw new UnreadableWorkbookException(
                    UnreadableWorkbookException.DAMAGED,
                    new CellAddress("", (int) Math.min(row, Integer.MAX_VALUE - 1), (int)
                                    Math.min(column, Integer.MAX_VALUE - 1))
                            .a1());
        }
    }

    static void checkText(int length, int row, int column) throws UnreadableWorkbookException {
        if (length > TEXT) {
            throw new UnreadableWorkbookException(
                    UnreadableWorkbookException.DAMAGED,
                    new CellAddress("", row, column).a1() + ": " + length + " > " + TEXT);
        }
    }
}
