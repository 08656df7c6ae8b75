package org.tanzhang.report;

import java.util.List;
import org.apache.poi.ss.util.CellRangeAddress;
import org.tanzhang.code.Name;
import org.tanzhang.ledger.LedgerRepository.UsedFactor;

/** 因子: every factor that the run used, with its source and how far it was verified. */
final class FactorSheet {

    private static final int YEARS = 9;
    private static final int SERIES = 10;
    private static final int NOTE = 11;

    private FactorSheet() {}

    static void write(Inventory inventory, Page page) {
        List<UsedFactor> factors = inventory.factors();
        long unverified = factors.stream()
                .filter(f -> f.verification().equals("unverified"))
                .count();
        page.title("因子", "所用因子及其出处　Factors used, with their sources");
        page.across(
                2,
                0,
                NOTE,
                "%s　%s　共 %d 个，其中未核实 %d 个：对外引用前须核对原文件。 %d factors, %d unverified: check the document before quoting."
                        .formatted(
                                inventory.run().factorSet(),
                                inventory.factorSet().zh(),
                                factors.size(),
                                unverified,
                                factors.size(),
                                unverified),
                Style.NOTE);
        List<Name> captions = List.of(
                new Name("品种", "carrier"),
                new Name("英文名", "in English"),
                new Name("指标", "quantity"),
                new Name("英文名", "in English"),
                new Name("数值", "value"),
                new Name("单位", "unit"),
                new Name("来源文件", "document"),
                new Name("表", "table"),
                new Name("核实", "verification"),
                new Name("年份", "published for"),
                new Name("电力系列", "electricity series"),
                new Name("说明", "note"));
        for (int c = 0; c < captions.size(); c++) {
            page.header(3, c, captions.get(c), Style.HEADER);
        }
        int row = 4;
        for (String carrier : order(inventory)) {
            for (UsedFactor factor : factors) {
                if (factor.carrier().equals(carrier)) {
                    line(inventory, page, row++, factor);
                }
            }
        }
        page.sheet().setAutoFilter(new CellRangeAddress(3, Math.max(4, row - 1), 0, NOTE));
        page.sheet().createFreezePane(1, 4);
        page.width(1, 20);
        page.width(3, 22);
        page.width(6, 46);
        page.width(7, 22);
        page.width(8, 12);
        page.width(YEARS, 20);
        page.width(SERIES, 12);
        page.width(NOTE, 50);
        page.finish(3, 3, InventoryWorkbook.footer(inventory));
    }

    /** The carriers in the order of the code list, then those that it does not hold. */
    private static List<String> order(Inventory inventory) {
        List<String> listed =
                inventory.codes().carriers().all().stream().map(c -> c.code()).toList();
        List<String> others = inventory.factors().stream()
                .map(UsedFactor::carrier)
                .filter(c -> !listed.contains(c))
                .distinct()
                .toList();
        return java.util.stream.Stream.concat(listed.stream(), others.stream()).toList();
    }

    /** The years a value was published for, marked where the account is of a later one; empty where it holds for all. */
    private static String years(UsedFactor factor, boolean earlier) {
        String from = factor.validFrom() == null ? "" : String.valueOf(factor.validFrom());
        String to = factor.validTo() == null ? "" : String.valueOf(factor.validTo());
        String years = from.equals(to) ? from : from + "–" + to;
        return earlier ? years + "（此前最近）" : years;
    }

    private static void line(Inventory inventory, Page page, int row, UsedFactor factor) {
        Name carrier = inventory.carrierName(factor.carrier());
        Name quantity = Words.quantity(factor.quantity());
        boolean unverified = factor.verification().equals("unverified");
        page.text(row, 0, carrier.zh(), Style.TEXT);
        page.text(row, 1, carrier.en(), Style.ENGLISH);
        page.text(row, 2, quantity.zh(), Style.TEXT);
        page.text(row, 3, quantity.en(), Style.ENGLISH);
        page.number(row, 4, factor.value(), Style.STATED);
        page.text(row, 5, factor.unit(), Style.TEXT_CENTRE);
        page.text(row, 6, factor.document(), Style.WRAPPED);
        page.text(row, 7, factor.table(), Style.WRAPPED);
        page.text(
                row, 8, Words.verification(factor.verification()).zh(), unverified ? Style.WARNING : Style.TEXT_CENTRE);
        boolean earlier =
                factor.validTo() != null && factor.validTo() < inventory.run().year();
        page.text(row, YEARS, years(factor, earlier), earlier ? Style.WARNING : Style.TEXT_CENTRE);
        page.text(
                row,
                SERIES,
                factor.series() == null ? "" : Words.series(factor.series()).zh(),
                Style.TEXT_CENTRE);
        page.text(row, NOTE, factor.note(), Style.ENGLISH);
    }
}
