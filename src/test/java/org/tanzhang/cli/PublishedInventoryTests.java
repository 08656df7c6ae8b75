package org.tanzhang.cli;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * The CO2 inventories that CEADs published for Hunan, cell by cell, from the energy inventories it published beside them
 * (Shan et al. 2018, 2020; Guan et al. 2021).
 */
class PublishedInventoryTests {

    private static final Path REFERENCE = Path.of("../shared/reference");
    private static final Path CEADS = REFERENCE.resolve("ceads-hunan");

    /** The 47 sectors in the order of the published tables. */
    private static final List<String> SECTORS = List.of(
            "agriculture 06 07 08 09 10 12 logging 13 14 15 16 17 18 19 20 21 22 23 24 25 26 27 28 rubber plastics 30 31"
                    .concat(" 32 33 34 35 transport-equipment 38 39 40 41 42 44 45 46 construction transport trade")
                    .concat(" other urban rural")
                    .split(" "));

    /** The 17 fuels in the order of their columns. */
    private static final List<String> FUELS = List.of(
            "raw-coal cleaned-coal other-washed-coal briquettes coke coke-oven-gas mixed-gas other-coking-products crude-oil"
                    .concat(" gasoline kerosene diesel fuel-oil lpg refinery-gas other-petroleum natural-gas")
                    .split(" "));

    private static final BigDecimal MEGATONNE = new BigDecimal(1_000_000);
    private static final int YEARS = 9;
    private static final int PUBLISHED_CELLS = 3297;

    @TempDir
    Path folder;

    @BeforeEach
    void theReferenceIsHere() {
        Assumptions.assumeTrue(Files.isDirectory(CEADS), "the reference folder is not here: skipped");
    }

    @Test
    void everyCellOfNineYearsComesOut() throws Exception {
        try (Bureau bureau = Bureau.on(DatabaseServers.EMBEDDED, folder)) {
            Bureau.Said imported = bureau.run("import", CEADS.toString(), "--json");
            assertThat(imported.exitCode()).as("the CO2 workbooks are no input").isEqualTo(2);
            imported.json().get("files").forEach(file -> {
                String name = file.get("file").asString();
                boolean energy = name.startsWith("hunan-energy") && name.endsWith(".xlsx");
                assertThat(file.get("verdict").asString()).as(name).isEqualTo(energy ? "accepted" : "unrecognised");
            });

            Bureau.Said accounted = bureau.run(
                    "account",
                    "--year",
                    "2011..2019",
                    "--region",
                    "430000",
                    "--factors",
                    "ceads-2018",
                    "--method",
                    "ceads-2018",
                    "--json");
            assertThat(accounted.exitCode()).as(accounted.err()).isZero();
            JsonNode runs = accounted.json().get("runs");
            assertThat(runs).hasSize(YEARS);

            int compared = 0;
            for (JsonNode run : runs) {
                int year = run.get("year").asInt();
                Published published = Published.read(CEADS.resolve("hunan-co2-" + year + ".xlsx"));
                Map<String, BigDecimal> own =
                        cells(bureau.ledger(year, "--run", run.get("run_id").asString()));
                compared += published.compare(year, own);
                close(
                        year + " total",
                        new BigDecimal(run.get("co2_t").get("scope1").asString()).divide(MEGATONNE),
                        published.total(),
                        "1e-12");
                if (year == 2012) {
                    assertThat(new BigDecimal(run.get("co2_t").get("scope1").asString())
                                    .divide(MEGATONNE)
                                    .setScale(9, java.math.RoundingMode.HALF_EVEN))
                            .isEqualByComparingTo("260.495608341");
                }
            }
            assertThat(compared).isEqualTo(PUBLISHED_CELLS);
        }
    }

