package org.tanzhang.account;

import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A sum that knows whether something is lacking.
 *
 * @param complete false where a term could not be had; the value is then what is there
 */
public record EnergySum(BigDecimal value, boolean complete) {

    static final EnergySum NONE = new EnergySum(BigDecimal.ZERO, true);

    EnergySum plus(EnergySum other) {
        return new EnergySum(value.add(other.value), complete && other.complete);
    }

    EnergySum plus(Optional<BigDecimal> term) {
        return term.map(t -> new EnergySum(value.add(t), complete)).orElse(new EnergySum(value, false));
    }

    /** The sum rounded as an entry is; null where it lacks something and nothing else is there. */
    @Nullable BigDecimal stated(Pricing pricing) {
        return complete || value.signum() != 0 ? pricing.round(value, BigDecimal.ONE) : null;
    }

    EnergySum minus(EnergySum other) {
        return new EnergySum(value.subtract(other.value), complete && other.complete);
    }
}
