package org.tanzhang.report;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.tanzhang.account.Figure;
import org.tanzhang.code.Name;

/** 参考方法: apparent consumption beside the account, with the gap split into its parts. */
final class ReferenceSheet {

    private static final String TABLE = "reference";
    private static final List<String> FAMILIES = List.of("coal", "oil", "gas");

    private record Column(String item, Name name) {}

    private static final List<Column> SUPPLY = List.of(
            new Column("production", new Name("一次能源生产", "production")),
            new Column("net-inflow", new Name("净调入和净进口", "net inflow")),
            new Column("stock-change", new Name("库存减（+）增（−）", "stock change")),
            new Column("non-energy", new Name("减：用作原料、材料", "less non-energy use")));

    private static final List<Column> PARTS = List.of(
            new Column("gap.transformation", new Name("加工转换净投入", "other transformation, net")),
            new Column("gap.losses", new Name("损失", "losses")),
            new Column("gap.difference", new Name("平衡差额", "statistical difference")),
            new Column("gap.supply-rows", new Name("供应各项与合计之差", "supply rows less their total")),
            new Column("gap.products", new Name("产品固碳", "stored in products")),
            new Column("gap.activity", new Name("燃烧量之差", "activity: balance less account")),
            new Column("gap.factor", new Name("因子之差", "factors")));

    private static final int FIRST = 2;
    private static final int APPARENT = FIRST + SUPPLY.size();
    private static final int SECTORAL = APPARENT + 1;
    private static final int GAP = SECTORAL + 1;
    private static final int SHARE = GAP + 1;
    private static final int PART = SHARE + 1;
    private static final int LAST = PART + PARTS.size() - 1;

    private final Inventory inventory;
    private final Beside beside;
    private final Page page;
    private int row = 5;

    private ReferenceSheet(Inventory inventory, Beside beside, Page page) {
        this.inventory = inventory;
        this.beside = beside;
        this.page = page;
    }

    static void write(Inventory inventory, Beside beside, Page page) {
        new ReferenceSheet(inventory, beside, page).write();
    }

    private void write() {
        page.title(
                "参考方法",
                "参考方法（表观消费）与分部门核算对照，吨二氧化碳，不计入清单　Reference approach beside the account, t CO2, never part of it");
        page.across(
                2,
                0,
                LAST,
                "表观消费＝一次能源生产＋净调入和净进口＋库存变化－用作原料、材料，乘因子集的通用因子。差距＝表观消费－分部门核算，拆成右边七项，逐项相加即为差距。"
                        + " Apparent consumption x the set's general factors; the gap to the account is the sum of the seven parts on the right.",
                Style.NOTE);
        page.across(
                3,
                0,
                LAST,
                "没有填供应部分的地区没有对照，不是零；缺因子的品种两边都不计（*）。"
                        + " Regions without a supply block have no check, which is not zero; fuels without a factor are left out on both sides (*).",
                Style.NOTE);
        captions();
        for (String region : regions()) {
            for (String subject : subjects(region)) {
                line(region, subject);
            }
        }
        page.width(0, 10);
        page.width(1, 18);
        for (int c = FIRST; c <= LAST; c++) {
            page.width(c, 18);
        }
        page.width(SHARE, 9);
        page.sheet().createFreezePane(2, 5);
        page.finish(4, 4, InventoryWorkbook.footer(inventory));
    }

    private void captions() {
        page.header(4, 0, new Name("地区", "region"), Style.HEADER);
        page.header(4, 1, new Name("燃料", "fuel"), Style.HEADER);
        for (int c = 0; c < SUPPLY.size(); c++) {
            page.header(4, FIRST + c, SUPPLY.get(c).name(), Style.HEADER);
        }
        page.header(4, APPARENT, new Name("表观消费", "apparent consumption"), Style.HEADER);
        page.header(4, SECTORAL, new Name("分部门核算", "sectoral"), Style.HEADER);
        page.header(4, GAP, new Name("差距", "gap"), Style.HEADER);
        page.header(4, SHARE, new Name("差距占比", "share"), Style.HEADER);
        for (int c = 0; c < PARTS.size(); c++) {
            page.header(4, PART + c, PARTS.get(c).name(), Style.HEADER_APART);
        }
    }

