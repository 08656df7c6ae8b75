package org.tanzhang.intake.reading;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Forms 205-1 and 205-2 (forms.md, 1.2 to 1.5). Row 10 is the first carrier's. */
@DisplayName("A card")
class CardReadingTests {

    @Test
    @DisplayName("is read cell by cell through its two-row header")
    void isRead() {
        Reading card = Reading.of(Sketch.card("原煤", "汽油", "柴油")
                .row(10, "原煤", "吨", "01", 100, 1000, 800, 900, 880, 30, 20, 5, 200, 0.7143, 0.7143));
        assertThat(card.statements()).containsExactly("205-1 91430112MA4LXYAW1X 2024-01..12");
        assertThat(card.statement().reporter()).hasToString("Reporter[kind=UNIT, code=91430112MA4LXYAW1X, name=甲水泥厂]");
        assertThat(card.cells())
                .containsExactly(
                        "opening-stock/raw-coal = 100 t at 205-1!D10",
                        "purchase/raw-coal = 1000 t at 205-1!E10",
                        "purchase-value/raw-coal = 800 1 at 205-1!F10",
                        "consumption/raw-coal = 900 t at 205-1!G10",
                        "industrial/raw-coal = 880 t at 205-1!H10",
                        "raw-material/raw-coal = 30 t at 205-1!I10",
                        "non-industrial/raw-coal = 20 t at 205-1!J10",
                        "transport-use/raw-coal = 5 t at 205-1!K10",
                        "closing-stock/raw-coal = 200 t at 205-1!L10",
                        "coefficient/raw-coal = 0.7143 1 at 205-1!M10",
                        "reference-coefficient/raw-coal = 0.7143 1 at 205-1!N10");
        assertThat(card.findings()).isEmpty();
    }

