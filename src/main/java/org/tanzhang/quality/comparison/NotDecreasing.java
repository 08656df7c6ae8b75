package org.tanzhang.quality.comparison;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * A quantity since January does not decrease from month to month.
 *
 * @param halfUnit half the last printed unit of each cell
 */
public record NotDecreasing(Earlier earlier, Beside cells, BigDecimal halfUnit) implements OfTwoPeriods {

    /** How much less. */
    @Override
    public Optional<List<Object>> violation(CellPair pair) {
        BigDecimal less = pair.before().subtract(pair.now());
        return less.compareTo(pair.rounding(halfUnit)) > 0 ? Optional.of(List.of(less)) : Optional.empty();
    }
}
