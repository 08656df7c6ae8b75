package org.tanzhang.quality.check;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tanzhang.observation.Observation;
import org.tanzhang.observation.Statement;

/**
 * A coefficient lies near the reference printed beside it.
 *
 * @param item the coefficient used
 * @param reference the reference coefficient
 * @param shares by carrier the share of the reference it may be off; {@code *} for the carriers not named
 */
public record CoefficientGap(String item, String reference, Map<String, BigDecimal> shares) implements Check {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    public CoefficientGap {
        shares = Map.copyOf(shares);
    }

    @Override
    public List<Violation> violations(Statement.Cells cells) {
        if (!cells.has(item) || !cells.has(reference)) {
            return List.of();
        }
        return Carriers.ALL
                .of(cells)
                .flatMap(carrier -> cells
                        .nonZero(item, carrier)
                        .flatMap(o -> cells.nonZero(reference, carrier)
                                .flatMap(r -> violation(o, r.quantity().value())))
                        .stream())
                .toList();
    }

    private Optional<Violation> violation(Observation o, BigDecimal expected) {
        BigDecimal share = shares.getOrDefault(o.carrier(), shares.get("*"));
        if (share == null) {
            return Optional.empty();
        }
        BigDecimal stated = o.quantity().value();
        BigDecimal gap = stated.subtract(expected).abs();
        return gap.compareTo(share.multiply(expected)) <= 0
                ? Optional.empty()
                : Optional.of(Violation.of(o, stated, expected, Ratio.percent(gap, expected), share.multiply(HUNDRED)));
    }
}
