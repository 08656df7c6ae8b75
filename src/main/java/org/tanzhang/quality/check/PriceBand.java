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
 * @param values the items of money, each with the yuan per unit of it: 1000 where the form asks for 千元; several where its
 *     caption does not say, and one of them must give a price within the band
 * @param quantity the item of the amount bought
 * @param limits the bands in yuan per unit of the carrier
 */
public record PriceBand(Map<String, List<BigDecimal>> values, String quantity, Map<String, Limits> limits)
        implements Check {

    public PriceBand {
        values = Map.copyOf(values);
        limits = Map.copyOf(limits);
    }

    @Override
    public List<Violation> violations(Statement.Cells cells) {
        if (!cells.has(quantity)) {
            return List.of();
        }
        return values.keySet().stream()
                .filter(cells::has)
                .sorted()
                .flatMap(value ->
                        limits.keySet().stream().sorted().flatMap(carrier -> cells.nonZero(value, carrier).stream()))
                .flatMap(money ->
                        cells.nonZero(quantity, money.carrier()).flatMap(bought -> violation(money, bought)).stream())
                .toList();
    }

    private Optional<Violation> violation(Observation money, Observation bought) {
        Limits band = limits.get(money.carrier());
        if (band == null || !bought.unit().sameDimensionAs(band.unit())) {
            return Optional.empty();
        }
        BigDecimal amount = bought.quantity().in(band.unit()).value();
        List<BigDecimal> prices = values.getOrDefault(money.item(), List.of()).stream()
                .map(yuan -> Ratio.of(money.quantity().value().multiply(yuan), amount))
                .toList();
        return prices.stream().anyMatch(band::admit)
                ? Optional.empty()
                : Optional.of(Violation.of(
                                money, money.quantity().value(), Ratio.printed(prices.get(0)), band.low(), band.high())
                        .among(List.of(bought)));
    }
}
