package org.tanzhang.intake.reading;

import java.util.ArrayList;
import java.util.Comparator;
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
import org.tanzhang.quality.Finding;
import org.tanzhang.quality.Severity;
import org.tanzhang.quantity.Unit;
import org.tanzhang.quantity.Units;

/**
 * Finds tables whose rows are reporters by the first rows of a sheet: the column that names the reporter, and columns
 * that the form knows. The unit stands in a caption's last bracket, or once above the table.
 */
final class ReporterTableFinder {

    /** Fewer known columns than this are no table of the form. */
    private static final int LEAST_COLUMNS = 3;

    private static final int HEADER_LIMIT = 60;

    private static final Pattern LAST_BRACKET = Pattern.compile("\\(([^()]*)\\)$");
    private static final Pattern TABLE_UNIT = Pattern.compile("(?:计量)?单位[:：](.+)");

    private final List<FormDefinition> forms;
    private final Vocabulary vocabulary;
    private final CodeList<Carrier> carriers;
    private final Units units;

    ReporterTableFinder(List<FormDefinition> forms, Vocabulary vocabulary, CodeList<Carrier> carriers, Units units) {
        this.forms = forms.stream().filter(f -> f.rows() != null).toList();
        this.vocabulary = vocabulary;
        this.carriers = carriers;
        this.units = units;
    }

    /** @param head the sheet's first rows, header and some of the body */
    Optional<ReporterTable> find(SheetCells head, ReadingHints hints) {
        return forms.stream()
                .flatMap(form -> find(form, head, hints).stream())
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

    private Optional<ReporterTable> find(FormDefinition form, SheetCells head, ReadingHints hints) {
        @Nullable ReporterRows rows = form.rows();
        if (rows == null) {
            return Optional.empty();
        }
        List<String> labels = new ArrayList<>(rows.code());
        rows.names().forEach(labels::addAll);
        Set<String> normal = normal(labels);
        for (int row : head.rowNumbers()) {
            if (row > HEADER_LIMIT) {
                break;
            }
            boolean header = head.row(row).size() >= LEAST_COLUMNS
                    && head.row(row).stream().anyMatch(c -> normal.contains(Caption.normal(c.text())));
            if (header) {
                return new Search(form, rows, head, row, hints).table();
            }
        }
        return Optional.empty();
    }

    private static Set<String> normal(List<String> texts) {
        Set<String> normal = new HashSet<>();
        texts.forEach(t -> normal.add(Caption.normal(t)));
        return normal;
    }

    /** A unit, with what stands beside it in the bracket: (亿元，2020年价格). */
    private record Bracket(String caption, Optional<String> unit, String rest) {}

    private Bracket bracket(String text) {
        String compact = Caption.compact(text);
        Matcher last = LAST_BRACKET.matcher(compact);
        if (!last.find()) {
            return new Bracket(compact, Optional.empty(), "");
        }
        for (String part : last.group(1).split("[,，、;；]", -1)) {
            if (units.find(part).isPresent()) {
                String rest = String.join(
                        ",",
                        Stream.of(last.group(1).split("[,，、;；]", -1))
                                .filter(p -> !p.equals(part))
                                .toList());
                return new Bracket(compact.substring(0, last.start()), Optional.of(part), rest);
            }
        }
        return new Bracket(compact, Optional.empty(), "");
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
            boolean titled = form.titles().isEmpty() || mentions(form.titles());
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
            // a title says what the table is; without one only its columns do
            if (columns.size() < (form.titles().isEmpty() ? LEAST_COLUMNS : 1)) {
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
                    heading.period(),
                    columns,
                    unknown,
                    findings));
        }

        private boolean mentions(List<String> words) {
            return heading.says(words) || heading.sheetSays(words);
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
            Bracket leaf = bracket(texts.get(texts.size() - 1));
            if (rows.byMeasure()) {
                return vocabulary
                        .carrier(form, leaf.caption(), printed)
                        .map(carrier -> carrierColumn(at, measure, carriers.get(carrier), leaf));
            }
            return rows.columns().stream()
                    .flatMap(c -> matched(c, at, leaf).stream())
                    .findFirst();
        }

        private DataColumn carrierColumn(int at, Optional<Item> measure, Carrier carrier, Bracket leaf) {
            boolean own = measure.map(m -> m.unit() != null).orElse(false);
            Unit unit = own
                    ? Unit.ONE
                    : unit(
                            at,
                            leaf,
                            carrier.name().zh(),
                            carrier.unit(),
                            leaf.unit().or(this::tableUnit));
            return new DataColumn(measure.map(Item::code).orElse(""), carrier.code(), unit);
        }

        private Optional<DataColumn> matched(Column column, int at, Bracket leaf) {
            boolean named =
                    column.names().stream().anyMatch(n -> Caption.normal(n).equals(Caption.normal(leaf.caption())));
            if (!named) {
                return Optional.empty();
            }
            String item = column.item();
            @Nullable Pattern qualifier = column.qualifier();
            if (qualifier != null) {
                Matcher said = qualifier.matcher(leaf.rest());
                if (!said.find()) {
                    return Optional.empty();
                }
                if (said.groupCount() > 0 && said.group(1) != null) {
                    item = item + "." + said.group(1);
                }
            }
            String expected = column.unit() != null
                    ? column.unit()
                    : carriers.get(column.carrier()).unit();
            Unit unit = unit(at, leaf, leaf.caption(), expected, leaf.unit().or(this::tableUnit));
            return Optional.of(new DataColumn(item, column.carrier(), unit));
        }

        private Unit unit(int at, Bracket leaf, String what, String expected, Optional<String> printed) {
            Unit ledger = units.get(expected);
            if (printed.isEmpty()) {
                findings.add(Finding.at(address(at), "R-UNIT-01", Severity.ERROR, "", what, expected));
                return ledger;
            }
            Optional<Unit> unit = units.find(printed.get()).filter(u -> u.sameDimensionAs(ledger));
            if (unit.isEmpty()) {
                findings.add(Finding.at(
                        address(at), "R-UNIT-02", Severity.ERROR, printed.get(), printed.get(), what, expected));
            }
            return unit.orElse(ledger);
        }

        /** The unit that stands once above the table: 单位：万吨. */
        private Optional<String> tableUnit() {
            return heading.texts()
                    .flatMap(t -> {
                        Matcher m = TABLE_UNIT.matcher(t);
                        return m.matches() && units.find(m.group(1)).isPresent() ? Stream.of(m.group(1)) : Stream.of();
                    })
                    .findFirst();
        }

        private CellAddress address(int column) {
            return head.address(headerRow, column);
        }
    }
}
