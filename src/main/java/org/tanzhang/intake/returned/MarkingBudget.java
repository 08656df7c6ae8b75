package org.tanzhang.intake.returned;

import java.time.Duration;
import org.tanzhang.intake.workbook.ReadingBudget;

/**
 * What marking one workbook may cost.
 *
 * @param sizes how large a workbook may be and unpack to, from which size on it is marked in a JVM of its own, and that
 *     JVM's heap: as it is read
 * @param time how long one workbook may be marked; past it its sender gets the list alone
 */
public record MarkingBudget(ReadingBudget sizes, Duration time) {

    /** The values that {@code jobs/import/job.yml} is delivered with. */
    public static final MarkingBudget DEFAULT = new MarkingBudget(ReadingBudget.DEFAULT, Duration.ofMinutes(5));
}
