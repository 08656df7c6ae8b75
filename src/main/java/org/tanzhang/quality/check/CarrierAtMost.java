package org.tanzhang.quality.check;

import java.math.BigDecimal;
import java.util.List;
import org.tanzhang.observation.Statement;

/**
 * A carrier is at most the sum of others, item by item: coke is made of the coal that was consumed.
 *
 * @param carrier the carrier that is bounded
 * @param terms the carriers that bound it
 * @param items the items it is checked on
 * @param halfUnit half the last printed unit; the tolerance is (terms + 1) times it
 */
public record CarrierAtMost(String carrier, List<String> terms, List<String> items, BigDecimal halfUnit)
        implements Check {

    public CarrierAtMost {
        terms = List.copyOf(terms);
        items = List.copyOf(items);
    }

    @Override
    public List<Violation> violations(Statement.Cells cells) {
        return items.stream()
                .flatMap(item -> Comparison.of(
                        cells,
                        Term.of(item, carrier),
                        terms.stream().map(t -> Term.of(item, t)).toList(),
                        halfUnit)
                        .stream())
                .filter(c -> c.left() != null)
                .filter(Comparison::exceeds)
                .map(Comparison::violation)
                .toList();
    }
}
