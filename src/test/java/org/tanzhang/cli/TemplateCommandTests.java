package org.tanzhang.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tanzhang.code.CheckCharacter;
import org.tanzhang.intake.template.TemplateWorkbook;

/** The office draws up the forms that it sends out. */
class TemplateCommandTests {

    /** The coal power plant of the sample. */
    private static final String PLANT = "91430112MAHC00471Q";

    @TempDir
    private Path folder;

    private Path forms;

    @BeforeEach
    void makeAFolderForTheForms() throws IOException {
        forms = Files.createDirectory(folder.resolve("forms"));
    }

    private Bureau bureau() {
        return Bureau.on(DatabaseServers.EMBEDDED, folder.resolve("home"));
    }

    @Test
    void aCardNamesItsUnitAndShowsWhatItStatedAYearBefore() throws IOException {
        Path card = forms.resolve("card.xlsx");
        Path balance = forms.resolve("balance.xls");
        Path register = forms.resolve("register.xlsx");
        Path inbox = Bureau.SAMPLES.resolve("inbox/2023");
        try (Bureau bureau = bureau()) {
            bureau.run(
                    "import",
                    inbox.resolve("名录_430100.xlsx").toString(),
                    inbox.resolve("区县_430112_望城区.xlsx").toString(),
                    inbox.resolve("企业_430112_047_火力发电.xlsx").toString());
            Bureau.Said said = bureau.run(
                    "template",
                    "--form",
                    "205-1",
                    "--unit",
                    PLANT,
                    "--year",
                    "2024",
                    "--out",
                    card.toString(),
                    "--json");
            assertThat(said.exitCode()).as(said.err()).isZero();
            assertThat(said.json().get("forms").toString()).isEqualTo("[\"205-1\",\"205-2\"]");
            assertThat(said.json().get("region_code").asString()).isEqualTo("430112");
            assertThat(said.json().get("unit_name").asString()).isEqualTo("虚构望城庚戌火力发电有限公司");
            assertThat(said.json().get("last_year_figures").asInt()).isEqualTo(80);
            assertThat(sheets(card)).containsExactly("205-1", "205-2", "上年数（205-1）", "上年数（205-2）");
            assertThat(texts(card, 0)).contains("统一社会信用代码：" + PLANT, "单位详细名称：虚构望城庚戌火力发电有限公司", "2024年");
            assertThat(texts(card, 2)).contains("2023年");
            // row 一般烟煤 of the sample's own workbook
            assertThat(numbers(card, 2)).contains(48344.96, 3070019.46, 2985017.37);
            assertThat(numbers(card, 0)).isEmpty();

            assertThat(bureau.run(
                                    "template",
                                    "--form",
                                    "P303-1",
                                    "--region",
                                    "望城区",
                                    "--year",
                                    "2024",
                                    "--out",
                                    balance.toString())
                            .out())
                    .contains("附上年数 112 个");
            assertThat(sheets(balance)).containsExactly("P303-1", "上年数（P303-1）");
            assertThat(numbers(balance, 1)).contains(-303.78, -279.63, 57.72);

            // the city keeps the register; the county gets its own lines
            assertThat(bureau.run(
                                    "template",
                                    "--form",
                                    "unit-register",
                                    "--region",
                                    "430112",
                                    "--year",
                                    "2024",
                                    "--out",
                                    register.toString())
                            .exitCode())
                    .isZero();
            assertThat(texts(register, 1)).contains(PLANT, "430112", "本地").doesNotContain("430121");

            Bureau.Said elsewhere = bureau.run(
                    "template",
                    "--form",
                    "205-1",
                    "--unit",
                    PLANT,
                    "--region",
                    "430121",
                    "--year",
                    "2024",
                    "--out",
                    forms.resolve("x.xlsx").toString());
            assertThat(elsewhere.exitCode()).isEqualTo(1);
            assertThat(elsewhere.err()).contains(PLANT + "（虚构望城庚戌火力发电有限公司）在单位名录中属于 430112，不在 430121");
            assertThat(forms.resolve("x.xlsx")).doesNotExist();
        }
    }

