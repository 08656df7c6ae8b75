package org.tanzhang.intake.template;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.util.CellRangeAddressList;
import org.apache.poi.ss.util.WorkbookUtil;
import org.jspecify.annotations.Nullable;
import org.tanzhang.code.Region;
import org.tanzhang.code.Regions;
import org.tanzhang.intake.form.FormDefinition;
import org.tanzhang.intake.form.FormDefinition.ReporterRows;
import org.tanzhang.intake.form.PrintedForm;
import org.tanzhang.intake.reading.PrintedColumns.PrintedColumn;
import org.tanzhang.intake.template.FormLook.Style;
import org.tanzhang.intake.workbook.OwnSheet;
import org.tanzhang.observation.Reporter;
import org.tanzhang.quantity.Quantity;

/**
 * Writes a form whose rows are reporters on one sheet: blank, to be filled in, with rows for more where they are units; or
 * with last year's figures in grey, all locked, each in the cell that it has on the other sheet or a row below.
 */
final class ReporterSheet {

    private static final double ROW = 19;
    private static final double LINE = 14;
    private static final int NAME_WIDTH = 16;
    private static final int FIGURE_WIDTH = 13;

    /** Names of enterprises are long, their codes 18 letters. */
    private static final int UNIT_NAME_WIDTH = 34;

    private static final int UNIT_CODE_WIDTH = 21;

    /** Rows that print on one page. */
    private static final int ONE_PAGE = 40;

    /** Rows for units at least; as many as print on one page. */
    private static final int UNITS = 20;

    private static final String SEE = "上年数见“" + OwnSheet.LAST_YEAR.label() + "”表同一格附近。";

    /** The levels that the name columns of a form stand for, the lowest last. */
    private static final List<Region.Level> LEVELS =
            List.of(Region.Level.PROVINCE, Region.Level.CITY, Region.Level.COUNTY);

    private final Blank blank;
    private final FormDefinition form;
    private final PrintedForm print;
    private final Regions regions;
    private final Paper paper;
    private final @Nullable List<Optional<PrintedColumn>> shown;
    private final List<List<String>> captions = new ArrayList<>();
    private final int naming;

    /** @param shown what the columns are whose figures of last year to write in grey, null for the sheet to be filled in */
    ReporterSheet(
            Workbook book, FormLook look, Blank blank, Regions regions, @Nullable List<Optional<PrintedColumn>> shown) {
        this.blank = blank;
        this.form = blank.form();
        this.print = form.print();
        this.regions = regions;
        this.shown = shown;
        String name = form.title().zh();
        this.paper = new Paper(
                book.createSheet(WorkbookUtil.createSafeSheetName(
                        shown == null ? name : OwnSheet.LAST_YEAR.label() + "（" + name + "）")),
                look);
        ReporterRows rows = rows();
        rows.names().forEach(names -> captions.add(List.of(names.get(0))));
        rows.code().stream().limit(1).forEach(code -> captions.add(List.of(code)));
        rows.year().stream().limit(1).forEach(year -> captions.add(List.of(year)));
        this.naming = captions.size();
        print.columns()
                .forEach(caption -> captions.add(List.of(ownUnit() != null ? named(caption) : caption.split("/"))));
    }

    /** The unit of what is asked of every carrier where it is one of its own, as money is; null where it is the carrier's. */
    private @Nullable String ownUnit() {
        FormDefinition.Item measure = blank.measure();
        return measure == null ? null : measure.unit();
    }

    /** A carrier's caption without the unit in its last bracket. */
    private static String[] named(String caption) {
        return new String[] {caption.substring(0, caption.lastIndexOf('（'))};
    }

    private ReporterRows rows() {
        ReporterRows rows = form.rows();
        if (rows == null || print.columns().isEmpty()) {
            throw new IllegalArgumentException("form definition " + form.id() + " prints no columns");
        }
        return rows;
    }

    void write() {
        int last = captions.size() - 1;
        for (int c = 0; c <= last; c++) {
            paper.sheet().setColumnWidth(c, widthOf(c) * 256);
        }
        int header = heading(last);
        int levels = new CaptionRows(paper, captions, this::widthOf).write(header);
        int body = header + levels;
        int end = body;
        for (ReporterRow row : blank.rows()) {
            row(end++, row, last);
        }
        if (shown == null && isOfUnits()) {
            while (end < body + room(blank.rows().size())) {
                openRow(end++, last);
            }
        }
        if (shown == null) {
            rules(body, end - 1, last);
        }
        int rows = end - body;
        for (String note : print.notes()) {
            paper.text(end, 0, note, Style.REMARK);
            paper.merge(end, end, 0, last, Style.REMARK);
            paper.height(end++, Paper.lines(note, width()) * LINE + 4);
        }
        paper.page(header, levels, naming, width(), rows <= ONE_PAGE);
        paper.lock(shown == null && isOfUnits());
    }

