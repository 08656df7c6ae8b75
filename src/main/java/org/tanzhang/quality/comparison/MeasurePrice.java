package org.tanzhang.quality.comparison;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.tanzhang.quality.check.Limits;

/**
 * What a unit paid for its purchases lies in a band of prices, where the money and the amount came in two exports.
 *
 * @param value the measure of money
 * @param yuan the yuan per unit of it: 1000 where the form asks for 千元
 * @param quantity the measure of the amount bought
 * @param limits the bands by carrier, in yuan per unit of it
 */
public record MeasurePrice(String value, BigDecimal yuan, String quantity, Map<String, Limits> limits)
        implements BetweenMeasures {

    public MeasurePrice {
        limits = Map.copyOf(limits);
    }

    /** The price in yuan, two decimals, and the band. */
    public List<Object> price(String carrier, BigDecimal money, BigDecimal amount) {
        Limits band = Objects.requireNonNull(limits.get(carrier));
        return List.of(money.multiply(yuan).divide(amount, 2, RoundingMode.HALF_EVEN), band.low(), band.high());
    }
}
