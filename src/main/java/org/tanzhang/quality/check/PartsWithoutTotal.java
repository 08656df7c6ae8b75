package org.tanzhang.quality.check;

import java.util.List;
import org.tanzhang.observation.Statement;

/**
 * Parts should have their total beside them: 原煤 without 煤合计. A total that the statement states nowhere is a column
 * that was not filled in at all.
 *
 * @param parts the carriers that the total sums
 * @param items the items it is checked on
 */
public record PartsWithoutTotal(String total, List<String> parts, List<String> items) implements Check {

    public PartsWithoutTotal {
        parts = List.copyOf(parts);
        items = List.copyOf(items);
    }

    /** At most one violation an item, at the first part. */
    @Override
    public List<Violation> violations(Statement.Cells cells) {
        if (cells.all().stream().noneMatch(o -> o.carrier().equals(total) && o.value() != null)) {
            return List.of();
        }
        return cells.among(items).stream()
                .filter(item -> Term.of(item, total).stated(cells).isEmpty() && !cells.isUnread(item, total))
                .flatMap(item -> parts.stream()
                        .flatMap(part -> cells.nonZero(item, part).stream())
                        .limit(1))
                .map(o -> Violation.of(o, o.quantity().value()))
                .toList();
    }
}
