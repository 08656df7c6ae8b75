package org.tanzhang.quality.check;

import java.math.BigDecimal;
import java.util.List;
import org.tanzhang.observation.Observation;
import org.tanzhang.observation.Statement;

/**
 * An item is at most the sum of items, carrier by carrier: 用于原材料 at most 工业生产消费.
 *
 * @param terms items, {@code -item} or {@code in(item)}
 * @param halfUnit half the last printed unit; the tolerance is (terms + 1) times it
 * @param evenIfBlank whether a blank item is compared too, as zero: the sum itself must not be negative
 * @param given items of which one must not be zero at the carrier; empty where nothing is asked
 * @param onlyWith items of which the statement must state one somewhere: a column that was not sent bounds nothing
 */
public record AtMost(
        String item,
        List<String> terms,
        BigDecimal halfUnit,
        boolean evenIfBlank,
        Carriers carriers,
        List<String> given,
        List<String> onlyWith)
        implements Check {

    public AtMost {
        terms = List.copyOf(terms);
        given = List.copyOf(given);
        onlyWith = List.copyOf(onlyWith);
    }

    @Override
    public List<Violation> violations(Statement.Cells cells) {
        boolean blank = !cells.has(item)
                && (!evenIfBlank || !given.isEmpty() && cells.among(given).isEmpty());
        if (blank || !onlyWith.isEmpty() && cells.all().stream().noneMatch(this::isAskedFor)) {
            return List.of();
        }
        return carriers.of(cells)
                .filter(carrier -> given.isEmpty()
                        || given.stream()
                                .anyMatch(g -> cells.nonZero(g, carrier).isPresent()))
                .flatMap(carrier -> Comparison.of(
                        cells,
                        Term.of(item, carrier),
                        terms.stream().map(t -> Term.of(t, carrier)).toList(),
                        halfUnit)
                        .stream())
                .filter(c -> evenIfBlank || c.left() != null)
                .filter(Comparison::exceeds)
                .map(Comparison::violation)
                .toList();
    }

    private boolean isAskedFor(Observation o) {
        return o.value() != null && onlyWith.contains(o.item());
    }
}
