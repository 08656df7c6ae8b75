package org.tanzhang.quality.check;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Quotients for comparison, and as people read them. */
final class Ratio {

    private Ratio() {}

    static BigDecimal of(BigDecimal part, BigDecimal whole) {
        return part.divide(whole, MathContext.DECIMAL64);
    }

    /** In per cent with one decimal. */
    static BigDecimal percent(BigDecimal part, BigDecimal whole) {
        return of(part, whole).movePointRight(2).setScale(1, RoundingMode.HALF_EVEN);
    }

    /** With two decimals. */
    static BigDecimal printed(BigDecimal value) {
        return value.setScale(2, RoundingMode.HALF_EVEN);
    }
}
