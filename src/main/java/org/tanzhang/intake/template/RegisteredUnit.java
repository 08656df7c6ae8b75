package org.tanzhang.intake.template;

import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/**
 * A unit as the registers of a year have it at the end of the year.
 *
 * @param region the county in which it lies
 * @param left the month in which it closed, or left for a place that no register knows; null when it did neither
 */
record RegisteredUnit(
        String creditCode,
        String name,
        String region,
        @Nullable YearMonth left) {}
