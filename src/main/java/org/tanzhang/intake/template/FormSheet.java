package org.tanzhang.intake.template;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellRangeAddressList;
import org.jspecify.annotations.Nullable;
import org.tanzhang.intake.form.FormDefinition.Layout;
import org.tanzhang.intake.form.PrintedForm;
import org.tanzhang.intake.template.FormLook.Style;
import org.tanzhang.intake.template.Grid.Column;
import org.tanzhang.intake.template.Grid.Line;
import org.tanzhang.intake.workbook.OwnSheet;
import org.tanzhang.observation.UnitEntry;
import org.tanzhang.quantity.Units;

/** Writes one form on one sheet: blank, to be filled in; or with last year's figures in grey, all locked. */
final class FormSheet {

    /** Points of a line of 10-point type, and of a row of one line. */
    private static final double LINE = 13.5;

    private static final double ROW = 18;

    private static final int LABEL_WIDTH = 40;
    private static final int LABEL_LEAST = 20;
    private static final int FIGURE_WIDTH = 12;

    /** Where there are many columns, as in a balance. */
    private static final int NARROW_FIGURE_WIDTH = 10;

    private static final int MANY_COLUMNS = 16;

    /** Rows of an empty list. */
    private static final int LIST_ROWS = 100;

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
        header(header);
        int body = header + grid.headerRows();
        int last = isList() ? list(body) : figures(body);
        foot(last + 1);
        int width = widths.stream().mapToInt(Integer::intValue).sum();
        paper.page(header, grid.headerRows(), isList() ? 2 : grid.namingColumns(), width, !isList());
        paper.sheet().setActiveCell(new org.apache.poi.ss.util.CellAddress(body, isList() ? 0 : grid.namingColumns()));
        paper.lock(isList() && shown == null);
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

    private void header(int top) {
        int levels = grid.captionRows();
        List<Column> columns = grid.columns();
        for (int level = 0; level < levels; level++) {
            for (int c = 0; c <= lastColumn; c++) {
                caption(top, level, levels, c);
            }
        }
        int row = top + levels;
        if (grid.unitRow()) {
            for (int c = 0; c <= lastColumn; c++) {
                // the naming columns reach down over the units
                if (!columns.get(c).namesRows()) {
                    paper.text(row, c, columns.get(c).unit(), Style.CAPTION);
                }
            }
            paper.height(row++, heightOf(columns.stream().map(Column::unit).toList()));
        }
        if (grid.letterRow()) {
            for (int c = 0; c <= lastColumn; c++) {
                paper.text(row, c, columns.get(c).letter(), Style.CAPTION);
            }
        }
        heights(top, levels);
    }

    private void caption(int top, int level, int levels, int c) {
        List<String> captions = grid.columns().get(c).captions();
        if (level >= captions.size() || continues(c, level)) {
            return;
        }
        boolean last = level == captions.size() - 1;
        int bottom = last ? levels - 1 : level;
        int over = grid.columns().get(c).namesRows() && grid.unitRow() ? 1 : 0;
        int right = c;
        while (!last && right < lastColumn && continues(right + 1, level)) {
            right++;
        }
        // 合计中：运输工具消费 breaks after the colon
        paper.text(top + level, c, captions.get(level).replace("：", "：\n"), Style.CAPTION);
        paper.merge(top + level, top + bottom + over, c, right, Style.CAPTION);
    }

    /** Whether a column stands under the same caption as the column to its left. */
    private boolean continues(int c, int level) {
        if (c == 0) {
            return false;
        }
        List<String> left = grid.columns().get(c - 1).captions();
        List<String> here = grid.columns().get(c).captions();
        return level < left.size() - 1
                && level < here.size() - 1
                && left.subList(0, level + 1).equals(here.subList(0, level + 1));
    }

    /** Captions wrap: the lowest row makes room, less what those have that begin further up. */
    private void heights(int top, int levels) {
        double lowest = ROW;
        for (int c = 0; c <= lastColumn; c++) {
            List<String> captions = grid.columns().get(c).captions();
            int lines = Paper.lines(captions.get(captions.size() - 1).replace("：", "：\n"), widths.get(c) - 1);
            lowest = Math.max(lowest, lines * LINE + 5 - (levels - captions.size()) * ROW);
        }
        for (int level = 0; level < levels; level++) {
            paper.height(top + level, level < levels - 1 ? ROW : lowest);
        }
    }

    /** @param texts a text a column */
    private double heightOf(List<String> texts) {
        int lines = 1;
        for (int c = 0; c < texts.size(); c++) {
            lines = Math.max(lines, Paper.lines(texts.get(c), widths.get(c)));
        }
        return lines * LINE + 5;
    }

    private int figures(int top) {
        CellRangeAddressList positive = new CellRangeAddressList();
        CellRangeAddressList any = new CellRangeAddressList();
        int row = top;
        for (Line line : grid.lines()) {
            for (int c = 0; c <= lastColumn; c++) {
                Column column = grid.columns().get(c);
                switch (column.kind()) {
                    case LABEL -> paper.text(row, c, line.label(), Style.LABEL);
                    case CODE -> paper.text(row, c, line.code(), Style.LABEL_CENTRE);
                    case UNIT -> paper.text(row, c, line.unit(), Style.LABEL_CENTRE);
                    case FIGURE, WORD -> {
                        Grid.Figure figure = forms.figure(line, column);
                        figure(row, c, figure);
                        (figure.mayBeNegative() ? any : positive).addCellRangeAddress(row, c, row, c);
                    }
                }
            }
            paper.height(
                    row, Paper.lines(line.label(), widths.get(0) - 1) * LINE + (lastColumn > MANY_COLUMNS ? 7 : 4));
            row++;
        }
        if (shown == null) {
            EntryRules rules = new EntryRules(paper.sheet(), blank.form().reporter());
            String hint = blank.lastYear() == null ? "" : "上年数见“" + OwnSheet.LAST_YEAR.label() + "”表同一格附近。";
            rules.figures(joined(positive), false, hint);
            rules.figures(joined(any), true, hint);
        }
        return row - 1;
    }

