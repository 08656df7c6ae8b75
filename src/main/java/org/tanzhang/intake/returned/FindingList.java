package org.tanzhang.intake.returned;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.apache.poi.common.usermodel.HyperlinkType;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.Hyperlink;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.util.CellRangeAddress;
import org.tanzhang.observation.CellAddress;
import org.tanzhang.quality.Finding;
import org.tanzhang.quality.FindingWords;
import org.tanzhang.quality.Severity;

/** The sheet 审核结果 in front of a returned workbook: every finding, errors first; as many sheets as they need. */
final class FindingList {

    private static final String NAME = "审核结果";
    private static final String TITLE = "审核结果 Findings（碳账 Tanzhang）";

    /** Excel takes 65,530 links and an .xls 65,536 rows a sheet; the rest goes on a further one. */
    private static final int ROWS = 60_000;

    private static final int HEADER = 3;
    private static final List<String> CAPTIONS = List.of(
            "级别 Severity", "规则 Rule", "工作表 Sheet", "单元格 Cell", "填报值 Value", "问题与处理 What is wrong and what to do");
    private static final List<Integer> WIDTHS = List.of(15, 16, 22, 14, 20, 90);
    private static final int MESSAGE = 5;
    private static final int LINE_POINTS = 14;

    private final Workbook book;
    private final FindingWords words;
    private final boolean linked;
    private final Map<Severity, CellStyle> severities = new EnumMap<>(Severity.class);
    private final CellStyle title;
    private final CellStyle note;
    private final CellStyle header;
    private final CellStyle text;
    private final CellStyle quoted;
    private final CellStyle link;

    /** @param linked whether the cells that are named stand in this workbook */
    FindingList(Workbook book, FindingWords words, boolean linked) {
        this.book = book;
        this.words = words;
        this.linked = linked;
        title = style(font(true, 14, IndexedColors.AUTOMATIC), false);
        note = style(font(false, 10, IndexedColors.AUTOMATIC), false);
        header = style(font(true, 10, IndexedColors.WHITE), true);
        header.setFillForegroundColor(IndexedColors.DARK_BLUE.getIndex());
        header.setFillPattern(FillPatternType.SOLID_FOREGROUND);
        text = style(font(false, 10, IndexedColors.AUTOMATIC), true);
        quoted = style(font(false, 10, IndexedColors.AUTOMATIC), true);
        quoted.setQuotePrefixed(true);
        Font blue = font(false, 10, IndexedColors.BLUE);
        blue.setUnderline(Font.U_SINGLE);
        link = style(blue, true);
        for (Severity severity : Severity.values()) {
            CellStyle style = style(font(true, 10, IndexedColors.AUTOMATIC), true);
            fill(style, severity);
            severities.put(severity, style);
        }
    }

    static String name(Severity severity) {
        return switch (severity) {
            case ERROR -> "错误";
            case WARNING -> "警告";
            case INFO -> "提示";
        };
    }

    /** Takes out the lists of an earlier return. */
    static void removeEarlier(Workbook book) {
        for (int i = book.getNumberOfSheets() - 1; i >= 0; i--) {
            Row first = book.getSheetAt(i).getRow(0);
            Cell cell = first == null ? null : first.getCell(0);
            if (book.getNumberOfSheets() > 1
                    && book.getSheetName(i).startsWith(NAME)
                    && cell != null
                    && cell.getCellType() == CellType.STRING
                    && cell.getStringCellValue().equals(TITLE)) {
                book.removeSheetAt(i);
            }
        }
    }

    /** Writes the list in front; in an {@code .xls} at the end, from where {@link FrontSheet} takes it to the front. */
    void write(List<Finding> findings) {
        List<Finding> sorted = findings.stream()
                .sorted(Comparator.comparing(Finding::severity))
                .toList();
        int sheets = Math.max(1, (sorted.size() + ROWS - 1) / ROWS);
        for (int i = 0; i < sheets; i++) {
            Sheet sheet = book.createSheet(freeName());
            if (!(book instanceof HSSFWorkbook)) {
                book.setSheetOrder(sheet.getSheetName(), i);
            }
            sheet(sheet, sorted, i * ROWS, Math.min(sorted.size(), (i + 1) * ROWS));
        }
        int shown = book instanceof HSSFWorkbook ? book.getNumberOfSheets() - 1 : 0;
        book.setActiveSheet(shown);
        book.setFirstVisibleTab(0);
        for (int i = 0; i < book.getNumberOfSheets(); i++) {
            book.getSheetAt(i).setSelected(i == shown);
        }
    }

