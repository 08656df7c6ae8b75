package org.tanzhang.samples.broken;

import static org.tanzhang.samples.broken.Card.BITUMINOUS;
import static org.tanzhang.samples.broken.Card.CLOSING;
import static org.tanzhang.samples.broken.Card.COAL;
import static org.tanzhang.samples.broken.Card.DIESEL;
import static org.tanzhang.samples.broken.Card.ELECTRICITY;
import static org.tanzhang.samples.broken.Card.GAS;
import static org.tanzhang.samples.broken.Card.INDUSTRIAL;
import static org.tanzhang.samples.broken.Card.NON_INDUSTRIAL;
import static org.tanzhang.samples.broken.Card.OPENING;
import static org.tanzhang.samples.broken.Card.PURCHASE;
import static org.tanzhang.samples.broken.Card.TOTAL;
import static org.tanzhang.samples.broken.Card.TRANSPORT;
import static org.tanzhang.samples.broken.Card.VALUE;

import java.math.BigDecimal;

/**
 * Cards that are wrong beside the same enterprise's of another year or month.
 *
 * <p>In each folder what lies in {@code 1-先} is imported before what lies in {@code 2-后}. Every enterprise is of a
 * division of its own, so that no division has a median but where one is wanted.
 */
final class SeriesChapter extends Chapter {

    static final String FIRST = "/1-先/";
    static final String THEN = "/2-后/";

    private static final String LAST_YEAR = "2023年1－12月";

    SeriesChapter(Places places) {
        super("先后", places);
    }

    @Override
    void draw() {
        unitSlips();
        changes();
        stocks();
        months();
        companion();
        division();
    }

    private record Years(Card before, Card now) {}

    /** A sound card of last year and one of this year, to be spoilt. */
    private Years years(String name, String industry, String zh, String en) {
        Plant plant = places.plant(industry);
        Card before =
                Card.of(file(name + FIRST + name + "-2023.xlsx", "上年的表，没有毛病", "last year's, sound"), plant, LAST_YEAR);
        Card now = Card.of(file(name + THEN + name + "-2024.xlsx", zh, en), plant, PERIOD);
        return new Years(before, follows(before, now));
    }

    /** This year opens with what last year closed with; so much less or more was bought. */
    private static Card follows(Card before, Card now) {
        for (String row : new String[] {COAL, BITUMINOUS, DIESEL}) {
            BigDecimal closing = before.figure(row, CLOSING);
            now.put(
                    row,
                    PURCHASE,
                    now.figure(row, PURCHASE).add(now.figure(row, OPENING)).subtract(closing));
            now.put(row, OPENING, closing);
        }
        return now;
    }

    private void unitSlips() {
        Card kilograms =
                years("按千克填", "1311", "柴油一行按千克填", "diesel in kilograms").now();
        for (String column : new String[] {OPENING, PURCHASE, TOTAL, INDUSTRIAL, NON_INDUSTRIAL, TRANSPORT, CLOSING}) {
            kilograms.times(DIESEL, column, "1000");
        }
        for (String column : new String[] {PURCHASE, TOTAL, INDUSTRIAL, NON_INDUSTRIAL, TRANSPORT}) {
            kilograms.at(DIESEL, column).error("R-MAGNITUDE-01");
        }
        kilograms.at(DIESEL, VALUE).warning("R-205-1-13");
        kilograms.at(DIESEL, OPENING).warning("R-STOCK-01");

        Card hours = years("按千瓦时填", "1411", "电力按千瓦时填，大了一万倍", "electricity in kWh, 10000 times too large")
                .now();
        for (String column : new String[] {PURCHASE, TOTAL, INDUSTRIAL, NON_INDUSTRIAL}) {
            hours.times(ELECTRICITY, column, "10000").error("R-MAGNITUDE-01");
        }
        hours.at(ELECTRICITY, VALUE).warning("R-205-1-13");
    }

    private void changes() {
        Card coal = years("煤三倍于上年", "1511", "原煤消费三倍于上年", "three times last year's coal")
                .now();
        for (String row : new String[] {COAL, BITUMINOUS}) {
            BigDecimal before = coal.figure(row, TOTAL);
            for (String column : new String[] {TOTAL, INDUSTRIAL, NON_INDUSTRIAL, VALUE}) {
                coal.times(row, column, "3");
            }
            coal.put(row, PURCHASE, coal.figure(row, PURCHASE).add(before.add(before)));
            coal.at(row, TOTAL).warning("R-CHANGE-01");
        }

        Years total = years(
                "总量翻番",
                "1711",
                "三个新品种各不到 1000 吨标准煤，合起来总量翻了一番多",
                "three new carriers of less than 1000 tce each, together more than all last year");
        total.before().scaled("0.1");
        total.now().scaled("0.1");
        follows(total.before(), total.now());
        total.now().burns("洗精煤", "1050", "0.9", "1.6").burns("焦炭", "1000", "0.9714", "2.1");
        total.now().burns("燃料油", "690", "1.4286", "4.2").at("燃料油", TOTAL).warning("R-CHANGE-02");
    }

