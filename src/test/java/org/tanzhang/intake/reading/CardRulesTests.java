package org.tanzhang.intake.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The shipped rules on a works that is sound: coal for its own power and heat, coke from its own ovens, producer gas it
 * makes, and every row with its reference coefficient. Each test spoils one thing.
 */
@DisplayName("A sound works")
class CardRulesTests {

    private static final int RAW = 10;
    private static final int BITUMINOUS = 11;
    private static final int CLEANED = 12;
    private static final int COKE = 13;
    private static final int PRODUCER_GAS = 14;
    private static final int DIESEL = 15;
    private static final int HEAT = 16;
    private static final int ELECTRICITY = 17;
    private static final int TOTAL = 18;

    /**
     * Coal equivalents: power 3000 x 0.7143 = 2142.9 to 700 x 1.229 = 860.3 (40.1 %); heat 1000 x 0.7143 = 714.3 to
     * 18000 x 0.03412 = 614.16 (86 %); coking 4000 x 0.9 = 3600 to 3000 x 0.9714 = 2914.2 (81 %).
     */
    private static Sketch works() {
        return Sketch.card()
                .row(RAW, "原煤", "吨", "01", 100, 5000, 4500, 5000, 5000, null, null, null, 100, 0.7143, 0.7143)
                .row(BITUMINOUS, "一般烟煤", "吨", "04", 100, 5000, 4500, 5000, 5000, null, null, null, 100, 0.7143, 0.7143)
                .row(CLEANED, "洗精煤", "吨", "06", 0, 4000, 6000, 4000, 4000, null, null, null, 0, 0.9, 0.9)
                .row(COKE, "焦炭", "吨", "09", null, null, null, 500, 500, null, null, null, null, 0.9714, 0.9714)
                .row(
                        PRODUCER_GAS,
                        "发生炉煤气",
                        "万立方米",
                        "14",
                        null,
                        null,
                        null,
                        200,
                        200,
                        null,
                        null,
                        null,
                        null,
                        1.786,
                        1.786)
                .row(DIESEL, "柴油", "吨", "21", 5, 100, 750, 90, 60, null, 30, 20, 15, 1.4571, 1.4571)
                .row(HEAT, "热力", "百万千焦", "32", null, null, null, 100, 100, null, null, null, null, 0.0341, 0.0341)
                .row(ELECTRICITY, "电力", "万千瓦时", "33", null, 50, 350, 600, 600, null, null, null, null, 1.229, 1.229)
                .row(TOTAL, "能源合计", "吨标准煤", "40")
                .drawCompanion()
                .row(8, "原煤", "吨", "01", 5000, 5000, 3000, 1000, null, null, null, 1000)
                .row(9, "一般烟煤", "吨", "04", 5000, 5000, 3000, 1000, null, null, null, 1000)
                .row(10, "洗精煤", "吨", "06", 4000, 4000, null, null, null, 4000)
                .row(11, "焦炭", "吨", "09", 500, null, null, null, null, null, null, null, null, null, 3000)
                .row(12, "发生炉煤气", "万立方米", "14", 200, null, null, null, null, null, null, null, null, null, 350)
                .row(13, "热力", "百万千焦", "32", 100, null, null, null, null, null, null, null, null, null, 18000)
                .row(14, "电力", "万千瓦时", "33", 600, null, null, null, null, null, null, null, null, null, 700)
                .row(15, "焦炉煤气", "万立方米", "11")
                .row(16, "生物燃料", "吨标准煤", "36");
    }

    private static List<String> spoilt(String cell, Object value) {
        Sketch sketch = works();
        if (!cell.startsWith("205-2!")) {
            sketch.on("205-1");
        }
        return Reading.of(sketch.set(cell.replace("205-2!", ""), value)).findings();
    }

    @Test
    @DisplayName("has no finding")
    void hasNoFinding() {
        assertThat(Reading.of(works()).findings()).isEmpty();
    }

