package org.tanzhang.report;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.poi.ss.util.CellRangeAddress;
import org.jspecify.annotations.Nullable;
import org.tanzhang.code.Name;
import org.tanzhang.ledger.ClosingRepository.EarlierCell;
import org.tanzhang.ledger.ClosingRepository.ReasonedResidual;
import org.tanzhang.ledger.TidyRow;

/** 差额: what the city's balance states beyond its counties, cell by cell, with its reasons and its history. */
final class ResidualSheet {

    private static final int UNIT = 3;
    private static final int CITY = 4;
    private static final int COUNTIES = 5;
    private static final int RESIDUAL = 6;
    private static final int SHARE = 7;
    private static final int TOLERANCE = 8;
    private static final int CO2 = 9;
    private static final int REASON = 10;
    private static final int NOTE = 11;
    private static final int CHANGE = 12;

    private static final String CARBON_IN_GAS = "carbon-in-gas";
    private static final Set<String> SCOPE_1 = Set.of("final", "power", "heat");

    private final Inventory inventory;
    private final Page page;
    private final List<Integer> earlierYears;
    private final int last;

    private ResidualSheet(Inventory inventory, Page page) {
        this.inventory = inventory;
        this.page = page;
        this.earlierYears = inventory.closing().earlierYears();
        this.last = earlierYears.isEmpty() ? NOTE : CHANGE + earlierYears.size();
    }

    static void write(Inventory inventory, Page page) {
        new ResidualSheet(inventory, page).write();
    }

    private void write() {
        page.title("差额", "全市平衡表与区县之和之差，逐项注明原因　Residuals: what the city's balance states beyond its counties");
        page.across(
                2,
                0,
                NOTE,
                "差额＝全市－区县之和，逐部门、品种、流向；一项有几个原因的分行列出。容差以内为舍入；原因由市局在 residuals.csv 登记。"
                        + " Residual = city less counties, for every sector, carrier and flow; a line for each reason. Within the"
                        + " tolerance it is rounding; the bureau assigns the reasons.",
                Style.NOTE);
        captions();
        int row = block(4, new Name("范围一", "Scope 1"), true);
        row = block(row, new Name("范围二消费", "Scope 2, consumption"), false);
        page.sheet().setAutoFilter(new CellRangeAddress(3, Math.max(4, row - 1), 0, last));
        page.sheet().createFreezePane(2, 4);
        page.width(0, 28);
        page.width(CO2, 20);
        page.width(REASON, 36);
        page.width(NOTE, 30);
        page.finish(3, 3, InventoryWorkbook.footer(inventory));
    }

    private void captions() {
        List<Name> captions = new ArrayList<>(List.of(
                new Name("部门", "sector"),
                new Name("品种", "carrier"),
                new Name("流向", "flow"),
                new Name("单位", "unit"),
                new Name("全市", "city"),
                new Name("区县之和", "counties"),
                new Name("差额", "residual"),
                new Name("占全市", "of the city"),
                new Name("容差", "tolerance"),
                new Name("差额二氧化碳（吨）", "t CO2 of the residual"),
                new Name("原因", "reason"),
                new Name("说明", "note")));
        if (!earlierYears.isEmpty()) {
            captions.add(new Name("占比变动", "change of share"));
            earlierYears.forEach(year -> captions.add(new Name(year + "年占全市", "of the city in " + year)));
        }
        for (int c = 0; c < captions.size(); c++) {
            page.header(3, c, captions.get(c), Style.HEADER);
        }
    }

    private int block(int head, Name name, boolean scope1) {
        List<List<ReasonedResidual>> cells = cells(scope1);
        if (cells.isEmpty() && !scope1) {
            return head;
        }
        page.name(head, 0, new Name(name.zh() + "合计", name.en()), Style.TOTAL_TEXT);
        for (int c = 1; c <= last; c++) {
            page.blank(head, c, Style.TOTAL_TEXT);
        }
        Sum sum = Sum.of(cells.stream().flatMap(List::stream).toList(), ReasonedResidual::co2);
        int row = head + 1;
        for (List<ReasonedResidual> cell : cells) {
            row = lines(row, cell);
        }
        if (cells.isEmpty()) {
            page.number(head, CO2, BigDecimal.ZERO, Style.TOTAL_NUMBER);
        } else {
            page.total(
                    head, CO2, "SUBTOTAL(9," + Page.range(head + 1, CO2, row - 1, CO2) + ")", sum, Style.TOTAL_NUMBER);
        }
        return row;
    }

    /** The residuals of each cell, cells in the order of the code lists. */
    private List<List<ReasonedResidual>> cells(boolean scope1) {
        List<List<ReasonedResidual>> cells = new ArrayList<>();
        List<TidyRow> rows = inventory.ledger();
        for (String sector : inventory.sectorGroups(rows)) {
            for (String carrier : inventory.carrierGroups(rows)) {
                List<ReasonedResidual> both = inventory.closing().residuals().stream()
                        .filter(r -> r.sectorGroup().equals(sector)
                                && r.carrierGroup().equals(carrier)
                                && SCOPE_1.contains(r.flow()) == scope1)
                        .sorted(Comparator.comparing(r -> r.reason().equals(CARBON_IN_GAS)))
                        .toList();
                both.stream()
                        .map(ReasonedResidual::flow)
                        .distinct()
                        .forEach(flow -> cells.add(
                                both.stream().filter(r -> r.flow().equals(flow)).toList()));
            }
        }
        return cells;
    }

