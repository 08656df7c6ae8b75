package org.tanzhang.samples.broken;

import static org.tanzhang.samples.broken.Card.CAPTION;
import static org.tanzhang.samples.broken.Card.CODE;
import static org.tanzhang.samples.broken.Card.DIESEL;
import static org.tanzhang.samples.broken.Card.ELECTRICITY;
import static org.tanzhang.samples.broken.Card.GASOLINE;
import static org.tanzhang.samples.broken.Card.INDUSTRIAL;
import static org.tanzhang.samples.broken.Card.TOTAL;
import static org.tanzhang.samples.broken.Card.UNIT;

import org.tanzhang.samples.broken.Balance.Dialect;

/** What table it is, whose, of when; rows, columns and units that the form does not have. */
final class FormChapter extends Chapter {

    FormChapter(Places places) {
        super("3-表式", places);
    }

    @Override
    void draw() {
        periods();
        regions();
        rowsAndColumns();
        units();
        codes();
        versions();
    }

    private void periods() {
        Card none = card("缺报告期.xlsx", "年份没有填", "the year was left blank");
        none.put("K6", "    年1－    月");
        none.at("K6").error("R-PERIOD-01");

        Card old = Card.of(
                file("旧版缺报告期.xls", "2010 年前的 P201 表，没有年份", "form P201 of before 2010, without a year"),
                places.plant(),
                "　　年",
                Card.Edition.OF_2010);
        old.at("K6").error("R-PERIOD-01");
    }

    private void regions() {
        Balance unknown = balance("未知地区.xlsx", Dialect.P303_1, "“虚构县统计局”的平衡表", "a balance of a county that is none");
        unknown.put("A2", "综合机关名称：虚构县统计局").error("R-REGION-01");

        Balance past = Balance.of(
                file("撤县改区以后.xlsx", "宁乡县 2017 年已改为宁乡市，2024 年仍用旧名", "宁乡县 was no county any more in 2024"),
                Dialect.P303_1,
                "",
                2024,
                801);
        past.put("A2", "综合机关名称：宁乡县统计局").error("R-REGION-02");

        Balance nowhere = balance("没有地区.xlsx", Dialect.P303_1, "没有综合机关名称", "no office");
        nowhere.put("A2", "（合成样例）");
        nowhere.whole().error("R-REGION-03");
    }

