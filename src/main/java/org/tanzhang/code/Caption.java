package org.tanzhang.code;

import java.text.Normalizer;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * A caption or label as people print it, brought to one spelling for matching.
 *
 * <p>Full-width letters, digits and brackets become half-width (Unicode NFKC), every space and underscore goes (攸 县, Raw_Coal), and so does
 * the numbering of statistical tables: {@code 一、}, {@code （二）}, {@code 3.}, {@code #}, {@code 其中：}, and the sign
 * remarks {@code (-)}, {@code (+)} at the end. Letters compare without case.
 */
public final class Caption {

    private static final Pattern SPACE = Pattern.compile("[\\s\\u00a0\\u3000\\u200b\\ufeff]+");
    private static final Pattern NUMBERING = Pattern.compile(
            "^(?:(?:合计中[::]?|其中[::]?|#|[一二三四五六七八九十]{1,3}[、.,,]|\\([一二三四五六七八九十]{1,3}\\)[、.]?|\\d{1,2}[、.](?!\\d)|\\(\\d{1,2}\\)))+");
    private static final Pattern SIGN = Pattern.compile("\\((?:[-+−–—]|\\+[、,]-)\\)");

    /** Captions repeat from table to table; the first thousands of spellings are kept. */
    private static final int KNOWN = 8192;

    private static final int LONGEST_KNOWN = 80;
    private static final Map<String, String> NORMAL = new ConcurrentHashMap<>();
    private static final Map<String, String> COMPACT = new ConcurrentHashMap<>();

    private Caption() {}

    /** The text with NFKC applied and every space removed; the empty string for null. */
    public static String compact(String text) {
        return isCompact(text) ? text : kept(COMPACT, text, Caption::compacted);
    }

    /** Whether NFKC leaves every character as it is and none is a space: ASCII and unified ideographs. */
    private static boolean isCompact(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean plain = c > ' ' && c < 0x7f || c >= 0x4e00 && c <= 0x9fff;
            if (!plain) {
                return false;
            }
        }
        return true;
    }

    private static String compacted(String text) {
        return SPACE.matcher(Normalizer.normalize(text, Normalizer.Form.NFKC)).replaceAll("");
    }

    /** The spelling under which captions are compared. */
    public static String normal(String text) {
        return kept(NORMAL, text, Caption::normalised);
    }

    private static String kept(Map<String, String> spellings, String text, UnaryOperator<String> spelling) {
        String known = spellings.get(text);
        if (known != null) {
            return known;
        }
        String spelt = spelling.apply(text);
        if (text.length() <= LONGEST_KNOWN && spellings.size() < KNOWN) {
            spellings.put(text, spelt);
        }
        return spelt;
    }

    private static String normalised(String text) {
        String s = compact(text)
                .replace('，', ',')
                .replace('－', '-')
                .replace('—', '-')
                .replace("_", "");
        s = NUMBERING.matcher(s).replaceFirst("");
        s = SIGN.matcher(s).replaceAll("");
        return s.toLowerCase(java.util.Locale.ROOT);
    }
}
