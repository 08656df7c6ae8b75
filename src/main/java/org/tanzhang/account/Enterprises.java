package org.tanzhang.account;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tanzhang.code.Carrier;
import org.tanzhang.code.CodeList;
import org.tanzhang.code.Flow;
import org.tanzhang.code.Sector;
import org.tanzhang.method.Method;
import org.tanzhang.observation.Observation;
import org.tanzhang.observation.UnitEntry;
import org.tanzhang.quality.Finding;
import org.tanzhang.quality.Severity;
import org.tanzhang.quantity.Units;

/**
 * The enterprises of one county: their own activities, and their sums by carrier group, by which the county's rows are
 * split (METHOD 2).
 */
final class Enterprises {

    /** Sums over the enterprises of a county for one carrier group, in the group's ledger unit. */
    record Sums(BigDecimal finalWithRaw, BigDecimal rawMaterial, BigDecimal power, BigDecimal heat) {

        static final Sums NONE = new Sums(BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO);

        Sums plus(Sums o) {
            return new Sums(
                    finalWithRaw.add(o.finalWithRaw),
                    rawMaterial.add(o.rawMaterial),
                    power.add(o.power),
                    heat.add(o.heat));
        }

        Sums times(BigDecimal factor) {
            return new Sums(
                    finalWithRaw.multiply(factor),
                    rawMaterial.multiply(factor),
                    power.multiply(factor),
                    heat.multiply(factor));
        }
    }

    private final List<Activity> activities = new ArrayList<>();
    private final Map<String, Sums> sums = new LinkedHashMap<>();
    private final Method method;
    private final Combustion combustion;
    private final CodeList<Carrier> carriers;
    private final Feedstock feedstock;
    private final List<Finding> findings;

    private Enterprises(Method method, CodeList<Carrier> carriers, Feedstock feedstock, List<Finding> findings) {
        this.method = method;
        this.combustion = new Combustion(method);
        this.carriers = carriers;
        this.feedstock = feedstock;
        this.findings = findings;
    }

    static Enterprises of(
            List<AccountInput.PlacedCard> cards,
            Method method,
            CodeList<Carrier> carriers,
            Units units,
            Feedstock feedstock,
            List<Finding> findings) {
        Enterprises enterprises = new Enterprises(method, carriers, feedstock, findings);
        for (AccountInput.PlacedCard placed : cards) {
            for (CardUse use : placed.part().uses(placed.card(), carriers, units, findings)) {
                enterprises.add(placed.place(), use);
            }
        }
        return enterprises;
    }

    List<Activity> activities() {
        return activities;
    }

    /** Codes of the carrier groups that the enterprises use. */
    java.util.Set<String> groups() {
        return sums.keySet();
    }

    Sums sums(String carrierGroup) {
        return sums.getOrDefault(carrierGroup, Sums.NONE);
    }

    private void add(UnitEntry place, CardUse use) {
        Carrier carrier = use.carrier();
        addToSums(use);
        if (carrier.isPurchasedEnergy() && !method.accountsPurchasedEnergy()) {
            return;
        }
        if (carrier.isPurchasedEnergy()) {
            if (use.missing()) {
                missing(place, use, Flow.CONSUMPTION, Sector.INDUSTRY);
            } else {
                activity(place, use, Flow.CONSUMPTION, use.consumption());
            }
            return;
        }
        if (!combustion.counts(carrier)) {
            findings.add(Finding.about(
                    place.region() + "/" + place.division() + "/" + carrier.code(),
                    "A-MEMO-01",
                    Severity.INFO,
                    place.name(),
                    carrier.name().zh(),
                    use.consumption(),
                    carrier.unit()));
            return;
        }
        if (use.missing()) {
            missing(place, use, Flow.FINAL, Sector.INDUSTRY);
            return;
        }
        activity(place, use, Flow.FINAL, use.finalWithRawMaterial().subtract(use.rawMaterial()));
        burntInput(place, use, Flow.POWER);
        burntInput(place, use, Flow.HEAT);
        feedstock.ofEnterprise(place, use);
    }

