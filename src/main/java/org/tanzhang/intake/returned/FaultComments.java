package org.tanzhang.intake.returned;

import java.util.Arrays;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.tanzhang.observation.CellAddress;
import org.tanzhang.quality.Finding;
import org.tanzhang.quality.FindingWords;

/**
 * What the faulty cells of one sheet say, each one comment, in the order of the cells. However many there are, a part is
 * held at a time: for each piece the findings are gone over anew.
 */
final class FaultComments implements Iterable<FaultComments.Comment> {

    /** Comments that are held at a time, of some hundred bytes each: a quarter of the memory. */
    private static final int PIECE =
            (int) Math.min(1 << 20, Runtime.getRuntime().maxMemory() / 1024);

    /** What a comment can show; the list in front has the whole text. */
    private static final int LENGTH = 8_000;

    private final Findings findings;
    private final String sheet;
    private final FaultySheet cells;
    private final FindingWords words;

    /** How many rows high the box of each must be, of the first that are known. */
    private final byte[] boxes;

    private int known;

    /** What a cell says, its place zero-based. */
    record Comment(int row, int column, String text) {}

    FaultComments(Findings findings, String sheet, FaultySheet cells, FindingWords words) {
        this.findings = findings;
        this.sheet = sheet;
        this.cells = cells;
        this.words = words;
        boxes = new byte[cells.count()];
    }

    /** How many there are. */
    int count() {
        return cells.count();
    }

    boolean isEmpty() {
        return cells.isEmpty();
    }

    int row(int number) {
        return cells.row(number);
    }

    int column(int number) {
        return cells.column(number);
    }

    /** How many rows high the box of the comment of that number must be. */
    int boxRows(int number) {
        if (number >= known) {
            forEach(comment -> {});
        }
        return boxes[number];
    }

    @Override
    public Iterator<Comment> iterator() {
        return new Iterator<>() {

            private final Piece piece = new Piece();
            private int at;

            @Override
            public boolean hasNext() {
                return at < cells.count();
            }

            @Override
            public Comment next() {
                if (!hasNext()) {
                    throw new NoSuchElementException();
                }
                if (at == piece.before) {
                    piece.gather(at);
                }
                Comment comment = piece.comment(at);
                boxes[at] = (byte) CommentShapes.boxRows(comment.text());
                known = Math.max(known, ++at);
                return comment;
            }
        };
    }

    /** The comments of neighbouring cells: first what is wrong with a cell itself, then what with others. */
    private final class Piece {

        private final @Nullable String[] own = new String[Math.min(PIECE, cells.count())];
        private final @Nullable String[] beside = new String[own.length];
        private int from;
        private int before;

        /** What is said of the cells from one on. */
        void gather(int first) {
            Arrays.fill(own, null);
            Arrays.fill(beside, null);
            from = first;
            before = Math.min(cells.count(), first + own.length);
            findings.forEach(this::say);
        }

        private void say(ReturnedFinding returned) {
            Finding finding = returned.finding();
            if (finding.cell() != null) {
                say(own, finding.cell(), returned, () -> words.of(finding));
            }
            for (CellAddress other : finding.related()) {
                say(beside, other, returned, () -> "此格与 " + finding.cell() + " 的问题有关，说明见该格。");
            }
        }

        private void say(@Nullable String[] texts, CellAddress at, ReturnedFinding returned, Supplier<String> what) {
            int number = at.sheet().equals(sheet) ? cells.number(at.row(), at.column(), from, before) : -1;
            if (number >= 0) {
                texts[number - from] = joined(texts[number - from], line(returned, what.get()));
            }
        }

        Comment comment(int number) {
            String text = joined(own[number - from], beside[number - from]);
            return new Comment(cells.row(number), cells.column(number), text);
        }
    }

    private static String line(ReturnedFinding returned, String what) {
        Finding finding = returned.finding();
        return "[" + FindingTable.name(finding.severity()) + " " + finding.rule() + "] " + what
                + (returned.isAccepted() ? FindingTable.accepted(returned) : "");
    }

    private static String joined(@Nullable String before, @Nullable String line) {
        if (before == null || line == null) {
            return before == null ? line == null ? "" : line : before;
        }
        if (before.length() > LENGTH) {
            return before;
        }
        String both = before + "\n" + line;
        return both.length() > LENGTH ? both.substring(0, LENGTH) + "…" : both;
    }
}
