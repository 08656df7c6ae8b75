package org.tanzhang.report;

import java.util.EnumMap;
import java.util.HexFormat;
import java.util.Map;
import org.apache.poi.common.usermodel.fonts.FontCharset;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.xssf.usermodel.DefaultIndexedColorMap;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFColor;
import org.apache.poi.xssf.usermodel.XSSFFont;
import org.apache.poi.xssf.usermodel.XSSFRichTextString;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.tanzhang.code.Name;

/** The fonts and styles of one workbook: 宋体 and 黑体, which Excel and WPS both have, and one accent colour. */
final class Look {

    private static final String ACCENT = "1F4E79";
    private static final String ACCENT_SOFT = "7286A0";
    private static final String ACCENT_PALE = "DCE6F1";
    private static final String GREY = "7F7F7F";
    private static final String GREY_PALE = "F2F2F2";
    private static final String LINE = "BFBFBF";
    private static final String RED = "C00000";
    private static final String WHITE = "FFFFFF";

    private static final String NUMBER = "#,##0.00_)";
    /** The asterisk says that the sum is incomplete; the footnote under the table says what is missing. */
    private static final String INCOMPLETE = "#,##0.00\\*";

    private static final String SHARE = "0.0%";
    private static final String RATIO = "0.0000_)";

    private final XSSFWorkbook book;
    private final Map<Style, XSSFCellStyle> styles = new EnumMap<>(Style.class);
    private final Map<Style, XSSFCellStyle> quoted = new EnumMap<>(Style.class);
    private final XSSFFont english;
    private final XSSFFont headerEnglish;

    Look(XSSFWorkbook book) {
        this.book = book;
        XSSFFont body = book.getFontAt(0);
        body.setFontName("宋体");
        body.setCharSet(FontCharset.GB2312);
        body.setFontHeightInPoints((short) 10);
        body.getCTFont().setSchemeArray(null);
        english = font("宋体", 8, false, GREY);
        headerEnglish = font("宋体", 8, false, WHITE);
        plain();
        numbers();
        sums();
        marks();
    }

    XSSFCellStyle of(Style style) {
        return style(styles, style);
    }

    /** The style for a text that looks like a formula: the spreadsheet keeps it a text when somebody edits the cell. */
    XSSFCellStyle quoted(Style style) {
        return quoted.computeIfAbsent(style, s -> {
            XSSFCellStyle copy = book.createCellStyle();
            copy.cloneStyleFrom(of(s));
            copy.setQuotePrefixed(true);
            return copy;
        });
    }

    /** A column caption: Chinese, and English smaller below it. */
    XSSFRichTextString header(Name name) {
        XSSFRichTextString text = new XSSFRichTextString();
        text.append(name.zh(), style(styles, Style.HEADER).getFont());
        if (!name.en().isBlank()) {
            text.append("\n" + name.en(), headerEnglish);
        }
        return text;
    }

    /** A name in a row: Chinese, and English smaller beside it. */
    XSSFRichTextString name(Name name, Style style) {
        XSSFRichTextString text = new XSSFRichTextString();
        text.append(name.zh(), of(style).getFont());
        if (!name.en().isBlank()) {
            text.append("  " + name.en(), english);
        }
        return text;
    }

    private static XSSFCellStyle style(Map<Style, XSSFCellStyle> styles, Style style) {
        XSSFCellStyle known = styles.get(style);
        if (known == null) {
            throw new IllegalStateException("no look for " + style);
        }
        return known;
    }

    private void plain() {
        XSSFFont body = book.getFontAt(0);
        add(Style.TITLE, font("黑体", 16, false, ACCENT));
        add(Style.SUBTITLE, font("宋体", 10, false, GREY));
        wrapped(add(Style.NOTE, font("宋体", 9, false, GREY)));
        wrapped(add(Style.ALERT, font("宋体", 10, true, RED)));
        XSSFFont white = font("宋体", 10, true, WHITE);
        for (Style style : new Style[] {Style.HEADER, Style.HEADER_APART}) {
            XSSFCellStyle header = wrapped(lined(add(style, white)));
            header.setAlignment(HorizontalAlignment.CENTER);
            header.setVerticalAlignment(VerticalAlignment.CENTER);
            fill(header, style == Style.HEADER ? ACCENT : ACCENT_SOFT);
        }
        lined(add(Style.TEXT, body));
        lined(add(Style.TEXT_CENTRE, body)).setAlignment(HorizontalAlignment.CENTER);
        wrapped(lined(add(Style.WRAPPED, body)));
        wrapped(lined(add(Style.ENGLISH, english)));
        XSSFFont link = font("宋体", 10, false, ACCENT);
        link.setUnderline(XSSFFont.U_SINGLE);
        lined(add(Style.LINK, link));
    }

