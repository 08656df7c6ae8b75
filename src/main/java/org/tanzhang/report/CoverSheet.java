package org.tanzhang.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.tanzhang.code.Name;
import org.tanzhang.code.Partition;
import org.tanzhang.ledger.LedgerRepository.Check;
import org.tanzhang.ledger.LedgerRepository.Totals;
import org.tanzhang.quality.Severity;

/** 封面: what this is, the headline totals, what may be added to what, and the way to the other sheets. */
final class CoverSheet {

    private static final int LAST = 3;
    private static final BigDecimal TEN_THOUSAND = BigDecimal.valueOf(10_000);

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private final Inventory inventory;
    private final Page page;
    private int row;

    CoverSheet(Inventory inventory, Page page) {
        this.inventory = inventory;
        this.page = page;
    }

    static String title(Inventory inventory) {
        return "%s%d年能源活动二氧化碳排放清单"
                .formatted(inventory.run().region(), inventory.run().year());
    }

    void write(CitySheet summary, List<Page> sheets) {
        page.title(
                title(inventory),
                "Inventory of CO2 from energy activities, %s, %d"
                        .formatted(inventory.region().en(), inventory.run().year()));
        row = 3;
        identity();
        row++;
        headline(summary);
        statements();
        row++;
        checks();
        row++;
        contents(sheets);
        page.width(0, 52);
        page.width(1, 34);
        page.width(2, 22);
        page.width(LAST, 34);
        page.finish(-1, -1, InventoryWorkbook.footer(inventory));
        page.sheet().getPrintSetup().setFitHeight((short) 1);
    }

    private void identity() {
        var run = inventory.run();
        item("运行编号", "run", String.valueOf(run.id()));
        item("摘要（SHA-256）", "digest", run.digest());
        item("因子集", "factor set", run.factorSet() + "　" + inventory.factorSet().zh());
        item("方法", "method", run.method() + "　" + inventory.method().zh());
        if (!run.partition().equals(Partition.ADMINISTRATIVE)) {
            Name partition = inventory
                    .codes()
                    .partitions()
                    .names()
                    .getOrDefault(run.partition(), new Name(run.partition(), run.partition()));
            item("分区口径", "partition", partition.zh() + "（" + partition.en() + "）");
        }
        item("核算时间", "accounted at", TIME.format(run.created().atOffset(ZoneOffset.ofHours(8))) + "（北京时间，UTC+8）");
        item("发现", "findings", findings());
    }

    private String findings() {
        StringBuilder text = new StringBuilder();
        for (Severity severity : Severity.values()) {
            long count = inventory.findings().stream()
                    .filter(f -> f.severity() == severity)
                    .count();
            text.append(Words.severity(severity).zh()).append(' ').append(count).append("　");
        }
        return text.toString().strip();
    }

    private void item(String zh, String en, String value) {
        page.name(row, 0, new Name(zh, en), Style.BLOCK_TEXT);
        page.across(row, 1, LAST, value, Style.WRAPPED);
        row++;
    }

    private void headline(CitySheet summary) {
        Totals total = inventory.total();
        List<Name> captions = List.of(
                new Name("排放量", "emissions"),
                new Name("吨二氧化碳", "t CO2"),
                new Name("万吨二氧化碳", "10^4 t CO2"),
                new Name("与城市汇总之差", "less the summary sheet"));
        for (int c = 0; c < captions.size(); c++) {
            page.header(row, c, captions.get(c), Style.HEADER);
        }
        row++;
        int scope1 = row;
        figure("范围一：化石燃料燃烧", "scope 1", Sum.of(total.scope1(), total.missing()), summary.scope1());
        if (!inventory.accountsScope2()) {
            notAccounted("范围二：电力、热力消费", "scope 2, consumption");
            notAccounted("范围二：净调入", "scope 2, net import");
            return;
        }
        figure("范围二：电力、热力消费", "scope 2, consumption", Sum.of(total.scope2Consumption()), summary.consumption());
        int netImport = row;
        figure("范围二：净调入", "scope 2, net import", Sum.of(total.scope2NetImport()), summary.netImport());
        page.name(row, 0, new Name("范围一＋净调入", "scope 1 + net import"), Style.TOTAL_TEXT);
        Sum both = Sum.of(total.scope1(), total.missing()).plus(Sum.of(total.scope2NetImport()));
        page.total(row, 1, "SUM(" + Page.at(scope1, 1) + "," + Page.at(netImport, 1) + ")", both, Style.TOTAL_NUMBER);
        tenThousand(both, Style.TOTAL_NUMBER);
        page.blank(row, 3, Style.TOTAL_NUMBER);
        row++;
    }

