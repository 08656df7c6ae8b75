package org.tanzhang.report;

import java.math.RoundingMode;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.tanzhang.code.Name;
import org.tanzhang.ledger.TidyRow;

/**
 * 城市汇总: sector groups by rough type of fuel, scope 2 apart, and the identity of the two levels.
 *
 * @param scope1 address of the total of scope 1, for formulas of other sheets
 * @param consumption address of the total of scope 2 by consumption
 * @param netImport address of the net import
 */
record CitySheet(String scope1, String consumption, String netImport) {

    private static final int FAMILY = 2;
    private static final int TOTAL = 6;
    private static final int SHARE = 7;
    private static final int GAP = 8;
    private static final int PURCHASED = 9;
    private static final int LAST = 11;

    private static final List<Name> FAMILIES = List.of(
            new Name("煤", "coal"), new Name("油", "oil"), new Name("气", "gas"), new Name("其他及未分品种", "other, not split"));

    private static final List<Name> PURCHASES = List.of(new Name("电力", "electricity"), new Name("热力", "heat"));

    private record Cell(String sectorGroup, String carrierGroup, String flow) {
        static Cell of(TidyRow row) {
            return new Cell(row.sectorGroup(), row.carrierGroup(), row.flow());
        }
    }

    static CitySheet write(Inventory inventory, Page page, CountySheet counties) {
        page.title("城市汇总", "各部门分煤、油、气，范围二另列，两级闭合　Summary of the region, t CO2");
        page.across(2, 0, LAST, Words.FOOTNOTE, Style.NOTE);
        List<TidyRow> scope1 =
                inventory.account().stream().filter(r -> r.scope() == 1).toList();
        List<TidyRow> consumption = flow(inventory.account(), "consumption");
        headers(page);
        int first = 5;
        int row = first;
        List<TidyRow> printed = java.util.stream.Stream.concat(scope1.stream(), consumption.stream())
                .toList();
        List<String> sectors = inventory.sectorGroups(printed);
        for (String sector : sectors) {
            sector(inventory, page, row++, sector, scope1, consumption);
        }
        int total = row;
        totals(inventory, page, first, total, scope1, consumption);
        for (int r = first; r <= total; r++) {
            String sector = r == total ? "" : sectors.get(r - first);
            Sum part = r == total
                    ? Sum.co2(scope1)
                    : Sum.co2(of(scope1, x -> x.sectorGroup().equals(sector)));
            CountySheet.share(
                    page, r, TOTAL, total, part, Sum.co2(scope1), r == total ? Style.TOTAL_SHARE : Style.SHARE);
        }
        int netImport = netImport(inventory, page, total + 3);
        closure(inventory, page, netImport + 3, counties);
        page.width(0, 28);
        page.width(1, 36);
        page.width(GAP, 2);
        page.sheet().createFreezePane(2, first);
        page.finish(3, 4, InventoryWorkbook.footer(inventory));
        return new CitySheet(
                page.reference(total, TOTAL),
                page.reference(total, LAST),
                page.reference(netImport, FAMILY + PURCHASES.size()));
    }

    private static void headers(Page page) {
        page.band(3, 0, SHARE, new Name("范围一：化石燃料燃烧", "Scope 1: combustion of fossil fuels"), Style.HEADER);
        page.band(
                3,
                PURCHASED,
                LAST,
                new Name("范围二：消费（另列，不相加）", "Scope 2: consumption, apart, never added"),
                Style.HEADER_APART);
        page.header(4, 0, new Name("部门", "sector"), Style.HEADER);
        page.header(4, 1, new Name("英文名", "in English"), Style.HEADER);
        for (int i = 0; i < FAMILIES.size(); i++) {
            page.header(4, FAMILY + i, FAMILIES.get(i), Style.HEADER);
        }
        page.header(4, TOTAL, new Name("合计", "total"), Style.HEADER);
        page.header(4, SHARE, new Name("占比", "share"), Style.HEADER);
        for (int i = 0; i < PURCHASES.size(); i++) {
            page.header(4, PURCHASED + i, PURCHASES.get(i), Style.HEADER_APART);
        }
        page.header(4, LAST, new Name("合计", "total"), Style.HEADER_APART);
    }

