package org.tanzhang.account;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.tanzhang.account.AccountInput.PlacedCard;
import org.tanzhang.code.Carrier;
import org.tanzhang.code.Codes;
import org.tanzhang.code.Flow;
import org.tanzhang.code.ParkSector;
import org.tanzhang.code.Region;
import org.tanzhang.code.Sector;
import org.tanzhang.factor.FactorSet;
import org.tanzhang.method.Method;
import org.tanzhang.observation.NotationKey;
import org.tanzhang.observation.Statement;
import org.tanzhang.observation.UnitEntry;
import org.tanzhang.quality.Finding;
import org.tanzhang.quality.Severity;
import org.tanzhang.quantity.Units;

/** Accounts one county from its own statements: its enterprises, and what its own tables state beyond them (METHOD 1, 2). */
final class CountyAccounting {

    private final Codes codes;
    private final Units units;
    private final FactorSet factors;
    private final Method method;
    private final AccountInput input;
    private final Region county;
    private final RegionTables tables;
    private final List<Finding> findings = new ArrayList<>();
    private final Pricing pricing;
    private final Feedstock feedstock;

    CountyAccounting(Codes codes, Units units, FactorSet factors, Method method, AccountInput input, Region county) {
        this.codes = codes;
        this.units = units;
        this.factors = factors;
        this.method = method;
        this.input = input;
        this.county = county;
        this.tables = new RegionTables(codes, units, method);
        this.pricing = new Pricing(input.year(), codes, units, factors, method, findings);
        this.feedstock = new Feedstock(method, findings);
    }

    /** The county's part. */
    CountyPart part() {
        List<Activity> activities = activities();
        List<LedgerEntry> entries = new ArrayList<>();
        activities.forEach(a -> entries.add(pricing.entry(a)));
        Statement statement = input.balances().get(county.code());
        Balance balance = statement == null ? null : tables.balance(statement, new ArrayList<>());
        RecoveredGas gases = new RecoveredGas(method, pricing, codes.carriers(), units, findings);
        entries.addAll(gases.ofCounty(county, input.cards(), balance, List.copyOf(entries)));
        if (!input.statesSectors(county.code())) {
            entries.addAll(notEstimated(county.code(), Balance.OTHER_SECTORS));
        } else if (restsOnDistrict()) {
            entries.addAll(
                    notEstimated(county.code(), district(new ArrayList<>()).missingSectors()));
        }
        List<LedgerEntry> sorted = Accounting.sorted(entries);
        Parks parks = Parks.of(sorted, cards(), parkSectors());
        findings.addAll(parks.findings());
        Memo memo = new Memo(codes, units, method, pricing);
        memo.ofCounty(county, input, balance);
        feedstock.released().forEach(memo::feedstock);
        List<Account.Check> checks = tables.carbonBalance(county, input, pricing, findings);
        return new CountyPart(
                county.code(),
                sorted,
                parks.parts(),
                findings,
                new CountyPart.Sums(feedstock.listed(), coalHeat(activities), gases.sum(), checks, memo.part()),
                new Figures(codes, units, factors, method).ofCounty(input, county, sorted));
    }

    private List<ParkSector> parkSectors() {
        return codes.parkSectors().stream().filter(s -> s.validIn(input.year())).toList();
    }

    private List<PlacedCard> cards() {
        return input.cards().stream()
                .filter(c -> c.place().region().equals(county.code()))
                .toList();
    }

    private List<Activity> activities() {
        if (tables.restsOnMatrix(input, county.code())) {
            return tables.matrix(input, county, Basis.BOTTOM_UP, feedstock, findings);
        }
        List<PlacedCard> cards = cards().stream()
                .filter(this::withinCounty)
                .sorted(Comparator.comparing((PlacedCard c) -> c.place().creditCode())
                        .thenComparing(c -> c.place().division())
                        .thenComparing(c -> c.card().period()))
                .toList();
        Enterprises enterprises = Enterprises.of(cards, method, codes.carriers(), units, feedstock, findings);
        Statement statement = input.balances().get(county.code());
        checkBeside(cards, enterprises);
        if (statement == null && restsOnDistrict()) {
            List<Activity> activities = new ArrayList<>(enterprises.activities());
            activities.addAll(district(findings).activities());
            return activities;
        }
        return CountyAccount.activities(
                county,
                statement == null ? null : tables.balance(statement, findings),
                enterprises,
                method,
                codes.carriers(),
                feedstock,
                findings);
    }

