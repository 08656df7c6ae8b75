package org.tanzhang.intake.comparison;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.tanzhang.code.Region;
import org.tanzhang.code.Regions;
import org.tanzhang.intake.comparison.Subject.Found;
import org.tanzhang.intake.form.FormLibrary;
import org.tanzhang.intake.reference.ReferenceData;
import org.tanzhang.observation.CellAddress;
import org.tanzhang.quality.Rule;
import org.tanzhang.quality.RuleBook;
import org.tanzhang.quality.Severity;
import org.tanzhang.quality.comparison.ActiveUnit;
import org.tanzhang.quality.comparison.BetweenMeasures;
import org.tanzhang.quality.comparison.CellChange;
import org.tanzhang.quality.comparison.CoalEquivalents;
import org.tanzhang.quality.comparison.Comparison;
import org.tanzhang.quality.comparison.DivisionChange;
import org.tanzhang.quality.comparison.IndustryProcess;
import org.tanzhang.quality.comparison.ItemsGone;
import org.tanzhang.quality.comparison.MeasurePrice;
import org.tanzhang.quality.comparison.MeasureRelation;
import org.tanzhang.quality.comparison.NotDecreasing;
import org.tanzhang.quality.comparison.OfTwoPeriods;
import org.tanzhang.quality.comparison.PerHead;
import org.tanzhang.quality.comparison.SameFigures;
import org.tanzhang.quality.comparison.SameName;
import org.tanzhang.quality.comparison.StandardQuantity;
import org.tanzhang.quality.comparison.StatedGrowth;
import org.tanzhang.quality.comparison.TotalChange;
import org.tanzhang.quality.comparison.TwoPlaces;
import org.tanzhang.quality.comparison.UnitSlip;
import org.tanzhang.quality.comparison.UpperLevel;

/**
 * Applies the rules that compare statements with others to what a call brought.
 *
 * <p>A statement is compared with what comes before it in time. Where only the earlier one came now and the later is in
 * force already, the earlier bears the finding, and an error becomes a warning: which of the two is wrong is not known,
 * and the one in force stays.
 */
@Service
public class Comparisons {

    private static final int SAVED_TOGETHER = 1000;

    private final ComparedRepository compared;
    private final PeriodRepository periods;
    private final TotalRepository totals;
    private final LevelRepository levels;
    private final StandardRepository standards;
    private final GrowthRepository growths;
    private final ResidentRepository residents;
    private final UnitRepository units;
    private final MeasureRepository measures;
    private final RuleBook rules;
    private final ReferenceData reference;
    private final Captions captions;

    Comparisons(
            ComparedRepository compared,
            PeriodRepository periods,
            TotalRepository totals,
            LevelRepository levels,
            StandardRepository standards,
            GrowthRepository growths,
            ResidentRepository residents,
            UnitRepository units,
            MeasureRepository measures,
            RuleBook rules,
            ReferenceData reference,
            FormLibrary forms) {
        this.compared = compared;
        this.periods = periods;
        this.totals = totals;
        this.levels = levels;
        this.standards = standards;
        this.growths = growths;
        this.residents = residents;
        this.units = units;
        this.measures = measures;
        this.rules = rules;
        this.reference = reference;
        this.captions = new Captions(reference, forms);
    }

    /** Keeps what is found about the statements of a call that may still be accepted. Call it within its transaction. */
    public void compare(long call) {
        List<Rule> applied = rules.comparisons();
        List<String> forms = Stream.concat(
                        applied.stream().flatMap(r -> r.forms().stream()), Stream.of("unit-register"))
                .distinct()
                .toList();
        if (applied.isEmpty() || !compared.gather()) {
            return;
        }
        compared.gatherOthers(forms);
        compared.gatherRegisters();
        compared.pair();
        Pass pass = new Pass(call);
        Set<String> present = compared.forms();
        applied.stream()
                .filter(r -> r.forms().stream().anyMatch(present::contains))
                .forEach(pass::apply);
        pass.save();
    }

    /** One pass over the rules. A cell whose figure one rule doubts is not doubted again by a rule about its change. */
    private final class Pass {

        private record Line(long statement, String sheet, int row) {}

        private final long call;
        private final List<Found> found = new ArrayList<>();

        /** The columns of a line that are in doubt, from 1 on; 0 is the line as a whole. Of an export it may be every cell. */
        private final Map<Line, BitSet> doubted = new HashMap<>();

        private boolean weighed;
        private Object summed = "";
        private Object column = "";
        private Object related = "";
        private MeasureColumns columns = MeasureColumns.NONE;

        Pass(long call) {
            this.call = call;
        }

