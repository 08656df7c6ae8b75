package org.tanzhang.intake.reference;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tanzhang.code.Codes;
import org.tanzhang.code.ElectricitySeries;
import org.tanzhang.code.Name;
import org.tanzhang.code.Sector;
import org.tanzhang.factor.Factor;
import org.tanzhang.factor.FactorQuantity;
import org.tanzhang.factor.FactorSet;
import org.tanzhang.method.Balancing;
import org.tanzhang.method.Composite;
import org.tanzhang.method.Method;
import org.tanzhang.method.StoredFraction;
import org.tanzhang.quantity.Unit;

/** A method's file with what it extends, read key by key; a choice that cannot be is refused with file and line. */
record MethodFile(Document d, Codes codes, FactorFolder sets) {

    private static final String COMPOSITE = "assessment-composite";

    /** @throws ReferenceDataException with file and line when a choice is missing or cannot be */
    Method method() {
        d.choice(Map.of("true", true), "tolerance", "half-units");
        d.choice(Map.of("HALF_EVEN", true), "rounding", "mode");
        if (!d.set("combusting-inputs").equals(Set.of("power", "heat"))) {
            throw d.fault("can be power and heat, not " + d.list("combusting-inputs"), "combusting-inputs");
        }
        Map<String, BigDecimal> oxidised = new LinkedHashMap<>(d.decimals("oxidised-share-of-products"));
        BigDecimal defaultOxidised = d.decimal("oxidised-share-of-products", "default");
        oxidised.remove("default");
        Map<String, Method.Band> bands = new LinkedHashMap<>();
        d.keys("coal-coefficient-bands").forEach(carrier -> {
            List<BigDecimal> ends = d.decimalList("coal-coefficient-bands", carrier);
            bands.put(carrier, new Method.Band(ends.get(0), ends.get(1)));
        });
        return new Method(
                d.text("id"),
                d.name("title"),
                digest(),
                d.set("combusting-inputs"),
                d.choice(autoproducers(), "autoproducers"),
                d.choice(Preference.class, "prefer") == Preference.INDUSTRY_MATRIX,
                new Method.NonEnergy(
                        d.choice(Method.NonEnergy.Rule.class, "non-energy", "rule"),
                        d.set("non-energy", "sectors"),
                        d.decimal("non-energy", "cap")),
                d.set("stored-in-final-use"),
                d.choice(PurchasedEnergy.class, "purchased-energy") == PurchasedEnergy.ACCOUNTED,
                d.choice(Method.CoalNcv.class, "coal-ncv"),
                d.decimal("coal-ncv-reference-heat"),
                bands,
                d.choice(Method.ByProductGases.class, "by-product-gases"),
                d.set("by-product-gas-carriers"),
                new BesideTheAccount(d, codes, sets).gasCarbon(),
                d.set("memo-carriers"),
                new BesideTheAccount(d, codes, sets).memo(),
                new BesideTheAccount(d, codes, sets).carbonLossBands(),
                storedFraction(),
                defaultOxidised,
                oxidised,
                new Method.Ratio(d.decimal("co2-to-carbon", "numerator"), d.decimal("co2-to-carbon", "denominator")),
                d.decimal("tolerance", "share"),
                d.decimal("residual-price", "minimum-coverage"),
                d.decimal("residual-price", "maximum-deviation"),
                d.decimal("residual-change"),
                balancing(),
                new Method.Electricity(
                        d.choice(series(), "electricity-series"),
                        d.choice(Fallback.class, "electricity-fallback") == Fallback.LATEST_BEFORE),
                composite(),
                BesideFile.of(d),
                d.decimal("rounding", "entry-scale").intValueExact());
    }

    private enum Preference {
        ENERGY_BALANCE,
        INDUSTRY_MATRIX
    }

    private enum PurchasedEnergy {
        ACCOUNTED,
        LEFT_OUT
    }

    private enum Fallback {
        LATEST_BEFORE,
        NONE
    }

    private static Map<String, Method.Autoproducers> autoproducers() {
        Map<String, Method.Autoproducers> choices = new LinkedHashMap<>();
        choices.put("own-division", Method.Autoproducers.OWN_DIVISION);
        choices.put(Sector.POWER_AND_HEAT_DIVISION, Method.Autoproducers.POWER_AND_HEAT_DIVISION);
        return choices;
    }

    /** The series that an inventory may take: never the emissions trading scheme's. */
    private static Map<String, ElectricitySeries> series() {
        Map<String, ElectricitySeries> choices = new LinkedHashMap<>();
        for (ElectricitySeries series : ElectricitySeries.values()) {
            if (series != ElectricitySeries.EMISSIONS_TRADING) {
                choices.put(series.code(), series);
            }
        }
        return choices;
    }

