package org.tanzhang.intake.template;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tanzhang.code.Region;
import org.tanzhang.intake.form.FormDefinition;
import org.tanzhang.intake.form.FormDefinition.Item;
import org.tanzhang.intake.reading.PrintedColumns;
import org.tanzhang.intake.reading.PrintedColumns.PrintedColumn;
import org.tanzhang.intake.reference.ReferenceData;
import org.tanzhang.observation.Reporter;
import org.tanzhang.quantity.Quantity;

/** The reporters that a form of many has rows for, with the figures of the year before that stand in its columns. */
public final class KnownReporters {

    /** Statements whose cells are asked for at once: the rest of a city's does not pass through memory. */
    private static final int AT_ONCE = 500;

    private final LastYearRepository repository;
    private final ReferenceData reference;

    public KnownReporters(LastYearRepository repository, ReferenceData reference) {
        this.repository = repository;
        this.reference = reference;
    }

    /**
     * The regions or units of a region.
     *
     * @param measure what is asked of every carrier, of a form that has one measure a table; null for others
     * @param holdsUnplaced whether a unit of which no register knows where it lies is one of the region's
     */
    public List<ReporterRow> of(
            FormDefinition form, @Nullable Item measure, int year, Region region, boolean holdsUnplaced) {
        List<LastYearRepository.Head> heads = heads(form, measure, year);
        if (form.reporter() == Reporter.Kind.REGION) {
            return stated(form, measure, heads, head -> true);
        }
        Map<String, String> reported =
                heads.stream().collect(Collectors.toMap(LastYearRepository.Head::code, LastYearRepository.Head::name));
        List<UnitRows.UnitRow> units = new UnitRows(reference.codes().regions(), region, year, holdsUnplaced)
                .of(reported, repository.registered(year - 1), repository.registered(year), repository.registers(year));
        Map<String, String> wanted = new HashMap<>();
        units.forEach(u -> wanted.put(u.creditCode(), u.name()));
        Map<String, ReporterRow> stated = stated(form, measure, heads, head -> wanted.containsKey(head.code())).stream()
                .collect(Collectors.toMap(ReporterRow::code, row -> row));
        return units.stream()
                .map(u -> {
                    ReporterRow row = stated.get(u.creditCode());
                    return new ReporterRow(u.creditCode(), u.name(), row == null ? Map.of() : row.lastYear());
                })
                .toList();
    }

    /** One unit that reported the year before; empty when it did not. */
    public List<ReporterRow> unit(FormDefinition form, @Nullable Item measure, int year, String creditCode) {
        return stated(
                form, measure, heads(form, measure, year), head -> head.code().equals(creditCode));
    }

    private List<LastYearRepository.Head> heads(FormDefinition form, @Nullable Item measure, int year) {
        return repository.heads(measure == null ? form.statement() : form.statement() + "." + measure.code(), year - 1);
    }

    private List<ReporterRow> stated(
            FormDefinition form,
            @Nullable Item measure,
            List<LastYearRepository.Head> heads,
            Predicate<LastYearRepository.Head> wanted) {
        List<LastYear.Key> cells = PrintedColumns.of(form, measure, reference.codes(), reference.units()).stream()
                .flatMap(Optional::stream)
                .map((PrintedColumn c) -> new LastYear.Key(c.item(), c.carrier()))
                .toList();
        List<LastYearRepository.Head> asked = heads.stream().filter(wanted).toList();
        List<ReporterRow> rows = new ArrayList<>();
        for (int from = 0; from < asked.size(); from += AT_ONCE) {
            List<LastYearRepository.Head> some = asked.subList(from, Math.min(from + AT_ONCE, asked.size()));
            Map<Long, Map<LastYear.Key, Quantity>> figures = repository.figures(
                    some.stream().map(LastYearRepository.Head::statement).toList(), cells);
            some.forEach(head -> rows.add(
                    new ReporterRow(head.code(), head.name(), figures.getOrDefault(head.statement(), Map.of()))));
        }
        return rows;
    }
}
