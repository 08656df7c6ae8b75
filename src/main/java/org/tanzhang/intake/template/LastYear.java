package org.tanzhang.intake.template;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.tanzhang.intake.form.FormDefinition;
import org.tanzhang.observation.UnitEntry;
import org.tanzhang.quantity.Quantity;
import org.tanzhang.quantity.Unit;
import org.tanzhang.quantity.Units;

/**
 * What a reporter stated a year before, as accepted.
 *
 * @param figures in the units in which they were stated
 * @param units the lines of a register; empty for other forms
 */
public record LastYear(Map<Key, Quantity> figures, List<UnitEntry> units) {

    /** A cell of a form. */
    public record Key(String item, String carrier) {}

    public LastYear {
        figures = Map.copyOf(figures);
        units = List.copyOf(units);
    }

    /** Whether there is nothing to show. */
    public boolean isEmpty() {
        return figures.isEmpty() && units.isEmpty();
    }

    /** What of it stands on that form: of a card's statement the card's or the companion's part. */
    LastYear on(FormDefinition form) {
        Set<String> items = form.items().stream().map(FormDefinition.Item::code).collect(Collectors.toSet());
        Map<Key, Quantity> standing = new HashMap<>();
        figures.forEach((key, quantity) -> {
            if (items.contains(key.item()) || (form.sectorRows() && key.item().startsWith("sector."))) {
                standing.put(key, quantity);
            }
        });
        return new LastYear(standing, units);
    }

    /** The figure of a cell in the unit that the form prints; empty when none was stated or it cannot be put so. */
    Optional<BigDecimal> figure(Grid.Figure cell, Units known) {
        Optional<Unit> printed = cell.unit() == null ? Optional.of(Unit.ONE) : known.find(cell.unit());
        return printed.flatMap(u -> figure(figures, new Key(cell.item(), cell.carrier()), u));
    }

    /** A figure in the unit that a form prints; empty when none was stated or it cannot be put so. */
    static Optional<BigDecimal> figure(Map<Key, Quantity> figures, Key key, Unit printed) {
        return Optional.ofNullable(figures.get(key))
                .filter(stated -> printed.sameDimensionAs(stated.unit()))
                .map(stated -> stated.in(printed).value());
    }
}
