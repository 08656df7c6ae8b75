package org.tanzhang.samples.broken;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * P303-4, the balance in standard quantity: the physical one in 万吨标准煤, every cell by coefficient and rounded on its
 * own, as bureaus print it.
 */
final class StandardBalance extends Table {

    static final String ENERGY = "能源合计";

    /** 万吨标准煤 a 万吨, 亿立方米, 亿千瓦时; electricity at 当量值. 中国能源统计年鉴 附录4. */
    private static final Map<String, BigDecimal> COEFFICIENTS = new LinkedHashMap<>();

    static {
        COEFFICIENTS.put(Balance.COAL, new BigDecimal("0.7143"));
        COEFFICIENTS.put(Balance.CLEANED, new BigDecimal("0.9"));
        COEFFICIENTS.put(Balance.GASOLINE, new BigDecimal("1.4714"));
        COEFFICIENTS.put(Balance.DIESEL, new BigDecimal("1.4571"));
        COEFFICIENTS.put(Balance.GAS, new BigDecimal("13.3"));
        COEFFICIENTS.put(Balance.ELECTRICITY, new BigDecimal("1.229"));
    }

    private static final List<String> COLUMNS = List.of(
            ENERGY,
            Balance.COALS,
            Balance.COAL,
            Balance.CLEANED,
            Balance.OILS,
            Balance.GASOLINE,
            Balance.DIESEL,
            Balance.GAS,
            Balance.ELECTRICITY);

    private StandardBalance(Sample sample, Balance physical, String office, int year) {
        super(sample, "P303-4");
        line(1, "能源平衡表（标准量）");
        put("A2", "综合机关名称：" + office + "统计局");
        put("H2", "表    号：P303-4表");
        put("H3", year + "年");
        line(4, "指标名称", "代码");
        row("表头", 3);
        row("计量单位", 4);
        sheet().setColumnWidth(0, 36 * 256);
        for (int i = 0; i < COLUMNS.size(); i++) {
            sheet().setColumnWidth(i + 2, 16 * 256);
            column(COLUMNS.get(i), i + 2);
            put("表头", COLUMNS.get(i), COLUMNS.get(i));
            put("计量单位", COLUMNS.get(i), "（万吨标准煤）");
        }
        int number = 5;
        for (Line line : Line.values()) {
            if (!line.p303.isEmpty()) {
                row(line.name(), number);
                line(++number, line.p303, "%02d".formatted(number - 5));
                convert(line, physical);
            }
        }
        line(number + 2, "单位负责人：      填表人：      报出日期：      年  月  日");
        line(number + 3, "说明：合成样例，数据均为虚构。");
    }

    /** The standard quantities of a sound balance of the same office and year. */
    static StandardBalance of(Sample sample, Balance physical, String office, int year) {
        return new StandardBalance(sample, physical, office, year);
    }

    Mark at(Line line, String carrier) {
        return at(line.name(), carrier);
    }

    Mark add(Line line, String carrier, String amount) {
        return add(line.name(), carrier, amount);
    }

    /** The cell that holds a carrier's caption. */
    Mark head(String carrier) {
        return at("表头", carrier);
    }

    private void convert(Line line, Balance physical) {
        // electricity made here is in the coal already: the total of all energy is what was supplied, and nothing is
        // left over
        set(
                line == Line.TOTAL ? Line.SUPPLY : line,
                line,
                ENERGY,
                physical,
                COEFFICIENTS.keySet().toArray(String[]::new));
        set(line, line, Balance.COALS, physical, Balance.COAL, Balance.CLEANED);
        set(line, line, Balance.OILS, physical, Balance.GASOLINE, Balance.DIESEL);
        COEFFICIENTS.keySet().forEach(carrier -> set(line, line, carrier, physical, carrier));
    }

    private void set(Line from, Line to, String column, Balance physical, String... carriers) {
        BigDecimal tce = Stream.of(carriers)
                .map(carrier -> physical.figure(from, carrier).multiply(COEFFICIENTS.get(carrier)))
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .setScale(2, RoundingMode.HALF_UP);
        if (tce.signum() != 0) {
            put(to.name(), column, tce);
        }
    }
}
