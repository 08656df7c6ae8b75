package org.tanzhang.intake.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.apache.poi.ss.util.CellReference;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The regional balance in its two dialects (forms.md, 2.1 to 2.3). */
@DisplayName("A balance")
class BalanceReadingTests {

    @Test
    @DisplayName("of dialect P303-1 is read with its supply block left empty, as city offices do")
    void p303() {
        Reading balance = Reading.of(Sketch.balance()
                .set("C7", -2)
                .set("C8", -2)
                .set("C11", 5)
                .set("C13", 4.5)
                .set("C14", 0.5)
                .set("C20", 0.5)
                .set("F7", 6)
                .set("F8", 6));
        assertThat(balance.statements()).containsExactly("P303-1 430102 2024");
        assertThat(balance.statement().form()).isEqualTo("energy-balance");
        assertThat(balance.numbers())
                .containsExactlyInAnyOrder(
                        "transformation.total/raw-coal = -2 10^4 t at P303-1!C7",
                        "transformation.power/raw-coal = -2 10^4 t at P303-1!C8",
                        "final.total/raw-coal = 5 10^4 t at P303-1!C11",
                        "final.industry/raw-coal = 4.5 10^4 t at P303-1!C13",
                        "final.non-energy/raw-coal = 0.5 10^4 t at P303-1!C14",
                        "final.rural/raw-coal = 0.5 10^4 t at P303-1!C20",
                        "transformation.total/electricity = 6 10^8 kWh at P303-1!F7",
                        "transformation.power/electricity = 6 10^8 kWh at P303-1!F8");
        assertThat(balance.findings()).isEmpty();
    }

    @Test
    @DisplayName("keeps blank, dash, zero and notation keys apart")
    void keepsBlanksApart() {
        Reading balance = Reading.of(
                Sketch.balance().set("C17", "-").set("D17", 0).set("E17", "NE").set("F17", "IE"));
        assertThat(balance.cells())
                .contains(
                        "final.trade/raw-coal = DASH 10^4 t at P303-1!C17",
                        "final.trade/diesel = 0 10^4 t at P303-1!D17",
                        "final.trade/natural-gas = NE 10^8 m3 at P303-1!E17",
                        "final.trade/electricity = IE 10^8 kWh at P303-1!F17",
                        "final.other/raw-coal = BLANK 10^4 t at P303-1!C18");
    }

    @ParameterizedTest(name = "{0}, {1}: {2}")
    @CsvSource({
        "长沙市芙蓉区统计局, 2024年, P303-1 430102 2024",
        "长沙市统计局, 2024年, P303-1 430100 2024",
        "湖南省统计局, 2012年, P303-1 430000 2012",
        "望城县统计局, 2010年, P303-1 430122 2010",
        "长 沙 县统计局, 2024年, P303-1 430121 2024",
        "宁乡市统计局, ２０２４年, P303-1 430182 2024"
    })
    @DisplayName("belongs to the region whose office filled it, in the year it names")
    void belongsToItsRegion(String office, String year, String expected) {
        assertThat(Reading.of(Sketch.xlsxSheet("表").drawBalance(office, year)).statements())
                .containsExactly(expected);
    }

    @Test
    @DisplayName("of a county under a code that was not yet in force is returned")
    void codeOfAnotherYear() {
        assertThat(Reading.of(Sketch.xlsxSheet("表").drawBalance("望城区统计局", "2009年"))
                        .errors())
                .containsExactly("R-REGION-02 error 表!A2 [430112, 2009]");
        assertThat(Reading.of(Sketch.xlsxSheet("表").drawBalance("宁乡县统计局", "2020年"))
                        .errors())
                .containsExactly("R-REGION-02 error 表!A2 [430124, 2020]");
    }

    @Test
    @DisplayName("of an unknown region is returned, and so is one that names none")
    void unknownRegion() {
        assertThat(Reading.of(Sketch.xlsxSheet("表").drawBalance("虚构县统计局", "2024年"))
                        .errors())
                .containsExactly("R-REGION-01 error 表!A2 [虚构县统计局, 2024]");
        assertThat(Reading.of(Sketch.balance().set("A2", "（实物量）").set("C6", 3)).errors())
                .containsExactly("R-REGION-03 error P303-1 []");
    }

