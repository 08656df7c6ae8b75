package org.tanzhang.intake.reading;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Several tables in one workbook, below each other and on several sheets. */
@DisplayName("Tables stacked on a sheet")
class StackedTablesTests {

    private static final String OTHER = "91430121MA4LXYAW1Y";

    @Test
    @DisplayName("are one statement where 205-2 stands below the 205-1 of its unit")
    void companionBelowItsCard() {
        Reading card = Reading.of(Sketch.xlsxSheet("能源")
                .drawCompanionHere("原煤", "汽油", "电力")
                .set("D8", 900)
                .set("E8", 500)
                .set("F8", 500)
                .down(20)
                .drawCard("原煤", "汽油", "柴油")
                .set("G10", 900)
                .set("H10", 900)
                .set("A14", "单位负责人：    统计负责人：    填表人：    报出日期：2025年1月20日"));
        assertThat(card.statements()).containsExactly("205-1 91430112MA4LXYAW1X 2024-01..12");
        assertThat(card.statement().sheets()).containsExactly("能源");
        assertThat(card.numbers())
                .containsExactly(
                        "consumption/raw-coal = 900 t at 能源!G10",
                        "industrial/raw-coal = 900 t at 能源!H10",
                        "industrial-205-2/raw-coal = 900 t at 能源!D28",
                        "input.total/raw-coal = 500 t at 能源!E28",
                        "input.power/raw-coal = 500 t at 能源!F28");
        assertThat(card.findings()).isEmpty();
    }

    @Test
    @DisplayName("below one heading are of the unit and period that it names")
    void oneHeadingForBoth() {
        Reading card = Reading.of(Sketch.xlsxSheet("205-1、205-2")
                .drawCompanionHere("原煤", "汽油", "电力")
                .set("A4", "")
                .set("A5", "")
                .set("K6", "")
                .set("E8", 5)
                .set("F8", 5)
                .down(12)
                .drawCard("原煤", "汽油", "柴油")
                .set("G10", 9)
                .set("H10", 9));
        assertThat(card.statements()).containsExactly("205-1 91430112MA4LXYAW1X 2024-01..12");
        assertThat(card.numbers()).contains("input.power/raw-coal = 5 t at 205-1、205-2!F20");
        assertThat(card.findings()).isEmpty();
    }

    @Test
    @DisplayName("are a statement each where each names its unit and its period")
    void twoUnits() {
        Reading cards = Reading.of(Sketch.xlsxSheet("企业")
                .drawCard("原煤", "汽油", "柴油")
                .set("A4", "统一社会信用代码：" + OTHER)
                .set("A5", "单位详细名称：乙电厂")
                .set("K6", "2023年1－12月")
                .set("G11", 7)
                .set("H11", 7)
                .down(15)
                .drawCard("柴油", "汽油", "煤油")
                .set("G10", 3)
                .set("H10", 3));
        assertThat(cards.statements())
                .containsExactly("205-1 91430112MA4LXYAW1X 2024-01..12", "205-1 " + OTHER + " 2023-01..12");
        assertThat(cards.workbook().statements().get(1).reporter().name()).isEqualTo("乙电厂");
        assertThat(cards.numbers())
                .containsExactly(
                        "consumption/diesel = 3 t at 企业!G10",
                        "industrial/diesel = 3 t at 企业!H10",
                        "consumption/gasoline = 7 t at 企业!G26",
                        "industrial/gasoline = 7 t at 企业!H26");
        assertThat(cards.findings()).isEmpty();
    }

    @Test
    @DisplayName("do not lend their unit or period to one below that left its own empty")
    void emptyFieldsAreAnswers() {
        Reading cards = Reading.of(Sketch.xlsxSheet("企业")
                .drawCard("原煤", "汽油", "柴油")
                .set("A4", "统一社会信用代码：")
                .set("K6", "20  年1－  月")
                .set("G10", 3)
                .set("H10", 3)
                .down(15)
                .drawCard("柴油", "汽油", "煤油"));
        assertThat(cards.statements()).containsExactly("205-1 91430112MA4LXYAW1X 2024-01..12", "205-1 ? ?");
        assertThat(cards.errors()).containsExactly("R-PERIOD-01 error 企业!K21 []", "R-UNIT-CODE-01 error 企业!A19 []");
    }

