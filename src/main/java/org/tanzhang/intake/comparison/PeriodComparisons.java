package org.tanzhang.intake.comparison;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.tanzhang.quality.Rule;
import org.tanzhang.quality.comparison.CellChange;
import org.tanzhang.quality.comparison.CoalEquivalents;
import org.tanzhang.quality.comparison.Comparison;
import org.tanzhang.quality.comparison.DivisionChange;
import org.tanzhang.quality.comparison.ItemsGone;
import org.tanzhang.quality.comparison.NotDecreasing;
import org.tanzhang.quality.comparison.OfTwoPeriods;
import org.tanzhang.quality.comparison.StatedGrowth;
import org.tanzhang.quality.comparison.TotalChange;
import org.tanzhang.quality.comparison.UnitSlip;

/** A reporter beside itself in an earlier period: cell by cell, and in total. */
@Component
final class PeriodComparisons implements Family {

    private final PeriodRepository periods;
    private final TotalRepository totals;
    private final GrowthRepository growths;
    private final Weighing weighing;
    private final Captions captions;

    PeriodComparisons(
            PeriodRepository periods,
            TotalRepository totals,
            GrowthRepository growths,
            Weighing weighing,
            Captions captions) {
        this.periods = periods;
        this.totals = totals;
        this.growths = growths;
        this.weighing = weighing;
        this.captions = captions;
    }

    @Override
    public boolean apply(Rule rule, Comparison comparison, Pass pass) {
        if (comparison instanceof OfTwoPeriods of) {
            apply(rule, of, pass);
        } else if (comparison instanceof TotalChange change) {
            apply(rule, change, pass);
        } else if (comparison instanceof DivisionChange change) {
            apply(rule, change, pass);
        } else if (comparison instanceof StatedGrowth growth) {
            apply(rule, growth, pass);
        } else if (comparison instanceof ItemsGone gone) {
            periods.gone(rule.forms(), gone.items())
                    .forEach(g -> pass.keep(rule, true, g.subject(), Captions.period(g.earlierPeriod()), g.cells()));
        } else {
            return false;
        }
        return true;
    }

    private void apply(Rule rule, OfTwoPeriods of, Pass pass) {
        boolean change = of instanceof CellChange || of instanceof UnitSlip;
        BigDecimal factor = of instanceof CellChange c ? c.band().factor() : leastFactor(of);
        boolean falling = of instanceof NotDecreasing;
        pass.once("weighing", "", () -> periods.weigh(weighing.inLedgerUnits()));
        periods.cells(rule.forms(), of.earlier(), of.cells(), factor, falling, cells -> {
            Optional<List<Object>> violation = of.violation(cells.pair());
            if (violation.isPresent() && (!change || pass.doubts(cells.subject()))) {
                List<Object> arguments = new ArrayList<>(captions.of(cells));
                arguments.addAll(violation.get());
                pass.keep(rule, cells.atLater(), cells.subject(), arguments.toArray());
            }
        });
    }

    private static BigDecimal leastFactor(OfTwoPeriods of) {
        return of instanceof UnitSlip slip ? slip.powers().least() : BigDecimal.ONE;
    }

    private void apply(Rule rule, TotalChange change, Pass pass) {
        sum(rule, change.item(), change.equivalents(), pass);
        for (TotalRepository.Totals t : totals.changed(rule.forms(), change.band())) {
            change.violation(t.now(), t.before()).ifPresent(own -> keepTotal(rule, t, own, pass));
        }
    }

    private void apply(Rule rule, DivisionChange change, Pass pass) {
        sum(rule, change.item(), change.equivalents(), pass);
        for (TotalRepository.Totals t : totals.apart(rule.forms(), change.band(), change.minimum())) {
            change.violation(t.now(), t.before(), t.median(), t.units()).ifPresent(own -> {
                List<Object> arguments = new ArrayList<>(own);
                arguments.add(t.division());
                arguments.add(t.units());
                keepTotal(rule, t, arguments, pass);
            });
        }
    }

    /** Sums an item of every reporter, in coal equivalents. */
    private void sum(Rule rule, String item, CoalEquivalents equivalents, Pass pass) {
        pass.once(
                "sums",
                List.of(rule.forms(), item, equivalents),
                () -> totals.sum(rule.forms(), item, weighing.in(equivalents)));
    }

    private void keepTotal(Rule rule, TotalRepository.Totals t, List<Object> own, Pass pass) {
        if (pass.doubts(t.subject())) {
            List<Object> arguments =
                    new ArrayList<>(List.of(Captions.period(t.laterPeriod()), Captions.period(t.earlierPeriod())));
            arguments.addAll(own);
            pass.keep(rule, t.atLater(), t.subject(), arguments.toArray());
        }
    }

    private void apply(Rule rule, StatedGrowth growth, Pass pass) {
        for (GrowthRepository.Growth g : growths.stated(rule.forms(), growth)) {
            growth.violation(g.percent(), g.now(), g.before())
                    .ifPresent(own -> pass.keep(
                            rule,
                            g.atLater(),
                            g.subject(),
                            Captions.period(g.laterPeriod()),
                            Captions.period(g.earlierPeriod()),
                            g.percent(),
                            g.now(),
                            g.before(),
                            weighing.units().nameOf(g.unit()),
                            own.get(0),
                            own.get(1)));
        }
    }
}
