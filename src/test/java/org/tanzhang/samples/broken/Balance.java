package org.tanzhang.samples.broken;

import java.math.BigDecimal;
import java.util.List;
import java.util.Random;

/**
 * A regional energy balance, sound as it is drawn: every row and column adds up. 万吨, 亿立方米, 亿千瓦时; inputs to
 * transformation are negative.
 */
final class Balance extends Table {

    static final String COALS = "煤合计";
    static final String COAL = "原煤";
    static final String CLEANED = "洗精煤";
    static final String OILS = "油品合计";
    static final String GASOLINE = "汽油";
    static final String DIESEL = "柴油";
    static final String GAS = "天然气";
    static final String ELECTRICITY = "电力";

    private static final List<String> CARRIERS =
            List.of(COALS, COAL, CLEANED, "焦炭", OILS, GASOLINE, DIESEL, GAS, ELECTRICITY);

    private static final List<Line> SECTORS = List.of(
            Line.AGRICULTURE,
            Line.INDUSTRY,
            Line.CONSTRUCTION,
            Line.TRANSPORT,
            Line.TRADE,
            Line.OTHER,
            Line.URBAN,
            Line.RURAL);

    /** The two ways in which balances are printed. */
    enum Dialect {
        P303_1("R-P303-1-", "P303-1"),
        YEARBOOK("R-EB-", "Sheet1");

        private final String rules;
        private final String sheet;

        Dialect(String rules, String sheet) {
            this.rules = rules;
            this.sheet = sheet;
        }

        /** The rule of this dialect with a number. */
        String rule(String number) {
            return rules + number;
        }
    }

    private final Dialect dialect;

    private Balance(Sample sample, Dialect dialect, String office, int year) {
        super(sample, dialect.sheet);
        this.dialect = dialect;
        line(1, dialect == Dialect.P303_1 ? "能源平衡表（实物量）" : office + "能源平衡表（实物量）" + year + "年");
        if (dialect == Dialect.P303_1) {
            put("A2", "综合机关名称：" + office + "统计局");
            put("H2", "表    号：P303-1表");
            put("H3", year + "年");
        }
        line(4, dialect == Dialect.P303_1 ? "指标名称" : "项目", "代码");
        for (int i = 0; i < CARRIERS.size(); i++) {
            column(CARRIERS.get(i), i + 2);
            put(caption(i + 2, 4), CARRIERS.get(i));
            put(caption(i + 2, 5), unit(CARRIERS.get(i)));
        }
        column("名称", 0);
        int number = 5;
        for (Line line : Line.values()) {
            String caption = dialect == Dialect.P303_1 ? line.p303 : line.yearbook;
            if (!caption.isEmpty()) {
                row(line.name(), number);
                line(++number, caption, "%02d".formatted(number - 5));
            }
        }
        row("下一行", number);
        line(number + 2, "单位负责人：      填表人：      报出日期：      年  月  日");
        line(number + 3, "说明：合成样例，数据均为虚构。");
    }

    private static String caption(int column, int row) {
        return new org.apache.poi.ss.util.CellReference(row - 1, column)
                .formatAsString(false)
                .replace("$", "");
    }

    private static String unit(String carrier) {
        return switch (carrier) {
            case GAS -> "（亿立方米）";
            case ELECTRICITY -> "（亿千瓦时）";
            default -> "（万吨）";
        };
    }

    static Balance of(Sample sample, Dialect dialect, String office, int year, int seed) {
        return new Balance(sample, dialect, office, year).fill(new Random(seed * 0x9E3779B97F4A7C15L));
    }

    Dialect dialect() {
        return dialect;
    }

    Mark at(Line line, String carrier) {
        return at(line.name(), carrier);
    }

    Mark put(Line line, String carrier, Object value) {
        return put(line.name(), carrier, value);
    }

    Mark add(Line line, String carrier, String amount) {
        return add(line.name(), carrier, amount);
    }

    Mark clear(Line line, String carrier) {
        return clear(line.name(), carrier);
    }

    BigDecimal figure(Line line, String carrier) {
        return has(line) ? figure(line.name(), carrier) : BigDecimal.ZERO;
    }

