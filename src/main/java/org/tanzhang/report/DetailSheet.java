package org.tanzhang.report;

import java.util.List;
import org.apache.poi.ss.util.CellRangeAddress;
import org.tanzhang.code.Name;
import org.tanzhang.ledger.TidyRow;

/** 明细: every tidy row of the run, to filter. */
final class DetailSheet {

    private static final List<Name> CAPTIONS = List.of(
            new Name("区划代码", "region_code"),
            new Name("地区", "region"),
            new Name("口径", "basis"),
            new Name("范围", "scope"),
            new Name("部门代码", "sector_code"),
            new Name("部门", "sector"),
            new Name("部门组", "sector_group"),
            new Name("品种代码", "carrier_code"),
            new Name("品种", "carrier"),
            new Name("品种组", "carrier_group"),
            new Name("流向", "flow"),
            new Name("实物量", "activity"),
            new Name("单位", "unit"),
            new Name("热量（TJ）", "energy_tj"),
            new Name("折标准煤（吨）", "coal_equivalent_t"),
            new Name("二氧化碳（吨）", "co2_t"),
            new Name("标记", "notation"));

    private DetailSheet() {}

    static void write(Inventory inventory, Page page) {
        page.title("明细", "台账逐行　The ledger, row by row");
        page.across(
                2,
                0,
                11,
                "三种口径并列，不可合计：自下而上（bottom_up）＋市级差额（residual）＝自上而下（top_down）。"
                        + " Three bases side by side, not to be summed: bottom_up + residual = top_down.",
                Style.NOTE);
        for (int c = 0; c < CAPTIONS.size(); c++) {
            page.header(3, c, CAPTIONS.get(c), Style.HEADER);
        }
        int row = 4;
        for (TidyRow r : inventory.ledger()) {
            line(inventory, page, row++, r);
        }
        page.sheet().setAutoFilter(new CellRangeAddress(3, Math.max(4, row - 1), 0, CAPTIONS.size() - 1));
        page.sheet().createFreezePane(2, 4);
        page.finish(3, 3, InventoryWorkbook.footer(inventory));
    }

    private static void line(Inventory inventory, Page page, int row, TidyRow r) {
        page.text(row, 0, r.regionCode(), Style.TEXT);
        page.text(row, 1, r.region(), Style.TEXT);
        page.text(row, 2, Words.basis(r.basis()).zh(), Style.TEXT);
        page.text(row, 3, String.valueOf(r.scope()), Style.TEXT_CENTRE);
        page.text(row, 4, r.sectorCode(), Style.TEXT);
        page.text(row, 5, r.sector(), Style.TEXT);
        page.text(row, 6, inventory.sectorName(r.sectorGroup()).zh(), Style.TEXT);
        page.text(row, 7, r.carrierCode(), Style.TEXT);
        page.text(row, 8, r.carrier(), Style.TEXT);
        page.text(row, 9, inventory.carrierName(r.carrierGroup()).zh(), Style.TEXT);
        page.text(row, 10, inventory.flowName(r.flow()).zh(), Style.TEXT);
        page.sum(row, 11, Sum.of(List.of(r), TidyRow::activity), Style.NUMBER);
        page.text(row, 12, r.unit(), Style.TEXT_CENTRE);
        if (r.energyTj() == null) {
            page.blank(row, 13, Style.NUMBER);
        } else {
            page.number(row, 13, r.energyTj(), Style.NUMBER);
        }
        if (r.coalEquivalentT() == null) {
            page.blank(row, 14, Style.NUMBER);
        } else {
            page.number(row, 14, r.coalEquivalentT(), Style.NUMBER);
        }
        page.sum(row, 15, Sum.co2(List.of(r)), Style.NUMBER);
        page.text(row, 16, r.notation(), Style.TEXT_CENTRE);
    }
}
