package org.tanzhang.samples.broken;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/**
 * 附件2 煤炭消费状况表 of some regions in a year, 万吨. Sound as drawn: the city is the sum of the nine counties, listed
 * or not, and a region's figures are the same in every year.
 */
final class CoalSurvey extends Table {

    static final String CITY = "长沙市";

    static final String COUNTY = "县（区）";
    static final String TOTAL = "煤合计";
    static final String RAW = "原煤";
    static final String CLEANED = "洗精煤";
    static final String OTHER = "其他";
    static final String POWER = "1.火力发电";
    static final String WASHING = "3.煤炭洗选";
    static final String GAS_MAKING = "6.制气";
    static final String INDUSTRY = "1.工业";
    static final String MATERIAL = "#用作原料、材料";
    static final String COKE = "焦炭";

    private static final List<String> COLUMNS = List.of(
            "省（市、区）",
            "地市（州）",
            COUNTY,
            "年份",
            TOTAL,
            RAW,
            CLEANED,
            OTHER,
            POWER,
            "2.供热",
            WASHING,
            "4.炼焦",
            "5.炼油及煤制油",
            GAS_MAKING,
            INDUSTRY,
            MATERIAL,
            "2.其他用途",
            COKE);
    private static final int NAMES = 4;

    /** Of the coal total, in the order of the columns from 火力发电 on; 原料 is a part of 工业, 焦炭 stands beside. */
    private static final String[] SHARES = {
        "0.38", "0.06", "0", "0.04", "0", "0", "0.42", "0.03", "0.05", "0.03",
    };

    private CoalSurvey(Sample sample, String whose, int year, List<String> regions) {
        super(sample, "附件2");
        line(1, "附件2");
        line(2, whose + year + "年煤炭消费状况表").merge("A2:R2");
        line(3, "制表单位：" + whose + "统计局");
        put("Q3", "单位：万吨");
        header();
        int number = 7;
        for (String region : regions) {
            row(region, number++);
            line(number, "湖南省", "长沙市", region.equals(CITY) ? null : region, year + "年");
            List<BigDecimal> figures = drawn(region);
            for (int i = 0; i < figures.size(); i++) {
                put(region, COLUMNS.get(NAMES + i), figures.get(i));
            }
        }
        line(number + 2, "单位负责人：      填表人：      报出日期：      年  月  日");
    }

    /** The city's sheet: its own row and one of each county. */
    static CoalSurvey ofAll(Sample sample, int year) {
        return new CoalSurvey(
                sample,
                CITY,
                year,
                Stream.concat(Stream.of(CITY), Places.counties().stream()).toList());
    }

    /** One row: the city's, or a county's own. */
    static CoalSurvey of(Sample sample, String region, int year) {
        return new CoalSurvey(sample, region, year, List.of(region));
    }

    /** The figures of a region, from the first column to the last. */
    static List<String> figures() {
        return COLUMNS.subList(NAMES, COLUMNS.size());
    }

    private void header() {
        for (int column = 0; column < COLUMNS.size(); column++) {
            column(COLUMNS.get(column), column);
            sheet().setColumnWidth(column, 14 * 256);
        }
        line(4, COLUMNS.subList(0, NAMES).toArray());
        put("E4", "分品种煤炭消费摸底");
        put("I4", "分用途煤炭消费摸底");
        put("R4", "焦炭消费摸底");
        put("I5", "能源加工转换");
        put("O5", "终端消费");
        row("品种", 4);
        row("用途", 5);
        row("其中", 6);
        for (String column : COLUMNS.subList(NAMES, COLUMNS.size())) {
            boolean kind = List.of(TOTAL, RAW, CLEANED, OTHER).contains(column);
            put(kind ? "品种" : column.equals(MATERIAL) ? "其中" : "用途", column, column);
        }
        Stream.of("A4:A7", "B4:B7", "C4:C7", "D4:D7", "E4:H4", "I4:Q4", "I5:N5", "O5:Q5")
                .forEach(this::merge);
    }

    private static List<BigDecimal> drawn(String region) {
        if (region.equals(CITY)) {
            return Places.counties().stream()
                    .map(CoalSurvey::drawn)
                    .reduce(CoalSurvey::sum)
                    .orElseThrow();
        }
        Random random = new Random(Long.parseLong(Places.code(region)) * 0x9E3779B97F4A7C15L);
        BigDecimal raw = Plant.draw(random, 20, 60);
        BigDecimal cleaned = Plant.draw(random, 2, 6);
        BigDecimal other = Plant.draw(random, 1, 3);
        BigDecimal total = raw.add(cleaned).add(other);
        List<BigDecimal> figures = new ArrayList<>(List.of(total, raw, cleaned, other));
        for (String share : SHARES) {
            figures.add(total.multiply(new BigDecimal(share)).setScale(2, RoundingMode.HALF_UP));
        }
        return figures;
    }

    private static List<BigDecimal> sum(List<BigDecimal> one, List<BigDecimal> other) {
        List<BigDecimal> sums = new ArrayList<>();
        for (int i = 0; i < one.size(); i++) {
            sums.add(one.get(i).add(other.get(i)));
        }
        return sums;
    }
}