    /** A line for each reason; what the levels state and the history stand on the first. */
    private int lines(int first, List<ReasonedResidual> cell) {
        ReasonedResidual any = cell.get(0);
        BigDecimal counties = inventory.ledger().stream()
                .filter(r -> r.basis().equals("bottom_up")
                        && r.sectorGroup().equals(any.sectorGroup())
                        && r.carrierGroup().equals(any.carrierGroup())
                        && r.flow().equals(any.flow()))
                .flatMap(r -> Stream.ofNullable(r.activity()))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal residual = cell.stream().map(ReasonedResidual::activity).reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal city = counties.add(residual);
        int row = first;
        long amounts = cell.stream()
                .filter(part -> !part.reason().equals(CARBON_IN_GAS))
                .count();
        for (ReasonedResidual part : cell) {
            line(row, part);
            if (part.reason().equals(CARBON_IN_GAS)) {
                carbonOnly(row++);
                continue;
            }
            share(row, city.signum() == 0 ? null : part.activity().divide(city, MathContext.DECIMAL64));
            for (int c = CHANGE; c <= last; c++) {
                page.blank(row, c, Style.SHARE);
            }
            if (row == first) {
                page.number(row, CITY, city, Style.NUMBER);
                page.number(row, COUNTIES, counties, Style.NUMBER);
            } else {
                page.blank(row, CITY, Style.NUMBER);
                page.blank(row, COUNTIES, Style.NUMBER);
            }
            if (amounts == 1) {
                page.formula(row, RESIDUAL, Page.at(row, CITY) + "-" + Page.at(row, COUNTIES), residual, Style.NUMBER);
            } else {
                page.number(row, RESIDUAL, part.activity(), Style.NUMBER);
            }
            row++;
        }
        history(first, any, city.signum() == 0 ? null : residual.divide(city, MathContext.DECIMAL64));
        return row;
    }

    /** Takes carbon off the cell's residual and is no amount of its own. */
    private void carbonOnly(int row) {
        for (int c : new int[] {CITY, COUNTIES, RESIDUAL, TOLERANCE}) {
            page.blank(row, c, Style.NUMBER);
        }
        page.blank(row, SHARE, Style.SHARE);
        for (int c = CHANGE; c <= last; c++) {
            page.blank(row, c, Style.SHARE);
        }
    }

    private void line(int row, ReasonedResidual part) {
        page.text(row, 0, inventory.sectorName(part.sectorGroup()).zh(), Style.TEXT);
        page.text(row, 1, inventory.carrierName(part.carrierGroup()).zh(), Style.TEXT);
        page.text(row, 2, inventory.flowName(part.flow()).zh(), Style.TEXT);
        page.text(row, UNIT, part.unit(), Style.TEXT_CENTRE);
        BigDecimal tolerance = part.tolerance();
        if (tolerance == null) {
            page.blank(row, TOLERANCE, Style.NUMBER);
        } else {
            page.number(row, TOLERANCE, tolerance, Style.NUMBER);
        }
        page.sum(row, CO2, Sum.of(List.of(part), ReasonedResidual::co2), Style.NUMBER);
        page.name(row, REASON, reason(part), part.reason().equals("unexplained") ? Style.WARNING : Style.TEXT);
        if (part.note().isEmpty()) {
            page.blank(row, NOTE, Style.TEXT);
        } else {
            page.text(row, NOTE, part.note(), Style.WRAPPED);
        }
    }

    /** The reason as it was named on the day of the run. */
    private static Name reason(ReasonedResidual part) {
        String zh = part.reasonZh();
        String en = part.reasonEn();
        return zh == null || en == null ? Words.reason(part.reason()) : new Name(zh, en);
    }

    private void share(int row, @Nullable BigDecimal share) {
        if (share == null) {
            page.blank(row, SHARE, Style.SHARE);
        } else {
            page.number(row, SHARE, share, Style.SHARE);
        }
    }

    private void history(int row, ReasonedResidual cell, @Nullable BigDecimal share) {
        for (int y = 0; y < earlierYears.size(); y++) {
            BigDecimal earlier = share(cell, earlierYears.get(y));
            if (earlier != null) {
                page.number(row, CHANGE + 1 + y, earlier, Style.SHARE);
                if (y == 0
                        && share != null
                        && earlierYears.get(0) == inventory.run().year() - 1) {
                    page.number(row, CHANGE, share.subtract(earlier), Style.SHARE);
                }
            }
        }
    }

    private @Nullable BigDecimal share(ReasonedResidual cell, int year) {
        return inventory.closing().earlier().stream()
                .filter(e -> e.year() == year
                        && e.sectorGroup().equals(cell.sectorGroup())
                        && e.carrierGroup().equals(cell.carrierGroup())
                        && e.flow().equals(cell.flow()))
                .map(EarlierCell::share)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }
}
