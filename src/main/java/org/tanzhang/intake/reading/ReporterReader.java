package org.tanzhang.intake.reading;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tanzhang.code.Caption;
import org.tanzhang.code.Region;
import org.tanzhang.code.Regions;
import org.tanzhang.intake.form.FormDefinition.ReporterRows;
import org.tanzhang.intake.reading.ReporterTable.DataColumn;
import org.tanzhang.intake.workbook.SheetCell;
import org.tanzhang.intake.workbook.SheetRow;
import org.tanzhang.observation.CellAddress;
import org.tanzhang.observation.Observation;
import org.tanzhang.observation.Period;
import org.tanzhang.observation.Reporter;
import org.tanzhang.observation.Unread;
import org.tanzhang.quality.Finding;
import org.tanzhang.quality.Severity;

/** Reads a table row by row, each row a statement of its reporter. Holds no row but the one it reads. */
final class ReporterReader {

    private static final Pattern UNIT_CODE = Pattern.compile("[0-9A-Z]{18}|[0-9A-Z]{8}-?[0-9A-Z]?");
    private static final Pattern YEAR = Pattern.compile("((?:19|20)\\d{2})(?:年度?)?(?:\\.0)?");
    private static final Set<String> COLUMN_LETTERS = Set.of("甲", "乙", "丙", "丁");

    private final ReporterTable table;
    private final Regions regions;
    private final Set<String> footers = new HashSet<>();
    private final Set<String> whole = new HashSet<>();
    private final Map<Integer, CellReader.Wanted> wanted = new LinkedHashMap<>();
    private final Map<Identity, Integer> seen = new HashMap<>();
    private final Set<Integer> unknownSaid = new HashSet<>();
    private final boolean namesAreNoAnswer;

    private record Identity(String code, Period period) {

        /** Asked for every row: the hash that a record derives takes several times as long. */
        @Override
        public int hashCode() {
            return (31 * code.hashCode() + period.year()) * 31 + period.toMonth();
        }
    }

    ReporterReader(ReporterTable table, Regions regions) {
        this.table = table;
        this.regions = regions;
        table.form().footers().forEach(f -> footers.add(Caption.compact(f)));
        table.whole().forEach(w -> whole.add(Caption.normal(w)));
        table.columns().forEach((at, column) -> wanted.put(at, wanted(column)));
        this.namesAreNoAnswer = table.form().reporter() == Reporter.Kind.REGION
                || table.heading()
                        .saying(Caption.compact(ReporterRows.UNFILLED)::equals)
                        .isPresent();
    }

    private CellReader.Wanted wanted(DataColumn column) {
        boolean negative =
                table.form().items().stream().anyMatch(i -> i.code().equals(column.item()) && i.mayBeNegative());
        return new CellReader.Wanted(column.item(), column.carrier(), column.unit(), negative, false);
    }

    /** The statement of a row; empty where nobody reports in it. */
    Optional<ReadStatement> read(SheetRow row) {
        if (row.number() < table.bodyRow()) {
            return Optional.empty();
        }
        Map<Integer, SheetCell> cells = new HashMap<>();
        for (SheetCell cell : row.cells()) {
            cells.put(cell.column(), cell);
        }
        if (passedOver(row, cells)) {
            return Optional.empty();
        }
        List<Observation> observations = new ArrayList<>();
        List<Finding> findings = new ArrayList<>();
        @Nullable Period period = period(row, cells, findings);
        @Nullable Reporter reporter = table.form().reporter() == Reporter.Kind.UNIT
                ? unit(row, cells, findings)
                : region(row, cells, period, findings);
        List<Unread> unread = new ArrayList<>();
        CellReader reader = new CellReader(observations, unread, findings);
        for (Map.Entry<Integer, CellReader.Wanted> column : wanted.entrySet()) {
            int at = column.getKey();
            SheetCell cell = cells.get(at);
            if (cell != null) {
                reader.read(address(row, at), cell, column.getValue());
            } else if (table.form().keepsBlanks()) {
                reader.blank(address(row, at), column.getValue());
            }
        }
        unknown(row, cells, findings);
        twice(row, reporter, period, findings);
        return Optional.of(new ReadStatement(
                table.statement(),
                table.form().id(),
                List.of(table.sheet()),
                reporter,
                reporter == null ? null : address(row, namedAt(cells)),
                period,
                observations,
                unread,
                List.of(),
                findings));
    }

