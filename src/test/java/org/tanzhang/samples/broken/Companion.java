package org.tanzhang.samples.broken;

import java.math.BigDecimal;
import org.tanzhang.samples.Fuel;

/** Form 205-2 beside a card: what is put into transformation, what comes out of it, what is recovered. */
final class Companion extends Table {

    static final String INDUSTRIAL = "工业生产消费";
    static final String INPUTS = "投入合计";
    static final String POWER = "火力发电";
    static final String HEAT = "供热";
    static final String WASHING = "原煤入洗";
    static final String COKING = "炼焦";
    static final String REFINING = "炼油及煤制油";
    static final String GAS_MAKING = "制气";
    static final String LIQUEFACTION = "天然气液化";
    static final String BRIQUETTING = "加工煤制品";
    static final String OUTPUT = "产出";
    static final String RECOVERY = "回收利用";

    private static final String[] COLUMNS = {
        "能源名称",
        "计量单位",
        "代码",
        INDUSTRIAL,
        INPUTS,
        POWER,
        HEAT,
        WASHING,
        COKING,
        REFINING,
        GAS_MAKING,
        LIQUEFACTION,
        BRIQUETTING,
        OUTPUT,
        RECOVERY
    };

    private Companion(Sample sample, Plant plant, String period) {
        super(sample, "205-2");
        line(1, "能源加工转换与回收利用").merge("A1:O1");
        put("L2", "表    号：205-2表");
        put("A4", "统一社会信用代码：" + plant.code());
        put("A5", "单位详细名称：" + plant.name());
        put("L6", period);
        line(
                7,
                "能源名称",
                "计量\n单位",
                "代码",
                "工业生产\n消费",
                "加工转换\n投入合计",
                "1.火力发电",
                "2.供热",
                "3.原煤入洗",
                "4.炼焦",
                "5.炼油及煤制油",
                "6.制气",
                "7.天然气液化",
                "8.加工煤制品",
                "能源加工\n转换产出",
                "回收利用");
        line(8, "甲", "乙", "丙", "11", "12", "13", "14", "15", "16", "17", "18", "19", "20", "21", "22");
        for (int i = 0; i < COLUMNS.length; i++) {
            column(COLUMNS[i], i);
        }
        int number = 8;
        for (Fuel fuel : Fuel.values()) {
            row(fuel.caption, number);
            line(++number, fuel.caption, fuel.unit, fuel.rowCode());
        }
        line(number + 2, "单位负责人：      统计负责人：      填表人：      报出日期：20  年  月  日");
    }

    static Companion of(Card card, String period) {
        return new Companion(card.sample(), card.plant(), period);
    }

    /** A companion that came without its card. */
    static Companion alone(Sample sample, Plant plant, String period) {
        return new Companion(sample, plant, period);
    }

    /** Part of what the card says is used in production goes into a process. */
    Companion puts(Card card, String row, String process, String amount) {
        put(row, INDUSTRIAL, card.figure(row, Card.INDUSTRIAL));
        put(row, INPUTS, figure(row, INPUTS).add(new BigDecimal(amount)));
        put(row, process, new BigDecimal(amount));
        return this;
    }

    /** The same for a kind of coal and 原煤 above it. */
    Companion putsCoal(Card card, String process, String amount) {
        return puts(card, Card.BITUMINOUS, process, amount).puts(card, Card.COAL, process, amount);
    }

    Companion makes(String row, String amount) {
        put(row, OUTPUT, new BigDecimal(amount));
        return this;
    }
}
