package org.tanzhang.quality.check;

import java.math.BigDecimal;
import org.tanzhang.quantity.Unit;

/**
 * From and up to, both included.
 *
 * @param unit the unit of the bounds; for bounds per unit of a carrier, that unit
 */
public record Limits(BigDecimal low, BigDecimal high, Unit unit) {

    public Limits {
        if (low.compareTo(high) > 0) {
            throw new IllegalArgumentException(low + " is above " + high);
        }
    }

    boolean admit(BigDecimal value) {
        return value.compareTo(low) >= 0 && value.compareTo(high) <= 0;
    }
}
