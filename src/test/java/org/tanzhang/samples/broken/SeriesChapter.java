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

import org.tanzhang.samples.broken.Balance.Dialect;

/**
 * Statements that are wrong beside others: last year's, the month's before, another unit's, the register's, the city's.
 *
 * <p>In each folder what lies in {@code 1-先} is imported before what lies in {@code 2-后}.
 */
final class SeriesChapter extends Chapter {

    private static final String LAST_YEAR = "2023年1－12月";
    private static final String FIRST = "/1-先/";
    private static final String THEN = "/2-后/";

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
        balances();
    }

    /** A sound card of last year and the same this year, to be spoilt; what was closed with is opened with. */
    private Card years(String name, String zh, String en) {
        return years(name, places.plant(), zh, en);
    }

    private Card years(String name, Plant plant, String zh, String en) {
        Card before = Card.of(file(name + FIRST + name + "-2023.xlsx", "上年的表，没有毛病", "last year's, sound"), plant, LAST_YEAR);
        Card now = Card.of(file(name + THEN + name + "-2024.xlsx", zh, en), plant, PERIOD);
        for (String row : new String[] {COAL, BITUMINOUS, DIESEL}) {
            var closing = before.figure(row, CLOSING);
            now.add(row, PURCHASE, now.figure(row, OPENING).subtract(closing).toPlainString());
            now.put(row, OPENING, closing);
        }
        return now;
    }

    private void unitSlips() {
        Card kilograms = years("按千克填", "柴油一行按千克填", "diesel in kilograms");
        for (String column : new String[] {OPENING, PURCHASE, TOTAL, INDUSTRIAL, NON_INDUSTRIAL, TRANSPORT, CLOSING}) {
            kilograms.times(DIESEL, column, "1000");
        }
        for (String column : new String[] {PURCHASE, TOTAL, INDUSTRIAL, NON_INDUSTRIAL, TRANSPORT}) {
            kilograms.at(DIESEL, column).error("R-MAGNITUDE-01");
        }
        kilograms.at(DIESEL, Card.VALUE).warning("R-205-1-13");
        kilograms.at(DIESEL, OPENING).warning("R-STOCK-01");
        kilograms.at(DIESEL, TOTAL).warning("R-CHANGE-02");

        Card tenThousand = years("按万千瓦时的万倍填", "电力按千瓦时填，大了一万倍", "electricity in kWh");
        for (String column : new String[] {PURCHASE, TOTAL, INDUSTRIAL, NON_INDUSTRIAL}) {
            tenThousand.times(ELECTRICITY, column, "10000").error("R-MAGNITUDE-01");
        }
        tenThousand.at(ELECTRICITY, Card.VALUE).warning("R-205-1-13");
    }

    private void changes() {
        Card coal = years("煤翻三倍", "原煤三倍于上年", "three times last year's coal");
        for (String row : new String[] {COAL, BITUMINOUS}) {
            coal.times(row, TOTAL, "3");
            coal.times(row, INDUSTRIAL, "3");
            coal.times(row, NON_INDUSTRIAL, "3");
            coal.put(row, PURCHASE, coal.figure(row, TOTAL).add(coal.figure(row, CLOSING)).subtract(coal.figure(row, OPENING)));
            coal.times(row, Card.VALUE, "3");
            coal.at(row, TOTAL).warning("R-CHANGE-01");
        }
    }

    private void stocks() {
        Card stock = years("期初不等上年期末", "一般烟煤期初库存比上年期末多 50", "opening stock 50 above last year's closing stock");
        for (String row : new String[] {COAL, BITUMINOUS}) {
            stock.add(row, OPENING, "50").warning("R-STOCK-01");
            stock.add(row, PURCHASE, "-50");
        }
    }

    private void months() {
        Plant plant = places.plant();
        String name = "累计数减少";
        Card may = Card.of(file(name + FIRST + name + "-5月.xlsx", "1-5 月，没有毛病", "January to May, sound"), plant, "2024年1－5月", Card.Edition.CUMULATIVE);
        Card june = Card.of(file(name + THEN + name + "-6月.xlsx", "1-6 月：天然气消费比 1-5 月少 20，柴油年初库存变了", "January to June: less gas than to May, another opening stock of diesel"), plant, "2024年1－6月", Card.Edition.CUMULATIVE);
        may.scaled("0.5");
        june.scaled("0.6");
        for (String row : new String[] {COAL, BITUMINOUS, DIESEL}) {
            june.put(row, OPENING, may.figure(row, OPENING));
            june.put(row, CLOSING, june.figure(row, OPENING).add(june.figure(row, PURCHASE)).subtract(june.figure(row, TOTAL)));
        }
        var used = may.figure(GAS, INDUSTRIAL).subtract(new java.math.BigDecimal("20"));
        june.put(GAS, INDUSTRIAL, used).warning("R-MONTH-01");
        june.put(GAS, TOTAL, used.add(june.figure(GAS, NON_INDUSTRIAL))).warning("R-MONTH-01");
        june.add(DIESEL, OPENING, "7").warning("R-STOCK-02");
        june.add(DIESEL, CLOSING, "7");
    }

    private void companion() {
        Plant plant = places.plant("3110");
        Card now = years("今年没有205-2", plant, "上年报了 205-2，今年没有", "205-2 last year, none now");
        Card before = (Card) first("今年没有205-2");
        Companion.of(before, LAST_YEAR).putsCoal(before, Companion.POWER, "1000").makes(ELECTRICITY, "180");
        now.whole().warning("R-COMPANION-01");
    }

    private Table first(String name) {
        throw new IllegalStateException(name);
    }

    private void division() {}

    private void balances() {
        Balance.of(file("平衡表" + FIRST + "平衡表-2018.xlsx", "上年的平衡表，没有毛病", "last year's balance, sound"), Dialect.P303_1, "岳麓区", 2018, 700);
    }
}
