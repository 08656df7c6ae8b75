package org.tanzhang.report;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.poi.ss.util.CellRangeAddress;
import org.jspecify.annotations.Nullable;
import org.tanzhang.code.Name;
import org.tanzhang.ledger.ClosingRepository.BalancedLine;
import org.tanzhang.ledger.TidyRow;

/**
 * 平衡账: the counties brought to the city's totals beside what they state. Above, the CO2 of each county; below, every
 * cell in which something was moved, with its weights.
 */
final class BalancedSheet {

    private static final int INDICATOR = 4;
    private static final int UNIT = 4;
    private static final int RAW = 5;
    private static final int WEIGHT = 6;
    private static final int ADJUSTMENT = 7;
    private static final int BALANCED = 8;
    private static final int CO2 = 9;
    private static final int BALANCED_CO2 = 10;
    private static final int LAST = 10;

    private static final Set<String> INDICATORS_OF_COUNTIES = Set.of("population", "gdp-current");
    private static final Set<String> SCOPE_1 = Set.of("final", "power", "heat");

    private final Inventory inventory;
    private final Page page;
    private final List<BalancedLine> lines;

    private BalancedSheet(Inventory inventory, Page page) {
        this.inventory = inventory;
        this.page = page;
        this.lines = inventory.closing().balanced();
    }

    static void write(Inventory inventory, Page page) {
        new BalancedSheet(inventory, page).write();
    }

    private void write() {
        page.title(
                "平衡账",
                "区县账调到全市合计，与原始账并列，不替代清单　Balanced account: counties brought to the city's totals, beside the inventory");
        page.across(
                2,
                0,
                LAST,
                "属于区县的差额摊入区县；空铁、跨区等属市级的留在全市。全市＝各区县平衡数之和＋留在市级，逐格相等，无负数。"
                        + "权重见列名：方差（最小二乘法，0 为不调）或指标值。 What of the residuals belongs to counties is spread over them; what"
                        + " does not stays at the city. City = sum of balanced counties + what stays, in every cell, nothing negative."
                        + " The weight's column says what it is: a variance (least squares; 0 holds) or the indicator.",
                Style.NOTE);
        int head = counties(4) + 1;
        int row = cells(head);
        page.sheet().setAutoFilter(new CellRangeAddress(head, Math.max(head + 1, row - 1), 0, LAST));
        page.width(0, 22);
        page.width(WEIGHT, 22);
        page.width(CO2, 20);
        page.width(BALANCED_CO2, 20);
        page.finish(head, head, InventoryWorkbook.footer(inventory));
    }

    /** Scope 1 of each county, stated and balanced. */
    private int counties(int head) {
        List<Name> captions = new ArrayList<>(List.of(
                new Name("地区", "region"),
                new Name("原始（吨）", "t CO2, stated"),
                new Name("平衡后（吨）", "t CO2, balanced"),
                new Name("变动", "change")));
        if (isByIndicatorOfCounties()) {
            captions.add(Words.weight(weightOf()));
        }
        page.band(head - 1, 0, captions.size() - 1, new Name("范围一二氧化碳", "CO2 of scope 1"), Style.HEADER);
        for (int c = 0; c < captions.size(); c++) {
            page.header(head, c, captions.get(c), Style.HEADER);
        }
        Map<String, List<BalancedLine>> byCounty = lines.stream()
                .filter(l -> !l.city() && SCOPE_1.contains(l.flow()))
                .collect(Collectors.groupingBy(BalancedLine::regionCode, TreeMap::new, Collectors.toList()));
        int row = head + 1;
        for (Map.Entry<String, List<BalancedLine>> county : byCounty.entrySet()) {
            page.text(
                    row,
                    0,
                    inventory.regionName(county.getKey(), county.getKey()).zh(),
                    Style.TEXT);
            if (isByIndicatorOfCounties()) {
                page.number(row, INDICATOR, county.getValue().get(0).weight(), Style.NUMBER);
            }
            sums(row++, county.getValue(), Style.NUMBER);
        }
        page.name(row, 0, new Name("区县之和", "counties"), Style.TOTAL_TEXT);
        if (isByIndicatorOfCounties()) {
            page.blank(row, INDICATOR, Style.TOTAL_NUMBER);
        }
        sums(row, byCounty.values().stream().flatMap(List::stream).toList(), Style.TOTAL_NUMBER);
        return row + 1;
    }

