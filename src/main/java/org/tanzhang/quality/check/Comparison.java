package org.tanzhang.quality.check;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tanzhang.observation.Observation;
import org.tanzhang.observation.Statement;
import org.tanzhang.quantity.Unit;

/**
 * A cell beside a sum of cells, in the unit of the cell.
 *
 * @param left the cell's observation; null where it is blank
 * @param at where a violation is marked: the left side, or the first term that is stated
 * @param cells the cells compared: the left side's, blank or not, and those of the terms that state a number
 * @param tolerance half the last printed unit for each cell that was rounded
 */
record Comparison(
        @Nullable Observation left,
        Observation at,
        List<Observation> cells,
        BigDecimal value,
        BigDecimal sum,
        BigDecimal tolerance) {

    /** Empty where neither side states anything. */
    static Optional<Comparison> of(Statement.Cells cells, Term left, List<Term> right, BigDecimal halfUnit) {
        Optional<Observation> stated = left.stated(cells);
        Optional<Observation> first =
                right.stream().flatMap(t -> t.stated(cells).stream()).findFirst();
        Observation at = cells.find(left.item(), left.carrier())
                .filter(o -> !o.isBlank())
                .or(() -> first)
                .orElse(null);
        if (at == null) {
            return Optional.empty();
        }
        Unit unit = at.unit();
        BigDecimal sum = BigDecimal.ZERO;
        for (Term term : right) {
            sum = sum.add(term.value(cells, unit));
        }
        BigDecimal value = stated.map(Observation::value).orElse(BigDecimal.ZERO);
        List<Observation> compared = Stream.concat(
                        cells.find(left.item(), left.carrier()).stream(),
                        right.stream().flatMap(t -> t.stated(cells).stream()))
                .toList();
        return Optional.of(new Comparison(
                stated.orElse(null),
                at,
                compared,
                value,
                sum,
                halfUnit.multiply(BigDecimal.valueOf(right.size() + 1L))));
    }

    BigDecimal difference() {
        return value.subtract(sum);
    }

    boolean differs() {
        return difference().abs().compareTo(tolerance) > 0;
    }

    boolean exceeds() {
        return difference().compareTo(tolerance) > 0;
    }

    /** The message's words: the left side, the sum, the difference. */
    Violation violation() {
        return Violation.of(at, value, sum, difference()).among(cells);
    }
}
