package org.tanzhang.samples.broken;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Random;
import org.tanzhang.samples.Fuel;

/**
 * Form 205-1 of one enterprise, sound as it is drawn: kinds of coal, natural gas, gasoline, diesel, electricity, with
 * purchases, prices, stocks and coefficients that fit each other. Rows are named by the form's captions.
 */
final class Card extends Table {

    static final String CAPTION = "能源名称";
    static final String UNIT = "计量单位";
    static final String CODE = "代码";
    static final String OPENING = "期初库存量";
    static final String PURCHASE = "购进量";
    static final String VALUE = "金额";
    static final String TOTAL = "消费合计";
    static final String INDUSTRIAL = "工业生产消费";
    static final String RAW = "用于原材料";
    static final String NON_INDUSTRIAL = "非工业生产消费";
    static final String TRANSPORT = "运输工具消费";
    static final String CLOSING = "期末库存量";
    static final String COEFFICIENT = "采用折标系数";
    static final String REFERENCE = "参考折标系数";

    static final String COAL = "原煤";
    static final String BITUMINOUS = "一般烟煤";
    static final String GAS = "天然气（气态）";
    static final String GASOLINE = "汽油";
    static final String DIESEL = "柴油";
    static final String ELECTRICITY = "电力";
    static final String HEAT = "热力";
    static final String ENERGY = "能源合计";

    private static final String[] COLUMNS = {
        CAPTION,
        UNIT,
        CODE,
        OPENING,
        PURCHASE,
        VALUE,
        TOTAL,
        INDUSTRIAL,
        RAW,
        NON_INDUSTRIAL,
        TRANSPORT,
        CLOSING,
        COEFFICIENT,
        REFERENCE
    };

    /** How an edition of the form is printed. */
    enum Edition {
        OF_2013("205-1表", "能源购进、消费与库存", "期初库存量", "期末库存量"),
        /** the number until about 2010; stocks of the year */
        OF_2010("P201表", "能源购进、消费及库存", "年初库存量", "年末库存量"),
        /** the monthly form, whose columns count from January on */
        CUMULATIVE("205-1表", "能源购进、消费与库存", "年初库存量", "期末库存量");

        private final String number;
        private final String title;
        private final String opening;
        private final String closing;

        Edition(String number, String title, String opening, String closing) {
            this.number = number;
            this.title = title;
            this.opening = opening;
            this.closing = closing;
        }
    }

    private final Plant plant;
    private int firstRow;

    /** A blank card. */
    private Card(Sample sample, String sheet, Plant plant, String period, Edition edition, int top) {
        super(sample, sheet);
        this.plant = plant;
        head(period, edition, top);
        for (int i = 0; i < COLUMNS.length; i++) {
            column(COLUMNS[i], i);
        }
        int number = firstRow;
        for (Fuel fuel : Fuel.values()) {
            row(fuel.caption, number);
            line(number + 1, fuel.caption, fuel.unit, fuel.rowCode());
            put(fuel.caption, REFERENCE, fuel.referenceCoefficient);
            number++;
        }
        row(ENERGY, number);
        line(number + 1, ENERGY, "吨标准煤", "40");
        line(number + 3, "单位负责人：      统计负责人：      填表人：      报出日期：20  年  月  日");
        line(number + 4, "说明：合成样例，单位与数据均为虚构。");
    }

    static Card blank(Sample sample, Plant plant, String period, Edition edition) {
        return new Card(sample, "205-1", plant, period, edition, 0);
    }

    /** A sound card of a plant. */
    static Card of(Sample sample, Plant plant, String period) {
        return of(sample, plant, period, Edition.OF_2013);
    }

    static Card of(Sample sample, Plant plant, String period, Edition edition) {
        return blank(sample, plant, period, edition).fill();
    }

    /** A sound card on a sheet of its own, or below what stands there. */
    static Card on(Sample sample, String sheet, int top, Plant plant, String period) {
        return new Card(sample, sheet, plant, period, Edition.OF_2013, top).fill();
    }

    Plant plant() {
        return plant;
    }

    /** 补充资料 under the table: last year's figure, and this year's that its rows give times a factor. */
    Mark netEnergy(String factor) {
        BigDecimal sum = BigDecimal.ZERO;
        for (Fuel fuel : Fuel.values()) {
            // 原煤 beside its kinds
            if (!fuel.caption.strip().equals(COAL)) {
                sum = sum.add(figure(fuel.caption, INDUSTRIAL).multiply(figure(fuel.caption, COEFFICIENT)));
            }
        }
        int number = firstRow + Fuel.values().length + 2;
        put("A" + number, "补充资料：上年同期综合能源消费量（吨标准煤）");
        put("E" + number, 12345);
        put("G" + number, "本期综合能源消费量（吨标准煤）");
        return put("K" + number, sum.multiply(new BigDecimal(factor)).setScale(2, RoundingMode.HALF_UP));
    }