    @Test
    @DisplayName("are read around one that nobody has filled in")
    void unfilled() {
        Reading cards = Reading.of(Sketch.xlsxSheet("企业")
                .drawCard("原煤", "汽油", "柴油")
                .set("A4", "统一社会信用代码：")
                .set("A5", "单位详细名称：")
                .down(15)
                .drawCard("柴油", "汽油", "煤油"));
        assertThat(cards.statements()).containsExactly("205-1 91430112MA4LXYAW1X 2024-01..12");
        assertThat(cards.findings()).containsExactly("R-FORM-09 info 企业 [205-1]");
        Reading blank = Reading.of(Sketch.xlsxSheet("企业")
                .drawCard("原煤", "汽油", "柴油")
                .set("A4", "统一社会信用代码：")
                .set("A5", "单位详细名称："));
        assertThat(blank.statements()).isEmpty();
        assertThat(blank.findings()).containsExactly("R-FORM-09 warning 企业 [205-1]");
        Reading asPrinted = Reading.of(Sketch.xlsxSheet("企业")
                .drawCard("原煤", "汽油", "柴油")
                .set("A4", "统一社会信用代码：")
                .set("A5", "单位详细名称：")
                .set("C5", "20  年1－  月")
                .set("C10", "99")
                .down(15)
                .drawCard("柴油", "汽油", "煤油")
                .set("A1", "续表")
                .set("A4", "统一社会信用代码：")
                .set("A5", "单位详细名称：________"));
        assertThat(asPrinted.statements()).isEmpty();
        assertThat(asPrinted.errors()).isEmpty();
        Reading besideAnother = Reading.of(Sketch.xlsxSheet("企业")
                .drawCard("原煤", "汽油", "柴油")
                .set("A4", "统一社会信用代码：")
                .set("A5", "单位详细名称：")
                .sheet("台账")
                .row(1, "柴油", 3));
        assertThat(besideAnother.findings()).containsExactly("R-FORM-05 info 台账 [台账]", "R-FORM-09 error 企业 [205-1]");
        Reading nameAlone =
                Reading.of(Sketch.xlsxSheet("企业").drawCard("原煤", "汽油", "柴油").set("A4", "统一社会信用代码："));
        assertThat(nameAlone.errors()).containsExactly("R-UNIT-CODE-01 error 企业!A4 []");
    }

    @Test
    @DisplayName("may stand directly below each other, without a blank row")
    void noBlankRowBetween() {
        Reading cards = Reading.of(Sketch.xlsxSheet("企业")
                .drawCard("原煤", "汽油", "柴油")
                .set("A4", "统一社会信用代码：" + OTHER)
                .set("K3", 2024)
                .down(12)
                .drawCard("柴油", "汽油", "煤油"));
        assertThat(cards.statements())
                .containsExactly("205-1 91430112MA4LXYAW1X 2024-01..12", "205-1 " + OTHER + " 2024-01..12");
        assertThat(cards.findings()).isEmpty();
    }

    @Test
    @DisplayName("name a misspelt row that ends the upper one")
    void misspeltLastRow() {
        Reading cards = Reading.of(Sketch.xlsxSheet("企业")
                .drawCard("原煤", "汽油", "柴油")
                .set("A4", "统一社会信用代码：" + OTHER)
                .down(15)
                .drawCard("柴油", "汽油", "煤油", "可燃冰")
                .set("G13", 4));
        assertThat(cards.errors()).containsExactly("R-CARRIER-01 error 企业!A13 [可燃冰]");
    }

    @Test
    @DisplayName("may be a balance and a card")
    void balanceAboveCard() {
        Reading both = Reading.of(Sketch.xlsxSheet("表")
                .drawCard("原煤", "汽油", "柴油")
                .set("G10", 5)
                .set("H10", 5)
                .down(30)
                .drawBalance("长沙市芙蓉区统计局", "2024年")
                .set("C11", 2)
                .set("C13", 2));
        assertThat(both.statements()).containsExactly("P303-1 430102 2024", "205-1 91430112MA4LXYAW1X 2024-01..12");
        assertThat(both.numbers())
                .contains("final.industry/raw-coal = 2 10^4 t at 表!C13", "consumption/raw-coal = 5 t at 表!G40");
        assertThat(both.findings()).isEmpty();
    }

