package org.tanzhang.account;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.tanzhang.account.AccountInput.PlacedCard;
import org.tanzhang.account.LedgerEntry.FactorUse;
import org.tanzhang.code.Carrier;
import org.tanzhang.code.CodeList;
import org.tanzhang.code.Flow;
import org.tanzhang.code.Region;
import org.tanzhang.code.Sector;
import org.tanzhang.method.Method;
import org.tanzhang.observation.Observation;
import org.tanzhang.observation.UnitEntry;
import org.tanzhang.quality.Finding;
import org.tanzhang.quality.Severity;
import org.tanzhang.quantity.Units;

/**
 * The carbon of blast-furnace and converter gas that works recover (METHOD 2): with {@code in-gas} it counts where the gas
 * burns, and coke, then injected coal, of those who recover it is reduced by it, not below 0.
 *
 * <p>The reduction is an entry of its own, with activity 0 and {@code CO2 = - recovered gas x NCV x carbon content of the gas x
 * oxidation of the fuel x 44 / 12}; the fuel's own entry is the same by either choice. Each amount of gas counts once: what
 * enterprises recover, then what a county's row 回收能 states beyond them, then what the parent's row states beyond its
 * counties.
 */
final class RecoveredGas {

    /** Reason of the entries that take carbon off a fuel. */
    static final String CARBON_IN_GAS = "carbon-in-gas";

    /** Where a region's own row may stand for iron works; 31 is 黑色金属冶炼和压延加工业. */
    private static final Set<String> IRON_MAKING = Set.of("31", Sector.INDUSTRY_REST, Sector.INDUSTRY);

    private final Method method;
    private final Pricing pricing;
    private final CodeList<Carrier> carriers;
    private final Units units;
    private final List<Finding> findings;
    private final List<Carrier> gases;
    private final Map<String, BigDecimal> below = new HashMap<>();
    private final Map<LedgerEntry, BigDecimal> carbonLeft = new IdentityHashMap<>();
    private BigDecimal borne = BigDecimal.ZERO;
    private BigDecimal takenOff = BigDecimal.ZERO;

    /**
     * What a county's recovered gas comes to.
     *
     * @param recovered by gas, in its ledger unit
     * @param borne CO2 in t of the coke and coal whose carbon gases took, by the one choice
     * @param takenOff of that what counts where the gas burns, by the other
     */
    public record Sum(Map<String, BigDecimal> recovered, BigDecimal borne, BigDecimal takenOff) {

        public Sum {
            recovered = Collections.unmodifiableMap(new TreeMap<>(recovered));
        }
    }

    RecoveredGas(Method method, Pricing pricing, CodeList<Carrier> carriers, Units units, List<Finding> findings) {
        this.method = method;
        this.pricing = pricing;
        this.carriers = carriers;
        this.units = units;
        this.findings = findings;
        this.gases = carriers.all().stream()
                .filter(c -> method.byProductGasCarriers().contains(c.code()))
                .toList();
    }

    /** What there is so far. */
    Sum sum() {
        return new Sum(below, borne, takenOff);
    }

    /** Adds what a county that was accounted by itself comes to. */
    void add(Sum county) {
        county.recovered().forEach((gas, amount) -> below.merge(gas, amount, BigDecimal::add));
        borne = borne.add(county.borne());
        takenOff = takenOff.add(county.takenOff());
    }

    /** What is taken off a county's entries: its enterprises', then its own beyond them. */
    List<LedgerEntry> ofCounty(
            Region county, List<PlacedCard> cards, @Nullable Balance balance, List<LedgerEntry> entries) {
        List<LedgerEntry> taken = new ArrayList<>();
        Map<String, BigDecimal> byEnterprises = new LinkedHashMap<>();
        cards.stream()
                .filter(c -> c.place().region().equals(county.code())
                        && (c.place().scope() == UnitEntry.Scope.SITE
                                || c.place().scope() == UnitEntry.Scope.DISTRICT))
                .sorted(Comparator.comparing(c -> c.place().creditCode()))
                .forEach(card -> taken.addAll(ofEnterprise(card, entries, byEnterprises)));
        byEnterprises.forEach((gas, amount) -> below.merge(gas, amount, BigDecimal::add));
        if (balance != null) {
            taken.addAll(beyond(county, balance, byEnterprises, Basis.BOTTOM_UP, entries));
        }
        return taken;
    }

    /** What is taken off a region's own account, where no children report. */
    List<LedgerEntry> ofRegion(Region region, Balance balance, List<LedgerEntry> entries) {
        return beyond(region, balance, Map.of(), Basis.TOP_DOWN, entries);
    }

