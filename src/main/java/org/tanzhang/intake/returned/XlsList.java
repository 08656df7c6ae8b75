package org.tanzhang.intake.returned;

import java.io.IOException;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.poi.common.usermodel.HyperlinkType;
import org.apache.poi.hssf.usermodel.HSSFCell;
import org.apache.poi.hssf.usermodel.HSSFCellStyle;
import org.apache.poi.hssf.usermodel.HSSFFont;
import org.apache.poi.hssf.usermodel.HSSFHyperlink;
import org.apache.poi.hssf.usermodel.HSSFPrintSetup;
import org.apache.poi.hssf.usermodel.HSSFRow;
import org.apache.poi.hssf.usermodel.HSSFSheet;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.ss.util.CellRangeAddress;
import org.tanzhang.quality.FindingWords;
import org.tanzhang.quality.Severity;

/** The sheets 审核结果 of an {@code .xls}, written at its end, from where {@link FrontSheet} takes each to the front. */
final class XlsList {

    private final HSSFWorkbook book;
    private final FindingTable table;
    private final FindingWords words;
    private final Map<Severity, HSSFCellStyle> severities = new EnumMap<>(Severity.class);
    private final HSSFCellStyle title;
    private final HSSFCellStyle note;
    private final HSSFCellStyle header;
    private final HSSFCellStyle text;
    private final HSSFCellStyle quoted;
    private final HSSFCellStyle link;

    XlsList(HSSFWorkbook book, FindingTable table, FindingWords words) {
        this.book = book;
        this.table = table;
        this.words = words;
        title = style(font(true, 14, IndexedColors.AUTOMATIC), false);
        note = style(font(false, 10, IndexedColors.AUTOMATIC), false);
        header = style(font(true, 10, IndexedColors.WHITE), true);
        header.setFillForegroundColor(IndexedColors.DARK_BLUE.getIndex());
        header.setFillPattern(FillPatternType.SOLID_FOREGROUND);
        text = style(font(false, 10, IndexedColors.AUTOMATIC), true);
        quoted = style(font(false, 10, IndexedColors.AUTOMATIC), true);
        quoted.setQuotePrefixed(true);
        HSSFFont blue = font(false, 10, IndexedColors.BLUE);
        blue.setUnderline(Font.U_SINGLE);
        link = style(blue, true);
        for (Severity severity : Severity.values()) {
            HSSFCellStyle style = style(font(true, 10, IndexedColors.AUTOMATIC), true);
            Colour.of(severity).fill(style, book);
            severities.put(severity, style);
        }
    }

    /** Writes the sheets; returns how many. */
    int write() throws IOException {
        Set<String> sheets = new HashSet<>();
        for (int i = 0; i < book.getNumberOfSheets(); i++) {
            sheets.add(book.getSheetName(i));
        }
        Set<String> taken = new HashSet<>(sheets);
        int own = book.getNumberOfSheets();
        table.forEachPage(page -> {
            String name = FindingTable.freeName(taken);
            taken.add(name);
            sheet(book.createSheet(name), page, sheets);
        });
        book.setActiveSheet(own);
        book.setFirstVisibleTab(0);
        for (int i = 0; i < book.getNumberOfSheets(); i++) {
            book.getSheetAt(i).setSelected(i == own);
        }
        return book.getNumberOfSheets() - own;
    }

    private void sheet(HSSFSheet sheet, List<ReturnedFinding> page, Set<String> sheets) {
        for (int c = 0; c < FindingTable.WIDTHS.size(); c++) {
            sheet.setColumnWidth(c, FindingTable.WIDTHS.get(c) * 256);
        }
        List<String> head = table.head();
        for (int i = 0; i < head.size(); i++) {
            cell(sheet.createRow(i), 0, head.get(i), i == 0 ? title : note);
        }
        int at = table.captionRow();
        HSSFRow captions = sheet.createRow(at);
        for (int c = 0; c < FindingTable.CAPTIONS.size(); c++) {
            cell(captions, c, FindingTable.CAPTIONS.get(c), header);
        }
        for (int i = 0; i < page.size(); i++) {
            line(sheet.createRow(at + 1 + i), page.get(i), sheets);
        }
        sheet.createFreezePane(0, at + 1);
        sheet.setAutoFilter(
                new CellRangeAddress(at, at + Math.max(1, page.size()), 0, FindingTable.CAPTIONS.size() - 1));
        sheet.setRepeatingRows(new CellRangeAddress(at, at, -1, -1));
        sheet.setFitToPage(true);
        sheet.setAutobreaks(true);
        HSSFPrintSetup print = sheet.getPrintSetup();
        print.setPaperSize(PrintSetup.A4_PAPERSIZE);
        print.setLandscape(true);
        print.setFitWidth((short) 1);
        print.setFitHeight((short) 0);
    }

    private void line(HSSFRow row, ReturnedFinding finding, Set<String> sheets) {
        List<String> line = FindingTable.line(finding, words);
        for (int c = 0; c < line.size(); c++) {
            HSSFCellStyle style = FindingTable.isLikeFormula(line.get(c)) ? quoted : text;
            cell(row, c, line.get(c), c == 0 ? severity(finding.finding().severity()) : style);
        }
        row.setHeightInPoints(FindingTable.height(line));
        String target = table.link(finding, sheets);
        if (target != null) {
            HSSFHyperlink hyperlink = book.getCreationHelper().createHyperlink(HyperlinkType.DOCUMENT);
            hyperlink.setAddress(target);
            row.getCell(FindingTable.PLACE).setHyperlink(hyperlink);
            row.getCell(FindingTable.PLACE).setCellStyle(link);
        }
    }

    private HSSFCellStyle severity(Severity severity) {
        HSSFCellStyle style = severities.get(severity);
        return style == null ? text : style;
    }

    /** A text from outside stays a text, whatever it begins with. */
    private void cell(HSSFRow row, int column, String content, HSSFCellStyle style) {
        int limit = book.getSpreadsheetVersion().getMaxTextLength();
        HSSFCell cell = row.createCell(column, CellType.STRING);
        cell.setCellValue(content.length() <= limit ? content : content.substring(0, limit - 1) + "…");
        cell.setCellStyle(style);
    }

    private HSSFFont font(boolean bold, int points, IndexedColors colour) {
        HSSFFont font = book.createFont();
        font.setFontName("宋体");
        font.setFontHeightInPoints((short) points);
        font.setBold(bold);
        if (colour != IndexedColors.AUTOMATIC) {
            font.setColor(colour.getIndex());
        }
        return font;
    }

    private HSSFCellStyle style(HSSFFont font, boolean lined) {
        HSSFCellStyle style = book.createCellStyle();
        style.setFont(font);
        style.setVerticalAlignment(VerticalAlignment.CENTER);
        if (lined) {
            style.setWrapText(true);
            style.setBorderTop(BorderStyle.THIN);
            style.setBorderBottom(BorderStyle.THIN);
            style.setBorderLeft(BorderStyle.THIN);
            style.setBorderRight(BorderStyle.THIN);
        }
        return style;
    }
}
