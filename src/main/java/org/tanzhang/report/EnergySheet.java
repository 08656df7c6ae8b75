package org.tanzhang.report;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.tanzhang.account.Figure;
import org.tanzhang.code.Name;
import org.tanzhang.ledger.LedgerRepository.Totals;

/** 能源总量: energy consumption in tce by region, the deductions of the assessment, the non-fossil share, and enterprises. */
final class EnergySheet {

    private static final String TABLE = "energy";
    private static final String NON_FOSSIL = "non-fossil";
    private static final String ENTERPRISES = "enterprise-energy";

    private record Column(String subject, Name name) {}

    private static final List<Column> FAMILIES = List.of(
            new Column("coal", new Name("煤炭", "coal")),
            new Column("oil", new Name("石油", "oil")),
            new Column("gas", new Name("天然气", "gas")),
            new Column("electricity", new Name("电力", "electricity")),
            new Column("heat", new Name("热力", "heat")),
            new Column("other", new Name("其他能源", "other")));

    private static final List<Column> TERMS = List.of(
            new Column("final", new Name("终端消费", "final use")),
            new Column("transformation", new Name("加工转换损失", "losses of transformation")),
            new Column("losses", new Name("损失", "losses")));

    private static final List<Column> NON_FOSSIL_TERMS = List.of(
            new Column("primary-electricity", new Name("本地一次电力（水、风、光、核）", "local primary electricity")),
            new Column("biomass-power", new Name("生物质发电", "power of biomass")),
            new Column("waste-power", new Name("垃圾发电", "power of waste")),
            new Column("net-import", new Name("净调入电力中的非化石", "non-fossil in net import")),
            new Column("other", new Name("其他（直接使用的生物质）", "other: biomass used directly")));

    private static final List<Column> KINDS = List.of(
            new Column("of-which.hydro", new Name("　其中：水电", "of which hydro")),
            new Column("of-which.wind", new Name("　其中：风电", "of which wind")),
            new Column("of-which.solar", new Name("　其中：光伏", "of which solar")),
            new Column("of-which.nuclear", new Name("　其中：核电", "of which nuclear")));

    private static final int TOTAL = 1 + FAMILIES.size();
    private static final int TERM = TOTAL + 1;
    private static final int LAST = TERM + TERMS.size();

    private final Inventory inventory;
    private final Beside beside;
    private final Page page;
    private final String own;
    private int row = 2;

    private EnergySheet(Inventory inventory, Beside beside, Page page) {
        this.inventory = inventory;
        this.beside = beside;
        this.page = page;
        this.own = inventory.run().regionCode();
    }

    static void write(Inventory inventory, Beside beside, Page page) {
        new EnergySheet(inventory, beside, page).write();
    }

    private void write() {
        page.title(
                "能源总量",
                "能源消费总量和非化石能源占比，吨标准煤，不计入清单　Energy consumption in tce and the non-fossil share, never part of the account");
        page.across(
                row++,
                0,
                LAST,
                "能源消费总量＝终端消费＋加工转换损失＋损失，按平衡表逐品种折算；发电用煤和所发的电不重复计。当量按电的热值，等价按当年火电煤耗，两者不可相加。"
                        + " Final use + losses of transformation + losses: the coal of a power station and its electricity are not both counted."
                        + " 当量 takes electricity at its heat, 等价 at the coal of its generation; the two are never added.",
                Style.NOTE);
        page.across(row++, 0, LAST, Words.FOOTNOTE, Style.NOTE);
        row++;
        totals("当量", "by heat value", "calorific");
        row++;
        totals("等价", "by the coal of generation", "equivalent");
        coefficient();
        row++;
        if (beside.has(NON_FOSSIL)) {
            nonFossil();
        }
        int repeated = -1;
        if (beside.has(ENTERPRISES)) {
            row++;
            repeated = row;
            enterprises();
        }
        page.width(0, 44);
        for (int c = 1; c <= LAST; c++) {
            page.width(c, 17);
        }
        page.finish(repeated, repeated, InventoryWorkbook.footer(inventory));
    }

