package org.tanzhang.report;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.apache.poi.ss.util.CellRangeAddress;
import org.jspecify.annotations.Nullable;
import org.tanzhang.account.MemoLine;
import org.tanzhang.code.Name;
import org.tanzhang.ledger.MemoRepository.MemoRow;

/** 备忘: road transport, bunkers, feedstock, biomass, waste and processes, kind by kind; no total of the inventory holds them. */
final class MemoSheet {

    private static final int BASIS = 2;
    private static final int ACTIVITY = 5;
    private static final int CO2 = 7;
    private static final int DOCUMENT = 9;
    private static final int VERIFICATION = 10;
    private static final int LAST = 11;

    private static final Map<String, Name> KINDS = Map.of(
            "road-transport", new Name("道路交通口径", "road transport"),
            "bunkers", new Name("国际航空和船舶", "international bunkers"),
            "feedstock", new Name("原材料中未留存的碳", "feedstock that is not stored"),
            "biomass", new Name("生物质燃烧", "biomass"),
            "waste", new Name("垃圾焚烧（化石部分）", "waste, fossil share"),
            "process", new Name("工业生产过程", "industrial processes"));

    private static final Map<String, Name> NOTES = Map.of(
            "all-domestic", new Name("国内、国际未分，全部按国内计", "no split: all counted as domestic"),
            "bunkers-here", new Name("外轮、外机在我国加油", "foreign craft refuelling here"),
            "bunkers-abroad", new Name("我轮、我机在外国加油", "our craft refuelling abroad"));

    private final Inventory inventory;
    private final Page page;

    private MemoSheet(Inventory inventory, Page page) {
        this.inventory = inventory;
        this.page = page;
    }

    static void write(Inventory inventory, Page page) {
        new MemoSheet(inventory, page).write();
    }

    private void write() {
        page.title("备忘", "清单以外的备忘项，不计入任何合计　Memo items beside the inventory; no total holds them");
        page.across(
                2,
                0,
                LAST,
                "“合计内”表示这部分排放已在清单合计中，这里只是另列（道路交通、航空煤油）；“合计外”不在清单中。"
                        + "层次：自下而上各行与市级差额相加为全市；自上而下是全市自己的表，与区县并列，不相加。"
                        + " Inside: the inventory holds it already and the line only tells it apart; outside: it does not."
                        + " Bottom-up lines and residual add up to the city; top-down lines stand beside them.",
                Style.NOTE);
        List<Name> captions = List.of(
                new Name("类别", "kind"),
                new Name("地区", "region"),
                new Name("层次", "basis"),
                new Name("部门", "sector"),
                new Name("品种或产品", "carrier or product"),
                new Name("活动量", "activity"),
                new Name("单位", "unit"),
                new Name("二氧化碳（吨）", "t CO2"),
                new Name("清单合计", "inventory total"),
                new Name("因子来源", "document of the factor"),
                new Name("核实", "verification"),
                new Name("说明", "remark"));
        for (int c = 0; c < captions.size(); c++) {
            page.header(3, c, captions.get(c), Style.HEADER);
        }
        int row = 4;
        for (MemoLine.Kind kind : MemoLine.Kind.values()) {
            List<MemoRow> rows = inventory.memo().stream()
                    .filter(m -> m.kind().equals(kind.code()))
                    .toList();
            if (!rows.isEmpty()) {
                row = block(row, KINDS.getOrDefault(kind.code(), new Name(kind.code(), "")), rows);
            }
        }
        page.sheet().setAutoFilter(new CellRangeAddress(3, row - 1, 0, LAST));
        page.sheet().createFreezePane(1, 4);
        page.width(0, 26);
        page.width(3, 26);
        page.width(ACTIVITY, 18);
        page.width(CO2, 20);
        page.width(DOCUMENT, 34);
        page.width(LAST, 30);
        page.finish(3, 3, InventoryWorkbook.footer(inventory));
    }

    /** The kind's total over counties and residual where there are any, else over the region's own lines; then its lines. */
    private int block(int head, Name kind, List<MemoRow> rows) {
        boolean own = rows.stream().anyMatch(r -> r.basis().equals("top_down"));
        List<MemoRow> summed =
                rows.stream().filter(r -> r.basis().equals("top_down") == own).toList();
        page.name(head, 0, kind, Style.TOTAL_TEXT);
        for (int c = 1; c <= LAST; c++) {
            page.blank(head, c, Style.TOTAL_TEXT);
        }
        page.text(head, 1, inventory.region().zh(), Style.TOTAL_TEXT);
        int row = head + 1;
        for (MemoRow memo : rows) {
            line(row++, kind, memo);
        }
        String co2 = Page.range(head + 1, CO2, row - 1, CO2);
        String formula = own
                ? "SUMIFS(" + co2 + "," + Page.range(head + 1, BASIS, row - 1, BASIS) + ",\""
                        + Words.basis("top_down").zh() + "\")"
                : "SUM(" + co2 + ")";
        page.total(head, CO2, formula, Sum.of(summed, MemoRow::co2), Style.TOTAL_NUMBER);
        return row;
    }

    private void line(int row, Name kind, MemoRow memo) {
        page.text(row, 0, kind.zh(), Style.TEXT);
        page.text(row, 1, memo.region(), Style.TEXT);
        page.text(row, BASIS, Words.basis(memo.basis()).zh(), Style.TEXT_CENTRE);
        page.text(row, 3, memo.sector(), Style.TEXT);
        page.text(row, 4, memo.subject(), Style.TEXT);
        number(row, ACTIVITY, memo.activity());
        page.text(row, ACTIVITY + 1, memo.unit(), Style.TEXT_CENTRE);
        number(row, CO2, memo.co2());
        page.text(row, CO2 + 1, memo.insideTotal() ? "合计内" : "合计外", Style.TEXT_CENTRE);
        if (memo.document().isEmpty()) {
            page.blank(row, DOCUMENT, Style.TEXT);
            page.blank(row, VERIFICATION, Style.TEXT);
        } else {
            boolean doubtful = memo.verification().equals("unverified");
            page.text(row, DOCUMENT, memo.document(), Style.WRAPPED);
            page.text(
                    row,
                    VERIFICATION,
                    Words.verification(memo.verification()).zh(),
                    doubtful ? Style.WARNING : Style.TEXT_CENTRE);
        }
        if (memo.note().isEmpty()) {
            page.blank(row, LAST, Style.TEXT);
        } else {
            page.text(
                    row,
                    LAST,
                    NOTES.getOrDefault(memo.note(), new Name(memo.note(), "")).zh(),
                    Style.WRAPPED);
        }
    }

    private void number(int row, int column, @Nullable BigDecimal value) {
        if (value == null) {
            page.text(row, column, "NE", Style.NUMBER.missing());
        } else {
            page.number(row, column, value, Style.NUMBER);
        }
    }
}