    private void numbers() {
        XSSFFont body = book.getFontAt(0);
        right(lined(add(Style.NUMBER, body)), NUMBER);
        right(lined(add(Style.NUMBER_INCOMPLETE, body)), INCOMPLETE);
        right(lined(add(Style.MISSING, font("宋体", 10, false, RED))), "@");
        right(lined(add(Style.SHARE, body)), SHARE);
        right(lined(add(Style.RATIO, body)), RATIO);
        right(lined(add(Style.STATED, body)), "General");
    }

    private void sums() {
        XSSFFont bold = font("宋体", 10, true, "000000");
        XSSFFont missing = font("宋体", 10, true, RED);
        fill(lined(add(Style.TOTAL_TEXT, bold)), ACCENT_PALE);
        fill(right(lined(add(Style.TOTAL_NUMBER, bold)), NUMBER), ACCENT_PALE);
        fill(right(lined(add(Style.TOTAL_INCOMPLETE, bold)), INCOMPLETE), ACCENT_PALE);
        fill(right(lined(add(Style.TOTAL_MISSING, missing)), "@"), ACCENT_PALE);
        fill(right(lined(add(Style.TOTAL_SHARE, bold)), SHARE), ACCENT_PALE);
        fill(lined(add(Style.BLOCK_TEXT, bold)), GREY_PALE);
        fill(right(lined(add(Style.BLOCK_NUMBER, bold)), NUMBER), GREY_PALE);
        fill(right(lined(add(Style.BLOCK_INCOMPLETE, bold)), INCOMPLETE), GREY_PALE);
        fill(right(lined(add(Style.BLOCK_MISSING, missing)), "@"), GREY_PALE);
    }

    private void marks() {
        fill(lined(add(Style.ERROR, font("宋体", 10, true, "9C0006"))), "FFC7CE")
                .setAlignment(HorizontalAlignment.CENTER);
        fill(lined(add(Style.WARNING, font("宋体", 10, true, "7F6000"))), "FFE699")
                .setAlignment(HorizontalAlignment.CENTER);
        lined(add(Style.INFO, font("宋体", 10, false, GREY))).setAlignment(HorizontalAlignment.CENTER);
    }

    private XSSFCellStyle add(Style style, XSSFFont font) {
        XSSFCellStyle created = book.createCellStyle();
        created.setFont(font);
        created.setVerticalAlignment(VerticalAlignment.CENTER);
        styles.put(style, created);
        return created;
    }

    private XSSFFont font(String name, int points, boolean bold, String colour) {
        XSSFFont font = book.createFont();
        font.setFontName(name);
        font.setCharSet(FontCharset.GB2312);
        font.setFontHeightInPoints((short) points);
        font.setBold(bold);
        font.setColor(colour(colour));
        return font;
    }

    private static XSSFColor colour(String hex) {
        return new XSSFColor(HexFormat.of().parseHex(hex), new DefaultIndexedColorMap());
    }

    private static XSSFCellStyle lined(XSSFCellStyle style) {
        style.setBorderTop(BorderStyle.THIN);
        style.setBorderBottom(BorderStyle.THIN);
        style.setBorderLeft(BorderStyle.THIN);
        style.setBorderRight(BorderStyle.THIN);
        style.setTopBorderColor(colour(LINE));
        style.setBottomBorderColor(colour(LINE));
        style.setLeftBorderColor(colour(LINE));
        style.setRightBorderColor(colour(LINE));
        return style;
    }

    private static XSSFCellStyle wrapped(XSSFCellStyle style) {
        style.setWrapText(true);
        return style;
    }

    private XSSFCellStyle right(XSSFCellStyle style, String format) {
        style.setAlignment(HorizontalAlignment.RIGHT);
        style.setDataFormat(book.createDataFormat().getFormat(format));
        return style;
    }

    private static XSSFCellStyle fill(XSSFCellStyle style, String colour) {
        style.setFillForegroundColor(colour(colour));
        style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
        return style;
    }
}