    private void totals(String zh, String en, String conversion) {
        page.header(row, 0, new Name("地区（" + zh + "，吨标准煤）", "region, tce " + en), Style.HEADER);
        for (int c = 0; c < FAMILIES.size(); c++) {
            page.header(row, 1 + c, FAMILIES.get(c).name(), Style.HEADER);
        }
        page.header(row, TOTAL, new Name("能源消费总量", "energy consumption"), Style.HEADER);
        for (int c = 0; c < TERMS.size(); c++) {
            page.header(row, TERM + c, TERMS.get(c).name(), Style.HEADER_APART);
        }
        page.header(row, LAST, new Name("其中用作原料", "of which feedstock"), Style.HEADER_APART);
        row++;
        int first = row;
        for (String region : counties()) {
            line(region, conversion, Style.TEXT, Style.NUMBER);
        }
        int sumRow = row;
        if (row > first) {
            page.name(row, 0, new Name("区县之和", "sum of counties"), Style.BLOCK_TEXT);
            for (int c = 1; c <= LAST; c++) {
                int column = c;
                Sum sum = counties().stream()
                        .map(r -> cell(r, conversion, column))
                        .reduce(Sum.NONE, Sum::plus);
                page.total(row, c, "SUM(" + Page.range(first, c, row - 1, c) + ")", sum, Style.BLOCK_NUMBER);
            }
            row++;
        }
        if (beside.find(TABLE, own, Figure.TOTAL, conversion + ".consumption").isPresent()) {
            int ownRow = row;
            line(own, conversion, Style.TOTAL_TEXT, Style.TOTAL_NUMBER);
            if (sumRow > first) {
                difference(conversion, ownRow, sumRow);
            }
        }
    }

    private void difference(String conversion, int ownRow, int sumRow) {
        page.name(row, 0, new Name("全市与区县之和之差", "region less sum of counties"), Style.TEXT);
        for (int c = 1; c <= LAST; c++) {
            int column = c;
            Sum counties =
                    counties().stream().map(r -> cell(r, conversion, column)).reduce(Sum.NONE, Sum::plus);
            Sum region = cell(own, conversion, c);
            if (region.isMissing() || counties.isMissing() || (region.isNone() && counties.isNone())) {
                page.blank(row, c, Style.NUMBER);
            } else {
                page.total(
                        row,
                        c,
                        "SUM(" + Page.at(ownRow, c) + ")-SUM(" + Page.at(sumRow, c) + ")",
                        region.minus(counties),
                        Style.NUMBER);
            }
        }
        row++;
    }

    private void line(String region, String conversion, Style text, Style number) {
        page.name(row, 0, inventory.regionName(region, region), text);
        for (int c = 1; c <= LAST; c++) {
            Sum sum = cell(region, conversion, c);
            if (c == TOTAL) {
                page.total(row, c, "SUM(" + Page.range(row, 1, row, TOTAL - 1) + ")", sum, number);
            } else {
                page.sum(row, c, sum, number);
            }
        }
        row++;
    }

    private Sum cell(String region, String conversion, int column) {
        if (column < TOTAL) {
            return beside.sum(TABLE, region, FAMILIES.get(column - 1).subject(), conversion + ".consumption");
        }
        String item = column == TOTAL
                ? "consumption"
                : column == LAST ? "feedstock" : TERMS.get(column - TERM).subject();
        return beside.sum(TABLE, region, Figure.TOTAL, conversion + "." + item);
    }

    private List<String> counties() {
        return inventory.counties().stream()
                .map(Totals::regionCode)
                .filter(r -> beside.find(TABLE, r, Figure.TOTAL, "calorific.consumption")
                        .isPresent())
                .toList();
    }

    private void coefficient() {
        beside.figures().stream()
                .filter(f -> f.item().equals("equivalent.coefficient"))
                .findFirst()
                .ifPresentOrElse(
                        f -> source("等价系数", f),
                        () -> page.across(
                                row++,
                                0,
                                LAST,
                                "没有当年的电力等价系数：等价合计缺电力（NE）。 No 等价 coefficient of electricity: the totals lack it.",
                                Style.ALERT));
    }

