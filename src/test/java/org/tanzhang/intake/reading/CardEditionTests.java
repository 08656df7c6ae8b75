package org.tanzhang.intake.reading;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** 205-1 and 205-2 as years, ledgers and other offices print them (forms.md, 1.1 to 1.5). */
@DisplayName("An edition of the card")
class CardEditionTests {

    private static final String UNIT = "91430112MA4LXYAW1X";

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"能源购进、消费与库存", "能源购进，消费与库存", "规模以上工业企业能源购进、消费与库存情况", "工业企业能源购进、消费及库存"})
    @DisplayName("is known by its number whatever its title, and by its title without a number")
    void titles(String title) {
        assertThat(Reading.of(Sketch.card("汽油", "煤油", "原油").set("A1", title)).statements())
                .containsExactly("205-1 " + UNIT + " 2024-01..12");
        assertThat(Reading.of(Sketch.card("汽油", "煤油", "原油")
                                .set("A1", title)
                                .set("K2", "")
                                .set("K6", "2024年"))
                        .statements())
                .containsExactly("205-1 " + UNIT + " 2024");
        assertThat(Reading.of(Sketch.card("汽油", "煤油", "原油").set("A1", "某年新题名")).statements())
                .containsExactly("205-1 " + UNIT + " 2024-01..12");
    }

    @ParameterizedTest(name = "{0} | {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "能源加工转换与回收利用 | 表    号：205-2表",
                "能源购进、消费与库存附表 | 表    号：205-2表",
                "能源购进、消费与库存附表 | ''",
                "能源加工转换与回收利用 | ''"
            })
    @DisplayName("of 205-2 has had two names")
    void namesOfTheCompanion(String title, String number) {
        Reading card = Reading.of(Sketch.card("原煤", "汽油", "柴油")
                .drawCompanion("原煤", "汽油", "电力")
                .set("A1", title)
                .set("K2", number)
                .set("E8", 4)
                .set("F8", 4));
        assertThat(card.statements()).containsExactly("205-1 " + UNIT + " 2024-01..12");
        assertThat(card.numbers()).contains("input.power/raw-coal = 4 t at 205-2!F8");
    }

    @Test
    @DisplayName("that is an older ledger has 年初库存, 其中:省外购进, one row of captions and the nine-digit code")
    void olderLedger() {
        Reading card = Reading.of(Sketch.xlsSheet("台账")
                .set("A1", "能源购进、消费与库存")
                .set("A2", "法人单位代码：")
                .set("B2", 123456788)
                .set("A3", "单位名称：甲厂")
                .set("E3", 2009)
                .row(
                        4,
                        "能源名称",
                        "计量单位",
                        "代码",
                        "年初库存",
                        "购进量",
                        "其中:省外购进",
                        "购进金额(千元)",
                        "消费合计",
                        "工业生产消费",
                        "其中:用于原材料",
                        "非工业生产消费",
                        "期末库存")
                .row(5, "原煤", "吨", 1, 5, 40, 30, 20, 42, 40, 3, 2, 3)
                .row(6, "焦碳", "吨", 9, 0, 7, 7, 9, 7, 7, 0, 0, 0)
                .row(7, "电力", "万千瓦时", 33, null, 8, null, 50, 8, 7, null, 1, null));
        assertThat(card.statements()).containsExactly("205-1 123456788 2009");
        assertThat(card.numbers())
                .contains(
                        "opening-stock/raw-coal = 5 t at 台账!D5",
                        "purchase/raw-coal = 40 t at 台账!E5",
                        "purchase-outside/raw-coal = 30 t at 台账!F5",
                        "purchase-value/raw-coal = 20 1 at 台账!G5",
                        "consumption/raw-coal = 42 t at 台账!H5",
                        "raw-material/raw-coal = 3 t at 台账!J5",
                        "consumption/coke = 7 t at 台账!H6",
                        "closing-stock/raw-coal = 3 t at 台账!L5",
                        "consumption/electricity = 8 10^4 kWh at 台账!H7");
        assertThat(card.findings()).isEmpty();
    }

    @Test
    @DisplayName("that is cumulative prints 1-本月 among its captions and last year's figures beside them")
    void monthlyCumulative() {
        Reading card = Reading.of(Sketch.xlsxSheet("205-1")
                .set("A1", "能源购进、消费与库存")
                .set("H1", "表号：205-1表")
                .set("A2", "统一社会信用代码：" + UNIT)
                .set("H2", "2024年1－6月")
                .row(4, "能源名称", "计量单位", "代码", "年初库存量", "1－本月", null, null, null, "上年同期", null, "期末库存量")
                .row(5, null, null, null, null, "购进量", "消费量", null, null, "购进量", "消费量")
                .row(6, null, null, null, null, "实物量", "合计", "1.工业生产消费", "2.非工业生产消费", "实物量", "合计")
                .row(7, "甲", "乙", "丙", 1, 2, 3, 4, 5, 6, 7, 8)
                .row(8, "原煤", "吨", "01", 10, 50, 45, 40, 5, 99, 98, 15));
        assertThat(card.statements()).containsExactly("205-1 " + UNIT + " 2024-01..06");
        assertThat(card.numbers())
                .containsExactly(
                        "opening-stock/raw-coal = 10 t at 205-1!D8",
                        "purchase/raw-coal = 50 t at 205-1!E8",
                        "consumption/raw-coal = 45 t at 205-1!F8",
                        "industrial/raw-coal = 40 t at 205-1!G8",
                        "non-industrial/raw-coal = 5 t at 205-1!H8",
                        "closing-stock/raw-coal = 15 t at 205-1!K8");
        assertThat(card.findings()).isEmpty();
    }

    @Test
    @DisplayName("may split a caption over lines of a cell and over cells")
    void splitCaptions() {
        Reading card = Reading.of(Sketch.card("汽油", "煤油", "原油")
                .set("G8", "合\n计")
                .set("M7", "采用折")
                .set("M8", "标系数")
                .set("G10", 4)
                .set("H10", 4)
                .set("M10", 1.4714));
        assertThat(card.numbers())
                .containsExactly(
                        "consumption/gasoline = 4 t at 205-1!G10",
                        "industrial/gasoline = 4 t at 205-1!H10",
                        "coefficient/gasoline = 1.4714 1 at 205-1!M10");
    }

    @Test
    @DisplayName("may leave rows blank between its captions, its column letters and its body")
    void blankRowsBetween() {
        Reading card = Reading.of(Sketch.card("汽油")
                .set("A10", "")
                .set("B11", "计量单位见各行")
                .set("A13", "汽油")
                .set("G13", 4)
                .set("H13", 4)
                .set("A16", "柴油")
                .set("G16", 5)
                .set("H16", 5));
        assertThat(card.numbers())
                .containsExactly(
                        "consumption/gasoline = 4 t at 205-1!G13",
                        "industrial/gasoline = 4 t at 205-1!H13",
                        "consumption/diesel = 5 t at 205-1!G16",
                        "industrial/diesel = 5 t at 205-1!H16");
    }

    @Test
    @DisplayName("prints its credit code in boxes, a character a cell")
    void boxedCode() {
        Sketch sketch = Sketch.card("汽油", "煤油", "原油").set("A4", "统一社会信用代码");
        for (int i = 0; i < UNIT.length(); i++) {
            char character = UNIT.charAt(i);
            Object value = Character.isDigit(character) ? (Object) (character - '0') : String.valueOf(character);
            sketch.set((char) ('B' + i) + "4", value);
        }
        assertThat(Reading.of(sketch).statements()).containsExactly("205-1 " + UNIT + " 2024-01..12");
    }

    @Test
    @DisplayName("of the 节能 report states no total: industrial and non-industrial use stand for it")
    void energySavingReport() {
        Reading card = Reading.of(Sketch.xlsxSheet("表二")
                .set("A1", "重点用能单位能源消费结构表")
                .set("A2", "用能单位名称：甲水泥厂")
                .set("D2", "统一社会信用代码：" + UNIT)
                .set("H2", "2024年")
                .row(
                        4, "能源名称", "计量单位", "代码", "期初库存", "购入量", "省内(外)购入", "购入金额", "工业消费", "原料消费", "非工业消费", "运输消费",
                        "期末库存", "外供", "盈亏", "当量系数", "等价系数", "折标煤")
                .row(5, "原煤", "吨", "01", 5, 40, 30, 20, 34, 3, 2, 1, 3, 4, -2, 0.7143, 0.7143, 31.4)
                .row(6, "柴油", "吨", "21", 0, 7, 7, 9, 7, 0, 0, 6, 0, 0, 0, 1.4571, 1.4571, 10.2)
                .row(7, "电力", "万千瓦时", "33", 0, 8, 8, 50, 8, 0, 0, 0, 0, 0, 0, 1.229, 2.9, 9.8));
        assertThat(card.statements()).containsExactly("205-1-energy-saving " + UNIT + " 2024");
        assertThat(card.statement().form()).isEqualTo("205-1");
        assertThat(card.numbers())
                .contains(
                        "opening-stock/raw-coal = 5 t at 表二!D5",
                        "purchase/raw-coal = 40 t at 表二!E5",
                        "purchase-outside/raw-coal = 30 t at 表二!F5",
                        "purchase-amount/raw-coal = 20 1 at 表二!G5",
                        "industrial/raw-coal = 34 t at 表二!H5",
                        "raw-material/raw-coal = 3 t at 表二!I5",
                        "non-industrial/raw-coal = 2 t at 表二!J5",
                        "transport-use/diesel = 6 t at 表二!K6",
                        "closing-stock/raw-coal = 3 t at 表二!L5",
                        "supplied/raw-coal = 4 t at 表二!M5",
                        "gain-or-loss/raw-coal = -2 t at 表二!N5",
                        "coefficient/raw-coal = 0.7143 1 at 表二!O5",
                        "equal-value-coefficient/electricity = 2.9 1 at 表二!P7")
                .noneMatch(c -> c.startsWith("consumption/"));
        assertThat(card.findings()).isEmpty();
    }

    @Test
    @DisplayName("beside another edition of the same unit and period is one too many")
    void twoEditions() {
        Reading card = Reading.of(Sketch.card("汽油", "煤油", "原油")
                .sheet("节能")
                .set("A1", "重点用能单位能源消费结构表")
                .set("D2", "统一社会信用代码：" + UNIT)
                .set("H2", "2024年1－12月")
                .row(4, "能源名称", "购入量", "工业消费", "原料消费")
                .row(5, "原煤", 1, 1, 0));
        assertThat(card.errors()).containsExactly("R-VERSION-02 error 节能!D2 [205-1]");
    }
}
