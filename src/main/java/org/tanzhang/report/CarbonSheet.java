package org.tanzhang.report;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tanzhang.code.Name;
import org.tanzhang.ledger.LedgerRepository.Check;

/** 碳平衡: carbon into washing, coking, refining and gas-making = carbon out + lost, for each region that has a balance. */
final class CarbonSheet {

    private static final String CHECKS = "carbon.";
    private static final int IN = 2;
    private static final int OUT = 3;
    private static final int LOST = 4;
    private static final int SHARE = 5;

    private static final Map<String, Name> PROCESSES = Map.of(
            "washing", new Name("煤炭洗选", "coal washing"),
            "coking", new Name("炼焦", "coking"),
            "refining", new Name("炼油", "refining"),
            "gas-making", new Name("制气", "gas-making"));

    private CarbonSheet() {}

    /** Whether a check belongs to this sheet. */
    static boolean holds(Check check) {
        return check.name().startsWith(CHECKS);
    }

    static void write(Inventory inventory, Page page) {
        page.title("碳平衡", "加工转换：投入的碳＝产出的碳＋损失　Carbon into transformation = carbon out + lost");
        page.across(
                2,
                0,
                SHARE,
                "按各地区平衡表，数量 × 热值 × 含碳量，单位吨碳。这些碳在产品燃烧处计入清单，此表只作核对。"
                        + " By each region's balance, tC; counted where the products burn, a check here.",
                Style.NOTE);
        List<Name> captions = List.of(
                new Name("地区", "region"),
                new Name("过程", "process"),
                new Name("投入（吨碳）", "tC in"),
                new Name("产出（吨碳）", "tC out"),
                new Name("损失（吨碳）", "tC lost"),
                new Name("损失占投入", "lost of in"));
        for (int c = 0; c < captions.size(); c++) {
            page.header(3, c, captions.get(c), Style.HEADER);
        }
        int row = 4;
        for (Check in : inventory.checks().stream()
                .filter(c -> holds(c) && c.name().endsWith(".in"))
                .sorted(Comparator.comparing(Check::region).thenComparing(Check::name))
                .toList()) {
            String process = in.name().substring(CHECKS.length(), in.name().length() - ".in".length());
            Optional<BigDecimal> out = value(inventory, in.region(), process + ".out");
            Optional<BigDecimal> lost = value(inventory, in.region(), process + ".lost");
            if (out.isPresent() && lost.isPresent()) {
                page.text(row, 0, inventory.regionName(in.region(), in.region()).zh(), Style.TEXT);
                page.name(row, 1, PROCESSES.getOrDefault(process, new Name(process, "")), Style.TEXT);
                page.number(row, IN, in.value(), Style.NUMBER);
                page.number(row, OUT, out.get(), Style.NUMBER);
                page.formula(row, LOST, Page.at(row, IN) + "-" + Page.at(row, OUT), lost.get(), Style.NUMBER);
                if (in.value().signum() == 0) {
                    page.blank(row, SHARE, Style.SHARE);
                } else {
                    page.formula(
                            row,
                            SHARE,
                            Page.at(row, LOST) + "/" + Page.at(row, IN),
                            lost.get().divide(in.value(), MathContext.DECIMAL64),
                            Style.SHARE);
                }
                row++;
            }
        }
        page.sheet().createFreezePane(2, 4);
        page.width(1, 24);
        page.finish(3, 3, InventoryWorkbook.footer(inventory));
    }

    private static Optional<BigDecimal> value(Inventory inventory, String region, String name) {
        return inventory.checks().stream()
                .filter(c -> c.name().equals(CHECKS + name) && c.region().equals(region))
                .map(Check::value)
                .findFirst();
    }
}
