package org.tanzhang.samples.broken;

import static org.tanzhang.samples.broken.Balance.COAL;
import static org.tanzhang.samples.broken.Balance.COALS;
import static org.tanzhang.samples.broken.Balance.DIESEL;
import static org.tanzhang.samples.broken.Balance.ELECTRICITY;
import static org.tanzhang.samples.broken.Balance.GAS;
import static org.tanzhang.samples.broken.Balance.GASOLINE;
import static org.tanzhang.samples.broken.Balance.OILS;

import java.math.BigDecimal;
import org.tanzhang.samples.broken.Balance.Dialect;

/** The identities of the regional balance, broken in both dialects. */
final class BalanceChapter extends Chapter {

    BalanceChapter(Places places) {
        super("6-平衡表", places);
    }

    @Override
    void draw() {
        for (Dialect dialect : Dialect.values()) {
            supply(dialect);
            transformation(dialect);
            finalUse(dialect);
            difference(dialect);
            households(dialect);
            totalsOfCarriers(dialect);
            wanting(dialect);
        }
        branches();
    }

    private Balance balance(String name, Dialect dialect, String end, String zh, String en) {
        String prefix = dialect == Dialect.P303_1 ? "P303-1-" : "年鉴-";
        return balance(prefix + name + end, dialect, zh, en);
    }

    private void supply(Dialect dialect) {
        Balance balance = balance(
                "可供量", dialect, ".xlsx", "调入天然气比可供量少 0.5，煤合计不跟着变", "inflow of gas 0.5 too small for the supply");
        balance.add(Line.INFLOW, GAS, "-0.5");
        balance.at(Line.SUPPLY, GAS).info(dialect.rule("01"));
    }

    private void transformation(Dialect dialect) {
        Balance balance =
                balance("加工转换", dialect, ".xls", "电力的加工转换合计比分项多 2", "transformation of electricity 2 above its items");
        balance.add(Line.TRANSFORMATION, ELECTRICITY, "2").error(dialect.rule("02"));
        // stated as it then follows, so that nothing else is wrong
        balance.put(Line.DIFFERENCE, ELECTRICITY, 2);
    }

    private void finalUse(Dialect dialect) {
        Balance raw = balance("原料", dialect, ".xlsx", "用作原料、材料大于工业", "more raw material than industry uses");
        raw.put(Line.RAW, GAS, raw.figure(Line.INDUSTRY, GAS).add(BigDecimal.TEN))
                .error(dialect.rule("03"));

        Balance sectors = balance("终端", dialect, ".xls", "天然气终端消费比各部门之和多 1", "final use of gas 1 above its sectors");
        sectors.add(Line.FINAL, GAS, "1").error(dialect.rule("04"));
        sectors.at(Line.TOTAL, GAS).warning(dialect.rule("06"));
    }

    private void difference(Dialect dialect) {
        Balance stated = balance(
                "平衡差额",
                dialect,
                ".xlsx",
                "天然气平衡差额填 0.8，按一、二、三、四应为 0",
                "a difference of 0.8 where the blocks leave none");
        stated.put(Line.DIFFERENCE, GAS, 0.8).warning(dialect.rule("05"));

        Balance total = balance("消费量合计", dialect, ".xlsx", "柴油消费量合计多 1", "total consumption of diesel 1 too large");
        total.add(Line.TOTAL, DIESEL, "1").warning(dialect.rule("06"));
        // the total of all oils no longer is the sum of its kinds
        total.at(Line.TOTAL, OILS).info(dialect.rule("12"));

        Balance coal = balance(
                "煤合计六",
                dialect,
                ".xlsx",
                "原煤消费量合计多 1，煤合计不跟着变",
                "total consumption of raw coal 1 too large, coal total unchanged");
        coal.add(Line.TOTAL, COAL, "1").warning(dialect.rule("06"));
        coal.at(Line.TOTAL, COALS).info(dialect.rule("11"));
    }

    private void households(Dialect dialect) {
        Balance homes = balance(
                "居民生活",
                dialect,
                ".xlsx",
                "居民用气合计比城镇、乡村多 0.3；电力输配损失大于损失量",
                "households' gas 0.3 above urban and rural; losses in transport above all losses");
        homes.add(Line.HOUSEHOLDS, GAS, "0.3").error(dialect.rule("07"));
        homes.add(Line.TRANSPORT_LOSSES, ELECTRICITY, "1").error(dialect.rule("08"));
    }

    private void totalsOfCarriers(Dialect dialect) {
        Balance sums = balance(
                "煤合计油合计",
                dialect,
                ".xlsx",
                "工业煤合计、交通油品合计各多 1",
                "coal total of industry and oil total of transport 1 too large");
        sums.add(Line.INDUSTRY, COALS, "1").warning(dialect.rule("09"));
        sums.add(Line.TRANSPORT, OILS, "1").warning(dialect.rule("10"));
        // four no longer is the sum of the sectors in these two columns
        sums.at(Line.FINAL, COALS).error(dialect.rule("04"));
        sums.at(Line.FINAL, OILS).error(dialect.rule("04"));
        if (dialect == Dialect.P303_1) {
            sums.at(Line.SECONDARY, COALS).error(dialect.rule("17"));
            sums.at(Line.TERTIARY, OILS).error(dialect.rule("18"));
        }
    }

