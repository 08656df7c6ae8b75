package org.tanzhang.intake.comparison;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.tanzhang.code.Region;
import org.tanzhang.code.Regions;
import org.tanzhang.intake.reference.ReferenceData;
import org.tanzhang.quality.Rule;
import org.tanzhang.quality.comparison.Comparison;
import org.tanzhang.quality.comparison.PerHead;
import org.tanzhang.quality.comparison.StandardQuantity;
import org.tanzhang.quality.comparison.UpperLevel;

/** A region beside those below it, its residents and its own figures in standard quantities. */
@Component
final class LevelComparisons implements Family {

    private final LevelRepository levels;
    private final StandardRepository standards;
    private final ResidentRepository residents;
    private final ReferenceData reference;
    private final Weighing weighing;
    private final Captions captions;

    LevelComparisons(
            LevelRepository levels,
            StandardRepository standards,
            ResidentRepository residents,
            ReferenceData reference,
            Weighing weighing,
            Captions captions) {
        this.levels = levels;
        this.standards = standards;
        this.residents = residents;
        this.reference = reference;
        this.weighing = weighing;
        this.captions = captions;
    }

    @Override
    public boolean apply(Rule rule, Comparison comparison, Pass pass) {
        if (comparison instanceof UpperLevel level) {
            apply(rule, level, pass);
        } else if (comparison instanceof StandardQuantity standard) {
            apply(rule, standard, pass);
        } else if (comparison instanceof PerHead perHead) {
            apply(rule, perHead, pass);
        } else {
            return false;
        }
        return true;
    }

    private void apply(Rule rule, UpperLevel level, Pass pass) {
        Weights weights = weighing.in(level.equivalents());
        List<LevelRepository.Level> all = level.lower() == UpperLevel.Lower.UNITS
                ? levels.units(rule.forms(), level, weights)
                : levels.regions(rule.forms(), level, below(levels.places(rule.forms())), weights);
        for (LevelRepository.Level l : all) {
            level.violation(l.upper(), l.sum(), l.excess(), l.complete()).ifPresent(own -> {
                List<Object> arguments = new ArrayList<>(captions.of(l));
                arguments.addAll(own);
                pass.keep(rule, true, l.subject(), arguments.toArray());
            });
        }
    }

    /** The regions with those directly below them, for the regions that came and those above them. */
    private List<LevelRepository.Below> below(List<LevelRepository.Place> places) {
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

    private void apply(Rule rule, StandardQuantity standard, Pass pass) {
        for (StandardRepository.Standard s :
                standards.cells(rule.forms(), standard, weighing.in(standard.equivalents()), weighing.units())) {
            pass.keep(
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
    }

    private void apply(Rule rule, PerHead perHead, Pass pass) {
        for (ResidentRepository.Use use : residents.uses(rule.forms(), perHead.usual())) {
            perHead.violation(use.usual(), use.stated(), use.persons()).ifPresent(own -> {
                if (pass.doubts(use.subject())) {
                    List<Object> arguments = new ArrayList<>(captions.of(use));
                    arguments.addAll(own);
                    pass.keep(rule, true, use.subject(), arguments.toArray());
                }
            });
        }
    }
}