    private static void sector(
            Inventory inventory, Page page, int row, String sector, List<TidyRow> scope1, List<TidyRow> consumption) {
        Name name = inventory.sectorName(sector);
        page.text(row, 0, name.zh(), Style.TEXT);
        page.text(row, 1, name.en(), Style.ENGLISH);
        List<TidyRow> burnt = of(scope1, r -> r.sectorGroup().equals(sector));
        for (int i = 0; i < FAMILIES.size(); i++) {
            page.sum(row, FAMILY + i, Sum.co2(of(burnt, family(inventory, i))), Style.NUMBER);
        }
        rowTotal(page, row, TOTAL, FAMILY, Sum.co2(burnt), Style.BLOCK_NUMBER);
        List<TidyRow> used = of(consumption, r -> r.sectorGroup().equals(sector));
        for (int i = 0; i < PURCHASES.size(); i++) {
            page.sum(row, PURCHASED + i, Sum.co2(of(used, purchase(i))), Style.NUMBER);
        }
        rowTotal(page, row, LAST, PURCHASED, Sum.co2(used), Style.BLOCK_NUMBER);
    }

    private static void rowTotal(Page page, int row, int column, int first, Sum sum, Style style) {
        page.total(row, column, "SUM(" + Page.range(row, first, row, column - 1) + ")", sum, style);
    }

    private static void totals(
            Inventory inventory, Page page, int first, int total, List<TidyRow> scope1, List<TidyRow> consumption) {
        page.text(total, 0, "合计", Style.TOTAL_TEXT);
        page.text(total, 1, "total", Style.TOTAL_TEXT);
        for (int i = 0; i < FAMILIES.size(); i++) {
            down(page, first, total, FAMILY + i, Sum.co2(of(scope1, family(inventory, i))));
        }
        down(page, first, total, TOTAL, Sum.co2(scope1));
        for (int i = 0; i < PURCHASES.size(); i++) {
            down(page, first, total, PURCHASED + i, Sum.co2(of(consumption, purchase(i))));
        }
        down(page, first, total, LAST, Sum.co2(consumption));
    }

    private static void down(Page page, int first, int total, int column, Sum sum) {
        page.total(total, column, "SUM(" + Page.range(first, column, total - 1, column) + ")", sum, Style.TOTAL_NUMBER);
    }

    /** One line; gives its row. */
    private static int netImport(Inventory inventory, Page page, int top) {
        int sum = FAMILY + PURCHASES.size();
        page.band(
                top,
                0,
                sum,
                new Name("范围二：净调入（可与范围一相加）", "Scope 2: net import, the only part that may be added to scope 1"),
                Style.HEADER_APART);
        page.header(top + 1, 0, new Name("地区", "region"), Style.HEADER_APART);
        page.blank(top + 1, 1, Style.HEADER_APART);
        for (int i = 0; i < PURCHASES.size(); i++) {
            page.header(top + 1, FAMILY + i, PURCHASES.get(i), Style.HEADER_APART);
        }
        page.header(top + 1, sum, new Name("合计", "total"), Style.HEADER_APART);
        int row = top + 2;
        List<TidyRow> rows = flow(inventory.account(), "net-import");
        page.text(row, 0, inventory.region().zh(), Style.TOTAL_TEXT);
        page.text(row, 1, inventory.region().en(), Style.TOTAL_TEXT);
        for (int i = 0; i < PURCHASES.size(); i++) {
            page.sum(row, FAMILY + i, Sum.co2(of(rows, purchase(i))), Style.TOTAL_NUMBER);
        }
        Sum all = Sum.co2(rows);
        page.total(row, sum, "SUM(" + Page.range(row, FAMILY, row, sum - 1) + ")", all, Style.TOTAL_NUMBER);
        return row;
    }

