package org.tanzhang.intake.reading;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tanzhang.code.Caption;
import org.tanzhang.code.Carrier;
import org.tanzhang.code.CodeList;
import org.tanzhang.intake.form.FormDefinition;
import org.tanzhang.intake.form.FormDefinition.Column;
import org.tanzhang.intake.form.FormDefinition.Item;
import org.tanzhang.intake.form.FormDefinition.ReporterRows;
import org.tanzhang.intake.reading.ReporterTable.DataColumn;
import org.tanzhang.intake.workbook.SheetCell;
import org.tanzhang.intake.workbook.SheetCells;
import org.tanzhang.observation.CellAddress;
import org.tanzhang.observation.Observation;
import org.tanzhang.quality.Finding;
import org.tanzhang.quality.Severity;
import org.tanzhang.quantity.Unit;
import org.tanzhang.quantity.Units;

/**
 * Finds tables whose rows are reporters by the first rows of a sheet: the column that names the reporter, and columns
 * that the form knows. The unit stands in a caption's last bracket, or once above the table.
 */
final class ReporterTableFinder {

    /** Fewer known columns than this are no table of a form that has no title to be known by. */
    private static final int LEAST_COLUMNS = 3;

    private static final int HEADER_LIMIT = 60;

    private static final Pattern LAST_BRACKET = Pattern.compile("\\(([^()]*)\\)$");
    private static final Pattern SEPARATOR = Pattern.compile("[,，、;；]");

    private final List<FormDefinition> forms;
    private final Vocabulary vocabulary;
    private final CodeList<Carrier> carriers;
    private final Units units;

    /** What each form calls the columns that name the reporter, by its id, as captions are compared. */
    private final Map<String, Set<String>> labels = new HashMap<>();

    private final Set<String> allLabels = new HashSet<>();

    ReporterTableFinder(List<FormDefinition> forms, Vocabulary vocabulary, CodeList<Carrier> carriers, Units units) {
        this.forms = forms.stream().filter(f -> f.rows() != null).toList();
        this.vocabulary = vocabulary;
        this.carriers = carriers;
        this.units = units;
        this.forms.forEach(form -> {
            Set<String> own = labels(form);
            labels.put(form.id(), own);
            allLabels.addAll(own);
        });
    }

    private static Set<String> labels(FormDefinition form) {
        List<String> labels = new ArrayList<>();
        if (form.rows() != null) {
            labels.addAll(form.rows().code());
            form.rows().names().forEach(labels::addAll);
        }
        return normal(labels);
    }

    /** @param head the sheet's first rows, header and some of the body */
    Optional<ReporterTable> find(SheetCells head, ReadingHints hints) {
        List<Integer> labelled = head.rowNumbers().stream()
                .filter(row -> row <= HEADER_LIMIT && holdsOneOf(head.row(row), allLabels))
                .toList();
        return forms.stream()
                .flatMap(form -> find(form, head, labelled, hints).stream())
                .max(Comparator.comparingInt(ReporterTable::score));
    }

    /** The measure that a text names, for a form that has one a table; of names within names the longest counts. */
    Optional<Item> measure(FormDefinition form, String text) {
        String compact = Caption.compact(text);
        record Named(Item item, String name) {}
        List<Named> named = form.items().stream()
                .flatMap(item -> item.names().stream().map(n -> new Named(item, Caption.compact(n))))
                .filter(n -> compact.contains(n.name()))
                .toList();
        List<Item> measures = named.stream()
                .filter(n -> named.stream()
                        .noneMatch(o -> o.name().length() > n.name().length()
                                && o.name().contains(n.name())))
                .map(Named::item)
                .distinct()
                .toList();
        return measures.size() == 1 ? Optional.of(measures.get(0)) : Optional.empty();
    }

    /** The measure that a file's name or the caller names, for any form that asks for one; empty when none. */
    Optional<String> hinted(ReadingHints hints) {
        return forms.stream()
                .filter(f -> f.rows() != null && f.rows().byMeasure())
                .flatMap(f -> hintedMeasure(f, hints).map(i -> f.id() + "." + i.code()).stream())
                .findFirst();
    }

    private Optional<Item> hintedMeasure(FormDefinition form, ReadingHints hints) {
        @Nullable String asked = hints.measure();
        return measure(form, hints.file())
                .or(() -> asked == null
                        ? Optional.empty()
                        : vocabulary.itemOf(form, asked).or(() -> measure(form, asked)));
    }

    /** @param labelled the rows that hold what any form calls its reporter */
    private Optional<ReporterTable> find(
            FormDefinition form, SheetCells head, List<Integer> labelled, ReadingHints hints) {
        @Nullable ReporterRows rows = form.rows();
        Set<String> own = labels.getOrDefault(form.id(), Set.of());
        if (rows == null) {
            return Optional.empty();
        }
        return labelled.stream()
                .filter(row -> head.row(row).size() >= Math.max(2, leastColumns(form)))
                .filter(row -> holdsOneOf(head.row(row), own))
                .findFirst()
                .flatMap(row -> new Search(form, rows, head, row, hints).table());
    }

