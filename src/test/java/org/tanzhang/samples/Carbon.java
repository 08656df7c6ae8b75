package org.tanzhang.samples;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Activity with its CO2 and energy; adds up exactly.
 *
 * @param activity in the card's unit
 * @param co2 tonnes, each entry rounded once to 12 decimals
 * @param energy TJ
 * @param coalEquivalent tce
 */
record Carbon(BigDecimal activity, BigDecimal co2, BigDecimal energy, BigDecimal coalEquivalent) {
    static final Carbon NONE = new Carbon(BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO);

    private static final int ENTRY_SCALE = 12;

    /** CO2 = activity x NCV x carbon content x oxidation x 44/12, divided last (METHOD 3); in-coke gases bear 0. */
    static Carbon burnt(
            Fuel fuel, BigDecimal activity, BigDecimal heatValue, BigDecimal tcePerUnit, FactorTable factors) {
        BigDecimal energy = activity.multiply(heatValue).movePointLeft(fuel.unit.equals("万立方米") ? 5 : 6);
        BigDecimal co2 = fuel.isCarbonInCoke()
                ? BigDecimal.ZERO
                : energy.multiply(factors.carbonContent(fuel))
                        .multiply(factors.oxidation(fuel))
                        .multiply(BigDecimal.valueOf(44))
                        .divide(BigDecimal.valueOf(12), ENTRY_SCALE, RoundingMode.HALF_EVEN);
        return new Carbon(activity, co2, energy, activity.multiply(tcePerUnit));
    }

    /** A fuel burnt at the set's own values. */
    static Carbon burnt(Fuel fuel, BigDecimal activity, FactorTable factors) {
        return burnt(fuel, activity, factors.heatValue(fuel), factors.coalEquivalent(fuel), factors);
    }

    /** Electricity (10^4 kWh = 0.036 TJ) or heat (10^6 kJ = 0.001 TJ) at its direct factor. */
    static Carbon supplied(Fuel fuel, BigDecimal activity, BigDecimal tcePerUnit, int year, FactorTable factors) {
        BigDecimal terajoules = new BigDecimal(fuel == Fuel.ELECTRICITY ? "0.036" : "0.001");
        BigDecimal co2 = activity.multiply(factors.direct(fuel, year)).setScale(ENTRY_SCALE, RoundingMode.HALF_EVEN);
        return new Carbon(activity, co2, activity.multiply(terajoules), activity.multiply(tcePerUnit));
    }

    /** This with its CO2 priced at {@code counties}' mean, divided last. */
    Carbon pricedAt(Carbon counties) {
        BigDecimal priced =
                activity.multiply(counties.co2).divide(counties.activity, ENTRY_SCALE, RoundingMode.HALF_EVEN);
        return new Carbon(activity, priced, energy, coalEquivalent);
    }

    Carbon plus(Carbon other) {
        return new Carbon(
                activity.add(other.activity),
                co2.add(other.co2),
                energy.add(other.energy),
                coalEquivalent.add(other.coalEquivalent));
    }
}
