package org.tanzhang.account;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A residual, reason by reason: what the bureau explained of it by amount, and the rest. The parts add up to the residual
 * exactly.
 *
 * @param tolerance within which the rest is rounding, in the unit of the amounts
 */
record Explanation(BigDecimal tolerance, List<Part> parts) {

    /** What one reason explains; {@code note} is the bureau's, empty for what the program says. */
    record Part(String reason, BigDecimal amount, String note) {

        private Part and(Part other) {
            return new Part(reason, amount.add(other.amount), note);
        }
    }

    /**
     * Explains a residual.
     *
     * @param city the city's cell
     * @param rounding the halves of printed units that the cell may differ by
     * @param share the method's tolerance as a share of the cell
     * @param otherwise the reason of a rest beyond the tolerance to which none is assigned
     */
    static Explanation of(
            BigDecimal residual,
            BigDecimal city,
            BigDecimal rounding,
            BigDecimal share,
            List<ResidualAssignment> assignments,
            String otherwise) {
        BigDecimal own = assignments.stream()
                .flatMap(a -> Optional.ofNullable(a.tolerance()).stream())
                .findFirst()
                .orElse(share);
        BigDecimal tolerance = new Tolerance(own).of(city, rounding);
        List<Part> parts = new ArrayList<>();
        BigDecimal rest = residual;
        ResidualAssignment ofRest = null;
        for (ResidualAssignment assigned : assignments) {
            BigDecimal amount = assigned.amount();
            if (amount == null) {
                ofRest = assigned;
            } else if (amount.signum() != 0) {
                parts.add(new Part(assigned.reason(), amount, assigned.note()));
                rest = rest.subtract(amount);
            }
        }
        if (rest.signum() != 0) {
            Part left = rest(rest, tolerance, ofRest, otherwise);
            parts.stream()
                    .filter(p -> p.reason().equals(left.reason()))
                    .findFirst()
                    .ifPresentOrElse(p -> parts.set(parts.indexOf(p), p.and(left)), () -> parts.add(left));
        }
        return new Explanation(tolerance, parts);
    }

    private static Part rest(
            BigDecimal rest, BigDecimal tolerance, @Nullable ResidualAssignment assigned, String otherwise) {
        if (rest.abs().compareTo(tolerance) <= 0) {
            return new Part(ResidualReason.ROUNDING, rest, "");
        }
        return assigned == null ? new Part(otherwise, rest, "") : new Part(assigned.reason(), rest, assigned.note());
    }
}
