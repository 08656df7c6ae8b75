package org.tanzhang.quality.comparison;

import java.util.Locale;

/** Which earlier statement of the same reporter a statement is compared with. */
public enum Earlier {
    /** last year's full-year statement, the annual one before the cumulative one to December */
    LAST_YEAR_END,
    /** last year's statement of the same months */
    LAST_YEAR,
    /** the cumulative statement of the same year that ends next before */
    MONTH_BEFORE,
    /** the statement of the same year that comes next before, the annual one after the cumulative one to December */
    SAME_YEAR;

    /** {@code last-year-end}, {@code last-year}, {@code month-before}, {@code same-year}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** @throws IllegalArgumentException when there is none of that code */
    public static Earlier of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
