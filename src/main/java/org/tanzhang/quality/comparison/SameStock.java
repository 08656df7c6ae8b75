package org.tanzhang.quality.comparison;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * A stock is the same in both statements: opening stock = last year's closing stock.
 *
 * @param halfUnit half the last printed unit of each cell
 */
public record SameStock(Earlier earlier, Beside cells, BigDecimal halfUnit) implements OfTwoPeriods {

    /** The difference. */
    @Override
    public Optional<List<Object>> violation(CellPair pair) {
        BigDecimal difference = pair.now().subtract(pair.before());
        return difference.abs().compareTo(pair.rounding(halfUnit)) > 0
                ? Optional.of(List.of(difference))
                : Optional.empty();
    }
}
