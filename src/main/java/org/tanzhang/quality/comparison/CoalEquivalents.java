package org.tanzhang.quality.comparison;

import java.math.BigDecimal;
import java.util.Map;
import org.tanzhang.quantity.Quantity;
import org.tanzhang.quantity.Unit;

/**
 * What carriers are worth in coal equivalent, roughly: enough to tell a large change from a small one, not to account.
 *
 * @param tce tonnes of coal equivalent a unit, by carrier; carriers not named count nothing
 */
public record CoalEquivalents(Map<String, Worth> tce) {

    /** So many tce per unit of a carrier. */
    public record Worth(BigDecimal tce, Unit unit) {}

    public CoalEquivalents {
        tce = Map.copyOf(tce);
    }

    /** Tonnes of coal equivalent; zero where the carrier is not named or is printed in another dimension. */
    public BigDecimal of(String carrier, Quantity quantity) {
        Worth worth = tce.get(carrier);
        return worth == null || !quantity.unit().sameDimensionAs(worth.unit())
                ? BigDecimal.ZERO
                : quantity.in(worth.unit()).value().multiply(worth.tce());
    }
}
