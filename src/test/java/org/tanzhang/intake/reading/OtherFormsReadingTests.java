package org.tanzhang.intake.reading;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Forms that are kept as checks, or until the accounts use them (forms.md, 1.1 and 2.4). Their layouts are unverified. */
@DisplayName("A form of other users")
class OtherFormsReadingTests {

    private static final String UNIT = "91430112MA4LXYAW1X";

    private static Sketch card(String title, String number) {
        return Sketch.xlsxSheet("表")
                .set("A1", title)
                .set("H1", number)
                .set("A2", "统一社会信用代码：" + UNIT)
                .set("A3", "单位详细名称：某公共交通公司")
                .set("H3", "2024年1－12月")
                .row(5, "能源名称", "计量单位", "代码", "年初库存量", "购进量", null, "消费量", null, "期末库存量", "采用折标系数")
                .row(6, null, null, null, null, "实物量", "金额（千元）", "合计", "其中：运输工具消费")
                .row(7, "甲", "乙", "丙", 1, 2, 3, 4, 5, 6, 7)
                .row(8, "柴油", "吨", "21", 2, 30, 210, 31, 30, 1, 1.4571)
                .row(9, "天然气", "万立方米", "15", 0, 8, 280, 8, 0, 0, 12.1)
                .row(10, "电力", "万千瓦时", "33", null, 50, 400, 50, null, null, 1.229)
                .set("A12", "补充资料：建筑面积")
                .set("D12", 5000);
    }

    @Test
    @DisplayName("for key users that are no industry (205-5) is a statement of its own, not of the accounts")
    void keyUsers() {
        Reading form = Reading.of(card("非工业重点耗能单位能源消费情况", "表    号：205-5表"));
        assertThat(form.statements()).containsExactly("205-5 " + UNIT + " 2024-01..12");
        assertThat(form.statement().form()).isEqualTo("205-5");
        assertThat(form.numbers())
                .contains(
                        "opening-stock/diesel = 2 t at 表!D8",
                        "purchase/diesel = 30 t at 表!E8",
                        "purchase-value/diesel = 210 1 at 表!F8",
                        "consumption/diesel = 31 t at 表!G8",
                        "transport-use/diesel = 30 t at 表!H8",
                        "closing-stock/diesel = 1 t at 表!I8",
                        "coefficient/diesel = 1.4571 1 at 表!J8",
                        "consumption/natural-gas = 8 10^4 m3 at 表!G9",
                        "consumption/electricity = 50 10^4 kWh at 表!G10");
        assertThat(form.findings()).isEmpty();
    }

    @Test
    @DisplayName("for transport enterprises (P109) is kept with it")
    void transportEnterprises() {
        Reading form = Reading.of(card("交通运输企业主要能源消费与库存", "表    号：P109表").set("H3", "2024年"));
        assertThat(form.statements()).containsExactly("P109 " + UNIT + " 2024");
        assertThat(form.statement().form()).isEqualTo("205-5");
        assertThat(form.numbers()).contains("consumption/diesel = 31 t at 表!G8", "transport-use/diesel = 30 t at 表!H8");
        assertThat(form.findings()).isEmpty();
    }

    @Test
    @DisplayName("is held to its own relations")
    void relations() {
        assertThat(Reading.of(card("非工业重点耗能单位能源消费情况", "表号：205-5表").set("H8", 40).set("I8", 9))
                        .findings())
                .containsExactly("R-205-5-01 error 表!H8 [40, 31, 9]", "R-205-5-02 warning 表!I8 [9, 1, 8]");
    }

