package org.tanzhang.account;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tanzhang.code.Codes;
import org.tanzhang.code.Region;
import org.tanzhang.factor.FactorSet;
import org.tanzhang.method.Composite;
import org.tanzhang.method.Method;
import org.tanzhang.observation.Statement;
import org.tanzhang.quality.Finding;
import org.tanzhang.quality.Severity;
import org.tanzhang.quantity.Units;

/**
 * Accounts one region and its children for one year: counties bottom up, the parent top down, and the residuals that
 * close them. The same input gives the same account, whatever its order.
 */
public final class Accounting {

    private final Codes codes;
    private final Units units;
    private final FactorSet factors;
    private final Method method;
    private final RegionTables tables;

    public Accounting(Codes codes, Units units, FactorSet factors, Method method) {
        this.codes = codes;
        this.units = units;
        this.factors = factors;
        this.method = method;
        this.tables = new RegionTables(codes, units, method);
    }

    /** Accounts with nothing known of the residuals beforehand. */
    public Account account(AccountInput input) {
        return account(input, KnownResiduals.none());
    }

    /** Accounts, with the reasons that the bureau assigned to residuals and those of the year before. */
    public Account account(AccountInput input, KnownResiduals known) {
        return close(
                input,
                known,
                reporting(input).stream().map(c -> county(input, c)).toList());
    }

    /**
     * Accounts one county by itself.
     *
     * @param input holds the cells of this county's statements; of others it needs none
     */
    public CountyPart county(AccountInput input, Region county) {
        return new CountyAccounting(codes, units, factors, method, input, county).part();
    }

    /**
     * Closes the region over the parts of its reporting children.
     *
     * @param input holds the cells of the region's own statements; of its children it needs none, only which there are
     * @param known the reasons that the bureau assigned to residuals and those of the year before
     */
    public Account close(AccountInput input, KnownResiduals known, List<CountyPart> parts) {
        List<Finding> findings = new ArrayList<>();
        Pricing pricing = new Pricing(input.year(), codes, units, factors, method, findings);
        Feedstock feedstock = new Feedstock(method, findings);
        findings.addAll(input.beside().remarks());
        unplaced(input, findings);
        elsewhere(input, findings);
        Statement parentStatement = input.balances().get(input.parent().code());
        Balance parentBalance = parentStatement == null ? null : tables.balance(parentStatement, findings);
        List<Account.Check> composite = composite(input.parent(), parentStatement, pricing, findings);
        if (!input.childrenReport()) {
            return ownTableOnly(input, parentBalance, pricing, feedstock, composite, findings);
        }
        RecoveredGas gases = new RecoveredGas(method, pricing, codes.carriers(), units, findings);
        Memo memo = new Memo(codes, units, method, pricing);
        List<LedgerEntry> bottomUp = new ArrayList<>();
        CountyPart.CoalHeat coalHeat = CountyPart.CoalHeat.NONE;
        for (CountyPart part : parts) {
            bottomUp.addAll(part.entries());
            findings.addAll(pricing.notYetSaid(part.findings()));
            part.sums().rawMaterial().forEach(feedstock::below);
            gases.add(part.sums().gas());
            memo.add(part.sums().memo());
            coalHeat = coalHeat.plus(part.sums().coalHeat());
        }
        List<LedgerEntry> entries = new ArrayList<>(bottomUp);
        List<Account.Check> checks = new ArrayList<>();
        checks.add(new Account.Check("coal-ncv.stated", input.parent().code(), coalHeat.stated(), "tCO2"));
        checks.add(new Account.Check("coal-ncv.set", input.parent().code(), coalHeat.bySet(), "tCO2"));
        List<Account.ResidualNote> residuals = List.of();
        List<Account.BalancedCell> balanced = List.of();
        if (parentBalance == null) {
            findings.add(Finding.about(
                    input.parent().code(),
                    "A-CITY-02",
                    Severity.INFO,
                    input.parent().name().zh()));
        } else {
            feedstock.ofParent(input.parent(), parentBalance, Basis.RESIDUAL);
            ParentAccount parent = parentAccount(parentBalance);
            Closure closure = new Closure(
                    parent, parentBalance, pricing, method, known, unreported(input), input.parent(), gases, findings);
            entries.addAll(closure.close(List.copyOf(bottomUp), input.children().size()));
            checks.add(new Account.Check("factor-effect", input.parent().code(), closure.factorEffect(), "tCO2"));
            residuals = closure.notes();
            balanced = new BalancedAccount(method, known, input, findings).of(closure.cells(), bottomUp);
        }
        checks.addAll(composite);
        List<LedgerEntry> once =
                entries.stream().filter(e -> e.basis() != Basis.TOP_DOWN).toList();
        gases.compare(input.parent(), parentBalance, once);
        checks.addAll(gases.checks(input.parent(), once));
        checks.addAll(tables.carbonBalance(input.parent(), input, pricing, findings));
        parts.forEach(p -> checks.addAll(p.sums().checks()));
        memo.ofParent(input.parent(), input, parentBalance, true);
        memo.leftOut(input, findings);
        feedstock.released().forEach(memo::feedstock);
        return new Account(
                sorted(entries),
                findings,
                checks,
                residuals,
                balanced,
                memo.lines(),
                new Figures(codes, units, factors, method).of(input, entries, parts));
    }