    /** What is taken off the residuals, by cell: the parent's row 回收能 beyond what was recovered below. */
    Map<Activity.CellKey, List<LedgerEntry>> ofResiduals(
            Region parent,
            Balance balance,
            Map<Activity.CellKey, Activity> above,
            Map<Activity.CellKey, List<LedgerEntry>> children) {
        List<LedgerEntry> residuals = new ArrayList<>();
        above.forEach((cell, city) -> {
            boolean bears = cell.flow() == Flow.FINAL
                    && !city.missing()
                    && method.gasCarbon().bearers().contains(cell.carrierGroup());
            BigDecimal residual = children.getOrDefault(cell, List.of()).stream()
                    .map(e -> e.activity() == null ? BigDecimal.ZERO : e.activity())
                    .reduce(city.amount(), BigDecimal::subtract);
            if (bears && residual.signum() > 0) {
                residuals.add(pricing.entry(Activity.ofBalance(
                        city.region(),
                        city.sector(),
                        city.sectorGroup(),
                        city.carrier(),
                        city.flow(),
                        Basis.RESIDUAL,
                        residual,
                        "",
                        city.sources())));
            }
        });
        Map<Activity.CellKey, List<LedgerEntry>> byCell = new HashMap<>();
        beyond(parent, balance, Map.copyOf(below), Basis.RESIDUAL, residuals)
                .forEach(e ->
                        byCell.computeIfAbsent(e.cell(), c -> new ArrayList<>()).add(e));
        return byCell;
    }

    private List<LedgerEntry> ofEnterprise(
            PlacedCard card, List<LedgerEntry> entries, Map<String, BigDecimal> recovered) {
        List<LedgerEntry> taken = new ArrayList<>();
        UnitEntry place = card.place();
        for (Observation cell : card.card().observations()) {
            Carrier gas = carriers.find(cell.carrier()).orElse(null);
            if (gas == null
                    || !gases.contains(gas)
                    || !cell.item().equals("recovery")
                    || cell.quantity().value().signum() == 0) {
                continue;
            }
            CardPart.Counted part = card.part().of(cell, units.get(gas.unit()));
            BigDecimal amount = part.amount();
            recovered.merge(gas.code(), amount, BigDecimal::add);
            Activity given = new Activity(
                    place.region(),
                    place.division(),
                    Sector.INDUSTRY,
                    gas,
                    Flow.FINAL,
                    Basis.BOTTOM_UP,
                    place.creditCode(),
                    amount,
                    null,
                    null,
                    "",
                    part.cells(),
                    false);
            taken.addAll(take(
                    place.name(), given, bearers(entries, e -> e.reporter().equals(place.creditCode()))));
        }
        return taken;
    }

    /** What a row 回收能 states beyond what was recovered below it, taken off that level's own entries. */
    private List<LedgerEntry> beyond(
            Region region,
            Balance balance,
            Map<String, BigDecimal> recoveredBelow,
            Basis basis,
            List<LedgerEntry> entries) {
        List<LedgerEntry> taken = new ArrayList<>();
        for (Carrier gas : gases) {
            Balance.Amount row = balance.recovered(gas);
            BigDecimal amount = row.value().subtract(recoveredBelow.getOrDefault(gas.code(), BigDecimal.ZERO));
            if (amount.signum() <= 0) {
                continue;
            }
            below.merge(gas.code(), amount, BigDecimal::add);
            Activity given = Activity.ofBalance(
                    region.code(), Sector.INDUSTRY, Sector.INDUSTRY, gas, Flow.FINAL, basis, amount, "", row.sources());
            taken.addAll(take(
                    region.name().zh(),
                    given,
                    bearers(
                            entries,
                            e -> e.reporter().isEmpty() && e.basis() == basis && IRON_MAKING.contains(e.sector()))));
        }
        return taken;
    }

    private List<LedgerEntry> bearers(List<LedgerEntry> entries, Predicate<LedgerEntry> theirs) {
        List<String> order = method.gasCarbon().bearers();
        return entries.stream()
                .filter(e -> e.flow() == Flow.FINAL && order.contains(e.carrier()) && theirs.test(e))
                .sorted(Comparator.comparing(e -> order.indexOf(e.carrier())))
                .toList();
    }

    private List<LedgerEntry> take(String name, Activity given, List<LedgerEntry> bearers) {
        Optional<Pricing.Carbon> carbon = pricing.carbon(given, Optional.empty());
        if (carbon.isEmpty()) {
            // the gas itself is NE where it burns; its carbon stays with the coke
            return List.of();
        }
        List<LedgerEntry> taken = new ArrayList<>();
        BigDecimal left = carbon.get().tonnes();
        for (LedgerEntry bearer : bearers) {
            Optional<Pricing.Carbon> own = pricing.carbon(bearer);
            if (own.isEmpty() || bearer.co2T() == null) {
                continue;
            }
            BigDecimal available = carbonLeft.getOrDefault(bearer, own.get().tonnes());
            BigDecimal moved = left.min(available);
            if (moved.signum() > 0) {
                if (!carbonLeft.containsKey(bearer)) {
                    borne = borne.add(pricing.co2(own.get().tonnes(), own.get().oxidised()));
                }
                carbonLeft.put(bearer, available.subtract(moved));
                left = left.subtract(moved);
                BigDecimal co2 = pricing.co2(moved, own.get().oxidised());
                takenOff = takenOff.add(co2);
                taken.add(entry(bearer, given, carbon.get(), own.get().oxidation(), moved, co2));
            }
        }
        if (method.byProductGases() == Method.ByProductGases.IN_COKE) {
            return List.of();
        }
        if (left.signum() > 0) {
            findings.add(Finding.about(
                    given.region() + "/" + given.sector() + "/"
                            + given.carrier().code(),
                    "A-GAS-01",
                    Severity.WARNING,
                    name,
                    given.carrier().name().zh(),
                    given.amount(),
                    given.carrier().unit(),
                    left));
        }
        return taken;
    }

