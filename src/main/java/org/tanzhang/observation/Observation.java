package org.tanzhang.observation;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.tanzhang.quantity.Quantity;
import org.tanzhang.quantity.Unit;

/**
 * One number cell of a workbook.
 *
 * @param id the store's number; 0 before it is stored
 * @param item the form's own row or column: {@code consumption} of a card, {@code final.industry} of a balance; with what
 *     qualifies it, if anything does: {@code gdp-constant@2020} is at prices of 2020
 * @param carrier code of the energy carrier; empty for an indicator that is of none
 * @param cell where it stands
 * @param raw the text as stored in the workbook
 * @param value the number stated; null when a notation stands there
 * @param notation what stands there instead of a number; null beside a number
 * @param unit unit of the value, as the form prints it
 */
public record Observation(
        long id,
        String item,
        String carrier,
        CellAddress cell,
        String raw,
        @Nullable BigDecimal value,
        @Nullable NotationKey notation,
        Unit unit) {

    /** Stands between an item and what qualifies it. */
    public static final String QUALIFIER = "@";

    public Observation {
        if ((value == null) == (notation == null)) {
            throw new IllegalArgumentException("an observation is a value or a notation: " + cell);
        }
    }

    /** The item without what qualifies it: {@code gdp-constant} of {@code gdp-constant@2020}. */
    public String indicator() {
        int at = item.indexOf(QUALIFIER);
        return at < 0 ? item : item.substring(0, at);
    }

    /** The stated quantity; zero where the form's blank or dash means none. */
    public Quantity quantity() {
        return new Quantity(value == null ? BigDecimal.ZERO : value, unit);
    }

    public boolean isBlank() {
        return notation == NotationKey.BLANK;
    }

    /** Whether the reporter says that a quantity exists without stating it (NE, C): what sums over it is incomplete. */
    public boolean isMissing() {
        return notation == NotationKey.NE || notation == NotationKey.C;
    }
}
