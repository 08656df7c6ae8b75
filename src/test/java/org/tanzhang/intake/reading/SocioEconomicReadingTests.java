package org.tanzhang.intake.reading;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tanzhang.intake.reference.ReferenceMaterial;

@DisplayName("A table of indicators")
class SocioEconomicReadingTests {

    private static Sketch table(String... captions) {
        Object[] header = new Object[captions.length + 1];
        header[0] = "地区";
        System.arraycopy(captions, 0, header, 1, captions.length);
        return Sketch.xlsxSheet("主要指标").set("A1", "长沙市2024年分区县（市）国民经济主要指标").row(2, header);
    }

    @Test
    @DisplayName("of the reference is read whole; its county is invented, and a column that nobody knows is named")
    void reference() {
        Reading reading = Reading.of(ReferenceMaterial.at("forms/socio-economic.xlsx"));

        assertThat(reading.numbers())
                .containsExactly(
                        "gdp-current/ = 812.35 10^8 CNY at 主要指标!D3",
                        "gdp-constant@2020/ = 760.12 10^8 CNY at 主要指标!E3",
                        "population/ = 96.4 10^4 person at 主要指标!F3",
                        "area/ = 1999 10^6 m2 at 主要指标!G3");
        assertThat(reading.findings())
                .containsExactlyInAnyOrder(
                        "R-REGION-01 error 主要指标!B3 [430199, 2024]", "R-FORM-04 info 主要指标!H2 [建筑面积：公共机构（万平方米）]");
    }

