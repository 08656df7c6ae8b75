package org.tanzhang.intake.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The shipped rules on totals of a district's balance, dialect P303-1. */
@DisplayName("A sound balance with totals")
class BalanceRulesTests {

    private static final int PRIMARY = 9;
    private static final int SECONDARY = 11;
    private static final int TERTIARY = 15;
    private static final int HOUSEHOLDS = 19;

    /** Columns: C 煤合计, D 原煤, E 型煤, F 油品合计, G 汽油, H 柴油. */
    private static Sketch balance() {
        return Sketch.xlsxSheet("P303-1")
                .set("A1", "能源平衡表（实物量）")
                .set("A2", "综合机关名称：长沙市芙蓉区统计局")
                .set("F2", "表    号：P303-1表")
                .set("F3", "2024年")
                .row(4, "指标名称", "代码", "煤合计", "原煤", "煤制品", "油品合计", "汽油", "柴油")
                .row(5, null, null, "（万吨）", "（万吨）", "（万吨）", "（万吨）", "（万吨）", "（万吨）")
                .row(6, "二、加工转换投入(-)产出(+)量", "02", -9, -9, null, null, null, null)
                .row(7, "  （一）火力发电", "03", -9, -9, null, null, null, null)
                .row(8, "四、终端消费量", "10", 20, 18, 2, 12, 5, 7)
                .row(PRIMARY, "（一）第一产业", "11", 1, 1, null, 1, null, 1)
                .row(10, "      1.农、林、牧、渔业", "12", 1, 1, null, 1, null, 1)
                .row(SECONDARY, "（二）第二产业", "13", 16, 15, 1, 3, 1, 2)
                .row(12, "      1.工业", "14", 15, 15, null, 2, 1, 1)
                .row(13, "        其中：用作原料、材料", "15", 4, 4, null, null, null, null)
                .row(14, "      2.建筑业", "16", 1, null, 1, 1, null, 1)
                .row(TERTIARY, "（三）第三产业", "17", 1, 1, null, 6, 3, 3)
                .row(16, "      1.交通运输、仓储和邮政业", "18", null, null, null, 4, 2, 2)
                .row(17, "      2.批发、零售业和住宿、餐饮业", "19", 1, 1, null, 1, 1, null)
                .row(18, "      3.其他", "20", null, null, null, 1, null, 1)
                .row(HOUSEHOLDS, "（四）生活消费", "21", 2, 1, 1, 2, 1, 1)
                .row(20, "      1.城镇", "22", 1, null, 1, 1, 1, null)
                .row(21, "      2.乡村", "23", 1, 1, null, 1, null, 1)
                .row(22, "三、损失量", "08", null, null, null, 0.5, null, 0.5)
                .row(23, "   其中：运输和输配损失", "09", null, null, null, 0.5, null, 0.5)
                .row(24, "（二）供热", "04");
    }

    @Test
    @DisplayName("has no finding")
    void hasNoFinding() {
        assertThat(Reading.of(balance()).findings()).isEmpty();
    }

    @ParameterizedTest(name = "{0} = {1}: {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "D19 | 3 | R-P303-1-07 error P303-1!D19 [3, 1, 2]",
                "H23 | 0.9 | R-P303-1-08 error P303-1!H23 [0.9, 0.5, 0.4]",
                "C12 | 18 | R-P303-1-09 warning P303-1!C12 [18, 15, 3]",
                "F16 | 1 | R-P303-1-10 warning P303-1!F16 [1, 4, -3]",
                "D9 | 2 | R-P303-1-16 error P303-1!D9 [2, 1, 1]",
                "D11 | 5 | R-P303-1-17 error P303-1!D11 [5, 15, -10]",
                "H15 | 8 | R-P303-1-18 error P303-1!H15 [8, 3, 5]"
            })
    @DisplayName("spoilt at one cell is named there")
    void isNamedWhereItIsSpoilt(String cell, double value, String finding) {
        assertThat(Reading.of(balance().set(cell, value)).findings()).contains(finding);
    }

    @Test
    @DisplayName(
            "is told where a total stands without its kinds or kinds without their total, but may leave a column empty")
    void isToldOfTotalsAlone() {
        assertThat(Reading.of(balance().set("D17", "").set("F18", "").set("G8", ""))
                        .findings())
                .contains(
                        "R-P303-1-13 info P303-1!C17 [1]",
                        "R-P303-1-20 info P303-1!H18 [1]",
                        "R-P303-1-15 info P303-1!G12 [1]")
                .noneMatch(f -> f.startsWith("R-P303-1-19") || f.startsWith("R-P303-1-14"));
        Sketch empty = balance();
        for (int row = 6; row <= 23; row++) {
            empty.set("F" + row, "");
        }
        assertThat(Reading.of(empty).findings()).isEqualTo(List.of());
    }
}
