package org.tanzhang.quality.check;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tanzhang.observation.Observation;
import org.tanzhang.observation.Statement;

/**
 * What was paid for a purchase lies in a band of prices.
 *
 * @param value the item of money
 * @param yuan yuan per unit of it: 1000 where the form asks for 千元
 * @param quantity the item of the amount bought
 * @param limits the bands in yuan per unit of the carrier
 */
public record PriceBand(String value, BigDecimal yuan, String quantity, Map<String, Limits> limits) implements Check {

    public PriceBand {
        limits = Map.copyOf(limits);
    }

    @Override
    public List<Violation> violations(Statement.Cells cells) {
        if (!cells.has(value) || !cells.has(quantity)) {
            return List.of();
        }
        return limits.keySet().stream()
                .sorted()
                .flatMap(carrier -> cells
                        .nonZero(value, carrier)
                        .flatMap(money -> cells.nonZero(quantity, carrier).flatMap(bought -> violation(money, bought)))
                        .stream())
                .toList();
    }

    private Optional<Violation> violation(Observation money, Observation bought) {
        Limits band = limits.get(money.carrier());
        if (band == null || !bought.unit().sameDimensionAs(band.unit())) {
            return Optional.empty();
        }
        BigDecimal price = Ratio.of(
                money.quantity().value().multiply(yuan),
                bought.quantity().in(band.unit()).value());
        return band.admit(price)
                ? Optional.empty()
                : Optional.of(
                        Violation.of(money, money.quantity().value(), Ratio.printed(price), band.low(), band.high())
                                .among(List.of(bought)));
    }
}
