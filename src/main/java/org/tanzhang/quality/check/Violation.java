package org.tanzhang.quality.check;

import java.math.BigDecimal;
import java.util.List;
import org.tanzhang.observation.Observation;

/**
 * A relation that does not hold.
 *
 * @param at the observation whose cell is marked
 * @param arguments what the message names, in its order: numbers and texts
 */
public record Violation(Observation at, List<Object> arguments) {

    public Violation {
        arguments = List.copyOf(arguments);
    }

    static Violation of(Observation at, Object... arguments) {
        return new Violation(at, List.of(arguments));
    }

    /** What stands in the cell; 0 where nothing does. */
    public BigDecimal value() {
        return at.quantity().value();
    }
}
