package org.tanzhang.quality.check;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tanzhang.observation.Observation;
import org.tanzhang.observation.Statement;
import org.tanzhang.quantity.Quantity;
import org.tanzhang.quantity.Unit;

/**
 * A cell beside a sum of cells, in the unit of the cell.
 *
 * <p>n terms and their total, each rounded to the same place, differ by (n + 1) x half of that place at most. The place is
 * the rule's, or the last one that the statement's figures of this unit show where that is coarser: a table printed in
 * whole 万吨 cannot add up to two decimals. It takes {@link #TELLING} of them to show it: a small card may be whole by
 * itself. One term alone rounds as its total does, and a blank was not rounded.
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

    /** Figures, noughts apart, of which not one has a further decimal by rounding only. */
    private static final int TELLING = 20;

    /** Empty where neither side states anything, and where a cell of either could not be read. */
    static Optional<Comparison> of(Statement.Cells cells, Term left, List<Term> right, BigDecimal halfUnit) {
        if (!cells.isWhole() && (left.isUnread(cells) || right.stream().anyMatch(term -> term.isUnread(cells)))) {
            return Optional.empty();
        }
        Optional<Observation> own = cells.find(left.item(), left.carrier());
        List<Observation> terms = new ArrayList<>();
        List<Term> stated = new ArrayList<>();
        for (Term term : right) {
            Optional<Observation> number = term.stated(cells);
            if (number.isPresent()) {
                terms.add(number.get());
                stated.add(term);
            }
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
        BigDecimal value = number.map(Observation::value).orElse(BigDecimal.ZERO);
        BigDecimal tolerance = halfUnit.multiply(BigDecimal.valueOf(right.size() + 1L));
        Comparison exact = new Comparison(number.orElse(null), at, compared, value, sum, tolerance);
        // where figures meet, as most do, nobody asks how they were rounded
        return Optional.of(
                number.isPresent() && terms.size() > 1 && exact.differs() ? exact.roundedAsShown(cells) : exact);
    }

    private Comparison roundedAsShown(Statement.Cells all) {
        BigDecimal shown = cells.stream()
                .map(o -> halfOfLastPlace(all, o.unit()).in(at.unit()).value())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        return new Comparison(left, at, cells, value, sum, tolerance.max(shown));
    }

    /** Half of the last place that the statement's figures of a unit show, at most half a unit; nothing where they are few. */
    private static Quantity halfOfLastPlace(Statement.Cells all, Unit unit) {
        List<BigDecimal> figures = all.all().stream()
                .filter(o -> o.unit().equals(unit))
                .map(Observation::value)
                .filter(v -> v != null && v.signum() != 0)
                .toList();
        if (figures.size() < TELLING) {
            return new Quantity(BigDecimal.ZERO, unit);
        }
        int decimals =
                figures.stream().mapToInt(v -> v.stripTrailingZeros().scale()).reduce(0, Math::max);
        return new Quantity(BigDecimal.valueOf(5, decimals + 1), unit);
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
