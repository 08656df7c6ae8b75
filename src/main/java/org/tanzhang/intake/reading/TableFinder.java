package org.tanzhang.intake.reading;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tanzhang.code.Caption;
import org.tanzhang.intake.form.FormDefinition;
import org.tanzhang.intake.form.FormDefinition.Layout;
import org.tanzhang.intake.workbook.SheetCell;
import org.tanzhang.intake.workbook.SheetCells;
import org.tanzhang.quality.Finding;
import org.tanzhang.quality.Severity;
import org.tanzhang.quantity.Units;

/**
 * Finds the tables of a sheet by their captions: title words above, the label column, the columns, the rows.
 *
 * <p>Several tables may stand one below the other; a table ends where the heading of the next begins.
 */
final class TableFinder {

    /** Fewer known columns than this, or fewer known rows of a balance, are no table of the form. */
    private static final int LEAST_MATCHES = 3;

    /** A table whose label column has no caption begins within this many rows of where one may begin. */
    private static final int UNLABELLED_LIMIT = 60;

    private final List<FormDefinition> forms;
    private final Vocabulary vocabulary;
    private final Units units;
    private final Set<String> footers;
    private final Map<String, List<String>> titlesOf = new HashMap<>();
    private final Map<String, List<String>> rejectsOf = new HashMap<>();
    private final List<String> titles;

    TableFinder(List<FormDefinition> forms, Vocabulary vocabulary, Units units) {
        this.forms = forms;
        this.vocabulary = vocabulary;
        this.units = units;
        this.footers = forms.stream()
                .flatMap(f -> f.footers().stream())
                .map(Caption::compact)
                .collect(Collectors.toSet());
        for (FormDefinition form : forms) {
            titlesOf.put(form.id(), plain(form.titles()));
            rejectsOf.put(form.id(), plain(form.rejects()));
        }
        this.titles =
                titlesOf.values().stream().flatMap(List::stream).distinct().toList();
    }

    private static List<String> plain(List<String> words) {
        return words.stream().map(Heading::plain).toList();
    }

    /**
     * The tables of a sheet from top to bottom.
     *
     * @param findings places where a table begins that is none of a known form
     */
    record Found(List<Table> tables, List<Finding> findings) {}

    /** The tables of a sheet. At each place stands the best fitting form, of equally good ones the one listed first. */
    Found find(SheetCells sheet) {
        List<SheetCell> anchors = anchors(sheet);
        List<Table> tables = new ArrayList<>();
        int from = 0;
        @Nullable Table last = null;
        do {
            Optional<Table> next = next(sheet, anchors, from, last);
            last = next.orElse(null);
            next.ifPresent(tables::add);
            from = next.map(Table::endRow).orElse(from);
        } while (last != null);
        return new Found(tables, tables.isEmpty() ? List.of() : unread(sheet, anchors, tables));
    }

    /** The cells that hold what some form calls its label column. */
    private List<SheetCell> anchors(SheetCells sheet) {
        List<SheetCell> anchors = new ArrayList<>();
        for (int row : sheet.rowNumbers()) {
            for (SheetCell cell : sheet.row(row)) {
                if (cell.kind() == SheetCell.Kind.TEXT && vocabulary.isLabel(cell.text())) {
                    anchors.add(cell);
                }
            }
        }
        return anchors;
    }

    private Optional<Table> next(SheetCells sheet, List<SheetCell> anchors, int from, @Nullable Table above) {
        Place place = new Place(sheet, anchors, from, above == null ? null : above.heading());
        List<Table> first = place.first();
        int body = lowestBody(first);
        return first.stream()
                .filter(t -> t.headerRow() < body)
                .max(Comparator.comparing(Table::isInForce).thenComparingInt(Table::score))
                .map(Table::judged);
    }

    private static int lowestBody(List<Table> tables) {
        return tables.stream().mapToInt(Table::bodyRow).min().orElse(Integer.MAX_VALUE);
    }

    /** Where on a sheet the next table may begin. */
    private final class Place {

        private final SheetCells sheet;
        private final List<SheetCell> anchors;
        private final int from;
        private final @Nullable Heading above;
        private final Map<Integer, Heading> headings = new HashMap<>();

        Place(SheetCells sheet, List<SheetCell> anchors, int from, @Nullable Heading above) {
            this.sheet = sheet;
            this.anchors = anchors;
            this.from = from;
            this.above = above;
        }

        /** What stands above a row. */
        private Heading headingAbove(int row) {
            return headings.computeIfAbsent(row, to -> new Heading(sheet, from, to, above, footers));
        }

        /** The first table of each form that has one before another's body begins. */
        List<Table> first() {
            List<Optional<Table>> labelled = forms.stream().map(this::labelled).toList();
            int body = lowestBody(labelled.stream().flatMap(Optional::stream).toList());
            List<Table> first = new ArrayList<>();
            for (int i = 0; i < forms.size(); i++) {
                FormDefinition form = forms.get(i);
                labelled.get(i)
                        .or(() -> form.labelOptional() ? unlabelled(form, body) : Optional.empty())
                        .ifPresent(first::add);
            }
            return first;
        }

        private Optional<Table> labelled(FormDefinition form) {
            return anchors.stream()
                    .filter(a -> a.row() >= from && vocabulary.isLabel(form, a.text()))
                    .flatMap(a -> at(form, a.row(), a.column()).stream())
                    .findFirst();
        }

