package org.tanzhang.samples.broken;

import java.math.BigDecimal;
import java.util.Random;
import org.tanzhang.samples.CreditCode;

/**
 * An enterprise that does not exist.
 *
 * @param serial names it and seeds its figures
 * @param region the county it counts in
 * @param industry GB/T 4754, four digits
 */
record Plant(int serial, String region, String industry) {

    private static final String STEMS = "甲乙丙丁戊己庚辛壬癸";
    private static final String BRANCHES = "子丑寅卯辰巳午未申酉戌亥";

    String code() {
        return CreditCode.of(region, serial);
    }

    String name() {
        return "虚构样例" + STEMS.charAt(serial % 10) + BRANCHES.charAt(serial % 12) + serial + "厂";
    }

    /** Its figures, the same whenever they are drawn. */
    Random random() {
        return new Random(serial * 0x9E3779B97F4A7C15L);
    }

    /** A figure with two decimals. */
    static BigDecimal draw(Random random, int least, int most) {
        return BigDecimal.valueOf(least * 100L + random.nextInt((most - least) * 100), 2);
    }
}