    @ParameterizedTest(name = "{0} = {1}: {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "M11 | 7.143 | R-205-1-07 warning 205-1!M11 [7.143, 0.2, 1]",
                "M11 | 7.143 | R-205-1-09 warning 205-1!M11 [7.143, 0.7143, 900, 45]",
                "M17 | 3.05 | R-205-1-08 warning 205-1!M17 [3.05, 1.229, 1.229]",
                "M16 | 0.0351 | R-205-1-08 warning 205-1!M16 [0.0351, 0.034, 0.0342]",
                "M15 | 1.7143 | R-205-1-09 warning 205-1!M15 [1.7143, 1.4571, 17.7, 5]",
                "M11 | 0 | R-205-1-10 info 205-1!G11 [5000]",
                "L17 | 12 | R-205-1-11 warning 205-1!L17 [12, 0, 0]",
                "E15 | 50 | R-205-1-12 warning 205-1!G15 [90, 55, 35]",
                "F15 | 750000 | R-205-1-13 warning 205-1!F15 [750000, 7500000, 3500, 15000]",
                "F15 | 0 | R-205-1-14 info 205-1!E15 [100]",
                "F14 | 30 | R-205-1-15 info 205-1!F14 [30]",
                "G17 | 0 | R-205-1-16 warning 205-1!H10 [5000]",
                "G18 | 20000 | R-205-1-19 warning 205-1!G18 [20000, 8886.35, 11113.65]",
                "205-2!D10 | 3900 | R-205-2-04 error 205-2!D10 [3900, 4000, -100]",
                "205-2!N13 | 180000 | R-205-2-11 warning 205-2!N13 [6138, 714.3, 859.3, 50, 100]",
                "205-2!N14 | 7000 | R-205-2-10 warning 205-2!N14 [8603, 2142.9, 401.5, 12, 65]",
                "205-2!N11 | 4500 | R-205-2-12 warning 205-2!N11 [4371.3, 3600, 121.4, 70, 100]",
                "205-2!N11 | 1200 | R-205-2-18 warning 205-2!N11 [1006.56, 2677.6, 37.6, 65, 125]",
                "205-2!N14 | 0 | R-205-2-07 info 205-2!F8 [3000]",
                "205-2!N11 | 0 | R-205-2-09 info 205-2!I10 [4000]",
                "205-2!D15 | 20 | R-205-2-23 info 205-2!N11 [3000]",
                "205-2!I10 | 0 | R-205-2-05 warning 205-2!N11 [3000]",
                "205-2!P14 | 9000 | R-205-1-20 warning 205-2!N11 [-7231.76, 8842.64, 16074.4]",
                "I10 | 10 | R-205-1-05 error 205-1!I10 [10, 0, 10]",
                "L11 | 160 | R-205-1-06 warning 205-1!L11 [160, 100, 60]",
                "G11 | 0 | R-205-1-17 info 205-1!G10 [5000]"
            })
    @DisplayName("spoilt at one cell is asked about it there")
    void isAskedAboutWhatIsSpoilt(String cell, double value, String finding) {
        assertThat(spoilt(cell, value)).contains(finding);
    }

    @Test
    @DisplayName("that makes its gas and power from nothing stated is asked for the input")
    void isAskedForTheInput() {
        Sketch nothing = works().row(8, "原煤", "吨", "01", 5000, 0, 0, 0, null, null, null, 0)
                .row(9, "一般烟煤", "吨", "04", 5000, 0, 0, 0, null, null, null, 0);
        assertThat(Reading.of(nothing).findings())
                .containsExactly(
                        "R-205-1-18 warning 205-1!G14 [200]",
                        "R-205-2-05 warning 205-2!N13 [18000]",
                        "R-205-2-05 warning 205-2!N12 [350]",
                        "R-205-2-06 info 205-2!N14 [700]");
    }

    @Test
    @DisplayName("may keep stocks that its own ovens fill: the stock identity is not for what it makes")
    void mayKeepStocksItMakes() {
        assertThat(Reading.of(works().on("205-1").set("L13", 2500)).findings()).isEmpty();
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "91430112MA4LXYAW1X | ''",
                "91430112MA4LXYAW1A | R-UNIT-CODE-03 warning 205-1!A4 [91430112MA4LXYAW1A, X]",
                "91350211M0000XUF46 | R-UNIT-CODE-03 warning 205-1!A4 [91350211M0000XUF46, R]",
                "91430112MA4LZYAW1X | R-UNIT-CODE-03 warning 205-1!A4 [91430112MA4LZYAW1X, —]",
                "12345678-8 | ''",
                "12345678-9 | R-UNIT-CODE-04 warning 205-1!A4 [123456789, 8]",
                "12345678 | ''"
            })
    @DisplayName("is known by a code whose check character fits, else it is asked")
    void hasACheckedCode(String code, String finding) {
        List<String> found = Reading.of(Sketch.card("汽油", "柴油", "原油")
                        .set("A4", "统一社会信用代码：" + code)
                        .row(11, "柴油", "吨", "21", null, 5, null, 5, 5))
                .findings();
        assertThat(found).isEqualTo(finding.isEmpty() ? List.of() : List.of(finding));
    }
}
