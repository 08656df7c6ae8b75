package org.tanzhang.samples.broken;

import static org.tanzhang.samples.broken.Export.COAL;
import static org.tanzhang.samples.broken.Export.CODE;
import static org.tanzhang.samples.broken.Export.DIESEL;
import static org.tanzhang.samples.broken.Export.ELECTRICITY;
import static org.tanzhang.samples.broken.Export.NAME;

/** The platform's exports: faults of single rows, and of the whole table. */
final class ExportChapter extends Chapter {

    private static final String MEASURE = "（205-1表）—消费合计";

    ExportChapter(Places places) {
        super("7-导出表", places);
    }

    /** An export of three sound rows and the first of them to be spoilt. */
    private record Rows(Export export, String first, String second, String third) {}

    private Rows rows(String name, Format format, String measure, String zh, String en) {
        Export export = new Export(file(name, format, zh, en), measure);
        Plant[] plants = {places.plant(), places.plant(), places.plant()};
        for (Plant plant : plants) {
            export.add(plant, Chapter.YEAR);
        }
        return new Rows(export, plants[0].code(), plants[1].code(), plants[2].code());
    }

    @Override
    void draw() {
        Rows sums = rows(
                "小计不等.xlsx",
                Format.XLSX,
                MEASURE,
                "一家原煤、一家其他石油制品、一家其他燃料的小计不等",
                "subtotals of coal, oil products and other fuels that their parts do not give");
        sums.export().add(sums.first(), COAL, "10").error("R-WIDE-01");
        sums.export().add(sums.second(), Export.OTHER_OIL, "5").error("R-WIDE-02");
        sums.export().add(sums.third(), Export.OTHER_FUELS, "900").info("R-WIDE-03");

        for (Format format : new Format[] {Format.XLS, Format.CSV, Format.CSV_GB18030}) {
            String name =
                    "文字和错误代码" + (format == Format.XLS ? ".xls" : format == Format.CSV ? "-UTF-8.csv" : "-GB18030.csv");
            Rows cells =
                    rows(name, format, MEASURE, "一家填文字，一家代码短一位，一家煤合计不等", "words, a code too short, a subtotal off");
            cells.export().put(cells.first(), DIESEL, "约三吨").error("R-CELL-01");
            cells.export().put(cells.second(), CODE, "9143010200000001").error("R-UNIT-CODE-02");
            cells.export().add(cells.third(), COAL, "10").error("R-WIDE-01");
        }

        Rows measure = rows("没有指标.xlsx", Format.XLSX, "（分指标导出）", "没有写明是哪个指标", "the measure is not named");
        measure.export().whole().error("R-MEASURE-01");

        Rows years = rows("年份.xlsx", Format.XLSX, MEASURE, "一家年份填“去年”", "“last year” in the year column");
        years.export().put(years.second(), Export.YEAR, "去年").error("R-PERIOD-02");

        Rows codes = rows(
                "没有代码.xls",
                Format.XLS,
                MEASURE,
                "一行没有信用代码；另有一行区县合计混在企业之中，也没有代码",
                "a row without a code; and a district's total among its enterprises");
        codes.export().clear(codes.second(), CODE).error("R-UNIT-CODE-05");
        String total = codes.export().nextRow();
        codes.export().put(total, NAME, "望城区规模以上工业合计");
        codes.export().put(total, Export.YEAR, YEAR);
        codes.export().put(total, ELECTRICITY, 5200);
        codes.export().at(total, CODE).error("R-UNIT-CODE-05");

        Export twice = new Export(file("一家两行.xlsx", "一家企业填了两行，数还不同", "an enterprise in two rows that differ"), MEASURE);
        Plant plant = places.plant();
        twice.add(plant, Chapter.YEAR).add(places.plant(), Chapter.YEAR).add(plant, Chapter.YEAR, "又一行");
        twice.add("又一行", ELECTRICITY, "100");
        twice.at("又一行", CODE).warning("R-REPORTER-01");
        twice.at(plant.code(), CODE).error("R-VERSION-01");
        twice.at("又一行", CODE).error("R-VERSION-01");

        Export none = new Export(file("没有行.xlsx", "只有表头", "a header and nothing below"), MEASURE);
        none.whole().warning("R-REPORTER-02");

        Rows carrier = rows("未知品种.csv", Format.CSV, MEASURE, "“可燃冰”一列有数", "a column that is no carrier");
        carrier.export().put("表头", DIESEL, "可燃冰(吨)");
        for (String row : new String[] {carrier.first(), carrier.second(), carrier.third()}) {
            carrier.export().at(row, DIESEL).error("R-CARRIER-01");
        }

        Rows check = rows("校验位.xlsx", Format.XLSX, MEASURE, "一家信用代码末位错", "a wrong check character");
        String code = check.first().substring(0, 17) + (check.first().endsWith("3") ? "4" : "3");
        check.export().put(check.first(), CODE, code).warning("R-UNIT-CODE-03");
        check.export().at(check.first(), CODE).warning("R-REGISTER-05");

        Rows unit = rows("单位.xls", Format.XLS, MEASURE, "电力的单位写成吨", "electricity in tonnes");
        unit.export().put("表头", ELECTRICITY, "电力(吨)").error("R-UNIT-02");
    }
}
