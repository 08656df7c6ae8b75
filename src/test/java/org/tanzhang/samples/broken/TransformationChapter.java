package org.tanzhang.samples.broken;

import static org.tanzhang.samples.broken.Card.BITUMINOUS;
import static org.tanzhang.samples.broken.Card.COAL;
import static org.tanzhang.samples.broken.Card.ELECTRICITY;
import static org.tanzhang.samples.broken.Card.HEAT;
import static org.tanzhang.samples.broken.Card.RAW;
import static org.tanzhang.samples.broken.Companion.BRIQUETTING;
import static org.tanzhang.samples.broken.Companion.COKING;
import static org.tanzhang.samples.broken.Companion.GAS_MAKING;
import static org.tanzhang.samples.broken.Companion.INDUSTRIAL;
import static org.tanzhang.samples.broken.Companion.INPUTS;
import static org.tanzhang.samples.broken.Companion.LIQUEFACTION;
import static org.tanzhang.samples.broken.Companion.OUTPUT;
import static org.tanzhang.samples.broken.Companion.POWER;
import static org.tanzhang.samples.broken.Companion.REFINING;
import static org.tanzhang.samples.broken.Companion.WASHING;

/** The relations of form 205-2, and of both forms together. */
final class TransformationChapter extends Chapter {

    private static final String POWER_STATION = "4411";
    private static final String HEAT_STATION = "4430";
    private static final String REFINERY = "2511";
    private static final String COKERY = "2521";
    private static final String GAS_WORKS = "4512";
    private static final String BRIQUETTE_WORKS = "2524";

    TransformationChapter(Places places) {
        super("5-加工转换", places);
    }

    @Override
    void draw() {
        sums();
        presence();
        yields();
        carbon();
    }

    /** A card and its companion. */
    private record Pair(Card card, Companion companion) {}

    private Pair pair(String name, String industry, String zh, String en) {
        Card card = Card.of(file(name, zh, en), places.plant(industry), PERIOD);
        return new Pair(card, Companion.of(card, PERIOD));
    }

    private void sums() {
        Pair inputs =
                pair("01-投入合计.xlsx", POWER_STATION, "投入合计比八项投入之和多 50", "total input is 50 above the eight inputs");
        inputs.companion().putsCoal(inputs.card(), POWER, "1000").makes(ELECTRICITY, "180");
        inputs.companion().add(BITUMINOUS, INPUTS, "50").error("R-205-2-01");

        Plant lone = places.plant(POWER_STATION);
        Companion alone = Companion.alone(
                file("02-只有205-2.xlsx", "205-2 没有与 205-1 同簿报送", "205-2 without its 205-1"), lone, PERIOD);
        alone.put(BITUMINOUS, INPUTS, 1000);
        alone.put(BITUMINOUS, POWER, 1000);
        alone.put(COAL, INPUTS, 1000);
        alone.put(COAL, POWER, 1000);
        alone.put(ELECTRICITY, OUTPUT, 180);
        alone.at("A4").error("R-205-2-02");

        Pair kinds = pair(
                "03-煤种投入.xls", POWER_STATION, "火力发电投入：原煤 1000，一般烟煤 900", "input to power: raw coal 1000, its kind 900");
        kinds.companion().puts(kinds.card(), COAL, POWER, "1000").puts(kinds.card(), BITUMINOUS, POWER, "900");
        kinds.companion().makes(ELECTRICITY, "180").at(COAL, POWER).error("R-205-2-03");

        Pair industrial =
                pair("04-两表不一.xlsx", POWER_STATION, "两表的工业生产消费差 7", "industrial use differs by 7 between the forms");
        industrial.companion().putsCoal(industrial.card(), POWER, "1000").makes(ELECTRICITY, "180");
        industrial.companion().add(BITUMINOUS, INDUSTRIAL, "7").error("R-205-2-04");

        Pair blank =
                pair("21-少填工业消费.xlsx", POWER_STATION, "205-2 有投入，没有填工业生产消费", "an input, no industrial use on 205-2");
        blank.companion().putsCoal(blank.card(), POWER, "1000").makes(ELECTRICITY, "180");
        blank.companion().clear(BITUMINOUS, INDUSTRIAL);
        blank.companion().at(BITUMINOUS, INPUTS).info("R-205-2-21");

        Pair burnt = pair(
                "05-投入加原料.xlsx", POWER_STATION, "一般烟煤的投入加用于原材料超过工业消费", "inputs and raw material exceed industrial use");
        String most = burnt.card().figure(BITUMINOUS, Card.INDUSTRIAL).toPlainString();
        burnt.companion().putsCoal(burnt.card(), POWER, most).makes(ELECTRICITY, "900");
        burnt.card().put(BITUMINOUS, RAW, 30).error("R-205-1-05");
        burnt.card().put(COAL, RAW, 30).error("R-205-1-05");
    }

