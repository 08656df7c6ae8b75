package org.tanzhang.intake.template;

import java.util.ArrayList;
import java.util.List;
import org.apache.poi.ss.usermodel.Workbook;
import org.jspecify.annotations.Nullable;
import org.tanzhang.intake.form.FormDefinition.Layout;
import org.tanzhang.intake.form.PrintedForm;
import org.tanzhang.intake.template.FormLook.Style;
import org.tanzhang.intake.template.Grid.Column;
import org.tanzhang.intake.workbook.OwnSheet;
import org.tanzhang.quantity.Units;

/** Writes one form on one sheet: blank, to be filled in; or with last year's figures in grey, all locked. */
final class FormSheet {

    /** Points of a line of 10-point type, and of a row of one line. */
    static final double LINE = 13.5;

    static final double ROW = 18;

    private static final int LABEL_WIDTH = 40;
    private static final int LABEL_LEAST = 20;
    private static final int FIGURE_WIDTH = 12;

    /** Where there are many columns, as in a balance. */
    private static final int NARROW_FIGURE_WIDTH = 10;

    static final int MANY_COLUMNS = 16;

    private final Blank blank;
    private final FormGrid forms;
    private final Grid grid;
    private final Units units;
    private final Paper paper;
    private final @Nullable LastYear shown;
    private final int lastColumn;
    private final List<Integer> widths = new ArrayList<>();

    /** @param shown the figures to write in grey, null for the sheet to be filled in */
    FormSheet(Workbook book, FormLook look, Blank blank, FormGrid forms, Units units, @Nullable LastYear shown) {
        this.blank = blank;
        this.forms = forms;
        this.grid = forms.grid();
        this.units = units;
        this.shown = shown;
        this.lastColumn = grid.columns().size() - 1;
        String name = name(blank);
        this.paper = new Paper(
                book.createSheet(shown == null ? name : cut(OwnSheet.LAST_YEAR.label() + "（" + name + "）")), look);
    }

    /** The number where the form has one, else the title; spreadsheets allow 31 letters. */
    private static String name(Blank blank) {
        PrintedForm print = blank.form().print();
        return cut((print.number() != null ? print.number() : title(blank)).replaceAll("[\\[\\]:*?/\\\\]", " "));
    }

    private static String cut(String name) {
        return name.length() > 31 ? name.substring(0, 31) : name;
    }

    private static String title(Blank blank) {
        @Nullable String own = blank.form().print().title();
        return own == null ? blank.form().title().zh() : own;
    }

    void write() {
        setWidths();
        int header = heading();
        new FormCaptions(grid, paper, widths).write(header);
        int body = header + grid.headerRows();
        int last = isList() ? listed().write(body) : figures().write(body);
        foot(last + 1);
        int width = widths.stream().mapToInt(Integer::intValue).sum();
        paper.page(header, grid.headerRows(), isList() ? 2 : grid.namingColumns(), width, !isList());
        paper.sheet().setActiveCell(new org.apache.poi.ss.util.CellAddress(body, isList() ? 0 : grid.namingColumns()));
        paper.lock(isList() && shown == null);
    }

    private ListRows listed() {
        return new ListRows(blank, grid, paper, shown);
    }

    private FigureRows figures() {
        return new FigureRows(blank, forms, units, paper, widths, shown);
    }

    private boolean isList() {
        return blank.form().layout() == Layout.LIST;
    }

    private void setWidths() {
        for (Column column : grid.columns()) {
            int width = switch (column.kind()) {
                case LABEL -> Math.min(LABEL_WIDTH, Math.max(LABEL_LEAST, widestLabel() + 2));
                case CODE -> 6;
                case UNIT -> 11;
                case FIGURE -> lastColumn > MANY_COLUMNS ? NARROW_FIGURE_WIDTH : FIGURE_WIDTH;
                case WORD ->
                    Math.min(24, Math.max(14, Paper.width(column.captions().get(0)) + 4));
            };
            if (column.member().equals("name")) {
                width = 34;
            }
            paper.sheet().setColumnWidth(widths.size(), width * 256 + 200);
            widths.add(width);
        }
    }

    private int widestLabel() {
        return grid.lines().stream().mapToInt(l -> Paper.width(l.label())).max().orElse(0);
    }

    /** Title, period, number, fields. A field that may be blank has nothing to its right that could be taken for it. */
    private int heading() {
        PrintedForm print = blank.form().print();
        int row = 0;
        paper.text(row, 0, title(blank), Style.TITLE);
        paper.merge(row, row, 0, lastColumn, Style.TITLE);
        paper.height(row++, 28);
        paper.text(row, 0, (shown == null ? blank.year() : blank.year() - 1) + "年", Style.CENTRE);
        paper.merge(row, row, 0, lastColumn, Style.CENTRE);
        paper.height(row++, 16);
        if (shown != null) {
            paper.text(row, 0, OwnSheet.LAST_YEAR.line(), Style.CENTRE);
            paper.merge(row, row, 0, lastColumn, Style.CENTRE);
            row++;
        }
        if (print.number() != null) {
            right(row++, "表    号：" + print.number() + "表");
        }
        if (print.authority() != null) {
            right(row++, "制定机关：" + print.authority());
        }
        for (Blank.Field field : blank.fields()) {
            field(row++, field);
        }
        paper.height(row++, 5);
        return row;
    }

    private void right(int row, String text) {
        int from = lastColumn;
        int room = widths.get(from);
        while (from > 0 && room < 28) {
            room += widths.get(--from);
        }
        paper.text(row, from, text, Style.PLAIN);
        paper.merge(row, row, from, lastColumn, Style.PLAIN);
    }

    private void field(int row, Blank.Field field) {
        paper.height(row, 18);
        if (!field.value().isEmpty() || shown != null) {
            paper.text(row, 0, field.label() + "：" + field.value(), Style.FIELD);
            paper.merge(row, row, 0, lastColumn, Style.FIELD);
            return;
        }
        paper.text(row, 0, field.label() + "：", Style.PLAIN);
        int to = 1;
        int room = widths.get(1);
        while (to < lastColumn && room < 40) {
            room += widths.get(++to);
        }
        paper.cell(row, 1, Style.FIELD_OPEN);
        paper.merge(row, row, 1, to, Style.FIELD_OPEN);
    }

    private void foot(int top) {
        int row = top;
        if (shown == null) {
            paper.text(
                    row,
                    0,
                    "单位负责人：              统计负责人：              填表人：              联系电话：              报出日期：20    年    月    日",
                    Style.SIGNATURE);
            paper.merge(row, row, 0, lastColumn, Style.SIGNATURE);
            paper.height(row++, 22);
        }
        int room = widths.stream().mapToInt(Integer::intValue).sum();
        for (String note : blank.form().print().notes()) {
            paper.text(row, 0, note, Style.REMARK);
            paper.merge(row, row, 0, lastColumn, Style.REMARK);
            paper.height(row++, Paper.lines(note, room) * LINE + 2);
        }
    }
}
