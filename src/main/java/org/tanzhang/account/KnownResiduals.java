package org.tanzhang.account;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tanzhang.code.Flow;
import org.tanzhang.code.Name;

/**
 * What is known of a city's residuals before they are worked out: the reasons that the bureau assigned for the year, and
 * what they were the year before.
 *
 * @param reasons the list of reasons, by code
 * @param assignments those in force for the region and year
 * @param before the cells of the year before, by the same factor set and method; empty when there is no such run
 */
public record KnownResiduals(
        Map<String, ResidualReason> reasons, List<ResidualAssignment> assignments, List<Before> before) {

    /**
     * A cell in the account of the year before.
     *
     * @param share the residual's share of the city's cell, 0 where the levels agreed
     */
    public record Before(String sectorGroup, String carrierGroup, Flow flow, BigDecimal share) {

        Activity.CellKey cell() {
            return new Activity.CellKey(sectorGroup, carrierGroup, flow);
        }
    }

    public KnownResiduals {
        reasons = Map.copyOf(reasons);
        assignments = List.copyOf(assignments);
        before = List.copyOf(before);
    }

    /** Nothing assigned and nothing before. */
    public static KnownResiduals none() {
        return new KnownResiduals(Map.of(), List.of(), List.of());
    }

    /** One line for each assignment and each cell of the year before; equal lines give equal reasons and findings. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        assignments.forEach(a -> lines.add("residual|" + a.line() + "|"
                + Optional.ofNullable(reasons.get(a.reason()))
                        .map(Record::toString)
                        .orElse("")));
        before.forEach(
                b -> lines.add("residual-before|" + b.cell() + "|" + b.share().toPlainString()));
        return lines.stream().sorted().toList();
    }

    /** The assignments of a cell, those with an amount first and in the file's order. */
    List<ResidualAssignment> of(Activity.CellKey cell) {
        return assignments.stream()
                .filter(a -> a.cell().equals(cell))
                .sorted((a, b) -> Boolean.compare(a.amount() == null, b.amount() == null))
                .toList();
    }

    /** Whether a reason leaves its part of the residual at the city. */
    boolean atCity(String reason) {
        ResidualReason known = reasons.get(reason);
        return known == null ? reason.equals(ResidualReason.NOT_REPORTED) : known.atCity();
    }

    /** The name of a reason; one that no list holds stands for itself. */
    Name nameOf(String reason) {
        ResidualReason known = reasons.get(reason);
        return known == null ? new Name(reason, "") : known.name();
    }

    @Nullable BigDecimal shareBefore(Activity.CellKey cell) {
        return before.stream()
                .filter(b -> b.cell().equals(cell))
                .findFirst()
                .map(Before::share)
                .orElse(null);
    }
}