    private static LedgerEntry entry(
            LedgerEntry bearer,
            Activity given,
            Pricing.Carbon carbon,
            FactorUse oxidation,
            BigDecimal moved,
            BigDecimal co2) {
        List<FactorUse> uses = new ArrayList<>();
        uses.add(new FactorUse(
                "recovered-gas", "", given.amount(), given.carrier().unit()));
        uses.addAll(carbon.factors());
        uses.add(new FactorUse("carbon-moved", "", moved, "tC"));
        uses.add(oxidation);
        return new LedgerEntry(
                bearer.region(),
                bearer.sector(),
                bearer.sectorGroup(),
                bearer.carrier(),
                bearer.carrierGroup(),
                bearer.flow(),
                bearer.basis(),
                bearer.reporter(),
                BigDecimal.ZERO,
                bearer.unit(),
                BigDecimal.ZERO,
                BigDecimal.ZERO,
                co2.negate(),
                null,
                CARBON_IN_GAS,
                given.sources().stream().map(Observation::id).toList(),
                uses);
    }

    /**
     * CO2 of the gases, and of the coke and coal whose carbon they took, by both choices: carbon is the same, CO2 differs
     * by the oxidation rates. Nothing where no gas was recovered or burnt, or where a factor is missing.
     *
     * @param account the entries that make up the region's account, each thing once
     */
    List<Account.Check> checks(Region region, List<LedgerEntry> account) {
        BigDecimal inGas = borne.subtract(takenOff);
        boolean concerned = borne.signum() != 0;
        for (LedgerEntry e : account) {
            if (method.byProductGasCarriers().contains(e.carrier()) && e.activity() != null) {
                Optional<Pricing.Carbon> carbon = pricing.carbon(e);
                if (carbon.isEmpty()) {
                    return List.of();
                }
                inGas = inGas.add(
                        pricing.co2(carbon.get().tonnes(), carbon.get().oxidised()));
                concerned = true;
            }
        }
        return concerned
                ? List.of(
                        new Account.Check("by-product-gases.in-coke", region.code(), borne, "tCO2"),
                        new Account.Check("by-product-gases.in-gas", region.code(), inGas, "tCO2"))
                : List.of();
    }

    /**
     * Gas that crosses the boundary of the region accounted: rows of its balance that say so, or more or less gas used than
     * was recovered. With {@code in-coke} what comes in would be counted nowhere and what goes out here; with {@code in-gas} what is flared
     * after recovery would be counted nowhere.
     *
     * @param account the entries that make up the region's account, each thing once
     */
    void compare(Region region, @Nullable Balance balance, List<LedgerEntry> account) {
        for (Carrier gas : gases) {
            if (balance != null) {
                for (String row : List.of("supply.inflow", "supply.import", "supply.outflow", "supply.export")) {
                    BigDecimal amount = balance.amount(row, gas).value();
                    if (amount.signum() != 0) {
                        crossing(region, gas, row, amount);
                    }
                }
            }
            BigDecimal used = account.stream()
                    .filter(e -> e.carrier().equals(gas.code()) && e.activity() != null)
                    .map(LedgerEntry::activity)
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
            BigDecimal lost = balance == null
                    ? BigDecimal.ZERO
                    : balance.amount("losses.total", gas).value();
            BigDecimal recovered = below.getOrDefault(gas.code(), BigDecimal.ZERO);
            BigDecimal gap = recovered.subtract(used).subtract(lost);
            BigDecimal allowed = recovered.max(used).multiply(method.toleranceShare());
            if (gap.abs().compareTo(allowed) > 0) {
                findings.add(Finding.about(
                        region.code() + "/" + Sector.INDUSTRY + "/" + gas.code(),
                        gap.signum() > 0 ? "A-GAS-03" : "A-GAS-04",
                        Severity.WARNING,
                        region.name().zh(),
                        gas.name().zh(),
                        recovered,
                        used.add(lost),
                        gap.abs(),
                        gas.unit()));
            }
        }
    }

    private void crossing(Region region, Carrier gas, String row, BigDecimal amount) {
        findings.add(Finding.about(
                region.code() + "/" + row + "/" + gas.code(),
                "A-GAS-02",
                Severity.WARNING,
                region.name().zh(),
                gas.name().zh(),
                amount,
                gas.unit()));
    }
}
