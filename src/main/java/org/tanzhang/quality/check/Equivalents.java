package org.tanzhang.quality.check;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.tanzhang.observation.Observation;
import org.tanzhang.observation.Statement;
import org.tanzhang.quantity.Unit;

/**
 * What quantities are worth in one measure: coal equivalent or carbon.
 *
 * @param perUnit worth of a unit by carrier; carriers not named count nothing
 * @param stated items that state a coefficient of the unit's own, the first that does counts; empty to take the table alone
 * @param parts carriers that are parts of a total: a total with a stated part counts nothing itself
 */
public record Equivalents(Map<String, Worth> perUnit, List<String> stated, Map<String, List<String>> parts) {

    /** So much per unit. */
    public record Worth(BigDecimal value, Unit unit) {}

    public Equivalents {
        perUnit = Map.copyOf(perUnit);
        stated = List.copyOf(stated);
        parts = Map.copyOf(parts);
    }

    /** The worth of what stands there; 0 where nothing does. */
    BigDecimal of(Statement.Cells cells, String item, String carrier) {
        boolean byParts = parts.getOrDefault(carrier, List.of()).stream()
                .anyMatch(part -> cells.nonZero(item, part).isPresent());
        Worth worth = perUnit.get(carrier);
        Optional<Observation> amount = cells.nonZero(item, carrier);
        if (byParts || worth == null || amount.isEmpty() || !amount.get().unit().sameDimensionAs(worth.unit())) {
            return BigDecimal.ZERO;
        }
        return coefficient(cells, carrier)
                .map(own -> own.multiply(amount.get().quantity().value()))
                .orElseGet(() -> worth.value()
                        .multiply(amount.get().quantity().in(worth.unit()).value()));
    }

    /** Whether an amount of an item could not be read at a carrier that counts. */
    boolean isUnread(Statement.Cells cells, String item, Collection<String> carriers) {
        return !cells.isWhole() && carriers.stream().anyMatch(c -> perUnit.containsKey(c) && cells.isUnread(item, c));
    }

    /** Whether the unit's own coefficient of an amount that counts could not be read. */
    boolean isOpen(Statement.Cells cells, String item, Collection<String> carriers) {
        return !cells.isWhole()
                && carriers.stream()
                        .anyMatch(c -> perUnit.containsKey(c)
                                && stated.stream().anyMatch(own -> cells.isUnread(own, c))
                                && cells.nonZero(item, c).isPresent());
    }

    /** Whether the worth of an item over all carriers is not known, for the one reason or the other. */
    boolean isUnknown(Statement.Cells cells, String item) {
        return isUnread(cells, item, perUnit.keySet()) || isOpen(cells, item, perUnit.keySet());
    }

    private Optional<BigDecimal> coefficient(Statement.Cells cells, String carrier) {
        return stated.stream()
                .flatMap(item -> cells.nonZero(item, carrier).stream())
                .map(o -> Objects.requireNonNull(o.value()))
                .findFirst();
    }

    /** The worth of an item over all carriers. */
    BigDecimal of(Statement.Cells cells, String item) {
        return sum(cells, item, List.copyOf(perUnit.keySet()));
    }

    /** The worth of an item over some carriers. */
    BigDecimal sum(Statement.Cells cells, String item, List<String> carriers) {
        return carriers.stream().map(c -> of(cells, item, c)).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
