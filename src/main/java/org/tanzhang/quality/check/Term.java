package org.tanzhang.quality.check;

import java.math.BigDecimal;
import java.util.Optional;
import org.tanzhang.observation.Observation;
import org.tanzhang.observation.Statement;
import org.tanzhang.quantity.Unit;

/**
 * A term of a sum: {@code item}, {@code -item} (taken off) or {@code in(item)} (what goes in: the negative side of it,
 * positive), at one carrier.
 */
record Term(String item, String carrier, Sign sign) {

    enum Sign {
        ADDED,
        TAKEN_OFF,
        GOING_IN
    }

    static Term of(String term, String carrier) {
        if (term.startsWith("-")) {
            return new Term(term.substring(1), carrier, Sign.TAKEN_OFF);
        }
        return term.startsWith("in(")
                ? new Term(term.substring(3, term.length() - 1), carrier, Sign.GOING_IN)
                : new Term(term, carrier, Sign.ADDED);
    }

    /** Whether something stands there that could not be read. */
    boolean isUnread(Statement.Cells cells) {
        return cells.isUnread(item, carrier);
    }

    /** The observation, when it states a number. */
    Optional<Observation> stated(Statement.Cells cells) {
        return cells.find(item, carrier).filter(o -> o.value() != null);
    }

    /** What an observation adds that the term found stated, in the unit asked for. */
    BigDecimal value(Observation stated, Unit unit) {
        BigDecimal value = stated.quantity().in(unit).value();
        return switch (sign) {
            case ADDED -> value;
            case TAKEN_OFF -> value.negate();
            case GOING_IN -> value.negate().max(BigDecimal.ZERO);
        };
    }
}
