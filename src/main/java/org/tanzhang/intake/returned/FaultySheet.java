package org.tanzhang.intake.returned;

import java.util.Arrays;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.tanzhang.quality.Severity;

/**
 * The faulty cells of one sheet, from top to bottom and in a row from left to right, and their comments. Several findings
 * on one cell make one mark. A cell takes eight bytes, so that a sheet may be faulty in every one.
 */
final class FaultySheet {

    /** How a finding concerns a cell. */
    enum Part {
        /** It is about the cell. */
        OWN,
        /** The cell belongs to the relation of another one that it is about, and says so. */
        BESIDE,
        /** Likewise, in a relation of so many cells that only the one it is about speaks. */
        SILENT
    }

    private static final int SEVERITIES = Severity.values().length;

    /** Marks that make a cell speak, in the order in which comments are given out while they last. */
    static final int SPEAKING = 2 * SEVERITIES;

    private static final int MARKS = SEVERITIES * Part.values().length;
    private static final int COLUMN_BITS = 14;

    /** Row, column and marks of a cell, from the highest bits down. */
    private long[] cells = new long[16];

    private int count;
    private final NavigableMap<Long, String> comments = new TreeMap<>();

    /** What a comment is given, at its cell, zero-based. */
    record Comment(int row, int column, String text) {}

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

    private static int row(long place) {
        return (int) (place >> COLUMN_BITS);
    }

    private static int column(long place) {
        return (int) (place & (1 << COLUMN_BITS) - 1);
    }

    /** How many cells have a mark as the first of those that make them speak. */
    int count(int mark) {
        int found = 0;
        for (int i = 0; i < count; i++) {
            found += firstMark(cells[i]) == mark ? 1 : 0;
        }
        return found;
    }

    private static int firstMark(long cell) {
        return Long.numberOfTrailingZeros(cell);
    }

    /** Lets up to {@code limit} cells with that first mark speak; returns how many. */
    int speak(int mark, int limit) {
        int speaking = 0;
        for (int i = 0; i < count && speaking < limit; i++) {
            if (firstMark(cells[i]) == mark) {
                comments.put(cells[i] >> MARKS, "");
                speaking++;
            }
        }
        return speaking;
    }

    /** Adds to what a cell says, if it speaks. */
    void say(int row, int column, UnaryOperator<String> more) {
        comments.computeIfPresent(place(row, column), (place, text) -> more.apply(text));
    }

    int comments() {
        return comments.size();
    }

    /** The comments, in the order of their cells. */
    Iterable<Comment> commented() {
        return () -> comments.entrySet().stream()
                .map(e -> new Comment(row(e.getKey()), column(e.getKey()), e.getValue()))
                .iterator();
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
            return FaultySheet.row(cells[at] >> MARKS);
        }

        int column() {
            return FaultySheet.column(cells[at] >> MARKS);
        }

        /**
         * The colour of the gravest finding about the next cell, which is passed; a lighter one where the cell only belongs
         * to a relation that another cell is marked for.
         */
        Colour pass() {
            long marks = cells[at++];
            int all = (1 << SEVERITIES) - 1;
            long own = marks & all;
            long others = (marks >> SEVERITIES | marks >> 2 * SEVERITIES) & all;
            return own != 0 ? Colour.of(gravest(own)) : Colour.lightOf(gravest(others));
        }

        private static Severity gravest(long severities) {
            return Severity.values()[Long.numberOfTrailingZeros(severities)];
        }
    }
}
