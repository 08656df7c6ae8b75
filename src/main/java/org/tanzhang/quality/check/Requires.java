package org.tanzhang.quality.check;

import java.util.List;
import org.tanzhang.observation.Observation;
import org.tanzhang.observation.Statement;

/**
 * What is made or burnt needs something it comes from: coke put out needs an input to coking.
 *
 * @param items the items that need something
 * @param carriers the carriers on which they do
 * @param needs of which one must not be zero: {@code item} at any carrier, or {@code item@carrier}; where the statement has
 *     no row of any carrier named, nothing is asked for
 */
public record Requires(List<String> items, Carriers carriers, List<String> needs) implements Check {

    public Requires {
        items = List.copyOf(items);
        needs = List.copyOf(needs);
    }

    /** At most one violation, at the first of the cells that need something. */
    @Override
    public List<Violation> violations(Statement.Cells cells) {
        if (cells.all().stream().anyMatch(this::isNeeded)
                || cells.all().stream().noneMatch(this::isAskedFor)
                || cells.anyUnread(this::isNeeded)) {
            return List.of();
        }
        return cells.all().stream()
                .filter(Requires::isNotZero)
                .filter(o -> items.contains(o.item()) && carriers.include(o.carrier()))
                .limit(1)
                .map(o -> Violation.of(o, o.quantity().value()))
                .toList();
    }

    private boolean isNeeded(Observation o) {
        return isNotZero(o) && isNeeded(o.item(), o.carrier());
    }

    private boolean isNeeded(String item, String carrier) {
        return needs.contains(item) || needs.contains(item + "@" + carrier);
    }

    private boolean isAskedFor(Observation o) {
        return needs.stream().anyMatch(n -> !n.contains("@") || n.endsWith("@" + o.carrier()));
    }

    private static boolean isNotZero(Observation o) {
        return o.value() != null && o.value().signum() != 0;
    }
}