    /** The yearbook's layout: Chinese and English captions, two rows of units, English names beside the labels. */
    private static Sketch yearbook(String... columns) {
        Sketch sketch = Sketch.xlsxSheet("6-18 湖南")
                .set("A1", "6-18  湖南能源平衡表(实物量)-2012")
                .set("A2", "ENERGY BALANCE OF HUNAN-2012 (PHYSICAL QUANTITY)")
                .set("A4", "项        目")
                .set("B4", "Item");
        for (int i = 0; i < columns.length; i++) {
            String column = String.valueOf((char) ('C' + i));
            boolean gas = columns[i].contains("气") && !columns[i].contains("液化");
            sketch.set(column + "4", columns[i]);
            sketch.set(column + "5", gas ? "(亿立方米)" : "(万吨)");
            sketch.set(column + "7", "Some English");
            sketch.set(column + "9", gas ? "(108 cu.m)" : "(104 tn)");
        }
        String[] rows = {
            "一.可供本地区消费的能源量|Total Primary Energy Supply",
            "  1.一次能源生产量|  Indigenous Production",
            "  9.库存增(-)、减(+)量|  Stock Change",
            "二.加工转换投入(-)产出(+)量|Input(-) & Output(+) of Transformation",
            "  1.火力发电|  Thermal Power",
            "  2.供热|  Heating Supply",
            "    #焦炭再投入量(-)|      Coke Input(-)",
            "三.损失量|Loss",
            "四.终端消费量|Total Final Consumption",
            "  1.农、林、牧、渔、水利业|  Farming",
            "  2.工业|  Industry",
            "    #用作原料、材料|      Non-Energy Use",
            "  3.建筑业|  Construction",
            "  4.交通运输、仓储和邮政业|  Transport",
            "  5.批发、零售业和住宿、餐饮业|  Trade",
            "  6.生活消费|  Residential Consumption",
            "     城镇|     Urban",
            "     乡村|     Rural",
            "  7.其他|  Other",
            "五.平衡差额|Statistical Difference",
            "六.消费量合计|Sum of Consumption"
        };
        for (int i = 0; i < rows.length; i++) {
            String[] labels = rows[i].split("\\|", -1);
            sketch.set("A" + (11 + i), labels[0]).set("B" + (11 + i), labels[1]);
        }
        return sketch;
    }

    @Test
    @DisplayName("in the yearbook's layout is read through its captions in two languages")
    void yearbookLayout() {
        Reading balance = Reading.of(yearbook("原煤", "焦炭", "柴油")
                .set("C19", 12)
                .set("C21", 12)
                .set("C22", 3)
                .set("D17", -1.5)
                .set("D14", -1.5));
        assertThat(balance.statements()).containsExactly("energy-balance-yearbook 430000 2012");
        assertThat(balance.numbers())
                .containsExactlyInAnyOrder(
                        "final.total/raw-coal = 12 10^4 t at 6-18 湖南!C19",
                        "final.industry/raw-coal = 12 10^4 t at 6-18 湖南!C21",
                        "final.non-energy/raw-coal = 3 10^4 t at 6-18 湖南!C22",
                        "transformation.total/coke = -1.5 10^4 t at 6-18 湖南!D14",
                        "transformation.coke-reinput/coke = -1.5 10^4 t at 6-18 湖南!D17");
    }

    @Test
    @DisplayName("of 22 columns holds three gases in 其他煤气; of 32 columns 其他煤气 is what remains")
    void otherGas() {
        assertThat(Reading.of(yearbook("焦炭", "焦炉煤气", "其他煤气").set("E19", 2).set("E21", 2))
                        .numbers())
                .contains("final.industry/mixed-gas = 2 10^8 m3 at 6-18 湖南!E21");
        assertThat(Reading.of(yearbook("焦炭", "焦炉煤气", "高炉煤气", "转炉煤气", "其他煤气")
                                .set("G19", 2)
                                .set("G21", 2))
                        .numbers())
                .contains("final.industry/other-gas = 2 10^8 m3 at 6-18 湖南!G21");
    }

    @Test
    @DisplayName("of dialect P303-1 without 高炉煤气 holds three gases in 其他煤气 too")
    void otherGasOfP303() {
        Sketch alone = Sketch.balance().set("E4", "其他煤气").set("E11", 2).set("E13", 2);
        assertThat(Reading.of(alone).numbers()).contains("final.industry/mixed-gas = 2 10^8 m3 at P303-1!E13");
        Sketch beside = Sketch.balance()
                .set("E4", "其他煤气")
                .set("E11", 2)
                .set("E13", 2)
                .set("G4", "高炉煤气")
                .set("G5", "（亿立方米）");
        assertThat(Reading.of(beside).numbers()).contains("final.industry/other-gas = 2 10^8 m3 at P303-1!E13");
    }