        /**
         * A table whose label column has no caption: its header is the first row of carriers, its labels stand to the
         * left.
         */
        private Optional<Table> unlabelled(FormDefinition form, int before) {
            for (int row : sheet.rowsBetween(from, Math.min(from + UNLABELLED_LIMIT, before))) {
                List<SheetCell> texts = sheet.row(row).stream()
                        .filter(c -> c.kind() == SheetCell.Kind.TEXT)
                        .toList();
                if (texts.size() < LEAST_MATCHES) {
                    continue;
                }
                List<Integer> carriers = texts.stream()
                        .filter(c -> vocabulary
                                .carrier(form, Captions.withoutUnit(c.text(), units), Set.of())
                                .isPresent())
                        .map(SheetCell::column)
                        .toList();
                if (carriers.size() >= LEAST_MATCHES && carriers.get(0) > 0) {
                    return at(form, row, carriers.get(0) - 1);
                }
            }
            return Optional.empty();
        }

        private Optional<Table> at(FormDefinition form, int labelRow, int labelColumn) {
            if (!isTitled(form, headingAbove(labelRow + 1))) {
                return Optional.empty();
            }
            int limit = boundary(form, sheet, anchors, labelRow, labelColumn);
            return Header.at(form, sheet, labelRow, labelColumn, limit, vocabulary, units)
                    .filter(h -> isTable(h) || isNarrowTable(h))
                    // words among its captions reject it too: units of CO2
                    .filter(h -> isTitled(form, headingAbove(h.firstKnownRow())))
                    .map(header -> {
                        int end = limit == Integer.MAX_VALUE ? limit : endOfBody(sheet, header, limit);
                        Heading heading = headingAbove(labelRow);
                        return header.table(
                                heading.isContinuation() ? heading : headingAbove(header.firstKnownRow()), end);
                    });
        }
    }

    private boolean isTable(Header header) {
        boolean rows = header.form().layout() != Layout.ITEMS_DOWN || header.rows() >= LEAST_MATCHES;
        return rows && header.columns().size() >= LEAST_MATCHES;
    }

    /** A form of few carriers or few columns: its title must stand above it, and nothing that it requires may lack. */
    private static boolean isNarrowTable(Header header) {
        boolean rows = header.form().layout() != Layout.ITEMS_DOWN || header.rows() >= LEAST_MATCHES;
        return rows && !header.form().titles().isEmpty() && !header.columns().isEmpty() && header.isComplete();
    }

    /** The row in which the next header stands, whatever form's: this form's label again, or any form's table. */
    private int boundary(
            FormDefinition form, SheetCells sheet, List<SheetCell> anchors, int labelRow, int labelColumn) {
        for (SheetCell anchor : anchors) {
            boolean below = anchor.row() > labelRow && isBelowMembers(form, sheet, labelRow, labelColumn, anchor.row());
            boolean again = anchor.column() == labelColumn && vocabulary.isLabel(form, anchor.text());
            if (below && (again || isHeader(sheet, anchor))) {
                return anchor.row();
            }
        }
        return Integer.MAX_VALUE;
    }

    private boolean isBelowMembers(FormDefinition form, SheetCells sheet, int labelRow, int labelColumn, int row) {
        return form.layout() == Layout.LIST
                ? row > labelRow + 1
                : sheet.rowsBetween(labelRow + 1, row).stream()
                        .anyMatch(r -> Header.isMember(form, sheet, r, labelColumn, vocabulary));
    }

    private boolean isHeader(SheetCells sheet, SheetCell anchor) {
        return forms.stream()
                .filter(f -> vocabulary.isLabel(f, anchor.text()))
                .flatMap(f ->
                        Header.at(f, sheet, anchor.row(), anchor.column(), Integer.MAX_VALUE, vocabulary, units)
                                .stream())
                .anyMatch(this::isTable);
    }

    /** The row below a table's last: a blank row ends it, or the words of a heading. */
    private int endOfBody(SheetCells sheet, Header header, int limit) {
        int end = header.lastRow() + 1;
        while (end < limit && !sheet.row(end).isEmpty() && !beginsHeading(sheet.row(end).stream())) {
            end++;
        }
        return end;
    }

    private boolean beginsHeading(Stream<SheetCell> row) {
        return row.map(c -> Caption.compact(c.text()))
                .anyMatch(t -> vocabulary.isField(t)
                        || footers.stream().anyMatch(t::startsWith)
                        || titles.stream().anyMatch(Heading.plain(t)::contains));
    }

    /** Whether the nearest heading that names any form names this one. */
    private boolean isTitled(FormDefinition form, Heading heading) {
        List<String> own = titlesOf.getOrDefault(form.id(), List.of());
        List<String> rejects = rejectsOf.getOrDefault(form.id(), List.of());
        for (Optional<Heading> h = Optional.of(heading);
                h.isPresent();
                h = h.get().above()) {
            Heading level = h.get();
            boolean named = level.says(own);
            if (level.says(rejects) || (!named && level.sheetSays(rejects))) {
                return false;
            }
            if (own.isEmpty() || named) {
                return true;
            }
            if (level.says(titles)) {
                return false;
            }
        }
        return heading.sheetSays(own);
    }

    /** Where below a table another one begins that no form fits. */
    private List<Finding> unread(SheetCells sheet, List<SheetCell> anchors, List<Table> tables) {
        return anchors.stream()
                .filter(a -> a.row() >= tables.get(0).endRow()
                        && tables.stream().noneMatch(t -> t.headerRow() <= a.row() && a.row() < t.endRow()))
                .map(a -> Finding.at(
                        sheet.address(a),
                        "R-FORM-06",
                        Severity.INFO,
                        a.text().strip(),
                        a.text().strip(),
                        sheet.address(a).a1()))
                .toList();
    }
}