    /**
     * Remarks below the table, sums over it, the row of column letters, rows without reporter and numbers, and regions
     * that state nothing; units too, in a table that they stood in before.
     */
    private boolean passedOver(SheetRow row, Map<Integer, SheetCell> cells) {
        String first = Caption.compact(row.cells().get(0).text());
        if (COLUMN_LETTERS.contains(first) || footers.stream().anyMatch(first::startsWith)) {
            return true;
        }
        boolean stated = !Collections.disjoint(table.columns().keySet(), cells.keySet());
        if (!stated && namesAreNoAnswer) {
            return true;
        }
        boolean named =
                table.code().isPresent() && cells.containsKey(table.code().getAsInt())
                        || !Collections.disjoint(table.names(), cells.keySet());
        return !named
                && table.columns().keySet().stream()
                        .map(cells::get)
                        .noneMatch(c -> c != null && c.kind() == SheetCell.Kind.NUMBER && !isZero(c));
    }

    private static boolean isZero(SheetCell cell) {
        return NumberText.stored(cell.text()).filter(v -> v.signum() == 0).isPresent();
    }

    private CellAddress address(SheetRow row, int column) {
        return new CellAddress(table.sheet(), row.number(), column);
    }

    /** The column that names the reporter of a row: the code where there is one, else the lowest level's name. */
    private int namedAt(Map<Integer, SheetCell> cells) {
        if (table.code().isPresent() && cells.containsKey(table.code().getAsInt())) {
            return table.code().getAsInt();
        }
        List<Integer> named = table.names().stream().filter(cells::containsKey).toList();
        return named.isEmpty() ? table.code().orElse(0) : named.get(named.size() - 1);
    }

    private @Nullable Period period(SheetRow row, Map<Integer, SheetCell> cells, List<Finding> findings) {
        if (table.year().isEmpty()) {
            return table.period().orElse(null);
        }
        int column = table.year().getAsInt();
        SheetCell cell = cells.get(column);
        String text = cell == null ? "" : Caption.compact(CellText.of(cell));
        var year = YEAR.matcher(text);
        if (!year.matches()) {
            if (text.isEmpty() && table.period().isPresent()) {
                return table.period().get();
            }
            findings.add(Finding.at(address(row, column), "R-PERIOD-02", Severity.ERROR, text, text));
            return null;
        }
        int stated = Integer.parseInt(year.group(1));
        return table.period().filter(p -> p.year() == stated).orElse(Period.year(stated));
    }

    private @Nullable Reporter unit(SheetRow row, Map<Integer, SheetCell> cells, List<Finding> findings) {
        int column =
                table.code().orElse(table.names().isEmpty() ? 0 : table.names().get(0));
        SheetCell cell = table.code().isPresent() ? cells.get(column) : null;
        String name = table.names().stream()
                .flatMap(c -> Optional.ofNullable(cells.get(c)).stream())
                .map(c -> c.text().strip())
                .findFirst()
                .orElse("");
        if (cell == null) {
            findings.add(Finding.at(address(row, column), "R-UNIT-CODE-05", Severity.ERROR, "", name));
            return null;
        }
        String code = Caption.compact(CellText.of(cell)).toUpperCase(Locale.ROOT);
        if (!UNIT_CODE.matcher(code).matches()) {
            findings.add(Finding.at(address(row, column), "R-UNIT-CODE-02", Severity.ERROR, code, code));
            return null;
        }
        CodeDoubt.of(address(row, column), code).ifPresent(findings::add);
        return new Reporter(Reporter.Kind.UNIT, code, name);
    }