    @Test
    @DisplayName("of 2022 is one statement a sheet, and its appendix of coefficients is said to be none")
    void oneSheetAProvince() {
        Reading book = Reading.of(yearbook("原煤", "焦炭", "柴油")
                .sheet("折标系数")
                .set("A1", "各种能源折标准煤参考系数")
                .set("A2", "能源名称")
                .set("B2", "折标准煤系数")
                .set("A3", "原煤")
                .set("B3", 0.7143)
                .set("A4", "焦炭")
                .set("B4", 0.9714)
                .set("A5", "柴油")
                .set("B5", 1.4571)
                .sheet("市")
                .drawBalance("长沙市统计局", "2012年"));
        assertThat(book.statements()).containsExactly("energy-balance-yearbook 430000 2012", "P303-1 430100 2012");
        assertThat(book.findings()).containsExactly("R-FORM-05 info 折标系数 [折标系数]");
    }

    @Test
    @DisplayName("in standard coal is another form and not read as tonnes")
    void standardCoal() {
        Reading standard = Reading.of(Sketch.balance().set("A1", "能源平衡表（标准量）"));
        assertThat(standard.statements()).containsExactly("P303-4 430102 2024");
        assertThat(standard.statement().form()).isEqualTo("energy-balance-standard");
    }

    @Test
    @DisplayName("prints heat as 百亿千焦 or 万百万千焦, the same unit")
    void unitsOfHeat() {
        for (String unit : new String[] {"（百亿千焦）", "（万百万千焦）"}) {
            assertThat(Reading.of(Sketch.balance()
                                    .set("F4", "热力")
                                    .set("F5", unit)
                                    .set("F13", 2)
                                    .set("F11", 2))
                            .numbers())
                    .contains("final.industry/heat = 2 10^10 kJ at P303-1!F13");
        }
    }

    @Test
    @DisplayName("may carry its unit in the caption's last bracket")
    void unitInTheCaption() {
        assertThat(Reading.of(Sketch.balance()
                                .set("D4", "柴油（吨）")
                                .set("D5", "")
                                .set("D11", 2)
                                .set("D13", 2))
                        .numbers())
                .contains("final.industry/diesel = 2 t at P303-1!D13");
    }

    @Test
    @DisplayName("is held to its identities: an error for the total of final use, a warning for the difference")
    void identities() {
        Reading balance = Reading.of(Sketch.balance()
                .set("C11", 9)
                .set("C13", 5)
                .set("C20", 3)
                .set("C21", 7)
                .set("C6", 12));
        // 四 = 5 + 3 = 8; 五 = 12 + 0 - 0 - 9 = 3
        assertThat(balance.findings())
                .containsExactly(
                        "R-P303-1-01 info P303-1!C6 [12, 0, 12]",
                        "R-P303-1-04 error P303-1!C11 [9, 8, 1]",
                        "R-P303-1-05 warning P303-1!C21 [7, 3, 4]");
    }

    @Test
    @DisplayName("is held to raw material inside industry")
    void rawMaterialInsideIndustry() {
        assertThat(Reading.of(Sketch.balance().set("C11", 2).set("C13", 2).set("C14", 2.5))
                        .errors())
                .containsExactly("R-P303-1-03 error P303-1!C14 [2.5, 2, 0.5]");
    }

    /** The columns of the 22-column yearbook of 2007, in their order (forms.md, 2.1). */
    private static final String OF_2007 =
            "煤合计 原煤 洗精煤 其他洗煤 型煤 焦炭 焦炉煤气 其他煤气 油品合计 原油 汽油 煤油 柴油 燃料油 液化石油气 炼厂干气 天然气" + " 其他石油制品 其他焦化产品 热力 电力 其他能源";

    /** The about 32 columns from 2010 on (codes.csv, scheme EB-2010on-32col); their order is unverified. */
    private static final String FROM_2010 = "煤合计 原煤 洗精煤 其他洗煤 煤制品 煤矸石 焦炭 焦炉煤气 高炉煤气 转炉煤气 其他煤气 其他焦化产品 油品合计 原油 汽油 煤油"
            + " 柴油 燃料油 石脑油 润滑油 石蜡 溶剂油 石油沥青 石油焦 液化石油气 炼厂干气 其他石油制品 天然气 液化天然气 热力 电力 其他能源";

