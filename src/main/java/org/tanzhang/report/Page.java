package org.tanzhang.report;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.apache.poi.common.usermodel.HyperlinkType;
import org.apache.poi.ss.SpreadsheetVersion;
import org.apache.poi.ss.usermodel.PageMargin;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFHyperlink;
import org.apache.poi.xssf.usermodel.XSSFRichTextString;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.tanzhang.code.Name;
import org.tanzhang.observation.CellAddress;

/**
 * One sheet while it is written. Texts are written as texts, whatever they begin with; rows and columns count from zero.
 */
final class Page {

    private static final int NARROWEST = 8;
    private static final int WIDEST = 34;
    private static final int WIDEST_CAPTION = 16;

    private final XSSFWorkbook book;
    private final XSSFSheet sheet;
    private final Look look;
    private final Map<Integer, Integer> widths = new TreeMap<>();
    private final Map<Integer, Integer> fixed = new TreeMap<>();
    private final RowHeights heights = new RowHeights();

    Page(XSSFWorkbook book, Look look, String name) {
        this.book = book;
        this.look = look;
        this.sheet = book.createSheet(name);
        sheet.setDisplayGridlines(false);
    }

    XSSFSheet sheet() {
        return sheet;
    }

    String name() {
        return sheet.getSheetName();
    }

    /** The title over a sheet and its English beneath; the table may begin two rows below. */
    void title(String zh, String en) {
        cell(0, 0, Style.TITLE).setCellValue(zh);
        sheet.getRow(0).setHeightInPoints(26);
        cell(1, 0, Style.SUBTITLE).setCellValue(en);
    }

    void text(int row, int column, String text, Style style) {
        XSSFCell cell = cell(row, column, style);
        String limited = limited(text);
        if (looksLikeFormula(limited)) {
            cell.setCellStyle(look.quoted(style));
        }
        cell.setCellValue(limited);
        measure(column, limited);
        if (cell.getCellStyle().getWrapText()) {
            heights.wrap(row, column, column, limited, points(cell));
        }
    }

    /** A caption over a column. */
    void header(int row, int column, Name name, Style style) {
        cell(row, column, style).setCellValue(look.header(name));
        heights.caption(row, column, column, name.zh(), name.en());
        widths.merge(column, Math.min(WIDEST_CAPTION, width(name.zh())), Math::max);
    }

    /** Chinese with English beside it. */
    void name(int row, int column, Name name, Style style) {
        XSSFRichTextString text = look.name(name, style);
        XSSFCell cell = cell(row, column, style);
        cell.setCellValue(text);
        measure(column, text.getString());
        if (cell.getCellStyle().getWrapText()) {
            heights.beside(row, column, name.zh(), name.en());
        }
    }

    void number(int row, int column, BigDecimal value, Style style) {
        cell(row, column, style).setCellValue(value.doubleValue());
        measureNumber(column, value);
    }

    /** A formula with the ledger's own value as its cached result, so that readers that do not calculate show it too. */
    void formula(int row, int column, String formula, BigDecimal cached, Style style) {
        XSSFCell cell = cell(row, column, style);
        cell.setCellFormula(formula);
        cell.setCellValue(cached.doubleValue());
        measureNumber(column, cached);
    }

    /** A sum of the ledger: blank when nothing is there, NE when all is missing, marked when something is. */
    void sum(int row, int column, Sum sum, Style style) {
        if (sum.isNone()) {
            cell(row, column, style);
        } else if (sum.isMissing()) {
            text(row, column, "NE", style.missing());
        } else {
            number(row, column, sum.value(), sum.isIncomplete() ? style.incomplete() : style);
        }
    }

    /** A total over other cells: their formula, marked like the ledger's own sum. */
    void total(int row, int column, String formula, Sum sum, Style style) {
        if (sum.isNone()) {
            cell(row, column, style);
        } else if (sum.isMissing()) {
            text(row, column, "NE", style.missing());
        } else {
            formula(row, column, formula, sum.value(), sum.isIncomplete() ? style.incomplete() : style);
        }
    }

    /** An empty cell of a table. */
    void blank(int row, int column, Style style) {
        cell(row, column, style);
    }

    void link(int row, int column, String text, Page target) {
        XSSFCell cell = cell(row, column, Style.LINK);
        cell.setCellValue(text);
        XSSFHyperlink link = book.getCreationHelper().createHyperlink(HyperlinkType.DOCUMENT);
        link.setAddress(target.reference(0, 0));
        cell.setHyperlink(link);
        measure(column, text);
    }