    private @Nullable Reporter region(
            SheetRow row, Map<Integer, SheetCell> cells, @Nullable Period period, List<Finding> findings) {
        int year = period == null ? 0 : period.year();
        List<Integer> named = table.names().stream().filter(cells::containsKey).toList();
        int at = namedAt(cells);
        SheetCell cell = cells.get(at);
        if (cell == null) {
            findings.add(Finding.at(address(row, at), "R-ROW-03", Severity.ERROR, ""));
            return null;
        }
        String text = Caption.compact(CellText.of(cell));
        boolean byCode = table.code().isPresent() && at == table.code().getAsInt();
        Optional<Region> region = byCode
                ? regions.find(text.length() == 12 ? text.substring(0, 6) : text)
                : isWhole(text) ? titled(year) : byNames(named, cells, year);
        if (region.isEmpty()) {
            findings.add(Finding.at(address(row, at), "R-REGION-01", Severity.ERROR, text, text, year));
            return null;
        }
        Region known = region.get();
        if (period != null && !known.validIn(year)) {
            findings.add(Finding.at(address(row, at), "R-REGION-02", Severity.ERROR, text, known.code(), year));
        }
        if (byCode && !named.isEmpty()) {
            int last = named.get(named.size() - 1);
            SheetCell name = cells.get(last);
            if (name != null
                    && !isWhole(name.text())
                    && !regions.named(name.text()).contains(known)) {
                findings.add(Finding.at(
                        address(row, last),
                        "R-REGION-04",
                        Severity.WARNING,
                        name.text(),
                        name.text(),
                        known.code(),
                        known.name().zh()));
            }
        }
        return new Reporter(Reporter.Kind.REGION, known.code(), known.name().zh());
    }

    private boolean isWhole(String text) {
        return whole.contains(Caption.normal(text));
    }

    /** The region that the title names: its own row is called 全市. */
    private Optional<Region> titled(int year) {
        return regions.mentionedIn(String.join("|", table.heading().texts().toList()), year);
    }

    /**
     * The region of the lowest level named, below those named above it; of several the one in force in that year. Empty
     * where a level above is not known: 新华区 lies in four cities.
     */
    private Optional<Region> byNames(List<Integer> named, Map<Integer, SheetCell> cells, int year) {
        List<Region> candidates = List.of();
        for (int level = 0; level < named.size(); level++) {
            SheetCell cell = cells.get(named.get(level));
            List<Region> upper = candidates;
            boolean highest = level == 0;
            candidates = cell == null
                    ? List.of()
                    : regions.named(cell.text()).stream()
                            .filter(r -> highest
                                    || regions.withAncestors(r.code()).stream().anyMatch(upper::contains))
                            .toList();
        }
        List<Region> last = candidates;
        return last.stream()
                .filter(r -> r.validIn(year))
                .findFirst()
                .or(() -> last.stream().findFirst());
    }

    /** A number in a column nobody knows would be lost: of a carrier an error in every row, of an indicator said once. */
    private void unknown(SheetRow row, Map<Integer, SheetCell> cells, List<Finding> findings) {
        table.unknown().forEach((at, caption) -> {
            SheetCell cell = cells.get(at);
            if (cell == null || cell.kind() != SheetCell.Kind.NUMBER || isZero(cell)) {
                return;
            }
            if (table.byMeasure()) {
                findings.add(Finding.at(address(row, at), "R-CARRIER-01", Severity.ERROR, caption, caption));
            } else if (unknownSaid.add(at)) {
                CellAddress head = new CellAddress(table.sheet(), table.headerRow(), at);
                findings.add(Finding.at(head, "R-FORM-04", Severity.INFO, caption, caption));
            }
        });
    }

    private void twice(SheetRow row, @Nullable Reporter reporter, @Nullable Period period, List<Finding> findings) {
        if (reporter == null || period == null) {
            return;
        }
        Integer first = seen.putIfAbsent(new Identity(reporter.code(), period), row.number());
        if (first != null) {
            int column =
                    table.code().orElseGet(() -> table.names().get(table.names().size() - 1));
            findings.add(Finding.at(
                    address(row, column),
                    "R-REPORTER-01",
                    Severity.WARNING,
                    reporter.code(),
                    reporter.code(),
                    first + 1));
        }
    }
}