    private void sums(int row, Collection<BalancedLine> of, Style style) {
        Sum stated = Sum.of(of, BalancedLine::co2);
        Sum balanced = Sum.of(of, BalancedLine::balancedCo2);
        page.sum(row, 1, stated, style);
        page.sum(row, 2, balanced, style);
        page.formula(
                row,
                3,
                Page.at(row, 2) + "-" + Page.at(row, 1),
                balanced.value().subtract(stated.value()),
                style);
    }

    private int cells(int head) {
        List<Name> captions = List.of(
                new Name("部门", "sector"),
                new Name("品种", "carrier"),
                new Name("流向", "flow"),
                new Name("地区", "region"),
                new Name("单位", "unit"),
                new Name("原始", "stated"),
                Words.weight(weightOf()),
                new Name("调整", "adjustment"),
                new Name("平衡后", "balanced"),
                new Name("原始二氧化碳（吨）", "t CO2, stated"),
                new Name("平衡后二氧化碳（吨）", "t CO2, balanced"));
        for (int c = 0; c < captions.size(); c++) {
            page.header(head, c, captions.get(c), Style.HEADER);
        }
        int row = head + 1;
        for (List<BalancedLine> cell : moved()) {
            for (BalancedLine line : cell) {
                line(row++, line);
            }
        }
        return row;
    }

    /** The cells in which something was moved, in the order of the code lists. */
    private List<List<BalancedLine>> moved() {
        Map<List<String>, List<BalancedLine>> cells = new LinkedHashMap<>();
        List<TidyRow> rows = inventory.ledger();
        for (String sector : inventory.sectorGroups(rows)) {
            for (String carrier : inventory.carrierGroups(rows)) {
                lines.stream()
                        .filter(l -> l.sectorGroup().equals(sector)
                                && l.carrierGroup().equals(carrier))
                        .forEach(l -> cells.computeIfAbsent(List.of(sector, carrier, l.flow()), k -> new ArrayList<>())
                                .add(l));
            }
        }
        return cells.values().stream()
                .filter(c -> c.stream().anyMatch(l -> l.raw().compareTo(l.balanced()) != 0))
                .toList();
    }

    /** Whether a county has one weight in all cells, what its office states. */
    private boolean isByIndicatorOfCounties() {
        return INDICATORS_OF_COUNTIES.contains(String.valueOf(weightOf()));
    }

    /** One for all lines of a run. */
    private @Nullable String weightOf() {
        return lines.isEmpty() ? null : lines.get(0).weightOf();
    }

    private void line(int row, BalancedLine line) {
        Style text = line.city() ? Style.TOTAL_TEXT : Style.TEXT;
        Style number = line.city() ? Style.TOTAL_NUMBER : Style.NUMBER;
        page.text(row, 0, inventory.sectorName(line.sectorGroup()).zh(), text);
        page.text(row, 1, inventory.carrierName(line.carrierGroup()).zh(), text);
        page.text(row, 2, inventory.flowName(line.flow()).zh(), text);
        page.text(
                row,
                3,
                line.city()
                        ? "区县应合计"
                        : inventory
                                .regionName(line.regionCode(), line.regionCode())
                                .zh(),
                text);
        page.text(row, UNIT, line.unit(), text);
        page.number(row, RAW, line.raw(), number);
        if (line.city() && line.weightOf() != null && !line.weightOf().equals("variance")) {
            page.blank(row, WEIGHT, number);
        } else {
            page.number(row, WEIGHT, line.weight(), number);
        }
        page.formula(
                row,
                ADJUSTMENT,
                Page.at(row, BALANCED) + "-" + Page.at(row, RAW),
                line.balanced().subtract(line.raw()),
                number);
        page.number(row, BALANCED, line.balanced(), number);
        page.sum(row, CO2, Sum.of(List.of(line), BalancedLine::co2), number);
        page.sum(row, BALANCED_CO2, Sum.of(List.of(line), BalancedLine::balancedCo2), number);
    }
}