    /** The run's own region first, then the others by code. */
    private List<String> regions() {
        String own = inventory.run().regionCode();
        return beside.figures().stream()
                .filter(f -> f.table().equals(TABLE))
                .map(Figure::region)
                .distinct()
                .sorted(java.util.Comparator.comparing((String r) -> !r.equals(own))
                        .thenComparing(r -> r))
                .toList();
    }

    /** Fuels under their family in the order of the code list, the total last; of counties the families alone. */
    private List<String> subjects(String region) {
        List<String> there = beside.figures().stream()
                .filter(f -> f.table().equals(TABLE) && f.region().equals(region))
                .map(Figure::subject)
                .distinct()
                .toList();
        List<String> ordered = new ArrayList<>();
        for (String family : FAMILIES) {
            if (region.equals(inventory.run().regionCode())) {
                inventory.codes().carriers().all().stream()
                        .filter(c -> c.family().equals(family) && there.contains(c.code()))
                        .forEach(c -> ordered.add(c.code()));
            }
            ordered.add(family);
        }
        ordered.add(Figure.TOTAL);
        ordered.retainAll(there);
        return ordered;
    }

    private void line(String region, String subject) {
        boolean total = subject.equals(Figure.TOTAL);
        boolean family = FAMILIES.contains(subject);
        Style text = total ? Style.TOTAL_TEXT : family ? Style.BLOCK_TEXT : Style.TEXT;
        Style number = total ? Style.TOTAL_NUMBER : family ? Style.BLOCK_NUMBER : Style.NUMBER;
        page.text(row, 0, inventory.regionName(region, region).zh(), text);
        page.text(row, 1, name(subject).zh(), text);
        for (int c = 0; c < SUPPLY.size(); c++) {
            page.sum(row, FIRST + c, sum(region, subject, SUPPLY.get(c).item()), number);
        }
        Sum apparent = sum(region, subject, "apparent");
        Sum gap = sum(region, subject, "gap");
        page.total(row, APPARENT, "SUM(" + Page.range(row, FIRST, row, APPARENT - 1) + ")", apparent, number);
        page.sum(row, SECTORAL, sum(region, subject, "sectoral"), number);
        page.total(row, GAP, Page.at(row, APPARENT) + "-" + Page.at(row, SECTORAL), gap, number);
        Style share = total ? Style.TOTAL_SHARE : Style.SHARE;
        if (apparent.value().signum() == 0) {
            page.blank(row, SHARE, share);
        } else {
            page.formula(
                    row,
                    SHARE,
                    Page.at(row, GAP) + "/" + Page.at(row, APPARENT),
                    gap.value().divide(apparent.value(), java.math.MathContext.DECIMAL64),
                    share);
        }
        for (int c = 0; c < PARTS.size(); c++) {
            page.sum(row, PART + c, sum(region, subject, PARTS.get(c).item()), number);
        }
        row++;
    }

    private Sum sum(String region, String subject, String item) {
        Sum sum = beside.sum(TABLE, region, subject, item);
        // what is left of rounding entries to 12 decimals is no figure
        return sum.value().abs().compareTo(new BigDecimal("1e-6")) < 0
                ? new Sum(BigDecimal.ZERO, sum.stated(), sum.missing())
                : sum;
    }

    private Name name(String subject) {
        return switch (subject) {
            case "coal" -> new Name("煤炭", "coal");
            case "oil" -> new Name("石油", "oil");
            case "gas" -> new Name("天然气", "gas");
            case Figure.TOTAL -> new Name("合计", "total");
            default -> inventory.carrierName(subject);
        };
    }
}
