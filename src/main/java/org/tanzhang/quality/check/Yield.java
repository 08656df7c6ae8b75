package org.tanzhang.quality.check;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import org.tanzhang.observation.Observation;
import org.tanzhang.observation.Statement;

/**
 * A process puts out between two shares of what goes in, in coal equivalent or in carbon.
 *
 * @param input the item of what goes in
 * @param output the item of what comes out
 * @param carriers what the process puts out; the form states output by carrier, not by process
 * @param low the smallest share out of in
 * @param high the largest
 */
public record Yield(
        String input, String output, List<String> carriers, BigDecimal low, BigDecimal high, Equivalents equivalents)
        implements Check {

    public Yield {
        carriers = List.copyOf(carriers);
    }

    /** At most one violation, at the first output; none where the process has no input or no output. */
    @Override
    public List<Violation> violations(Statement.Cells cells) {
        Set<String> inputs = equivalents.perUnit().keySet();
        if (!cells.has(input)
                || !cells.has(output)
                || equivalents.isOpen(cells, input, inputs)
                || equivalents.isOpen(cells, output, carriers)) {
            return List.of();
        }
        BigDecimal in = equivalents.of(cells, input);
        BigDecimal out = equivalents.sum(cells, output, carriers);
        if (in.signum() == 0 || out.signum() == 0) {
            return List.of();
        }
        BigDecimal share = Ratio.of(out, in);
        // an input that could not be read may lower the share, an output may raise it
        boolean tooLow = share.compareTo(low) < 0 && !equivalents.isUnread(cells, output, carriers);
        boolean tooHigh = share.compareTo(high) > 0 && !equivalents.isUnread(cells, input, inputs);
        if (!tooLow && !tooHigh) {
            return List.of();
        }
        Observation at = carriers.stream()
                .flatMap(c -> cells.nonZero(output, c).stream())
                .findFirst()
                .orElseThrow();
        return List.of(Violation.of(
                        at,
                        Ratio.printed(out),
                        Ratio.printed(in),
                        Ratio.percent(out, in),
                        low.movePointRight(2),
                        high.movePointRight(2))
                .among(cells.all().stream().filter(this::isCounted).toList()));
    }

    private boolean isCounted(Observation o) {
        return o.value() != null
                && o.value().signum() != 0
                && (o.item().equals(input) || (o.item().equals(output) && carriers.contains(o.carrier())));
    }
}
