package org.tanzhang.report;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.poi.ss.util.CellRangeAddress;
import org.tanzhang.code.Name;
import org.tanzhang.ledger.LedgerRepository.Residual;
import org.tanzhang.ledger.TidyRow;

/** 差额: what the city's balance states beyond its counties, cell by cell, with its reason. */
final class ResidualSheet {

    private static final int CITY = 4;
    private static final int COUNTIES = 5;
    private static final int RESIDUAL = 6;
    private static final int CO2 = 8;
    private static final int REASON = 9;

    private static final Set<String> SCOPE_1 = Set.of("final", "power", "heat");

    private ResidualSheet() {}

    static void write(Inventory inventory, Page page) {
        page.title("差额", "全市平衡表与区县之和之差，逐项注明原因　Residuals: what the city's balance states beyond its counties");
        page.across(
                2,
                0,
                REASON,
                "差额＝全市－区县之和，逐部门、品种、流向。 Residual = city less counties, for every sector, carrier and flow.",
                Style.NOTE);
        List<Name> captions = List.of(
                new Name("部门", "sector"),
                new Name("品种", "carrier"),
                new Name("流向", "flow"),
                new Name("单位", "unit"),
                new Name("全市", "city"),
                new Name("区县之和", "counties"),
                new Name("差额", "residual"),
                new Name("占全市", "of the city"),
                new Name("差额二氧化碳（吨）", "t CO2 of the residual"),
                new Name("原因", "reason"));
        for (int c = 0; c < captions.size(); c++) {
            page.header(3, c, captions.get(c), Style.HEADER);
        }
        int row = block(inventory, page, 4, new Name("范围一", "Scope 1"), true);
        row = block(inventory, page, row, new Name("范围二消费", "Scope 2, consumption"), false);
        page.sheet().setAutoFilter(new CellRangeAddress(3, Math.max(4, row - 1), 0, REASON));
        page.sheet().createFreezePane(2, 4);
        page.width(0, 28);
        page.width(CO2, 22);
        page.width(REASON, 28);
        page.finish(3, 3, InventoryWorkbook.footer(inventory));
    }

    private static int block(Inventory inventory, Page page, int head, Name name, boolean scope1) {
        List<Residual> residuals = ordered(inventory, scope1);
        if (residuals.isEmpty() && !scope1) {
            return head;
        }
        page.name(head, 0, new Name(name.zh() + "合计", name.en()), Style.TOTAL_TEXT);
        for (int c = 1; c <= REASON; c++) {
            page.blank(head, c, Style.TOTAL_TEXT);
        }
        Sum sum = Sum.of(residuals, Residual::co2);
        int row = head + 1;
        for (Residual residual : residuals) {
            line(inventory, page, row++, residual);
        }
        if (residuals.isEmpty()) {
            page.number(head, CO2, BigDecimal.ZERO, Style.TOTAL_NUMBER);
        } else {
            page.total(
                    head, CO2, "SUBTOTAL(9," + Page.range(head + 1, CO2, row - 1, CO2) + ")", sum, Style.TOTAL_NUMBER);
        }
        return row;
    }

    private static List<Residual> ordered(Inventory inventory, boolean scope1) {
        List<Residual> ordered = new ArrayList<>();
        List<TidyRow> rows = inventory.ledger();
        for (String sector : inventory.sectorGroups(rows)) {
            for (String carrier : inventory.carrierGroups(rows)) {
                inventory.residuals().stream()
                        .filter(r -> r.sectorGroup().equals(sector)
                                && r.carrierGroup().equals(carrier))
                        .filter(r -> SCOPE_1.contains(r.flow()) == scope1)
                        .forEach(ordered::add);
            }
        }
        return ordered;
    }

    private static void line(Inventory inventory, Page page, int row, Residual residual) {
        BigDecimal counties = inventory.ledger().stream()
                .filter(r -> r.basis().equals("bottom_up")
                        && r.sectorGroup().equals(residual.sectorGroup())
                        && r.carrierGroup().equals(residual.carrierGroup())
                        && r.flow().equals(residual.flow()))
                .flatMap(r -> java.util.stream.Stream.ofNullable(r.activity()))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal city = counties.add(residual.activity());
        page.text(row, 0, inventory.sectorName(residual.sectorGroup()).zh(), Style.TEXT);
        page.text(row, 1, inventory.carrierName(residual.carrierGroup()).zh(), Style.TEXT);
        page.text(row, 2, inventory.flowName(residual.flow()).zh(), Style.TEXT);
        page.text(row, 3, residual.unit(), Style.TEXT_CENTRE);
        if (residual.reason().equals("carbon-in-gas")) {
            // takes carbon off the cell's residual and is no amount of its own
            for (int c = CITY; c < CO2; c++) {
                page.blank(row, c, c == CO2 - 1 ? Style.SHARE : Style.NUMBER);
            }
            page.sum(row, CO2, Sum.of(List.of(residual), Residual::co2), Style.NUMBER);
            page.name(row, REASON, Words.reason(residual.reason()), Style.TEXT);
            return;
        }
        page.number(row, CITY, city, Style.NUMBER);
        page.number(row, COUNTIES, counties, Style.NUMBER);
        page.formula(
                row, RESIDUAL, Page.at(row, CITY) + "-" + Page.at(row, COUNTIES), residual.activity(), Style.NUMBER);
        if (city.signum() == 0) {
            page.blank(row, RESIDUAL + 1, Style.SHARE);
        } else {
            page.formula(
                    row,
                    RESIDUAL + 1,
                    Page.at(row, RESIDUAL) + "/" + Page.at(row, CITY),
                    residual.activity().divide(city, MathContext.DECIMAL64),
                    Style.SHARE);
        }
        page.sum(row, CO2, Sum.of(List.of(residual), Residual::co2), Style.NUMBER);
        page.name(
                row,
                REASON,
                Words.reason(residual.reason()),
                residual.reason().equals("unexplained") ? Style.WARNING : Style.TEXT);
    }
}