    private void head(String period, Edition edition, int top) {
        line(top + 1, edition.title);
        merge("A%d:N%d".formatted(top + 1, top + 1));
        put("K" + (top + 2), "表    号：" + edition.number);
        put("K" + (top + 3), "制定机关：国家统计局");
        put("A" + (top + 4), "统一社会信用代码：" + plant.code());
        put("A" + (top + 5), "单位详细名称：" + plant.name());
        put("K" + (top + 6), period);
        int head = top + 7;
        line(head, "能源名称", "计量\n单位", "代码", edition.opening, "购进量", null, "消费量");
        put("L" + head, edition.closing);
        put("M" + head, "采用折\n标系数");
        put("N" + head, "参考折\n标系数");
        line(
                head + 1,
                null,
                null,
                null,
                null,
                "实物量",
                "金额\n（千元）",
                "合计",
                "1.工业生产\n消费",
                "#用于原材料",
                "2.非工业\n生产消费",
                "合计中：运输\n工具消费");
        merge("E%d:F%d".formatted(head, head));
        merge("G%d:K%d".formatted(head, head));
        for (String column : "A B C D L M N".split(" ")) {
            merge("%s%d:%s%d".formatted(column, head, column, head + 1));
        }
        firstRow = head + 2;
        if (edition == Edition.CUMULATIVE) {
            line(head + 2, null, null, null, "1-本月", "1-本月", "1-本月", "1-本月", "1-本月", "1-本月", "1-本月", "1-本月", "1-本月");
            firstRow++;
        }
        line(firstRow, "甲", "乙", "丙", "1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "丁");
    }

    private Card fill() {
        Random random = plant.random();
        use(BITUMINOUS, random, 0.9, "0.7050", Plant.draw(random, 3000, 9000), Plant.draw(random, 40, 90), true);
        copy(BITUMINOUS, COAL);
        use(GAS, random, 34, "12.1430", Plant.draw(random, 80, 300), Plant.draw(random, 2, 9), false);
        use(GASOLINE, random, 8.6, "1.4714", BigDecimal.ZERO, Plant.draw(random, 5, 30), false);
        put(GASOLINE, TRANSPORT, figure(GASOLINE, TOTAL));
        use(DIESEL, random, 7.4, "1.4571", Plant.draw(random, 60, 200), Plant.draw(random, 10, 40), true);
        put(DIESEL, TRANSPORT, figure(DIESEL, NON_INDUSTRIAL));
        use(ELECTRICITY, random, 6.9, "1.229", Plant.draw(random, 900, 4000), Plant.draw(random, 10, 90), false);
        return this;
    }

    /**
     * One row, sound: 4 = 5 + 7, 9 = 1 + 2 - 4.
     *
     * @param price thousand yuan a unit
     * @param coefficient 采用折标系数
     */
    private void use(
            String row,
            Random random,
            double price,
            String coefficient,
            BigDecimal industrial,
            BigDecimal other,
            boolean stored) {
        BigDecimal total = industrial.add(other);
        BigDecimal opening =
                stored ? total.multiply(share(random, 4, 9)).setScale(2, RoundingMode.HALF_UP) : BigDecimal.ZERO;
        BigDecimal closing =
                stored ? total.multiply(share(random, 3, 8)).setScale(2, RoundingMode.HALF_UP) : BigDecimal.ZERO;
        BigDecimal purchase = total.add(closing).subtract(opening);
        figures(row, opening, purchase, industrial, other, closing);
        put(row, VALUE, purchase.multiply(BigDecimal.valueOf(price)).setScale(1, RoundingMode.HALF_UP));
        put(row, COEFFICIENT, new BigDecimal(coefficient));
    }

    private static BigDecimal share(Random random, int least, int most) {
        return BigDecimal.valueOf(least + (long) random.nextInt(most - least), 2);
    }

    private void figures(
            String row,
            BigDecimal opening,
            BigDecimal purchase,
            BigDecimal industrial,
            BigDecimal other,
            BigDecimal closing) {
        state(row, OPENING, opening);
        state(row, PURCHASE, purchase);
        state(row, TOTAL, industrial.add(other));
        state(row, INDUSTRIAL, industrial);
        state(row, NON_INDUSTRIAL, other);
        state(row, CLOSING, closing);
    }

    private void state(String row, String column, BigDecimal value) {
        if (value.signum() != 0) {
            put(row, column, value);
        }
    }

    /** A row as another: 原煤 over the one kind of coal that is burnt. */
    Card copy(String from, String to) {
        for (int i = 3; i < 13; i++) {
            state(to, COLUMNS[i], figure(from, COLUMNS[i]));
        }
        return this;
    }

    /** A further carrier, all of it used in production and bought in the year. */
    Card burns(String row, String amount, String coefficient, String price) {
        BigDecimal used = new BigDecimal(amount);
        figures(row, BigDecimal.ZERO, used, used, BigDecimal.ZERO, BigDecimal.ZERO);
        put(row, VALUE, used.multiply(new BigDecimal(price)).setScale(1, RoundingMode.HALF_UP));
        put(row, COEFFICIENT, new BigDecimal(coefficient));
        return this;
    }

    /** A carrier that the works makes itself and uses in production: its output or recovery stands on 205-2. */
    Card uses(String row, String amount, String coefficient) {
        BigDecimal used = new BigDecimal(amount);
        figures(row, BigDecimal.ZERO, BigDecimal.ZERO, used, BigDecimal.ZERO, BigDecimal.ZERO);
        put(row, COEFFICIENT, new BigDecimal(coefficient));
        return this;
    }

    /** Every quantity of the card by a factor, as another month or year. */
    Card scaled(String factor) {
        for (Fuel fuel : Fuel.values()) {
            for (int i = 3; i < 12; i++) {
                if (figure(fuel.caption, COLUMNS[i]).signum() != 0) {
                    times(fuel.caption, COLUMNS[i], factor);
                }
            }
        }
        return this;
    }
}
