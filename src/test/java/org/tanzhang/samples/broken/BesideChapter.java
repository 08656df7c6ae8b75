package org.tanzhang.samples.broken;

import static org.tanzhang.samples.broken.Balance.COAL;
import static org.tanzhang.samples.broken.Balance.COALS;
import static org.tanzhang.samples.broken.Balance.DIESEL;
import static org.tanzhang.samples.broken.Balance.ELECTRICITY;
import static org.tanzhang.samples.broken.SeriesChapter.FIRST;
import static org.tanzhang.samples.broken.SeriesChapter.THEN;

import java.math.BigDecimal;
import org.tanzhang.samples.broken.Balance.Dialect;

/** Double counts, statements that do not fit the register, and balances beside last year's and beside the city's. */
final class BesideChapter extends Chapter {

    BesideChapter(Places places) {
        super("先后", places);
    }

    @Override
    void draw() {
        doubles();
        processes();
        active();
        balancesOfTwoYears();
        levels();
        gasOfTheCoke();
    }

    private void doubles() {
        Plant plant = places.plant("2011");
        Plant changed = places.plant("2011");
        String name = "一家两码";
        Card first = Card.of(
                file(
                        name + THEN + name + "-甲.xlsx",
                        "同名单位用两个代码报同样的数",
                        "one name under two codes with the same figures"),
                plant,
                PERIOD);
        Card second = Card.of(
                file(name + THEN + name + "-乙.xlsx", "同上，另一个代码", "the same under the other code"), plant, PERIOD);
        second.put("A4", "统一社会信用代码：" + changed.code());
        for (Card card : new Card[] {first, second}) {
            card.at(Card.COAL, Card.TOTAL).error("R-DUPLICATE-01");
            card.at("A4").warning("R-DUPLICATE-03");
        }

        Plant one = places.plant("2111");
        Plant other = places.plant("2111");
        String copied = "抄了别家的数";
        Card original = Card.of(
                file(copied + THEN + copied + "-甲.xlsx", "两家不同的单位，整列数相同", "two units whose columns are the same"),
                one,
                PERIOD);
        Card copy = Card.of(file(copied + THEN + copied + "-乙.xlsx", "同上", "the same"), one, PERIOD);
        copy.put("A4", "统一社会信用代码：" + other.code());
        copy.put("A5", "单位详细名称：" + other.name());
        original.at(Card.COAL, Card.TOTAL).warning("R-DUPLICATE-02");
        copy.at(Card.COAL, Card.TOTAL).warning("R-DUPLICATE-02");

        String two = "两区名录";
        Plant moved = places.stranger("430102");
        Register furong = new Register(
                file(
                        two + THEN + two + "-芙蓉区.xlsx",
                        "芙蓉区、雨花区的名录都有同一家企业",
                        "one enterprise in the registers of two districts"),
                "芙蓉区",
                2010);
        furong.at(furong.add(moved), Register.CODE).error("R-DUPLICATE-04");
        furong.add(places.stranger("430102"));
        Register yuhua = new Register(file(two + THEN + two + "-雨花区.xlsx", "同上", "the same"), "雨花区", 2010);
        yuhua.add(places.stranger("430111"));
        String line = yuhua.add(moved);
        yuhua.put(line, Register.REGION, "430111");
        yuhua.put(line, Register.COUNTY, "雨花区");
        yuhua.at(line, Register.CODE).error("R-DUPLICATE-04");
    }

    private void processes() {
        Card power = Card.of(
                file("行业与工序" + THEN + "火电厂没有205-2.xlsx", "火力发电企业没有报 205-2", "a power station without 205-2"),
                places.plant("4411"),
                PERIOD);
        power.at("A4").warning("R-PROCESS-01");

        Card cement = Card.of(
                file("行业与工序" + THEN + "水泥厂炼焦.xlsx", "水泥厂填了炼焦投入", "a cement works with coking input"),
                places.plant("3011"),
                PERIOD);
        cement.burns("洗精煤", "2000", "0.9", "1.6");
        Companion coking = Companion.of(cement, PERIOD)
                .puts(cement, "洗精煤", Companion.COKING, "2000")
                .makes("焦炭", "1400")
                .makes("焦炉煤气", "60");
        coking.at("洗精煤", Companion.COKING).warning("R-PROCESS-03");

        Card paper = Card.of(
                file("行业与工序" + THEN + "纸厂洗煤.xlsx", "造纸厂填了原煤入洗", "a paper mill that washes coal"),
                places.plant("2221"),
                PERIOD);
        Companion washing = Companion.of(paper, PERIOD)
                .putsCoal(paper, Companion.WASHING, "1000")
                .makes("洗精煤", "700");
        washing.at(Card.COAL, Companion.WASHING).warning("R-PROCESS-04");
        washing.at(Card.BITUMINOUS, Companion.WASHING).warning("R-PROCESS-04");
    }

