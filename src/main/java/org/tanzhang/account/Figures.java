package org.tanzhang.account;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.tanzhang.account.AccountInput.PlacedCard;
import org.tanzhang.account.EnergyFactors.Conversion;
import org.tanzhang.code.Codes;
import org.tanzhang.code.Region;
import org.tanzhang.factor.FactorSet;
import org.tanzhang.method.Method;
import org.tanzhang.observation.Statement;
import org.tanzhang.observation.UnitEntry;
import org.tanzhang.quality.Finding;
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

    public Figures(Codes codes, Units units, FactorSet set, Method method) {
        this.codes = codes;
        this.units = units;
        this.set = set;
        this.method = method;
    }

    /** The figures with what was found on the way. */
    public record Beside(List<Figure> figures, List<Finding> findings) {

        public static final Beside NOTHING = new Beside(List.of(), List.of());

        public Beside {
            figures = List.copyOf(figures);
            findings = List.copyOf(findings);
        }
    }

    /** @param account the account of the same input */
    public Beside beside(AccountInput input, Account account) {
        List<Figure> figures = new ArrayList<>();
        List<Finding> findings = new ArrayList<>();
        // factors that are lacking are found by the account itself
        Pricing pricing = new Pricing(input.year(), codes, units, set, method, new ArrayList<>());
        EnergyFactors factors = new EnergyFactors(input.year(), codes, units, set, method);
        List<PlacedCard> cards =
                input.cards().stream().filter(c -> countsInCounty(c.place())).toList();
        for (Region region : Stream.concat(Stream.of(input.parent()), input.children().stream())
                .toList()) {
            Statement statement = input.balances().get(region.code());
            if (statement == null) {
                continue;
            }
            boolean isParent = region.equals(input.parent());
            Balance balance = new Balance(statement, codes.carriers(), units, new ArrayList<>());
            List<LedgerEntry> own = account.entries().stream()
                    .filter(e -> e.flow().scope() == 1)
                    .filter(e -> isParent ? ofParent(e, input) : isOf(e, region))
                    .toList();
            figures.addAll(
                    new ReferenceApproach(region, balance, own, method, pricing, codes.carriers(), findings).figures());
            EnergyTotals energy = new EnergyTotals(region.code(), balance, factors, pricing);
            figures.addAll(energy.figures());
            List<PlacedCard> ownCards = isParent
                    ? cards
                    : cards.stream()
                            .filter(c -> c.place().region().equals(region.code()))
                            .toList();
            figures.addAll(
                    new NonFossil(region.code(), balance, ownCards, method, factors, pricing, codes.carriers(), units)
                            .figures(energy.consumption(Conversion.EQUIVALENT)));
        }
        if (factors.electricityEquivalent(input.parent().code()).isEmpty() && !figures.isEmpty()) {
            findings.add(Finding.about(
                    input.parent().code(),
                    "A-ENERGY-01",
                    Severity.WARNING,
                    input.parent().name().zh(),
                    input.year(),
                    set.id()));
        }
        figures.addAll(new EnterpriseEnergy(codes.carriers(), units, factors, pricing).figures(cards));
        return new Beside(figures, findings);
    }

    /** Each thing once: counties and residuals where counties report, else the region's own balance. */
    private static boolean ofParent(LedgerEntry entry, AccountInput input) {
        return input.childrenReport()
                ? entry.basis() == Basis.BOTTOM_UP || entry.basis() == Basis.RESIDUAL
                : entry.basis() == Basis.TOP_DOWN;
    }

    private static boolean isOf(LedgerEntry entry, Region region) {
        return entry.basis() == Basis.BOTTOM_UP && entry.region().equals(region.code());
    }

    private static boolean countsInCounty(UnitEntry place) {
        return place.scope() == UnitEntry.Scope.SITE || place.scope() == UnitEntry.Scope.DISTRICT;
    }
}
