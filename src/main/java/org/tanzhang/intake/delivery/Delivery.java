package org.tanzhang.intake.delivery;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.tanzhang.code.Region;
import org.tanzhang.ledger.Run;

/**
 * Who has reported for a year and who has not.
 *
 * @param lastYear last year's newest run with the default set and method, null when there is none
 * @param lines one a child region, by code, then the region's own
 */
public record Delivery(
        int year,
        Region region,
        DueDates dueDates,
        @Nullable Run lastYear,
        List<Line> lines) {

    public Delivery {
        lines = List.copyOf(lines);
    }

    /** By what it is known which units have to report. */
    public enum Basis {
        /** the year's unit register */
        REGISTER,
        /** no register of the year is there: the units whose statements of the year before were accepted */
        LAST_YEAR;

        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /**
     * What is due of a child region and its enterprises, or of the region itself.
     *
     * @param own whether it is the region itself: its own balance, units that lie in no child, and last year's residuals
     */
    public record Line(Region region, boolean own, Basis basis, List<DueStatement> due, MissingCarbon carbon) {

        public Line {
            due = List.copyOf(due);
        }

        public Counts counts() {
            return Counts.of(due);
        }
    }

    /**
     * Statements by how far they have come.
     *
     * @param received of which any version came; returned, waiting and accepted ones among them
     */
    public record Counts(int due, int received, int returned, int waiting, int accepted, int late) {

        static Counts of(List<DueStatement> due) {
            return new Counts(
                    due.size(),
                    due.size() - count(due, DueStatement.State.MISSING),
                    count(due, DueStatement.State.RETURNED),
                    count(due, DueStatement.State.WAITING),
                    count(due, DueStatement.State.ACCEPTED),
                    (int) due.stream()
                            .filter(d -> Boolean.TRUE.equals(d.late()))
                            .count());
        }

        private static int count(List<DueStatement> due, DueStatement.State state) {
            return (int) due.stream().filter(d -> d.state() == state).count();
        }
    }

    /** All that is due, line by line. */
    public List<DueStatement> due() {
        return lines.stream().flatMap(line -> line.due().stream()).toList();
    }

    public Counts counts() {
        return Counts.of(due());
    }

    public MissingCarbon carbon() {
        return lines.stream().map(Line::carbon).reduce(MissingCarbon.NONE, MissingCarbon::plus);
    }

    /** Whether it can be told what came late: a day is set for one of the forms that are due. */
    public boolean tellsLateness() {
        return !dueDates.byForm().isEmpty();
    }
}