    @Test
    void aFormOfManyNamesThemAndShowsWhatEachStatedAYearBefore() throws IOException {
        Path inbox = Bureau.SAMPLES.resolve("inbox/2023");
        Path export = Files.writeString(folder.resolve("消费合计.csv"), """
                能源购进、消费与库存（消费合计）,,,,,,
                统一社会信用代码,单位详细名称,年份,原煤（吨）,柴油（吨）,汽油（吨）,电力（万千瓦时）
                91430112MAHC00471Q,虚构望城庚戌火力发电有限公司,2023,3070019.46,1200.5,,18000
                91430102MAHC00017Y,虚构芙蓉甲子印刷有限公司,2023,,12.5,3,880.4
                """);
        try (Bureau bureau = bureau()) {
            bureau.run(
                    "import",
                    inbox.resolve("名录_430100.xlsx").toString(),
                    inbox.resolve("指标_430100.xlsx").toString(),
                    inbox.resolve("产量_430100_主要产品.xlsx").toString(),
                    export.toString());
            Path indicators = template(bureau, 10, 50, "socio-economic");
            // 芙蓉区 in the sample's own workbook
            assertThat(row(indicators, 1, "芙蓉区"))
                    .containsExactly("芙蓉区", "430102", "2023", "846.63", "817.94", "5.3", "72.14", "43.0");
            assertThat(row(indicators, 0, "芙蓉区")).containsExactly("芙蓉区", "430102", "2024", "", "", "", "", "");

            // all of the register, those that reported first
            Path consumption = template(bureau, 110, 6, "wide-export", "--measure", "消费合计");
            assertThat(sheets(consumption)).containsExactly("能源购进、消费与库存（分指标导出表）", "上年数（能源购进、消费与库存（分指标导出表））");
            assertThat(texts(consumption, 0).indexOf(PLANT))
                    .isLessThan(texts(consumption, 0).indexOf("91430102MAHC00025R"));
            assertThat(row(consumption, 1, "虚构望城庚戌火力发电有限公司"))
                    .contains(PLANT, "2023", "3070019.46", "1200.5", "18000.0");
            assertThat(numbers(consumption, 0)).isEmpty();
            assertThat(numbers(consumption, 1)).hasSize(6);

            // of another measure nothing was stated
            assertThat(sheets(template(bureau, 110, 0, "wide-export", "--measure", "用于原材料")))
                    .hasSize(1);

            Path county = template(bureau, 12, 3, "wide-export", "--measure", "消费合计", "--region", "430112");
            assertThat(texts(county, 0)).contains(PLANT).doesNotContain("91430102MAHC00017Y");

            Path one = template(bureau, 1, 3, "wide-export", "--measure", "消费合计", "--unit", PLANT);
            assertThat(row(one, 1, "虚构望城庚戌火力发电有限公司")).contains("1200.5");

            Path products = template(bureau, 110, 8, "products-by-unit");
            assertThat(texts(products, 1)).contains("虚构浏阳己卯水泥有限公司", "（上年数，供填报时对照；不在本表填写，也不读取）");
        }
    }

    @Test
    void anXlsOfMoreUnitsThanItTakesIsRefusedWithTheRemedy() throws IOException {
        int units = TemplateWorkbook.MOST_BINARY + 1;
        String lines = IntStream.rangeClosed(1, units)
                .mapToObj(TemplateCommandTests::registerLine)
                .collect(Collectors.joining());
        Path register = Files.writeString(folder.resolve("名录_430100.csv"), """
                规模以上工业企业基本单位名录,,,,,
                2024年,,,,,
                序号,统一社会信用代码,单位详细名称,行业代码,区划代码,所在区县
                """ + lines);
        Path refused = forms.resolve("all.xls");
        try (Bureau bureau = bureau()) {
            Bureau.Said imported = bureau.run("import", register.toString());
            assertThat(imported.exitCode()).as(imported.out() + imported.err()).isZero();
            Bureau.Said said = bureau.run(
                    "template",
                    "--form",
                    "wide-export",
                    "--measure",
                    "消费合计",
                    "--year",
                    "2024",
                    "--out",
                    refused.toString());
            assertThat(said.exitCode()).isEqualTo(ExitCode.WRONG_USAGE);
            assertThat(said.err()).contains("10,001", "10,000", "请改用 .xlsx");
            assertThat(refused).doesNotExist();
            template(bureau, units, 0, "wide-export", "--measure", "消费合计");
        }
    }

    /** A unit of its own, with a credit code whose check character is right. */
    private static String registerLine(int number) {
        String code = "91430102MAYY%05d".formatted(number);
        return "%1$d,%2$s%3$s,虚构第%1$d印刷有限公司,2311,430102,芙蓉区\n"
                .formatted(number, code, CheckCharacter.ofCreditCode(code).orElseThrow());
    }

    /** @param reporters how many stand in it, and how many of their figures are shown */
    private Path template(Bureau bureau, int reporters, int figures, String form, String... options)
            throws IOException {
        Path file = Files.createTempDirectory(forms, form).resolve(form + ".xlsx");
        List<String> args = new ArrayList<>(List.of("template", "--form", form, "--year", "2024", "--json"));
        args.addAll(List.of(options));
        args.addAll(List.of("--out", file.toString()));
        Bureau.Said said = bureau.run(args.toArray(String[]::new));
        assertThat(said.exitCode()).as(said.err()).isZero();
        assertThat(said.json().get("reporters").asInt()).isEqualTo(reporters);
        assertThat(said.json().get("last_year_figures").asInt()).isEqualTo(figures);
        return file;
    }