    private static boolean holdsOneOf(Collection<SheetCell> row, Set<String> labels) {
        for (SheetCell cell : row) {
            if (cell.kind() == SheetCell.Kind.TEXT && labels.contains(Caption.normal(cell.text()))) {
                return true;
            }
        }
        return false;
    }

    private static int leastColumns(FormDefinition form) {
        return form.titles().isEmpty() ? LEAST_COLUMNS : 1;
    }

    private static Set<String> normal(List<String> texts) {
        Set<String> normal = new HashSet<>();
        texts.forEach(t -> normal.add(Caption.normal(t)));
        return normal;
    }

    /** A caption and the unit in its last bracket. */
    private record Bracket(String caption, Optional<String> unit) {}

    private Bracket bracket(String text) {
        String compact = Caption.compact(text);
        Matcher last = LAST_BRACKET.matcher(compact);
        Optional<String> unit = last.find()
                ? Stream.of(SEPARATOR.split(last.group(1)))
                        .filter(p -> units.find(p).isPresent())
                        .findFirst()
                : Optional.empty();
        return new Bracket(unit.isPresent() ? compact.substring(0, last.start()) : compact, unit);
    }

    /** One form tried on one sheet. */
    private final class Search {

        private final FormDefinition form;
        private final ReporterRows rows;
        private final SheetCells head;
        private final int headerRow;
        private final ReadingHints hints;
        private final Heading heading;
        private final List<Finding> findings = new ArrayList<>();

        Search(FormDefinition form, ReporterRows rows, SheetCells head, int headerRow, ReadingHints hints) {
            this.form = form;
            this.rows = rows;
            this.head = head;
            this.headerRow = headerRow;
            this.hints = hints;
            this.heading = new Heading(head, 0, headerRow, null, Set.of());
        }

        Optional<ReporterTable> table() {
            boolean titled = form.titles().isEmpty() || mentions(form.titles()) || fileMentions(form.titles());
            if (!titled || mentions(form.rejects())) {
                return Optional.empty();
            }
            List<Integer> identity = identityColumns(headerRow);
            int bodyRow = head.rowNumbers().stream()
                    .filter(r -> r > headerRow)
                    .filter(r -> identity.stream().anyMatch(c -> head.cell(r, c).isPresent()))
                    .findFirst()
                    .orElse(head.rowNumbers().get(head.rowNumbers().size() - 1) + 1);
            List<Integer> header = head.rowNumbers().stream()
                    .filter(r -> r >= headerRow && r < bodyRow)
                    .toList();
            Map<Integer, List<String>> captions = Captions.of(head, header, -1);
            OptionalInt code = column(captions, rows.code());
            OptionalInt year = column(captions, rows.year());
            List<Integer> names = new ArrayList<>();
            rows.names().forEach(level -> column(captions, level).ifPresent(names::add));
            if (code.isEmpty() && names.isEmpty()) {
                return Optional.empty();
            }
            Set<Integer> taken = new HashSet<>(names);
            code.ifPresent(taken::add);
            year.ifPresent(taken::add);
            Map<Integer, DataColumn> columns = new LinkedHashMap<>();
            Map<Integer, String> unknown = new LinkedHashMap<>();
            Optional<Item> measure = rows.byMeasure() ? measure() : Optional.empty();
            Set<String> printed = new HashSet<>();
            captions.values()
                    .forEach(texts -> texts.forEach(
                            t -> printed.add(Caption.normal(bracket(t).caption()))));
            captions.forEach((at, texts) -> {
                if (!taken.contains(at) && !known(form.ignoredColumns(), texts)) {
                    data(at, texts, measure, printed)
                            .ifPresentOrElse(
                                    c -> place(columns, at, c, texts),
                                    () -> unknown.put(at, texts.get(texts.size() - 1)));
                }
            });
            if (columns.size() < leastColumns(form)) {
                return Optional.empty();
            }
            if (rows.byMeasure() && measure.isEmpty()) {
                String possible = String.join(
                        "、",
                        form.items().stream()
                                .map(i -> i.names().get(0) + " " + i.code())
                                .toList());
                findings.add(Finding.on(head.name(), "R-MEASURE-01", Severity.ERROR, possible));
            }
            if (year.isEmpty() && heading.period().isEmpty()) {
                Optional<CellAddress> title = heading.blankPeriod().or(() -> heading.saying(t -> !t.isEmpty()));
                findings.add(heading.at(title, "R-PERIOD-01"));
            }
            String statement =
                    measure.map(m -> form.statement() + "." + m.code()).orElse(form.statement());
            return Optional.of(new ReporterTable(
                    form,
                    statement,
                    head.name(),
                    headerRow,
                    bodyRow,
                    code,
                    names,
                    year,
                    heading,
                    heading.period(),
                    columns,
                    unknown,
                    findings));
        }

