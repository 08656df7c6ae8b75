package org.tanzhang.report;

import java.math.BigDecimal;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tanzhang.code.Name;
import org.tanzhang.ledger.LedgerRepository.Totals;
import org.tanzhang.ledger.LedgerRepository.UsedFactor;
import org.tanzhang.ledger.TidyRow;

/** 电力热力: scope 2 by its two definitions side by side, never in one sum, and the factors that applied. */
final class ElectricitySheet {

    private static final List<Name> CAPTIONS = List.of(
            new Name("消费量（含损失）", "consumption, losses included"),
            new Name("消费×因子（吨）", "consumption x factor, t CO2"),
            new Name("本地生产", "local generation"),
            new Name("净调入", "net import"),
            new Name("净调入×因子（吨）", "net import x factor, t CO2"));
    private static final int CONSUMPTION = 1;
    private static final int GENERATION = 3;
    private static final int NET_IMPORT = 4;
    private static final int LAST = 7;

    private final Inventory inventory;
    private final Page page;
    private int row = 2;

    private ElectricitySheet(Inventory inventory, Page page) {
        this.inventory = inventory;
        this.page = page;
    }

    static void write(Inventory inventory, Page page) {
        new ElectricitySheet(inventory, page).write();
    }

    private void write() {
        page.title("电力热力", "范围二的两种口径并列，不相加　Scope 2 by its two definitions, side by side and never added");
        page.across(
                row++,
                0,
                LAST,
                "消费口径含本地电厂所供电量，与范围一重复；只有净调入可与范围一相加。全市的净调入取自全市平衡表，不是区县之和：区县之间互相调入调出。"
                        + " Consumption counts local power plants again; only net import may be added to scope 1. The region's net import is its own,"
                        + " not the sum of counties, which trade among themselves.",
                Style.NOTE);
        for (String carrier : List.of("electricity", "heat")) {
            if (inventory.ledger().stream()
                    .anyMatch(r -> r.scope() == 2 && r.carrierCode().equals(carrier))) {
                row++;
                table(carrier);
            }
        }
        row++;
        factors();
        page.width(0, 40);
        for (int c = 1; c <= LAST; c++) {
            page.width(c, 20);
        }
        page.width(LAST - 1, 40);
        page.finish(-1, -1, InventoryWorkbook.footer(inventory));
    }

    private void table(String carrier) {
        Name name = inventory.carrierName(carrier);
        String unit =
                inventory.codes().carriers().find(carrier).map(c -> c.unit()).orElse("");
        page.header(row, 0, new Name(name.zh() + "（" + unit + "）", name.en()), Style.HEADER);
        for (int c = 0; c < CAPTIONS.size(); c++) {
            page.header(row, 1 + c, CAPTIONS.get(c), c < 2 ? Style.HEADER_APART : Style.HEADER);
        }
        row++;
        int first = row;
        Side counties = Side.NONE;
        for (Totals county : inventory.counties()) {
            Side side = county(carrier, county.regionCode());
            line(inventory.regionName(county.regionCode(), county.region()), side, Style.TEXT, Style.NUMBER);
            counties = counties.plus(side);
        }
        Side own = own(carrier);
        if (!inventory.isTwoLevel()) {
            line(inventory.region(), own, Style.TOTAL_TEXT, Style.TOTAL_NUMBER);
            return;
        }
        int sum = row;
        page.name(row, 0, new Name("区县之和", "sum of counties"), Style.BLOCK_TEXT);
        for (int c = CONSUMPTION; c <= CAPTIONS.size(); c++) {
            page.total(row, c, "SUM(" + Page.range(first, c, row - 1, c) + ")", counties.column(c), Style.BLOCK_NUMBER);
        }
        row++;
        int ownRow = row;
        line(inventory.region(), own, Style.TOTAL_TEXT, Style.TOTAL_NUMBER);
        page.name(row, 0, new Name("全市与区县之和之差", "region less sum of counties"), Style.TEXT);
        for (int c = CONSUMPTION; c <= CAPTIONS.size(); c++) {
            Sum difference = own.column(c).minus(counties.column(c));
            if (own.column(c).isMissing() || counties.column(c).isMissing()) {
                page.text(row, c, "NE", Style.MISSING);
            } else {
                page.total(
                        row,
                        c,
                        "SUM(" + Page.at(ownRow, c) + ")-SUM(" + Page.at(sum, c) + ")",
                        difference,
                        Style.NUMBER);
            }
        }
        row++;
    }

