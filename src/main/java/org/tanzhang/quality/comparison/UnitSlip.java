package org.tanzhang.quality.comparison;

import java.util.List;
import java.util.Optional;
import org.tanzhang.quantity.Quantity;

/** A figure is not a power of ten off that of an earlier statement. */
public record UnitSlip(Earlier earlier, Beside cells, PowersOfTen powers) implements OfTwoPeriods {

    /** The factor, and the unit in which the figure would fit. */
    @Override
    public Optional<List<Object>> violation(CellPair pair) {
        return powers.slip(
                        pair.carrier(), new Quantity(pair.now(), pair.unit()), new Quantity(pair.before(), pair.unit()))
                .map(slip -> List.of(slip.factor(), slip.unit()));
    }
}
