package org.tanzhang.intake.comparison;

import java.util.List;
import org.springframework.stereotype.Component;
import org.tanzhang.quality.Rule;
import org.tanzhang.quality.comparison.ActiveUnit;
import org.tanzhang.quality.comparison.Comparison;
import org.tanzhang.quality.comparison.IndustryProcess;
import org.tanzhang.quality.comparison.SameFigures;
import org.tanzhang.quality.comparison.SameName;
import org.tanzhang.quality.comparison.TwoPlaces;

/** A unit beside the other units, its entry in the register and its industry. */
@Component
final class UnitComparisons implements Family {

    private final UnitRepository units;
    private final Captions captions;

    UnitComparisons(UnitRepository units, Captions captions) {
        this.units = units;
        this.captions = captions;
    }

    @Override
    public boolean apply(Rule rule, Comparison comparison, Pass pass) {
        if (comparison instanceof SameFigures figures) {
            columns(rule, figures, pass);
            units.sameFigures(figures.sameName())
                    .forEach(t -> pass.keep(
                            rule,
                            true,
                            t.subject(),
                            Captions.period(t.period()),
                            t.name(),
                            t.code(),
                            captions.item(rule.forms().get(0), figures.item()),
                            t.numbers(),
                            t.others()));
        } else if (comparison instanceof SameName) {
            units.sameName(rule.forms())
                    .forEach(t -> pass.keep(
                            rule, true, t.subject(), Captions.period(t.period()), t.name(), t.code(), t.others()));
        } else if (comparison instanceof TwoPlaces) {
            units.twoPlaces()
                    .forEach(p -> pass.keep(
                            rule,
                            true,
                            p.subject(),
                            p.year(),
                            p.code(),
                            captions.region(p.region()),
                            captions.region(p.otherRegion())));
        } else if (comparison instanceof ActiveUnit) {
            units.inactive(rule.forms())
                    .forEach(i -> pass.keep(
                            rule,
                            true,
                            i.subject(),
                            Captions.period(i.period()),
                            Captions.month(i.opened()),
                            Captions.month(i.closed())));
        } else if (comparison instanceof IndustryProcess process) {
            apply(rule, process, pass);
        } else {
            return false;
        }
        return true;
    }

    /** Gathers the figures of every unit that can be the same as another's. */
    private void columns(Rule rule, SameFigures figures, Pass pass) {
        pass.once(
                "columns",
                List.of(rule.forms(), figures.item(), figures.minimum()),
                () -> units.columns(rule.forms(), figures.item(), figures.minimum()));
    }

    private void apply(Rule rule, IndustryProcess process, Pass pass) {
        for (UnitRepository.Misfit m : units.misfits(rule.forms(), process)) {
            String form = rule.forms().get(0);
            pass.keep(
                    rule,
                    true,
                    m.subject(),
                    m.industry(),
                    m.item() == null ? "" : captions.item(form, m.item()),
                    m.carrier() == null ? "" : captions.carrier(m.carrier()));
        }
    }
}