    /** The assessment's composite beside the account, where the method names one and the region has a balance. */
    private List<Account.Check> composite(
            Region parent, @Nullable Statement statement, Pricing pricing, List<Finding> findings) {
        Composite composite = method.composite();
        if (composite == null || statement == null) {
            return List.of();
        }
        // totals above their parts are found by the account itself, on the rows that it rests on
        Balance own = tables.balance(statement, new ArrayList<>());
        return new CompositeAccount(parent, own, composite, pricing, codes.carriers(), findings).checks();
    }

    /** A region without child statements: its own matrix or balance is its account (METHOD 4). */
    private Account ownTableOnly(
            AccountInput input,
            @Nullable Balance balance,
            Pricing pricing,
            Feedstock feedstock,
            List<Account.Check> composite,
            List<Finding> findings) {
        List<Activity> activities;
        if (tables.restsOnMatrix(input, input.parent().code())) {
            activities = tables.matrix(input, input.parent(), Basis.TOP_DOWN, feedstock, findings);
        } else if (balance != null) {
            activities = parentAccount(balance).activities();
            feedstock.ofParent(input.parent(), balance, Basis.TOP_DOWN);
        } else {
            findings.add(Finding.about(
                    input.parent().code(),
                    "A-COVERAGE-02",
                    Severity.ERROR,
                    input.parent().name().zh(),
                    input.year()));
            return new Account(List.of(), findings, List.of());
        }
        List<LedgerEntry> entries = new ArrayList<>(activities.stream()
                .filter(a -> a.missing() || a.amount().signum() != 0)
                .map(pricing::entry)
                .toList());
        List<Account.Check> checks = new ArrayList<>(composite);
        if (balance != null) {
            RecoveredGas gases = new RecoveredGas(method, pricing, codes.carriers(), units, findings);
            entries.addAll(gases.ofRegion(input.parent(), balance, entries));
            gases.compare(input.parent(), balance, entries);
            checks.addAll(gases.checks(input.parent(), entries));
            checks.addAll(tables.carbonBalance(input.parent(), input, pricing, findings));
        }
        Memo memo = new Memo(codes, units, method, pricing);
        memo.ofParent(input.parent(), input, balance, false);
        memo.leftOut(input, findings);
        memo.ofNoCounty(input, findings);
        feedstock.released().forEach(memo::feedstock);
        return new Account(
                sorted(entries),
                findings,
                checks,
                List.of(),
                List.of(),
                memo.lines(),
                new Figures(codes, units, factors, method).of(input, entries, List.of()));
    }

    private ParentAccount parentAccount(Balance balance) {
        return new ParentAccount(balance, new Combustion(method), method.accountsPurchasedEnergy());
    }

    private static void unplaced(AccountInput input, List<Finding> findings) {
        for (Statement card : input.unplaced()) {
            findings.add(Finding.about(
                    card.reporter().code(),
                    "A-COVERAGE-03",
                    Severity.WARNING,
                    card.reporter().name(),
                    card.reporter().code(),
                    input.year()));
        }
    }

    /** Cards that the register places in none of the children are nobody's here; that is said, not passed over. */
    private static void elsewhere(AccountInput input, List<Finding> findings) {
        Set<String> children = input.children().stream().map(Region::code).collect(Collectors.toSet());
        input.cards().stream()
                .filter(c -> !children.contains(c.place().region()))
                .forEach(c -> findings.add(Finding.about(
                        c.place().creditCode(),
                        "A-COVERAGE-04",
                        Severity.WARNING,
                        c.place().name(),
                        c.place().region())));
    }

    /**
     * The children that are accounted: none where no child sent anything, else all of a city's or province's, and of the
     * nation those provinces that sent something.
     */
    public static List<Region> reporting(AccountInput input) {
        if (!input.childrenReport()) {
            return List.of();
        }
        return input.parent().level() == Region.Level.NATION
                ? input.children().stream()
                        .filter(c -> input.statesSectors(c.code()))
                        .toList()
                : input.children();
    }

    private static Set<String> unreported(AccountInput input) {
        return reporting(input).stream()
                .map(Region::code)
                .filter(code -> !input.statesSectors(code))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    static List<LedgerEntry> sorted(List<LedgerEntry> entries) {
        return entries.stream()
                .sorted(Comparator.comparing(LedgerEntry::region)
                        .thenComparing(e -> e.basis().code())
                        .thenComparing(e -> e.flow().scope())
                        .thenComparing(LedgerEntry::sector)
                        .thenComparing(LedgerEntry::carrier)
                        .thenComparing(e -> e.flow().code())
                        .thenComparing(LedgerEntry::reporter))
                .toList();
    }
}