    private void stocks() {
        Card stock = years("期初不等上年期末", "1811", "一般烟煤期初库存比上年期末多 50", "opening stock 50 above last year's closing stock")
                .now();
        for (String row : new String[] {COAL, BITUMINOUS}) {
            stock.add(row, OPENING, "50").warning("R-STOCK-01");
            stock.add(row, PURCHASE, "-50");
        }
    }

    private void months() {
        Plant plant = places.plant("1911");
        String name = "累计数减少";
        Card may = Card.of(
                file(name + FIRST + name + "-5月.xlsx", "1-5 月，没有毛病", "January to May, sound"),
                plant,
                "2024年1－5月",
                Card.Edition.CUMULATIVE);
        Card june = Card.of(
                file(
                        name + THEN + name + "-6月.xlsx",
                        "1-6 月：天然气消费比 1-5 月少 20，柴油年初库存变了",
                        "January to June: 20 less gas than to May, another opening stock of diesel"),
                plant,
                "2024年1－6月",
                Card.Edition.CUMULATIVE);
        may.scaled("0.5");
        june.scaled("0.6");
        for (String row : new String[] {COAL, BITUMINOUS, DIESEL}) {
            june.put(
                    row,
                    PURCHASE,
                    june.figure(row, PURCHASE).add(june.figure(row, OPENING)).subtract(may.figure(row, OPENING)));
            june.put(row, OPENING, may.figure(row, OPENING));
        }
        BigDecimal used = may.figure(GAS, TOTAL).subtract(new BigDecimal("20"));
        june.put(GAS, TOTAL, used).warning("R-MONTH-01");
        june.put(GAS, INDUSTRIAL, used.subtract(june.figure(GAS, NON_INDUSTRIAL)))
                .warning("R-MONTH-01");
        june.at(GAS, PURCHASE).info("R-205-1-21");
        june.add(DIESEL, OPENING, "7").warning("R-STOCK-02");
        june.add(DIESEL, CLOSING, "7");
    }

    private void companion() {
        Years years = years("今年没有205-2", "3110", "上年报了 205-2，今年没有", "205-2 last year, none now");
        Companion.of(years.before(), LAST_YEAR)
                .putsCoal(years.before(), Companion.POWER, "1000")
                .makes(ELECTRICITY, "180");
        years.now().at("A4").warning("R-COMPANION-01");
    }

    /** Five units used a tenth more than last year, the sixth a little more than half. */
    private void division() {
        String name = "与行业走势不同";
        Sample before =
                file(name + FIRST + name + "-2023.xlsx", "六家企业上年的表，没有毛病", "last year's cards of six units, sound");
        Sample now = file(
                name + THEN + name + "-2024.xlsx",
                "五家增长一成，第六家只有上年的 0.53 倍",
                "five units used a tenth more than last year, the sixth 0.53 of it");
        for (int unit = 1; unit <= 6; unit++) {
            Plant plant = places.plant("3711");
            Card last = Card.on(before, "第" + unit + "家", 0, plant, LAST_YEAR);
            Card card = Card.on(now, "第" + unit + "家", 0, plant, PERIOD).scaled(unit == 6 ? "0.53" : "1.1");
            follows(last, card);
            if (unit == 6) {
                card.at(largest(card), TOTAL).warning("R-CHANGE-03");
            }
        }
    }

    /** The carrier of which most is used, in tce; 原煤 is its one kind. */
    private static String largest(Card card) {
        String largest = BITUMINOUS;
        for (String row : new String[] {GAS, DIESEL, ELECTRICITY}) {
            if (tce(card, row).compareTo(tce(card, largest)) > 0) {
                largest = row;
            }
        }
        return largest;
    }

    /** By the reference coefficients of 中国能源统计年鉴, appendix 4: of natural gas 13.3. */
    private static BigDecimal tce(Card card, String row) {
        return card.figure(row, TOTAL).multiply(card.figure(row, Card.REFERENCE));
    }
}
