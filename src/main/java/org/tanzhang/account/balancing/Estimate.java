package org.tanzhang.account.balancing;

import java.math.BigDecimal;

/**
 * What a source says of an amount, and how far it is trusted.
 *
 * @param variance in the square of the amount's unit; 0 for an amount that holds as it is
 */
public record Estimate(BigDecimal value, BigDecimal variance) {

    /** @throws IllegalArgumentException when the amount or its variance is negative */
    public Estimate {
        if (value.signum() < 0 || variance.signum() < 0) {
            throw new IllegalArgumentException("no estimate is negative: " + value + " with variance " + variance);
        }
    }

    boolean holds() {
        return variance.signum() == 0;
    }
}
