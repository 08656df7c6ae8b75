package org.tanzhang.observation;

/**
 * The months of one year that a statement covers.
 *
 * @param cumulative printed as 1-本月 (1－12月); an annual statement is not
 */
public record Period(int year, int fromMonth, int toMonth, boolean cumulative) implements Comparable<Period> {

    public Period {
        if (fromMonth < 1 || toMonth > 12 || fromMonth > toMonth) {
            throw new IllegalArgumentException("months " + fromMonth + " to " + toMonth + " of " + year);
        }
    }

    public static Period year(int year) {
        return new Period(year, 1, 12, false);
    }

    /** January to a month, as the periodic forms state it. */
    public static Period toMonth(int year, int month) {
        return new Period(year, 1, month, true);
    }

    /** Whether the period covers its year, so that annual accounts may use it. */
    public boolean isFullYear() {
        return fromMonth == 1 && toMonth == 12;
    }

    /** {@code 2024} for an annual statement, {@code 2024-01..12} for a cumulative one. */
    @Override
    public String toString() {
        return cumulative || !isFullYear() ? year + "-" + two(fromMonth) + ".." + two(toMonth) : String.valueOf(year);
    }

    private static String two(int month) {
        return month < 10 ? "0" + month : String.valueOf(month);
    }

    /** @throws IllegalArgumentException when the text is not of the form that {@link #toString()} gives */
    public static Period parse(String text) {
        if (text.matches("\\d{4}")) {
            return year(Integer.parseInt(text));
        }
        if (!text.matches("\\d{4}-\\d{2}\\.\\.\\d{2}")) {
            throw new IllegalArgumentException("not a period: " + text);
        }
        return new Period(
                Integer.parseInt(text.substring(0, 4)),
                Integer.parseInt(text.substring(5, 7)),
                Integer.parseInt(text.substring(9, 11)),
                true);
    }

    @Override
    public int compareTo(Period other) {
        return toString().compareTo(other.toString());
    }
}