        private void apply(Rule rule) {
            Comparison comparison = Objects.requireNonNull(rule.comparison());
            if (comparison instanceof OfTwoPeriods of) {
                apply(rule, of);
            } else if (comparison instanceof TotalChange change) {
                apply(rule, change);
            } else if (comparison instanceof DivisionChange change) {
                apply(rule, change);
            } else if (comparison instanceof UpperLevel level) {
                apply(rule, level);
            } else if (comparison instanceof StandardQuantity standard) {
                for (StandardRepository.Standard s :
                        standards.cells(rule.forms(), standard, weights(standard.equivalents()), reference.units())) {
                    keep(
                            rule,
                            s.atStandard(),
                            s.subject(),
                            captions.carrier(s.carrier()),
                            captions.item(standard.physical(), s.item()),
                            Captions.period(s.period()),
                            s.stated(),
                            s.expected(),
                            s.coefficient());
                }
            } else if (comparison instanceof StatedGrowth growth) {
                apply(rule, growth);
            } else if (comparison instanceof BetweenMeasures between) {
                apply(rule, between);
            } else if (comparison instanceof PerHead perHead) {
                apply(rule, perHead);
            } else if (comparison instanceof SameFigures figures) {
                column(rule, figures);
                units.sameFigures(figures.sameName())
                        .forEach(t -> keep(
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
                        .forEach(t -> keep(
                                rule, true, t.subject(), Captions.period(t.period()), t.name(), t.code(), t.others()));
            } else if (comparison instanceof TwoPlaces) {
                units.twoPlaces()
                        .forEach(p -> keep(
                                rule,
                                true,
                                p.subject(),
                                p.year(),
                                p.code(),
                                captions.region(p.region()),
                                captions.region(p.otherRegion())));
            } else if (comparison instanceof ActiveUnit) {
                units.inactive(rule.forms())
                        .forEach(i -> keep(
                                rule,
                                true,
                                i.subject(),
                                Captions.period(i.period()),
                                Captions.month(i.opened()),
                                Captions.month(i.closed())));
            } else if (comparison instanceof IndustryProcess process) {
                apply(rule, process);
            } else if (comparison instanceof ItemsGone gone) {
                periods.gone(rule.forms(), gone.items())
                        .forEach(g -> keep(rule, true, g.subject(), Captions.period(g.earlierPeriod()), g.cells()));
            }
        }

        private void apply(Rule rule, OfTwoPeriods of) {
            boolean change = of instanceof CellChange || of instanceof UnitSlip;
            BigDecimal factor = of instanceof CellChange c ? c.band().factor() : leastFactor(of);
            boolean falling = of instanceof NotDecreasing;
            if (!weighed) {
                periods.weigh(weights(new CoalEquivalents(Map.of())));
                weighed = true;
            }
            periods.cells(rule.forms(), of.earlier(), of.cells(), factor, falling, cells -> {
                Optional<List<Object>> violation = of.violation(cells.pair());
                if (violation.isPresent() && (!change || doubts(cells.subject()))) {
                    List<Object> arguments = new ArrayList<>(captions.of(cells));
                    arguments.addAll(violation.get());
                    keep(rule, cells.atLater(), cells.subject(), arguments.toArray());
                }
            });
        }

        private void apply(Rule rule, TotalChange change) {
            sum(rule, change.item(), change.equivalents());
            for (TotalRepository.Totals t : totals.changed(rule.forms(), change.band())) {
                change.violation(t.now(), t.before()).ifPresent(own -> keepTotal(rule, t, own));
            }
        }

        private void apply(Rule rule, DivisionChange change) {
            sum(rule, change.item(), change.equivalents());
            for (TotalRepository.Totals t : totals.apart(rule.forms(), change.band(), change.minimum())) {
                change.violation(t.now(), t.before(), t.median(), t.units()).ifPresent(own -> {
                    List<Object> arguments = new ArrayList<>(own);
                    arguments.add(t.division());
                    arguments.add(t.units());
                    keepTotal(rule, t, arguments);
                });
            }
        }

        private void apply(Rule rule, UpperLevel level) {
            Weights weights = weights(level.equivalents());
            List<LevelRepository.Level> all = level.lower() == UpperLevel.Lower.UNITS
                    ? levels.units(rule.forms(), level, weights)
                    : levels.regions(rule.forms(), level, families(levels.places(rule.forms())), weights);
            for (LevelRepository.Level l : all) {
                level.violation(l.upper(), l.sum(), l.excess(), l.complete()).ifPresent(own -> {
                    List<Object> arguments = new ArrayList<>(captions.of(l));
                    arguments.addAll(own);
                    keep(rule, true, l.subject(), arguments.toArray());
                });
            }
        }

        private void apply(Rule rule, StatedGrowth growth) {
            for (GrowthRepository.Growth g : growths.stated(rule.forms(), growth)) {
                growth.violation(g.percent(), g.now(), g.before())
                        .ifPresent(own -> keep(
                                rule,
                                g.atLater(),
                                g.subject(),
                                Captions.period(g.laterPeriod()),
                                Captions.period(g.earlierPeriod()),
                                g.percent(),
                                g.now(),
                                g.before(),
                                reference.units().nameOf(g.unit()),
                                own.get(0),
                                own.get(1)));
            }
        }

        private void apply(Rule rule, BetweenMeasures between) {
            Weights weights = weights(new CoalEquivalents(Map.of()));
            if (!rule.forms().equals(related)) {
                columns = measures.gather(rule.forms(), weights);
                related = rule.forms();
            }
            if (columns.isEmpty()) {
                return;
            }
            Consumer<MeasureRepository.Apart> told = apart -> keep(rule, between, apart);
            if (between instanceof MeasurePrice price) {
                measures.pricedApart(price, columns, weights, reference.units(), told);
            } else {
                measures.apart((MeasureRelation) between, columns, told);
            }
        }

        private void keep(Rule rule, BetweenMeasures between, MeasureRepository.Apart apart) {
            apart.marked().ifPresent(m -> {
                boolean ownFile = apart.measures().stream()
                        .allMatch(o -> o.subject().submission() == m.subject().submission());
                List<Object> arguments = new ArrayList<>(captions.of(apart, m));
                if (between instanceof MeasurePrice price) {
                    arguments.addAll(price.price(apart.carrier(), apart.left(), apart.right()));
                }
                keep(rule, ownFile, m.subject(), arguments.toArray());
            });
        }

        private void apply(Rule rule, PerHead perHead) {
            for (ResidentRepository.Use use : residents.uses(rule.forms(), perHead.usual())) {
                perHead.violation(use.usual(), use.stated(), use.persons()).ifPresent(own -> {
                    if (doubts(use.subject())) {
                        List<Object> arguments = new ArrayList<>(captions.of(use));
                        arguments.addAll(own);
                        keep(rule, true, use.subject(), arguments.toArray());
                    }
                });
            }
        }

        private void apply(Rule rule, IndustryProcess process) {
            for (UnitRepository.Misfit m : units.misfits(rule.forms(), process)) {
                String form = rule.forms().get(0);
                keep(
                        rule,
                        true,
                        m.subject(),
                        m.industry(),
                        m.item() == null ? "" : captions.item(form, m.item()),
                        m.carrier() == null ? "" : captions.carrier(m.carrier()));
            }
        }

        private void column(Rule rule, SameFigures figures) {
            Object wanted = List.of(rule.forms(), figures.item(), figures.minimum());
            if (!wanted.equals(column)) {
                units.columns(rule.forms(), figures.item(), figures.minimum());
                column = wanted;
            }
        }

        private void sum(Rule rule, String item, CoalEquivalents equivalents) {
            Object wanted = List.of(rule.forms(), item, equivalents);
            if (!wanted.equals(summed)) {
                totals.sum(rule.forms(), item, weights(equivalents));
                summed = wanted;
            }
        }

        private void keepTotal(Rule rule, TotalRepository.Totals t, List<Object> own) {
            if (doubts(t.subject())) {
                List<Object> arguments =
                        new ArrayList<>(List.of(Captions.period(t.laterPeriod()), Captions.period(t.earlierPeriod())));
                arguments.addAll(own);
                keep(rule, t.atLater(), t.subject(), arguments.toArray());
            }
        }

        private boolean doubts(Subject subject) {
            CellAddress cell = subject.cell();
            Line line = cell == null
                    ? new Line(subject.statement(), "", -1)
                    : new Line(subject.statement(), cell.sheet(), cell.row());
            BitSet inDoubt = doubted.computeIfAbsent(line, l -> new BitSet());
            int place = cell == null ? 0 : cell.column() + 1;
            boolean already = inDoubt.get(place);
            inDoubt.set(place);
            return !already;
        }

        private void keep(Rule rule, boolean atLater, Subject subject, Object... arguments) {
            Found raw = subject.found(rule.id(), rule.severity(), arguments);
            rules.judge(raw.finding())
                    .map(f -> f.isError() && !atLater ? f.withSeverity(Severity.WARNING) : f)
                    .ifPresent(f -> found.add(new Found(subject, f)));
            if (found.size() >= SAVED_TOGETHER) {
                save();
            }
        }

        private void save() {
            compared.save(call, found);
            found.clear();
        }
    }

    /** The regions with those directly below them, for the regions that came and those above them. */
    private List<LevelRepository.Below> families(List<LevelRepository.Place> places) {
        Regions regions = reference.codes().regions();
        return places.stream()
                .flatMap(p -> Stream.of(p.region(), parent(p.region()))
                        .filter(r -> !r.isEmpty())
                        .flatMap(r -> regions.children(r, p.year()).stream()
                                .map(c -> new LevelRepository.Below(r, c.code(), p.year()))))
                .distinct()
                .toList();
    }

    private String parent(String region) {
        return reference.codes().regions().find(region).map(Region::parent).orElse("");
    }

    private static BigDecimal leastFactor(OfTwoPeriods of) {
        return of instanceof UnitSlip slip ? slip.powers().least() : BigDecimal.ONE;
    }

    private Weights weights(CoalEquivalents equivalents) {
        return Weights.of(
                reference.codes().carriers().all(), reference.units(), equivalents, captions.indicatorUnits());
    }
}