    private void active() {
        String name = "开业之前";
        Plant plant = places.stranger("430102");
        Register register = new Register(
                file(name + FIRST + name + "-名录.xlsx", "8 月开业，没有毛病", "opened in August, sound"), "芙蓉区", YEAR);
        register.put(register.add(plant), Register.OPENED, "2024年8月");
        Card early = Card.of(
                file(
                        name + THEN + name + "-6月.xlsx",
                        "8 月才开业，却报 1-6 月",
                        "opened in August, yet reports for January to June"),
                plant,
                "2024年1－6月");
        early.at("A4").warning("R-ACTIVE-01");
    }

    private record Years(Balance before, Balance now) {}

    private Years years(String name, String county, int seed, String zh, String en) {
        Balance before = Balance.of(
                file(name + FIRST + name + "-2018.xlsx", "上年的平衡表，没有毛病", "last year's balance, sound"),
                Dialect.P303_1,
                county,
                2018,
                seed);
        Balance now = Balance.of(file(name + THEN + name + "-2019.xlsx", zh, en), Dialect.P303_1, county, 2019, seed);
        now.put(
                Line.OPENING_STOCK,
                COAL,
                before.figure(Line.CLOSING_STOCK, COAL).negate());
        now.closeAll();
        return new Years(before, now);
    }

    private void balancesOfTwoYears() {
        Years slip =
                years("平衡表按企业单位填", "岳麓区", 901, "工业用电按万千瓦时填，大了一万倍", "electricity of industry in the enterprises' unit");
        slip.before().put(Line.INDUSTRY, ELECTRICITY, 150);
        slip.before().closeAll();
        slip.now().put(Line.INDUSTRY, ELECTRICITY, 1500000).error("R-MAGNITUDE-02");
        slip.now().closeAll();
        slip.now().at(Line.TOTAL, ELECTRICITY).error("R-MAGNITUDE-02");

        Years change = years("平衡表三倍", "开福区", 902, "交通柴油三倍于上年", "three times last year's diesel of transport");
        change.before().put(Line.TRANSPORT, DIESEL, 1);
        change.before().closeAll();
        change.now().put(Line.TRANSPORT, DIESEL, 3).warning("R-CHANGE-04");
        change.now().closeAll();

        Years stock = years(
                "平衡表期初",
                "雨花区",
                903,
                "原煤年初库存比上年年末多 1 万吨",
                "opening stock of coal 10,000 t above last year's closing stock");
        stock.now().add(Line.OPENING_STOCK, COAL, "1").warning("R-STOCK-03");
        stock.now().closeAll();
        stock.now().at(Line.OPENING_STOCK, COALS).warning("R-STOCK-03");
    }

    private void levels() {
        String name = "市与区县";
        Balance county = Balance.of(
                file(name + THEN + name + "-芙蓉区.xlsx", "区县的平衡表，没有毛病", "the county's balance, sound"),
                Dialect.P303_1,
                "芙蓉区",
                2021,
                904);
        Balance city = Balance.of(
                file(
                        name + THEN + name + "-长沙市.xlsx",
                        "市的交通柴油只有区县的一半",
                        "the city states half of its county's diesel of transport"),
                Dialect.P303_1,
                "长沙市",
                2021,
                904);
        county.put(Line.TRANSPORT, DIESEL, 1);
        county.closeAll();
        city.put(Line.TRANSPORT, DIESEL, 0.5).warning("R-LEVEL-01");
        city.closeAll();

        String units = "区县与企业";
        Plant plant = places.stranger("430103");
        Register register = new Register(
                file(units + FIRST + units + "-名录.xlsx", "当年的名录，没有毛病", "the year's register, sound"), "天心区", 2020);
        register.add(plant);
        Card card = Card.of(
                file(units + FIRST + units + "-企业.xlsx", "企业的表，没有毛病", "the enterprise's card, sound"),
                plant,
                "2020年1－12月");
        card.put(Card.ELECTRICITY, Card.PURCHASE, 5100.5);
        card.put(Card.ELECTRICITY, Card.VALUE, 35190);
        card.put(Card.ELECTRICITY, Card.INDUSTRIAL, 5000.5);
        card.put(Card.ELECTRICITY, Card.NON_INDUSTRIAL, 100);
        card.put(Card.ELECTRICITY, Card.TOTAL, 5100.5);
        Balance small = Balance.of(
                file(
                        units + THEN + units + "-天心区.xlsx",
                        "区县工业用电比这一家企业还少",
                        "the county's industry uses less electricity than this one unit"),
                Dialect.P303_1,
                "天心区",
                2020,
                905);
        small.put(Line.INDUSTRY, ELECTRICITY, new BigDecimal("0.1")).warning("R-LEVEL-02");
        small.closeAll();
    }

    /** The works counts its coke and the gas that comes of it, and recovers nothing: the same carbon twice. */
    private void gasOfTheCoke() {
        Card works = Card.of(
                file(
                        "焦炭与煤气" + THEN + "焦炭与高炉煤气.xlsx",
                        "焦炭之外又填了由它而来的高炉煤气，没有购进，也没有回收",
                        "coke, and beside it the blast-furnace gas that comes of it, neither bought nor recovered"),
                places.plant("3110"),
                PERIOD);
        works.burns("焦炭", "4000", "0.9714", "2.2");
        works.uses("高炉煤气", "4000", "1.286");
        works.at("高炉煤气", Card.TOTAL).warning("R-205-1-12");
    }
}
