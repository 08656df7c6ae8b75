package org.tanzhang.quality.check;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.tanzhang.observation.Observation;
import org.tanzhang.observation.Statement;

/**
 * What a unit uses less what it puts out is above zero: 综合能源消费量 = 工业生产消费 - 加工转换产出 - 回收利用, in tce.
 *
 * @param used the items used
 * @param putOut the items taken off
 */
public record NetEnergy(List<String> used, List<String> putOut, Equivalents equivalents) implements Check {

    public NetEnergy {
        used = List.copyOf(used);
        putOut = List.copyOf(putOut);
    }

    /**
     * None where nothing that was used could be read. Where some of it could not be and the rest is not above what was put
     * out, that is told: the one that could be read may be the wrong one.
     *
     * <p>At most one violation, at the first number put out, else used, else stated at all.
     */
    @Override
    public List<Violation> violations(Statement.Cells cells) {
        BigDecimal in = sum(cells, used);
        BigDecimal out = sum(cells, putOut);
        boolean noneRead = in.signum() == 0 && used.stream().anyMatch(item -> equivalents.isUnknown(cells, item));
        if (in.compareTo(out) > 0 || noneRead) {
            return List.of();
        }
        return first(cells, putOut)
                .or(() -> first(cells, used))
                .or(() -> cells.all().stream().findFirst())
                .map(at -> Violation.of(at, Ratio.printed(in.subtract(out)), Ratio.printed(in), Ratio.printed(out)))
                .stream()
                .toList();
    }

    private BigDecimal sum(Statement.Cells cells, List<String> items) {
        return items.stream().map(item -> equivalents.of(cells, item)).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static Optional<Observation> first(Statement.Cells cells, List<String> items) {
        return cells.all().stream()
                .filter(o -> items.contains(o.item())
                        && o.value() != null
                        && o.value().signum() != 0)
                .findFirst();
    }
}
