package org.tanzhang.quality.comparison;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;

/**
 * What a unit consumes of all carriers does not change out of all proportion against last year.
 *
 * @param item the item summed over the carriers
 */
public record TotalChange(String item, Band band, CoalEquivalents equivalents) implements Comparison {

    /**
     * What the totals violate.
     *
     * @param now this year's total, tce
     * @param before last year's total, tce
     * @return both in whole tce, and their ratio; empty where the relation holds
     */
    public Optional<List<Object>> violation(BigDecimal now, BigDecimal before) {
        return band.isLeft(now, before, now.subtract(before))
                ? Optional.of(List.of(whole(now), whole(before), Band.ratio(now, before)))
                : Optional.empty();
    }

    static BigDecimal whole(BigDecimal tce) {
        return tce.setScale(0, RoundingMode.HALF_UP);
    }
}
