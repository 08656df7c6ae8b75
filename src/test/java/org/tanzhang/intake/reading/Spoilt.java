package org.tanzhang.intake.reading;

import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tanzhang.observation.CellAddress;
import org.tanzhang.observation.Observation;
import org.tanzhang.observation.Statement;

/**
 * One slip in a figure of a sound statement.
 *
 * @param form the form definition it was made in
 * @param figure the sound figure that it spoils
 * @param cell where it was made
 * @param after the number that stands there now; null where none does
 * @param sound the cells of the statement before any slip
 */
record Spoilt(
        Slip slip,
        String form,
        Observation figure,
        CellAddress cell,
        @Nullable BigDecimal after,
        Statement.Cells sound) {

    String item() {
        return figure.item();
    }

    String carrier() {
        return figure.carrier();
    }

    /** What the sound statement states of an item at the same carrier, in the figure's unit; zero where nothing. */
    BigDecimal stated(String item) {
        return other(item).map(o -> o.quantity().in(figure.unit()).value()).orElse(BigDecimal.ZERO);
    }

    /** What the sound statement states of the same item at another carrier, in the figure's unit; zero where nothing. */
    BigDecimal statedOf(String carrier) {
        return sound.find(item(), carrier)
                .filter(o -> o.value() != null)
                .map(o -> o.quantity().in(figure.unit()).value())
                .orElse(BigDecimal.ZERO);
    }

    /** Whether the sound statement states something else than zero of an item at the same carrier. */
    boolean states(String item) {
        return sound.nonZero(item, carrier()).isPresent();
    }

    /** What the sound statement states in another of its cells. */
    Optional<Observation> statesAt(CellAddress at) {
        return sound.all().stream().filter(o -> o.cell().equals(at)).findFirst();
    }

    private Optional<Observation> other(String item) {
        return sound.find(item, carrier()).filter(o -> o.value() != null);
    }

    @Override
    public String toString() {
        return form + " " + item() + "/" + carrier() + " " + slip + " " + cell + " [" + figure.raw() + " -> " + after
                + "]";
    }
}
