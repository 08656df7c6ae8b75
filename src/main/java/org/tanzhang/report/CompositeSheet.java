package org.tanzhang.report;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.tanzhang.code.Name;
import org.tanzhang.ledger.LedgerRepository.Check;

/** 考核对照: CO2 by the assessment's composite factors, in a table of its own that nothing else is computed from. */
final class CompositeSheet {

    private static final String CHECKS = "composite.";
    private static final int CO2 = 5;
    private static final int DOCUMENT = 7;
    private static final int LAST = 8;

    /** A line of the table: its check names begin with {@code key}. */
    private record Line(String key, Name name) {}

    private static final List<Line> LINES = List.of(
            new Line("coal", new Name("煤炭", "coal")),
            new Line("oil", new Name("石油", "oil")),
            new Line("gas", new Name("天然气", "natural gas")),
            new Line("electricity", new Name("电力净调入", "net import of electricity")));

    private final Inventory inventory;
    private final Page page;

    private CompositeSheet(Inventory inventory, Page page) {
        this.inventory = inventory;
        this.page = page;
    }

    /** Whether a check belongs to this sheet. */
    static boolean holds(Check check) {
        return check.name().startsWith(CHECKS);
    }

    static void write(Inventory inventory, Page page) {
        new CompositeSheet(inventory, page).write();
    }

    private void write() {
        page.title("考核对照", "考核综合因子对照，不计入清单　Composite factors of the assessment: a check, never part of the inventory");
        page.across(2, 0, LAST, parameterSet(), Style.NOTE);
        page.across(
                3,
                0,
                LAST,
                "消费量＝终端消费＋损失－加工转换净产出，按本地区平衡表逐品种折标准煤后分煤、油、气相加；本地加工的二次能源与其原料不重复计，"
                        + "二次能源只留净调入和库存变化。 Consumption = final use + losses - net output of transformation, in tce, so that a"
                        + " secondary fuel made here is not counted beside what it was made of.",
                Style.NOTE);
        List<Name> captions = List.of(
                new Name("类型", "type"),
                new Name("数量", "amount"),
                new Name("单位", "unit"),
                new Name("综合因子", "factor"),
                new Name("单位", "unit"),
                new Name("二氧化碳（吨）", "t CO2"),
                new Name("因子", "factor id"),
                new Name("来源文件", "document"),
                new Name("核实", "verification"));
        for (int c = 0; c < captions.size(); c++) {
            page.header(4, c, captions.get(c), Style.HEADER);
        }
        int row = 5;
        for (Line line : LINES) {
            if (!line.key().equals("electricity") || find("electricity.co2").isPresent()) {
                line(row++, line);
            }
        }
        page.name(row, 0, new Name("合计", "total"), Style.TOTAL_TEXT);
        for (int c = 1; c <= LAST; c++) {
            page.blank(row, c, Style.TOTAL_TEXT);
        }
        number(row, CO2, find("total").map(Check::value), Style.TOTAL_NUMBER);
        row++;
        page.name(row, 0, new Name("本清单：范围一＋净调入", "this inventory: scope 1 + net import"), Style.TEXT);
        for (int c = 1; c <= LAST; c++) {
            page.blank(row, c, Style.TEXT);
        }
        Sum account = Sum.of(inventory.total().scope1(), inventory.total().missing())
                .plus(Sum.of(inventory.total().scope2NetImport()));
        page.sum(row, CO2, account, Style.NUMBER);
        page.width(0, 50);
        page.width(1, 18);
        page.width(CO2, 20);
        page.width(6, 30);
        page.width(DOCUMENT, 44);
        page.width(LAST, 12);
        page.finish(4, 4, InventoryWorkbook.footer(inventory));
    }

    private String parameterSet() {
        String set = inventory.checks().stream()
                .filter(CompositeSheet::holds)
                .flatMap(c -> Optional.ofNullable(c.source()).stream())
                .filter(s -> s.verification().isEmpty())
                .map(s -> "参数集 parameter set：" + s.id() + "　" + s.document() + "。")
                .findFirst()
                .orElse("");
        return set
                + (withFeedstock()
                        ? "用作原料、材料的计入消费，不扣除，系数已考虑。 Raw material is included, for the factors are lower for it."
                        : "用作原料、材料的已从消费中扣除。 Raw material is deducted.")
                + " 不与分品种因子混用。 Never mixed with factors by fuel.";
    }

    private boolean withFeedstock() {
        return inventory.checks().stream().anyMatch(c -> holds(c) && c.name().endsWith(".with-feedstock"));
    }

    private void line(int row, Line line) {
        page.name(row, 0, line.name(), Style.TEXT);
        Optional<Check> amount = find(line.key() + ".with-feedstock")
                .or(() -> find(line.key() + ".without-feedstock"))
                .or(() -> find(line.key() + ".net-import"));
        Optional<Check> factor = find(line.key() + ".factor");
        number(row, 1, amount.map(Check::value), Style.NUMBER);
        page.text(row, 2, amount.map(Check::unit).orElse(""), Style.TEXT_CENTRE);
        factor.ifPresentOrElse(
                f -> page.number(row, 3, f.value(), Style.STATED), () -> page.blank(row, 3, Style.STATED));
        page.text(row, 4, factor.map(Check::unit).orElse(""), Style.TEXT_CENTRE);
        number(row, CO2, find(line.key() + ".co2").map(Check::value), Style.NUMBER);
        var source = factor.flatMap(f -> Optional.ofNullable(f.source()));
        String mark = source.map(s -> s.verification()).orElse("");
        page.text(row, 6, source.map(s -> s.id()).orElse(""), Style.WRAPPED);
        page.text(row, DOCUMENT, source.map(s -> s.document()).orElse(""), Style.WRAPPED);
        page.text(
                row,
                LAST,
                Words.verification(mark).zh(),
                mark.equals("unverified") ? Style.WARNING : Style.TEXT_CENTRE);
    }

    /** NE where the account could not state it. */
    private void number(int row, int column, Optional<BigDecimal> value, Style style) {
        value.ifPresentOrElse(
                v -> page.number(row, column, v, style), () -> page.text(row, column, "NE", style.missing()));
    }

    private Optional<Check> find(String name) {
        return inventory.checks().stream()
                .filter(c -> c.name().equals(CHECKS + name))
                .findFirst();
    }
}
