package org.tanzhang.account;

import java.math.BigDecimal;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tanzhang.code.Flow;

/**
 * The reason that the bureau gives for the residual of one cell.
 *
 * @param region code of the city
 * @param from first year, null when open
 * @param to last year, null when open
 * @param amount how much of the residual it explains, in the carrier's ledger unit and with the residual's sign; null for
 *     all that is left
 * @param tolerance share of the city's cell up to which the residual is rounding, null for the method's
 * @param change by how much the residual's share of the city's cell may differ from the year before, null for the method's
 */
public record ResidualAssignment(
        String region,
        String sectorGroup,
        String carrierGroup,
        Flow flow,
        @Nullable Integer from,
        @Nullable Integer to,
        String reason,
        @Nullable BigDecimal amount,
        @Nullable BigDecimal tolerance,
        @Nullable BigDecimal change,
        String note) {

    /** Whether it speaks of a region's account of a year. */
    public boolean isFor(String ofRegion, int year) {
        return region.equals(ofRegion) && (from == null || from <= year) && (to == null || year <= to);
    }

    /** Whether both explain the same cell in some year. */
    public boolean overlaps(ResidualAssignment other) {
        return region.equals(other.region)
                && cell().equals(other.cell())
                && (from == null || other.to == null || from <= other.to)
                && (to == null || other.from == null || other.from <= to);
    }

    Activity.CellKey cell() {
        return new Activity.CellKey(sectorGroup, carrierGroup, flow);
    }

    /** What an account rests on of it, as one line; equal lines give equal accounts. */
    String line() {
        return Stream.of(cell(), reason, plain(amount), plain(tolerance), plain(change), note)
                .map(Object::toString)
                .collect(Collectors.joining("|"));
    }

    private static String plain(@Nullable BigDecimal value) {
        return value == null ? "" : value.stripTrailingZeros().toPlainString();
    }
}
