package org.tanzhang.intake.returned;

import java.util.Arrays;
import org.tanzhang.quality.Severity;

/**
 * The faulty cells of one sheet, from top to bottom and in a row from left to right. Several findings on one cell make one
 * mark. A cell takes eight bytes, so that a sheet may be faulty in every one.
 */
final class FaultySheet {

    /** How a finding concerns a cell. */
    enum Part {
        /** It is about the cell. */
        OWN,
        /** The cell belongs to the relation of another one that it is about, and says so. */
        BESIDE
    }

    private static final int SEVERITIES = Severity.values().length;

    private static final int MARKS = SEVERITIES * Part.values().length;
    private static final int COLUMN_BITS = 14;

    /** Row, column and marks of a cell, from the highest bits down. */
    private long[] cells = new long[16];

    private int count;

    void add(int row, int column, Part part, Severity severity) {
        if (count == cells.length) {
            order();
            if (count > cells.length / 2) {
                cells = Arrays.copyOf(cells, cells.length * 2);
            }
        }
        cells[count++] = place(row, column) << MARKS | 1L << part.ordinal() * SEVERITIES + severity.ordinal();
    }

    /** Puts the cells in their order, each once. */
    void order() {
        Arrays.sort(cells, 0, count);
        int last = -1;
        for (int i = 0; i < count; i++) {
            if (last >= 0 && cells[last] >> MARKS == cells[i] >> MARKS) {
                cells[last] |= cells[i];
            } else {
                cells[++last] = cells[i];
            }
        }
        count = last + 1;
    }

    private static long place(int row, int column) {
        return (long) row << COLUMN_BITS | column;
    }

    /** How many cells there are. */
    int count() {
        return count;
    }

    /** The row of the cell of that number, zero-based. */
    int row(int number) {
        return (int) (cells[number] >> MARKS + COLUMN_BITS);
    }

    /** The column of the cell of that number, zero-based. */
    int column(int number) {
        return (int) (cells[number] >> MARKS & (1 << COLUMN_BITS) - 1);
    }

    /** The number of a cell among those from one on and before another; negative where it is none of them. */
    int number(int row, int column, int from, int before) {
        // a cell's place with no mark comes right before the cell, which has one
        long place = place(row, column) << MARKS;
        if (from >= before || place < cells[from] >> MARKS << MARKS || place > cells[before - 1]) {
            return -1;
        }
        int at = -Arrays.binarySearch(cells, from, before, place) - 1;
        return at < before && cells[at] >> MARKS == place >> MARKS ? at : -1;
    }

    boolean isEmpty() {
        return count == 0;
    }

    Walk walk() {
        return new Walk();
    }

    /** A way over the cells in their order. */
    final class Walk {

        private int at;

        boolean isDone() {
            return at == count;
        }

        /** Whether the next cell stands in a row before this one. */
        boolean isBefore(int row) {
            return !isDone() && row() < row;
        }

        /** Whether the next cell stands in this row, before this column. */
        boolean isBefore(int row, int column) {
            return !isDone() && row() == row && column() < column;
        }

        /** Whether the next cell stands in this row. */
        boolean isIn(int row) {
            return !isDone() && row() == row;
        }

        /** Whether this is the next cell. */
        boolean isAt(int row, int column) {
            return isIn(row) && column() == column;
        }

        int row() {
            return FaultySheet.this.row(at);
        }

        int column() {
            return FaultySheet.this.column(at);
        }

        /**
         * The colour of the gravest finding about the next cell, which is passed; a lighter one where the cell only belongs
         * to a relation that another cell is marked for.
         */
        Colour pass() {
            long marks = cells[at++];
            int all = (1 << SEVERITIES) - 1;
            long own = marks & all;
            long others = marks >> SEVERITIES & all;
            return own != 0 ? Colour.of(gravest(own)) : Colour.lightOf(gravest(others));
        }

        private static Severity gravest(long severities) {
            return Severity.values()[Long.numberOfTrailingZeros(severities)];
        }
    }
}
