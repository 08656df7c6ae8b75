package org.tanzhang.intake.reference;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.tanzhang.factor.FactorQuantity;
import org.tanzhang.quantity.Quantity;
import org.tanzhang.quantity.Unit;

/** A line of {@code factors.csv} as far as it can be read. */
record FactorRow(
        int line,
        Map<String, String> fields,
        @Nullable FactorQuantity quantity,
        @Nullable BigDecimal value,
        @Nullable Unit unit,
        @Nullable Integer from,
        @Nullable Integer to) {

    String text(String column) {
        return fields.getOrDefault(column, "");
    }

    /** Whether it states this of a carrier, with a value in a unit that fits. */
    boolean states(FactorQuantity wanted) {
        return quantity == wanted && value != null && unit != null && wanted.accepts(unit);
    }

    /** The value with its unit, when both could be read. */
    Optional<Quantity> amount() {
        return value == null || unit == null ? Optional.empty() : Optional.of(new Quantity(value, unit));
    }

    boolean sharesAYearWith(FactorRow other) {
        return startsBeforeEndOf(other) && other.startsBeforeEndOf(this);
    }

    private boolean startsBeforeEndOf(FactorRow other) {
        return from == null || other.to == null || from <= other.to;
    }

    /** Whether both hold for the same sector, region and enterprise, so that neither is more specific. */
    boolean asSpecificAs(FactorRow other) {
        return holds(other, String::equals);
    }

    /** Whether it answers wherever the other does: for the same sector, region and enterprise or for all. */
    boolean answersWhere(FactorRow other) {
        return holds(other, (own, others) -> own.isEmpty() || own.equals(others));
    }

    private boolean holds(FactorRow other, BiFunction<String, String, Boolean> relation) {
        return relation.apply(text("sector"), other.text("sector"))
                && relation.apply(text("region"), other.text("region"))
                && relation.apply(text("enterprise"), other.text("enterprise"));
    }

    /** How many of sector, region and enterprise it is bound to. */
    int bounds() {
        return (text("sector").isEmpty() ? 0 : 1)
                + (text("region").isEmpty() ? 0 : 1)
                + (text("enterprise").isEmpty() ? 0 : 1);
    }
}
