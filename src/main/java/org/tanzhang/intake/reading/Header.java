package org.tanzhang.intake.reading;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import org.tanzhang.code.Caption;
import org.tanzhang.intake.form.FormDefinition;
import org.tanzhang.intake.form.FormDefinition.Layout;
import org.tanzhang.intake.workbook.SheetCell;
import org.tanzhang.intake.workbook.SheetCells;
import org.tanzhang.observation.CellAddress;
import org.tanzhang.quality.Finding;
import org.tanzhang.quality.Severity;
import org.tanzhang.quantity.Units;

/** The header of a table under a form's eyes: what each column is, and which rows below are the form's. */
final class Header {

    private final FormDefinition form;
    private final SheetCells sheet;
    private final int labelRow;
    private final int labelColumn;
    private final List<Integer> body;
    private final int limit;
    private final Vocabulary vocabulary;
    private final Units units;
    private final Map<Integer, String> columns = new LinkedHashMap<>();
    private final Map<Integer, String> printedUnits = new LinkedHashMap<>();
    private final List<Finding> findings = new ArrayList<>();
    private OptionalInt code = OptionalInt.empty();
    private OptionalInt unit = OptionalInt.empty();

    private Header(
            FormDefinition form,
            SheetCells sheet,
            int labelRow,
            int labelColumn,
            List<Integer> body,
            int limit,
            Vocabulary vocabulary,
            Units units) {
        this.form = form;
        this.sheet = sheet;
        this.labelRow = labelRow;
        this.labelColumn = labelColumn;
        this.body = body;
        this.limit = limit;
        this.vocabulary = vocabulary;
        this.units = units;
    }

    /**
     * The header whose label column is captioned at that cell; empty when no row below is the form's.
     *
     * @param limit row of the next header
     */
    static Optional<Header> at(
            FormDefinition form,
            SheetCells sheet,
            int labelRow,
            int labelColumn,
            int limit,
            Vocabulary vocabulary,
            Units units) {
        List<Integer> below = sheet.rowsBetween(labelRow + 1, limit);
        List<Integer> body = form.layout() == Layout.LIST
                ? below.stream()
                        .dropWhile(r -> isCaptionRow(form, sheet, r, labelColumn, vocabulary))
                        .toList()
                : below.stream()
                        .filter(r -> isMember(form, sheet, r, labelColumn, vocabulary))
                        .toList();
        if (body.isEmpty()) {
            return Optional.empty();
        }
        Header header = new Header(form, sheet, labelRow, labelColumn, body, limit, vocabulary, units);
        header.read();
        return Optional.of(header);
    }

    static boolean isMember(FormDefinition form, SheetCells sheet, int row, int column, Vocabulary vocabulary) {
        return sheet.cell(row, column)
                .map(c -> vocabulary.rowMember(form, c.text()).isPresent())
                .orElse(false);
    }

    /** A second row of captions over a list: nothing under the label, or 甲, and a caption beside it. */
    private static boolean isCaptionRow(
            FormDefinition form, SheetCells sheet, int row, int labelColumn, Vocabulary vocabulary) {
        String label =
                sheet.cell(row, labelColumn).map(c -> Caption.compact(c.text())).orElse("");
        return label.equals("甲")
                || (label.isEmpty()
                        && sheet.row(row).stream()
                                .anyMatch(c -> vocabulary
                                        .columnItem(form, List.of(c.text()))
                                        .isPresent()));
    }

    FormDefinition form() {
        return form;
    }

    /** Member code by column number. */
    Map<Integer, String> columns() {
        return columns;
    }

    /** The first row that the form knows. */
    int firstKnownRow() {
        return body.get(0);
    }

    /** The first row of the body: the first that the form knows, or one before it that has a name and figures. */
    int bodyRow() {
        int known = body.get(0);
        return form.layout() == Layout.LIST
                ? known
                : sheet.rowsBetween(labelRow + 1, known).stream()
                        .filter(this::hasNameAndFigures)
                        .findFirst()
                        .orElse(known);
    }

    /** Letters and numbers of columns (甲, 1, 2, ...) are captions. */
    private boolean hasNameAndFigures(int row) {
        String name =
                sheet.cell(row, labelColumn).map(c -> Caption.compact(c.text())).orElse("");
        return !name.isEmpty()
                && !Captions.COLUMN_LETTERS.contains(name)
                && !name.matches("[\\d.]+")
                && sheet.row(row).stream().anyMatch(c -> c.kind() == SheetCell.Kind.NUMBER);
    }

    /** The last row of the form's. */
    int lastRow() {
        return body.get(body.size() - 1);
    }

