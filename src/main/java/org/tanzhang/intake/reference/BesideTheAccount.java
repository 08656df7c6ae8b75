package org.tanzhang.intake.reference;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tanzhang.code.Carrier;
import org.tanzhang.code.Codes;
import org.tanzhang.factor.Factor;
import org.tanzhang.factor.FactorQuantity;
import org.tanzhang.factor.FactorSet;
import org.tanzhang.method.GasCarbon;
import org.tanzhang.method.MemoChoice;
import org.tanzhang.method.Method;

/** A method's choices on by-product gases, carbon in transformation and the memo tables, read key by key. */
record BesideTheAccount(Document d, Codes codes, FactorFolder sets) {

    private static final String SPLIT = "mixed-gas-shares";
    private static final String MIXED_GAS = "mixed-gas";
    private static final String ROAD = "road-transport";
    private static final String FOSSIL = "waste-fossil-share";
    private static final String LOSSES = "carbon-loss-bands";
    private static final String FACTORS = "memo-factors";

    GasCarbon gasCarbon() {
        List<String> bearers = d.list("by-product-gas-bearers");
        bearers.forEach(carrier -> known(carrier, "by-product-gas-bearers"));
        return new GasCarbon(bearers, mixedShares());
    }

    private Map<String, BigDecimal> mixedShares() {
        if (!d.has(SPLIT) || d.textOrEmpty(SPLIT).equals("none")) {
            return Map.of();
        }
        List<String> gases = codes.carriers().get(MIXED_GAS).parts();
        Map<String, BigDecimal> shares = new LinkedHashMap<>();
        for (String gas : d.keys(SPLIT)) {
            if (!gases.contains(gas)) {
                throw d.fault("is none of the gases of 其他煤气: " + String.join(", ", gases), SPLIT, gas);
            }
            shares.put(gas, d.share(SPLIT, gas));
        }
        BigDecimal sum = shares.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        if (sum.compareTo(BigDecimal.ONE) != 0) {
            throw d.fault("must be none, or shares that sum to 1, not " + sum.toPlainString(), SPLIT);
        }
        return shares;
    }

    MemoChoice memo() {
        Map<String, Map<String, BigDecimal>> road = new LinkedHashMap<>();
        for (String sector : d.keys(ROAD)) {
            boolean known = sector.equals(MemoChoice.ENTERPRISES)
                    || codes.sectors().find(sector).isPresent();
            if (!known) {
                throw d.fault("is no sector: it must be enterprises or a code of sectors.csv", ROAD, sector);
            }
            Map<String, BigDecimal> shares = new LinkedHashMap<>();
            for (String carrier : d.keys(ROAD, sector)) {
                known(carrier, ROAD, sector, carrier);
                shares.put(carrier, d.share(ROAD, sector, carrier));
            }
            road.put(sector, shares);
        }
        Map<String, BigDecimal> fossil = new LinkedHashMap<>();
        for (String carrier : d.keys(FOSSIL)) {
            known(carrier, FOSSIL, carrier);
            fossil.put(carrier, d.share(FOSSIL, carrier));
        }
        return new MemoChoice(road, fossil, factors());
    }

    Map<String, Method.Band> carbonLossBands() {
        Map<String, Method.Band> bands = new LinkedHashMap<>();
        for (String process : d.keys(LOSSES)) {
            List<BigDecimal> ends = d.decimalList(LOSSES, process);
            if (ends.size() != 2 || ends.get(0).compareTo(ends.get(1)) > 0) {
                throw d.fault("must be two shares, the lower first", LOSSES, process);
            }
            bands.put(process, new Method.Band(ends.get(0), ends.get(1)));
        }
        return bands;
    }

    private Map<String, MemoChoice.MemoFactor> factors() {
        Map<String, MemoChoice.MemoFactor> factors = new LinkedHashMap<>();
        if (holdsSet()) {
            FactorSet set = sets.read(d.text(FACTORS));
            for (Factor f : set.factors()) {
                MemoChoice.MemoFactor factor = new MemoChoice.MemoFactor(
                        set.id() + "/" + f.id(), f.value(), f.unit(), f.document(), f.verification());
                if (f.quantity() != FactorQuantity.CO2_DIRECT || factors.put(f.carrier(), factor) != null) {
                    throw d.fault(
                            "names " + set.id() + ", which must hold one direct factor for " + f.carrier(), FACTORS);
                }
            }
        }
        return factors;
    }

    /** The files of the memo set, which are part of the method. */
    byte[] parameters() {
        return holdsSet() ? sets.read(d.text(FACTORS)).digest().getBytes(StandardCharsets.UTF_8) : new byte[0];
    }

    private boolean holdsSet() {
        return d.has(FACTORS) && sets.ids().contains(d.text(FACTORS));
    }

    private void known(String carrier, String... path) {
        if (codes.carriers()
                .find(carrier)
                .filter(c -> c.kind() != Carrier.Kind.TOTAL)
                .isEmpty()) {
            throw d.fault("must name carriers of carriers.csv, not " + carrier, path);
        }
    }
}
