package org.tanzhang.method;

import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The choices of what is figured beside the account and never enters it (METHOD 6).
 *
 * @param referenceGap share of apparent consumption above which the gap to the sectoral sum is a finding
 * @param powerClasses kind of generation ({@code hydro}, {@code wind}, {@code solar}, {@code nuclear}) by the class of
 *     GB/T 4754 of a power station
 * @param baseYear year at whose prices intensities state the GDP
 * @param intensityDecimals decimals of t per 10^4 CNY to which an intensity is rounded before a rate is taken; null for none
 */
public record Beside(
        BigDecimal referenceGap,
        Map<String, String> powerClasses,
        int baseYear,
        @Nullable Integer intensityDecimals) {

    public Beside {
        powerClasses = Map.copyOf(powerClasses);
    }
}