    private boolean restsOnDistrict() {
        return !input.states(county.code()) && input.beside().districts().containsKey(county.code());
    }

    private DistrictAccount district(List<Finding> found) {
        Statement statement = input.beside().districts().get(county.code());
        return new DistrictAccount(county, tables.balance(Objects.requireNonNull(statement), found), method, found);
    }

    /** What states the same beside what counts. */
    private void checkBeside(List<PlacedCard> cards, Enterprises enterprises) {
        BesideChecks checks =
                new BesideChecks(codes.carriers(), units, new Tolerance(method.toleranceShare()), findings);
        Statement own = input.balances().get(county.code());
        Statement district = input.beside().districts().get(county.code());
        Statement rows = own == null ? district : own;
        if (own != null && district != null) {
            checks.district(
                    county,
                    tables.balance(own, new ArrayList<>()),
                    tables.balance(district, new ArrayList<>()),
                    enterprises);
        }
        if (rows != null) {
            List<PlacedCard> within = input.beside().within().stream()
                    .filter(c -> c.place().region().equals(county.code()))
                    .toList();
            checks.within(county, tables.balance(rows, new ArrayList<>()), within);
        }
        cards.stream().map(PlacedCard::card).distinct().forEach(card -> {
            Statement export = input.beside().exports().get(card.reporter().code());
            if (export != null && card.period().isFullYear()) {
                checks.export(card, export);
            }
        });
    }

    /** A unit that reports for more than its district belongs to the city level alone, listed (METHOD 1). */
    private boolean withinCounty(PlacedCard placed) {
        UnitEntry.Scope scope = placed.place().scope();
        boolean within = scope == UnitEntry.Scope.SITE || scope == UnitEntry.Scope.DISTRICT;
        if (!within) {
            findings.add(Finding.about(
                    placed.place().creditCode(),
                    "A-CARD-04",
                    Severity.WARNING,
                    placed.place().name()));
        }
        return within;
    }

    /** What only a county's own balance states, its purchased energy included: not estimated, never zero. */
    private List<LedgerEntry> notEstimated(String region, List<String> sectors) {
        List<LedgerEntry> missing = new ArrayList<>();
        Carrier all = codes.carriers().get("energy-total");
        for (String sector : sectors) {
            missing.add(notEstimated(region, sector, all, Flow.FINAL));
        }
        for (Carrier carrier : codes.carriers().all()) {
            if (carrier.isPurchasedEnergy() && method.accountsPurchasedEnergy()) {
                sectors.forEach(sector -> missing.add(notEstimated(region, sector, carrier, Flow.CONSUMPTION)));
                missing.add(notEstimated(region, Sector.TOTAL, carrier, Flow.NET_IMPORT));
            }
        }
        return missing;
    }

    private static LedgerEntry notEstimated(String region, String sector, Carrier carrier, Flow flow) {
        return new LedgerEntry(
                region,
                sector,
                sector,
                carrier.code(),
                carrier.carrierGroup(),
                flow,
                Basis.BOTTOM_UP,
                "",
                null,
                carrier.unit(),
                null,
                null,
                null,
                NotationKey.NE,
                ResidualReason.NOT_REPORTED,
                List.of(),
                List.of());
    }

    /** Scope 1 of a county by the cards' stated heat values and by the set's, side by side (METHOD 3). */
    private CountyPart.CoalHeat coalHeat(List<Activity> activities) {
        BigDecimal stated = BigDecimal.ZERO;
        BigDecimal bySet = BigDecimal.ZERO;
        for (Activity activity : activities) {
            if (activity.statedHeat() != null) {
                BigDecimal a = pricing.price(activity, Method.CoalNcv.STATED).co2();
                BigDecimal b = pricing.price(activity, Method.CoalNcv.SET).co2();
                stated = a == null ? stated : stated.add(a);
                bySet = b == null ? bySet : bySet.add(b);
            }
        }
        return new CountyPart.CoalHeat(stated, bySet);
    }
}
