package org.tanzhang.account;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tanzhang.code.Carrier;
import org.tanzhang.code.CodeList;
import org.tanzhang.observation.Observation;
import org.tanzhang.observation.Statement;
import org.tanzhang.quality.Finding;
import org.tanzhang.quantity.Unit;
import org.tanzhang.quantity.Units;

/**
 * How much of a statement counts at one place. A unit that moved within the year counts at each place in part; the parts
 * of one statement sum to it exactly.
 */
public sealed interface CardPart {

    /** All of it. */
    CardPart WHOLE = new Whole();

    /** What of the card counts. */
    List<CardUse> uses(Statement card, CodeList<Carrier> carriers, Units units, List<Finding> findings);

    /** What of one cell of the card counts, in a unit of the cell's dimension. */
    Counted of(Observation cell, Unit unit);

    /** An amount with the cells that it follows from. */
    record Counted(BigDecimal amount, List<Observation> cells) {

        public Counted {
            cells = List.copyOf(cells);
        }

        private static Counted all(Observation cell, Unit unit) {
            return new Counted(cell.quantity().in(unit).value(), List.of(cell));
        }
    }

    /** All of a statement. */
    record Whole() implements CardPart {

        @Override
        public List<CardUse> uses(Statement card, CodeList<Carrier> carriers, Units units, List<Finding> findings) {
            return CardUse.of(card, carriers, units, findings);
        }

        @Override
        public Counted of(Observation cell, Unit unit) {
            return Counted.all(cell, unit);
        }
    }

    /**
     * A share by months: of {@code all} months in force, those after the first {@code before} up to {@code through}. Each
     * amount is the difference of two running sums, so that the roundings of the places cancel.
     */
    record ByMonths(int before, int through, int all) implements CardPart {

        /** Decimals of the running sums, in the ledger unit. */
        private static final int SHARE_SCALE = 6;

        public ByMonths {
            if (before < 0 || through <= before || all < through) {
                throw new IllegalArgumentException(before + " to " + through + " of " + all + " months");
            }
        }

        @Override
        public List<CardUse> uses(Statement card, CodeList<Carrier> carriers, Units units, List<Finding> findings) {
            return CardUse.of(card, carriers, units, findings).stream()
                    .map(use -> use.each(this::share))
                    .toList();
        }

        @Override
        public Counted of(Observation cell, Unit unit) {
            Counted all = Counted.all(cell, unit);
            return new Counted(share(all.amount()), all.cells());
        }

        private BigDecimal share(BigDecimal amount) {
            return running(amount, through).subtract(running(amount, before));
        }

        private BigDecimal running(BigDecimal amount, int months) {
            return months == all
                    ? amount
                    : amount.multiply(BigDecimal.valueOf(months))
                            .divide(BigDecimal.valueOf(all), SHARE_SCALE, RoundingMode.HALF_EVEN);
        }
    }

    /** What a cumulative statement states beyond an earlier one of the same unit and year. */
    record Since(Statement earlier) implements CardPart {

        @Override
        public List<CardUse> uses(Statement card, CodeList<Carrier> carriers, Units units, List<Finding> findings) {
            Map<String, CardUse> before = new LinkedHashMap<>();
            CardUse.of(earlier, carriers, units, findings)
                    .forEach(u -> before.put(u.carrier().code(), u));
            List<CardUse> uses = new ArrayList<>();
            for (CardUse use : CardUse.of(card, carriers, units, findings)) {
                uses.add(Optional.ofNullable(before.remove(use.carrier().code()))
                        .map(use::less)
                        .orElse(use));
            }
            before.values().forEach(gone -> uses.add(gone.each(BigDecimal::negate)));
            return uses;
        }

        @Override
        public Counted of(Observation cell, Unit unit) {
            Counted now = Counted.all(cell, unit);
            return earlier.cells()
                    .find(cell.item(), cell.carrier())
                    .map(then -> Counted.all(then, unit))
                    .map(then -> new Counted(
                            now.amount().subtract(then.amount()), Activity.union(now.cells(), then.cells())))
                    .orElse(now);
        }
    }
}
