package org.tanzhang.intake.reading;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.tanzhang.intake.workbook.SheetCell;
import org.tanzhang.observation.CellAddress;
import org.tanzhang.observation.NotationKey;
import org.tanzhang.observation.Observation;
import org.tanzhang.observation.Unread;
import org.tanzhang.quality.Finding;
import org.tanzhang.quality.Severity;
import org.tanzhang.quantity.Unit;

/**
 * Makes an observation of a number cell, or says what is wrong with it.
 *
 * @param observations where observations go
 * @param unread where the places go whose cells could not be read
 * @param findings where faults go
 */
record CellReader(List<Observation> observations, List<Unread> unread, List<Finding> findings) {

    private static final BigDecimal NOTHING = new BigDecimal("1E-9");

    /**
     * What a cell is to state.
     *
     * @param mayBeNegative whether a negative quantity is an answer
     * @param turned whether the printed sign is the opposite of the meant one
     */
    record Wanted(String item, String carrier, Unit unit, boolean mayBeNegative, boolean turned) {}

    void blank(CellAddress at, Wanted wanted) {
        observations.add(
                new Observation(0, wanted.item(), wanted.carrier(), at, "", null, NotationKey.BLANK, wanted.unit()));
    }

    void read(CellAddress at, SheetCell cell, Wanted wanted) {
        String raw = cell.text();
        switch (cell.kind()) {
            case ERROR, BOOLEAN -> unread(at, wanted, "R-CELL-02", raw, raw);
            case NUMBER -> {
                Optional<BigDecimal> stored = NumberText.stored(raw);
                if (stored.isPresent()) {
                    number(at, raw, stored.get(), wanted);
                } else {
                    unread(at, wanted, "R-CELL-01", raw, raw);
                }
            }
            case TEXT -> text(at, raw, wanted);
            case DATE -> unread(at, wanted, "R-CELL-01", raw, raw);
            case UNCALCULATED -> unread(at, wanted, "R-CELL-10", raw, raw);
        }
    }

    /** A cell that is filled in, while it is not known in which unit. */
    void withoutUnit(String item, String carrier) {
        unread.add(new Unread(item, carrier));
    }

    private void unread(CellAddress at, Wanted wanted, String rule, String raw, Object... arguments) {
        unread.add(new Unread(wanted.item(), wanted.carrier()));
        findings.add(Finding.at(at, rule, Severity.ERROR, raw, arguments));
    }

    private void text(CellAddress at, String raw, Wanted wanted) {
        Optional<NotationKey> notation = NumberText.notation(raw);
        Optional<BigDecimal> typed = NumberText.typed(raw);
        if (notation.isPresent()) {
            observations.add(
                    new Observation(0, wanted.item(), wanted.carrier(), at, raw, null, notation.get(), wanted.unit()));
        } else if (typed.isPresent()) {
            findings.add(Finding.at(at, "R-CELL-05", Severity.INFO, raw, raw));
            number(at, raw, typed.get(), wanted);
        } else {
            NumberText.withUnit(raw)
                    .ifPresentOrElse(
                            both -> unread(at, wanted, "R-CELL-06", raw, raw, both.unit(), both.number()),
                            () -> unread(at, wanted, "R-CELL-01", raw, raw));
        }
    }

    private void number(CellAddress at, String raw, BigDecimal stated, Wanted wanted) {
        BigDecimal value = stated;
        if (value.signum() != 0 && value.abs().compareTo(NOTHING) < 0) {
            findings.add(Finding.at(at, "R-CELL-04", Severity.INFO, raw, raw));
            value = BigDecimal.ZERO;
        }
        if (value.signum() < 0 && !wanted.mayBeNegative()) {
            unread(at, wanted, "R-CELL-03", value.toPlainString(), value);
            return;
        }
        BigDecimal meant = wanted.turned() ? value.negate() : value;
        observations.add(new Observation(0, wanted.item(), wanted.carrier(), at, raw, meant, null, wanted.unit()));
    }
}