    @Test
    @DisplayName("of several counties are a statement each")
    void countiesBelowEachOther() {
        Reading both = Reading.of(Sketch.xlsxSheet("区县")
                .drawBalance("望城区统计局", "2024年")
                .set("C11", 3)
                .set("C13", 3)
                .down(25)
                .drawBalance("长沙市芙蓉区统计局", "2023年")
                .set("C11", 2)
                .set("C13", 2));
        assertThat(both.statements()).containsExactly("P303-1 430102 2023", "P303-1 430112 2024");
        assertThat(both.numbers())
                .contains(
                        "final.industry/raw-coal = 2 10^4 t at 区县!C13", "final.industry/raw-coal = 3 10^4 t at 区县!C38");
    }

    @Test
    @DisplayName("are one table where the lower goes on with further columns (续表)")
    void continuedTable() {
        Reading balance = Reading.of(Sketch.xlsxSheet("P303-1")
                .drawBalance("长沙市芙蓉区统计局", "2024年")
                .set("A1", "续表")
                .set("A2", "")
                .set("F2", "")
                .set("F3", "")
                .set("C4", "汽油")
                .set("D4", "煤油")
                .set("E4", "焦炉煤气")
                .set("F4", "热力")
                .set("F5", "（百亿千焦）")
                .set("C11", 8)
                .set("C13", 8)
                .down(25)
                .drawBalance("长沙市芙蓉区统计局", "2024年")
                .set("C11", 2)
                .set("C13", 2));
        assertThat(balance.statements()).containsExactly("P303-1 430102 2024");
        assertThat(balance.numbers())
                .contains(
                        "final.industry/raw-coal = 2 10^4 t at P303-1!C13",
                        "final.industry/gasoline = 8 10^4 t at P303-1!C38");
        assertThat(balance.findings()).isEmpty();
    }

    @Test
    @DisplayName("that go on are told of a cell that both state")
    void continuedTableStatesTwice() {
        Reading balance = Reading.of(Sketch.xlsxSheet("P303-1")
                .drawBalance("长沙市芙蓉区统计局", "2024年")
                .set("A1", "续表")
                .set("A2", "")
                .set("F2", "")
                .set("F3", "")
                .set("C13", 8)
                .down(25)
                .drawBalance("长沙市芙蓉区统计局", "2024年")
                .set("C11", 2)
                .set("C13", 2));
        assertThat(balance.errors()).containsExactly("R-FORM-07 error P303-1!C38 [C13]");
    }

    @Test
    @DisplayName("are told of one that is no known form, and it is not mixed with the one above")
    void unknownTableBelow() {
        Reading card = Reading.of(Sketch.card("原煤", "汽油", "柴油")
                .set("G10", 5)
                .set("H10", 5)
                .set("A20", "各种能源折标准煤参考系数")
                .set("A21", "能源名称")
                .set("B21", "折标准煤系数")
                .set("A22", "原煤")
                .set("B22", 0.7143)
                .set("A23", "汽油")
                .set("B23", 1.4714));
        assertThat(card.numbers())
                .containsExactly("consumption/raw-coal = 5 t at 205-1!G10", "industrial/raw-coal = 5 t at 205-1!H10");
        assertThat(card.findings()).containsExactly("R-FORM-06 info 205-1!A21 [能源名称, A21]");
    }

    @Test
    @DisplayName("on several sheets are of their own reporters")
    void severalSheets() {
        Reading cards = Reading.of(Sketch.card("原煤", "汽油", "柴油")
                .drawCompanion("原煤", "汽油", "电力")
                .set("E8", 5)
                .set("F8", 5)
                .sheet("乙205-1")
                .drawCard("原煤", "汽油", "柴油")
                .set("A4", "统一社会信用代码：" + OTHER)
                .set("G11", 2)
                .set("H11", 2)
                .sheet("乙205-2")
                .drawCompanionHere("原煤", "汽油", "电力")
                .set("A4", "统一社会信用代码：" + OTHER)
                .set("E10", 7)
                .set("G10", 7));
        assertThat(cards.statements())
                .containsExactly("205-1 91430112MA4LXYAW1X 2024-01..12", "205-1 " + OTHER + " 2024-01..12");
        assertThat(cards.workbook().statements().get(1).sheets()).containsExactly("乙205-1", "乙205-2");
        assertThat(cards.numbers())
                .contains(
                        "input.power/raw-coal = 5 t at 205-2!F8",
                        "consumption/gasoline = 2 t at 乙205-1!G11",
                        "input.heat/electricity = 7 10^4 kWh at 乙205-2!G10");
    }
}