    @Test
    void theRawBalanceOf2007GivesTheSameDieselOfTransport() throws Exception {
        try (Bureau bureau = Bureau.on(DatabaseServers.EMBEDDED, folder)) {
            bureau.run(
                    "import",
                    REFERENCE.resolve("balances/hunan-balance-2007.xls").toString());
            Bureau.Said accounted = bureau.run(
                    "account",
                    "--year",
                    "2007",
                    "--region",
                    "430000",
                    "--factors",
                    "ceads-2018",
                    "--method",
                    "ceads-2018",
                    "--json");
            String run = accounted.json().get("runs").get(0).get("run_id").asString();
            NamedCsvRecord diesel =
                    bureau.ledger(2007, "--run", run).byKey().get("430000/transport/diesel/final/top_down");
            // 263.6 x 10^4 t x 42.652 MJ/kg x 20.2 tC/TJ x 0.98 x 44.0095/12.0107
            assertThat(new BigDecimal(diesel.getField("activity"))).isEqualByComparingTo("2636000");
            close(
                    "diesel of transport",
                    new BigDecimal(diesel.getField("co2_t")).divide(MEGATONNE),
                    new BigDecimal("8.15530798247943"),
                    "1e-14");
        }
    }

    @Test
    void severalProvincesInOneWorkbookWorkByTheCodeListsAlone() throws Exception {
        Path workbook = folder.resolve("provinces.xlsx");
        provinces(workbook);
        try (Bureau bureau =
                Bureau.on(DatabaseServers.EMBEDDED, folder.resolve("home")).accountingBy("ceads-2018", "ceads-2018")) {
            Bureau.Said imported = bureau.run("import", workbook.toString(), "--json");
            assertThat(imported.exitCode()).as(imported.out()).isZero();
            List<String> statements = new ArrayList<>();
            imported.json()
                    .get("files")
                    .get(0)
                    .get("statements")
                    .forEach(s -> statements.add(s.get("sheet").asString() + " "
                            + s.get("region").asString() + " " + s.get("period").asString() + " "
                            + s.get("verdict").asString()));
            assertThat(statements)
                    .containsExactlyInAnyOrder(
                            "InnerMongolia2012 150000 2012 accepted",
                            "Hunan2012 430000 2012 accepted",
                            "Shaanxi2012 610000 2012 accepted");

            Bureau.Said accounted = bureau.run("account", "--year", "2012", "--region", "000000", "--json");
            assertThat(accounted.exitCode()).as(accounted.err()).isZero();
            JsonNode run = accounted.json().get("runs").get(0);
            Ledger ledger = bureau.ledger(2012, "--run", run.get("run_id").asString());
            assertThat(ledger.column("basis")).containsOnly("bottom_up");
            assertThat(ledger.column("region_code")).containsOnly("150000", "430000", "610000");
            // three times the same table: three times Hunan's published 260.495608341385 Mt
            close(
                    "three provinces",
                    new BigDecimal(run.get("co2_t").get("scope1").asString()).divide(MEGATONNE),
                    new BigDecimal("781.486825024155"),
                    "1e-12");
            // the method leaves scope 2 out: not accounted, which is no zero
            assertThat(bureau.query("""
                            select region_code, scope1_t > 0, scope2_consumption_t, scope2_net_import_t, scope2_missing
                            from report.city_by_year
                            union all
                            select region_code, scope1_t > 0, scope2_consumption_t, scope2_net_import_t, scope2_missing
                            from report.county_by_year order by region_code
                            """))
                    .containsExactly(
                            List.of("000000", "t", "null", "null", "0"),
                            List.of("150000", "t", "null", "null", "0"),
                            List.of("430000", "t", "null", "null", "0"),
                            List.of("610000", "t", "null", "null", "0"));
        }
    }

    @Test
    void captionsAndUnitRowsAsOtherYearsPrintThemAreReadAlike() throws Exception {
        Path workbook = folder.resolve("variant.xlsx");
        variant(workbook);
        try (Bureau bureau = Bureau.on(DatabaseServers.EMBEDDED, folder.resolve("home"))) {
            bureau.run("import", CEADS.resolve("hunan-energy-2012.xlsx").toString());
            Bureau.Said said = bureau.run("import", workbook.toString(), "--json");
            // other captions, the same content: nothing to account anew
            assertThat(said.exitCode()).as(said.out()).isZero();
            assertThat(bureau.query("select count(distinct content_digest) from intake.statement"))
                    .isEqualTo(List.of(List.of("1")));
        }
    }

