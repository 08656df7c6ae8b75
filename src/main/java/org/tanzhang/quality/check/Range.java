package org.tanzhang.quality.check;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tanzhang.observation.Observation;
import org.tanzhang.observation.Statement;
import org.tanzhang.quantity.Quantity;

/**
 * Quantities lie between bounds: electricity is not stored, a county does not burn 200,000 万吨.
 *
 * @param items the items bounded, whatever qualifies them
 * @param limits the bounds by carrier; {@code *} for the carriers not named
 */
public record Range(List<String> items, Map<String, Limits> limits) implements Check {

    public Range {
        items = List.copyOf(items);
        limits = Map.copyOf(limits);
    }

    @Override
    public List<Violation> violations(Statement.Cells cells) {
        return cells.all().stream()
                .filter(o -> o.value() != null && items.contains(o.indicator()))
                .flatMap(o -> limits(o.carrier())
                        .filter(l -> o.unit().sameDimensionAs(l.unit()))
                        .filter(l -> !l.admit(o.quantity().in(l.unit()).value()))
                        .map(l -> violation(o, l))
                        .stream())
                .toList();
    }

    private Optional<Limits> limits(String carrier) {
        return Optional.ofNullable(limits.getOrDefault(carrier, limits.get("*")));
    }

    private static Violation violation(Observation o, Limits l) {
        return Violation.of(
                o,
                o.quantity().value(),
                new Quantity(l.low(), l.unit()).in(o.unit()).value(),
                new Quantity(l.high(), l.unit()).in(o.unit()).value());
    }
}
