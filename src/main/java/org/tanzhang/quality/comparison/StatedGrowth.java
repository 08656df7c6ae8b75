package org.tanzhang.quality.comparison;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;

/**
 * A stated growth is that of the level: growth = (level / last year's level - 1) x 100, in percent.
 *
 * @param growth the indicator of the growth
 * @param level the indicator that grows, at the prices of one base year in both years
 * @param points percentage points by which the two may differ
 */
public record StatedGrowth(String growth, String level, BigDecimal points) implements Comparison {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /**
     * What a stated growth violates.
     *
     * @param percent the growth as stated
     * @param now the level
     * @param before last year's, in the same unit and not zero
     * @return the growth of the level in percent and how far the stated is off it, two decimals; empty where the relation
     *     holds
     */
    public Optional<List<Object>> violation(BigDecimal percent, BigDecimal now, BigDecimal before) {
        BigDecimal expected = now.subtract(before).multiply(HUNDRED).divide(before, MathContext.DECIMAL64);
        BigDecimal difference = percent.subtract(expected);
        return difference.abs().compareTo(points) > 0
                ? Optional.of(List.of(printed(expected), printed(difference)))
                : Optional.empty();
    }

    private static BigDecimal printed(BigDecimal percent) {
        return percent.setScale(2, RoundingMode.HALF_UP);
    }
}
