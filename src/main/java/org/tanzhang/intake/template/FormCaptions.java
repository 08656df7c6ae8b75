package org.tanzhang.intake.template;

import java.util.List;
import org.tanzhang.intake.template.FormLook.Style;
import org.tanzhang.intake.template.Grid.Column;

/** The captions over a form's columns, with their units and letters. */
final class FormCaptions {

    private final Grid grid;
    private final Paper paper;
    private final List<Integer> widths;
    private final int lastColumn;

    /** @param widths of the columns, in characters */
    FormCaptions(Grid grid, Paper paper, List<Integer> widths) {
        this.grid = grid;
        this.paper = paper;
        this.widths = widths;
        this.lastColumn = grid.columns().size() - 1;
    }

    /** Writes them from a row on. */
    void write(int top) {
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
        double lowest = FormSheet.ROW;
        for (int c = 0; c <= lastColumn; c++) {
            List<String> captions = grid.columns().get(c).captions();
            int lines = Paper.lines(captions.get(captions.size() - 1).replace("：", "：\n"), widths.get(c) - 1);
            lowest = Math.max(lowest, lines * FormSheet.LINE + 5 - (levels - captions.size()) * FormSheet.ROW);
        }
        for (int level = 0; level < levels; level++) {
            paper.height(top + level, level < levels - 1 ? FormSheet.ROW : lowest);
        }
    }

    /** @param texts a text a column */
    private double heightOf(List<String> texts) {
        int lines = 1;
        for (int c = 0; c < texts.size(); c++) {
            lines = Math.max(lines, Paper.lines(texts.get(c), widths.get(c)));
        }
        return lines * FormSheet.LINE + 5;
    }
}
