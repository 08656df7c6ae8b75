package org.tanzhang.intake.returned;

import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.hssf.util.HSSFColor;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Color;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFColor;
import org.tanzhang.quality.Severity;

/** What a severity looks like: colours that the palette of {@code .xls} holds too. */
enum Colour {
    RED(0xFF, 0x80, 0x80),
    AMBER(0xFF, 0xCC, 0x00),
    BLUE(0x99, 0xCC, 0xFF);

    private final int red;
    private final int green;
    private final int blue;

    Colour(int red, int green, int blue) {
        this.red = red;
        this.green = green;
        this.blue = blue;
    }

    static Colour of(Severity severity) {
        return switch (severity) {
            case ERROR -> RED;
            case WARNING -> AMBER;
            case INFO -> BLUE;
        };
    }

    /** Fills cells of that style, and changes nothing else of it. */
    void fill(CellStyle style, Workbook book) {
        if (style instanceof XSSFCellStyle xlsx) {
            xlsx.setFillForegroundColor(new XSSFColor(rgb(), null));
        } else {
            style.setFillForegroundColor(inPalette((HSSFWorkbook) book).getIndex());
        }
        style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
    }

    /** Whether cells of that style are filled so. */
    boolean fills(CellStyle style, Workbook book) {
        if (style.getFillPattern() != FillPatternType.SOLID_FOREGROUND) {
            return false;
        }
        Color colour = style.getFillForegroundColorColor();
        if (colour instanceof XSSFColor xlsx) {
            return java.util.Arrays.equals(rgb(), xlsx.getRGB());
        }
        return book instanceof HSSFWorkbook xls
                && style.getFillForegroundColor() == inPalette(xls).getIndex();
    }

    private HSSFColor inPalette(HSSFWorkbook book) {
        return book.getCustomPalette().findSimilarColor(red, green, blue);
    }

    private byte[] rgb() {
        return new byte[] {(byte) red, (byte) green, (byte) blue};
    }
}
