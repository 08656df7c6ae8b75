package org.tanzhang.quality.comparison;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;

/**
 * The upper level is not far below the sum of the lower: city x 120 % is at least the sum of the counties.
 *
 * @param items what is compared, item by item and carrier by carrier; empty for all
 * @param lower what the lower level is
 * @param share what the upper level is multiplied with before it is compared
 * @param least what the sum must reach of the upper level where every member of the lower states it; 0 where nothing is asked
 * @param floor tce by which the sum must exceed that to be worth a question
 */
public record UpperLevel(
        List<String> items,
        Lower lower,
        BigDecimal share,
        BigDecimal least,
        BigDecimal floor,
        CoalEquivalents equivalents)
        implements Comparison {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /** Who makes up the lower level. */
    public enum Lower {
        /** the regions directly below, on the same form */
        REGIONS,
        /** the units that the register places in the region: their consumption less inputs to transformation */
        UNITS
    }

    public UpperLevel {
        items = List.copyOf(items);
    }

    /**
     * What the sum violates.
     *
     * @param upper the upper level's figure, in the unit of the sum
     * @param excess by how much the sum exceeds the upper level's figure, tce
     * @param complete whether the sum is of every member of the lower level
     * @return the share in percent, and the excess in the unit of the sum; empty where the relation holds
     */
    public Optional<List<Object>> violation(BigDecimal upper, BigDecimal sum, BigDecimal excess, boolean complete) {
        boolean exceeds = sum.compareTo(upper.multiply(share)) > 0 && excess.compareTo(floor) >= 0;
        boolean lacks = complete && sum.compareTo(upper.multiply(least)) < 0;
        BigDecimal crossed = lacks ? least : share;
        return exceeds || lacks
                ? Optional.of(List.of(crossed.multiply(HUNDRED).setScale(0, RoundingMode.HALF_UP), sum.subtract(upper)))
                : Optional.empty();
    }
}
