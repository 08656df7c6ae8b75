package org.tanzhang.account;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tanzhang.code.ElectricitySeries;
import org.tanzhang.method.Balancing;
import org.tanzhang.method.Composite;
import org.tanzhang.method.GasCarbon;
import org.tanzhang.method.MemoChoice;
import org.tanzhang.method.Method;
import org.tanzhang.method.StoredFraction;

/** The shipped method with one choice changed. */
final class Methods {

    private Methods() {}

    static Method withCoalHeatOfTheSet(Method m) {
        return new Changed(m).heat(Method.CoalNcv.SET).method();
    }

    static Method withRatio(Method m, String numerator, String denominator) {
        return new Changed(m)
                .ratio(new Method.Ratio(new BigDecimal(numerator), new BigDecimal(denominator)))
                .method();
    }

    static Method withStoredFraction(Method m, StoredFraction fraction) {
        return new Changed(m).stored(fraction).method();
    }

    static Method withAutoproducersIn44(Method m) {
        return new Changed(m)
                .autoproducers(Method.Autoproducers.POWER_AND_HEAT_DIVISION)
                .method();
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

    /** The carbon of blast-furnace and converter gas where the gases burn. */
    static Method withCarbonInGas(Method m) {
        return new Changed(m).gases(Method.ByProductGases.IN_GAS).method();
    }

    /** A balance's 其他煤气 split by shares: gas, share, gas, share ... */
    static Method withMixedGas(Method m, String... shares) {
        Map<String, BigDecimal> split = new HashMap<>();
        for (int i = 0; i < shares.length; i += 2) {
            split.put(shares[i], new BigDecimal(shares[i + 1]));
        }
        return new Changed(m)
                .gasCarbon(new GasCarbon(m.gasCarbon().bearers(), split))
                .method();
    }

    static Method withMemo(Method m, MemoChoice memo) {
        return new Changed(m).memo(memo).method();
    }

    static Method withComposite(Method m, @Nullable Composite composite) {
        return new Changed(m).composite(composite).method();
    }

    static Method withBalancing(Method m, Balancing balancing) {
        return new Changed(m).balancing(balancing).method();
    }

    static Method withoutEarlierElectricity(Method m) {
        return new Changed(m)
                .electricity(new Method.Electricity(m.electricity().series(), false))
                .method();
    }

    /** Scope 1 alone. */
    static Method withoutPurchasedEnergy(Method m) {
        return new Changed(m).purchasedEnergy(false).method();
    }

    static Method withElectricity(Method m, ElectricitySeries series) {
        return new Changed(m)
                .electricity(new Method.Electricity(series, m.electricity().fromLatestBefore()))
                .method();
    }

    /** The choices that tests change, the others as they were. */
    private static final class Changed {

        private final Method m;
        private Method.CoalNcv heat;
        private Method.Ratio ratio;
        private StoredFraction stored;
        private Method.Autoproducers autoproducers;
        private Method.Electricity electricity;
        private Method.ByProductGases gases;
        private GasCarbon gasCarbon;
        private MemoChoice memo;
        private @Nullable Composite composite;
        private Balancing balancing;
        private boolean purchasedEnergy;

        Changed(Method m) {
            this.m = m;
            this.heat = m.coalNcv();
            this.ratio = m.co2ToCarbon();
            this.stored = m.storedFraction();
            this.autoproducers = m.autoproducers();
            this.electricity = m.electricity();
            this.gases = m.byProductGases();
            this.gasCarbon = m.gasCarbon();
            this.memo = m.memo();
            this.composite = m.composite();
            this.balancing = m.balancing();
            this.purchasedEnergy = m.accountsPurchasedEnergy();
        }

        Changed heat(Method.CoalNcv choice) {
            heat = choice;
            return this;
        }

        Changed ratio(Method.Ratio choice) {
            ratio = choice;
            return this;
        }

        Changed stored(StoredFraction choice) {
            stored = choice;
            return this;
        }

        Changed autoproducers(Method.Autoproducers choice) {
            autoproducers = choice;
            return this;
        }

        Changed electricity(Method.Electricity choice) {
            electricity = choice;
            return this;
        }

        Changed gases(Method.ByProductGases choice) {
            gases = choice;
            return this;
        }

        Changed gasCarbon(GasCarbon choice) {
            gasCarbon = choice;
            return this;
        }

        Changed memo(MemoChoice choice) {
            memo = choice;
            return this;
        }

        Changed composite(@Nullable Composite choice) {
            composite = choice;
            return this;
        }

        Changed balancing(Balancing choice) {
            balancing = choice;
            return this;
        }

        Changed purchasedEnergy(boolean choice) {
            purchasedEnergy = choice;
            return this;
        }

        Method method() {
            return new Method(
                    m.id(),
                    m.title(),
                    m.digest(),
                    m.combustingInputs(),
                    autoproducers,
                    m.prefersMatrix(),
                    m.nonEnergy(),
                    m.storedInFinalUse(),
                    purchasedEnergy,
                    heat,
                    m.heatPerCoalEquivalent(),
                    m.coalCoefficientBands(),
                    gases,
                    m.byProductGasCarriers(),
                    gasCarbon,
                    m.memoCarriers(),
                    memo,
                    m.carbonLossBands(),
                    stored,
                    m.defaultOxidisedShare(),
                    m.oxidisedShareOfProducts(),
                    ratio,
                    m.toleranceShare(),
                    m.minimumCoverage(),
                    m.maximumDeviation(),
                    m.residualChange(),
                    balancing,
                    electricity,
                    composite,
                    m.beside(),
                    m.entryScale());
        }
    }
}
