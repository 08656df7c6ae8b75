package org.tanzhang.account;

import java.math.BigDecimal;
import java.util.Map;
import org.tanzhang.method.Method;
import org.tanzhang.method.StoredFraction;

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

    static Method withStoredFraction(Method m, StoredFraction fraction) {
        return copy(m, m.coalNcv(), m.co2ToCarbon(), fraction, m.electricityFromLatestBefore());
    }

    /** All is stored, but of one carrier a share, and of it in one division another. */
    static StoredFraction stored(String carrier, String share, String division, String inDivision) {
        return new StoredFraction(
                BigDecimal.ONE,
                Map.of(
                        carrier,
                        new StoredFraction.OfCarrier(
                                new BigDecimal(share), Map.of(division, new BigDecimal(inDivision)))));
    }

    static Method withoutEarlierElectricity(Method m) {
        return copy(m, m.coalNcv(), m.co2ToCarbon(), m.storedFraction(), false);
    }

    private static Method copy(
            Method m, Method.CoalNcv heat, Method.Ratio ratio, StoredFraction storedFraction, boolean latestBefore) {
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
