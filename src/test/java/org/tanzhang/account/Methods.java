package org.tanzhang.account;

import java.math.BigDecimal;
import org.tanzhang.method.Method;

/** The shipped method with one choice changed. */
final class Methods {

    private Methods() {}

    static Method withCoalHeatOfTheSet(Method m) {
        return copy(m, Method.CoalNcv.SET, m.co2ToCarbon(), m.storedFraction(), m.electricityFromLatestBefore());
    }

    static Method withRatio(Method m, String numerator, String denominator) {
        return copy(
                m,
                m.coalNcv(),
                new Method.Ratio(new BigDecimal(numerator), new BigDecimal(denominator)),
                m.storedFraction(),
                m.electricityFromLatestBefore());
    }

    static Method withStoredFraction(Method m, String fraction) {
        return copy(m, m.coalNcv(), m.co2ToCarbon(), new BigDecimal(fraction), m.electricityFromLatestBefore());
    }

    static Method withoutEarlierElectricity(Method m) {
        return copy(m, m.coalNcv(), m.co2ToCarbon(), m.storedFraction(), false);
    }

    private static Method copy(
            Method m, Method.CoalNcv heat, Method.Ratio ratio, BigDecimal storedFraction, boolean latestBefore) {
        return new Method(
                m.id(),
                m.title(),
                m.digest(),
                m.combustingInputs(),
                m.autoproducers(),
                m.prefersMatrix(),
                m.nonEnergy(),
                m.storedInFinalUse(),
                m.accountsPurchasedEnergy(),
                heat,
                m.heatPerCoalEquivalent(),
                m.coalCoefficientBands(),
                m.byProductGases(),
                m.byProductGasCarriers(),
                m.memoCarriers(),
                storedFraction,
                m.defaultOxidisedShare(),
                m.oxidisedShareOfProducts(),
                ratio,
                m.toleranceShare(),
                m.minimumCoverage(),
                m.maximumDeviation(),
                latestBefore,
                m.entryScale());
    }
}
