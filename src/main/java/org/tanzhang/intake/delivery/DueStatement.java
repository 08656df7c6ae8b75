package org.tanzhang.intake.delivery;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A statement that is due, and how far it has come.
 *
 * @param region code of the child region, or of the whole region, under which it is listed
 * @param cameAs the form it came in, such as {@code wide-export.consumption} in place of a card; empty when none came
 * @param reporter credit code of a unit, code of a region
 * @param received when its first version came in, null when none did
 * @param accepted when a version was first accepted, null when none was
 * @param late whether the first version came after the due day; null when none came or no day is set
 * @param versions how many differing versions came
 * @param file the newest file it came in, empty when none came
 * @param lastYear what the reporter emitted by last year's run, scope 1, t CO2; null when the run has nothing of it
 */
public record DueStatement(
        String region,
        String form,
        String cameAs,
        String reporter,
        String name,
        State state,
        @Nullable Instant received,
        @Nullable Instant accepted,
        @Nullable Boolean late,
        int versions,
        String file,
        @Nullable BigDecimal lastYear) {

    /** How far a statement has come. */
    public enum State {
        /** nothing came */
        MISSING,
        /** what came was sent back, and no version stands */
        RETURNED,
        /** sound, but no register of the year lists the unit */
        WAITING,
        ACCEPTED;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
