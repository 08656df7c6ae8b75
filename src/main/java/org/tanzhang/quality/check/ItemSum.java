package org.tanzhang.quality.check;

import java.math.BigDecimal;
import java.util.List;
import org.tanzhang.observation.Statement;

/**
 * An item is the sum of items, carrier by carrier: 消费合计 = 工业 + 非工业.
 *
 * @param terms items, {@code -item} or {@code in(item)}
 * @param halfUnit half the last printed unit; the tolerance is (terms + 1) times it
 * @param evenIfBlank whether a blank total is compared too
 * @param unless items of which one that is not zero excepts the carrier: what a unit makes itself is not in its purchases
 */
public record ItemSum(
        String total,
        List<String> terms,
        BigDecimal halfUnit,
        boolean evenIfBlank,
        Carriers carriers,
        List<String> unless)
        implements Check {

    public ItemSum {
        terms = List.copyOf(terms);
        unless = List.copyOf(unless);
    }

    @Override
    public List<Violation> violations(Statement.Cells cells) {
        if (!evenIfBlank && !cells.has(total)) {
            return List.of();
        }
        return carriers.of(cells)
                .filter(carrier -> unless.stream()
                        .noneMatch(item -> cells.nonZero(item, carrier).isPresent() || cells.isUnread(item, carrier)))
                .flatMap(carrier -> Comparison.of(
                        cells,
                        Term.of(total, carrier),
                        terms.stream().map(t -> Term.of(t, carrier)).toList(),
                        halfUnit)
                        .stream())
                .filter(c -> evenIfBlank || c.left() != null)
                .filter(Comparison::differs)
                .map(Comparison::violation)
                .toList();
    }
}
