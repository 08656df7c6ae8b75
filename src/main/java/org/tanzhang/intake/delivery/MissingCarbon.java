package org.tanzhang.intake.delivery;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/**
 * How much of last year's CO2 waits for this year's statements; scope 1, t CO2.
 *
 * @param lastYear all of it, as last year's newest run has it
 * @param missing what belonged to those that have to report and are not accepted yet
 * @param noLongerDue what belonged to units that need not report this year; in {@code lastYear}, not in {@code missing}
 * @param incomplete whether last year's run left something unestimated (NE), so that all three are too small
 */
public record MissingCarbon(BigDecimal lastYear, BigDecimal missing, BigDecimal noLongerDue, boolean incomplete) {

    public static final MissingCarbon NONE =
            new MissingCarbon(BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, false);

    MissingCarbon plus(MissingCarbon other) {
        return new MissingCarbon(
                lastYear.add(other.lastYear),
                missing.add(other.missing),
                noLongerDue.add(other.noLongerDue),
                incomplete || other.incomplete);
    }

    /** missing / last year, to six decimals; empty where last year has no CO2 above zero to be a share of. */
    public Optional<BigDecimal> share() {
        return lastYear.signum() <= 0
                ? Optional.empty()
                : Optional.of(missing.divide(lastYear, 6, RoundingMode.HALF_EVEN));
    }
}