    private void wanting(Dialect dialect) {
        Balance undivided = balance(
                "合计没有分项",
                dialect,
                ".xlsx",
                "建筑业只填煤合计、油品合计",
                "construction states totals of coal and oil without their kinds");
        undivided.clear(Line.CONSTRUCTION, COAL);
        undivided.clear(Line.CONSTRUCTION, GASOLINE);
        undivided.clear(Line.CONSTRUCTION, DIESEL);
        undivided.at(Line.CONSTRUCTION, COALS).info(dialect.rule("13"));
        undivided.at(Line.CONSTRUCTION, OILS).info(dialect.rule("14"));
        // the sectors no longer add up in the kinds
        for (String kind : new String[] {COAL, GASOLINE, DIESEL}) {
            undivided.at(Line.FINAL, kind).error(dialect.rule("04"));
            if (dialect == Dialect.P303_1) {
                undivided.at(Line.SECONDARY, kind).error(dialect.rule("17"));
            }
        }

        Balance noFinal = balance("没有终端合计", dialect, ".xlsx", "天然气各部门有数，终端消费量空白", "sectors of gas without final use");
        noFinal.clear(Line.FINAL, GAS);
        noFinal.at(Line.AGRICULTURE, GAS).info(dialect.rule("15"));
        noFinal.at(Line.TOTAL, GAS).warning(dialect.rule("06"));

        Balance blank = balance(
                "合计空白", dialect, ".xls", "分项都有数，各块的合计空白", "items are stated, the totals of the blocks are blank");
        blank.clear(Line.TRANSFORMATION, ELECTRICITY);
        blank.at(Line.POWER, ELECTRICITY).info(dialect.rule("21"));
        blank.clear(Line.TOTAL, GAS);
        blank.at(Line.FINAL, GAS).info(dialect.rule("22"));
        blank.clear(Line.HOUSEHOLDS, ELECTRICITY);
        blank.at(Line.URBAN, ELECTRICITY).info(dialect.rule("23"));
        blank.clear(Line.SUPPLY, GAS);
        blank.at(Line.INFLOW, GAS).info(dialect.rule("24"));

        Balance noTotals =
                balance("分项没有合计", dialect, ".xlsx", "洗精煤、柴油一行有数，合计空白", "kinds of coal and oil without their totals");
        noTotals.clear(Line.TRADE, COALS);
        noTotals.clear(Line.OTHER, OILS);
        noTotals.at(Line.TRADE, COAL).info(dialect.rule("19"));
        noTotals.at(Line.OTHER, GASOLINE).info(dialect.rule("20"));
        noTotals.at(Line.FINAL, COALS).error(dialect.rule("04"));
        noTotals.at(Line.FINAL, OILS).error(dialect.rule("04"));
        if (dialect == Dialect.P303_1) {
            noTotals.at(Line.TERTIARY, COALS).error(dialect.rule("18"));
            noTotals.at(Line.TERTIARY, OILS).error(dialect.rule("18"));
        }
    }

    private void branches() {
        Balance branches = balance(
                "三次产业",
                Dialect.P303_1,
                ".xls",
                "第一、二、三产业各与其行业不等",
                "primary, secondary and tertiary industry differ from their branches");
        branches.add(Line.PRIMARY, GAS, "1").error("R-P303-1-16");
        branches.add(Line.SECONDARY, GAS, "1").error("R-P303-1-17");
        branches.add(Line.TERTIARY, GAS, "1").error("R-P303-1-18");

        Balance blank = balance(
                "三次产业空白",
                Dialect.P303_1,
                ".xlsx",
                "各行业有数，第一、二、三产业空白",
                "branches are stated, primary, secondary and tertiary industry are blank");
        blank.clear(Line.PRIMARY, GAS);
        blank.at(Line.AGRICULTURE, GAS).info("R-P303-1-25");
        blank.clear(Line.SECONDARY, GAS);
        blank.at(Line.INDUSTRY, GAS).info("R-P303-1-26");
        blank.clear(Line.TERTIARY, GAS);
        blank.at(Line.TRANSPORT, GAS).info("R-P303-1-27");

        Balance slips = balance(
                "零散",
                Dialect.P303_1,
                ".xlsx",
                "未知品种、重复的列、负数、文字、缺行，一次指出",
                "an unknown carrier, a column twice, a negative, words and a row left out, all at once");
        slips.put("E4", "可燃冰").error("R-CARRIER-01");
        slips.put(Line.RAW, "焦炭", 1);
        slips.put(Line.INDUSTRY, "焦炭", 1);
        slips.put(Line.RAW, GAS, "若干").error("R-CELL-01");
        slips.put(Line.RAW, DIESEL, -1).error("R-CELL-03");
        slips.put(Line.AGRICULTURE, "名称", "1.养蜂业").error("R-ROW-01");
        slips.whole().error("R-FORM-02");
        for (String carrier : new String[] {COALS, COAL, OILS, GASOLINE, DIESEL, GAS, ELECTRICITY}) {
            slips.at(Line.FINAL, carrier).error("R-P303-1-04");
            slips.at(Line.PRIMARY, carrier).error("R-P303-1-16");
        }
        // 煤合计 loses a kind
        for (Line line : new Line[] {Line.SUPPLY, Line.INFLOW, Line.FINAL, Line.INDUSTRY}) {
            slips.at(line, COALS).warning("R-P303-1-09");
        }
        slips.at(Line.TOTAL, COALS).info("R-P303-1-11");
        slips.at(Line.INDUSTRY, "焦炭").info("R-P303-1-15").info("R-P303-1-26");
    }
}