    /** Cells in Mt: final use of a sector and fuel; division 44 with its inputs to power and heat. */
    private static Map<String, BigDecimal> cells(Ledger ledger) {
        Map<String, BigDecimal> cells = new HashMap<>();
        for (NamedCsvRecord row : ledger.rows()) {
            cells.merge(
                    row.getField("sector_code") + "/" + row.getField("carrier_code"),
                    new BigDecimal(row.getField("co2_t")),
                    BigDecimal::add);
        }
        return cells;
    }

    private static void close(String what, BigDecimal actual, BigDecimal expected, String relative) {
        assertThat(actual)
                .as(what)
                .isCloseTo(
                        expected,
                        Offset.offset(expected.abs().multiply(new BigDecimal(relative), MathContext.DECIMAL64)));
    }

    /** A published CO2 inventory: cells in Mt. */
    private record Published(Map<String, BigDecimal> cells) {

        static Published read(Path file) throws IOException {
            Map<String, BigDecimal> cells = new HashMap<>();
            try (InputStream in = Files.newInputStream(file);
                    Workbook workbook = WorkbookFactory.create(in)) {
                Sheet sheet = workbook.getSheetAt(0);
                int first = 0;
                while (!text(sheet.getRow(first)).startsWith("Farming")) {
                    first++;
                }
                for (int s = 0; s < SECTORS.size(); s++) {
                    for (int f = 0; f < FUELS.size(); f++) {
                        Cell cell = sheet.getRow(first + s).getCell(f + 1);
                        if (cell != null && cell.getCellType() == CellType.NUMERIC && cell.getNumericCellValue() != 0) {
                            cells.put(
                                    SECTORS.get(s) + "/" + FUELS.get(f),
                                    BigDecimal.valueOf(cell.getNumericCellValue()));
                        }
                    }
                }
            }
            return new Published(cells);
        }

        private static String text(Row row) {
            return row == null || row.getCell(0) == null ? "" : row.getCell(0).toString();
        }

        int compare(int year, Map<String, BigDecimal> own) {
            cells.forEach((key, expected) -> close(
                    year + " " + key, own.getOrDefault(key, BigDecimal.ZERO).divide(MEGATONNE), expected, "1e-9"));
            own.forEach((key, value) -> {
                if (!cells.containsKey(key)) {
                    assertThat(value).as(year + " " + key + " is not published").isZero();
                }
            });
            return cells.size();
        }

        BigDecimal total() {
            return cells.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        }
    }

    /** One workbook as published: a NOTE, and a sheet a province, here thrice Hunan's table. */
    private static void provinces(Path target) throws IOException {
        try (InputStream in = Files.newInputStream(CEADS.resolve("hunan-energy-2012.xlsx"));
                XSSFWorkbook workbook = new XSSFWorkbook(in);
                OutputStream out = Files.newOutputStream(target)) {
            workbook.cloneSheet(0, "InnerMongolia2012");
            workbook.cloneSheet(0, "Shaanxi2012");
            workbook.createSheet("NOTE").createRow(0).createCell(0).setCellValue("Please cite the papers.");
            workbook.setSheetOrder("NOTE", 0);
            workbook.setSheetOrder("InnerMongolia2012", 1);
            workbook.write(out);
        }
    }

    /** Hunan 2012 with blanks for underscores, trailing blanks, no caption above the labels, a blank row under the units. */
    private static void variant(Path target) throws IOException {
        try (InputStream in = Files.newInputStream(CEADS.resolve("hunan-energy-2012.xlsx"));
                XSSFWorkbook workbook = new XSSFWorkbook(in);
                OutputStream out = Files.newOutputStream(target)) {
            Sheet sheet = workbook.getSheetAt(0);
            for (Cell cell : sheet.getRow(0)) {
                cell.setCellValue(cell.getStringCellValue().replace('_', ' ') + " ");
            }
            sheet.getRow(0).getCell(0).setBlank();
            sheet.getRow(1).getCell(0).setBlank();
            sheet.getRow(0).getCell(2).setCellValue("CleanedCoal");
            sheet.shiftRows(2, sheet.getLastRowNum(), 1);
            for (Row row : sheet) {
                Cell label = row.getCell(0);
                if (label != null && label.toString().contains(" & ")) {
                    label.setCellValue(label.toString().replace(" & ", " and "));
                }
            }
            workbook.write(out);
        }
    }
}
