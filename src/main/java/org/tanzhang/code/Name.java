package org.tanzhang.code;

/**
 * A name in the two languages of the house.
 *
 * @param zh Chinese, as the statistical forms print it
 * @param en English
 */
public record Name(String zh, String en) {

    /** The name in a language, {@code "zh"} or {@code "en"}. */
    public String in(String language) {
        return "en".equals(language) ? en : zh;
    }

    @Override
    public String toString() {
        return zh;
    }
}
