package org.tanzhang.quality.check;

import java.math.BigDecimal;
import java.util.ArrayList;
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
        List<Violation> violations = new ArrayList<>();
        for (String item : cells.among(items)) {
            if (anyPart(cells, item)) {
                List<Term> terms = parts.stream().map(p -> Term.of(item, p)).toList();
                Comparison.of(cells, Term.of(item, total), terms, halfUnit)
                        .filter(c -> evenIfBlank || c.left() != null)
                        .filter(Comparison::differs)
                        .ifPresent(c -> violations.add(c.violation()));
            }
        }
        return violations;
    }

    private boolean anyPart(Statement.Cells cells, String item) {
        for (String part : parts) {
            if (cells.states(item, part)) {
                return true;
            }
        }
        return false;
    }
}
