package org.tanzhang.intake.reading;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.tanzhang.intake.reference.ReferenceMaterial;

/** The platform's export, an enterprise a row: each row a statement, subtotals beside their parts. */
class WideExportReadingTests {

    private static Sketch export(String sheet, String title, Object... captions) {
        Object[] header = new Object[captions.length + 3];
        header[0] = "组织机构代码/统一社会信用代码";
        header[1] = "单位详细名称";
        header[2] = "年份";
        System.arraycopy(captions, 0, header, 3, captions.length);
        return Sketch.xlsxSheet(sheet).set("A1", title).row(2, header);
    }

    private static Sketch consumption(Object... captions) {
        return export("Sheet1", "规模以上工业企业能源购进、消费与库存（205-1表）—消费合计", captions);
    }

    @Test
    void theReferenceExportGivesAStatementForEveryRowOfEveryMeasure() {
        Reading reading = Reading.of(ReferenceMaterial.at("forms/wide-export.xlsx"));

        assertThat(reading.errors()).isEmpty();
        assertThat(reading.statements())
                .containsExactly(
                        "wide-export 91430181MA0EXAMPL1 2024",
                        "wide-export 91430121MA0EXAMPL2 2024",
                        "wide-export 91430181MA0EXAMPL1 2024",
                        "wide-export 91430121MA0EXAMPL2 2024",
                        "wide-export 91430181MA0EXAMPL1 2024",
                        "wide-export 91430121MA0EXAMPL2 2024");
        assertThat(reading.workbook().statements().stream().map(ReadStatement::form))
                .containsExactly(
                        "wide-export.consumption",
                        "wide-export.consumption",
                        "wide-export.industrial",
                        "wide-export.industrial",
                        "wide-export.raw-material",
                        "wide-export.raw-material");
        assertThat(reading.numbers())
                .startsWith(
                        "consumption/raw-coal = 52010.5 t at 消费合计!F3",
                        "consumption/bituminous-coal = 52010.5 t at 消费合计!I3",
                        "consumption/natural-gas = 310 10^4 m3 at 消费合计!T3",
                        "consumption/electricity = 8300.2 10^4 kWh at 消费合计!AM3")
                .endsWith("raw-material/natural-gas = 250 10^4 m3 at 用于原材料!T3");
    }

    @Test
    void theMeasureStandsInTheTitleTheSheetOrTheFileOrIsAskedFor() {
        Object[] columns = {"汽油(吨)", "柴油(吨)", "电力(万千瓦时)"};
        Object[] row = {"91430181MA0EXAMPL1", "甲厂", 2024, 1, 2, 3};

        assertThat(measure(export("Sheet1", "分指标导出：非工业生产消费", columns).row(3, row), ReadingHints.NONE))
                .isEqualTo("wide-export.non-industrial");
        assertThat(measure(export("工业生产消费", "导出", columns).row(3, row), ReadingHints.NONE))
                .isEqualTo("wide-export.industrial");
        assertThat(measure(export("Sheet1", "导出", columns).row(3, row), new ReadingHints("2024年用于原材料.xlsx", null)))
                .isEqualTo("wide-export.raw-material");
        assertThat(measure(export("Sheet1", "导出", columns).row(3, row), new ReadingHints("a.xlsx", "消费合计")))
                .isEqualTo("wide-export.consumption");
        assertThat(measure(export("Sheet1", "导出", columns).row(3, row), new ReadingHints("a.xlsx", "consumption")))
                .isEqualTo("wide-export.consumption");
        // what the workbook says stands before what is asked for
        assertThat(measure(export("消费合计", "导出", columns).row(3, row), new ReadingHints("用于原材料.xlsx", "industrial")))
                .isEqualTo("wide-export.consumption");
    }

    private static String measure(Sketch sketch, ReadingHints hints) {
        return Reading.of(sketch.bytes(), hints).statement().form();
    }

    @Test
    void anExportThatNamesNoMeasureIsReturnedNamingThePossibleOnesAndTheFaultsOfItsRows() {
        Reading reading = Reading.of(export("Sheet1", "导出", "汽油(吨)", "柴油(吨)", "电力(万千瓦时)")
                .row(3, "91430181MA0EXAMPL1", "甲厂", 2024, "约三吨", 2, 3));

        assertThat(reading.workbook().statements()).hasSize(1);
        assertThat(reading.statement().isFaulty()).isTrue();
        assertThat(reading.errors().get(0))
                .startsWith("R-MEASURE-01 error Sheet1")
                .contains("消费合计 consumption");
        assertThat(reading.errors().get(1)).isEqualTo("R-CELL-01 error Sheet1!D3 [约三吨]");
    }

    @Test
    void subtotalsAreKeptAsSubtotalsOnlyBesideTheirRemainders() {
        assertThat(Reading.of(consumption("其他石油制品(吨)", "石脑油(吨)", "其他(石油制品)(吨)", "其他燃料(吨标准煤)")
                                .row(3, "91430181MA0EXAMPL1", "甲厂", 2024, 30, 10, 20, 5))
                        .numbers())
                .containsExactly(
                        "consumption/other-petroleum-subtotal = 30 t at Sheet1!D3",
                        "consumption/naphtha = 10 t at Sheet1!E3",
                        "consumption/other-petroleum = 20 t at Sheet1!F3",
                        "consumption/other-fuels = 5 tce at Sheet1!G3");
        assertThat(Reading.of(consumption("其他石油制品(吨)", "石脑油(吨)", "汽油(吨)")
                                .row(3, "91430181MA0EXAMPL1", "甲厂", 2024, 30, 10, 20))
                        .numbers())
                .startsWith("consumption/other-petroleum = 30 t at Sheet1!D3");
    }