    private void line(Name name, Side side, Style text, Style number) {
        page.name(row, 0, name, text);
        for (int c = CONSUMPTION; c <= CAPTIONS.size(); c++) {
            if (c == GENERATION) {
                page.total(
                        row,
                        c,
                        "SUM(" + Page.at(row, CONSUMPTION) + ")-SUM(" + Page.at(row, NET_IMPORT) + ")",
                        side.column(c),
                        number);
            } else {
                page.sum(row, c, side.column(c), number);
            }
        }
        row++;
    }

    private Side county(String carrier, String region) {
        return Side.of(inventory.ledger().stream()
                .filter(r -> r.basis().equals("bottom_up") && r.regionCode().equals(region))
                .filter(r -> r.carrierCode().equals(carrier))
                .toList());
    }

    /** The account's rows: consumption each thing once, net import the region's own. */
    private Side own(String carrier) {
        return Side.of(inventory.account().stream()
                .filter(r -> r.carrierCode().equals(carrier))
                .toList());
    }

    /** Both definitions of one region. */
    private record Side(Sum consumption, Sum consumptionCo2, Sum netImport, Sum netImportCo2) {

        static final Side NONE = new Side(Sum.NONE, Sum.NONE, Sum.NONE, Sum.NONE);

        static Side of(List<TidyRow> rows) {
            return new Side(
                    sum(rows, "consumption", TidyRow::activity),
                    sum(rows, "consumption", TidyRow::co2T),
                    sum(rows, "net-import", TidyRow::activity),
                    sum(rows, "net-import", TidyRow::co2T));
        }

        private static Sum sum(List<TidyRow> rows, String flow, Function<TidyRow, @Nullable BigDecimal> column) {
            return Sum.of(rows.stream().filter(r -> r.flow().equals(flow)).toList(), column);
        }

        Side plus(Side o) {
            return new Side(
                    consumption.plus(o.consumption),
                    consumptionCo2.plus(o.consumptionCo2),
                    netImport.plus(o.netImport),
                    netImportCo2.plus(o.netImportCo2));
        }

        /** What was generated is consumption less net import, where both are known. */
        Sum column(int column) {
            return switch (column) {
                case CONSUMPTION -> consumption;
                case CONSUMPTION + 1 -> consumptionCo2;
                case GENERATION ->
                    consumption.isNone() && netImport.isNone()
                            ? Sum.NONE
                            : consumption.isIncomplete() || netImport.isIncomplete()
                                    ? new Sum(BigDecimal.ZERO, 0, 1)
                                    : consumption.minus(netImport);
                case NET_IMPORT -> netImport;
                default -> netImportCo2;
            };
        }
    }

    /** Which factor applied: series, year and document. */
    private void factors() {
        List<Name> captions = List.of(
                new Name("所用因子", "factor used"),
                new Name("数值", "value"),
                new Name("单位", "unit"),
                new Name("系列", "series"),
                new Name("公布年份", "published for"),
                new Name("核算年份", "account of"),
                new Name("来源文件", "document"),
                new Name("核实", "verification"));
        for (int c = 0; c < captions.size(); c++) {
            page.header(row, c, captions.get(c), Style.HEADER);
        }
        row++;
        for (UsedFactor factor : inventory.factors()) {
            boolean purchased =
                    factor.carrier().equals("electricity") || factor.carrier().equals("heat");
            if (!purchased || !factor.quantity().equals("co2-direct")) {
                continue;
            }
            String from = factor.validFrom() == null ? "" : String.valueOf(factor.validFrom());
            String to = factor.validTo() == null ? "" : String.valueOf(factor.validTo());
            boolean earlier = factor.validTo() != null
                    && factor.validTo() < inventory.run().year();
            page.text(row, 0, inventory.carrierName(factor.carrier()).zh() + "　" + factor.id(), Style.WRAPPED);
            page.number(row, 1, factor.value(), Style.STATED);
            page.text(row, 2, factor.unit(), Style.TEXT_CENTRE);
            page.text(
                    row,
                    3,
                    factor.series() == null ? "" : Words.series(factor.series()).zh(),
                    Style.TEXT_CENTRE);
            page.text(
                    row,
                    4,
                    from.isEmpty() && to.isEmpty() ? "各年通用" : from.equals(to) ? to : from + "–" + to,
                    earlier ? Style.WARNING : Style.TEXT_CENTRE);
            page.text(row, 5, String.valueOf(inventory.run().year()), Style.TEXT_CENTRE);
            page.text(row, 6, factor.document(), Style.WRAPPED);
            boolean unverified = factor.verification().equals("unverified");
            page.text(
                    row,
                    7,
                    Words.verification(factor.verification()).zh(),
                    unverified ? Style.WARNING : Style.TEXT_CENTRE);
            row++;
        }
    }
}
