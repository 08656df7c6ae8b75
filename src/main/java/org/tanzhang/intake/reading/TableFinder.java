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
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.tanzhang.code.Caption;
import org.tanzhang.intake.form.FormDefinition;
import org.tanzhang.intake.form.FormDefinition.Layout;
import org.tanzhang.intake.workbook.SheetCell;
import org.tanzhang.intake.workbook.SheetCells;
import org.tanzhang.quality.Finding;
import org.tanzhang.quality.Severity;
import org.tanzhang.quantity.Units;

/** Finds the table of a form on a sheet by its captions: title words above, the label column, the columns, the rows. */
final class TableFinder {

    /** Title rows and header rows of real forms end well above this row. */
    private static final int HEADER_LIMIT = 60;

    /** Fewer known columns than this, or fewer known rows of a balance, are no table of the form. */
    private static final int LEAST_MATCHES = 3;

    private static final Pattern LAST_BRACKET = Pattern.compile("\\(([^()]+)\\)$");
    private static final Set<String> COLUMN_LETTERS = Set.of("甲", "乙", "丙", "丁");

    private final List<FormDefinition> forms;
    private final Vocabulary vocabulary;
    private final Units units;

    TableFinder(List<FormDefinition> forms, Vocabulary vocabulary, Units units) {
        this.forms = forms;
        this.vocabulary = vocabulary;
        this.units = units;
    }

    /** The best fitting form, of equally good ones the one that lacks less; empty when none fits. */
    Optional<Table> find(SheetCells sheet) {
        return forms.stream().flatMap(form -> find(form, sheet).stream()).max(Comparator.comparingInt(Table::score));
    }

    private Optional<Table> find(FormDefinition form, SheetCells sheet) {
        Set<String> labels = form.labels().stream().map(Caption::normal).collect(Collectors.toSet());
        for (int row : sheet.rowNumbers()) {
            if (row > HEADER_LIMIT) {
                break;
            }
            for (SheetCell cell : sheet.row(row)) {
                if (labels.contains(Caption.normal(cell.text()))) {
                    return at(form, sheet, cell.row(), cell.column());
                }
            }
        }
        return form.labelOptional() ? findUnlabelled(form, sheet) : Optional.empty();
    }

    /** A table whose label column has no caption: its header is the first row of carriers, its labels stand to the left. */
    private Optional<Table> findUnlabelled(FormDefinition form, SheetCells sheet) {
        for (int row : sheet.rowNumbers()) {
            List<Integer> carriers = sheet.row(row).stream()
                    .filter(c -> vocabulary
                            .carrier(form, withoutUnit(c.text()), Set.of())
                            .isPresent())
                    .map(SheetCell::column)
                    .toList();
            if (carriers.size() >= LEAST_MATCHES && carriers.get(0) > 0) {
                return at(form, sheet, row, carriers.get(0) - 1);
            }
            if (row > HEADER_LIMIT) {
                break;
            }
        }
        return Optional.empty();
    }

    private Optional<Table> at(FormDefinition form, SheetCells sheet, int labelRow, int labelColumn) {
        List<Integer> below =
                sheet.rowNumbers().stream().filter(r -> r > labelRow).toList();
        List<Integer> body = form.layout() == Layout.LIST
                ? below
                : below.stream()
                        .filter(r -> isMember(form, sheet, r, labelColumn))
                        .toList();
        if (body.isEmpty() || (form.layout() == Layout.ITEMS_DOWN && body.size() < LEAST_MATCHES)) {
            return Optional.empty();
        }
        int bodyRow = body.get(0);
        Heading heading = new Heading(sheet, bodyRow);
        boolean titled = form.titles().isEmpty() || heading.mentions(form.titles());
        if (!titled || heading.mentions(form.rejects())) {
            return Optional.empty();
        }
        List<Integer> header = sheet.rowNumbers().stream()
                .filter(r -> r >= labelRow && r < bodyRow)
                .toList();
        return Optional.of(columns(form, sheet, labelRow, labelColumn, header, bodyRow, body.size()))
                .filter(t -> t.columns().size() >= LEAST_MATCHES);
    }

    private boolean isMember(FormDefinition form, SheetCells sheet, int row, int column) {
        return sheet.cell(row, column)
                .map(c -> vocabulary.rowMember(form, c.text()).isPresent())
                .orElse(false);
    }

