package org.tanzhang.intake.comparison;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;
import org.tanzhang.quality.Rule;
import org.tanzhang.quality.comparison.BetweenMeasures;
import org.tanzhang.quality.comparison.Comparison;
import org.tanzhang.quality.comparison.MeasurePrice;
import org.tanzhang.quality.comparison.MeasureRelation;

/** A unit's measures beside each other, each of which may come in an export of its own. */
@Component
final class MeasureComparisons implements Family {

    private final MeasureRepository measures;
    private final Weighing weighing;
    private final Captions captions;

    MeasureComparisons(MeasureRepository measures, Weighing weighing, Captions captions) {
        this.measures = measures;
        this.weighing = weighing;
        this.captions = captions;
    }

    @Override
    public boolean apply(Rule rule, Comparison comparison, Pass pass) {
        if (comparison instanceof BetweenMeasures between) {
            apply(rule, between, pass);
            return true;
        }
        return false;
    }

    private void apply(Rule rule, BetweenMeasures between, Pass pass) {
        Weights weights = weighing.inLedgerUnits();
        MeasureColumns columns = pass.prepared("measures", rule.forms(), () -> measures.gather(rule.forms(), weights));
        if (columns.isEmpty()) {
            return;
        }
        Consumer<MeasureRepository.Apart> told = apart -> keep(rule, between, apart, pass);
        if (between instanceof MeasurePrice price) {
            measures.pricedApart(price, columns, weights, weighing.units(), told);
        } else {
            measures.apart((MeasureRelation) between, columns, told);
        }
    }

    private void keep(Rule rule, BetweenMeasures between, MeasureRepository.Apart apart, Pass pass) {
        apart.marked().ifPresent(m -> {
            boolean ownFile = apart.measures().stream()
                    .allMatch(o -> o.subject().submission() == m.subject().submission());
            List<Object> arguments = new ArrayList<>(captions.of(apart, m));
            if (between instanceof MeasurePrice price) {
                arguments.addAll(price.price(apart.carrier(), apart.left(), apart.right()));
            }
            pass.keep(rule, ownFile, m.subject(), arguments.toArray());
        });
    }
}
