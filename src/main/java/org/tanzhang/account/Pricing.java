package org.tanzhang.account;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.tanzhang.account.LedgerEntry.FactorUse;
import org.tanzhang.code.Carrier;
import org.tanzhang.code.Codes;
import org.tanzhang.code.Region;
import org.tanzhang.factor.Factor;
import org.tanzhang.factor.FactorQuantity;
import org.tanzhang.factor.FactorSet;
import org.tanzhang.method.Method;
import org.tanzhang.observation.NotationKey;
import org.tanzhang.observation.Observation;
import org.tanzhang.quality.Finding;
import org.tanzhang.quality.Severity;
import org.tanzhang.quantity.Quantity;
import org.tanzhang.quantity.Unit;
import org.tanzhang.quantity.Units;

/**
 * Prices activities: {@code CO2 [t] = activity x NCV x carbon content x oxidation x 44 / 12}, or activity x direct factor
 * (METHOD 3). Decimals throughout, divided last, rounded once an entry. Factors are resolved once per (carrier, sector,
 * region).
 */
final class Pricing {

    private record Slot(
            String carrier,
            String sector,
            String sectorGroup,
            String region,
            String enterprise,
            FactorQuantity quantity) {}

    /** Subject of a finding about a carrier in every region and sector. */
    private static final String EVERYWHERE = "*/*/";

    private final int year;
    private final Codes codes;
    private final Units units;
    private final FactorSet set;
    private final Method method;
    private final List<Finding> findings;
    private final Map<Slot, Optional<Factor>> resolved = new HashMap<>();
    private final TreeSet<String> reported = new TreeSet<>();
    private final Set<String> measuredAt = new HashSet<>();

    Pricing(int year, Codes codes, Units units, FactorSet set, Method method, List<Finding> findings) {
        this.year = year;
        this.codes = codes;
        this.units = units;
        this.set = set;
        this.method = method;
        this.findings = findings;
        set.factors().stream().map(Factor::enterprise).filter(Objects::nonNull).forEach(measuredAt::add);
    }

    /** A priced amount; {@code co2} is null where a factor is missing. */
    record Priced(
            @Nullable BigDecimal co2,
            @Nullable BigDecimal energyTj,
            @Nullable BigDecimal coalEquivalent,
            List<FactorUse> factors) {}

    LedgerEntry entry(Activity activity) {
        if (activity.missing()) {
            return entry(activity, new Priced(null, null, null, List.of()));
        }
        return entry(activity, price(activity, method.coalNcv()));
    }

    static LedgerEntry entry(Activity activity, Priced priced) {
        return new LedgerEntry(
                activity.region(),
                activity.sector(),
                activity.sectorGroup(),
                activity.carrier().code(),
                activity.carrier().carrierGroup(),
                activity.flow(),
                activity.basis(),
                activity.reporter(),
                activity.missing() ? null : activity.amount(),
                activity.carrier().unit(),
                priced.energyTj(),
                priced.coalEquivalent(),
                priced.co2(),
                priced.co2() == null ? NotationKey.NE : null,
                activity.reason(),
                activity.sources().stream().map(Observation::id).toList(),
                priced.factors());
    }

    /** Prices an activity with the heat value that the choice says: stated where the card states one, or the set's. */
    Priced price(Activity activity, Method.CoalNcv heat) {
        Quantity amount =
                new Quantity(activity.amount(), units.get(activity.carrier().unit()));
        List<FactorUse> uses = new ArrayList<>();
        Quantity ncv = heatValue(activity, heat, uses);
        BigDecimal co2 = co2(activity, amount, ncv, uses);
        BigDecimal energy = energy(activity, amount, ncv);
        BigDecimal coalEquivalent = coalEquivalent(activity, amount, uses);
        return new Priced(co2, energy, coalEquivalent, uses);
    }