    private Table columns(
            FormDefinition form,
            SheetCells sheet,
            int labelRow,
            int labelColumn,
            List<Integer> header,
            int bodyRow,
            int rows) {
        Map<Integer, List<String>> captions = captions(sheet, header, form.layout() == Layout.LIST ? -1 : labelColumn);
        Map<Integer, String> members = new LinkedHashMap<>();
        Map<Integer, String> printedUnits = new LinkedHashMap<>();
        List<Finding> findings = new ArrayList<>();
        OptionalInt code = OptionalInt.empty();
        OptionalInt unit = OptionalInt.empty();
        Set<String> printed = new HashSet<>();
        captions.values().forEach(texts -> texts.forEach(t -> printed.add(Caption.normal(withoutUnit(t)))));
        for (Map.Entry<Integer, List<String>> column : captions.entrySet()) {
            List<String> texts = column.getValue();
            int at = column.getKey();
            if (matchesAny(texts, form.codeColumns())) {
                code = OptionalInt.of(at);
            } else if (matchesAny(texts, form.unitColumns())) {
                unit = OptionalInt.of(at);
            } else if (!matchesAny(texts, form.ignoredColumns())) {
                Optional<String> member = form.layout() == Layout.ITEMS_DOWN
                        ? carrier(form, texts, printed)
                        : vocabulary.columnItem(form, texts);
                if (member.isPresent()) {
                    String known = member.get();
                    if (members.containsValue(known)) {
                        findings.add(Finding.at(
                                sheet.address(labelRow, at), "R-FORM-03", Severity.ERROR, texts.get(0), texts.get(0)));
                    }
                    members.put(at, known);
                    texts.stream().flatMap(t -> unit(t).stream()).findFirst().ifPresent(u -> printedUnits.put(at, u));
                } else if (hasNumbers(sheet, bodyRow, at)) {
                    findings.add(Finding.at(
                            sheet.address(labelRow, at),
                            form.layout() == Layout.ITEMS_DOWN ? "R-CARRIER-01" : "R-FORM-04",
                            form.layout() == Layout.ITEMS_DOWN ? Severity.ERROR : Severity.INFO,
                            texts.get(0),
                            texts.get(0)));
                }
            }
        }
        for (FormDefinition.Item item : form.items()) {
            boolean across = form.layout() != Layout.ITEMS_DOWN;
            if (across && item.required() && !members.containsValue(item.code())) {
                findings.add(Finding.on(
                        sheet.name(), "R-FORM-02", Severity.ERROR, item.names().get(0), form.id()));
            }
        }
        return new Table(
                form,
                sheet,
                labelRow,
                bodyRow,
                labelColumn,
                code,
                unit,
                members,
                printedUnits,
                members.size() + rows,
                findings);
    }

    private Optional<String> carrier(FormDefinition form, List<String> texts, Set<String> printed) {
        return texts.stream()
                .flatMap(t -> vocabulary.carrier(form, withoutUnit(t), printed).stream())
                .findFirst();
    }

    /** A unit that a text is, or that its last bracket holds. */
    private Optional<String> unit(String text) {
        String compact = Caption.compact(text);
        if (units.find(compact).isPresent()) {
            return Optional.of(compact);
        }
        Matcher bracket = LAST_BRACKET.matcher(compact);
        return bracket.find() && units.find(bracket.group(1)).isPresent()
                ? Optional.of(bracket.group(1))
                : Optional.empty();
    }

    private String withoutUnit(String text) {
        String compact = Caption.compact(text);
        Matcher bracket = LAST_BRACKET.matcher(compact);
        return bracket.find() && units.find(bracket.group(1)).isPresent()
                ? compact.substring(0, bracket.start())
                : compact;
    }

    /**
     * The captions of each column from top to bottom. A blank header cell takes the caption to its left where something
     * stands below it: that is how a merged caption over several columns is stored.
     *
     * @param labelColumn the column left out, -1 to leave out none
     */
    private static Map<Integer, List<String>> captions(SheetCells sheet, List<Integer> header, int labelColumn) {
        Set<Integer> columns = new TreeSet<>();
        header.forEach(r -> sheet.row(r).stream()
                .map(SheetCell::column)
                .filter(c -> c != labelColumn)
                .forEach(columns::add));
        Map<Integer, List<String>> captions = new LinkedHashMap<>();
        for (int column : columns) {
            List<String> texts = new ArrayList<>();
            for (int i = 0; i < header.size(); i++) {
                String text = caption(sheet, header.get(i), column);
                if (text.isEmpty() && hasCaptionBelow(sheet, header, i, column)) {
                    text = captionToTheLeft(sheet, header.get(i), column, labelColumn);
                }
                if (!text.isEmpty()) {
                    texts.add(text);
                }
            }
            if (!texts.isEmpty()) {
                captions.put(column, texts);
            }
        }
        return captions;
    }

    private static String caption(SheetCells sheet, int row, int column) {
        String text = sheet.cell(row, column).map(SheetCell::text).orElse("");
        String compact = Caption.compact(text);
        return COLUMN_LETTERS.contains(compact) || compact.matches("\\d{1,2}(\\.0)?") ? "" : text.strip();
    }

    private static boolean hasCaptionBelow(SheetCells sheet, List<Integer> header, int from, int column) {
        return header.subList(from + 1, header.size()).stream()
                .anyMatch(r -> !caption(sheet, r, column).isEmpty());
    }

    private static String captionToTheLeft(SheetCells sheet, int row, int column, int labelColumn) {
        for (int c = column - 1; c >= 0 && c != labelColumn; c--) {
            String text = caption(sheet, row, c);
            if (!text.isEmpty()) {
                return text;
            }
        }
        return "";
    }

    private static boolean matchesAny(List<String> texts, List<String> names) {
        return names.stream()
                .map(Caption::normal)
                .anyMatch(n -> texts.stream().anyMatch(t -> Caption.normal(t).equals(n)));
    }

    private static boolean hasNumbers(SheetCells sheet, int bodyRow, int column) {
        return sheet.rowNumbers().stream()
                .filter(r -> r >= bodyRow)
                .flatMap(r -> sheet.cell(r, column).stream())
                .anyMatch(c -> c.kind() == SheetCell.Kind.NUMBER);
    }
}