    @Test
    @DisplayName("is read in either file format, and wherever it stands on the sheet")
    void isReadAnywhere() {
        String consumption = "consumption/diesel = 30 t at ";
        assertThat(Reading.of(Sketch.xlsSheet("表")
                                .drawCard("柴油", "汽油", "原油")
                                .set("B10", "吨")
                                .set("G10", 30)
                                .set("H10", 30))
                        .cells())
                .contains(consumption + "表!G10");
        assertThat(Reading.of(Sketch.card("柴油", "汽油", "原油")
                                .set("B10", "吨")
                                .set("G10", 30)
                                .set("H10", 30)
                                .down(7)
                                .set("A2", "某某市统计局 转发")
                                .set("A4", "请于次年一月底前报送"))
                        .cells())
                .contains(consumption + "205-1!G17");
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({
        "天然气(气态), natural-gas",
        "天然气（气态）, natural-gas",
        "  柴　油 , diesel",
        "煤矸石（用于燃料）, coal-gangue",
        "煤矸石用于燃料, coal-gangue",
        "焦碳, coke",
        "其它洗煤, other-washed-coal",
        "发生炉煤气, other-gas",
        "生物质废料用于燃料, biomass",
        "   其中：无烟煤, anthracite",
        "#一般烟煤, bituminous-coal"
    })
    @DisplayName("knows its carriers whatever their brackets, width, spaces and numbering")
    void knowsCarriers(String label, String carrier) {
        assertThat(Reading.of(Sketch.card("汽油", "煤油", "原油", label).set("G13", 3).set("H13", 3))
                        .numbers())
                .anyMatch(c -> c.startsWith("consumption/" + carrier + " = 3 "));
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({
        "2024年1－12月, 2024-01..12",
        "2024年1-12月, 2024-01..12",
        "２０２４年１—１２月, 2024-01..12",
        "2024 年 1 — 9 月, 2024-01..09",
        "2024年, 2024",
        "2024年度, 2024",
        "报告期：2024年1-12月, 2024-01..12",
        "2024, 2024"
    })
    @DisplayName("knows its period, the form's validity and number notwithstanding")
    void knowsItsPeriod(String printed, String period) {
        assertThat(Reading.of(Sketch.card("汽油", "煤油", "原油").set("K6", printed)).statements())
                .containsExactly("205-1 91430112MA4LXYAW1X " + period);
    }

    @Test
    @DisplayName("without a year has no period, whatever digits its header holds")
    void hasNoPeriod() {
        Reading card = Reading.of(Sketch.card("汽油", "煤油", "原油").set("K6", "    年1－    月"));
        assertThat(card.statements()).containsExactly("205-1 91430112MA4LXYAW1X ?");
        assertThat(card.findings()).containsExactly("R-PERIOD-01 error 205-1!K6 []");
    }

    @Test
    @DisplayName("without a year has no period though its credit code holds four digits that look like one")
    void creditCodeIsNoPeriod() {
        Reading card = Reading.of(Sketch.card("汽油", "煤油", "原油")
                .set("A4", "统一社会信用代码：91430112MA2019R02Q")
                .set("K6", "    年1－    月"));
        assertThat(card.findings()).containsExactly("R-PERIOD-01 error 205-1!K6 []");
    }

    @ParameterizedTest(name = "{0} {1}: {2}")
    @CsvSource({
        "原煤, 万吨, 10^4 t",
        "原煤, 吨, t",
        "天然气, 亿立方米, 10^8 m3",
        "电力, 万千瓦时, 10^4 kWh",
        "热力, 吉焦, 10^6 kJ",
        "热力, 百万千焦, 10^6 kJ"
    })
    @DisplayName("takes the unit it prints")
    void takesItsUnit(String carrier, String unit, String parsed) {
        assertThat(Reading.of(Sketch.card("汽油", "煤油", "原油", carrier)
                                .set("B13", unit)
                                .set("G13", 3)
                                .set("H13", 3))
                        .numbers())
                .anyMatch(c -> c.startsWith("consumption/") && c.contains(" = 3 " + parsed + " at 205-1!G13"));
    }

    @Test
    @DisplayName("takes the unit of 205-1 where it prints none")
    void takesTheFormsUnit() {
        assertThat(Reading.of(Sketch.card("汽油", "煤油", "天然气").set("G12", 3).set("H12", 3))
                        .numbers())
                .contains("consumption/natural-gas = 3 10^4 m3 at 205-1!G12");
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "300 | 300",
                "1,234.5 | 1234.5",
                "１２３４．５ | 1234.5",
                "12 345 | 12345",
                "+7 | 7",
                "1.5E3 | 1500",
                "'12.5 | 12.5"
            })
    @DisplayName("reads a number that was typed as text, and says so")
    void readsTypedNumbers(String typed, String value) {
        Reading card =
                Reading.of(Sketch.card("汽油", "煤油", "原油").set("G10", typed).set("H10", Double.valueOf(value)));
        assertThat(card.numbers()).contains("consumption/gasoline = " + value + " t at 205-1!G10");
        assertThat(card.findings()).containsExactly("R-CELL-05 info 205-1!G10 [" + typed + "]");
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({"-, DASH", "——, DASH", "…, DASH", "NE, NE", "no, NO", "ＩＥ, IE", "C, C", "N/A, NA"})
    @DisplayName("keeps a notation as what it is")
    void keepsNotations(String typed, String notation) {
        assertThat(Reading.of(Sketch.card("汽油", "煤油", "原油").set("I10", typed)).cells())
                .containsExactly("raw-material/gasoline = " + notation + " t at 205-1!I10");
    }

    @Test
    @DisplayName("keeps a stated zero, and nothing where nothing stands")
    void keepsZero() {
        assertThat(Reading.of(Sketch.card("汽油", "煤油", "原油").set("I10", 0)).cells())
                .containsExactly("raw-material/gasoline = 0 t at 205-1!I10");
    }

    @Test
    @DisplayName("loses the residue of binary fractions at 15 digits")
    void losesResidue() {
        assertThat(Reading.of(Sketch.card("汽油", "煤油", "原油")
                                .set("G10", 0.1 + 0.2)
                                .set("H10", 0.3)
                                .set("I10", 3e-14))
                        .cells())
                .containsExactly(
                        "consumption/gasoline = 0.3 t at 205-1!G10",
                        "industrial/gasoline = 0.3 t at 205-1!H10",
                        "raw-material/gasoline = 0 t at 205-1!I10");
    }

    @Test
    @DisplayName("takes a formula's result as the workbook last computed it")
    void takesFormulaResults() {
        assertThat(Reading.of(Sketch.card("汽油", "煤油", "原油")
                                .formula("G10", "H10+J10", 30)
                                .set("H10", 28)
                                .set("J10", 2))
                        .numbers())
                .contains("consumption/gasoline = 30 t at 205-1!G10");
    }

    @Test
    @DisplayName("warns of a code that is another carrier's, and goes by the name")
    void warnsOfCodes() {
        Reading card = Reading.of(Sketch.card("汽油", "煤油", "原油", "电力")
                .set("C10", "19")
                .set("C11", "21")
                .set("C13", 33)
                .set("G11", 5)
                .set("H11", 5));
        assertThat(card.findings()).containsExactly("R-CARRIER-02 warning 205-1!C11 [21, 煤油, 20]");
        assertThat(card.numbers()).contains("consumption/kerosene = 5 t at 205-1!G11");
        assertThat(card.statement().isFaulty()).isFalse();
    }

    @Test
    @DisplayName("is one statement with its companion 205-2")
    void isOneStatementWithItsCompanion() {
        Reading card = Reading.of(Sketch.card("原煤", "汽油", "柴油")
                .set("G10", 900)
                .set("H10", 900)
                .drawCompanion("原煤", "汽油", "电力")
                .set("D8", 900)
                .set("E8", 500)
                .set("F8", 400)
                .set("G8", 100)
                .set("N10", 12.5)
                .set("P10", 3));
        assertThat(card.statements()).containsExactly("205-1 91430112MA4LXYAW1X 2024-01..12");
        assertThat(card.statement().sheets()).containsExactly("205-1", "205-2");
        assertThat(card.numbers())
                .contains(
                        "consumption/raw-coal = 900 t at 205-1!G10",
                        "input.total/raw-coal = 500 t at 205-2!E8",
                        "input.power/raw-coal = 400 t at 205-2!F8",
                        "input.heat/raw-coal = 100 t at 205-2!G8",
                        "output/electricity = 12.5 10^4 kWh at 205-2!N10",
                        "recovery/electricity = 3 10^4 kWh at 205-2!P10");
        assertThat(card.errors()).isEmpty();
    }

    @Test
    @DisplayName("is returned when 205-2 comes without its 205-1")
    void companionAlone() {
        Reading card = Reading.of(Sketch.xlsxSheet("说明")
                .set("A1", "说明")
                .drawCompanion("原煤", "汽油", "电力")
                .set("F8", 5)
                .set("E8", 5));
        assertThat(card.errors()).contains("R-205-2-02 error 205-2!A4 []");
    }

    @Test
    @DisplayName("without a period is not told as well that its 205-2 lacks a 205-1")
    void companionWithoutAPeriod() {
        Reading card = Reading.of(Sketch.card("原煤", "汽油", "柴油")
                .set("K6", "  年1－  月")
                .drawCompanion("原煤", "汽油", "电力")
                .set("K6", "  年1－  月"));
        assertThat(card.errors())
                .as("both sheets lack the period; the 205-1 is there")
                .contains("R-PERIOD-01 error 205-1!K6 []")
                .noneMatch(e -> e.startsWith("R-205-2-02"));
    }

    @Test
    @DisplayName("is checked against its companion: raw material and inputs leave nothing negative to burn")
    void isCheckedAgainstItsCompanion() {
        Reading card = Reading.of(Sketch.card("原煤", "汽油", "柴油")
                .set("G10", 900)
                .set("H10", 900)
                .set("I10", 300)
                .drawCompanion("原煤", "汽油", "电力")
                .set("E8", 700)
                .set("F8", 700));
        assertThat(card.errors()).containsExactly("R-205-1-05 error 205-1!I10 [300, 200, 100]");
    }

    @Test
    @DisplayName("is checked on 205-2 too where raw coal's inputs are not those of its kinds")
    void inputsOfRawCoalAreThoseOfItsKinds() {
        Reading card = Reading.of(Sketch.card("原煤", "无烟煤", "褐煤")
                .set("G10", 900)
                .set("H10", 900)
                .set("G11", 400)
                .set("H11", 400)
                .set("G12", 500)
                .set("H12", 500)
                .drawCompanion("原煤", "无烟煤", "褐煤")
                .set("E8", 600)
                .set("F8", 600)
                .set("E9", 100)
                .set("F9", 100));
        assertThat(card.findings())
                .as("METHOD 1: raw coal's 600 t of input are a check on its kinds, which state 100")
                .anyMatch(f -> f.contains("205-2!F8"));
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"91430112MA4LXYAW1X", "12345678", "12345678-8", "123456788"})
    @DisplayName("names its unit by credit code or by the older organisation code")
    void namesItsUnit(String code) {
        assertThat(Reading.of(Sketch.card("汽油", "煤油", "原油").set("A4", "统一社会信用代码：" + code))
                        .statements())
                .containsExactly("205-1 " + code + " 2024-01..12");
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"甲厂", "1234567", "91430112MA4LXYAW1X9", "914301120000"})
    @DisplayName("is returned when its unit's code has neither 18 nor 8 or 9 characters")
    void isReturnedWithoutACode(String code) {
        Reading card = Reading.of(Sketch.card("汽油", "煤油", "原油").set("A4", "统一社会信用代码：" + code));
        assertThat(card.errors()).containsExactly("R-UNIT-CODE-02 error 205-1!A4 [" + code + "]");
    }

