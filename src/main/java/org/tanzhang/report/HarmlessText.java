package org.tanzhang.report;

import java.util.regex.Pattern;

/** A sender's words as they may stand in a CSV: a spreadsheet that opens it takes none of them for a formula. */
public final class HarmlessText {

    /** What spreadsheets begin a formula with, and the blanks that they pass over before it. */
    private static final Pattern FORMULA = Pattern.compile("[=+@\\-\\t\\r\\n].*", Pattern.DOTALL);

    private HarmlessText() {}

    /** The words, with an apostrophe before them where they begin like a formula. */
    public static String of(String words) {
        return FORMULA.matcher(words).matches() ? "'" + words : words;
    }
}