    private void presence() {
        Pair coke = pair("05-无投入的焦炭.xlsx", "3110", "焦炭产出 1000 吨，没有炼焦投入", "coke is put out, nothing went into coking");
        coke.companion()
                .makes("焦炭", "1000")
                .at("焦炭", OUTPUT)
                .warning("R-205-2-05")
                .info("R-205-2-23");

        Pair power = pair("06-无投入的电.xlsx", "3110", "电力产出 50 万千瓦时，没有火力发电投入", "electricity is put out without an input");
        power.companion().makes(ELECTRICITY, "50").at(ELECTRICITY, OUTPUT).info("R-205-2-06");

        Pair noPower = pair("07-无产出的投入.xlsx", POWER_STATION, "有火力发电投入，没有电力产出", "input to power, no electricity");
        noPower.companion()
                .putsCoal(noPower.card(), POWER, "1000")
                .at(COAL, POWER)
                .info("R-205-2-07");

        Pair noHeat = pair("08-无产出的供热.xlsx", HEAT_STATION, "有供热投入，没有热力产出", "input to heat, no heat");
        noHeat.companion()
                .putsCoal(noHeat.card(), Companion.HEAT, "1000")
                .at(COAL, Companion.HEAT)
                .info("R-205-2-08");

        Pair noCoke = pair("09-无产出的炼焦.xlsx", COKERY, "有炼焦投入，没有焦炭产出", "input to coking, no coke");
        noCoke.card().burns("洗精煤", "2000", "0.9", "1.6");
        noCoke.companion()
                .puts(noCoke.card(), "洗精煤", COKING, "2000")
                .at("洗精煤", COKING)
                .info("R-205-2-09");

        Pair noGas = pair("23-无煤气的炼焦.xlsx", COKERY, "有焦炭产出，没有焦炉煤气产出", "coke put out, no coke-oven gas");
        noGas.card().burns("洗精煤", "2000", "0.9", "1.6");
        noGas.companion()
                .puts(noGas.card(), "洗精煤", COKING, "2000")
                .makes("焦炭", "1500")
                .at("焦炭", OUTPUT)
                .info("R-205-2-23");
    }

    private void yields() {
        Pair power =
                pair("10-发电效率.xlsx", POWER_STATION, "发电产出的能量比投入还多", "more energy in the electricity than in the coal");
        power.companion().putsCoal(power.card(), POWER, "1000").makes(ELECTRICITY, "800");
        power.companion().at(ELECTRICITY, OUTPUT).warning("R-205-2-10");

        Pair heat = pair("11-供热效率.xlsx", HEAT_STATION, "供热产出只有投入的一成多", "heat put out is little of what went in");
        heat.companion().putsCoal(heat.card(), Companion.HEAT, "1000").makes(HEAT, "3000");
        heat.companion().at(HEAT, OUTPUT).warning("R-205-2-11");

        Pair coke =
                pair("12-炼焦效率.xlsx", COKERY, "焦炭产出的能量、碳都超过投入", "more energy and carbon in the coke than in the coal");
        coke.card().burns("洗精煤", "2000", "0.9", "1.6");
        coke.companion()
                .puts(coke.card(), "洗精煤", COKING, "2000")
                .makes("焦炭", "2100")
                .makes("焦炉煤气", "40");
        coke.companion().at("焦炭", OUTPUT).warning("R-205-2-12").warning("R-205-2-18");

        Pair washed =
                pair("13-洗煤效率.xlsx", "0690", "洗精煤产出的能量、碳都超过入洗的煤", "more energy and carbon in washed coal than went in");
        washed.companion().putsCoal(washed.card(), WASHING, "1000").makes("洗精煤", "1100");
        washed.companion().at("洗精煤", OUTPUT).warning("R-205-2-13").warning("R-205-2-19");

        Pair refined = pair("14-炼油效率.xlsx", REFINERY, "汽油产出比原油投入还多", "more gasoline than crude oil");
        refined.card().burns("原油", "3000", "1.4286", "4.2");
        refined.companion().puts(refined.card(), "原油", REFINING, "3000").makes(Card.GASOLINE, "3100");
        refined.companion().at(Card.GASOLINE, OUTPUT).warning("R-205-2-14");

        Pair gas = pair(
                "15-制气效率.xlsx",
                GAS_WORKS,
                "发生炉煤气产出的能量、碳都超过投入的煤",
                "more energy and carbon in producer gas than in the coal");
        gas.companion().putsCoal(gas.card(), GAS_MAKING, "1000").makes("发生炉煤气", "1200");
        gas.companion().at("发生炉煤气", OUTPUT).warning("R-205-2-15").warning("R-205-2-20");

        Pair liquid = pair("16-液化效率.xlsx", GAS_WORKS, "液化天然气产出比投入的天然气多", "more LNG than gas went in");
        String half = "40";
        liquid.companion().puts(liquid.card(), Card.GAS, LIQUEFACTION, half).makes("液化天然气（液态）", "400");
        liquid.companion().at("液化天然气（液态）", OUTPUT).warning("R-205-2-16");

        Pair briquettes = pair(
                "17-煤制品效率.xlsx", BRIQUETTE_WORKS, "煤制品产出的能量比投入多", "more energy in the briquettes than in the coal");
        briquettes.companion().putsCoal(briquettes.card(), BRIQUETTING, "1000").makes("煤制品", "1500");
        briquettes.companion().at("煤制品", OUTPUT).warning("R-205-2-17");
    }

    private void carbon() {
        Pair net =
                pair("20-净消费为负.xlsx", COKERY, "产出和回收的能量超过工业生产消费", "more put out and recovered than used in production");
        net.companion().put("余热余压", Companion.RECOVERY, 999999);
        net.companion().at("余热余压", Companion.RECOVERY).warning("R-205-1-20").info("R-205-2-22");
        // a cokery that puts nothing into coking
        net.card().at("A4").warning("R-PROCESS-02");
    }
}