    private void source(String what, Figure figure) {
        var source = Optional.ofNullable(figure.source());
        page.across(
                row++,
                0,
                LAST,
                "%s：%s%s，%s，%s（%s）"
                        .formatted(
                                what,
                                figure.value() == null ? "NE" : figure.value().toPlainString(),
                                figure.unit().equals("1") ? "" : " " + figure.unit(),
                                source.map(s -> s.id()).orElse(""),
                                source.map(s -> s.document()).orElse(""),
                                source.map(s -> Words.verification(s.verification())
                                                .zh())
                                        .orElse("")),
                source.filter(s -> s.verification().equals("unverified")).isPresent() ? Style.ALERT : Style.NOTE);
    }

    /** Terms down, regions across: the run's own region first. */
    private void nonFossil() {
        List<String> regions = Stream.concat(Stream.of(own), counties().stream())
                .filter(r -> beside.find(NON_FOSSIL, r, Figure.TOTAL, "sum").isPresent())
                .toList();
        page.header(row, 0, new Name("非化石能源（等价，吨标准煤）", "non-fossil energy, 等价, tce"), Style.HEADER);
        for (int c = 0; c < regions.size(); c++) {
            page.header(row, 1 + c, inventory.regionName(regions.get(c), regions.get(c)), Style.HEADER);
        }
        row++;
        int first = row;
        for (Column term : NON_FOSSIL_TERMS) {
            nonFossilLine(term, regions, Style.TEXT, Style.NUMBER);
        }
        int sum = row;
        page.name(row, 0, new Name("非化石能源合计", "non-fossil energy"), Style.TOTAL_TEXT);
        for (int c = 0; c < regions.size(); c++) {
            page.total(
                    row,
                    1 + c,
                    "SUM(" + Page.range(first, 1 + c, sum - 1, 1 + c) + ")",
                    nonFossil(regions.get(c), "sum"),
                    Style.TOTAL_NUMBER);
        }
        row++;
        page.name(row, 0, new Name("占能源消费总量（%）", "share of energy consumption, %"), Style.TOTAL_TEXT);
        for (int c = 0; c < regions.size(); c++) {
            share(regions.get(c), 1 + c);
        }
        row++;
        for (Column kind : KINDS) {
            nonFossilLine(kind, regions, Style.ENGLISH, Style.NUMBER);
        }
        row++;
        deductions(regions, sum);
        beside.figures().stream()
                .filter(f -> f.item().equals("net-import.share"))
                .findFirst()
                .ifPresent(f -> source("净调入电力的非化石占比", f));
        page.across(
                row++,
                0,
                LAST,
                "没有填报的为 NE，占比随之标 *（不完整）；“其中”各项按电站的行业小类从企业表得出，已含在一次电力中。"
                        + " What nobody states is NE and the share incomplete (*); the kinds are within primary electricity.",
                Style.NOTE);
    }

    private void share(String region, int column) {
        Sum total = beside.sum(TABLE, region, Figure.TOTAL, "equivalent.consumption");
        Sum nonFossil = nonFossil(region, "sum");
        if (total.value().signum() <= 0 || nonFossil.isMissing() || nonFossil.isNone()) {
            page.text(row, column, "NE", Style.TOTAL_MISSING);
            return;
        }
        page.sum(
                row,
                column,
                new Sum(
                        beside.sum(NON_FOSSIL, region, Figure.TOTAL, "share")
                                .value()
                                .movePointRight(2),
                        1,
                        nonFossil.missing() + total.missing()),
                Style.TOTAL_NUMBER);
    }

    private void nonFossilLine(Column term, List<String> regions, Style text, Style number) {
        page.name(row, 0, term.name(), text);
        for (int c = 0; c < regions.size(); c++) {
            page.sum(row, 1 + c, nonFossil(regions.get(c), term.subject()), number);
        }
        row++;
    }

