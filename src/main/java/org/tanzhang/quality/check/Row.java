package org.tanzhang.quality.check;

import java.math.BigDecimal;
import java.util.Optional;
import org.tanzhang.observation.Observation;
import org.tanzhang.observation.Statement;
import org.tanzhang.quantity.Quantity;
import org.tanzhang.quantity.Unit;

/** A carrier's row of a card: coefficients carry no unit of their own, they are per unit of the row. */
record Row(Statement.Cells cells, String carrier) {

    /** The unit of the row's quantities; empty where the row states none that converts. */
    Optional<Unit> unit(Unit like) {
        return cells.all().stream()
                .filter(o -> o.carrier().equals(carrier))
                .map(Observation::unit)
                .filter(like::sameDimensionAs)
                .findFirst();
    }

    /** A value per unit of the row, per the unit asked for. */
    Optional<BigDecimal> per(Unit target, BigDecimal perRowUnit) {
        return unit(target)
                .map(unit -> perRowUnit.multiply(
                        new Quantity(BigDecimal.ONE, target).in(unit).value()));
    }
}
