package org.tanzhang.account;

import java.util.ArrayList;
import java.util.List;
import org.tanzhang.account.AccountInput.PlacedCard;
import org.tanzhang.account.EnergyFactors.Conversion;
import org.tanzhang.code.Codes;
import org.tanzhang.code.Region;
import org.tanzhang.factor.FactorSet;
import org.tanzhang.method.Method;
import org.tanzhang.observation.Statement;
import org.tanzhang.observation.UnitEntry;
import org.tanzhang.quality.Finding;
import org.tanzhang.quality.RuleBook;
import org.tanzhang.quality.Severity;
import org.tanzhang.quantity.Units;

/**
 * What stands beside an account: the reference approach, energy totals in tce, and the non-fossil share, for the region and
 * each child that has a balance (METHOD 6). None of it enters the ledger.
 */
public final class Figures {

    private final Codes codes;
    private final Units units;
    private final FactorSet set;
    private final Method method;

    Figures(Codes codes, Units units, FactorSet set, Method method) {
        this.codes = codes;
        this.units = units;
        this.set = set;
        this.method = method;
    }

    /** Figures with what was found on the way. */
    public record Beside(List<Figure> figures, List<Finding> findings) {

        public static final Beside NOTHING = new Beside(List.of(), List.of());

        public Beside {
            figures = List.copyOf(figures);
            findings = List.copyOf(findings);
        }

        /** The same with the findings that the rules in force leave. */
        Beside judged(RuleBook rules) {
            return new Beside(figures, rules.judge(findings));
        }
    }

    /**
     * A county's.
     *
     * @param renewables what its enterprises state, from which those of the region above are summed
     */
    public record OfCounty(Beside beside, RenewableUse renewables) {}

    /**
     * A county's figures and its enterprises'.
     *
     * @param own its entries
     */
    OfCounty ofCounty(AccountInput input, Region county, List<LedgerEntry> own) {
        Working working = new Working(input);
        List<PlacedCard> cards = input.cards().stream()
                .filter(c -> c.place().region().equals(county.code()))
                .filter(c -> countsInCounty(c.place()))
                .toList();
        RenewableUse renewables =
                new RenewableUse.Reader(method, working.factors, working.pricing, codes.carriers(), units).of(cards);
        working.ofTables(county, own, renewables);
        working.figures.addAll(
                new EnterpriseEnergy(codes.carriers(), units, working.factors, working.pricing).figures(cards));
        return new OfCounty(working.beside(), renewables);
    }

    /**
     * The parent's figures, then its counties'.
     *
     * @param account all entries of its account
     * @param counties its counties' parts
     */
    Beside of(AccountInput input, List<LedgerEntry> account, List<CountyPart> counties) {
        Working working = new Working(input);
        Region parent = input.parent();
        RenewableUse renewables =
                counties.stream().map(c -> c.figures().renewables()).reduce(RenewableUse.NONE, RenewableUse::plus);
        working.ofTables(
                parent, account.stream().filter(e -> ofParent(e, input)).toList(), renewables);
        counties.forEach(c -> working.add(c.figures().beside()));
        if (!working.figures.isEmpty()
                && working.factors.electricityEquivalent(parent.code()).isEmpty()) {
            working.findings.add(Finding.about(
                    parent.code(),
                    "A-ENERGY-01",
                    Severity.WARNING,
                    parent.name().zh(),
                    input.year(),
                    set.id()));
        }
        return working.beside();
    }

    /** What is at hand for the figures of one region. */
    private final class Working {

        private final AccountInput input;
        private final Pricing pricing;
        private final EnergyFactors factors;
        private final List<Figure> figures = new ArrayList<>();
        private final List<Finding> findings = new ArrayList<>();

        Working(AccountInput input) {
            this.input = input;
            // factors that are lacking are found by the account itself
            pricing = new Pricing(input.year(), codes, units, set, method, new ArrayList<>());
            factors = new EnergyFactors(input.year(), codes, units, set, method);
        }

        void add(Beside county) {
            figures.addAll(county.figures());
            findings.addAll(county.findings());
        }

        Beside beside() {
            return new Beside(figures, findings);
        }

        /** The figures that follow from the region's balance; none where it has no balance. */
        void ofTables(Region region, List<LedgerEntry> account, RenewableUse renewables) {
            Statement statement = input.balances().get(region.code());
            if (statement == null) {
                return;
            }
            Balance balance = new Balance(statement, codes.carriers(), units, new ArrayList<>());
            List<LedgerEntry> own =
                    account.stream().filter(e -> e.flow().scope() == 1).toList();
            figures.addAll(
                    new ReferenceApproach(region, balance, own, method, pricing, codes.carriers(), findings).figures());
            EnergyTotals energy = new EnergyTotals(region.code(), balance, factors, pricing);
            figures.addAll(energy.figures());
            figures.addAll(new NonFossil(region.code(), balance, renewables, method, factors, pricing, codes.carriers())
                    .figures(energy.consumption(Conversion.EQUIVALENT)));
        }
    }

    /** Each thing once: counties and residuals where counties report, else the region's own balance. */
    private static boolean ofParent(LedgerEntry entry, AccountInput input) {
        return input.childrenReport()
                ? entry.basis() == Basis.BOTTOM_UP || entry.basis() == Basis.RESIDUAL
                : entry.basis() == Basis.TOP_DOWN;
    }

    private static boolean countsInCounty(UnitEntry place) {
        return place.scope() == UnitEntry.Scope.SITE || place.scope() == UnitEntry.Scope.DISTRICT;
    }
}
