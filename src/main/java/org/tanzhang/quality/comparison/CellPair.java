package org.tanzhang.quality.comparison;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.tanzhang.observation.Observation;
import org.tanzhang.quantity.Quantity;
import org.tanzhang.quantity.Unit;

/**
 * One cell in two periods. At least one of the two is stated; the other then is none.
 *
 * @param later what the later statement states; null where it states nothing
 * @param earlier what the earlier statement states; null where it states nothing
 * @param turned whether the earlier one counts with the other sign
 */
public record CellPair(
        @Nullable Observation later, @Nullable Observation earlier, boolean turned) {

    public CellPair {
        if (later == null && earlier == null) {
            throw new IllegalArgumentException("neither period states the cell");
        }
    }

    public String carrier() {
        return stated().carrier();
    }

    /** The unit both values are compared in: the later cell's, as it is the one at hand. */
    public Unit unit() {
        return stated().unit();
    }

    private Observation stated() {
        if (later != null) {
            return later;
        }
        if (earlier != null) {
            return earlier;
        }
        throw new IllegalStateException("neither period states the cell");
    }

    /** The later value in {@link #unit()}; zero where nothing is stated. */
    public BigDecimal now() {
        return value(later);
    }

    /** The earlier value in {@link #unit()}, with its sign turned where it counts so; zero where nothing is stated. */
    public BigDecimal before() {
        return turned ? value(earlier).negate() : value(earlier);
    }

    private BigDecimal value(@Nullable Observation o) {
        return o == null ? BigDecimal.ZERO : o.quantity().in(unit()).value();
    }

    Quantity difference() {
        return new Quantity(now().subtract(before()), unit());
    }

    /** What rounding to the last printed place of both cells may amount to, in {@link #unit()}. */
    BigDecimal rounding(BigDecimal halfUnit) {
        BigDecimal other = earlier == null
                ? halfUnit
                : new Quantity(halfUnit, earlier.unit()).in(unit()).value();
        return halfUnit.add(other);
    }
}
