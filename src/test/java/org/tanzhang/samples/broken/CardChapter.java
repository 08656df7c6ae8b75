package org.tanzhang.samples.broken;

import static org.tanzhang.samples.broken.Card.BITUMINOUS;
import static org.tanzhang.samples.broken.Card.CLOSING;
import static org.tanzhang.samples.broken.Card.COAL;
import static org.tanzhang.samples.broken.Card.COEFFICIENT;
import static org.tanzhang.samples.broken.Card.DIESEL;
import static org.tanzhang.samples.broken.Card.ELECTRICITY;
import static org.tanzhang.samples.broken.Card.ENERGY;
import static org.tanzhang.samples.broken.Card.GAS;
import static org.tanzhang.samples.broken.Card.INDUSTRIAL;
import static org.tanzhang.samples.broken.Card.NON_INDUSTRIAL;
import static org.tanzhang.samples.broken.Card.PURCHASE;
import static org.tanzhang.samples.broken.Card.RAW;
import static org.tanzhang.samples.broken.Card.TOTAL;
import static org.tanzhang.samples.broken.Card.TRANSPORT;
import static org.tanzhang.samples.broken.Card.VALUE;

/** The relations of form 205-1, each broken in a card of its own. */
final class CardChapter extends Chapter {

    CardChapter(Places places) {
        super("4-企业表", places);
    }

    @Override
    void draw() {
        identities();
        coal();
        coefficients();
        purchases();
        energy();
    }

    private void identities() {
        Card total = card("01-合计不等.xlsx", "天然气合计比工业、非工业之和多 100", "natural gas: the total is 100 above its parts");
        total.add(GAS, TOTAL, "100").error("R-205-1-01");
        total.at(GAS, TOTAL).warning("R-205-1-12");
        total.at(GAS, PURCHASE).info("R-205-1-21");

        Card old = Card.of(
                file("01-合计不等-2010年版.xls", "旧版 P201 表，柴油合计多 100", "form P201: diesel's total is 100 too large"),
                places.plant(),
                "2024年",
                Card.Edition.OF_2010);
        old.add(DIESEL, TOTAL, "100").error("R-205-1-01").warning("R-205-1-12");
        old.at(DIESEL, CLOSING).warning("R-205-1-06");

        Card raw = card("02-原材料大于工业.xlsx", "天然气用于原材料大于工业消费", "more raw material than industrial use");
        raw.put(GAS, RAW, raw.figure(GAS, INDUSTRIAL).add(java.math.BigDecimal.TEN))
                .error("R-205-1-02");

        Card transport = card("03-运输大于合计.xls", "柴油运输工具消费大于合计", "more burnt in vehicles than in all");
        transport
                .put(DIESEL, TRANSPORT, transport.figure(DIESEL, TOTAL).add(java.math.BigDecimal.TEN))
                .error("R-205-1-03");

        Card stock = card(
                "06-库存不平.xlsx",
                "柴油期末库存比期初＋购进－消费多 10",
                "closing stock of diesel 10 above opening + purchase - consumption");
        stock.add(DIESEL, CLOSING, "10").warning("R-205-1-06");

        Card blank =
                card("21-漏期末库存.xlsx", "柴油期末库存空白，购进多于消费", "diesel without closing stock, and more bought than used");
        blank.clear(DIESEL, CLOSING);
        blank.at(DIESEL, PURCHASE).info("R-205-1-21");

        Card stored = card("11-电有库存.xlsx", "电力有期末库存", "electricity in stock");
        stored.put(ELECTRICITY, CLOSING, 120).warning("R-205-1-11");
        stored.at(ELECTRICITY, CLOSING).warning("R-205-1-06");

        Card source = card(
                "12-没有来处.xlsx",
                "高炉煤气消费 800 万立方米，没有购进、产出和回收：焦炭里已经算过的碳",
                "blast-furnace gas burnt that was neither bought nor recovered: carbon counted in the coke already");
        source.uses("高炉煤气", "800", "1.286");
        source.at("高炉煤气", TOTAL).warning("R-205-1-12");
        source.burns("焦炭", "5200", "0.9714", "1.9");
    }

    private void coal() {
        Card partial = card(
                "04-煤种不全.xlsx", "原煤比填了的煤种多 50 吨：只填了一部分煤种", "raw coal 50 t above its kinds: they are filled in part");
        partial.add(COAL, TOTAL, "50").error("R-205-1-04");
        partial.add(COAL, INDUSTRIAL, "50").error("R-205-1-04");
        partial.at(COAL, CLOSING).warning("R-205-1-06");

        Card beside = card(
                "04-重复计煤.xls",
                "无烟煤 800 吨加填了一行，原煤没有跟着加：四个煤种与原煤并列",
                "800 t of anthracite were added and raw coal was not: the kinds are counted beside it");
        beside.burns("无烟煤", "800", "0.9428", "1.1");
        beside.at(COAL, TOTAL).error("R-205-1-04");
        beside.at(COAL, INDUSTRIAL).error("R-205-1-04");
        beside.at(COAL, PURCHASE).warning("R-205-1-22");
        beside.at(COAL, VALUE).warning("R-205-1-22");

        Card missing = card("04-缺原煤.xlsx", "填了煤种，原煤一行空白", "kinds of coal without raw coal");
        for (String column :
                new String[] {Card.OPENING, PURCHASE, VALUE, TOTAL, INDUSTRIAL, NON_INDUSTRIAL, CLOSING, COEFFICIENT}) {
            missing.clear(COAL, column);
        }
        missing.at(BITUMINOUS, TOTAL).error("R-205-1-04");
        missing.at(BITUMINOUS, INDUSTRIAL).error("R-205-1-04");
        missing.at(BITUMINOUS, NON_INDUSTRIAL).error("R-205-1-04");

        Card bought = card(
                "22-煤购进不等.xlsx",
                "原煤购进比煤种多 100，库存也就不平",
                "more raw coal bought than its kinds, and so stocks do not add up");
        bought.add(COAL, PURCHASE, "100").warning("R-205-1-22");
        bought.at(COAL, CLOSING).warning("R-205-1-06");

        Card undivided = Card.of(
                file("17-煤不分种.xlsx", "原煤消费分了种，另一家没有分", "raw coal that is not divided into kinds"),
                places.plant(),
                PERIOD);
        for (String column : new String[] {Card.OPENING, PURCHASE, VALUE, TOTAL, INDUSTRIAL, NON_INDUSTRIAL, CLOSING}) {
            undivided.clear(BITUMINOUS, column);
        }
        undivided.at(COAL, TOTAL).info("R-205-1-17");

        Card producer = card("18-煤气没有来处.xlsx", "发生炉煤气没有购进，也没有制气投入", "producer gas neither bought nor made");
        producer.uses("发生炉煤气", "80", "1.786");
        producer.at("发生炉煤气", TOTAL).warning("R-205-1-18").warning("R-205-1-12");
    }

