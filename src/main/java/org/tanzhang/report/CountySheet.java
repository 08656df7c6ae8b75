package org.tanzhang.report;

import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.tanzhang.code.Name;
import org.tanzhang.ledger.LedgerRepository.Totals;
import org.tanzhang.ledger.TidyRow;

/**
 * 区县×部门: scope 1, scope 2 consumption and net import by county, each in its own block.
 *
 * @param page the sheet
 * @param scope1 where the sums of scope 1 stand
 * @param consumption where the sums of scope 2 consumption stand
 */
record CountySheet(Page page, Sums scope1, Sums consumption) {

    /**
     * Where a block's sums stand, for formulas of other sheets; empty for a one-level account.
     *
     * @param counties formula of the counties' sum
     * @param residual formula of the residual
     */
    record Sums(String counties, String residual) {}

    private static final int FIRST_VALUE = 2;

    /** A column of a block and the rows that belong in it. */
    private record Column(Name name, Predicate<TidyRow> holds) {}

    /** A line of a block. */
    private record Line(String code, Name name, List<TidyRow> rows) {}

    static CountySheet write(Inventory inventory, Page page) {
        page.title("区县×部门", "各区县分部门，范围一、消费、净调入三块　County by sector, t CO2");
        page.across(2, 0, 9, Words.FOOTNOTE, Style.NOTE);
        List<TidyRow> account = inventory.account();
        List<TidyRow> scope1 = account.stream().filter(r -> r.scope() == 1).toList();
        List<TidyRow> consumption =
                account.stream().filter(r -> r.flow().equals("consumption")).toList();
        Block first =
                new Block(inventory, page, 4, new Name("范围一：化石燃料燃烧", "Scope 1: combustion of fossil fuels"), false);
        Sums scope1Sums = first.write(scope1, bySector(inventory, scope1));
        Block second = new Block(
                inventory,
                page,
                first.next(),
                new Name(
                        "范围二：电力、热力消费（不与范围一相加）", "Scope 2: consumption of electricity and heat, never added to scope 1"),
                true);
        Sums consumptionSums = second.write(consumption, bySector(inventory, consumption));
        netImport(inventory, page, second.next());
        page.sheet().createFreezePane(FIRST_VALUE, 3);
        page.width(0, 9);
        page.width(1, 24);
        page.finish(0, 2, InventoryWorkbook.footer(inventory));
        return new CountySheet(page, scope1Sums, consumptionSums);
    }

    private static List<Column> bySector(Inventory inventory, List<TidyRow> rows) {
        return inventory.sectorGroups(rows).stream()
                .map(code -> new Column(
                        inventory.sectorName(code),
                        (TidyRow r) -> r.sectorGroup().equals(code)))
                .toList();
    }

    private static List<Line> lines(Inventory inventory, List<TidyRow> rows) {
        List<Line> lines = new ArrayList<>();
        for (Totals county : inventory.counties()) {
            lines.add(new Line(
                    county.regionCode(),
                    inventory.regionName(county.regionCode(), county.region()),
                    rows.stream()
                            .filter(r -> r.basis().equals("bottom_up")
                                    && r.regionCode().equals(county.regionCode()))
                            .toList()));
        }
        if (!inventory.isTwoLevel()) {
            lines.add(new Line(inventory.run().regionCode(), inventory.region(), rows));
        }
        return lines;
    }

    /** A block that closes: its lines and the residual add up to the region. */
    private static final class Block {

        private final Inventory inventory;
        private final Page page;
        private final int top;
        private final Name name;
        private final Style header;
        private int next;

        Block(Inventory inventory, Page page, int top, Name name, boolean apart) {
            this.inventory = inventory;
            this.page = page;
            this.top = top;
            this.name = name;
            this.header = apart ? Style.HEADER_APART : Style.HEADER;
        }

        /** The first row below the block. */
        int next() {
            return next;
        }

        Sums write(List<TidyRow> rows, List<Column> columns) {
            List<Line> lines = lines(inventory, rows);
            int sumColumn = FIRST_VALUE + columns.size();
            headers(page, top, name, columns, header, true);
            int first = top + 2;
            int row = first;
            for (Line line : lines) {
                line(page, row++, line, columns, Style.TEXT, Style.NUMBER);
            }
            int lastCounty = row - 1;
            if (inventory.isTwoLevel()) {
                List<TidyRow> residual =
                        rows.stream().filter(r -> r.basis().equals("residual")).toList();
                line(
                        page,
                        row++,
                        new Line("", new Name("市级差额", "residual"), residual),
                        columns,
                        Style.BLOCK_TEXT,
                        Style.BLOCK_NUMBER);
            }
            page.text(row, 0, inventory.run().regionCode(), Style.TOTAL_TEXT);
            page.name(row, 1, new Name("合计", inventory.region().en()), Style.TOTAL_TEXT);
            for (int c = 0; c < columns.size(); c++) {
                Sum sum = Sum.co2(rows.stream().filter(columns.get(c).holds()).toList());
                int column = FIRST_VALUE + c;
                page.total(
                        row,
                        column,
                        "SUM(" + Page.range(first, column, row - 1, column) + ")",
                        sum,
                        Style.TOTAL_NUMBER);
            }
            page.total(
                    row,
                    sumColumn,
                    "SUM(" + Page.range(first, sumColumn, row - 1, sumColumn) + ")",
                    Sum.co2(rows),
                    Style.TOTAL_NUMBER);
            for (int r = first; r <= row; r++) {
                Sum sum = r == row
                        ? Sum.co2(rows)
                        : r <= lastCounty ? Sum.co2(lines.get(r - first).rows()) : residual(rows);
                share(page, r, sumColumn, row, sum, Sum.co2(rows), r == row ? Style.TOTAL_SHARE : Style.SHARE);
            }
            next = row + 3;
            return inventory.isTwoLevel()
                    ? new Sums(
                            "SUM('" + page.name() + "'!" + Page.range(first, sumColumn, lastCounty, sumColumn) + ")",
                            "SUM(" + page.reference(lastCounty + 1, sumColumn) + ")")
                    : new Sums("0", "0");
        }

