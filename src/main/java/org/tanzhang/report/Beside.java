package org.tanzhang.report;

import java.util.List;
import java.util.Optional;
import org.tanzhang.account.Figure;
import org.tanzhang.account.intensity.IntensityTable;

/**
 * What the workbook prints beside the account and adds to nothing: figures of the run, and intensities over the years.
 *
 * @param figures of regions, not of single enterprises
 */
public record Beside(List<Figure> figures, IntensityTable intensity) {

    public static final Beside NOTHING = new Beside(List.of(), new IntensityTable(0, null, List.of()));

    public Beside {
        figures = List.copyOf(figures);
    }

    boolean has(String table) {
        return figures.stream().anyMatch(f -> f.table().equals(table));
    }

    Optional<Figure> find(String table, String region, String subject, String item) {
        return figures.stream()
                .filter(f -> f.table().equals(table)
                        && f.region().equals(region)
                        && f.subject().equals(subject)
                        && f.item().equals(item))
                .findFirst();
    }

    /** A figure as a sum that knows what it lacks; none where it is not there. */
    Sum sum(String table, String region, String subject, String item) {
        return find(table, region, subject, item).map(Beside::sum).orElse(Sum.NONE);
    }

    static Sum sum(Figure figure) {
        return figure.value() == null
                ? new Sum(java.math.BigDecimal.ZERO, 0, 1)
                : Sum.of(figure.value(), figure.complete() ? 0 : 1);
    }
}