    /** The cell that holds a carrier's caption. */
    Mark head(String carrier) {
        return at(caption(address(Line.FINAL.name(), carrier).getColumn(), 4));
    }

    private boolean has(Line line) {
        return !(dialect == Dialect.P303_1 ? line.p303 : line.yearbook).isEmpty();
    }

    private Balance fill(Random random) {
        sectors(random, COAL, 30, 90, 0.5, 0.4);
        sectors(random, CLEANED, 2, 6, 0, 0);
        sectors(random, GASOLINE, 3, 9, 0.3, 0.2);
        sectors(random, DIESEL, 6, 20, 0.2, 0.2);
        sectors(random, GAS, 1, 4, 0.3, 0);
        sectors(random, ELECTRICITY, 20, 60, 6, 2);
        set(Line.POWER, COAL, Plant.draw(random, 20, 60).negate());
        set(Line.POWER, ELECTRICITY, Plant.draw(random, 5, 15));
        set(Line.LOSSES, ELECTRICITY, Plant.draw(random, 1, 3));
        set(Line.TRANSPORT_LOSSES, ELECTRICITY, figure(Line.LOSSES, ELECTRICITY));
        set(Line.RAW, COAL, Plant.draw(random, 1, 5));
        set(Line.OPENING_STOCK, COAL, Plant.draw(random, 1, 4));
        set(Line.CLOSING_STOCK, COAL, Plant.draw(random, 1, 4).negate());
        set(Line.STOCK_CHANGE, COAL, Plant.draw(random, 1, 4).negate());
        return closeAll();
    }

    /** All sums anew, from the sectors up. */
    Balance closeAll() {
        for (String carrier : List.of(COAL, CLEANED, GASOLINE, DIESEL, GAS, ELECTRICITY)) {
            close(carrier);
        }
        for (Line line : Line.values()) {
            total(line, COALS, COAL, CLEANED);
            total(line, OILS, GASOLINE, DIESEL);
        }
        return this;
    }

    private void sectors(Random random, String carrier, int least, int most, double others, double homes) {
        set(Line.INDUSTRY, carrier, Plant.draw(random, least, most));
        for (Line line : SECTORS) {
            boolean home = line == Line.URBAN || line == Line.RURAL;
            int upTo = (int) Math.round((home ? homes : others) * 100);
            if (line != Line.INDUSTRY && upTo > 0) {
                set(line, carrier, BigDecimal.valueOf(upTo + (long) random.nextInt(upTo), 2));
            }
        }
    }

    private void close(String carrier) {
        set(Line.PRIMARY, carrier, sum(carrier, Line.AGRICULTURE));
        set(Line.SECONDARY, carrier, sum(carrier, Line.INDUSTRY, Line.CONSTRUCTION));
        set(Line.TERTIARY, carrier, sum(carrier, Line.TRANSPORT, Line.TRADE, Line.OTHER));
        set(Line.HOUSEHOLDS, carrier, sum(carrier, Line.URBAN, Line.RURAL));
        set(Line.FINAL, carrier, sum(carrier, SECTORS.toArray(Line[]::new)));
        set(Line.TRANSFORMATION, carrier, sum(carrier, Line.POWER, Line.HEATING));
        BigDecimal inputs = figure(Line.POWER, carrier).min(BigDecimal.ZERO).negate();
        set(Line.TOTAL, carrier, sum(carrier, Line.FINAL, Line.LOSSES).add(inputs));
        BigDecimal supply = sum(carrier, Line.FINAL, Line.LOSSES).subtract(figure(Line.TRANSFORMATION, carrier));
        set(Line.SUPPLY, carrier, supply);
        BigDecimal stocks = sum(carrier, Line.OPENING_STOCK, Line.CLOSING_STOCK, Line.STOCK_CHANGE);
        set(Line.INFLOW, carrier, supply.subtract(stocks));
    }

    private BigDecimal sum(String carrier, Line... lines) {
        return List.of(lines).stream().map(l -> figure(l, carrier)).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private void total(Line line, String total, String one, String other) {
        if (has(line)) {
            set(line, total, figure(line, one).add(figure(line, other)));
        }
    }

    private void set(Line line, String carrier, BigDecimal value) {
        if (has(line) && value.signum() != 0) {
            put(line, carrier, value);
        }
    }
}
