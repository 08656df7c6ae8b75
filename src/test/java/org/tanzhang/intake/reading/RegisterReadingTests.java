package org.tanzhang.intake.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("A unit register")
class RegisterReadingTests {

    private static final String A = "91430112MA4LXYAW1X";
    private static final String B = "91430121MA4LXYAW1Y";

    /** {@code code name division county scope park at cell}. */
    private static List<String> units(Reading register) {
        return register.statement().units().stream()
                .map(u -> u.creditCode() + " " + u.name() + " " + u.division() + " " + u.region() + " " + u.scope()
                        + " " + u.park() + " " + u.cell())
                .toList();
    }

    @Test
    @DisplayName("says where each unit counts and in which division")
    void saysWhereUnitsCount() {
        Reading register = Reading.of(Sketch.register()
                .row(4, A, "甲水泥厂", "3011", "430112", "望城区", "本地", "望城经开区")
                .row(5, B, "乙电厂", "44", "430121", "长沙县"));
        assertThat(register.statements()).containsExactly("unit-register 430100 2024");
        assertThat(units(register))
                .containsExactly(A + " 甲水泥厂 30 430112 SITE 望城经开区 单位名录!A4", B + " 乙电厂 44 430121 SITE null 单位名录!A5");
        assertThat(register.findings()).isEmpty();
    }

    @Test
    @DisplayName("reads codes as people store them: as numbers, with a decimal, with a name, of twelve digits")
    void readsMessyCodes() {
        Reading register = Reading.of(Sketch.register()
                .row(4, A, "甲水泥厂", 3011, 430112)
                .row(5, B, "乙电厂", "4411.0", "430121.0")
                .row(6, "12345678-8", "丙厂", "25_石油、煤炭及其他燃料加工业", "430181001000"));
        assertThat(units(register))
                .containsExactly(
                        A + " 甲水泥厂 30 430112 SITE null 单位名录!A4",
                        B + " 乙电厂 44 430121 SITE null 单位名录!A5",
                        "12345678-8 丙厂 25 430181 SITE null 单位名录!A6");
        assertThat(register.findings()).isEmpty();
    }

    @Test
    @DisplayName("of an .xls stores codes as decimals, and they are read as codes")
    void readsCodesOfXls() {
        Sketch sketch = Sketch.xlsSheet("单位名录")
                .set("A1", "规模以上工业企业基本单位名录")
                .set("A2", "2024年")
                .row(3, "统一社会信用代码", "单位详细名称", "行业代码", "区划代码")
                .row(4, A, "甲水泥厂", 3011, 430112);
        assertThat(units(Reading.of(sketch))).containsExactly(A + " 甲水泥厂 30 430112 SITE null 单位名录!A4");
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({"本地, SITE", "'', SITE", "区县, DISTRICT", "全市, CITY", "市外, WIDER", "全国, WIDER"})
    @DisplayName("knows how far a unit's statement reaches")
    void knowsScopes(String printed, String scope) {
        assertThat(units(Reading.of(Sketch.register().row(4, A, "甲", "3011", "430112", "", printed))))
                .containsExactly(A + " 甲 30 430112 " + scope + " null 单位名录!A4");
    }

    @Test
    @DisplayName("names every fault in one pass")
    void namesEveryFault() {
        Reading register = Reading.of(Sketch.register()
                .row(4, A, "甲", "3011", "430112")
                .row(5, A, "甲又一次", "3011", "430112")
                .row(6, null, "无码", "3011", "430112")
                .row(7, B, "乙", "水泥", "430122", "", "附近")
                .row(8, "123456788", "丙", "45123", "999999")
                .row(9, "合计", "4家"));
        assertThat(register.findings())
                .containsExactly(
                        "R-REGISTER-02 error 单位名录!A5 [" + A + ", 2024]",
                        "R-REGISTER-01 error 单位名录!A6 [, 2024]",
                        "R-REGISTER-03 error 单位名录!C7 [水泥, 2024]",
                        "R-REGION-02 error 单位名录!D7 [430122, 2024]",
                        "R-REGISTER-04 error 单位名录!F7 [附近, 2024]",
                        "R-REGISTER-03 error 单位名录!C8 [45123, 2024]",
                        "R-REGION-01 error 单位名录!D8 [999999, 2024]");
        assertThat(units(register)).containsExactly(A + " 甲 30 430112 SITE null 单位名录!A4");
    }

    @Test
    @DisplayName("takes no year from the name of its classification")
    void takesNoYearFromTheClassification() {
        Reading register = Reading.of(Sketch.register()
                .set("A2", "（虚构）")
                .set("C3", "行业代码(GB/T4754-2017)")
                .row(4, A, "甲", "3011", "430112"));
        assertThat(register.errors()).contains("R-PERIOD-01 error 单位名录 []");
    }

    @Test
    @DisplayName("without a column that the form requires is returned")
    void withoutARequiredColumn() {
        Reading register = Reading.of(Sketch.register().set("D3", "电话").row(4, A, "甲", "3011", "430112"));
        assertThat(register.errors()).contains("R-FORM-02 error 单位名录 [区划代码, unit-register]");
    }

    @Test
    @DisplayName("takes the six digits of its office where one is named")
    void namesItsOffice() {
        assertThat(Reading.of(Sketch.register()
                                .set("A2", "综合机关名称：长沙市统计局")
                                .set("D2", "2024年")
                                .row(4, A, "甲", "3011", "430112"))
                        .statements())
                .containsExactly("unit-register 430100 2024");
    }
}