    private void figure(int row, int c, Grid.Figure figure) {
        if (shown == null) {
            paper.cell(row, c, figure.coefficient() ? Style.COEFFICIENT : Style.FIGURE);
            return;
        }
        var cell = paper.cell(row, c, figure.coefficient() ? Style.LAST_COEFFICIENT : Style.LAST_FIGURE);
        boolean turned = blank.form().inputsPositive() && figure.item().startsWith("transformation.");
        Optional<BigDecimal> value = shown.figure(figure, units);
        value.map(v -> turned ? v.negate() : v).ifPresent(v -> cell.setCellValue(v.doubleValue()));
    }

    /** Cells side by side in one range, equal ranges of neighbouring rows in one block: a rule names few ranges. */
    private static CellRangeAddressList joined(CellRangeAddressList cells) {
        List<CellRangeAddress> runs = new ArrayList<>();
        for (CellRangeAddress cell : cells.getCellRangeAddresses()) {
            CellRangeAddress run = runs.isEmpty() ? null : runs.get(runs.size() - 1);
            if (run != null
                    && run.getFirstRow() == cell.getFirstRow()
                    && run.getLastColumn() + 1 == cell.getFirstColumn()) {
                run.setLastColumn(cell.getLastColumn());
            } else {
                runs.add(cell.copy());
            }
        }
        CellRangeAddressList blocks = new CellRangeAddressList();
        for (CellRangeAddress run : runs) {
            Optional<CellRangeAddress> above = java.util.Arrays.stream(blocks.getCellRangeAddresses())
                    .filter(b -> b.getLastRow() + 1 == run.getFirstRow()
                            && b.getFirstColumn() == run.getFirstColumn()
                            && b.getLastColumn() == run.getLastColumn())
                    .findFirst();
            if (above.isPresent()) {
                above.get().setLastRow(run.getLastRow());
            } else {
                blocks.addCellRangeAddress(run);
            }
        }
        return blocks;
    }

    private int list(int top) {
        List<UnitEntry> known = shown == null ? List.of() : shown.units();
        int before = blank.lastYear() == null ? 0 : blank.lastYear().units().size();
        int rows = shown == null ? Math.max(LIST_ROWS, (before * 6 / 5 + 9) / 10 * 10) : Math.max(1, known.size());
        for (int i = 0; i < rows; i++) {
            paper.height(top + i, ROW - 2);
            for (int c = 0; c <= lastColumn; c++) {
                if (shown == null) {
                    paper.cell(top + i, c, Style.WORD);
                } else if (i < known.size()) {
                    paper.text(
                            top + i, c, word(known.get(i), grid.columns().get(c).member()), Style.LAST_WORD);
                }
            }
        }
        if (shown == null) {
            EntryRules rules = new EntryRules(paper.sheet(), blank.form().reporter());
            for (int c = 0; c <= lastColumn; c++) {
                rule(rules, grid.columns().get(c), new CellRangeAddressList(top, top + rows - 1, c, c));
            }
        }
        return top + rows - 1;
    }

    private void rule(EntryRules rules, Column column, CellRangeAddressList cells) {
        switch (column.member()) {
            case "credit-code" -> rules.length(cells, 8, 18, "统一社会信用代码 18 位；没有的填旧码 8 至 9 位。");
            case "industry" -> rules.length(cells, 2, 4, "GB/T 4754 行业代码，2 至 4 位。");
            case "region" -> rules.choice(cells, blank.regionCodes(), true, "所在区县的区划代码；填到乡镇、街道的用 12 位代码。");
            case "town" -> rules.length(cells, 12, 12, "乡镇、街道的 12 位代码，前 6 位为区县。");
            default -> rules.choice(cells, column.choices(), false, "请填：" + String.join("、", column.choices()) + "。");
        }
    }

    private static String word(UnitEntry unit, String item) {
        return switch (item) {
            case "credit-code" -> unit.creditCode();
            case "name" -> unit.name();
            case "industry" -> unit.industry();
            case "region" -> unit.region();
            case "scope" ->
                switch (unit.scope()) {
                    case SITE -> "本地";
                    case DISTRICT -> "区县";
                    case CITY -> "全市";
                    case WIDER -> "市外";
                };
            case "town" -> unit.town() == null ? "" : unit.town();
            case "park" -> unit.parks().stream().map(FormSheet::share).collect(Collectors.joining("；"));
            default -> "";
        };
    }

    /** 望城经开区, or 望城经开区60% of a unit that lies in several. */
    private static String share(UnitEntry.ParkShare part) {
        BigDecimal percent = part.share().movePointRight(2).stripTrailingZeros();
        return part.share().compareTo(BigDecimal.ONE) == 0 ? part.park() : part.park() + percent.toPlainString() + "%";
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