    @Test
    @DisplayName("gives every region a statement of its own, the city beside its counties")
    void cityAndCounties() {
        Reading reading = Reading.of(table("地区生产总值（亿元，当年价格）", "常住人口（万人）")
                .row(3, "全市", 15000, 1060)
                .row(4, "芙蓉区", 1300, 65)
                .row(5, "长沙县", 2200, 140.5));

        assertThat(reading.findings()).isEmpty();
        assertThat(reading.statements())
                .containsExactly(
                        "socio-economic 430100 2024", "socio-economic 430102 2024", "socio-economic 430121 2024");
        assertThat(reading.statement().form()).isEqualTo("socio-economic");
        assertThat(reading.numbers())
                .containsExactly(
                        "gdp-current/ = 15000 10^8 CNY at 主要指标!B3",
                        "population/ = 1060 10^4 person at 主要指标!C3",
                        "gdp-current/ = 1300 10^8 CNY at 主要指标!B4",
                        "population/ = 65 10^4 person at 主要指标!C4",
                        "gdp-current/ = 2200 10^8 CNY at 主要指标!B5",
                        "population/ = 140.5 10^4 person at 主要指标!C5");
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "地区生产总值（亿元） | gdp-current/ = 7 10^8 CNY",
                "GDP（现价）（万元） | gdp-current/ = 7 10^4 CNY",
                "地区生产总值（亿元，2020年价格） | gdp-constant@2020/ = 7 10^8 CNY",
                "地区生产总值（2015年不变价）（亿元） | gdp-constant@2015/ = 7 10^8 CNY",
                "2020年可比价地区生产总值（亿元） | gdp-constant@2020/ = 7 10^8 CNY",
                "按2020年价格计算的地区生产总值（亿元） | none",
                "地区生产总值（亿元，不变价） | gdp-constant/ = 7 10^8 CNY",
                "不变价基年 | gdp-base-year/ = 7 1",
                "地区生产总值增长速度（%） | gdp-growth/ = 7 1/10^2 1",
                "GDP增速（可比价，%） | gdp-growth/ = 7 1/10^2 1",
                "地区生产总值指数（上年=100） | gdp-index/ = 7 1/10^2 1",
                "地区生产总值指数（1978年=100） | none",
                "人均地区生产总值（元） | none",
                "年末常住人口（人） | population/ = 7 person",
                "户籍人口（万人） | none",
                "土地面积（平方公里） | area/ = 7 10^6 m2"
            })
    @DisplayName("tells an indicator and its price base by the caption")
    void captions(String caption, String expected) {
        Reading reading = Reading.of(table("地区生产总值（亿元，1978年价格）", caption).row(3, "芙蓉区", 3, 7));

        if (expected.equals("none")) {
            assertThat(reading.numbers()).containsExactly("gdp-constant@1978/ = 3 10^8 CNY at 主要指标!B3");
            assertThat(reading.findings()).contains("R-FORM-04 info 主要指标!C2 [" + caption + "]");
        } else {
            assertThat(reading.numbers()).contains(expected + " at 主要指标!C3");
        }
    }

    @Test
    @DisplayName("may state constant prices of several base years, under a caption over both and with units below")
    void severalBaseYears() {
        Reading reading = Reading.of(Sketch.xlsxSheet("Sheet1")
                .set("A1", "长沙市国民经济主要指标")
                .row(2, "区划代码", "地区", "年份", "地区生产总值", null, null, "常住人口")
                .row(3, null, null, null, "当年价格", "2015年价格", "2020年价格")
                .row(4, null, null, null, "亿元", "亿元", "亿元", "万人")
                .row(5, 430102, "芙蓉区", "２０２３年", 1300, 1150, 1210, 65));

        assertThat(reading.findings()).isEmpty();
        assertThat(reading.statements()).containsExactly("socio-economic 430102 2023");
        assertThat(reading.numbers())
                .containsExactly(
                        "gdp-current/ = 1300 10^8 CNY at Sheet1!D5",
                        "gdp-constant@2015/ = 1150 10^8 CNY at Sheet1!E5",
                        "gdp-constant@2020/ = 1210 10^8 CNY at Sheet1!F5",
                        "population/ = 65 10^4 person at Sheet1!G5");
    }

    @Test
    @DisplayName("without a unit, or with one of another kind, is returned with the faults of header and rows")
    void units() {
        assertThat(Reading.of(table("地区生产总值", "常住人口（亿元）").row(3, "岳路区", 1, "六十万"))
                        .errors())
                .containsExactly(
                        "R-UNIT-01 error 主要指标!B2 [地区生产总值, 亿元]",
                        "R-UNIT-02 error 主要指标!C2 [亿元, 常住人口, 万人]",
                        "R-REGION-01 error 主要指标!A3 [岳路区, 2024]",
                        "R-CELL-01 error 主要指标!C3 [六十万]");
        assertThat(Reading.of(table("地区生产总值", "常住人口")
                                .set("A1", "长沙市2024年主要指标")
                                .set("C1", "单位：亿元、万人")
                                .row(3, "芙蓉区", 1300, 65))
                        .numbers())
                .containsExactly("gdp-current/ = 1300 10^8 CNY at 主要指标!B3", "population/ = 65 10^4 person at 主要指标!C3");
    }

    @Test
    @DisplayName("keeps the blank of a region that states others, and passes over one that states nothing")
    void blanks() {
        Reading reading =
                Reading.of(table("地区生产总值（亿元）", "常住人口（万人）").row(3, "芙蓉区", 1300).row(4, "天心区"));

        assertThat(reading.statements()).containsExactly("socio-economic 430102 2024");
        assertThat(reading.cells())
                .containsExactly(
                        "gdp-current/ = 1300 10^8 CNY at 主要指标!B3", "population/ = BLANK 10^4 person at 主要指标!C3");
        assertThat(reading.findings()).containsExactly("R-SOCIO-09 info 主要指标!C3 []");
    }

    @ParameterizedTest(name = "{0} {1}, {2} {3}: {4}")
    @CsvSource(
            delimiter = '|',
            value = {
                "地区生产总值（亿元） | 1300 | 常住人口（万人） | 65 | []",
                "地区生产总值（亿元） | 1300 | 常住人口（万人） | 0.65 | [R-SOCIO-07 warning 主要指标!B3 [1300, 2000, 0.3, 200]]",
                "地区生产总值（亿元） | 13000000 | 土地面积（平方公里） | 42 | [R-SOCIO-01 error 主要指标!B3 [13000000, 0.1, 2000000]]",
                "常住人口（万人） | 650000 | 土地面积（平方公里） | 0.4 | [R-SOCIO-02 error 主要指标!B3 [650000, 0.01, 150000], R-SOCIO-03 error 主要指标!C3 [0.4, 1, 10000000]]",
                "GDP增长率（%） | 105.2 | GDP指数（上年=100） | 5.2 | [R-SOCIO-04 warning 主要指标!B3 [105.2, -30, 50], R-SOCIO-05 warning 主要指标!C3 [5.2, 70, 150]]",
                "地区生产总值（亿元） | 1300 | 地区生产总值（亿元，2020年价格） | 121 | [R-SOCIO-06 warning 主要指标!C3 [121, 0.0931, 0.4, 2.5]]",
                "地区生产总值（亿元） | 1300 | 地区生产总值（亿元，可比价） | 1210 | [R-SOCIO-08 warning 主要指标!C3 [1210]]"
            })
    @DisplayName("is held to ranges and to what its indicators say of each other")
    void relations(String first, double one, String second, double other, String findings) {
        assertThat(Reading.of(table(first, second).row(3, "芙蓉区", one, other)).findings())
                .hasToString(findings);
    }
}
