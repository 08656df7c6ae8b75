package org.tanzhang.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.poi.ss.util.CellRangeAddress;
import org.tanzhang.code.Name;
import org.tanzhang.ledger.TidyRow;

/**
 * 部门×品种: the region's own account by sector group, flow and carrier group, in physical units, coal equivalent and
 * CO2. The sums follow the filter and never run over both scopes.
 */
final class CarrierSheet {

    private static final int TCE = 7;
    private static final int CO2 = 8;

    private record Line(String sector, String flow, String carrier, String unit) {
        static Line of(TidyRow r) {
            return new Line(r.sectorGroup(), r.flow(), r.carrierGroup(), r.unit());
        }
    }

    /** A part of the table with a sum of its own. */
    private record Part(Name name, String short_, List<TidyRow> rows) {}

    private final Inventory inventory;
    private final Page page;
    private int row = 4;

    private CarrierSheet(Inventory inventory, Page page) {
        this.inventory = inventory;
        this.page = page;
    }

    static void write(Inventory inventory, Page page) {
        new CarrierSheet(inventory, page).write();
    }

    private void write() {
        page.title("部门×品种", "各部门分品种：实物量、折标准煤（当量）、二氧化碳　Sector by carrier: quantity, coal equivalent, CO2");
        page.across(
                2,
                0,
                CO2,
                "合计随筛选变动（SUBTOTAL）。各部分不相加。 Sums follow the filter; the parts are never added. " + Words.FOOTNOTE,
                Style.NOTE);
        List<Name> captions = List.of(
                new Name("部分", "part"),
                new Name("部门", "sector"),
                new Name("流向", "flow"),
                new Name("能源品种", "carrier"),
                new Name("英文名", "in English"),
                new Name("实物量", "quantity"),
                new Name("单位", "unit"),
                new Name("折标准煤（吨）", "t of coal equivalent"),
                new Name("二氧化碳（吨）", "t CO2"));
        for (int c = 0; c < captions.size(); c++) {
            page.header(3, c, captions.get(c), Style.HEADER);
        }
        part(new Part(new Name("范围一：化石燃料燃烧", "Scope 1"), "范围一", rows("final", "power", "heat")));
        part(new Part(
                new Name("范围二：消费（不与范围一相加）", "Scope 2, consumption: never added to scope 1"),
                "范围二消费",
                rows("consumption")));
        part(new Part(new Name("范围二：净调入", "Scope 2, net import"), "净调入", rows("net-import")));
        page.sheet().setAutoFilter(new CellRangeAddress(3, Math.max(4, row - 1), 0, CO2));
        page.sheet().createFreezePane(4, 4);
        page.width(0, 12);
        page.width(1, 28);
        page.width(4, 28);
        page.width(TCE, 18);
        page.width(CO2, 20);
        page.finish(3, 3, InventoryWorkbook.footer(inventory));
    }

    private List<TidyRow> rows(String... flows) {
        return inventory.account().stream()
                .filter(r -> List.of(flows).contains(r.flow()))
                .toList();
    }

    private void part(Part part) {
        if (part.rows().isEmpty()) {
            return;
        }
        int head = row++;
        for (String sector : inventory.sectorGroups(part.rows())) {
            sector(part, sector);
        }
        page.text(head, 0, part.short_(), Style.TOTAL_TEXT);
        page.name(head, 1, part.name(), Style.TOTAL_TEXT);
        for (int c = 2; c < TCE; c++) {
            page.blank(head, c, Style.TOTAL_TEXT);
        }
        sums(head, row - 1, part.rows(), Style.TOTAL_NUMBER);
    }

    private void sector(Part part, String code) {
        List<TidyRow> rows =
                part.rows().stream().filter(r -> r.sectorGroup().equals(code)).toList();
        int head = row++;
        Name sector = inventory.sectorName(code);
        for (Map.Entry<Line, List<TidyRow>> line : lines(rows).entrySet()) {
            line(part, sector, line.getKey(), line.getValue());
        }
        page.text(head, 0, part.short_(), Style.BLOCK_TEXT);
        page.text(head, 1, sector.zh(), Style.BLOCK_TEXT);
        page.text(head, 2, "小计", Style.BLOCK_TEXT);
        for (int c = 3; c < TCE; c++) {
            page.blank(head, c, Style.BLOCK_TEXT);
        }
        sums(head, row - 1, rows, Style.BLOCK_NUMBER);
    }

    private Map<Line, List<TidyRow>> lines(List<TidyRow> rows) {
        Map<Line, List<TidyRow>> lines = new LinkedHashMap<>();
        for (String flow : List.of("final", "power", "heat", "consumption", "net-import")) {
            for (String carrier : inventory.carrierGroups(rows)) {
                rows.stream()
                        .filter(r -> r.flow().equals(flow) && r.carrierGroup().equals(carrier))
                        .forEach(r -> lines.computeIfAbsent(Line.of(r), l -> new ArrayList<>())
                                .add(r));
            }
        }
        return lines;
    }

    private void line(Part part, Name sector, Line line, List<TidyRow> rows) {
        Name carrier = inventory.carrierName(line.carrier());
        page.text(row, 0, part.short_(), Style.TEXT);
        page.text(row, 1, sector.zh(), Style.TEXT);
        page.text(row, 2, inventory.flowName(line.flow()).zh(), Style.TEXT);
        page.text(row, 3, carrier.zh(), Style.TEXT);
        page.text(row, 4, carrier.en(), Style.ENGLISH);
        page.sum(row, 5, Sum.of(rows, TidyRow::activity), Style.NUMBER);
        page.text(row, 6, line.unit(), Style.TEXT_CENTRE);
        page.sum(row, TCE, Sum.of(rows, TidyRow::coalEquivalentT), Style.NUMBER);
        page.sum(row, CO2, Sum.co2(rows), Style.NUMBER);
        row++;
    }

    private void sums(int head, int last, List<TidyRow> rows, Style style) {
        page.total(
                head,
                TCE,
                "SUBTOTAL(9," + Page.range(head + 1, TCE, last, TCE) + ")",
                Sum.of(rows, TidyRow::coalEquivalentT),
                style);
        page.total(head, CO2, "SUBTOTAL(9," + Page.range(head + 1, CO2, last, CO2) + ")", Sum.co2(rows), style);
    }
}
