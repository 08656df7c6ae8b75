package org.tanzhang.quality.check;

import java.util.List;
import org.tanzhang.observation.Observation;
import org.tanzhang.observation.Statement;

/**
 * A cell is filled in, with a number or with what stands for one: the coal survey wants an explicit 0.
 *
 * @param items the items asked for; empty for all
 */
public record Filled(List<String> items) implements Check {

    public Filled {
        items = List.copyOf(items);
    }

    @Override
    public List<Violation> violations(Statement.Cells cells) {
        return cells.all().stream()
                .filter(Observation::isBlank)
                .filter(o -> items.isEmpty() || items.contains(o.indicator()))
                .map(Violation::of)
                .toList();
    }
}
