package org.tanzhang.samples.broken;

import static org.tanzhang.samples.broken.SeriesChapter.FIRST;
import static org.tanzhang.samples.broken.SeriesChapter.THEN;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.tanzhang.samples.broken.Balance.Dialect;

/** Tables of regions beside last year's, the upper level's and the physical balance. */
final class RegionBesideChapter extends Chapter {

    RegionBesideChapter(Places places) {
        super("先后", places);
    }

    @Override
    void draw() {
        indicatorsOfTwoYears();
        countyAfterCity();
        coalOfTwoYears();
        coalOfTwoLevels();
        standardBesidePhysical();
        householdsPerHead();
        coalInTonnes();
        peopleInPersons();
    }

    private void indicatorsOfTwoYears() {
        String name = "人口多了一半";
        Indicators.of(file(name + FIRST + name + "-2010.xlsx", "上年的指标，没有毛病", "last year's, sound"), "长沙县", 2010);
        Indicators now = Indicators.of(
                file(name + THEN + name + "-2011.xlsx", "常住人口是上年的一倍半", "half as many people again as last year"),
                "长沙县",
                2011);
        now.times("长沙县", Indicators.POPULATION, "1.5").warning("R-CHANGE-05");
    }

    private void countyAfterCity() {
        String name = "后报的区县";
        Indicators city = Indicators.ofCity(
                file(name + FIRST + name + "-长沙市.xlsx", "浏阳市一行还空着，没有毛病", "one county still blank, else sound"), 2022);
        for (String column : Indicators.figures()) {
            city.clear("浏阳市", column);
        }
        Indicators county = Indicators.of(
                file(
                        name + THEN + name + "-浏阳市.xlsx",
                        "后报的浏阳市生产总值多了六成，区县之和超过全市",
                        "the county that reports later states 1.6 times its GDP: the counties exceed the city"),
                "浏阳市",
                2022);
        county.times("浏阳市", Indicators.CURRENT, "1.6").warning("R-LEVEL-04");
    }

    private void coalOfTwoYears() {
        String name = "煤炭消费三倍";
        CoalSurvey before = CoalSurvey.of(
                file(name + FIRST + name + "-2018.xlsx", "上年的煤炭消费，没有毛病", "last year's, sound"), "岳麓区", 2018);
        CoalSurvey now = CoalSurvey.of(
                file(name + THEN + name + "-2019.xlsx", "原煤三倍于上年", "three times last year's raw coal"), "岳麓区", 2019);
        String more = before.figure("岳麓区", CoalSurvey.RAW)
                .multiply(BigDecimal.valueOf(2))
                .toPlainString();
        now.add("岳麓区", CoalSurvey.RAW, more).warning("R-CHANGE-06");
        now.add("岳麓区", CoalSurvey.TOTAL, more).warning("R-CHANGE-06");
    }

    private void coalOfTwoLevels() {
        String name = "煤炭消费市与区县";
        CoalSurvey county = CoalSurvey.of(
                file(name + THEN + name + "-开福区.xlsx", "区县的煤炭消费，没有毛病", "the county's, sound"), "开福区", 2016);
        county.add("开福区", CoalSurvey.RAW, "800");
        county.add("开福区", CoalSurvey.TOTAL, "800");
        CoalSurvey city = CoalSurvey.of(
                file(
                        name + THEN + name + "-长沙市.xlsx",
                        "全市的原煤、煤合计比开福区一个区还少",
                        "the city uses less coal than one of its districts"),
                CoalSurvey.CITY,
                2016);
        city.at(CoalSurvey.CITY, CoalSurvey.RAW).warning("R-LEVEL-03");
        city.at(CoalSurvey.CITY, CoalSurvey.TOTAL).warning("R-LEVEL-03");
    }

    private void standardBesidePhysical() {
        String name = "电力用了等价值";
        Balance physical = Balance.of(
                file(name + FIRST + name + "-实物量.xlsx", "实物量平衡表，没有毛病", "the physical balance, sound"),
                Dialect.P303_1,
                "长沙县",
                2022,
                907);
        StandardBalance standard = StandardBalance.of(
                file(
                        name + THEN + name + "-标准量.xlsx",
                        "工业用电按等价值折算，其余按当量值",
                        "industry's electricity by what it takes to make, the rest by its heat"),
                physical,
                "长沙县",
                2022);
        // 等价值 3.0 in place of 当量值 1.229, and what adds it up follows
        String more = physical.figure(Line.INDUSTRY, Balance.ELECTRICITY)
                .multiply(new BigDecimal("1.771"))
                .setScale(2, RoundingMode.HALF_UP)
                .toPlainString();
        for (Line line : new Line[] {Line.INDUSTRY, Line.SECONDARY, Line.FINAL, Line.TOTAL, Line.SUPPLY, Line.INFLOW}) {
            standard.add(line, Balance.ELECTRICITY, more).warning("R-STANDARD-01");
            standard.add(line, StandardBalance.ENERGY, more);
        }
    }

    /** some 79 x 10^4 residents in 2013: 750 x 10^6 kWh are some 900 a head. */
    private void householdsPerHead() {
        String name = "人均一万倍";
        Indicators.of(
                file(name + FIRST + name + "-人口.xlsx", "当年的指标，没有毛病", "the year's indicators, sound"), "天心区", 2013);
        Balance balance = Balance.of(
                file(
                        name + THEN + name + "-2013.xlsx",
                        "第一次报送，居民用电按万千瓦时填，大了一万倍；合计跟着大了一千倍",
                        "a first balance: electricity of households in the enterprises' unit, the total 1000 times off with it"),
                Dialect.P303_1,
                "天心区",
                2013,
                908);
        balance.put(Line.URBAN, Balance.ELECTRICITY, 70000).warning("R-MAGNITUDE-03");
        balance.put(Line.RURAL, Balance.ELECTRICITY, 5000);
        balance.closeAll();
        balance.at(Line.HOUSEHOLDS, Balance.ELECTRICITY).warning("R-MAGNITUDE-03");
        balance.at(Line.TOTAL, Balance.ELECTRICITY).warning("R-MAGNITUDE-03");
    }

    private void coalInTonnes() {
        String name = "煤炭消费一千倍";
        CoalSurvey.of(file(name + FIRST + name + "-2012.xlsx", "上年的煤炭消费，没有毛病", "last year's, sound"), "岳麓区", 2012);
        CoalSurvey now = CoalSurvey.of(
                file(
                        name + THEN + name + "-2013.xlsx",
                        "原煤一千倍于上年，合计跟着大",
                        "a thousand times last year's raw coal, the total with it"),
                "岳麓区",
                2013);
        BigDecimal raw = now.figure("岳麓区", CoalSurvey.RAW);
        String more = raw.multiply(BigDecimal.valueOf(999)).toPlainString();
        now.add("岳麓区", CoalSurvey.RAW, more).error("R-MAGNITUDE-05");
        now.add("岳麓区", CoalSurvey.TOTAL, more).error("R-MAGNITUDE-05");
    }

    private void peopleInPersons() {
        String name = "人口一千倍";
        Indicators.of(file(name + FIRST + name + "-1999.xls", "上年的指标，没有毛病", "last year's, sound"), "长沙县", 1999);
        Indicators now = Indicators.of(
                file(name + THEN + name + "-2000.xls", "常住人口是上年的一千倍", "a thousand times last year's people"),
                "长沙县",
                2000);
        now.times("长沙县", Indicators.POPULATION, "1000").error("R-MAGNITUDE-06");
        now.at("长沙县", Indicators.CURRENT).warning("R-SOCIO-07");
    }
}
