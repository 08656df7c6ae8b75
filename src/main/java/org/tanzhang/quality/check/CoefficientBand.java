package org.tanzhang.quality.check;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tanzhang.observation.Observation;
import org.tanzhang.observation.Statement;

/**
 * A coefficient of coal equivalent lies in its carrier's band.
 *
 * @param item the coefficient, in tce per unit of the row
 * @param limits the bands in tce per unit of the carrier
 */
public record CoefficientBand(String item, Map<String, Limits> limits) implements Check {

    public CoefficientBand {
        limits = Map.copyOf(limits);
    }

    @Override
    public List<Violation> violations(Statement.Cells cells) {
        if (!cells.has(item)) {
            return List.of();
        }
        return limits.keySet().stream()
                .sorted()
                .flatMap(carrier -> cells.nonZero(item, carrier).stream())
                .flatMap(o -> violation(cells, o).stream())
                .toList();
    }

    private Optional<Violation> violation(Statement.Cells cells, Observation o) {
        Limits band = limits.get(o.carrier());
        if (band == null) {
            return Optional.empty();
        }
        BigDecimal stated = o.quantity().value();
        return new Row(cells, o.carrier())
                .per(band.unit(), stated)
                .filter(value -> !band.admit(value))
                .map(value -> Violation.of(o, stated, band.low(), band.high()));
    }
}