    /** What the assessment takes off, in lines of their own. */
    private void deductions(List<String> regions, int nonFossilRow) {
        int total = row;
        page.name(row, 0, new Name("能源消费总量（等价）", "energy consumption, 等价"), Style.TEXT);
        for (int c = 0; c < regions.size(); c++) {
            page.sum(row, 1 + c, energy(regions.get(c), "consumption"), Style.NUMBER);
        }
        row++;
        page.name(row, 0, new Name("扣减：原料用能", "less feedstock"), Style.TEXT);
        for (int c = 0; c < regions.size(); c++) {
            page.sum(row, 1 + c, energy(regions.get(c), "feedstock"), Style.NUMBER);
        }
        row++;
        page.name(row, 0, new Name("扣减：非化石能源（上列合计）", "less non-fossil, as above"), Style.TEXT);
        for (int c = 0; c < regions.size(); c++) {
            page.total(row, 1 + c, Page.at(nonFossilRow, 1 + c), nonFossil(regions.get(c), "sum"), Style.NUMBER);
        }
        row++;
        page.name(row, 0, new Name("扣减后（考核用）", "after deduction, for the assessment"), Style.TOTAL_TEXT);
        for (int c = 0; c < regions.size(); c++) {
            String region = regions.get(c);
            Sum after = energy(region, "consumption")
                    .minus(energy(region, "feedstock"))
                    .minus(nonFossil(region, "sum"));
            page.total(
                    row,
                    1 + c,
                    "SUM(" + Page.at(total, 1 + c) + ")-SUM(" + Page.range(total + 1, 1 + c, total + 2, 1 + c) + ")",
                    after,
                    Style.TOTAL_NUMBER);
        }
        row++;
    }

    private Sum energy(String region, String item) {
        return beside.sum(TABLE, region, Figure.TOTAL, "equivalent." + item);
    }

    private Sum nonFossil(String region, String item) {
        return beside.sum(NON_FOSSIL, region, Figure.TOTAL, item);
    }

    /** Sums of enterprises' 综合能源消费量 by county and division. */
    private void enterprises() {
        page.header(
                row,
                0,
                new Name("企业综合能源消费量（吨标准煤）", "enterprises by division, net of output and recovery, tce"),
                Style.HEADER);
        page.header(row, 1, new Name("地区", "region"), Style.HEADER);
        page.header(row, 2, new Name("当量", "by heat value"), Style.HEADER);
        page.header(row, 3, new Name("等价", "by coal of generation"), Style.HEADER);
        row++;
        List<String> regions = beside.figures().stream()
                .filter(f -> f.table().equals(ENTERPRISES))
                .map(Figure::region)
                .distinct()
                .toList();
        for (String region : regions) {
            List<String> divisions = beside.figures().stream()
                    .filter(f -> f.table().equals(ENTERPRISES) && f.region().equals(region))
                    .map(Figure::subject)
                    .filter(s -> !s.equals(Figure.TOTAL))
                    .distinct()
                    .toList();
            int first = row;
            for (String division : divisions) {
                page.text(
                        row, 0, division + " " + inventory.sectorName(division).zh(), Style.TEXT);
                page.text(row, 1, inventory.regionName(region, region).zh(), Style.TEXT);
                for (int c = 0; c < 2; c++) {
                    page.sum(row, 2 + c, beside.sum(ENTERPRISES, region, division, item(c)), Style.NUMBER);
                }
                row++;
            }
            page.text(row, 0, "合计", Style.BLOCK_TEXT);
            page.text(row, 1, inventory.regionName(region, region).zh(), Style.BLOCK_TEXT);
            for (int c = 0; c < 2; c++) {
                page.total(
                        row,
                        2 + c,
                        "SUM(" + Page.range(first, 2 + c, row - 1, 2 + c) + ")",
                        beside.sum(ENTERPRISES, region, Figure.TOTAL, item(c)),
                        Style.BLOCK_NUMBER);
            }
            row++;
        }
    }

    private static String item(int column) {
        return (column == 0 ? "calorific" : "equivalent") + ".consumption";
    }
}
