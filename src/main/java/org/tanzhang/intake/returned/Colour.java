package org.tanzhang.intake.returned;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.poi.hssf.usermodel.HSSFCellStyle;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.hssf.util.HSSFColor.HSSFColorPredefined;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.tanzhang.quality.Severity;

/** What a severity looks like: in {@code .xls} a colour of its palette, in {@code .xlsx} one that is hardly anybody's own. */
enum Colour {
    RED(0xFF, 0x80, 0x80, 0xFF8A85),
    AMBER(0xFF, 0xCC, 0x00, 0xFFD24D),
    BLUE(0x99, 0xCC, 0xFF, 0x9DCBFA),
    LIGHT_RED(0xFF, 0x99, 0xCC, 0xFFDAD6),
    LIGHT_AMBER(0xFF, 0xFF, 0x99, 0xFFF1C9),
    LIGHT_BLUE(0xCC, 0xFF, 0xFF, 0xDDEDFB);

    /** Programs that keep no free colours write a neighbour; up to this distance in red, green and blue it is the same. */
    private static final int LIKE = 24;

    private static final Pattern RGB = Pattern.compile("rgb=\"(?:[0-9A-Fa-f]{2})?([0-9A-Fa-f]{6})\"");

    private final int red;
    private final int green;
    private final int blue;
    private final int rgb;

    Colour(int red, int green, int blue, int rgb) {
        this.red = red;
        this.green = green;
        this.blue = blue;
        this.rgb = rgb;
    }

    static Colour of(Severity severity) {
        return switch (severity) {
            case ERROR -> RED;
            case WARNING -> AMBER;
            case INFO -> BLUE;
        };
    }

    /** Of the other cells of a relation. */
    static Colour lightOf(Severity severity) {
        return switch (severity) {
            case ERROR -> LIGHT_RED;
            case WARNING -> LIGHT_AMBER;
            case INFO -> LIGHT_BLUE;
        };
    }

    /** As {@code .xlsx} writes it. */
    String argb() {
        return String.format(Locale.ROOT, "FF%06X", rgb);
    }

    /** Whether the attributes of an {@code .xlsx} colour are exactly one of these. */
    static boolean isOurs(String attributes) {
        return nearest(attributes, List.of(values())) == 0;
    }

    /** Pale colours are everybody's: of the light ones only the very same is ours. */
    static boolean isLikeOurs(String attributes) {
        return isOurs(attributes) || nearest(attributes, List.of(RED, AMBER, BLUE)) <= LIKE;
    }

    private static int nearest(String attributes, List<Colour> colours) {
        Matcher found = RGB.matcher(attributes);
        int nearest = Integer.MAX_VALUE;
        if (found.find()) {
            int other = Integer.parseInt(found.group(1), 16);
            for (Colour colour : colours) {
                nearest = Math.min(nearest, distance(colour.rgb, other));
            }
        }
        return nearest;
    }

    private static int distance(int one, int other) {
        int largest = 0;
        for (int shift = 0; shift <= 16; shift += 8) {
            largest = Math.max(largest, Math.abs((one >> shift & 0xFF) - (other >> shift & 0xFF)));
        }
        return largest;
    }

    /** Fills cells of that style; the colour they had stays behind it, where a solid fill does not show it. */
    void fill(HSSFCellStyle style, HSSFWorkbook book) {
        short kept = style.getFillPattern() == FillPatternType.NO_FILL
                ? HSSFColorPredefined.AUTOMATIC.getIndex()
                : style.getFillForegroundColor();
        style.setFillForegroundColor(inPalette(book));
        style.setFillBackgroundColor(kept);
        style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
    }

    /** Whether cells of that style are filled so. */
    boolean fills(HSSFCellStyle style, HSSFWorkbook book) {
        return style.getFillPattern() == FillPatternType.SOLID_FOREGROUND
                && style.getFillForegroundColor() == inPalette(book);
    }

    /** Gives cells of that style the colour back that they had. */
    static void unfill(HSSFCellStyle style) {
        short kept = style.getFillBackgroundColor();
        boolean none = kept >= HSSFColorPredefined.AUTOMATIC.getIndex();
        style.setFillForegroundColor(none ? HSSFColorPredefined.AUTOMATIC.getIndex() : kept);
        style.setFillBackgroundColor(HSSFColorPredefined.AUTOMATIC.getIndex());
        style.setFillPattern(none ? FillPatternType.NO_FILL : FillPatternType.SOLID_FOREGROUND);
    }

    /** The exact colour, or the nearest where the sender has a palette of his own. */
    private short inPalette(HSSFWorkbook book) {
        return book.getCustomPalette().findSimilarColor(red, green, blue).getIndex();
    }
}
