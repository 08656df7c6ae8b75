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
 * What the faulty cells of a workbook say, each one comment, in the order of the sheets and their cells. However many there
 * are, a part is held at a time: for each piece the findings are gone over anew.
 */
final class FaultComments {

    /** What a comment can show; the list in front has the whole text. */
    private static final int LENGTH = 8_000;

    /** Comments that are held at a time at most. */
    private static final int PIECE =
            (int) Math.min(1 << 20, Runtime.getRuntime().maxMemory() / 1024);

    /** Characters that are held at a time, of two bytes: a quarter of the memory. */
    private static final long HELD = Runtime.getRuntime().maxMemory() / 8;

    private final Findings findings;
    private final FaultyCells cells;
    private final FindingWords words;
    private final Piece piece;

    /** What a cell says, its place zero-based. */
    record Comment(int row, int column, String text) {}

    FaultComments(Findings findings, FaultyCells cells, FindingWords words) {
        this.findings = findings;
        this.cells = cells;
        this.words = words;
        piece = new Piece(Math.min(PIECE, cells.count()));
    }

    OnSheet on(String sheet) {
        return new OnSheet(cells.in(sheet), cells.before(sheet));
    }

    /** What the cells of one sheet say. */
    final class OnSheet implements Iterable<Comment> {

        private final FaultySheet sheet;

        /** How many cells of the workbook come before the sheet's first. */
        private final int first;

        /** How many rows high the box of each must be, of the first that are known. */
        private final byte[] boxes;

        private int known;

        private OnSheet(FaultySheet sheet, int first) {
            this.sheet = sheet;
            this.first = first;
            boxes = new byte[sheet.count()];
        }

        int count() {
            return sheet.count();
        }

        boolean isEmpty() {
            return sheet.isEmpty();
        }

        int row(int number) {
            return sheet.row(number);
        }

        int column(int number) {
            return sheet.column(number);
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

                private int at;

                @Override
                public boolean hasNext() {
                    return at < count();
                }

                @Override
                public Comment next() {
                    if (!hasNext()) {
                        throw new NoSuchElementException();
                    }
                    Comment comment = new Comment(row(at), column(at), piece.text(first + at));
                    boxes[at] = (byte) CommentShapes.boxRows(comment.text());
                    known = Math.max(known, ++at);
                    return comment;
                }
            };
        }
    }

    /**
     * The comments of cells that follow each other: first what is wrong with a cell itself, then what with others. Where
     * they grow too long, the last ones are given up for now.
     */
    private final class Piece {

        private final @Nullable String[] own;
        private final @Nullable String[] beside;
        private int from;
        private int before;
        private long held;

        Piece(int size) {
            own = new String[size];
            beside = new String[size];
        }

        String text(int number) {
            if (number < from || number >= before) {
                gather(number);
            }
            return joined(own[number - from], beside[number - from]);
        }

        /** What is said of the cells from one on. */
        private void gather(int first) {
            Arrays.fill(own, null);
            Arrays.fill(beside, null);
            from = first;
            before = Math.min(cells.count(), first + own.length);
            held = 0;
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
            int number = cells.number(at, from, before);
            if (number >= 0) {
                held -= length(texts[number - from]);
                texts[number - from] = joined(texts[number - from], line(returned, what.get()));
                held += length(texts[number - from]);
                while (held > HELD && before - from > 1) {
                    giveUpHalf();
                }
            }
        }

        private void giveUpHalf() {
            int last = before;
            before = from + (before - from) / 2;
            for (int i = before - from; i < last - from; i++) {
                held -= length(own[i]) + length(beside[i]);
                own[i] = null;
                beside[i] = null;
            }
        }
    }

    private static int length(@Nullable String text) {
        return text == null ? 0 : text.length();
    }

    private static String line(ReturnedFinding returned, String what) {
        Finding finding = returned.finding();
        return "[" + FindingTable.name(finding.severity()) + " " + finding.rule() + "] " + what
                + (returned.isAccepted() ? FindingTable.accepted(returned) : "");
    }

    private static String joined(@Nullable String before, @Nullable String line) {
        if (line == null || length(before) > LENGTH) {
            return before == null ? "" : before;
        }
        String both = before == null ? line : before + "\n" + line;
        return both.length() > LENGTH ? both.substring(0, LENGTH) + "…" : both;
    }
}