    @Test
    void aSubtotalThatItsPartsDoNotGiveIsAFaultOfThatRowAlone() {
        Reading reading = Reading.of(consumption("原煤(吨)", "无烟煤(吨)", "一般烟煤(吨)", "其他石油制品(吨)", "石脑油(吨)", "其他(石油制品)(吨)")
                .row(3, "91430181MA0EXAMPL1", "甲厂", 2024, 30, 10, 20, 7, 3, 4)
                .row(4, "91430181MA0EXAMPL2", "乙厂", 2024, 30, 10, 25, 8, 3, 4)
                .row(5, "91430181MA0EXAMPL3", "丙厂", 2024, 30));

        assertThat(reading.errors())
                .containsExactly("R-WIDE-01 error Sheet1!D4 [30, 35, -5]", "R-WIDE-02 error Sheet1!G4 [8, 7, 1]");
        assertThat(reading.workbook().statements().stream().map(ReadStatement::isFaulty))
                .containsExactly(false, true, false);
    }

    @Test
    void theFaultsOfARowStandAtItsCells() {
        Reading reading = Reading.of(consumption("原煤(吨)", "秸秆(吨)", "汽油(吨)", "柴油(吨)")
                .row(3, "9143018", "甲厂", 2024, 1, null, 2, 3)
                .row(4, null, "乙厂", 2024, 1)
                .row(5, "91430181MA0EXAMPL3", "丙厂", "去年", 1)
                .row(6, "91430181MA0EXAMPL4", "丁厂", 2024, -1, 5, "－", "")
                .row(7, "91430181MA0EXAMPL5", "戊厂", 2024, 1, 0)
                .row(8, "合计", null, null, 4, 5, 2, 3));

        assertThat(reading.errors())
                .containsExactly(
                        "R-UNIT-CODE-02 error Sheet1!A3 [9143018]",
                        "R-UNIT-CODE-05 error Sheet1!A4 [乙厂]",
                        "R-PERIOD-02 error Sheet1!C5 [去年]",
                        "R-CELL-03 error Sheet1!D6 [-1]",
                        "R-CARRIER-01 error Sheet1!E6 [秸秆(吨)]");
        assertThat(reading.statements()).last().isEqualTo("wide-export 91430181MA0EXAMPL5 2024");
    }

    @Test
    void anExportThatSaysNoYearAtAllIsReturnedOnceAtItsTitle() {
        assertThat(yearless("分指标导出：消费合计").errors()).containsExactly("R-PERIOD-01 error Sheet1!A1 []");
        assertThat(yearless("2024年分指标导出：消费合计").errors()).isEmpty();
    }

    private static Reading yearless(String title) {
        Object[] header = {"统一社会信用代码", "单位详细名称", "汽油(吨)", "柴油(吨)", "电力(万千瓦时)"};
        Sketch sketch = Sketch.xlsxSheet("Sheet1").set("A1", title).row(2, header);
        for (int row = 3; row < 50; row++) {
            sketch.row(row, "91430181MA0EXAMPL1", "甲厂" + row, 1, 2, 3);
        }
        return Reading.of(sketch.bytes());
    }

    @Test
    void aCaptionWithoutUnitOrWithAWrongOneFailsTheWholeTable() {
        Reading reading = Reading.of(consumption("原煤", "汽油(万立方米)", "柴油(吨)", "天然气(气态)(亿立方米)")
                .row(3, "91430181MA0EXAMPL1", "甲厂", 2024, 1, 2, 3, 4));

        assertThat(reading.errors())
                .containsExactly("R-UNIT-01 error Sheet1!D2 [原煤, 吨]", "R-UNIT-02 error Sheet1!E2 [万立方米, 汽油, 吨]");
        assertThat(reading.numbers()).isEmpty();
    }

    @Test
    void aCodeWhoseCheckCharacterDoesNotFitIsQueriedAtItsCell() {
        assertThat(Reading.of(consumption("原煤(吨)", "汽油(吨)", "柴油(吨)").row(3, "91430181MA0EXAMPL1", "甲厂", 2024, 1, 2, 3))
                        .findings())
                .containsExactly("R-UNIT-CODE-03 warning Sheet1!A3 [91430181MA0EXAMPL1, 7]");
    }

    @Test
    void aUnitThatReportsTwiceIsNamedAtItsSecondRow() {
        Reading reading = Reading.of(consumption("原煤(吨)", "汽油(吨)", "柴油(吨)")
                .row(3, "91430181MA0EXAMPL1", "甲厂", 2024, 1, 2, 3)
                .row(4, "91430181MA0EXAMPL1", "甲厂", "2023年", 1, 2, 3)
                .row(5, "91430181MA0EXAMPL1", "甲厂", "２０２４", 1, 2, 4));

        assertThat(reading.findings().stream().filter(f -> !f.startsWith("R-UNIT-CODE-03")))
                .containsExactly("R-REPORTER-01 warning Sheet1!A5 [91430181MA0EXAMPL1, 3]");
    }

    @Test
    void aHeadingOfCumulativeMonthsHoldsForRowsOfItsYear() {
        assertThat(Reading.of(export("Sheet1", "2024年1－6月 消费合计", "原煤(吨)", "汽油(吨)", "柴油(吨)")
                                .row(3, "91430181MA0EXAMPL1", "甲厂", 2024, 1, 2, 3)
                                .row(4, "91430181MA0EXAMPL2", "乙厂", null, 1, 2, 3)
                                .row(5, "91430181MA0EXAMPL3", "丙厂", 2023, 1, 2, 3))
                        .statements())
                .containsExactly(
                        "wide-export 91430181MA0EXAMPL1 2024-01..06",
                        "wide-export 91430181MA0EXAMPL2 2024-01..06",
                        "wide-export 91430181MA0EXAMPL3 2023");
    }
}
