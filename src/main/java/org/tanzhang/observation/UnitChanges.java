package org.tanzhang.observation;

import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/**
 * What a line of the unit register says of the unit's life; each null when it says nothing.
 *
 * @param formerName the name before it was renamed
 * @param movedIn the month from which it is at the place of the line
 * @param movedOut the month in which it left that place
 */
public record UnitChanges(
        @Nullable String formerName,
        @Nullable YearMonth renamed,
        @Nullable YearMonth opened,
        @Nullable YearMonth closed,
        @Nullable YearMonth movedIn,
        @Nullable YearMonth movedOut) {

    /** Nothing is said. */
    public static final UnitChanges NONE = new UnitChanges(null, null, null, null, null, null);
}
