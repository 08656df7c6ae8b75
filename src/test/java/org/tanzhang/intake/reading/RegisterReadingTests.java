package org.tanzhang.intake.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tanzhang.code.Codes;
import org.tanzhang.code.Name;
import org.tanzhang.code.Region;
import org.tanzhang.code.Regions;
import org.tanzhang.intake.form.FormLibrary;
import org.tanzhang.intake.reference.Shipped;
import org.tanzhang.intake.rule.RuleLibrary;
import org.tanzhang.observation.UnitChanges;
import org.tanzhang.observation.UnitEntry;

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

    /** A register with every column that it may have; header in row 3. */
    private static Sketch full() {
        return Sketch.xlsxSheet("单位名录")
                .set("A1", "规模以上工业企业基本单位名录")
                .set("A2", "2024年")
                .row(
                        3,
                        "统一社会信用代码",
                        "单位详细名称",
                        "曾用名",
                        "行业代码",
                        "区划代码",
                        "所在区县",
                        "乡镇街道代码",
                        "统计范围",
                        "所在园区",
                        "园区份额",
                        "开业时间",
                        "关闭时间",
                        "迁入时间",
                        "迁出时间",
                        "更名时间");
    }

    /** {@code code name county town parks months changes at cell}. */
    private static List<String> lines(Reading register) {
        return register.statement().units().stream()
                .map(u -> u.name() + " " + u.region() + " " + u.town() + " "
                        + u.parks().stream()
                                .map(p -> p.park() + "=" + p.share().toPlainString())
                                .toList()
                        + " " + u.fromMonth() + ".." + u.toMonth() + " " + u.cell())
                .toList();
    }

    @Test
    @DisplayName("says in which months of the year a unit was there: opened, closed, before and after")
    void months() {
        Reading register = Reading.of(full().row(
                        4, A, "甲", null, "3011", "430112", null, null, null, null, null, "2024年5月")
                .row(5, B, "乙", null, "3011", "430112", null, null, null, null, null, "2009年", "2024-09")
                .row(6, "123456788", "丙", null, "3011", "430112", null, null, null, null, null, "20240316", "2025/1/8")
                .row(7, "223456785", "丁", null, "3011", "430112", null, null, null, null, null, "2008", 202411)
                .row(8, "323456782", "戊", null, "3011", "430112", null, null, null, null, null, "２０２３年１１月", "2024.3"));
        assertThat(lines(register))
                .containsExactly(
                        "甲 430112 null [] 5..12 单位名录!A4",
                        "乙 430112 null [] 1..9 单位名录!A5",
                        "丙 430112 null [] 3..12 单位名录!A6",
                        "丁 430112 null [] 1..11 单位名录!A7",
                        "戊 430112 null [] 1..3 单位名录!A8");
        assertThat(register.findings()).isEmpty();
    }

    @Test
    @DisplayName("has a line for each place of a unit that moved; the month of the move counts at the new one")
    void moved() {
        Reading register = Reading.of(full().row(
                        4, A, "甲", null, "3011", "430121", null, null, null, null, null, null, null, "2024年6月")
                .row(5, A, "甲", null, "3011", "430112", null, null, null, null, null, "2010年", null, null, "2024年6月")
                .row(6, B, "乙", null, "44", "430112", null, null, null, null, null, null, null, null, "2024-05")
                .row(7, B, "乙", null, "44", "430121", null, null, null, null, null, null, null, "2024-06"));
        assertThat(lines(register))
                .containsExactly(
                        "甲 430112 null [] 1..5 单位名录!A5",
                        "甲 430121 null [] 6..12 单位名录!A4",
                        "乙 430112 null [] 1..5 单位名录!A6",
                        "乙 430121 null [] 6..12 单位名录!A7");
        assertThat(register.findings()).isEmpty();
    }

    @Test
    @DisplayName("may state first and last month as such")
    void monthsAsSuch() {
        Reading register = Reading.of(Sketch.register()
                .set("H3", "起始月份")
                .set("I3", "终止月份")
                .row(4, A, "甲", "3011", "430112", null, null, null, null, 6)
                .row(5, A, "甲", "3011", "430121", null, null, null, "7月", "12")
                .row(6, B, "乙", "3011", "430121", null, null, null, 13, null));
        assertThat(lines(register)).containsExactly("甲 430112 null [] 1..6 单位名录!A4", "甲 430121 null [] 7..12 单位名录!A5");
        assertThat(register.findings()).containsExactly("R-REGISTER-07 error 单位名录!H6 [13, 2024]");
    }

    @Test
    @DisplayName("keeps the former name of a unit, its town and its parks with their shares")
    void detailsOfAUnit() {
        Reading register = Reading.of(full().row(
                        4,
                        A,
                        "甲水泥有限公司",
                        "甲水泥厂",
                        "C3011",
                        "430112",
                        "望城区",
                        "430112004000",
                        "本地",
                        "望城经开区60%；湖南湘江新区40%",
                        null,
                        null,
                        null,
                        null,
                        null,
                        "2024年8月")
                .row(5, B, "乙", null, "4411", 430112004000L, null, null, null, "望城经开区、高新区", "0.5、0.25")
                .row(6, "123456788", "丙", null, "4411", "430112", null, "430112004", null, "望城经开区:0.3")
                .row(7, "223456785", "丁", null, "4411", "430112", null, null, null, "高新区"));
        assertThat(lines(register))
                .containsExactly(
                        "甲水泥有限公司 430112 430112004000 [望城经开区=0.6, 湖南湘江新区=0.4] 1..12 单位名录!A4",
                        "乙 430112 430112004000 [望城经开区=0.5, 高新区=0.25] 1..12 单位名录!A5",
                        "丙 430112 430112004000 [望城经开区=0.3] 1..12 单位名录!A6",
                        "丁 430112 null [高新区=1] 1..12 单位名录!A7");
        UnitEntry first = register.statement().units().get(0);
        assertThat(first.industry()).isEqualTo("3011");
        assertThat(first.changes()).isEqualTo(new UnitChanges("甲水泥厂", YearMonth.of(2024, 8), null, null, null, null));
        assertThat(register.findings()).isEmpty();
    }

    @Test
    @DisplayName("is told of dates that contradict each other, of overlaps and of gaps")
    void contradictions() {
        Reading register = Reading.of(full().row(
                        4, A, "甲", null, "3011", "430112", null, null, null, null, null, "2024年5月", "2024年3月")
                .row(5, B, "乙", null, "3011", "430112", null, null, null, null, null, null, "去年底")
                .row(6, "123456788", "丙", null, "3011", "430112", null, null, null, null, null, null, "2022年7月")
                .row(7, "223456785", "丁", null, "3011", "430112", null, null, null, null, null, "2025年2月")
                .row(
                        8,
                        "323456782",
                        "戊",
                        null,
                        "3011",
                        "430112",
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        "2024年8月")
                .row(9, "323456782", "戊", null, "3011", "430121", null, null, null, null, null, null, null, "2024年6月")
                .row(
                        10,
                        "523456787",
                        "己",
                        null,
                        "3011",
                        "430112",
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        "2024年4月")
                .row(11, "523456787", "己", null, "3011", "430121", null, null, null, null, null, null, null, "2024年6月")
                .row(12, "623456784", "庚", null, "3011", "430112", "长沙县", "430121001000", null, "甲园、乙园")
                .row(13, "723456781", "辛", null, "3011", "430112", null, null, null, "甲园70%；乙园50%"));
        assertThat(register.findings())
                .containsExactly(
                        "R-REGISTER-06 error 单位名录!L4 [2024年3月, 2024]",
                        "R-REGISTER-07 error 单位名录!L5 [去年底, 2024]",
                        "R-REGISTER-08 warning 单位名录!A6 [123456788, 2024]",
                        "R-REGISTER-08 warning 单位名录!A7 [223456785, 2024]",
                        "R-REGISTER-11 error 单位名录!A9 [323456782, A8, 6, 8]",
                        "R-REGISTER-14 warning 单位名录!A11 [523456787, 5, 5]",
                        "R-REGISTER-13 warning 单位名录!F12 [长沙县, 430112, 望城区]",
                        "R-REGISTER-12 error 单位名录!G12 [430121001000, 2024]",
                        "R-REGISTER-10 error 单位名录!I12 [甲园、乙园 , 2024]",
                        "R-REGISTER-10 error 单位名录!I13 [甲园70%;乙园50% , 2024]");
        assertThat(lines(register))
                .containsExactly(
                        "戊 430112 null [] 1..8 单位名录!A8",
                        "己 430112 null [] 1..4 单位名录!A10",
                        "己 430121 null [] 6..12 单位名录!A11");
    }

    @Test
    @DisplayName("is told of a park that the code list does not have, where it has any")
    void unknownPark() {
        Codes shipped = Shipped.codes();
        List<Region> regions = new ArrayList<>(shipped.regions().all());
        regions.add(new Region(
                "P430112-1", new Name("望城经开区", "Wangcheng"), Region.Level.PARK, "430112", null, null, null, List.of()));
        Codes codes = new Codes(
                new Regions(regions), shipped.sectors(), shipped.carriers(), shipped.flows(), shipped.digest());
        StatementReader reader = new StatementReader(
                codes,
                Shipped.units(),
                FormLibrary.shipped(),
                RuleLibrary.shipped().book());
        ReadStatement register = reader.read(Sketch.register()
                        .row(4, A, "甲", "3011", "430112", null, null, "望城经开区")
                        .row(5, B, "乙", "3011", "430112", null, null, "望城经济区")
                        .bytes())
                .statements()
                .get(0);
        assertThat(register.findings())
                .extracting(f -> f.rule() + " " + f.cell() + " " + f.value())
                .containsExactly("R-REGISTER-09 单位名录!G5 望城经济区");
        assertThat(register.isFaulty()).isFalse();
    }

    @Test
    @DisplayName("may have a second row of captions and letters before its lines")
    void twoRowsOfCaptions() {
        Reading register = Reading.of(Sketch.xlsxSheet("单位名录")
                .set("A1", "规模以上工业企业基本单位名录")
                .set("A2", "2024年")
                .row(3, "统一社会信用代码", "单位详细名称", "行业代码", "区划代码", "变动")
                .row(4, null, null, null, null, "迁入时间", "迁出时间")
                .row(5, "甲", "乙", "丙", "丁", 1, 2)
                .row(6, A, "甲", "3011", "430112", null, "2024年6月")
                .row(7, A, "甲", "3011", "430121", "2024年6月"));
        assertThat(lines(register)).containsExactly("甲 430112 null [] 1..5 单位名录!A6", "甲 430121 null [] 6..12 单位名录!A7");
        assertThat(register.findings()).isEmpty();
    }
}
