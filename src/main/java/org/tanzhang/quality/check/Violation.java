package org.tanzhang.quality.check;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import org.tanzhang.observation.Observation;

/**
 * A relation that does not hold.
 *
 * @param at the observation whose cell is marked
 * @param related the other observations between which it does not hold; any of them may be the wrong one
 * @param arguments what the message names, in its order: numbers and texts
 */
public record Violation(Observation at, List<Observation> related, List<Object> arguments) {

    public Violation {
        related = List.copyOf(related);
        arguments = List.copyOf(arguments);
    }

    static Violation of(Observation at, Object... arguments) {
        return new Violation(at, List.of(), List.of(arguments));
    }

    /** The same violation between its observation and these. */
    Violation among(Collection<Observation> cells) {
        return new Violation(
                at,
                cells.stream()
                        .filter(o -> !o.cell().equals(at.cell()))
                        .distinct()
                        .toList(),
                arguments);
    }

    /** What stands in the cell; 0 where nothing does. */
    public BigDecimal value() {
        return at.quantity().value();
    }
}