    private void missing(UnitEntry place, CardUse use, Flow flow, String sectorGroup) {
        activities.add(Activity.missing(
                place.region(), place.division(), sectorGroup, use.carrier(), flow, Basis.BOTTOM_UP, use.sources()));
    }

    private void burntInput(UnitEntry place, CardUse use, Flow flow) {
        if (method.combustingInputs().contains(flow.code())) {
            activity(place, use, flow, use.input(flow.code()));
        }
    }

    private void addToSums(CardUse use) {
        Sums own = new Sums(
                use.carrier().isPurchasedEnergy() ? use.consumption() : use.finalWithRawMaterial(),
                use.rawMaterial(),
                use.input("power"),
                use.input("heat"));
        Carrier group = carriers.get(use.carrier().carrierGroup());
        if (!group.unit().equals(use.carrier().unit())) {
            Observation coefficient = use.coefficient() != null ? use.coefficient() : use.referenceCoefficient();
            if (coefficient == null || coefficient.value() == null) {
                return;
            }
            own = own.times(coefficient.value());
        }
        sums.merge(group.code(), own, Sums::plus);
        feedstock.below(group.code(), own.rawMaterial());
    }

    private void activity(UnitEntry place, CardUse use, Flow flow, BigDecimal amount) {
        BigDecimal burnt = combustion.burnt(use.carrier(), flow, amount);
        if (burnt.signum() == 0) {
            return;
        }
        if (burnt.signum() < 0) {
            findings.add(Finding.about(
                    place.region() + "/" + place.division() + "/"
                            + use.carrier().code(),
                    "A-CARD-02",
                    Severity.ERROR,
                    place.name(),
                    use.carrier().name().zh(),
                    burnt));
        }
        boolean atPowerAndHeat = flow == Flow.POWER || flow == Flow.HEAT;
        activities.add(new Activity(
                place.region(),
                atPowerAndHeat ? powerAndHeatDivision(place) : place.division(),
                atPowerAndHeat ? Sector.POWER_AND_HEAT : Sector.INDUSTRY,
                use.carrier(),
                flow,
                Basis.BOTTOM_UP,
                place.creditCode(),
                burnt,
                use.coefficient(),
                statedHeat(place, use),
                "",
                sources(use, flow),
                false));
    }

    /** Where the fuel of a works' own power plant counts; its factors are looked up there too. */
    private String powerAndHeatDivision(UnitEntry place) {
        return switch (method.autoproducers()) {
            case OWN_DIVISION -> place.division();
            case POWER_AND_HEAT_DIVISION -> Sector.POWER_AND_HEAT_DIVISION;
        };
    }

    private static List<Observation> sources(CardUse use, Flow flow) {
        return switch (flow) {
            case POWER -> use.sources("input.power");
            case HEAT -> use.sources("input.heat");
            case CONSUMPTION -> use.sources("consumption");
            case FINAL, NET_IMPORT -> use.sources();
        };
    }

    /** The coefficient cell that states a coal's heat value, where the method believes it; null otherwise. */
    private @Nullable Observation statedHeat(UnitEntry place, CardUse use) {
        Observation stated = use.coefficient();
        Method.Band band = method.coalCoefficientBands().get(use.carrier().code());
        if (method.coalNcv() == Method.CoalNcv.SET || band == null || stated == null || stated.value() == null) {
            return null;
        }
        Observation reference = use.referenceCoefficient();
        if (reference != null && reference.value() != null && stated.value().compareTo(reference.value()) == 0) {
            return null;
        }
        if (!band.contains(stated.value())) {
            Finding outside = Finding.at(
                    stated.cell(),
                    "A-CARD-03",
                    Severity.WARNING,
                    stated.value().toPlainString(),
                    place.name(),
                    use.carrier().name().zh(),
                    stated.value(),
                    band.low(),
                    band.high());
            if (!findings.contains(outside)) {
                findings.add(outside);
            }
            return null;
        }
        return stated;
    }
}