    private void figure(String zh, String en, Sum value, String onSummary) {
        page.name(row, 0, new Name(zh, en), Style.TEXT);
        page.sum(row, 1, value, Style.NUMBER);
        tenThousand(value, Style.NUMBER);
        page.formula(
                row, 3, "ROUND(SUM(" + Page.at(row, 1) + ")-SUM(" + onSummary + "),4)", BigDecimal.ZERO, Style.NUMBER);
        row++;
    }

    /** What the method leaves out is no zero. */
    private void notAccounted(String zh, String en) {
        page.name(row, 0, new Name(zh, en), Style.TEXT);
        page.text(row, 1, "不核算", Style.NUMBER);
        page.text(row, 2, "不核算", Style.NUMBER);
        page.blank(row, 3, Style.NUMBER);
        row++;
    }

    private void tenThousand(Sum value, Style style) {
        page.total(
                row,
                2,
                Page.at(row, 1) + "/10000",
                new Sum(value.value().divide(TEN_THOUSAND), value.stated(), value.missing()),
                style);
    }

    private void statements() {
        Totals total = inventory.total();
        if (total.missing() > 0) {
            page.across(
                    row++,
                    0,
                    LAST,
                    "不完整：有 %d 项未核算（NE），带 * 的合计不含这些项。 Incomplete: %1$d items are not estimated (NE); sums with * lack them."
                            .formatted(total.missing()),
                    Style.ALERT);
        }
        if (!inventory.accountsScope2()) {
            page.across(
                    row++,
                    0,
                    LAST,
                    "本方法不核算范围二：没有数，不是零。 The method leaves scope 2 out: there is no figure, which is not zero.",
                    Style.NOTE);
            return;
        }
        page.across(
                row++,
                0,
                LAST,
                "只有净调入可与范围一相加；消费口径的范围二含本地电厂所供电量，与范围一重复，另列而不相加。"
                        + " Only net import may be added to scope 1: consumption double counts local power plants and stands apart.",
                Style.NOTE);
        BigDecimal city = total.scope2NetImport();
        if (inventory.isTwoLevel() && city != null) {
            BigDecimal counties = inventory.counties().stream()
                    .map(Totals::scope2NetImport)
                    .filter(Objects::nonNull)
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
            page.across(
                    row++,
                    0,
                    LAST,
                    ("区县净调入之和 %s 吨，全市净调入 %s 吨，相差 %s 吨：区县净调入不可加总为全市。"
                                    + " County net imports do not add to the city's; the difference is stated here.")
                            .formatted(print(counties), print(city), print(city.subtract(counties))),
                    Style.NOTE);
        }
    }

    private static String print(BigDecimal value) {
        return String.format(java.util.Locale.ROOT, "%,.2f", value.setScale(2, RoundingMode.HALF_EVEN));
    }

    private void checks() {
        List<Check> listed = inventory.checks().stream()
                .filter(check -> !CompositeSheet.holds(check) && !CarbonSheet.holds(check))
                .toList();
        if (listed.isEmpty()) {
            return;
        }
        page.header(row, 0, new Name("对照（不计入清单）", "checks, never part of the account"), Style.HEADER);
        page.header(row, 1, new Name("数值", "value"), Style.HEADER);
        page.header(row, 2, new Name("单位", "unit"), Style.HEADER);
        row++;
        Optional<Integer> stated = Optional.empty();
        Optional<Integer> set = Optional.empty();
        for (Check check : listed) {
            page.name(row, 0, Words.check(check.name()), Style.WRAPPED);
            page.number(row, 1, check.value(), Style.NUMBER);
            page.text(row, 2, check.unit(), Style.TEXT_CENTRE);
            stated = check.name().equals("coal-ncv.stated") ? Optional.of(row) : stated;
            set = check.name().equals("coal-ncv.set") ? Optional.of(row) : set;
            row++;
        }
        if (stated.isPresent() && set.isPresent()) {
            page.name(row, 0, new Name("煤炭热值：两者之差", "Coal heat value: stated less set"), Style.WRAPPED);
            page.formula(
                    row,
                    1,
                    Page.at(stated.get(), 1) + "-" + Page.at(set.get(), 1),
                    value("coal-ncv.stated").subtract(value("coal-ncv.set")),
                    Style.NUMBER);
            page.text(row, 2, "tCO2", Style.TEXT_CENTRE);
            row++;
        }
    }

    private BigDecimal value(String check) {
        return inventory.checks().stream()
                .filter(c -> c.name().equals(check))
                .map(Check::value)
                .findFirst()
                .orElse(BigDecimal.ZERO);
    }

    private void contents(List<Page> sheets) {
        page.header(row, 0, new Name("目录", "contents"), Style.HEADER);
        page.band(row, 1, 3, new Name("内容", "what it holds"), Style.HEADER);
        row++;
        for (Page sheet : sheets) {
            page.link(row, 0, sheet.name(), sheet);
            String subtitle = sheet.sheet().getRow(1).getCell(0).getStringCellValue();
            page.across(row++, 1, LAST, subtitle, Style.WRAPPED);
        }
    }
}
