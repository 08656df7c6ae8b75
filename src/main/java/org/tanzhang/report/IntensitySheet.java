package org.tanzhang.report;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tanzhang.account.intensity.Emissions.Measure;
import org.tanzhang.account.intensity.Intensity.Line;
import org.tanzhang.account.intensity.Intensity.Reason;
import org.tanzhang.account.intensity.IntensityTable;
import org.tanzhang.code.Name;

/** 强度: CO2 per GDP at constant prices and per head, with its decline by the official formula. */
final class IntensitySheet {

    private static final BigDecimal TEN_THOUSAND = BigDecimal.valueOf(10_000);
    private static final int CO2 = 3;
    private static final int GDP = 4;
    private static final int INTENSITY = 5;
    private static final int PER_HEAD = 6;
    private static final int DECLINE = 7;
    private static final int CUMULATIVE = 8;
    private static final int REASON = 9;

    private final Inventory inventory;
    private final IntensityTable table;
    private final Page page;
    private int row = 5;

    private IntensitySheet(Inventory inventory, IntensityTable table, Page page) {
        this.inventory = inventory;
        this.table = table;
        this.page = page;
    }

    static void write(Inventory inventory, IntensityTable table, Page page) {
        new IntensitySheet(inventory, table, page).write();
    }

    private void write() {
        page.title("强度", "单位GDP和人均二氧化碳，及其下降率　CO2 per GDP and per head, with its rate of decline");
        String rounding = table.decimals() == null ? "不舍入" : "保留 " + table.decimals() + " 位小数";
        page.across(
                2,
                0,
                REASON,
                "GDP 为 %d 年价格，跨基年按增速连接。年度下降率＝1－（当年排放／当年GDP）／（上年排放／上年GDP），累计＝1－（1－上年累计）（1－当年）。算下降率前，单位GDP排放%s（intensity.rounding）。"
                                .formatted(table.baseYear(), rounding)
                        + " GDP at prices of %d, chained by growth; decimals of CO2 per GDP before the rate: %s."
                                .formatted(
                                        table.baseYear(),
                                        table.decimals() == null ? "all" : String.valueOf(table.decimals())),
                Style.NOTE);
        page.across(
                3,
                0,
                REASON,
                "前后两年须用同一因子集、同一方法和同一数据时点，否则不算，注明原因。*：排放中有未核算项。"
                        + " Two years compare only under one factor set, method and time of data. *: something is not estimated.",
                Style.NOTE);
        List<Name> captions = List.of(
                new Name("地区", "region"),
                new Name("口径", "measure"),
                new Name("年份", "year"),
                new Name("二氧化碳（吨）", "t CO2"),
                new Name("GDP（万元）", "GDP, 10^4 CNY"),
                new Name("吨／万元", "t per 10^4 CNY"),
                new Name("吨／人", "t per head"),
                new Name("年度下降率（%）", "decline, %"),
                new Name("累计下降率（%）", "cumulative, %"),
                new Name("未算的原因", "why not"));
        for (int c = 0; c < captions.size(); c++) {
            page.header(4, c, captions.get(c), Style.HEADER);
        }
        for (IntensityTable.OfRegion of : table.regions()) {
            of.lines().forEach(line -> line(of.region(), line));
        }
        page.width(0, 14);
        page.width(1, 22);
        page.width(2, 8);
        page.width(CO2, 20);
        page.width(GDP, 18);
        page.width(INTENSITY, 16);
        page.width(REASON, 34);
        page.sheet().createFreezePane(3, 5);
        page.finish(4, 4, InventoryWorkbook.footer(inventory));
    }

    private void line(String region, Line line) {
        boolean own = region.equals(inventory.run().regionCode());
        Style text = own ? Style.BLOCK_TEXT : Style.TEXT;
        page.text(row, 0, inventory.regionName(region, region).zh(), text);
        page.text(row, 1, line.measure() == Measure.SCOPE_1 ? "范围一" : "范围一＋净调入", text);
        page.text(row, 2, String.valueOf(line.year()), Style.TEXT_CENTRE);
        int missing = line.complete() ? 0 : 1;
        page.sum(
                row,
                CO2,
                line.co2() == null ? new Sum(BigDecimal.ZERO, 0, 1) : Sum.of(line.co2(), missing),
                Style.NUMBER);
        number(GDP, line.gdp() == null ? null : line.gdp().divide(TEN_THOUSAND), Style.NUMBER);
        intensity(line);
        number(PER_HEAD, line.perHead(), Style.RATIO);
        decline(line);
        page.text(row, REASON, reason(line.reason()), Style.TEXT);
        row++;
    }

    private void intensity(Line line) {
        if (line.intensity() == null) {
            page.text(row, INTENSITY, "NE", Style.MISSING);
            return;
        }
        String quotient = Page.at(row, CO2) + "/" + Page.at(row, GDP);
        page.formula(
                row,
                INTENSITY,
                "ROUND(" + quotient + "," + (table.decimals() == null ? 12 : table.decimals()) + ")",
                line.intensity(),
                Style.RATIO);
    }

    private void decline(Line line) {
        if (line.decline() == null || line.cumulative() == null) {
            page.blank(row, DECLINE, Style.NUMBER);
            page.blank(row, CUMULATIVE, Style.NUMBER);
            return;
        }
        page.formula(
                row,
                DECLINE,
                "100*(1-" + Page.at(row, INTENSITY) + "/" + Page.at(row - 1, INTENSITY) + ")",
                line.decline().movePointRight(2),
                Style.NUMBER);
        // a blank cell above begins the chain at zero
        page.formula(
                row,
                CUMULATIVE,
                "100*(1-(1-SUM(" + Page.at(row - 1, CUMULATIVE) + ")/100)*(1-" + Page.at(row, DECLINE) + "/100))",
                line.cumulative().movePointRight(2),
                Style.NUMBER);
    }

    private void number(int column, @Nullable BigDecimal value, Style style) {
        if (value == null) {
            page.text(row, column, "NE", Style.MISSING);
        } else {
            page.number(row, column, value, style);
        }
    }

    private static String reason(@Nullable Reason reason) {
        return reason == null
                ? ""
                : switch (reason) {
                    case NO_YEAR_BEFORE -> "没有上年";
                    case NOT_STATED -> "缺排放、GDP或增速";
                    case OTHER_VINTAGE -> "上年的因子集、方法或数据时点不同";
                };
    }
}