    private static String unitOf(String column) {
        return switch (column) {
            case "焦炉煤气", "高炉煤气", "转炉煤气", "其他煤气", "天然气" -> "（亿立方米）";
            case "热力" -> "（百亿千焦）";
            case "电力" -> "（亿千瓦时）";
            case "其他能源" -> "（万吨标准煤）";
            default -> "（万吨）";
        };
    }

    /** A balance with those columns from C on; the n-th states n in its total and its row of industry. */
    private static List<String> industryOf(Sketch sketch, String columns, int header, int total, int industry) {
        int column = 2;
        for (String caption : columns.split(" ")) {
            String letters = CellReference.convertNumToColString(column);
            sketch.set(letters + header, caption)
                    .set(letters + (header + 1), unitOf(caption))
                    .set(letters + total, column - 1)
                    .set(letters + industry, column - 1);
            column++;
        }
        Reading balance = Reading.of(sketch);
        assertThat(balance.errors()).isEmpty();
        return balance.numbers().stream()
                .filter(c -> c.startsWith("final.industry/"))
                .map(c -> c.substring("final.industry/".length()))
                .toList();
    }

    private static final String[] MEMBERS_OF_2007 = {
        "coal-total = 1 10^4 t at",
        "raw-coal = 2 10^4 t at",
        "cleaned-coal = 3 10^4 t at",
        "other-washed-coal = 4 10^4 t at",
        "briquettes = 5 10^4 t at",
        "coke = 6 10^4 t at",
        "coke-oven-gas = 7 10^8 m3 at",
        "mixed-gas = 8 10^8 m3 at",
        "oil-total = 9 10^4 t at",
        "crude-oil = 10 10^4 t at",
        "gasoline = 11 10^4 t at",
        "kerosene = 12 10^4 t at",
        "diesel = 13 10^4 t at",
        "fuel-oil = 14 10^4 t at",
        "lpg = 15 10^4 t at",
        "refinery-gas = 16 10^4 t at",
        "natural-gas = 17 10^8 m3 at",
        "other-petroleum = 18 10^4 t at",
        "other-coking-products = 19 10^4 t at",
        "heat = 20 10^10 kJ at",
        "electricity = 21 10^8 kWh at",
        "other-energy = 22 10^4 tce at"
    };

    private static final String[] MEMBERS_FROM_2010 = {
        "coal-total = 1 10^4 t at",
        "raw-coal = 2 10^4 t at",
        "cleaned-coal = 3 10^4 t at",
        "other-washed-coal = 4 10^4 t at",
        "briquettes = 5 10^4 t at",
        "coal-gangue = 6 10^4 t at",
        "coke = 7 10^4 t at",
        "coke-oven-gas = 8 10^8 m3 at",
        "blast-furnace-gas = 9 10^8 m3 at",
        "converter-gas = 10 10^8 m3 at",
        "other-gas = 11 10^8 m3 at",
        "other-coking-products = 12 10^4 t at",
        "oil-total = 13 10^4 t at",
        "crude-oil = 14 10^4 t at",
        "gasoline = 15 10^4 t at",
        "kerosene = 16 10^4 t at",
        "diesel = 17 10^4 t at",
        "fuel-oil = 18 10^4 t at",
        "naphtha = 19 10^4 t at",
        "lubricants = 20 10^4 t at",
        "paraffin = 21 10^4 t at",
        "solvent-oil = 22 10^4 t at",
        "bitumen = 23 10^4 t at",
        "petroleum-coke = 24 10^4 t at",
        "lpg = 25 10^4 t at",
        "refinery-gas = 26 10^4 t at",
        "other-petroleum = 27 10^4 t at",
        "natural-gas = 28 10^8 m3 at",
        "lng = 29 10^4 t at",
        "heat = 30 10^10 kJ at",
        "electricity = 31 10^8 kWh at",
        "other-energy = 32 10^4 tce at"
    };

    private static List<String> at(String sheet, int row, String... members) {
        List<String> cells = new ArrayList<>();
        for (int i = 0; i < members.length; i++) {
            cells.add(members[i] + " " + sheet + "!" + CellReference.convertNumToColString(i + 2) + row);
        }
        return cells;
    }