    private void coefficients() {
        Card point = card("07-系数小数点.xlsx", "一般烟煤系数小数点错了一位", "a coefficient with its point misplaced");
        point.put(BITUMINOUS, COEFFICIENT, 7.05).warning("R-205-1-07").warning("R-205-1-09");

        Card equal = card("08-等价系数.xlsx", "电力填了等价系数 2.85", "electricity at 等价");
        equal.put(ELECTRICITY, COEFFICIENT, 2.85).warning("R-205-1-08").warning("R-205-1-09");

        Card slipped = card("09-串行.xlsx", "天然气的采用系数偏离参考系数 12 %", "a coefficient far from its reference");
        slipped.put(GAS, COEFFICIENT, 11.1);
        slipped.at(GAS, COEFFICIENT).warning("R-205-1-09");

        Card blank = card("10-煤无系数.xlsx", "一般烟煤有消费，没有采用系数", "coal without its coefficient");
        blank.clear(BITUMINOUS, COEFFICIENT);
        blank.at(BITUMINOUS, TOTAL).info("R-205-1-10");
    }

    private void purchases() {
        Card price = card("13-单价离谱.xlsx", "柴油购进金额按元填", "the price of diesel in yuan, not in thousands");
        price.times(DIESEL, VALUE, "1000").warning("R-205-1-13");

        Card free = card("14-有量无价.xlsx", "天然气有购进量，没有金额", "bought without its value");
        free.clear(GAS, VALUE);
        free.at(GAS, PURCHASE).info("R-205-1-14");

        Card money = card("15-有价无量.xlsx", "液化石油气有金额，没有购进量", "a value without the quantity bought");
        money.put("液化石油气", VALUE, 36).info("R-205-1-15");
    }

    private void energy() {
        Card none = card("16-没有电.xlsx", "有生产消费，电力一行空白", "production without electricity");
        for (String column : new String[] {PURCHASE, VALUE, TOTAL, INDUSTRIAL, NON_INDUSTRIAL, COEFFICIENT}) {
            none.clear(ELECTRICITY, column);
        }
        none.at(COAL, INDUSTRIAL).warning("R-205-1-16");

        Card sum = card("19-能源合计.xlsx", "能源合计比各品种折标之和大得多", "the energy total is far above its rows by coefficient");
        sum.put(ENERGY, TOTAL, 99000).warning("R-205-1-19");

        Card blank = Card.blank(
                file("20-空表.xlsx", "表头齐全，一个数也没有：空白不是零", "a whole form without a figure: blank is not zero"),
                places.plant(),
                PERIOD,
                Card.Edition.OF_2013);
        blank.at(COAL, Card.REFERENCE).warning("R-205-1-20");

        Saving saving = new Saving(
                file(
                        "节能口径.xlsx",
                        "节能报告口径的表：原料大于工业消费，电力有库存，系数等价，煤种与原煤不等",
                        "the energy-saving report: raw material above industrial use, electricity in stock and at 等价, raw coal not its kinds"),
                places.plant(),
                YEAR);
        saving.put("天然气", Saving.RAW, 260.1).error("R-205-1-02");
        saving.put("电力", Saving.CLOSING, 33).warning("R-205-1-11");
        saving.put("电力", Saving.COEFFICIENT, 2.85).warning("R-205-1-08");
        saving.put("原煤", Saving.INDUSTRIAL, 6180.2).error("R-205-1-04");
        saving.put("原煤", Saving.COEFFICIENT, 7.05).warning("R-205-1-07");
        // neither stocks nor purchases follow what was changed
        saving.at("电力", Saving.CLOSING).warning("R-205-1-23");
        saving.at("原煤", Saving.CLOSING).warning("R-205-1-23");
        saving.at("原煤", Saving.INDUSTRIAL).warning("R-205-1-25");

        Saving stocks = new Saving(
                file(
                        "节能口径-库存.xlsx",
                        "节能报告口径的表：煤库存不平，天然气购入多于消费，电力没有购入",
                        "the energy-saving report: coal stocks do not add up, more gas bought than used, no electricity bought"),
                places.plant(),
                YEAR);
        stocks.put("一般烟煤", Saving.CLOSING, 400).warning("R-205-1-23");
        stocks.at("原煤", Saving.CLOSING).warning("R-205-1-22");
        stocks.put("天然气", Saving.PURCHASE, 314.6).info("R-205-1-24");
        stocks.clear("电力", Saving.PURCHASE);
        stocks.at("电力", Saving.INDUSTRIAL).warning("R-205-1-25");
    }
}
