package org.tanzhang.quality.comparison;

import java.math.BigDecimal;
import java.util.Map;

/**
 * A balance in standard quantity is the physical one by coefficient, cell by cell: P303-4 = P303-1 x tce a unit.
 *
 * @param physical the statement in physical units
 * @param shares by carrier, {@code *} for the others: how far the bureau's own coefficient may lie off the reference,
 *     which for raw coal follows the heat value of what was burnt
 * @param halfUnit half the last printed unit of either table
 */
public record StandardQuantity(
        String physical, Map<String, BigDecimal> shares, BigDecimal halfUnit, CoalEquivalents equivalents)
        implements Comparison {

    public StandardQuantity {
        shares = Map.copyOf(shares);
    }

    /**
     * Whether a cell is not what its physical quantity gives.
     *
     * @param stated tce as stated
     * @param expected tce by coefficient
     * @param rounding tce of one printed unit of the one table and of the other together
     */
    public boolean isOff(String carrier, BigDecimal stated, BigDecimal expected, BigDecimal rounding) {
        BigDecimal share = shares.getOrDefault(carrier, shares.getOrDefault("*", BigDecimal.ZERO));
        BigDecimal tolerance = share.multiply(expected.abs()).add(halfUnit.multiply(rounding));
        return stated.subtract(expected).abs().compareTo(tolerance) > 0;
    }
}
