package org.tanzhang.quality.check;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Optional;
import org.tanzhang.observation.Observation;
import org.tanzhang.observation.Statement;
import org.tanzhang.quantity.Unit;

/**
 * One indicator by another lies within a band: GDP a head, GDP at constant by GDP at current prices. Every cell of the
 * item is held against it, whatever qualifies it ({@code gdp-constant@2020}); printed in another dimension it is not.
 *
 * @param item what is divided, in the unit {@code of}
 * @param by the item it is divided by, in the unit {@code per}
 * @param low the quotient's lowest plausible value
 * @param high its highest
 */
public record RatioBand(String item, Unit of, String by, Unit per, BigDecimal low, BigDecimal high) implements Check {

    private static final MathContext PRINTED = new MathContext(3);

    @Override
    public List<Violation> violations(Statement.Cells cells) {
        return cells.all().stream()
                .filter(o -> o.indicator().equals(item) && o.value() != null)
                .filter(o -> o.unit().sameDimensionAs(of))
                .flatMap(o -> cells
                        .nonZero(by, o.carrier())
                        .filter(d -> d.unit().sameDimensionAs(per))
                        .flatMap(d -> violation(o, d))
                        .stream())
                .toList();
    }

    private Optional<Violation> violation(Observation o, Observation divisor) {
        BigDecimal ratio =
                o.quantity().in(of).value().divide(divisor.quantity().in(per).value(), MathContext.DECIMAL64);
        return ratio.compareTo(low) >= 0 && ratio.compareTo(high) <= 0
                ? Optional.empty()
                : Optional.of(Violation.of(
                        o,
                        o.quantity().value(),
                        new BigDecimal(ratio.round(PRINTED).toPlainString()),
                        low,
                        high));
    }
}