    /** How many rows are the form's. */
    int rows() {
        return body.size();
    }

    Table table(Heading heading, int endRow) {
        return new Table(
                form,
                sheet,
                heading,
                labelRow,
                bodyRow(),
                endRow,
                labelColumn,
                code,
                unit,
                columns,
                printedUnits,
                columns.size() + rows(),
                findings);
    }

    private void read() {
        boolean itemsDown = form.layout() == Layout.ITEMS_DOWN;
        Map<Integer, List<String>> captions = Captions.of(
                sheet, sheet.rowsBetween(labelRow, bodyRow()), form.layout() == Layout.LIST ? -1 : labelColumn);
        Set<String> printed = new HashSet<>();
        captions.values()
                .forEach(texts -> texts.forEach(t -> printed.add(Caption.normal(Captions.withoutUnit(t, units)))));
        for (Map.Entry<Integer, List<String>> column : captions.entrySet()) {
            List<String> texts = column.getValue();
            int at = column.getKey();
            if (matchesAny(texts, form.codeColumns())) {
                code = OptionalInt.of(at);
            } else if (matchesAny(texts, form.unitColumns())) {
                unit = OptionalInt.of(at);
            } else if (!matchesAny(texts, form.ignoredColumns())) {
                Optional<String> member = itemsDown ? carrier(texts, printed) : vocabulary.columnItem(form, texts);
                member.ifPresentOrElse(m -> member(at, m, texts), () -> unknown(at, texts));
            }
        }
        missing()
                .forEach(item -> findings.add(Finding.on(
                        sheet.name(), "R-FORM-02", Severity.ERROR, item.names().get(0), form.id())));
    }

    /** The columns that the form requires and the table does not have. */
    private List<FormDefinition.Item> missing() {
        return form.layout() == Layout.ITEMS_DOWN
                ? List.of()
                : form.items().stream()
                        .filter(i -> i.required() && !columns.containsValue(i.code()))
                        .toList();
    }

    /** Whether no column is missing that the form requires. */
    boolean isComplete() {
        return missing().isEmpty();
    }

    private void member(int at, String member, List<String> texts) {
        if (columns.containsValue(member)) {
            findings.add(Finding.at(caption(at, texts), "R-FORM-03", Severity.ERROR, texts.get(0), texts.get(0)));
        }
        columns.put(at, member);
        texts.stream()
                .flatMap(t -> Captions.unit(t, units).stream())
                .findFirst()
                .ifPresent(u -> printedUnits.put(at, u));
    }

    private void unknown(int at, List<String> texts) {
        if (!hasNumbers(at)) {
            return;
        }
        if (form.layout() == Layout.ITEMS_DOWN) {
            findings.add(Finding.at(caption(at, texts), "R-CARRIER-01", Severity.ERROR, texts.get(0), texts.get(0)));
        } else {
            String captions = texts.stream().map(String::strip).distinct().collect(Collectors.joining("/"));
            findings.add(Finding.at(caption(at, texts), "R-FORM-04", Severity.INFO, captions, captions));
        }
    }

    /** The cell that holds a column's caption: under a caption over several columns, the column's own. */
    private CellAddress caption(int column, List<String> texts) {
        List<Integer> captioned = sheet.rowsBetween(labelRow, bodyRow()).stream()
                .filter(row -> sheet.cell(row, column)
                        .filter(c -> texts.contains(c.text().strip())
                                && !matchesAny(List.of(c.text()), form.passingCaptions()))
                        .isPresent())
                .toList();
        boolean unitsBelow = form.layout() == Layout.ITEMS_DOWN;
        int row = captioned.isEmpty() ? labelRow : captioned.get(unitsBelow ? 0 : captioned.size() - 1);
        return sheet.address(row, column);
    }

    private Optional<String> carrier(List<String> texts, Set<String> printed) {
        return texts.stream()
                .flatMap(t -> vocabulary.carrier(form, Captions.withoutUnit(t, units), printed).stream())
                .findFirst()
                .or(() -> vocabulary.carrier(form, Captions.withoutUnit(String.join("", texts), units), printed));
    }

    private static boolean matchesAny(List<String> texts, List<String> names) {
        return names.stream()
                .map(Caption::normal)
                .anyMatch(n -> texts.stream().anyMatch(t -> Caption.normal(t).equals(n)));
    }

    private boolean hasNumbers(int column) {
        return sheet.rowsBetween(bodyRow(), limit).stream()
                .flatMap(r -> sheet.cell(r, column).stream())
                .anyMatch(c -> c.kind() == SheetCell.Kind.NUMBER);
    }
}
