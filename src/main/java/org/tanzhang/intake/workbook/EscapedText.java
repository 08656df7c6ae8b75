package org.tanzhang.intake.workbook;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Characters that XML cannot hold, written {@code _x000D_} in a workbook (ECMA-376-1, 22.9.2.19). */
final class EscapedText {

    private static final Pattern ESCAPE = Pattern.compile("_x([0-9A-Fa-f]{4})_");

    private EscapedText() {}

    static String decoded(CharSequence text) {
        String plain = text.toString();
        if (!plain.contains("_x")) {
            return plain;
        }
        Matcher matcher = ESCAPE.matcher(plain);
        return matcher.replaceAll(
                m -> Matcher.quoteReplacement(String.valueOf((char) Integer.parseInt(m.group(1), 16))));
    }
}
