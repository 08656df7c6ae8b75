package org.tanzhang.intake.template;

import java.util.ArrayList;
import java.util.List;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.util.CellRangeAddressList;
import org.jspecify.annotations.Nullable;
import org.tanzhang.code.Region;
import org.tanzhang.code.Regions;
import org.tanzhang.intake.form.FormDefinition;
import org.tanzhang.intake.form.FormDefinition.ReporterRows;
import org.tanzhang.intake.form.PrintedForm;
import org.tanzhang.intake.template.FormLook.Style;
import org.tanzhang.observation.Reporter;

/**
 * Writes a form whose rows are reporters: of regions the one that fills it in first, those directly below it after; of units
 * empty rows, but for the one that it is made out for.
 */
final class ReporterSheet {

    private static final double ROW = 19;
    private static final double LINE = 14;
    private static final int NAME_WIDTH = 16;
    private static final int FIGURE_WIDTH = 13;

    /** Rows for units; as many as print on one page. */
    private static final int UNITS = 20;

    /** The levels that the name columns of a form stand for, the lowest last. */
    private static final List<Region.Level> LEVELS =
            List.of(Region.Level.PROVINCE, Region.Level.CITY, Region.Level.COUNTY);

    private final Blank blank;
    private final FormDefinition form;
    private final PrintedForm print;
    private final Regions regions;
    private final Paper paper;
    private final List<List<String>> captions = new ArrayList<>();
    private final int naming;

    ReporterSheet(Workbook book, FormLook look, Blank blank, Regions regions) {
        this.blank = blank;
        this.form = blank.form();
        this.print = form.print();
        this.regions = regions;
        this.paper = new Paper(book.createSheet(form.title().zh()), look);
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
            paper.sheet().setColumnWidth(c, (c < naming ? NAME_WIDTH : FIGURE_WIDTH) * 256);
        }
        String title = print.title() == null ? form.title().zh() : print.title();
        String region = regions.get(blank.regionCodes().get(0)).name().zh();
        FormDefinition.Item measure = blank.measure();
        String asked = measure == null ? "" : "（" + measure.names().get(0) + "）";
        paper.text(0, 0, region + blank.year() + "年" + title + asked, Style.TITLE);
        paper.merge(0, 0, 0, last, Style.TITLE);
        paper.height(0, 28);
        String own = ownUnit();
        String unit = print.units().get(own == null ? "table" : own);
        int header = 1;
        if (unit != null) {
            paper.text(header, last - 1, "单位：" + unit, Style.PLAIN);
            paper.merge(header, header, last - 1, last, Style.PLAIN);
            header++;
        }
        int levels = header(header, last);
        int body = header + levels;
        int end = body;
        EntryRules rules = new EntryRules(paper.sheet(), form.reporter());
        if (form.reporter() == Reporter.Kind.UNIT) {
            for (; end < body + UNITS; end++) {
                unit(end, end == body, last);
            }
            int code = rows().names().size();
            rules.length(new CellRangeAddressList(body, end - 1, code, code), 8, 18, "统一社会信用代码 18 位；没有的填旧码 8 至 9 位。");
        } else {
            for (String code : blank.regionCodes()) {
                row(end++, regions.get(code), last);
            }
        }
        boolean negative = form.items().stream().anyMatch(FormDefinition.Item::mayBeNegative);
        (print.zeros() ? rules.withZeros() : rules)
                .figures(new CellRangeAddressList(body, end - 1, naming, last), negative, "");
        for (String note : print.notes()) {
            paper.text(end, 0, note, Style.REMARK);
            paper.merge(end, end, 0, last, Style.REMARK);
            paper.height(end++, Paper.lines(note, width()) * LINE + 4);
        }
        paper.page(header, levels, naming, width(), true);
        paper.lock(form.reporter() == Reporter.Kind.UNIT);
    }

    private int width() {
        return naming * NAME_WIDTH + (captions.size() - naming) * FIGURE_WIDTH;
    }

    /** Captions over several columns are joined; one that has none below it reaches down. */
    private int header(int top, int last) {
        int levels = captions.stream().mapToInt(List::size).max().orElse(1);
        int widest = 1;
        for (int c = 0; c <= last; c++) {
            List<String> column = captions.get(c);
            for (int level = 0; level < column.size(); level++) {
                if (c > 0 && continues(c, level)) {
                    continue;
                }
                int right = c;
                while (right < last && continues(right + 1, level)) {
                    right++;
                }
                boolean lowest = level == column.size() - 1 && right == c;
                paper.text(top + level, c, column.get(level), Style.CAPTION);
                paper.merge(top + level, lowest ? top + levels - 1 : top + level, c, right, Style.CAPTION);
                if (right == c) {
                    widest = Math.max(widest, Paper.lines(column.get(level), FIGURE_WIDTH - 1));
                }
            }
        }
        for (int level = 0; level < levels; level++) {
            paper.height(top + level, level < levels - 1 ? ROW : Math.max(ROW, widest * LINE + 5));
        }
        return levels;
    }

    private boolean continues(int c, int level) {
        List<String> left = captions.get(c - 1);
        List<String> here = captions.get(c);
        return level < left.size()
                && level < here.size()
                && left.subList(0, level + 1).equals(here.subList(0, level + 1));
    }

    private void row(int row, Region region, int last) {
        int c = 0;
        for (String name : names(region)) {
            paper.text(row, c++, name, Style.LABEL);
        }
        if (!rows().code().isEmpty()) {
            paper.text(row, c++, region.code(), Style.LABEL_CENTRE);
        }
        if (!rows().year().isEmpty()) {
            paper.text(row, c++, String.valueOf(blank.year()), Style.LABEL_CENTRE);
        }
        figures(row, c, last);
    }

    /** @param given whether the unit that the form is made out for stands in it, where there is one */
    private void unit(int row, boolean given, int last) {
        Blank.Field code = blank.fields().get(0);
        Blank.Field name = blank.fields().get(1);
        word(row, 0, given ? name.value() : "");
        word(row, rows().names().size(), given ? code.value() : "");
        if (!rows().year().isEmpty()) {
            paper.text(row, naming - 1, String.valueOf(blank.year()), Style.LABEL_CENTRE);
        }
        figures(row, naming, last);
    }

    private void word(int row, int column, String given) {
        if (given.isEmpty()) {
            paper.cell(row, column, Style.WORD);
        } else {
            paper.text(row, column, given, Style.LABEL);
        }
    }

    private void figures(int row, int from, int last) {
        for (int c = from; c <= last; c++) {
            paper.cell(row, c, Style.FIGURE);
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
