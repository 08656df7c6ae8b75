package org.tanzhang.quality.check;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.tanzhang.observation.Observation;
import org.tanzhang.observation.Statement;

/**
 * The row or column of all energy is the sum of quantities by their coefficients: 能源合计 (40) of a card.
 *
 * @param total the carrier that totals
 * @param items the items it is checked on
 * @param share what the total may be off: coefficients are printed with four decimals
 */
public record EnergyTotal(String total, List<String> items, BigDecimal share, Equivalents equivalents)
        implements Check {

    public EnergyTotal {
        items = List.copyOf(items);
    }

    @Override
    public List<Violation> violations(Statement.Cells cells) {
        return cells.among(items).stream()
                .filter(item -> cells.isWhole() || !equivalents.isUnknown(cells, item))
                .flatMap(item -> cells.nonZero(item, total).stream())
                .flatMap(o -> violation(cells, o).stream())
                .toList();
    }

    private Optional<Violation> violation(Statement.Cells cells, Observation o) {
        BigDecimal sum = equivalents.of(cells, o.item());
        BigDecimal stated = o.quantity().value();
        BigDecimal difference = stated.subtract(sum);
        return difference.abs().compareTo(share.multiply(stated.abs())) <= 0
                ? Optional.empty()
                : Optional.of(Violation.of(o, stated, Ratio.printed(sum), Ratio.printed(difference))
                        .among(cells.all().stream()
                                .filter(part -> part.item().equals(o.item()) && isNotZero(part))
                                .toList()));
    }

    private static boolean isNotZero(Observation o) {
        return o.value() != null && o.value().signum() != 0;
    }
}