    /** Title, what else is said of the table, and its unit; the row of the header. */
    private int heading(int last) {
        String title = print.title() == null ? form.title().zh() : print.title();
        String region = regions.get(blank.regionCodes().get(0)).name().zh();
        FormDefinition.Item measure = blank.measure();
        String asked = measure == null ? "" : "（" + measure.names().get(0) + "）";
        int row = 0;
        paper.text(row, 0, region + year() + "年" + title + asked, Style.TITLE);
        paper.merge(row, row, 0, firstPage(last), Style.TITLE);
        paper.height(row++, 28);
        String said = shown != null ? OwnSheet.LAST_YEAR.line() : isOfUnits() ? ReporterRows.UNFILLED : "";
        if (!said.isEmpty()) {
            paper.text(row++, 0, said, Style.PLAIN);
        }
        String own = ownUnit();
        String unit = print.units().get(own == null ? "table" : own);
        if (unit != null) {
            paper.text(row, last - 1, "单位：" + unit, Style.PLAIN);
            paper.merge(row, row, last - 1, last, Style.PLAIN);
            row++;
        }
        return row;
    }

    /** The last column that prints on the first page: a title in the middle of further ones is seen nowhere. */
    private int firstPage(int last) {
        int width = 0;
        for (int c = 0; c <= last; c++) {
            width += widthOf(c);
            if (width > Paper.A3_WIDTH) {
                return c - 1;
            }
        }
        return last;
    }

    private void rules(int from, int to, int last) {
        EntryRules rules = new EntryRules(paper.sheet(), form.reporter());
        if (isOfUnits()) {
            int code = rows().names().size();
            rules.length(new CellRangeAddressList(from, to, code, code), 8, 18, "统一社会信用代码 18 位；没有的填旧码 8 至 9 位。");
        }
        boolean negative = form.items().stream().anyMatch(FormDefinition.Item::mayBeNegative);
        (print.zeros() ? rules.withZeros() : rules)
                .figures(new CellRangeAddressList(from, to, naming, last), negative, blank.showsLastYear() ? SEE : "");
    }

    private boolean isOfUnits() {
        return form.reporter() == Reporter.Kind.UNIT;
    }

    private int year() {
        return shown == null ? blank.year() : blank.year() - 1;
    }

    /** Rows for units, a tenth more than are known. */
    private static int room(int known) {
        return Math.max(UNITS, (known * 11 / 10 + 9) / 10 * 10);
    }

    private int widthOf(int column) {
        if (column >= naming) {
            return FIGURE_WIDTH;
        }
        if (isOfUnits() && column < rows().names().size()) {
            return UNIT_NAME_WIDTH;
        }
        return isOfUnits() && column == rows().names().size() ? UNIT_CODE_WIDTH : NAME_WIDTH;
    }

    private int width() {
        return IntStream.range(0, captions.size()).map(this::widthOf).sum();
    }

    private void row(int row, ReporterRow reporter, int last) {
        int c = 0;
        for (String name : isOfUnits() ? List.of(reporter.name()) : names(regions.get(reporter.code()))) {
            word(row, c++, name);
        }
        if (!rows().code().isEmpty()) {
            paper.text(row, c++, reporter.code(), isOfUnits() ? Style.LABEL : Style.LABEL_CENTRE);
        }
        year(row);
        figures(row, last, reporter.lastYear());
    }

    /** A row for a unit that nobody knows. */
    private void openRow(int row, int last) {
        paper.cell(row, 0, Style.WORD);
        paper.cell(row, rows().names().size(), Style.WORD);
        year(row);
        figures(row, last, Map.of());
    }

    private void year(int row) {
        if (!rows().year().isEmpty()) {
            paper.text(row, naming - 1, String.valueOf(year()), Style.LABEL_CENTRE);
        }
    }

    /** A unit without a name writes it itself. */
    private void word(int row, int column, String given) {
        if (given.isEmpty() && isOfUnits() && shown == null) {
            paper.cell(row, column, Style.WORD);
        } else {
            paper.text(row, column, given, Style.LABEL);
        }
    }

    private void figures(int row, int last, Map<LastYear.Key, Quantity> lastYear) {
        for (int c = naming; c <= last; c++) {
            Cell cell = paper.cell(row, c, shown == null ? Style.FIGURE : Style.LAST_FIGURE);
            if (shown != null && !lastYear.isEmpty()) {
                shown.get(c - naming)
                        .flatMap(column -> LastYear.figure(
                                lastYear, new LastYear.Key(column.item(), column.carrier()), column.unit()))
                        .ifPresent(value -> cell.setCellValue(value.doubleValue()));
            }
        }
        paper.height(row, ROW);
    }

    /** The region's name; in a form with a column a level those of the regions above it too. */
    private List<String> names(Region region) {
        int columns = rows().names().size();
        if (columns == 1) {
            return List.of(region.name().zh());
        }
        List<Region> line = regions.withAncestors(region.code());
        return LEVELS.subList(LEVELS.size() - columns, LEVELS.size()).stream()
                .map(level -> line.stream()
                        .filter(r -> r.level() == level)
                        .findFirst()
                        .map(r -> r.name().zh())
                        .orElse(""))
                .toList();
    }
}
