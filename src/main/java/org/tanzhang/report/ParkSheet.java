package org.tanzhang.report;

import java.math.BigDecimal;
import java.util.List;
import java.util.function.Predicate;
import org.apache.poi.ss.util.CellRangeAddress;
import org.tanzhang.code.Name;
import org.tanzhang.ledger.LedgerRepository.InPark;

/** 园区: the entries that lie in parks, by their shares. A view beside the counties, never added to them. */
final class ParkSheet {

    private static final int LAST = 8;
    private static final int CO2 = 8;

    private final Inventory inventory;
    private final Page page;
    private int row = 3;

    private ParkSheet(Inventory inventory, Page page) {
        this.inventory = inventory;
        this.page = page;
    }

    static void write(Inventory inventory, Page page) {
        new ParkSheet(inventory, page).write();
    }

    private void write() {
        page.title("园区", "各园区分行业、品种，按份额　Parks by sector and carrier, by their shares");
        page.across(
                2,
                0,
                LAST,
                "园区与区县是同一批数据的两种看法：不与区县相加；园区可以互相重叠，园区之间也不相加。"
                        + " Parks are a view of the same entries: never added to counties, nor, as they may overlap, to each other.",
                Style.NOTE);
        summary();
        row++;
        int head = row;
        detail();
        page.width(0, 24);
        page.width(1, 14);
        page.width(2, 34);
        page.width(4, 18);
        page.width(CO2, 22);
        page.finish(head, head, InventoryWorkbook.footer(inventory));
    }

    private void summary() {
        headers(List.of(
                new Name("园区", "park"),
                new Name("单位数", "units"),
                new Name("范围一（吨）", "scope 1, t CO2"),
                new Name("范围二消费（吨）", "scope 2, consumption, t CO2")));
        for (String park :
                inventory.parks().stream().map(InPark::park).distinct().toList()) {
            page.text(row, 0, park, Style.TEXT);
            int units = inventory.parks().stream()
                    .filter(p -> p.park().equals(park))
                    .mapToInt(InPark::units)
                    .max()
                    .orElse(0);
            page.number(row, 1, BigDecimal.valueOf(units), Style.STATED);
            page.sum(row, 2, sum(p -> p.park().equals(park) && p.scope() == 1), Style.NUMBER);
            page.sum(row, 3, sum(p -> p.park().equals(park) && p.scope() == 2), Style.NUMBER);
            row++;
        }
    }

    private Sum sum(Predicate<InPark> wanted) {
        return Sum.of(inventory.parks().stream().filter(wanted).toList(), InPark::co2);
    }

    private void detail() {
        int head = row;
        headers(List.of(
                new Name("园区", "park"),
                new Name("区县", "county"),
                new Name("行业（部门）", "sector"),
                new Name("能源品种", "carrier"),
                new Name("流向", "flow"),
                new Name("实物量", "quantity"),
                new Name("单位", "unit"),
                new Name("折标准煤（吨）", "t of coal equivalent"),
                new Name("二氧化碳（吨）", "t CO2")));
        for (InPark line : inventory.parks()) {
            page.text(row, 0, line.park(), Style.TEXT);
            page.text(
                    row,
                    1,
                    inventory.regionName(line.regionCode(), line.region()).zh(),
                    Style.TEXT);
            page.text(row, 2, inventory.sectorName(line.sectorCode()).zh(), Style.TEXT);
            page.text(row, 3, inventory.carrierName(line.carrierCode()).zh(), Style.TEXT);
            page.text(row, 4, inventory.flowName(line.flow()).zh(), Style.TEXT);
            page.sum(row, 5, Sum.of(List.of(line), InPark::activity), Style.NUMBER);
            page.text(row, 6, line.unit(), Style.TEXT_CENTRE);
            if (line.coalEquivalent() != null) {
                page.number(row, 7, line.coalEquivalent(), Style.NUMBER);
            } else {
                page.blank(row, 7, Style.NUMBER);
            }
            page.sum(row, CO2, Sum.of(List.of(line), InPark::co2), Style.NUMBER);
            row++;
        }
        page.sheet().setAutoFilter(new CellRangeAddress(head, Math.max(head + 1, row - 1), 0, LAST));
    }

    private void headers(List<Name> captions) {
        for (int c = 0; c < captions.size(); c++) {
            page.header(row, c, captions.get(c), Style.HEADER);
        }
        row++;
    }
}