        private boolean mentions(List<String> words) {
            return heading.says(words) || heading.sheetSays(words);
        }

        private boolean fileMentions(List<String> words) {
            String file = Heading.plain(hints.file());
            return words.stream().anyMatch(file::contains);
        }

        /** Columns whose caption in the header's first row names the reporter. */
        private List<Integer> identityColumns(int row) {
            Set<String> labels = normal(rows.code());
            rows.names().forEach(level -> labels.addAll(normal(level)));
            return head.row(row).stream()
                    .filter(c -> labels.contains(Caption.normal(c.text())))
                    .map(SheetCell::column)
                    .toList();
        }

        private Optional<Item> measure() {
            return heading.texts()
                    .filter(t -> !t.equals(Caption.compact(head.name())))
                    .flatMap(t -> ReporterTableFinder.this.measure(form, t).stream())
                    .findFirst()
                    .or(() -> ReporterTableFinder.this.measure(form, head.name()))
                    .or(() -> hintedMeasure(form, hints));
        }

        private OptionalInt column(Map<Integer, List<String>> captions, List<String> names) {
            return captions.entrySet().stream()
                    .filter(e -> known(names, e.getValue()))
                    .mapToInt(Map.Entry::getKey)
                    .findFirst();
        }

        private boolean known(List<String> names, List<String> texts) {
            Set<String> wanted = normal(names);
            return texts.stream()
                    .anyMatch(t -> wanted.contains(Caption.normal(t))
                            || wanted.contains(Caption.normal(bracket(t).caption())));
        }

        private void place(Map<Integer, DataColumn> columns, int at, DataColumn column, List<String> texts) {
            boolean twice = columns.values().stream()
                    .anyMatch(c -> c.item().equals(column.item()) && c.carrier().equals(column.carrier()));
            if (twice) {
                String caption = texts.get(texts.size() - 1);
                findings.add(Finding.at(address(at), "R-FORM-03", Severity.ERROR, caption, caption));
            }
            columns.put(at, column);
        }

        private Optional<DataColumn> data(int at, List<String> texts, Optional<Item> measure, Set<String> printed) {
            if (rows.byMeasure()) {
                Bracket leaf = bracket(texts.get(texts.size() - 1));
                return vocabulary
                        .carrier(form, leaf.caption(), printed)
                        .map(carrier -> carrierColumn(at, measure, carriers.get(carrier), leaf));
            }
            IndicatorCaption caption = IndicatorCaption.of(texts, units);
            return rows.columns().stream()
                    .flatMap(c -> matched(c, at, caption).stream())
                    .findFirst();
        }

        private DataColumn carrierColumn(int at, Optional<Item> measure, Carrier carrier, Bracket leaf) {
            boolean own = measure.map(m -> m.unit() != null).orElse(false);
            Unit unit = own ? Unit.ONE : unit(at, carrier.name().zh(), carrier.unit(), false, leaf.unit());
            return new DataColumn(measure.map(Item::code).orElse(""), carrier.code(), unit);
        }

        private Optional<DataColumn> matched(Column column, int at, IndicatorCaption caption) {
            String expected = column.unit() != null
                    ? column.unit()
                    : carriers.get(column.carrier()).unit();
            return caption.qualifies(column)
                    .map(qualifier -> new DataColumn(
                            qualifier.isEmpty() ? column.item() : column.item() + Observation.QUALIFIER + qualifier,
                            column.carrier(),
                            unit(at, caption.name(), expected, column.unitImplied(), caption.unit())));
        }

        /** The printed unit, in the caption or once above the table. */
        private Unit unit(int at, String what, String expected, boolean implied, Optional<String> own) {
            Unit ledger = units.get(expected);
            Optional<String> printed = implied ? own : own.or(() -> heading.unit(units, ledger));
            if (printed.isEmpty()) {
                if (!implied) {
                    findings.add(Finding.at(address(at), "R-UNIT-01", Severity.ERROR, "", what, expected));
                }
                return ledger;
            }
            Optional<Unit> unit = units.find(printed.get()).filter(u -> u.sameDimensionAs(ledger));
            if (unit.isEmpty()) {
                findings.add(Finding.at(
                        address(at), "R-UNIT-02", Severity.ERROR, printed.get(), printed.get(), what, expected));
            }
            return unit.orElse(ledger);
        }

        private CellAddress address(int column) {
            return head.address(headerRow, column);
        }
    }
}
