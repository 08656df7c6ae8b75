package org.tanzhang.quality.check;

import java.util.List;
import java.util.Map;
import org.tanzhang.observation.Observation;
import org.tanzhang.observation.Statement;

/**
 * What a unit puts out it makes from something: coke needs an input to coking.
 *
 * @param output the item of what comes out
 * @param sources by carrier the inputs of which one, on any carrier, must not be zero
 */
public record MadeFrom(String output, Map<String, List<String>> sources) implements Check {

    public MadeFrom {
        sources = Map.copyOf(sources);
    }

    @Override
    public List<Violation> violations(Statement.Cells cells) {
        if (!cells.has(output)) {
            return List.of();
        }
        return sources.keySet().stream()
                .sorted()
                .filter(carrier -> cells.all().stream().noneMatch(o -> isSource(o, carrier)))
                .filter(carrier -> !cells.anyUnread(sources.getOrDefault(carrier, List.of())))
                .flatMap(carrier -> cells.nonZero(output, carrier).stream())
                .map(o -> Violation.of(o, o.quantity().value()))
                .toList();
    }

    private boolean isSource(Observation o, String carrier) {
        return o.value() != null
                && o.value().signum() != 0
                && sources.getOrDefault(carrier, List.of()).contains(o.item());
    }
}
