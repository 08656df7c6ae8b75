package org.tanzhang.samples;

import java.math.BigDecimal;
import java.util.List;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.util.CellRangeAddress;

/** Writes one sheet by zero-based row and column; a zero figure leaves the cell blank. */
final class SheetWriter {
    private final Sheet sheet;
    private final CellStyle heading;
    private final CellStyle title;

    SheetWriter(Workbook workbook, String name) {
        this.sheet = workbook.createSheet(name);
        this.heading = style(workbook, false);
        this.title = style(workbook, true);
    }

    private static CellStyle style(Workbook workbook, boolean bold) {
        Font font = workbook.createFont();
        font.setBold(bold);
        CellStyle style = workbook.createCellStyle();
        style.setFont(font);
        style.setWrapText(!bold);
        style.setAlignment(HorizontalAlignment.CENTER);
        style.setVerticalAlignment(VerticalAlignment.CENTER);
        return style;
    }

    Sheet sheet() {
        return sheet;
    }

    void widths(int first, int others, int lastColumn) {
        sheet.setColumnWidth(0, first * 256);
        for (int column = 1; column <= lastColumn; column++) {
            sheet.setColumnWidth(column, others * 256);
        }
    }

    Cell text(int row, int column, String text) {
        Cell cell = cell(row, column);
        cell.setCellValue(text);
        return cell;
    }

    void title(int row, int lastColumn, String text) {
        text(row, 0, text).setCellStyle(title);
        merge(row, row, 0, lastColumn);
    }

    void heading(int row, int column, String text) {
        text(row, column, text).setCellStyle(heading);
    }

    void headings(int row, int column, List<String> texts) {
        for (int i = 0; i < texts.size(); i++) {
            heading(row, column + i, texts.get(i));
        }
    }

    void number(int row, int column, BigDecimal value) {
        if (value.signum() != 0) {
            cell(row, column).setCellValue(value.doubleValue());
        }
    }

    /** A figure that is written where it is 0 too. */
    void zero(int row, int column, BigDecimal value) {
        cell(row, column).setCellValue(value.doubleValue());
    }

    /** A figure one binary step off its decimal, as spreadsheets leave behind; 15 digits of it are the figure. */
    void residue(int row, int column, BigDecimal value) {
        if (value.signum() != 0) {
            cell(row, column).setCellValue(Math.nextUp(value.doubleValue()));
        }
    }

    void formula(int row, int column, String formula, BigDecimal cached) {
        if (cached.signum() != 0) {
            Cell cell = cell(row, column);
            cell.setCellFormula(formula);
            cell.setCellValue(cached.doubleValue());
        }
    }

    void merge(int firstRow, int lastRow, int firstColumn, int lastColumn) {
        sheet.addMergedRegion(new CellRangeAddress(firstRow, lastRow, firstColumn, lastColumn));
    }

    private Cell cell(int row, int column) {
        Row line = sheet.getRow(row);
        if (line == null) {
            line = sheet.createRow(row);
        }
        Cell cell = line.getCell(column);
        return cell == null ? line.createCell(column) : cell;
    }
}
