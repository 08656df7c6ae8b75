package org.tanzhang.intake.template;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellRangeAddressList;
import org.jspecify.annotations.Nullable;
import org.tanzhang.intake.template.FormLook.Style;
import org.tanzhang.intake.template.Grid.Column;
import org.tanzhang.intake.template.Grid.Line;
import org.tanzhang.intake.workbook.OwnSheet;
import org.tanzhang.quantity.Units;

/** The rows of a crosstab: to be filled in with figures, or with last year's. */
final class FigureRows {

    private final Blank blank;
    private final FormGrid forms;
    private final Grid grid;
    private final Units units;
    private final Paper paper;
    private final List<Integer> widths;
    private final @Nullable LastYear shown;
    private final int lastColumn;

    /**
     * @param widths of the columns, in characters
     * @param shown the figures to write in grey, null for rows to be filled in
     */
    FigureRows(Blank blank, FormGrid forms, Units units, Paper paper, List<Integer> widths, @Nullable LastYear shown) {
        this.blank = blank;
        this.forms = forms;
        this.grid = forms.grid();
        this.units = units;
        this.paper = paper;
        this.widths = widths;
        this.shown = shown;
        this.lastColumn = grid.columns().size() - 1;
    }

    /** Writes them from a row on; returns the last. */
    int write(int top) {
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
                    row,
                    Paper.lines(line.label(), widths.get(0) - 1) * FormSheet.LINE
                            + (lastColumn > FormSheet.MANY_COLUMNS ? 7 : 4));
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
}
