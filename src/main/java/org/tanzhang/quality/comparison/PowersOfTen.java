package org.tanzhang.quality.comparison;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tanzhang.quantity.Quantity;
import org.tanzhang.quantity.Unit;

/**
 * Factors that betray a figure typed in another unit than the printed one (千克 for 吨, 立方米 for 万立方米), or with its
 * decimal point in the wrong place.
 *
 * @param powers the factors that betray a slip: 1000, 10000; their inverses too
 * @param spread how far off a factor still counts: with 2, from half of it to twice it
 * @param floor tce that the larger figure must exceed; 0 where energy does not tell
 * @param units units that reporters know, by their printed name
 */
public record PowersOfTen(
        List<BigDecimal> powers,
        BigDecimal spread,
        BigDecimal floor,
        Map<String, Unit> units,
        CoalEquivalents equivalents) {

    public PowersOfTen {
        powers = List.copyOf(powers);
        units = Map.copyOf(units);
    }

    /**
     * A probable slip.
     *
     * @param factor stated / expected, as a power of ten
     * @param unit the printed name of the unit in which the figure would fit; a dash where no known unit does
     */
    public record Slip(BigDecimal factor, String unit) {}

    /** The least factor that can be found. */
    public BigDecimal least() {
        return powers.stream().reduce(BigDecimal::min).orElse(BigDecimal.ONE).divide(spread);
    }

    /**
     * Whether a figure is a power of ten off.
     *
     * @param expected what the figure is measured by: last year's, or one per head times the population
     */
    public Optional<Slip> slip(String carrier, Quantity stated, Quantity expected) {
        BigDecimal now = stated.value().abs();
        BigDecimal before = expected.in(stated.unit()).value().abs();
        if (now.signum() == 0
                || before.signum() == 0
                || isSmall(carrier, new Quantity(now.max(before), stated.unit()))) {
            return Optional.empty();
        }
        for (BigDecimal power : powers) {
            if (isNear(now, before.multiply(power))) {
                return Optional.of(new Slip(power, unit(stated.unit(), BigDecimal.ONE, power)));
            }
            if (isNear(now.multiply(power), before)) {
                return Optional.of(new Slip(BigDecimal.ONE.divide(power), unit(stated.unit(), power, BigDecimal.ONE)));
            }
        }
        return Optional.empty();
    }

    private boolean isSmall(String carrier, Quantity larger) {
        return floor.signum() > 0 && equivalents.of(carrier, larger).compareTo(floor) <= 0;
    }

    private boolean isNear(BigDecimal a, BigDecimal b) {
        return a.compareTo(b.multiply(spread)) <= 0 && b.compareTo(a.multiply(spread)) <= 0;
    }

    /** The unit of which {@code dividend / divisor} of the printed one make one. */
    private String unit(Unit printed, BigDecimal dividend, BigDecimal divisor) {
        return units.entrySet().stream()
                .filter(e -> e.getValue().sameDimensionAs(printed))
                .filter(e ->
                        new Quantity(divisor, e.getValue()).in(printed).value().compareTo(dividend) == 0)
                .map(Map.Entry::getKey)
                .sorted()
                .findFirst()
                .orElse("—");
    }
}