    /** The row that begins so, as texts. */
    private static List<String> row(Path file, int number, String first) throws IOException {
        try (Workbook book = WorkbookFactory.create(file.toFile(), null, true)) {
            for (Row row : book.getSheetAt(number)) {
                if (row.getCell(0) != null && row.getCell(0).toString().equals(first)) {
                    List<String> cells = new ArrayList<>();
                    row.forEach(cell -> cells.add(cell.toString()));
                    return cells;
                }
            }
        }
        throw new AssertionError(first);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            --form 2051 --year 2024 --out x.xlsx                    | 没有表式 2051。有：
            --form P303-1 --year 2024 --region 430122 --out x.xlsx  | 区划代码 430122（望城县）在 2024 年不在使用。当年用 430112 望城区。
            --form P303-1 --year 2005 --region 430112 --out x.xlsx  | 区划代码 430112（望城区）在 2005 年不在使用。当年用 430122 望城县。
            --form P303-1 --year 2024 --region 999999 --out x.xlsx  | 地区代码表中没有 999999。
            --form P303-1 --year 24 --out x.xlsx                    | “24”不是年份
            --form P303-1 --year 2024 --out nowhere/x.xlsx          | 文件夹不存在
            --form P303-1 --year 2024 --out x.csv                   | 要以 .xlsx 或 .xls 结尾
            --form P303-1 --year 2024 --unit 91430112MAHC00471Q --out x.xlsx | 由地区填报
            --form 205-1 --year 2024 --unit 123 --out x.xlsx        | 不是统一社会信用代码
            --form P303-1 --year 2024 --out old.xlsx                | 文件已存在
            """)
    void whatCannotBeWrittenIsSaidBeforeTheDatabaseIsAsked(String arguments, String words) throws IOException {
        Files.writeString(forms.resolve("old.xlsx"), "old");
        List<String> args = new ArrayList<>(List.of("template"));
        for (String word : arguments.strip().split(" +")) {
            args.add(word.matches(".*\\.(xlsx|csv)") ? forms.resolve(word).toString() : word);
        }
        Bureau.Said said = withoutDatabase(args.toArray(String[]::new));
        assertThat(said.exitCode()).isEqualTo(1);
        assertThat(said.err()).contains(words);
        assertThat(Files.readString(forms.resolve("old.xlsx"))).isEqualTo("old");
        assertThat(forms.resolve("x.xlsx")).doesNotExist();
    }

    @Test
    void aBlankFormOfARegionNeedsNoDatabaseAndReplacesAFileOnlyWhenTold() throws IOException {
        Path file = Files.writeString(forms.resolve("old.xlsx"), "old");
        Bureau.Said said = withoutDatabase(
                "template",
                "--form",
                "p303-1",
                "--year",
                "2024",
                "--blank",
                "--force",
                "--lang",
                "en",
                "--out",
                file.toString());
        assertThat(said.exitCode()).as(said.err()).isZero();
        assertThat(said.out()).startsWith("Form P303-1: " + file);
        assertThat(sheets(file)).containsExactly("P303-1");
        assertThat(texts(file, 0)).contains("综合机关名称：长沙市统计局", "2024年");
    }

    /** Nothing answers under the database's address. */
    private static Bureau.Said withoutDatabase(String... args) {
        System.setProperty("spring.datasource.url", "jdbc:postgresql://localhost:1/none");
        System.setProperty("tanzhang.root", Bureau.ROOT.toString());
        try {
            StringWriter out = new StringWriter();
            StringWriter err = new StringWriter();
            int code = Tanzhang.run(new PrintWriter(out, true), new PrintWriter(err, true), args);
            return new Bureau.Said(code, out.toString(), err.toString());
        } finally {
            System.clearProperty("spring.datasource.url");
            System.clearProperty("tanzhang.root");
        }
    }

    private static List<String> sheets(Path file) throws IOException {
        try (Workbook book = WorkbookFactory.create(file.toFile(), null, true)) {
            List<String> names = new ArrayList<>();
            book.forEach(sheet -> names.add(sheet.getSheetName()));
            return names;
        }
    }

    private static List<String> texts(Path file, int sheet) throws IOException {
        return cells(file, sheet, CellType.STRING).stream()
                .map(String.class::cast)
                .toList();
    }

    private static List<Double> numbers(Path file, int sheet) throws IOException {
        return cells(file, sheet, CellType.NUMERIC).stream()
                .map(Double.class::cast)
                .toList();
    }

    private static List<Object> cells(Path file, int number, CellType type) throws IOException {
        try (Workbook book = WorkbookFactory.create(file.toFile(), null, true)) {
            Sheet sheet = book.getSheetAt(number);
            List<Object> found = new ArrayList<>();
            for (Row row : sheet) {
                for (Cell cell : row) {
                    if (cell.getCellType() == type) {
                        found.add(
                                type == CellType.STRING
                                        ? cell.getStringCellValue()
                                        : (Object) cell.getNumericCellValue());
                    }
                }
            }
            return found;
        }
    }
}