    private void rowsAndColumns() {
        Card carrier = card("未知品种.xlsx", "“可燃冰”有数", "figures for a carrier that the form does not have");
        carrier.put("煤层气（煤田）", CAPTION, "可燃冰").error("R-CARRIER-01");
        carrier.put("煤层气（煤田）", TOTAL, 12.5);
        carrier.put("煤层气（煤田）", INDUSTRIAL, 12.5);

        Card code = card("品种代码不符.xlsx", "柴油的代码填了汽油的 19", "diesel with gasoline's code");
        code.put(DIESEL, CODE, "19").warning("R-CARRIER-02");

        Card twice = card(
                "同一行两次.xlsx", "汽油填了两行，第二行占了石脑油的位置", "gasoline stands twice, the second time in the place of naphtha");
        twice.put("石脑油", CAPTION, GASOLINE).error("R-ROW-02");

        Card unnamed = card("没有名称的行.xlsx", "燃料油的名称删掉了，数还在", "the caption of fuel oil was deleted, the figures stayed");
        unnamed.put("燃料油", TOTAL, 31.5).error("R-ROW-03");
        unnamed.put("燃料油", INDUSTRIAL, 31.5);
        unnamed.clear("燃料油", CAPTION);

        Card required = card("缺必报列.xlsx", "没有工业生产消费一列", "the column of industrial use is wanting");
        required.put("H8", "3.其他");
        required.whole().error("R-FORM-02");
        // the column that nobody knows is said too; without it 4 = 5 + 7 fails wherever there was production
        required.at("H8").info("R-FORM-04");
        required.at(Card.COAL, Card.OPENING).warning("R-205-1-20");
        for (String row : new String[] {Card.COAL, Card.BITUMINOUS, Card.GAS, DIESEL, ELECTRICITY}) {
            required.at(row, TOTAL).error("R-205-1-01");
        }

        Card columnTwice = card("同一列两次.xlsx", "两列都叫“2.非工业生产消费”", "two columns of non-industrial use");
        columnTwice.put("I8", "2.非工业\n生产消费");
        columnTwice.at("J8").error("R-FORM-03");

        Card foreign = card("自加的列.xlsx", "表末自加一列；柴油代码错", "a column of their own; diesel with a wrong code");
        foreign.put("O7", "备注数量");
        foreign.put("O31", 3);
        foreign.at("O7").info("R-FORM-04");
        foreign.put(DIESEL, CODE, "19").warning("R-CARRIER-02");

        Card sheets = card(
                "多余的工作表.xlsx",
                "另有一张没有填写的 205-2，一张与报表无关的工作表；柴油代码错",
                "a 205-2 that nobody filled in and a further sheet that is no form; diesel with a wrong code");
        Companion printed = Companion.of(sheets, PERIOD);
        printed.put("A4", "统一社会信用代码：");
        printed.put("A5", "单位详细名称：");
        printed.whole().info("R-FORM-09");
        Table other = new Table(sheets.sample(), "通讯录");
        other.line(1, "姓名", "电话").line(2, "张三", "12345").whole().info("R-FORM-05");
        sheets.put(DIESEL, CODE, "19").warning("R-CARRIER-02");

        Card below = card("下面的表.xlsx", "报表下面附了一张折标系数表", "a table of coefficients below the form");
        below.line(56, "能源名称", "系数").line(57, "原煤", 0.7143).line(58, "柴油", 1.4571);
        below.at("A56").info("R-FORM-06");
        below.put(DIESEL, CODE, "19").warning("R-CARRIER-02");

        Balance continued = balance("续表重复.xlsx", Dialect.P303_1, "续表又有原煤一栏", "the continued table has raw coal again");
        continues(continued);

        Balance row = balance("多出的行.xls", Dialect.YEARBOOK, "多出“数据中心”一行", "a row that the form does not have");
        row.put("下一行", "名称", "8.数据中心").error("R-ROW-01");
        row.put("下一行", Balance.ELECTRICITY, 3.3);

        Matrix matrix = new Matrix(
                file("矩阵行列.xlsx", "行业矩阵：一行不是行业，天然气的单位是吨", "industry matrix: a row that is no sector, gas in tonnes"),
                "长沙市",
                2001);
        matrix.put("建材", "行业", "数据中心").error("R-ROW-01");
        for (String fuel : new String[] {"原煤", "柴油", "电力"}) {
            matrix.at("合计", fuel).warning("R-MATRIX-01");
        }
        matrix.put("表头", "天然气", "天然气（吨）").error("R-UNIT-02");

        Card stacked = Card.of(
                file(
                        "上下两表.xlsx",
                        "两家单位的表上下相接，下面一家柴油合计多 100",
                        "cards of two units one below the other; in the lower one diesel is 100 too much"),
                places.plant(),
                PERIOD);
        Card lower = Card.on(stacked.sample(), "205-1", 60, places.plant(), PERIOD);
        lower.add(DIESEL, TOTAL, "100").error("R-205-1-01");
        lower.at(DIESEL, TOTAL).warning("R-205-1-12");
        lower.at(DIESEL, Card.CLOSING).warning("R-205-1-06");

        Sample book = file("一簿三家.xlsx", "一个工作簿三家单位，中间一家有错", "three units in a workbook, the second with a fault");
        Card.on(book, "甲", 0, places.plant(), PERIOD);
        Card second = Card.on(book, "乙", 0, places.plant(), PERIOD);
        Card.on(book, "丙", 0, places.plant(), PERIOD);
        second.put(Card.GAS, Card.RAW, "约三百吨").error("R-CELL-01");
    }