    @Test
    @DisplayName("finds its unit's code in the cell beside the label")
    void findsTheCodeBeside() {
        assertThat(Reading.of(Sketch.card("汽油", "煤油", "原油")
                                .set("A4", "统一社会信用代码")
                                .set("C4", "91430112MA4LXYAW1X"))
                        .statements())
                .containsExactly("205-1 91430112MA4LXYAW1X 2024-01..12");
    }

    @Test
    @DisplayName("is not disturbed by the supplementary lines and remarks below it")
    void linesBelow() {
        Reading card = Reading.of(Sketch.card("汽油", "煤油", "原油")
                .set("A13", "补充资料：上年同期：")
                .set("A14", "综合能源消费量（吨标准煤）")
                .set("G14", 812.5)
                .set("A15", "工业总产值（当年价格，千元）")
                .set("G15", 90000)
                .set("A17", "单位负责人：    统计负责人：    填表人：    报出日期：2025年1月20日")
                .set("A18", "说明：主要审核关系：4＝5＋7"));
        assertThat(card.findings()).isEmpty();
    }

    @Test
    @DisplayName("states 综合能源消费量 under its table: this year's, in the unit printed, not last year's")
    void netEnergyBelow() {
        Reading card = Reading.of(Sketch.card("汽油", "煤油", "原油")
                .set("A13", "补充资料：上年同期：综合能源消费量（吨标准煤）")
                .set("G13", 812.5)
                .set("A14", "本期：综合能源消费量（21）")
                .set("C14", "万吨标准煤")
                .set("D14", 0.0824)
                .set("A15", "工业总产值（当年价格，千元）")
                .set("G15", 90000));
        assertThat(card.cells())
                .filteredOn(c -> c.startsWith("net-energy"))
                .containsExactly("net-energy/energy-total = 0.0824 10^4 tce at 205-1!D14");
    }

