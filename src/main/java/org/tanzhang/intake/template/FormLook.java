package org.tanzhang.intake.template;

import java.util.EnumMap;
import java.util.HexFormat;
import java.util.Map;
import org.apache.poi.common.usermodel.fonts.FontCharset;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.DefaultIndexedColorMap;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFColor;

/** Fonts and styles of a form: 宋体, thin lines, the header shaded lightly. All cells are locked but those to be filled in. */
final class FormLook {

    private static final String SHADE = "F2F2F2";

    /** How a cell of the form looks. */
    enum Style {
        TITLE,
        CENTRE,
        PLAIN,
        REMARK,
        CAPTION,
        LABEL,
        LABEL_CENTRE,
        FIGURE,
        COEFFICIENT,
        WORD,
        /** a field above the table that is given */
        FIELD,
        /** a field above the table that is to be filled in */
        FIELD_OPEN,
        /** the line of signatures, which may be written on */
        SIGNATURE,
        LAST_FIGURE,
        LAST_COEFFICIENT,
        LAST_WORD
    }

    private final Workbook book;
    private final Map<Style, CellStyle> styles = new EnumMap<>(Style.class);
    private final Map<Style, CellStyle> quoted = new EnumMap<>(Style.class);

    FormLook(Workbook book) {
        this.book = book;
        if (book instanceof HSSFWorkbook binary) {
            byte[] rgb = HexFormat.of().parseHex(SHADE);
            binary.getCustomPalette().setColorAtIndex(IndexedColors.GREY_25_PERCENT.getIndex(), rgb[0], rgb[1], rgb[2]);
        }
        Font body = named(book.getFontAt(0), 10);
        Font small = named(book.createFont(), 9);
        Font title = named(book.createFont(), 16);
        title.setBold(true);
        Font grey = named(book.createFont(), 10);
        grey.setColor(IndexedColors.GREY_50_PERCENT.getIndex());
        add(Style.TITLE, title).setAlignment(HorizontalAlignment.CENTER);
        add(Style.CENTRE, body).setAlignment(HorizontalAlignment.CENTER);
        add(Style.PLAIN, body);
        add(Style.REMARK, small).setWrapText(true);
        CellStyle caption = lined(add(Style.CAPTION, body));
        caption.setAlignment(HorizontalAlignment.CENTER);
        caption.setWrapText(true);
        shade(caption);
        lined(add(Style.LABEL, body)).setWrapText(true);
        lined(add(Style.LABEL_CENTRE, body)).setAlignment(HorizontalAlignment.CENTER);
        open(number(lined(add(Style.FIGURE, body)), "#,##0.00"));
        open(number(lined(add(Style.COEFFICIENT, body)), "0.0000"));
        open(number(lined(add(Style.WORD, body)), "@")).setAlignment(HorizontalAlignment.LEFT);
        add(Style.FIELD, body);
        CellStyle field = open(number(add(Style.FIELD_OPEN, body), "@"));
        field.setAlignment(HorizontalAlignment.LEFT);
        field.setBorderBottom(BorderStyle.THIN);
        open(add(Style.SIGNATURE, body));
        number(lined(add(Style.LAST_FIGURE, grey)), "#,##0.00");
        number(lined(add(Style.LAST_COEFFICIENT, grey)), "0.0000");
        number(lined(add(Style.LAST_WORD, grey)), "@").setAlignment(HorizontalAlignment.LEFT);
    }

    CellStyle of(Style style) {
        CellStyle known = styles.get(style);
        if (known == null) {
            throw new IllegalStateException("no look for " + style);
        }
        return known;
    }

    /** The style for a text that looks like a formula: the spreadsheet keeps it a text when somebody edits the cell. */
    CellStyle quoted(Style style) {
        return quoted.computeIfAbsent(style, s -> {
            CellStyle copy = book.createCellStyle();
            copy.cloneStyleFrom(of(s));
            copy.setQuotePrefixed(true);
            return copy;
        });
    }

    private CellStyle add(Style style, Font font) {
        CellStyle created = book.createCellStyle();
        created.setFont(font);
        created.setVerticalAlignment(VerticalAlignment.CENTER);
        created.setLocked(true);
        styles.put(style, created);
        return created;
    }

    private static Font named(Font font, int points) {
        font.setFontName("宋体");
        font.setCharSet(FontCharset.GB2312.getNativeId());
        font.setFontHeightInPoints((short) points);
        return font;
    }

    private static CellStyle open(CellStyle style) {
        style.setLocked(false);
        return style;
    }

    private CellStyle number(CellStyle style, String format) {
        style.setAlignment(HorizontalAlignment.RIGHT);
        style.setDataFormat(book.createDataFormat().getFormat(format));
        return style;
    }

    private static CellStyle lined(CellStyle style) {
        style.setBorderTop(BorderStyle.THIN);
        style.setBorderBottom(BorderStyle.THIN);
        style.setBorderLeft(BorderStyle.THIN);
        style.setBorderRight(BorderStyle.THIN);
        return style;
    }

    private static void shade(CellStyle style) {
        if (style instanceof XSSFCellStyle xlsx) {
            xlsx.setFillForegroundColor(new XSSFColor(HexFormat.of().parseHex(SHADE), new DefaultIndexedColorMap()));
        } else {
            style.setFillForegroundColor(IndexedColors.GREY_25_PERCENT.getIndex());
        }
        style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
    }
}
