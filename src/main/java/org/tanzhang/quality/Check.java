package org.tanzhang.quality;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tanzhang.observation.Observation;
import org.tanzhang.observation.Statement;
import org.tanzhang.quantity.Unit;

/**
 * A relation that the cells of a statement must hold, as a form definition states it.
 *
 * <p>A term is an item, {@code -item} (taken off) or {@code in(item)} (what goes in: the negative side of it, positive).
 *
 * @param kind what is compared
 * @param total the item (or for CARRIER_SUM the carrier) on the left
 * @param terms the items (or carriers) on the right
 * @param items for CARRIER_SUM the items it is checked on
 * @param halfUnit half the last printed unit; the tolerance is (terms + 1) times it
 * @param evenIfBlank whether a blank left side is compared too
 * @param carriers the carriers it holds for, {@code -carrier} for all but these; empty for all
 */
public record Check(
        String rule,
        Severity severity,
        Kind kind,
        String total,
        List<String> terms,
        List<String> items,
        BigDecimal halfUnit,
        boolean evenIfBlank,
        List<String> carriers) {

    /** What a check compares. */
    public enum Kind {
        /** item = sum of items, for every carrier */
        ITEM_SUM,
        /** item at most the sum of items, for every carrier */
        AT_MOST,
        /** carrier = sum of carriers, for the items listed; partial parts are a fault too */
        CARRIER_SUM
    }

    public Check {
        terms = List.copyOf(terms);
        items = List.copyOf(items);
        carriers = List.copyOf(carriers);
    }

    /** What the statement's cells violate; each finding stands at the left side's cell or the first stated term's. */
    public List<Finding> apply(Statement.Cells cells) {
        List<Finding> findings = new ArrayList<>();
        if (kind == Kind.CARRIER_SUM) {
            for (String item : items) {
                compare(
                        cells,
                        new At(item, total),
                        terms.stream().map(t -> new At(item, t)).toList(),
                        findings);
            }
            return findings;
        }
        cells.all().stream()
                .map(Observation::carrier)
                .distinct()
                .filter(this::holdsFor)
                .sorted()
                .forEach(carrier -> compare(
                        cells,
                        new At(total, carrier),
                        terms.stream().map(t -> new At(t, carrier)).toList(),
                        findings));
        return findings;
    }

    private boolean holdsFor(String carrier) {
        boolean only = carriers.stream().anyMatch(c -> !c.startsWith("-"));
        return only ? carriers.contains(carrier) : !carriers.contains("-" + carrier);
    }

    private record At(String item, String carrier) {}

    private void compare(Statement.Cells cells, At left, List<At> right, List<Finding> findings) {
        Optional<Observation> stated = cells.find(left.item(), left.carrier()).filter(o -> !o.isBlank());
        List<Observation> terms = right.stream()
                .flatMap(t -> cells.find(bare(t.item()), t.carrier()).stream())
                .filter(o -> o.value() != null)
                .toList();
        boolean leftBlank = stated.isEmpty() || stated.get().value() == null;
        boolean skip = leftBlank && !evenIfBlank;
        if (skip || (terms.isEmpty() && kind == Kind.CARRIER_SUM)) {
            return;
        }
        Unit unit = stated.or(() -> terms.stream().findFirst())
                .map(Observation::unit)
                .orElse(Unit.ONE);
        BigDecimal sum = BigDecimal.ZERO;
        for (At term : right) {
            sum = sum.add(value(cells, term, unit));
        }
        BigDecimal value = stated.map(Observation::value).orElse(BigDecimal.ZERO);
        BigDecimal difference = value.subtract(sum);
        BigDecimal tolerance = halfUnit.multiply(BigDecimal.valueOf(right.size() + 1L));
        boolean wrong = kind == Kind.AT_MOST
                ? difference.compareTo(tolerance) > 0
                : difference.abs().compareTo(tolerance) > 0;
        @Nullable Observation at = stated.orElse(terms.isEmpty() ? null : terms.get(0));
        if (wrong && at != null) {
            findings.add(Finding.at(
                    at.cell(), rule, severity, value.stripTrailingZeros().toPlainString(), value, sum, difference));
        }
    }

    private static String bare(String term) {
        if (term.startsWith("-")) {
            return term.substring(1);
        }
        return term.startsWith("in(") ? term.substring(3, term.length() - 1) : term;
    }

    /** A term's value in the unit of the left side. */
    private static BigDecimal value(Statement.Cells cells, At term, Unit unit) {
        BigDecimal value = cells.find(bare(term.item()), term.carrier())
                .filter(o -> o.value() != null)
                .map(o -> o.quantity().in(unit).value())
                .orElse(BigDecimal.ZERO);
        if (term.item().startsWith("-")) {
            return value.negate();
        }
        return term.item().startsWith("in(") ? value.negate().max(BigDecimal.ZERO) : value;
    }
}