    /** A text across columns, as high as its lines need. */
    void across(int row, int from, int to, String text, Style style) {
        merge(row, from, to, style);
        XSSFCell cell = cell(row, from, style);
        cell.setCellValue(limited(text));
        heights.wrap(row, from, to, text, points(cell));
    }

    /** A caption across columns. */
    void band(int row, int from, int to, Name name, Style style) {
        merge(row, from, to, style);
        cell(row, from, style).setCellValue(look.header(name));
        heights.caption(row, from, to, name.zh(), name.en());
    }

    private void merge(int row, int from, int to, Style style) {
        for (int column = from; column <= to; column++) {
            cell(row, column, style);
        }
        if (to > from) {
            sheet.addMergedRegion(new CellRangeAddress(row, row, from, to));
        }
    }

    private static int points(XSSFCell cell) {
        return cell.getCellStyle().getFont().getFontHeightInPoints();
    }

    /** Fixes the width of a column, in Latin characters. */
    void width(int column, int characters) {
        fixed.put(column, characters);
    }

    /** Address within the sheet, such as {@code C7}. */
    static String at(int row, int column) {
        return new CellAddress("", row, column).a1();
    }

    static String range(int row, int column, int lastRow, int lastColumn) {
        return at(row, column) + ":" + at(lastRow, lastColumn);
    }

    /** Address for formulas of other sheets. */
    String reference(int row, int column) {
        return "'" + name().replace("'", "''") + "'!" + at(row, column);
    }

    /**
     * Sets widths and print: A4 landscape, one page wide, header rows repeated, page numbers and the run in the footer.
     *
     * @param headerFrom first header row, or -1 when the sheet has none to repeat
     */
    void finish(int headerFrom, int headerTo, String footer) {
        widths.forEach((column, width) -> set(column, Math.min(WIDEST, Math.max(NARROWEST, width + 2))));
        fixed.forEach(this::set);
        heights.apply(sheet);
        PrintSetup print = sheet.getPrintSetup();
        print.setPaperSize(PrintSetup.A4_PAPERSIZE);
        print.setLandscape(true);
        sheet.setFitToPage(true);
        sheet.setAutobreaks(true);
        print.setFitWidth((short) 1);
        print.setFitHeight((short) 0);
        sheet.setHorizontallyCenter(true);
        sheet.setMargin(PageMargin.LEFT, 0.5);
        sheet.setMargin(PageMargin.RIGHT, 0.5);
        sheet.setMargin(PageMargin.TOP, 0.6);
        sheet.setMargin(PageMargin.BOTTOM, 0.7);
        sheet.getFooter().setLeft(footer.replace("&", "&&"));
        sheet.getFooter().setCenter("第 &P 页，共 &N 页");
        sheet.getFooter().setRight("&A");
        if (headerFrom >= 0) {
            sheet.setRepeatingRows(new CellRangeAddress(headerFrom, headerTo, -1, -1));
        }
    }

    private void set(int column, int characters) {
        sheet.setColumnWidth(column, Math.min(255, characters) * 256);
    }

    private XSSFRow row(int row) {
        XSSFRow known = sheet.getRow(row);
        return known == null ? sheet.createRow(row) : known;
    }

    private XSSFCell cell(int row, int column, Style style) {
        XSSFCell cell = row(row).getCell(column, Row.MissingCellPolicy.CREATE_NULL_AS_BLANK);
        cell.setCellStyle(look.of(style));
        return cell;
    }

    private void measureNumber(int column, BigDecimal value) {
        measure(column, String.format(Locale.ROOT, "%,.2f", value) + " ");
    }

    private void measure(int column, String text) {
        int widest = 0;
        for (String line : text.split("\n", -1)) {
            widest = Math.max(widest, width(line));
        }
        widths.merge(column, widest, Math::max);
    }

    /** Chinese characters are two Latin ones wide. */
    static int width(String text) {
        return text.codePoints().map(c -> c >= 0x2E80 ? 2 : 1).sum();
    }

    static boolean looksLikeFormula(String text) {
        return !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0;
    }

    private static String limited(String text) {
        int limit = SpreadsheetVersion.EXCEL2007.getMaxTextLength();
        return text.length() <= limit ? text : text.substring(0, limit - 1) + "…";
    }
}