    private String freeName() {
        String name = NAME;
        for (int n = 2; book.getSheet(name) != null; n++) {
            name = NAME + "(" + n + ")";
        }
        return name;
    }

    private void sheet(Sheet sheet, List<Finding> findings, int from, int to) {
        for (int c = 0; c < WIDTHS.size(); c++) {
            sheet.setColumnWidth(c, WIDTHS.get(c) * 256);
        }
        cell(sheet.createRow(0), 0, TITLE, title);
        cell(sheet.createRow(1), 0, summary(findings), note);
        Row captions = sheet.createRow(HEADER);
        for (int c = 0; c < CAPTIONS.size(); c++) {
            cell(captions, c, CAPTIONS.get(c), header);
        }
        for (int i = from; i < to; i++) {
            line(sheet.createRow(HEADER + 1 + i - from), findings.get(i));
        }
        sheet.createFreezePane(0, HEADER + 1);
        sheet.setAutoFilter(new CellRangeAddress(HEADER, HEADER + Math.max(1, to - from), 0, CAPTIONS.size() - 1));
        sheet.setRepeatingRows(new CellRangeAddress(HEADER, HEADER, -1, -1));
        sheet.setFitToPage(true);
        sheet.setAutobreaks(true);
        PrintSetup print = sheet.getPrintSetup();
        print.setPaperSize(PrintSetup.A4_PAPERSIZE);
        print.setLandscape(true);
        print.setFitWidth((short) 1);
        print.setFitHeight((short) 0);
    }

    private String summary(List<Finding> findings) {
        StringBuilder summary = new StringBuilder("共 ").append(findings.size()).append(" 条");
        for (Severity severity : Severity.values()) {
            long count = findings.stream().filter(f -> f.severity() == severity).count();
            summary.append("　").append(name(severity)).append(' ').append(count);
        }
        return summary.append(linked ? "　问题单元格已着色并加批注：红 错误，黄 警告，蓝 提示。请改正后重报。" : "　本文件只列出问题，未附原表。请按所列问题改正后重报。")
                .toString();
    }

    private void line(Row row, Finding finding) {
        CellAddress address = finding.cell();
        String sheet = finding.sheet() == null ? "" : finding.sheet();
        String message = words.of(finding);
        cell(row, 0, name(finding.severity()), severity(finding.severity()));
        cell(row, 1, finding.rule(), text);
        cell(row, 2, sheet, text);
        Cell place = cell(row, 3, address == null ? "" : address.a1(), text);
        cell(row, 4, finding.value(), text);
        cell(row, MESSAGE, message, text);
        int lines = 1 + (int) (1.1 * width(message)) / WIDTHS.get(MESSAGE);
        row.setHeightInPoints((float) LINE_POINTS * Math.min(lines, 28) + 2);
        if (linked && address != null && book.getSheet(address.sheet()) != null) {
            Hyperlink target = book.getCreationHelper().createHyperlink(HyperlinkType.DOCUMENT);
            target.setAddress("'" + address.sheet().replace("'", "''") + "'!" + address.a1());
            place.setHyperlink(target);
            place.setCellStyle(link);
        }
    }

    private CellStyle severity(Severity severity) {
        CellStyle style = severities.get(severity);
        return style == null ? text : style;
    }

    private static int width(String text) {
        return text.codePoints().map(c -> c >= 0x2E80 ? 2 : 1).sum();
    }

    /** A text from outside stays a text, whatever it begins with. */
    private Cell cell(Row row, int column, String content, CellStyle style) {
        int limit = book.getSpreadsheetVersion().getMaxTextLength();
        Cell cell = row.createCell(column, CellType.STRING);
        cell.setCellValue(content.length() <= limit ? content : content.substring(0, limit - 1) + "…");
        boolean likeFormula = !content.isEmpty() && "=+-@\t\r".indexOf(content.charAt(0)) >= 0;
        cell.setCellStyle(likeFormula && style == text ? quoted : style);
        return cell;
    }

    private void fill(CellStyle style, Severity severity) {
        Colour.of(severity).fill(style, book);
    }

    private Font font(boolean bold, int points, IndexedColors colour) {
        Font font = book.createFont();
        font.setFontName("宋体");
        font.setFontHeightInPoints((short) points);
        font.setBold(bold);
        if (colour != IndexedColors.AUTOMATIC) {
            font.setColor(colour.getIndex());
        }
        return font;
    }

    private CellStyle style(Font font, boolean lined) {
        CellStyle style = book.createCellStyle();
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