    @Test
    @DisplayName("is read with 22 columns and with 32, in either dialect")
    void bothVintages() {
        assertThat(industryOf(yearbook(), OF_2007, 4, 19, 21)).isEqualTo(at("6-18 湖南", 21, MEMBERS_OF_2007));
        assertThat(industryOf(yearbook(), FROM_2010, 4, 19, 21)).isEqualTo(at("6-18 湖南", 21, MEMBERS_FROM_2010));
        assertThat(industryOf(Sketch.balance(), OF_2007, 4, 11, 13)).isEqualTo(at("P303-1", 13, MEMBERS_OF_2007));
        assertThat(industryOf(Sketch.balance(), FROM_2010, 4, 11, 13)).isEqualTo(at("P303-1", 13, MEMBERS_FROM_2010));
    }

    @Test
    @DisplayName("of 2022 stands on a sheet a province, 项目 in the second row, coefficients on the last sheet")
    void provincesOf2022() {
        String[][] provinces = {
            {"6-18 湖南能源平衡表（实物量）", "湖南", "430000", "7"},
            {"6-19 广东能源平衡表（实物量）", "广东", "440000", "8"},
            {"6-5 内蒙古能源平衡表（实物量）", "内蒙古", "150000", "9"}
        };
        Sketch book = Sketch.xlsxSheet("封面").set("A1", "分省能源平衡表");
        for (String[] province : provinces) {
            book.sheet(province[0])
                    .set("A1", province[0] + "-2022")
                    .row(2, "项目", "Item", "原煤", "焦炭", "电力")
                    .row(3, null, null, "（万吨）", "（万吨）", "（亿千瓦时）");
            String[] rows = {
                "一.可供本地区消费的能源量",
                "  9.库存增(-)、减(+)量",
                "二.加工转换投入(-)产出(+)量",
                "  1.火力发电",
                "  2.供热",
                "三.损失量",
                "四.终端消费量",
                "  1.农、林、牧、渔业",
                "  2.工业",
                "    #用作原料、材料",
                "五.平衡差额",
                "六.消费量合计"
            };
            for (int i = 0; i < rows.length; i++) {
                book.set("A" + (4 + i), rows[i]);
            }
            book.set("C10", Integer.valueOf(province[3])).set("C12", Integer.valueOf(province[3]));
        }
        book.sheet("附录 折标系数")
                .set("A1", "各种能源折标准煤参考系数")
                .row(2, "项目", "平均低位发热量", "折标准煤系数")
                .row(3, "原煤", 20908, 0.7143)
                .row(4, "焦炭", 28435, 0.9714);
        Reading reading = Reading.of(book);
        assertThat(reading.statements())
                .containsExactly(
                        "energy-balance-yearbook 430000 2022",
                        "energy-balance-yearbook 440000 2022",
                        "energy-balance-yearbook 150000 2022");
        assertThat(reading.numbers())
                .contains(
                        "final.industry/raw-coal = 7 10^4 t at 6-18 湖南能源平衡表（实物量）!C12",
                        "final.industry/raw-coal = 8 10^4 t at 6-19 广东能源平衡表（实物量）!C12",
                        "final.industry/raw-coal = 9 10^4 t at 6-5 内蒙古能源平衡表（实物量）!C12");
        assertThat(reading.findings()).containsExactly("R-FORM-05 info 封面 [封面]", "R-FORM-05 info 附录 折标系数 [附录 折标系数]");
    }

    @Test
    @DisplayName("of the Jiangsu prefecture form has totals, rows and units under other names")
    void prefectureForm() {
        Reading balance = Reading.of(Sketch.balance()
                .set("C4", "煤炭合计")
                .set("D4", "石油合计")
                .set("E4", "热力")
                .set("E5", "（万百万千焦）")
                .set("F5", "（亿千瓦小时）")
                .set("A14", "        其中：用作原材料")
                .set("A16", "      1.交通运输、仓储和邮电通讯业")
                .set("A20", "      2.农村")
                .row(11, null, null, 4, 5, 6, 7)
                .row(13, null, null, 3, 4, 5, 6)
                .row(16, null, null, 1, 1, 1, 1)
                .set("C14", 2));
        assertThat(balance.numbers())
                .contains(
                        "final.industry/coal-total = 3 10^4 t at P303-1!C13",
                        "final.non-energy/coal-total = 2 10^4 t at P303-1!C14",
                        "final.industry/oil-total = 4 10^4 t at P303-1!D13",
                        "final.transport/heat = 1 10^10 kJ at P303-1!E16",
                        "final.industry/electricity = 6 10^8 kWh at P303-1!F13");
        assertThat(balance.errors()).isEmpty();
    }
}
