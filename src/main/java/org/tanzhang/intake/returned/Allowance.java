package org.tanzhang.intake.returned;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import org.tanzhang.intake.workbook.ReadingBudget;

/** What is left to a workbook that is being marked: its time runs from here on, its bytes are counted. */
final class Allowance {

    /** Below this, a part of spaces may be packed as tightly as it likes. */
    private static final long RATIO_GRACE = 1L << 20;

    private final long inflated;
    private final long ratio;
    private final long end;

    private Allowance(long inflated, long ratio, long end) {
        this.inflated = inflated;
        this.ratio = ratio;
        this.end = end;
    }

    static Allowance of(MarkingBudget budget) {
        ReadingBudget sizes = budget.sizes();
        return new Allowance(
                sizes.inflatedSize().toBytes(),
                sizes.ratio(),
                System.nanoTime() + budget.time().toNanos());
    }

    /** For the list alone, whose cost is that of the findings and not of the file. */
    static Allowance ofList() {
        return new Allowance(
                Long.MAX_VALUE,
                Integer.MAX_VALUE,
                System.nanoTime() + Duration.ofDays(365).toNanos());
    }

    /** The same time, for a package that this program has written itself. */
    Allowance forOwnPackage() {
        return new Allowance(Long.MAX_VALUE, Integer.MAX_VALUE, end);
    }

    boolean isOver() {
        return System.nanoTime() - end >= 0;
    }

    void checkTime() throws IOException {
        if (isOver()) {
            throw new IOException("no time left to mark the workbook");
        }
    }

    /**
     * Judges a part that is being unpacked.
     *
     * @param part bytes that have come of it
     * @param packed its packed bytes
     * @param all bytes that have come of all parts
     */
    void checkSize(long part, long packed, long all) throws IOException {
        if (all > inflated || part > RATIO_GRACE && part > ratio * Math.max(1, packed)) {
            throw new IOException("a package that inflates without measure");
        }
    }

    /** Output for as long as the time lasts. */
    OutputStream within(OutputStream out) {
        return new FilterOutputStream(out) {
            @Override
            public void write(byte[] bytes, int from, int length) throws IOException {
                checkTime();
                out.write(bytes, from, length);
            }
        };
    }
}
