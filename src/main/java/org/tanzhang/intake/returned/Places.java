package org.tanzhang.intake.returned;

import java.util.Arrays;

/** Places on a sheet, zero-based, eight bytes each: a sheet of a million comments is nothing unusual that came back. */
final class Places {

    private long[] places = new long[16];
    private int count;
    private boolean sorted = true;

    void add(int row, int column) {
        if (count == places.length) {
            places = Arrays.copyOf(places, 2 * count);
        }
        places[count++] = place(row, column);
        sorted = false;
    }

    boolean contains(int row, int column) {
        if (!sorted) {
            Arrays.sort(places, 0, count);
            sorted = true;
        }
        return Arrays.binarySearch(places, 0, count, place(row, column)) >= 0;
    }

    private static long place(int row, int column) {
        return (long) row << Integer.SIZE | column;
    }

    boolean isEmpty() {
        return count == 0;
    }
}
