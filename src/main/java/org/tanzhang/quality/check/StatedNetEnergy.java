package org.tanzhang.quality.check;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.tanzhang.observation.Statement;
import org.tanzhang.quantity.Unit;

/**
 * 综合能源消费量 as the reporter states it is what its card gives: used - put out, in tce.
 *
 * @param item the stated figure, at {@code carrier}
 * @param used the items used
 * @param putOut the items taken off
 * @param share what it may be off, of the larger of the two: coefficients are printed with four decimals
 */
public record StatedNetEnergy(
        String item, String carrier, List<String> used, List<String> putOut, BigDecimal share, Equivalents equivalents)
        implements Check {

    /** Half a printed unit: the figure is printed in whole tonnes. */
    private static final BigDecimal HALF_TONNE = new BigDecimal("0.5");

    public StatedNetEnergy {
        used = List.copyOf(used);
        putOut = List.copyOf(putOut);
    }

    /** At most one violation: the figure as stated, what the card gives, the difference, in tce. */
    @Override
    public List<Violation> violations(Statement.Cells cells) {
        if (!cells.isWhole()
                && Stream.concat(used.stream(), putOut.stream()).anyMatch(i -> equivalents.isUnknown(cells, i))) {
            return List.of();
        }
        return cells
                .find(item, carrier)
                .filter(o -> o.value() != null)
                .flatMap(o -> {
                    BigDecimal stated =
                            o.quantity().in(Unit.TONNE_COAL_EQUIVALENT).value();
                    BigDecimal given = sum(cells, used).subtract(sum(cells, putOut));
                    BigDecimal difference = stated.subtract(given);
                    BigDecimal tolerance =
                            share.multiply(stated.abs().max(given.abs())).max(HALF_TONNE);
                    return stated.signum() > 0 && difference.abs().compareTo(tolerance) <= 0
                            ? Optional.empty()
                            : Optional.of(Violation.of(o, stated, Ratio.printed(given), Ratio.printed(difference)));
                })
                .stream()
                .toList();
    }

    private BigDecimal sum(Statement.Cells cells, List<String> items) {
        return items.stream().map(i -> equivalents.of(cells, i)).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
