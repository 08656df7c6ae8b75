package org.tanzhang.quality.check;

import java.util.List;
import org.tanzhang.observation.Statement;

/**
 * A carrier's total should have its parts beside it: 原煤 without its kinds leaves the heat value open. A statement that has
 * no row of any part does not offer them.
 *
 * @param parts the carriers of which one should be stated
 * @param items the items it is checked on
 */
public record TotalWithoutParts(String total, List<String> parts, List<String> items) implements Check {

    public TotalWithoutParts {
        parts = List.copyOf(parts);
        items = List.copyOf(items);
    }

    @Override
    public List<Violation> violations(Statement.Cells cells) {
        if (cells.all().stream().noneMatch(o -> parts.contains(o.carrier()))) {
            return List.of();
        }
        return cells.among(items).stream()
                .filter(item -> parts.stream()
                        .noneMatch(part -> cells.nonZero(item, part).isPresent() || cells.isUnread(item, part)))
                .flatMap(item -> cells.nonZero(item, total).stream())
                .map(o -> Violation.of(o, o.quantity().value()))
                .toList();
    }
}
