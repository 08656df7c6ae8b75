package org.tanzhang.quality.comparison;

import java.math.BigDecimal;
import java.math.MathContext;

/**
 * How far a figure may move: by a factor, and by an amount of energy below which nobody asks.
 *
 * @param factor the factor above which, or below whose inverse, a change is out of the ordinary
 * @param floor tce that the change must reach to be worth a question; 0 where energy does not tell
 */
public record Band(BigDecimal factor, BigDecimal floor) {

    private static final MathContext PRINTED = new MathContext(3);

    /** Whether the factor is exceeded and the floor reached; a figure that came from nothing or went to nothing has any factor. */
    boolean isLeft(BigDecimal now, BigDecimal before, BigDecimal tceOfChange) {
        return isBeyondFactor(now, before) && tceOfChange.abs().compareTo(floor) >= 0;
    }

    boolean isBeyondFactor(BigDecimal now, BigDecimal before) {
        BigDecimal larger = now.abs().max(before.abs());
        BigDecimal smaller = now.abs().min(before.abs());
        return larger.compareTo(factor.multiply(smaller)) > 0;
    }

    /** now / before for print, three significant digits; a dash where there was nothing before. */
    static Object ratio(BigDecimal now, BigDecimal before) {
        return before.signum() == 0 ? "—" : now.divide(before, PRINTED);
    }
}
