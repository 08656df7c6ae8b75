package org.tanzhang.quality.check;

import java.math.BigDecimal;
import java.util.List;
import org.tanzhang.observation.Statement;

/**
 * A carrier is the sum of carriers, item by item: 原煤 = its four kinds. A total with some of its parts is a fault too; one
 * with none of them is left to {@link TotalWithoutParts}.
 *
 * @param parts the carriers summed
 * @param items the items it is checked on
 * @param halfUnit half the last printed unit; the tolerance is (parts + 1) times it
 * @param evenIfBlank whether parts beside a blank total are a fault too
 */
public record CarrierSum(String total, List<String> parts, List<String> items, BigDecimal halfUnit, boolean evenIfBlank)
        implements Check {

    public CarrierSum {
        parts = List.copyOf(parts);
        items = List.copyOf(items);
    }

    @Override
    public List<Violation> violations(Statement.Cells cells) {
        return items.stream()
                .filter(cells::has)
                .filter(item -> anyPart(cells, item))
                .flatMap(item ->
                        Comparison.of(
                                cells,
                                Term.of(item, total),
                                parts.stream().map(p -> Term.of(item, p)).toList(),
                                halfUnit)
                                .stream())
                .filter(c -> evenIfBlank || c.left() != null)
                .filter(Comparison::differs)
                .map(Comparison::violation)
                .toList();
    }

    private boolean anyPart(Statement.Cells cells, String item) {
        return parts.stream().anyMatch(part -> cells.states(item, part));
    }
}