    private @Nullable BigDecimal co2(Activity activity, Quantity amount, @Nullable Quantity ncv, List<FactorUse> uses) {
        if (isByProductInCoke(activity.carrier())) {
            uses.add(new FactorUse("in-coke", "", BigDecimal.ZERO, "1"));
            return BigDecimal.ZERO;
        }
        Optional<Factor> carbon = resolve(activity, FactorQuantity.CARBON_CONTENT);
        Optional<Factor> oxidation = resolve(activity, FactorQuantity.OXIDATION);
        if (ncv != null && carbon.isPresent() && oxidation.isPresent()) {
            uses.add(use("carbon-content", carbon.get()));
            uses.add(use("oxidation", oxidation.get()));
            Quantity burnt = amount.times(ncv)
                    .times(carbon.get().asQuantity())
                    .times(oxidation.get().asQuantity())
                    .in(Unit.parse("tC"));
            return round(
                    burnt.value().multiply(method.co2ToCarbon().numerator()),
                    method.co2ToCarbon().denominator());
        }
        Optional<Factor> direct = resolve(activity, FactorQuantity.CO2_DIRECT);
        if (direct.isEmpty()
                && activity.carrier().isPurchasedEnergy()
                && method.electricity().fromLatestBefore()) {
            direct = set.latestBefore(activity.carrier().code(), FactorQuantity.CO2_DIRECT, wanted(activity));
            direct.ifPresent(f -> once("A-FACTOR-02", Severity.WARNING, activity, f.id(), f.validTo()));
        }
        if (direct.isEmpty()) {
            once("A-FACTOR-01", Severity.WARNING, activity, asked(activity.carrier()));
            return null;
        }
        uses.add(use("co2-direct", direct.get()));
        return round(amount.times(direct.get().asQuantity()).in(Unit.TONNE_CO2).value(), BigDecimal.ONE);
    }

    /**
     * Carbon before any of it oxidises.
     *
     * @param tonnes in tC, exact
     * @param oxidised the share of it that becomes CO2
     * @param factors heat value and carbon content, as used
     */
    record Carbon(BigDecimal tonnes, Factor oxidised, List<FactorUse> factors) {

        FactorUse oxidation() {
            return use("oxidation", oxidised);
        }
    }

    /** The carbon of an entry's activity, wherever the method counts it; empty where a factor is missing. */
    Optional<Carbon> carbon(LedgerEntry entry) {
        Carrier carrier = codes.carriers().get(entry.carrier());
        BigDecimal amount = entry.activity();
        Activity activity = new Activity(
                entry.region(),
                entry.sector(),
                entry.sectorGroup(),
                carrier,
                entry.flow(),
                entry.basis(),
                entry.reporter(),
                amount == null ? BigDecimal.ZERO : amount,
                null,
                null,
                "",
                List.of(),
                amount == null);
        Optional<FactorUse> stated = entry.factors().stream()
                .filter(f -> f.role().equals(FactorUse.STATED_NCV))
                .findFirst();
        return amount == null ? Optional.empty() : carbon(activity, stated);
    }

    /** The carbon of an activity by the heat value stated for it, or the set's. */
    Optional<Carbon> carbon(Activity activity, Optional<FactorUse> statedHeat) {
        List<FactorUse> uses = new ArrayList<>();
        statedHeat.ifPresent(uses::add);
        Quantity ncv = statedHeat.isPresent()
                ? new Quantity(
                        statedHeat.get().value(), Unit.parse(statedHeat.get().unit()))
                : heatValue(activity, Method.CoalNcv.SET, uses);
        Optional<Factor> content = resolve(activity, FactorQuantity.CARBON_CONTENT);
        Optional<Factor> oxidation = resolve(activity, FactorQuantity.OXIDATION);
        if (ncv == null || content.isEmpty() || oxidation.isEmpty()) {
            return Optional.empty();
        }
        uses.add(use("carbon-content", content.get()));
        BigDecimal tonnes = new Quantity(
                        activity.amount(), units.get(activity.carrier().unit()))
                .times(ncv)
                .times(content.get().asQuantity())
                .in(Unit.parse("tC"))
                .value();
        return Optional.of(new Carbon(tonnes, oxidation.get(), uses));
    }

    /** CO2 in t of carbon in tC that oxidises at a rate, rounded once. */
    BigDecimal co2(BigDecimal carbon, Factor oxidation) {
        BigDecimal oxidised =
                carbon.multiply(oxidation.asQuantity().in(Unit.ONE).value());
        return round(
                oxidised.multiply(method.co2ToCarbon().numerator()),
                method.co2ToCarbon().denominator());
    }

    /** Whether the carrier's carbon is counted with the coke it came from. */
    boolean isByProductInCoke(Carrier carrier) {
        return method.byProductGases() == Method.ByProductGases.IN_COKE
                && method.byProductGasCarriers().contains(carrier.code());
    }

    private @Nullable Quantity heatValue(Activity activity, Method.CoalNcv heat, List<FactorUse> uses) {
        Observation stated = activity.statedHeat();
        if (heat == Method.CoalNcv.STATED && stated != null && stated.value() != null) {
            // tce/t equals kgce/kg; x 29307.6 kJ/kgce gives kJ/kg
            Quantity ncv = new Quantity(stated.value().multiply(method.heatPerCoalEquivalent()), Unit.parse("kJ/kg"));
            uses.add(new FactorUse(FactorUse.STATED_NCV, "", ncv.value(), "kJ/kg"));
            return ncv;
        }
        Optional<Factor> factor = resolve(activity, FactorQuantity.NCV);
        factor.ifPresent(f -> uses.add(use("ncv", f)));
        return factor.map(Factor::asQuantity).orElse(null);
    }

