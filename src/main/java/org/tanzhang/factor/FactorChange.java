package org.tanzhang.factor;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What two factor sets say differently for the same carrier, quantity, sector, region, series, enterprise and years.
 *
 * @param before the one set's value, null when only the other has one
 * @param after the other set's value, null when only the one has one
 */
public record FactorChange(
        @Nullable Factor before, @Nullable Factor after) {

    private record Key(
            String carrier,
            FactorQuantity quantity,
            String sector,
            String region,
            String series,
            String enterprise,
            String validFrom,
            String validTo) {

        static Key of(Factor f) {
            return new Key(
                    f.carrier(),
                    f.quantity(),
                    text(f.sector()),
                    text(f.region()),
                    text(f.series()),
                    text(f.enterprise()),
                    text(f.validFrom()),
                    text(f.validTo()));
        }

        private static String text(@Nullable Object value) {
            return value == null ? "" : String.valueOf(value);
        }

        static final Comparator<Key> ORDER = Comparator.comparing(Key::carrier)
                .thenComparing(Key::quantity)
                .thenComparing(Key::sector)
                .thenComparing(Key::region)
                .thenComparing(Key::series)
                .thenComparing(Key::enterprise)
                .thenComparing(Key::validFrom)
                .thenComparing(Key::validTo);
    }

    /** Either value: what both are about. */
    public Factor about() {
        Factor one = before == null ? after : before;
        if (one == null) {
            throw new IllegalStateException("a change without a value");
        }
        return one;
    }

    /** The change in percent of the value before, to two decimals; empty where it cannot be stated. */
    public Optional<BigDecimal> percent() {
        if (before == null
                || after == null
                || before.value().signum() == 0
                || !before.unit().sameDimensionAs(after.unit())) {
            return Optional.empty();
        }
        BigDecimal now = after.asQuantity().in(before.unit()).value();
        return Optional.of(now.subtract(before.value())
                .multiply(BigDecimal.valueOf(100))
                .divide(before.value(), 2, RoundingMode.HALF_UP));
    }

    /**
     * The differences of two sets, sorted by carrier and quantity. Of a stack's values for the same thing the first
     * layer's counts.
     */
    public static List<FactorChange> between(FactorSet one, FactorSet other) {
        Map<Key, Factor> before = effective(one);
        Map<Key, Factor> after = effective(other);
        Map<Key, FactorChange> changes = new LinkedHashMap<>();
        before.forEach((key, f) -> changes.put(key, new FactorChange(f, after.get(key))));
        after.forEach((key, f) -> changes.putIfAbsent(key, new FactorChange(before.get(key), f)));
        List<Key> keys = new ArrayList<>(changes.keySet());
        keys.sort(Key.ORDER);
        return keys.stream().map(changes::get).filter(c -> !c.isSame()).toList();
    }

    private static Map<Key, Factor> effective(FactorSet set) {
        Map<Key, Factor> values = new LinkedHashMap<>();
        set.factors().forEach(f -> values.putIfAbsent(Key.of(f), f));
        return values;
    }

    private boolean isSame() {
        return before != null
                && after != null
                && before.unit().sameDimensionAs(after.unit())
                && after.asQuantity().in(before.unit()).value().compareTo(before.value()) == 0;
    }
}