    @Test
    @DisplayName("may have few columns, if its title stands above and nothing required lacks")
    void fewColumns() {
        Reading form = Reading.of(Sketch.xlsxSheet("表")
                .set("A1", "非工业重点耗能单位能源消费情况")
                .set("A2", "统一社会信用代码：" + UNIT)
                .set("D2", "2024年")
                .row(4, "能源名称", "计量单位", "购进量", "消费量合计")
                .row(5, "电力", "万千瓦时", 50, 50));
        assertThat(form.numbers())
                .containsExactly(
                        "purchase/electricity = 50 10^4 kWh at 表!C5", "consumption/electricity = 50 10^4 kWh at 表!D5");
        Reading district = Reading.of(district()
                .set("C4", "")
                .set("D4", "")
                .set("E4", "")
                .set("C5", "")
                .set("D5", "")
                .set("E5", ""));
        assertThat(district.statements()).containsExactly("district-sectors 430112 2024");
        assertThat(district.numbers()).contains("final.rural/electricity = 20 10^4 kWh at 其他部门!F15");
        assertThat(Reading.of(Sketch.xlsxSheet("说明")
                                .set("A1", "205-1表 填报说明")
                                .row(3, "能源名称", "计量单位", "参考折标系数")
                                .row(4, "原煤", "吨", 0.7143))
                        .workbook()
                        .recognised())
                .as("a list of coefficients is no card")
                .isFalse();
    }

    private static Sketch district() {
        return Sketch.xlsxSheet("其他部门")
                .set("A1", "规模以下工业和其他部门能源消费")
                .set("A2", "综合机关名称：长沙市望城区统计局")
                .set("E2", "2024年")
                .row(4, "指标名称", "代码", "原煤", "汽油", "天然气", "电力")
                .row(5, null, null, "（吨）", "（吨）", "（万立方米）", "（万千瓦时）")
                .row(6, "合计", "01", 800, 95, 30, 260)
                .row(7, "一、规模以下工业", "02", 500, 20, 4, 100)
                .row(8, "二、农、林、牧、渔业", "03", 300, 5, null, 10)
                .row(9, "三、建筑业", "04", 0, 10, null, 20)
                .row(10, "四、交通运输、仓储和邮政业", "05", "-", 40, 6, 10)
                .row(11, "五、批发、零售业和住宿、餐饮业", "06", "NE", 10, 5, 40)
                .row(12, "六、其他", "07", null, 10, 5, 30)
                .row(13, "七、居民生活", "08", null, null, 10, 50)
                .row(14, "    城镇", "09", null, null, 9, 30)
                .row(15, "    乡村", "10", null, null, 1, 20)
                .set("A17", "单位负责人：    填表人：    报出日期：2025年3月2日");
    }

    @Test
    @DisplayName("for a district's small industry, other sectors and households is a statement of the district")
    void districtSectors() {
        Reading form = Reading.of(district());
        assertThat(form.statements()).containsExactly("district-sectors 430112 2024");
        assertThat(form.cells())
                .contains(
                        "final.industry-small/raw-coal = 500 t at 其他部门!C7",
                        "final.agriculture/raw-coal = 300 t at 其他部门!C8",
                        "final.construction/raw-coal = 0 t at 其他部门!C9",
                        "final.transport/raw-coal = DASH t at 其他部门!C10",
                        "final.trade/raw-coal = NE t at 其他部门!C11",
                        "final.other/raw-coal = BLANK t at 其他部门!C12",
                        "final.transport/gasoline = 40 t at 其他部门!D10",
                        "final.urban/natural-gas = 9 10^4 m3 at 其他部门!E14",
                        "final.rural/electricity = 20 10^4 kWh at 其他部门!F15",
                        "final.total/electricity = 260 10^4 kWh at 其他部门!F6");
        assertThat(form.findings()).isEmpty();
    }

    @Test
    @DisplayName("for a district's sectors is held to its totals")
    void districtTotals() {
        assertThat(Reading.of(district().set("E6", 40).set("F13", 55)).errors())
                .containsExactly(
                        "R-DISTRICT-01 error 其他部门!E6 [40, 30, 10]", "R-DISTRICT-02 error 其他部门!F13 [55, 50, 5]");
    }

    @Test
    @DisplayName("for a district's sectors is not taken for a balance, nor a balance for it")
    void notABalance() {
        assertThat(Reading.of(Sketch.balance()).statements()).containsExactly("P303-1 430102 2024");
        assertThat(Reading.of(district().set("A1", "能源平衡表（实物量）")).workbook().recognised())
                .as("without the rows of a balance it is none")
                .isTrue();
        assertThat(Reading.of(district().set("A1", "能源平衡表（实物量）")).errors())
                .contains("R-FORM-02 error 其他部门 [终端消费量, P303-1]");
    }
}