    private @Nullable BigDecimal energy(Activity activity, Quantity amount, @Nullable Quantity ncv) {
        if (activity.carrier().isPurchasedEnergy()) {
            return round(amount.in(Unit.TERAJOULE).value(), BigDecimal.ONE);
        }
        return ncv == null ? null : round(amount.times(ncv).in(Unit.TERAJOULE).value(), BigDecimal.ONE);
    }

    private @Nullable BigDecimal coalEquivalent(Activity activity, Quantity amount, List<FactorUse> uses) {
        Observation stated = activity.coefficient();
        if (stated != null && stated.value() != null) {
            // column 10 is in tce per ledger unit of the carrier
            uses.add(new FactorUse(
                    "stated-coal-equivalent",
                    "",
                    stated.value(),
                    "tce/" + activity.carrier().unit()));
            return round(amount.value().multiply(stated.value()), BigDecimal.ONE);
        }
        resolve(activity, FactorQuantity.COAL_EQUIVALENT).ifPresent(f -> uses.add(use("coal-equivalent", f)));
        return coalEquivalent(activity).map(tce -> round(tce, BigDecimal.ONE)).orElse(null);
    }

    /** The coal equivalent by the set's coefficient in tce, not rounded; empty where the set has none. */
    Optional<BigDecimal> coalEquivalent(Activity activity) {
        Quantity amount =
                new Quantity(activity.amount(), units.get(activity.carrier().unit()));
        return resolve(activity, FactorQuantity.COAL_EQUIVALENT)
                .map(f -> amount.times(f.asQuantity())
                        .in(Unit.TONNE_COAL_EQUIVALENT)
                        .value());
    }

    /** Where a factor that was used was taken from; null for a value that the set does not hold. */
    Account.@Nullable Source sourceOf(FactorUse use) {
        return set.factors().stream()
                .filter(f -> f.id().equals(use.factor()))
                .findFirst()
                .map(f -> new Account.Source(f.id(), f.document(), f.verification()))
                .orElse(null);
    }

    private Optional<Factor> resolve(Activity activity, FactorQuantity quantity) {
        return resolved.computeIfAbsent(
                new Slot(
                        activity.carrier().code(),
                        activity.sector(),
                        activity.sectorGroup(),
                        activity.region(),
                        enterprise(activity),
                        quantity),
                slot -> set.resolve(slot.carrier(), slot.quantity(), wanted(activity)));
    }

    /** The reporter where the set holds a value measured there; else factors are resolved once for all reporters. */
    private String enterprise(Activity activity) {
        return measuredAt.contains(activity.reporter()) ? activity.reporter() : "";
    }

    private FactorSet.Wanted wanted(Activity activity) {
        List<String> line = codes.regions().withAncestors(activity.region()).stream()
                .map(Region::code)
                .toList();
        return new FactorSet.Wanted(
                line,
                activity.sector(),
                activity.sectorGroup(),
                year,
                enterprise(activity),
                method.electricity().series());
    }

    /** The set, and of electricity the series too, that was asked for a factor. */
    private String asked(Carrier carrier) {
        return set.series(carrier.code()).isEmpty()
                ? set.id()
                : set.id() + " " + method.electricity().series().code();
    }

    private void once(String rule, Severity severity, Activity activity, @Nullable Object... details) {
        String carrier = activity.carrier().code();
        if (reported.add(rule + carrier)) {
            List<@Nullable Object> arguments =
                    new ArrayList<>(List.of(activity.carrier().name().zh(), year));
            arguments.addAll(Arrays.asList(details));
            findings.add(Finding.about(EVERYWHERE + carrier, rule, severity, arguments.toArray()));
        }
    }

    /** The findings without those about a factor that were made before: each is made once for a carrier. */
    List<Finding> notYetSaid(List<Finding> others) {
        return others.stream()
                .filter(f -> !f.subject().startsWith(EVERYWHERE)
                        || reported.add(f.rule() + f.subject().substring(EVERYWHERE.length())))
                .toList();
    }

    private static FactorUse use(String role, Factor factor) {
        return new FactorUse(role, factor.id(), factor.value(), factor.unit().toString());
    }

    /** numerator / denominator, rounded HALF_EVEN to the entry's scale. */
    BigDecimal round(BigDecimal numerator, BigDecimal denominator) {
        return numerator.divide(denominator, method.entryScale(), RoundingMode.HALF_EVEN);
    }
}