    /** METHOD 4: counties + residual = city, in scope 1 and in consumption. */
    private static void closure(Inventory inventory, Page page, int top, CountySheet counties) {
        List<TidyRow> above = of(
                inventory.ledger(),
                r -> r.basis().equals("top_down")
                        && r.regionCode().equals(inventory.run().regionCode()));
        if (!inventory.isTwoLevel() || above.isEmpty()) {
            page.across(
                    top,
                    0,
                    TOTAL,
                    inventory.isTwoLevel()
                            ? "没有全市能源平衡表：全市为区县之和。 No balance of the region's own: it is the sum of its counties."
                            : "没有区县报表：清单即本地区能源平衡表的核算。 No county reported: the account is the region's own balance.",
                    Style.NOTE);
            return;
        }
        page.band(top, 0, FAMILY + 1, new Name("两级闭合：区县之和＋差额＝全市", "Closure: counties + residual = city"), Style.HEADER);
        page.header(top + 1, 0, new Name("项目", "item"), Style.HEADER);
        page.header(top + 1, 1, new Name("英文名", "in English"), Style.HEADER);
        page.header(top + 1, FAMILY, new Name("范围一", "scope 1"), Style.HEADER);
        page.header(top + 1, FAMILY + 1, new Name("范围二消费", "consumption"), Style.HEADER_APART);
        int row = top + 2;
        label(page, row, "区县之和", "sum of counties", Style.TEXT, Style.ENGLISH);
        label(page, row + 1, "差额", "residual", Style.TEXT, Style.ENGLISH);
        label(page, row + 2, "全市", "city = counties + residual", Style.TOTAL_TEXT, Style.TOTAL_TEXT);
        label(page, row + 3, "全市平衡表自上而下", "city top down, from its own balance", Style.TEXT, Style.ENGLISH);
        label(page, row + 4, "市表空白处取区县数", "blank in the city's balance: counties' figures", Style.TEXT, Style.ENGLISH);
        label(page, row + 5, "不闭合（应为 0）", "what does not close, must be 0", Style.TOTAL_TEXT, Style.TOTAL_TEXT);
        close(
                page,
                row,
                FAMILY,
                of(inventory.account(), r -> r.scope() == 1),
                of(above, r -> r.scope() == 1),
                counties.scope1());
        if (!inventory.accountsScope2()) {
            for (int r = row; r <= row + 5; r++) {
                page.blank(r, FAMILY + 1, Style.NUMBER);
            }
            return;
        }
        close(
                page,
                row,
                FAMILY + 1,
                flow(inventory.account(), "consumption"),
                flow(above, "consumption"),
                counties.consumption());
    }

    private static void label(Page page, int row, String zh, String en, Style first, Style second) {
        page.text(row, 0, zh, first);
        page.text(row, 1, en, second);
    }

    private static void close(
            Page page, int row, int column, List<TidyRow> account, List<TidyRow> above, CountySheet.Sums below) {
        Sum counties = Sum.co2(of(account, r -> r.basis().equals("bottom_up")));
        Sum residual = Sum.co2(of(account, r -> r.basis().equals("residual")));
        Set<Cell> closed =
                above.stream().filter(r -> r.co2T() != null).map(Cell::of).collect(Collectors.toSet());
        Sum blank = Sum.co2(of(account, r -> !closed.contains(Cell.of(r))));
        Sum stated = Sum.co2(of(above, r -> r.co2T() != null));
        Sum city = counties.plus(residual);
        page.formula(row, column, below.counties(), counties.value(), Style.NUMBER);
        page.formula(row + 1, column, below.residual(), residual.value(), Style.NUMBER);
        page.total(row + 2, column, Page.at(row, column) + "+" + Page.at(row + 1, column), city, Style.TOTAL_NUMBER);
        page.number(row + 3, column, stated.value(), Style.NUMBER);
        page.number(row + 4, column, blank.value(), Style.NUMBER);
        // doubles hold the ledger's decimals to about 1e-8 t, so the sheet closes to 0.0001 t; the ledger closes
        // exactly
        page.formula(
                row + 5,
                column,
                "ROUND(%s-%s-%s,4)"
                        .formatted(Page.at(row + 2, column), Page.at(row + 3, column), Page.at(row + 4, column)),
                city.value().subtract(stated.value()).subtract(blank.value()).setScale(4, RoundingMode.HALF_UP),
                Style.TOTAL_NUMBER);
    }

    private static Predicate<TidyRow> family(Inventory inventory, int family) {
        return row -> {
            String of = inventory
                    .codes()
                    .carriers()
                    .find(row.carrierCode())
                    .map(c -> c.family())
                    .orElse("");
            return switch (of) {
                case "coal" -> family == 0;
                case "oil" -> family == 1;
                case "gas" -> family == 2;
                default -> family == 3;
            };
        };
    }

    private static Predicate<TidyRow> purchase(int i) {
        return row -> row.carrierGroup().equals("heat") == (i == 1);
    }

    private static List<TidyRow> flow(List<TidyRow> rows, String flow) {
        return of(rows, r -> r.flow().equals(flow));
    }

    private static List<TidyRow> of(List<TidyRow> rows, Predicate<TidyRow> which) {
        return rows.stream().filter(which).toList();
    }
}