    /** A second header below, with raw coal again beside heat; what 续表 states again is a fault, whatever it says. */
    private static void continues(Balance balance) {
        balance.line(36, "续表");
        balance.line(37, "指标名称", "代码", "原煤", "热力", "液化天然气");
        balance.line(38, null, null, "（万吨）", "（百亿千焦）", "（万吨）");
        int row = 38;
        for (Line line : Line.values()) {
            balance.line(++row, line.p303, "%02d".formatted(row - 38));
            if (line == Line.INDUSTRY) {
                balance.put("C" + row, 2.5);
                balance.at("C" + row).error("R-FORM-07");
            }
            if (line == Line.INDUSTRY || line == Line.SECONDARY || line == Line.FINAL || line == Line.TOTAL) {
                balance.put("D" + row, 12.5);
            }
        }
    }

    private void units() {
        Balance none = balance("没有单位.xlsx", Dialect.P303_1, "天然气一栏没有单位", "the column of gas has no unit");
        none.put("J5", " ");
        none.head(Balance.GAS).error("R-UNIT-01");

        Card wrong = card("单位不符.xlsx", "电力的单位写成吨", "electricity in tonnes");
        wrong.put(ELECTRICITY, UNIT, "吨").error("R-UNIT-02");
    }

    private void codes() {
        Card none = card("没有代码.xlsx", "统一社会信用代码没有填", "no credit code");
        none.put("A4", "统一社会信用代码：");
        none.at("A4").error("R-UNIT-CODE-01");

        Card longer = card("代码位数.xlsx", "代码只有 17 位", "a code of 17 characters");
        longer.put("A4", "统一社会信用代码：" + longer.plant().code().substring(1)).error("R-UNIT-CODE-02");

        Card check = Card.of(
                file("校验位.xlsx", "信用代码末位错，也就不在名录中", "the check character is wrong, and so the unit is in no register"),
                places.stranger(),
                PERIOD);
        String code = check.plant().code();
        check.put("A4", "统一社会信用代码：" + code.substring(0, 17) + (code.endsWith("3") ? "4" : "3"))
                .warning("R-UNIT-CODE-03");
        check.at("A4").warning("R-REGISTER-05");

        Card organisation = Card.of(
                file(
                        "机构代码校验位.xls",
                        "九位组织机构代码的末位错，也不在名录中",
                        "an organisation code with a wrong check character, in no register"),
                places.stranger(),
                PERIOD);
        organisation.put("A4", "统一社会信用代码：74837261-5").warning("R-UNIT-CODE-04");
        organisation.at("A4").warning("R-REGISTER-05");

        Card stranger = Card.of(
                file("名录外.xlsx", "单位不在当年名录中：等待", "a unit that is in no register: it waits"), places.stranger(), PERIOD);
        stranger.at("A4").warning("R-REGISTER-05");
    }

    private void versions() {
        Plant plant = places.plant();
        Card first = Card.of(
                file("两版不一-甲.xlsx", "同一单位同一报告期两份，互有出入", "two differing versions of one statement"), plant, PERIOD);
        first.at("A4").error("R-VERSION-01");
        Card second =
                Card.of(file("两版不一-乙.xlsx", "同上，多出液化石油气 31.5 吨", "the same, with LPG 31.5 t more"), plant, PERIOD);
        second.burns("液化石油气", "31.5", "1.7143", "6.2");
        second.at("A4").error("R-VERSION-01");

        Card sheets = Card.of(
                file("一簿两张.xlsx", "同一单位同一报告期在一个工作簿里填了两张", "one unit and period on two sheets"), places.plant(), PERIOD);
        Card again = Card.on(sheets.sample(), "205-1 (2)", 0, sheets.plant(), PERIOD);
        again.at("A4").error("R-VERSION-02");
    }
}
