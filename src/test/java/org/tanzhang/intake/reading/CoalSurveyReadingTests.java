package org.tanzhang.intake.reading;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.tanzhang.intake.reference.ReferenceMaterial;

@DisplayName("The coal survey")
class CoalSurveyReadingTests {

    /** 附件2 with its four rows of captions, as the survey's template has them. */
    private static Sketch survey() {
        return Sketch.xlsxSheet("附件2")
                .set("A1", "附件2")
                .set("A2", "湖南省2024年煤炭消费状况表")
                .set("A3", "制表单位：")
                .set("B3", "湖南省发展改革委")
                .set("R3", "单位：万吨")
                .row(
                        4,
                        "省（市、区）",
                        "地市（州）",
                        "县（区）",
                        "年份",
                        "分品种煤炭消费摸底",
                        null,
                        null,
                        null,
                        "分用途煤炭消费摸底",
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        "焦炭消费摸底")
                .row(
                        5, null, null, null, null, "煤合计", "原煤", "洗精煤", "其他", "能源加工转换", null, null, null, null, null,
                        "终端消费")
                .row(
                        6,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        "1.火力发电",
                        "2.供热",
                        "3.煤炭洗选",
                        "4.炼焦",
                        "5.炼油及煤制油",
                        "6.制气",
                        "1.工业",
                        null,
                        "2.其他用途",
                        "焦炭")
                .row(
                        7,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        "#用作原料、材料");
    }

    @Test
    @DisplayName("tells province, city and county by the names that a row fills, each with its own year")
    void levels() {
        Reading reading = Reading.of(
                survey().row(8, "湖南省", null, null, "2024年", 100, 60, 30, 10, 40, 5, 1, 20, 0, 0, 30, 2, 4, 12)
                        .row(9, "湖南省", "长沙市", null, "２０２４", 20, 12, 6, 2, 8, 1, 0, 4, 0, 0, 6, 0, 1, 2.5)
                        .row(10, "湖南省", "长沙市", "望城区", 2023, 10, 6, 3, 1, 4, 0.5, 0, 2, 0, 0, 3, 0, 0.5, 1));

        assertThat(reading.findings()).isEmpty();
        assertThat(reading.statements())
                .containsExactly("coal-survey 430000 2024", "coal-survey 430100 2024", "coal-survey 430112 2023");
        assertThat(reading.numbers().subList(0, 14))
                .containsExactly(
                        "consumption/coal-total = 100 10^4 t at 附件2!E8",
                        "consumption/raw-coal = 60 10^4 t at 附件2!F8",
                        "consumption/cleaned-coal = 30 10^4 t at 附件2!G8",
                        "consumption/other-coal = 10 10^4 t at 附件2!H8",
                        "input.power/coal-total = 40 10^4 t at 附件2!I8",
                        "input.heat/coal-total = 5 10^4 t at 附件2!J8",
                        "input.washing/coal-total = 1 10^4 t at 附件2!K8",
                        "input.coking/coal-total = 20 10^4 t at 附件2!L8",
                        "input.refining/coal-total = 0 10^4 t at 附件2!M8",
                        "input.gas-making/coal-total = 0 10^4 t at 附件2!N8",
                        "final.industry/coal-total = 30 10^4 t at 附件2!O8",
                        "final.non-energy/coal-total = 2 10^4 t at 附件2!P8",
                        "final.other/coal-total = 4 10^4 t at 附件2!Q8",
                        "consumption/coke = 12 10^4 t at 附件2!R8");
    }

    @Test
    @DisplayName("of a county of a city that is not known is returned, and not taken for one of that name elsewhere")
    void unknownCity() {
        assertThat(Reading.of(survey().row(8, "河北省", "新长沙市", "岳麓区", 2024, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0))
                        .errors())
                .containsExactly("R-REGION-01 error 附件2!C8 [岳麓区, 2024]");
    }

    @Test
    @DisplayName("as the national template comes: blank it holds no row, and its hidden look-up sheets are not read")
    void nationalTemplate() {
        Reading reading = Reading.of(ReferenceMaterial.at("coal-survey/附件2 XX省（自治区、直辖市）202X年煤炭消费状况表.xlsx"));

        assertThat(reading.workbook().recognised()).isTrue();
        assertThat(reading.findings()).containsExactly("R-REPORTER-02 warning 附件2 XX省（自治区、直辖市）202X年煤炭消费状况表 []");
    }

    @Test
    @DisplayName("as a public test filled it: read whole, its own contradictions named")
    void filledTest() {
        Reading reading = Reading.of(ReferenceMaterial.at("coal-survey/附件2 海港区 2024年煤炭消费状况表.xlsx"));

        assertThat(reading.numbers())
                .hasSize(14)
                .contains(
                        "consumption/coal-total = 1000 10^4 t at 附件2 XX省（自治区、直辖市）202X年煤炭消费状况表!E8",
                        "consumption/coke = 6456 10^4 t at 附件2 XX省（自治区、直辖市）202X年煤炭消费状况表!R8");
        assertThat(reading.findings())
                .containsExactlyInAnyOrder(
                        "R-REGION-01 error 附件2 XX省（自治区、直辖市）202X年煤炭消费状况表!C8 [海港区, 2024]",
                        "R-COAL-02 error 附件2 XX省（自治区、直辖市）202X年煤炭消费状况表!I8 [234, -7451, 7685]",
                        "R-COAL-04 warning 附件2 XX省（自治区、直辖市）202X年煤炭消费状况表!R8 [6456, 1000, 5456]");
    }

    @Test
    @DisplayName("is held to its own relations, each at its cell")
    void relations() {
        Object[] sound = {"湖南省", "长沙市", "望城区", 2024, 10, 6, 3, 1, 4, 0.5, 0, 2, 0, 0, 3, 0, 0.5, 1};
        assertThat(Reading.of(survey().row(8, sound)).findings()).isEmpty();
        assertThat(Reading.of(survey().row(8, sound).set("H8", 2)).findings())
                .containsExactly("R-COAL-01 error 附件2!E8 [10, 11, -1]");
        assertThat(Reading.of(survey().row(8, sound).set("O8", 3.5)).findings())
                .containsExactly("R-COAL-02 error 附件2!I8 [4, 3.5, 0.5]");
        assertThat(Reading.of(survey().row(8, sound).set("P8", 4)).findings())
                .containsExactly("R-COAL-03 error 附件2!P8 [4, 3, 1]");
        assertThat(Reading.of(survey().row(8, sound).set("R8", 12)).findings())
                .containsExactly("R-COAL-04 warning 附件2!R8 [12, 10, 2]");
        assertThat(Reading.of(survey().row(8, sound)
                                .set("E8", 110004)
                                .set("F8", 110000)
                                .set("R8", 1))
                        .findings())
                .containsExactly("R-COAL-05 error 附件2!F8 [110000, 0, 100000]");
        sound[13] = null;
        assertThat(Reading.of(survey().row(8, sound)).findings()).containsExactly("R-COAL-06 error 附件2!N8 []");
    }

    @Test
    @DisplayName("names a region and year that stand twice")
    void twice() {
        Object[] row = {"湖南省", "长沙市", null, 2024, 10, 6, 3, 1, 4, 0.5, 0, 2, 0, 0, 3, 0, 0.5, 1};
        assertThat(Reading.of(survey().row(8, row).row(9, row)).findings())
                .containsExactly("R-REPORTER-01 warning 附件2!C9 [430100, 8]");
    }
}