    @Test
    @DisplayName("with a logical value in a number cell is told what stands there")
    void logicalValue() {
        assertThat(Reading.of(Sketch.card("汽油", "煤油", "原油").set("I10", true)).errors())
                .containsExactly("R-CELL-02 error 205-1!I10 [TRUE]");
    }

    @Test
    @DisplayName("says which of its columns it did not read")
    void unknownColumn() {
        Reading card = Reading.of(Sketch.card("汽油", "煤油", "原油").set("O7", "外供量").set("O10", 3));
        assertThat(card.findings()).containsExactly("R-FORM-04 info 205-1!O7 [外供量]");
    }

    @Test
    @DisplayName("is of its form by number and title: what is not, is said")
    void otherSheets() {
        Reading card = Reading.of(Sketch.card("汽油", "煤油", "原油").sheet("填报说明").set("A1", "请认真填报"));
        assertThat(card.findings()).containsExactly("R-FORM-05 info 填报说明 [填报说明]");
        assertThat(card.statements()).hasSize(1);
    }

    @Test
    @DisplayName("is not read from a hidden sheet")
    void hiddenSheets() {
        Reading card = Reading.of(Sketch.card("汽油", "煤油", "原油")
                .sheet("旧")
                .drawCard("汽油", "煤油", "原油")
                .hidden());
        assertThat(card.statements()).containsExactly("205-1 91430112MA4LXYAW1X 2024-01..12");
        assertThat(card.findings()).isEmpty();
    }

    @Test
    @DisplayName("stands once in a workbook")
    void standsOnce() {
        Reading card =
                Reading.of(Sketch.card("汽油", "煤油", "原油").sheet("205-1 (2)").drawCard("汽油", "煤油", "原油"));
        assertThat(card.errors()).containsExactly("R-VERSION-02 error 205-1 (2)!A4 [205-1]");
    }
}