        private static Sum residual(List<TidyRow> rows) {
            return Sum.co2(
                    rows.stream().filter(r -> r.basis().equals("residual")).toList());
        }
    }

    private static void headers(Page page, int top, Name name, List<Column> columns, Style style, boolean share) {
        int sumColumn = FIRST_VALUE + columns.size();
        page.band(top, 0, share ? sumColumn + 1 : sumColumn, name, style);
        page.header(top + 1, 0, new Name("代码", "code"), style);
        page.header(top + 1, 1, new Name("地区", "region"), style);
        for (int c = 0; c < columns.size(); c++) {
            page.header(top + 1, FIRST_VALUE + c, columns.get(c).name(), style);
        }
        page.header(top + 1, sumColumn, new Name("合计", "total"), style);
        if (share) {
            page.header(top + 1, sumColumn + 1, new Name("占比", "share"), style);
        }
    }

    private static void line(Page page, int row, Line line, List<Column> columns, Style text, Style number) {
        page.text(row, 0, line.code(), text);
        page.name(row, 1, line.name(), text);
        for (int c = 0; c < columns.size(); c++) {
            List<TidyRow> rows =
                    line.rows().stream().filter(columns.get(c).holds()).toList();
            page.sum(row, FIRST_VALUE + c, Sum.co2(rows), number);
        }
        int sumColumn = FIRST_VALUE + columns.size();
        Sum sum = Sum.co2(line.rows());
        page.total(
                row,
                sumColumn,
                "SUM(" + Page.range(row, FIRST_VALUE, row, sumColumn - 1) + ")",
                sum,
                Style.BLOCK_NUMBER);
    }

    static void share(Page page, int row, int sumColumn, int totalRow, Sum part, Sum total, Style style) {
        if (part.isNone()
                || part.isMissing()
                || total.isMissing()
                || total.value().signum() == 0) {
            page.blank(row, sumColumn + 1, style);
        } else {
            page.formula(
                    row,
                    sumColumn + 1,
                    Page.at(row, sumColumn) + "/" + Page.at(totalRow, sumColumn),
                    part.value().divide(total.value(), MathContext.DECIMAL64),
                    style);
        }
    }

    /** Counties' net imports are exchanges with each other too: their sum is compared with the region's, never added. */
    private static void netImport(Inventory inventory, Page page, int top) {
        List<TidyRow> own = inventory.account().stream()
                .filter(r -> r.flow().equals("net-import"))
                .toList();
        List<TidyRow> below = inventory.ledger().stream()
                .filter(r -> r.flow().equals("net-import") && r.basis().equals("bottom_up"))
                .toList();
        List<TidyRow> all = new ArrayList<>(own);
        all.addAll(below);
        List<Column> columns = inventory.carrierGroups(all).stream()
                .map(code -> new Column(
                        inventory.carrierName(code),
                        (TidyRow r) -> r.carrierGroup().equals(code)))
                .toList();
        int sumColumn = FIRST_VALUE + columns.size();
        headers(
                page,
                top,
                new Name("范围二：净调入（区县之和不等于全市）", "Scope 2: net import; counties do not add to the city"),
                columns,
                Style.HEADER_APART,
                false);
        int first = top + 2;
        int row = first;
        if (inventory.isTwoLevel()) {
            for (Line line : lines(inventory, below)) {
                line(page, row++, line, columns, Style.TEXT, Style.NUMBER);
            }
            sums(page, row, new Name("区县之和", "sum of counties"), first, row - 1, below, columns);
            row++;
        }
        int city = row;
        line(
                page,
                row++,
                new Line(inventory.run().regionCode(), inventory.region(), own),
                columns,
                Style.TOTAL_TEXT,
                Style.TOTAL_NUMBER);
        if (inventory.isTwoLevel()) {
            page.blank(row, 0, Style.TEXT);
            page.name(row, 1, new Name("全市减区县之和", "city less counties"), Style.TEXT);
            for (int c = FIRST_VALUE; c <= sumColumn; c++) {
                Predicate<TidyRow> holds = c == sumColumn
                        ? r -> true
                        : columns.get(c - FIRST_VALUE).holds();
                Sum a = Sum.co2(own.stream().filter(holds).toList());
                Sum b = Sum.co2(below.stream().filter(holds).toList());
                page.total(
                        row,
                        c,
                        "SUM(" + Page.at(city, c) + ")-SUM(" + Page.at(city - 1, c) + ")",
                        new Sum(a.value().subtract(b.value()), 1, a.missing() + b.missing()),
                        Style.NUMBER);
            }
        }
    }

    private static void sums(
            Page page, int row, Name name, int first, int last, List<TidyRow> rows, List<Column> columns) {
        page.blank(row, 0, Style.BLOCK_TEXT);
        page.name(row, 1, name, Style.BLOCK_TEXT);
        int sumColumn = FIRST_VALUE + columns.size();
        for (int c = FIRST_VALUE; c <= sumColumn; c++) {
            Predicate<TidyRow> holds =
                    c == sumColumn ? r -> true : columns.get(c - FIRST_VALUE).holds();
            page.total(
                    row,
                    c,
                    "SUM(" + Page.range(first, c, last, c) + ")",
                    Sum.co2(rows.stream().filter(holds).toList()),
                    Style.BLOCK_NUMBER);
        }
    }
}
