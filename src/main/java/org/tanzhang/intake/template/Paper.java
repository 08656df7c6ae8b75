package org.tanzhang.intake.template;

import org.apache.poi.hssf.usermodel.HSSFSheet;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.PageMargin;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.tanzhang.intake.template.FormLook.Style;

/** A sheet that texts are put on by zero-based row and column. */
record Paper(Sheet sheet, FormLook look) {

    /** Letters that A4 across holds at half of 10 points. */
    private static final int A4_WIDTH = 260;

    /** Letters that A3 across holds at four tenths of 10 points: the widest balance. */
    static final int A3_WIDTH = 450;

    /** A text, which stays one: what begins like a formula is marked as text. */
    Cell text(int row, int column, String text, Style style) {
        Cell cell = cell(row, column, style);
        if (!text.isEmpty()) {
            cell.setCellValue(text);
            if ("=+-@\t\r".indexOf(text.charAt(0)) >= 0) {
                cell.setCellStyle(look.quoted(style));
            }
        }
        return cell;
    }

    Cell cell(int row, int column, Style style) {
        Row line = sheet.getRow(row) == null ? sheet.createRow(row) : sheet.getRow(row);
        Cell cell = line.getCell(column, Row.MissingCellPolicy.CREATE_NULL_AS_BLANK);
        cell.setCellStyle(look.of(style));
        return cell;
    }

    /** Joins cells that look like the first of them. */
    void merge(int firstRow, int lastRow, int firstColumn, int lastColumn, Style style) {
        for (int row = firstRow; row <= lastRow; row++) {
            for (int column = firstColumn; column <= lastColumn; column++) {
                if (row > firstRow || column > firstColumn) {
                    cell(row, column, style);
                }
            }
        }
        if (firstRow < lastRow || firstColumn < lastColumn) {
            sheet.addMergedRegion(new CellRangeAddress(firstRow, lastRow, firstColumn, lastColumn));
        }
    }

    void height(int row, double points) {
        Row line = sheet.getRow(row) == null ? sheet.createRow(row) : sheet.getRow(row);
        line.setHeightInPoints((float) points);
    }

    /**
     * Across, as wide as one page, the header on every page: A4, or A3 where A4 would shrink the type below legibility. What
     * is too wide for A3 goes on over further pages, who reports on each.
     *
     * @param onePage whether it is to stand on one page
     */
    void page(int headerRow, int headerRows, int namingColumns, int width, boolean onePage) {
        PrintSetup print = sheet.getPrintSetup();
        print.setPaperSize(width > A4_WIDTH ? PrintSetup.A3_PAPERSIZE : PrintSetup.A4_PAPERSIZE);
        print.setLandscape(true);
        sheet.setFitToPage(true);
        sheet.setAutobreaks(true);
        int across = (width + A3_WIDTH - 1) / A3_WIDTH;
        print.setFitWidth((short) across);
        print.setFitHeight((short) (onePage ? 1 : 0));
        sheet.setHorizontallyCenter(true);
        sheet.setMargin(PageMargin.LEFT, 0.4);
        sheet.setMargin(PageMargin.RIGHT, 0.4);
        sheet.setMargin(PageMargin.TOP, 0.5);
        sheet.setMargin(PageMargin.BOTTOM, 0.6);
        print.setHeaderMargin(0.3);
        print.setFooterMargin(0.3);
        sheet.getFooter().setCenter("第 &P 页，共 &N 页");
        sheet.setRepeatingRows(new CellRangeAddress(headerRow, headerRow + headerRows - 1, -1, -1));
        if (across > 1) {
            sheet.setRepeatingColumns(new CellRangeAddress(-1, -1, 0, namingColumns - 1));
        }
        sheet.createFreezePane(namingColumns, headerRow + headerRows);
        sheet.setDisplayGridlines(false);
    }

    /** Locks what is not to be filled in. There is no password: the office can take the lock off. */
    void lock(boolean moreRows) {
        if (sheet instanceof XSSFSheet xlsx) {
            xlsx.enableLocking();
            xlsx.lockObjects(true);
            xlsx.lockScenarios(true);
            xlsx.lockFormatColumns(false);
            xlsx.lockFormatRows(false);
            xlsx.lockInsertRows(!moreRows);
            xlsx.lockDeleteRows(!moreRows);
        } else if (sheet instanceof SXSSFSheet streamed) {
            streamed.enableLocking();
            streamed.lockObjects(true);
            streamed.lockScenarios(true);
            streamed.lockFormatColumns(false);
            streamed.lockFormatRows(false);
            streamed.lockInsertRows(!moreRows);
            streamed.lockDeleteRows(!moreRows);
        } else if (sheet instanceof HSSFSheet xls) {
            xls.protectSheet("");
        }
    }

    /** Widths of half-width letters: a Chinese character takes two. */
    static int width(String text) {
        return text.codePoints().map(c -> c < 0x2e80 ? 1 : 2).sum();
    }

    /** Lines that a text takes in a column of some letters' width. */
    static int lines(String text, int room) {
        return text.lines()
                .mapToInt(l -> Math.max(1, (width(l) + Math.max(1, room) - 1) / Math.max(1, room)))
                .sum();
    }
}
