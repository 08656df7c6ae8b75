package org.tanzhang.quality.check;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tanzhang.observation.Observation;
import org.tanzhang.observation.Statement;

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
        Optional<Observation> own = cells.find(left.item(), left.carrier());
        List<Observation> terms = new ArrayList<>();
        List<Term> stated = new ArrayList<>();
        for (Term term : right) {
            term.stated(cells).ifPresent(o -> {
                terms.add(o);
                stated.add(term);
            });
        }
        Observation at = own.filter(o -> !o.isBlank()).orElse(terms.isEmpty() ? null : terms.get(0));
        if (at == null) {
            return Optional.empty();
        }
        BigDecimal sum = BigDecimal.ZERO;
        for (int i = 0; i < terms.size(); i++) {
            sum = sum.add(stated.get(i).value(terms.get(i), at.unit()));
        }
        Optional<Observation> number = left.stated(cells);
        List<Observation> compared = new ArrayList<>();
        own.ifPresent(compared::add);
        compared.addAll(terms);
        return Optional.of(new Comparison(
                number.orElse(null),
                at,
                compared,
                number.map(Observation::value).orElse(BigDecimal.ZERO),
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
