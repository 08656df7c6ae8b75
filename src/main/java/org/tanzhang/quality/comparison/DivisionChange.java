package org.tanzhang.quality.comparison;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * A unit's total does not move quite otherwise than its division: its change against last year, by the median change of
 * the units of the same two-digit division.
 *
 * @param item the item summed over the carriers
 * @param minimum how many units a division must have for its median to say anything
 */
public record DivisionChange(String item, Band band, int minimum, CoalEquivalents equivalents) implements Comparison {

    /**
     * What the totals violate.
     *
     * @param now this year's total, tce
     * @param before last year's total, tce; not zero
     * @param median the median of now / before over the division's units
     * @param units how many units those are
     * @return both totals in whole tce, their ratio, the median; empty where the relation holds
     */
    public Optional<List<Object>> violation(BigDecimal now, BigDecimal before, BigDecimal median, int units) {
        BigDecimal usual = before.multiply(median);
        return units >= minimum && band.isLeft(now, usual, now.subtract(usual))
                ? Optional.of(List.of(
                        TotalChange.whole(now),
                        TotalChange.whole(before),
                        Band.ratio(now, before),
                        Band.ratio(median, BigDecimal.ONE)))
                : Optional.empty();
    }
}