    /** {@code default} for all, then by carrier: one share, or {@code default} with shares by division. */
    private StoredFraction storedFraction() {
        String key = "stored-fraction";
        BigDecimal general = d.share(key, "default");
        Map<String, StoredFraction.OfCarrier> carriers = new LinkedHashMap<>();
        for (String carrier : d.keys(key)) {
            if (!carrier.equals("default")) {
                if (codes.carriers().find(carrier).isEmpty()) {
                    throw d.fault("is no carrier: it must be default or a code of carriers.csv", key, carrier);
                }
                carriers.put(carrier, shares(general, key, carrier));
            }
        }
        return new StoredFraction(general, carriers);
    }

    private StoredFraction.OfCarrier shares(BigDecimal general, String key, String carrier) {
        if (!d.isMap(key, carrier)) {
            return new StoredFraction.OfCarrier(d.share(key, carrier), Map.of());
        }
        Map<String, BigDecimal> divisions = new LinkedHashMap<>();
        for (String division : d.keys(key, carrier)) {
            if (!division.equals("default")) {
                boolean known = codes.sectors()
                        .find(division)
                        .filter(s -> s.kind() == Sector.Kind.DIVISION)
                        .isPresent();
                if (!known) {
                    throw d.fault(
                            "is no division: it must be default or a division of GB/T 4754 of two digits in quotes, such as \"26\"",
                            key,
                            carrier,
                            division);
                }
                divisions.put(division, d.share(key, carrier, division));
            }
        }
        boolean own = d.has(key, carrier, "default");
        return new StoredFraction.OfCarrier(own ? d.share(key, carrier, "default") : general, divisions);
    }

    /** What the rule does not ask for need not be stated. */
    private Balancing balancing() {
        Balancing.Rule rule = d.choice(Balancing.Rule.class, "balancing");
        return switch (rule) {
            case NONE -> Balancing.none();
            case INDICATOR -> new Balancing(rule, d.choice(Balancing.Indicator.class, "balancing-indicator"), Map.of());
            case LEAST_SQUARES -> new Balancing(rule, Balancing.Indicator.OWN_ACTIVITY, deviations());
        };
    }

    private Map<Balancing.Source, BigDecimal> deviations() {
        String key = "source-deviations";
        Map<Balancing.Source, BigDecimal> deviations = new EnumMap<>(Balancing.Source.class);
        for (Balancing.Source source : Balancing.Source.values()) {
            String part = source.name().toLowerCase(Locale.ROOT).replace('_', '-');
            boolean optional = source == Balancing.Source.COUNTY_TOTAL;
            if (!optional || !d.textOrEmpty(key, part).equals("none")) {
                deviations.put(source, d.share(key, part));
            }
        }
        return deviations;
    }

    private boolean namesComposite() {
        return d.has(COMPOSITE) && !d.textOrEmpty(COMPOSITE).equals("none");
    }

    private boolean holdsComposite() {
        return namesComposite() && sets.ids().contains(d.text(COMPOSITE, "set"));
    }

    /** SHA-256 of the method's files; the composite's parameters are part of the method, so its set's too. */
    private String digest() {
        byte[] parameters = holdsComposite()
                ? sets.read(d.text(COMPOSITE, "set")).digest().getBytes(StandardCharsets.UTF_8)
                : new byte[0];
        return Digest.sha256(d.bytes(), parameters, new BesideTheAccount(d, codes, sets).parameters());
    }

    private @Nullable Composite composite() {
        if (!namesComposite()) {
            return null;
        }
        Composite.Feedstock feedstock = d.choice(Composite.Feedstock.class, COMPOSITE, "feedstock");
        String id = d.text(COMPOSITE, "set");
        if (!holdsComposite()) {
            return new Composite(id, new Name(id, id), feedstock, Map.of());
        }
        String rule = sets.feedstock(id);
        if (!rule.isEmpty() && !rule.equals(d.text(COMPOSITE, "feedstock"))) {
            throw d.fault("must be " + rule + ", as the factors of " + id + " are made", COMPOSITE, "feedstock");
        }
        FactorSet set = sets.read(id);
        Map<String, Composite.Parameter> byFamily = new LinkedHashMap<>();
        Composite.FAMILIES.forEach((family, carrier) -> byFamily.put(family, parameter(set, carrier)));
        return new Composite(id, set.title(), feedstock, byFamily);
    }

    private Composite.Parameter parameter(FactorSet set, String carrier) {
        Unit perTce = Unit.parse("tCO2/tce");
        List<Factor> found = set.factors().stream()
                .filter(f -> f.carrier().equals(carrier) && f.quantity() == FactorQuantity.CO2_DIRECT)
                .filter(f -> f.unit().sameDimensionAs(perTce))
                .toList();
        if (found.size() != 1) {
            throw d.fault(
                    "names " + set.id() + ", which must hold one factor in tCO2/tce for " + carrier + " and holds "
                            + found.size(),
                    COMPOSITE,
                    "set");
        }
        Factor f = found.get(0);
        return new Composite.Parameter(
                set.id() + "/" + f.id(), f.asQuantity().in(perTce).value(), f.document(), f.verification());
    }
}
