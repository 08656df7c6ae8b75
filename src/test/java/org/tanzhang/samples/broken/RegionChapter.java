package org.tanzhang.samples.broken;

import static org.tanzhang.samples.broken.Indicators.AREA;
import static org.tanzhang.samples.broken.Indicators.CITY;
import static org.tanzhang.samples.broken.Indicators.CODE;
import static org.tanzhang.samples.broken.Indicators.CONSTANT;
import static org.tanzhang.samples.broken.Indicators.CURRENT;
import static org.tanzhang.samples.broken.Indicators.GROWTH;
import static org.tanzhang.samples.broken.Indicators.INDEX;
import static org.tanzhang.samples.broken.Indicators.POPULATION;
import static org.tanzhang.samples.broken.Indicators.REGION;

import java.math.BigDecimal;
import org.tanzhang.samples.broken.Balance.Dialect;

/** Tables in which regions report: indicators, the coal survey, the balance in standard quantity. */
final class RegionChapter extends Chapter {

    RegionChapter(Places places) {
        super("10-地区表", places);
    }

    @Override
    void draw() {
        units();
        growth();
        misplaced();
        baseYear();
        blank();
        codes();
        levels();
        coalRelations();
        coalInTonnes();
        coalBlanks();
        standardQuantity();
    }

    private void units() {
        Indicators table = Indicators.ofDistricts(
                file(
                        "主要指标-计量单位.xlsx",
                        "岳麓区生产总值按万元、开福区人口按人、雨花区面积按万平方公里填",
                        "one district's GDP in 10^4 CNY, another's population in persons, a third's area in 10^4 km2"),
                2010);
        table.times("岳麓区", CURRENT, "10000").error("R-SOCIO-01");
        table.at("岳麓区", CURRENT).warning("R-SOCIO-07");
        table.at("岳麓区", CONSTANT).warning("R-SOCIO-06");
        table.times("开福区", POPULATION, "10000").error("R-SOCIO-02");
        table.at("开福区", CURRENT).warning("R-SOCIO-07");
        table.put("雨花区", AREA, 0.0292).error("R-SOCIO-03");
    }

    private void growth() {
        Indicators table = Indicators.ofDistricts(
                file("主要指标-速度与指数.xls", "天心区的增长速度与指数填反了", "a district's growth and index are swapped"), 2013);
        BigDecimal growth = table.figure("天心区", GROWTH);
        table.put("天心区", GROWTH, table.figure("天心区", INDEX)).warning("R-SOCIO-04");
        table.put("天心区", INDEX, growth).warning("R-SOCIO-05");
    }

    private void misplaced() {
        Indicators table = Indicators.ofDistricts(
                file(
                        "主要指标-小数点.xlsx",
                        "芙蓉区不变价小了十倍，岳麓区人口小了一百倍",
                        "one district's GDP at constant prices 10 times, another's population 100 times too small"),
                2016);
        table.times("芙蓉区", CONSTANT, "0.1").warning("R-SOCIO-06");
        table.times("岳麓区", POPULATION, "0.01");
        table.at("岳麓区", CURRENT).warning("R-SOCIO-07");
    }

    private void baseYear() {
        Indicators table = Indicators.of(
                file("主要指标-没有基年.xlsx", "列名只写“可比价格”，没有基年", "constant prices without a base year"), "望城区", 2019);
        table.put("表头", CONSTANT, "地区生产总值（亿元，可比价格）");
        table.at("望城区", CONSTANT).warning("R-SOCIO-08");
    }

    private void blank() {
        Indicators table =
                Indicators.ofDistricts(file("主要指标-空格.xlsx", "开福区的生产总值空着", "a district's GDP is left blank"), 2007);
        table.clear("开福区", CURRENT).info("R-SOCIO-09");
    }

    private void codes() {
        Indicators table = Indicators.ofDistricts(
                file("主要指标-代码与名称.xls", "天心区、岳麓区的代码填反了", "the codes of two districts are swapped"), 2004);
        table.put("天心区", CODE, Places.code("岳麓区"));
        table.put("岳麓区", CODE, Places.code("天心区"));
        table.at("天心区", REGION).warning("R-REGION-04");
        table.at("岳麓区", REGION).warning("R-REGION-04");
    }

    private void levels() {
        Indicators table = Indicators.ofCity(
                file(
                        "主要指标-市与区县.xlsx",
                        "全市生产总值比区县之和少一成多；全市人口比区县之和多 50 万",
                        "the city's GDP more than a tenth below its counties', its population 500,000 above theirs"),
                2025);
        table.times(CITY, CURRENT, "0.88").warning("R-LEVEL-04");
        table.add(CITY, POPULATION, "50").warning("R-LEVEL-05");
    }

    private void coalRelations() {
        CoalSurvey survey = CoalSurvey.ofAll(
                file(
                        "煤炭消费-关系.xlsx",
                        "望城区煤合计多 1；长沙县用途之和大于煤合计；浏阳市原料大于工业；宁乡市焦炭大于煤合计",
                        "a total 1 too large, uses above the total, raw material above industry, more coke than coal"),
                2025);
        survey.add("望城区", CoalSurvey.TOTAL, "1").error("R-COAL-01");
        survey.add("长沙县", CoalSurvey.POWER, "20").error("R-COAL-02");
        BigDecimal industry = survey.figure("浏阳市", CoalSurvey.INDUSTRY);
        survey.put("浏阳市", CoalSurvey.MATERIAL, industry.add(BigDecimal.TEN)).error("R-COAL-03");
        survey.add("宁乡市", CoalSurvey.COKE, "100").warning("R-COAL-04");
        // the city follows, so that its counties do not exceed it
        survey.add(CoalSurvey.CITY, CoalSurvey.COKE, "100");
    }

    private void coalInTonnes() {
        CoalSurvey survey = CoalSurvey.of(file("煤炭消费-按吨填.xls", "全部按吨填，大了一万倍", "all of it in tonnes"), "浏阳市", 2023);
        for (String column : CoalSurvey.figures()) {
            Mark cell = survey.times("浏阳市", column, "10000");
            int most = column.equals(CoalSurvey.TOTAL) ? 200_000 : 100_000;
            if (survey.figure("浏阳市", column).intValue() > most) {
                cell.error("R-COAL-05");
            }
        }
    }

    private void coalBlanks() {
        CoalSurvey survey =
                CoalSurvey.of(file("煤炭消费-空格.xlsx", "没有的留空，没有填 0", "blank where there is nothing, not 0"), "宁乡市", 2021);
        survey.clear("宁乡市", CoalSurvey.WASHING).error("R-COAL-06");
        survey.clear("宁乡市", CoalSurvey.GAS_MAKING).error("R-COAL-06");
    }

    private void standardQuantity() {
        Balance physical = Balance.of(new Sample("", Format.XLSX, "", ""), Dialect.P303_1, "浏阳市", 2023, 906);
        StandardBalance balance = StandardBalance.of(
                file(
                        "P303-4-单位.xlsx",
                        "电力一栏的单位仍写亿千瓦时；居民用气合计比城镇、乡村多 0.5",
                        "electricity still says kWh; households' gas 0.5 above urban and rural"),
                physical,
                "浏阳市",
                2023);
        balance.put("计量单位", Balance.ELECTRICITY, "（亿千瓦时）");
        balance.head(Balance.ELECTRICITY).error("R-UNIT-02");
        balance.add(Line.HOUSEHOLDS, Balance.GAS, "0.5").error("R-P303-1-07");
    }
}
