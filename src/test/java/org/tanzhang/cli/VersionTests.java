package org.tanzhang.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.apache.poi.ss.util.CellReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** How versions of one statement behave: supersession, duplicates, rivals, waiting cards. */
class VersionTests {

    @TempDir
    Path folder;

    private Path inbox = Path.of("");

    @BeforeEach
    void aCountyWithOneEnterprise() throws IOException {
        inbox = Files.createDirectories(folder.resolve("inbox"));
        for (String name : List.of("名录_430100.xlsx", "区县_430102_芙蓉区.xlsx", "企业_430102_001_印刷.xlsx")) {
            Files.copy(sample(name), inbox.resolve(name));
        }
    }

    @Test
    void theSameBytesTwiceAreANoOpThatSaysSo() throws Exception {
        try (Bureau bureau = bureau()) {
            assertThat(verdicts(bureau, inbox)).containsOnly("accepted");
            assertThat(verdicts(bureau, inbox)).containsOnly("duplicate");
            assertThat(bureau.query("select count(*) from intake.statement")).isEqualTo(List.of(List.of("3")));
        }
    }

    @Test
    void aCorrectedWorkbookSupersedesTheEarlierOneWhichStaysReadable() throws Exception {
        Path corrected = corrected("新版.xlsx", "1234.5");
        try (Bureau bureau = bureau()) {
            bureau.run("import", inbox.toString());
            String before = diesel(bureau);

            assertThat(verdicts(bureau, corrected)).containsExactly("accepted");

            assertThat(diesel(bureau)).isNotEqualTo(before);
            assertThat(bureau.query("select count(*) from intake.statement where form = '205-1'"))
                    .isEqualTo(List.of(List.of("2")));
            // the first version in the folder beside its correction is known to be superseded, night after night
            Files.copy(corrected, inbox.resolve("新版.xlsx"));
            assertThat(verdicts(bureau, inbox))
                    .containsExactlyInAnyOrder("duplicate", "duplicate", "duplicate", "superseded");
        }
    }

    @Test
    void bytesOfASupersededVersionAreAcceptedAnewWhenTheyComeAlone() throws Exception {
        try (Bureau bureau = bureau()) {
            bureau.run("import", inbox.toString());
            String first = diesel(bureau);
            bureau.run("import", corrected("新版.xlsx", "1234.5").toString());

            assertThat(verdicts(bureau, inbox.resolve("企业_430102_001_印刷.xlsx"))).containsExactly("accepted");
            assertThat(diesel(bureau)).isEqualTo(first);
        }
    }

    @Test
    void twoNewVersionsInOneCallAreBothReturned() throws Exception {
        Path rivals = Files.createDirectories(folder.resolve("rivals"));
        Files.move(corrected("甲.xlsx", "100"), rivals.resolve("甲.xlsx"));
        Files.move(corrected("乙.xlsx", "200"), rivals.resolve("乙.xlsx"));
        try (Bureau bureau = bureau()) {
            Bureau.Said said = bureau.run("import", rivals.toString(), "--json");
            assertThat(said.exitCode()).isEqualTo(2);
            assertThat(SampleNightTests.verdicts(said)).containsExactly("returned", "returned");
            assertThat(said.out()).contains("R-VERSION-01", "乙.xlsx、甲.xlsx");
            assertThat(bureau.query("select count(*) from intake.current_statement"))
                    .isEqualTo(List.of(List.of("0")));
            // one of them alone is no rival any more
            assertThat(verdicts(bureau, rivals.resolve("甲.xlsx"))).containsExactly("waiting");
        }
    }

    @Test
    void aCardWithoutARegisterEntryWaitsAndCountsOnceTheRegisterListsIt() throws Exception {
        try (Bureau bureau = bureau()) {
            Path card = inbox.resolve("企业_430102_001_印刷.xlsx");
            assertThat(verdicts(bureau, card)).containsExactly("waiting");
            bureau.run("import", inbox.resolve("区县_430102_芙蓉区.xlsx").toString());
            bureau.run("account", "--year", "2024");
            assertThat(enterprises(bureau)).isEqualTo("0");

            bureau.run("import", inbox.resolve("名录_430100.xlsx").toString());
            bureau.run("account", "--year", "2024");
            assertThat(enterprises(bureau)).isNotEqualTo("0");
        }
    }

    @Test
    void oneFaultyFileDoesNotStopTheOthersAndNothingOfItReachesTheLedger() throws Exception {
        Files.copy(Bureau.SAMPLES.resolve("broken/4-企业表/01-合计不等.xlsx"), inbox.resolve("坏.xlsx"));
        try (Bureau bureau = bureau()) {
            Bureau.Said said = bureau.run(
                    "import",
                    inbox.toString(),
                    "--json",
                    "--returned",
                    folder.resolve("returned").toString());
            assertThat(said.exitCode()).isEqualTo(2);
            assertThat(SampleNightTests.verdicts(said))
                    .containsExactlyInAnyOrder("accepted", "accepted", "accepted", "returned");
            assertThat(folder.resolve("returned/坏.xlsx")).isNotEmptyFile();
            JsonNode sum = said.json()
                    .get("files")
                    .valueStream()
                    .flatMap(f -> f.get("findings").valueStream())
                    .filter(f -> f.get("rule").asString().equals("R-205-1-01"))
                    .findFirst()
                    .orElseThrow();
            assertThat(sum.get("cell").asString()).isEqualTo("G24");
            assertThat(sum.get("cells")
                            .valueStream()
                            .map(c -> c.get("sheet").asString() + "!"
                                    + c.get("cell").asString()))
                    .as("total, industrial, non-industrial")
                    .containsExactly("205-1!G24", "205-1!H24", "205-1!J24");
            assertThat(bureau.query(
                            "select array_to_string(related, ' ') from intake.finding where rule = 'R-205-1-01'"))
                    .isEqualTo(List.of(List.of("205-1!H24 205-1!J24")));
            bureau.run("account", "--year", "2024");
            assertThat(bureau.query("""
                            select count(*) from ledger.entry_source x join intake.observation o using (observation_id)
                            join intake.statement s using (statement_id) where s.faulty
                            """)).isEqualTo(List.of(List.of("0")));
        }
    }

    @Test
    void nothingThatWasReceivedCanBeChangedOrDeleted() throws Exception {
        try (Bureau bureau = bureau()) {
            bureau.run("import", inbox.toString());
            for (String change : List.of(
                    "update intake.observation set value = 1",
                    "delete from intake.submission",
                    "truncate intake.verdict",
                    "update ledger.entry set co2_t = 0")) {
                org.assertj.core.api.Assertions.assertThatThrownBy(() -> {
                            try (var connection = bureau.database().connect();
                                    var statement = connection.createStatement()) {
                                statement.execute(change);
                            }
                        })
                        .as(change)
                        .hasMessageContaining("append-only");
            }
        }
    }

    private Bureau bureau() {
        return Bureau.on(DatabaseServers.EMBEDDED, folder.resolve("home"));
    }

    private static Path sample(String name) throws IOException {
        try (Stream<Path> files = Files.walk(Bureau.SAMPLES.resolve("inbox/2024"))) {
            return files.filter(f -> f.getFileName().toString().equals(name))
                    .findFirst()
                    .orElseThrow();
        }
    }

    /** The enterprise's card with another diesel consumption, rows 4 = 5 + 7 kept. */
    private Path corrected(String name, String diesel) throws IOException {
        Path target = folder.resolve(name);
        try (InputStream in = Files.newInputStream(sample("企业_430102_001_印刷.xlsx"));
                Workbook workbook = WorkbookFactory.create(in);
                OutputStream out = Files.newOutputStream(target)) {
            for (var row : workbook.getSheetAt(0)) {
                var label = row.getCell(0);
                if (label != null && label.toString().contains("柴油")) {
                    for (String column : List.of("E", "G", "H")) {
                        row.createCell(CellReference.convertColStringToIndex(column))
                                .setCellValue(Double.parseDouble(diesel));
                    }
                    // bought in the year and burnt: 7.5 thousand yuan a tonne
                    row.createCell(CellReference.convertColStringToIndex("D")).setBlank();
                    row.createCell(CellReference.convertColStringToIndex("F"))
                            .setCellValue(Double.parseDouble(diesel) * 7.5);
                    row.createCell(CellReference.convertColStringToIndex("J")).setBlank();
                    row.createCell(CellReference.convertColStringToIndex("K")).setBlank();
                    row.createCell(CellReference.convertColStringToIndex("L")).setBlank();
                }
            }
            workbook.write(out);
        }
        return target;
    }

    private static List<String> verdicts(Bureau bureau, Path path) {
        return SampleNightTests.verdicts(bureau.run("import", path.toString(), "--json"));
    }

    private static String diesel(Bureau bureau) throws Exception {
        return bureau.query("""
                        select o.value from intake.observation o join intake.current_statement s using (statement_id)
                        where s.form = '205-1' and o.item = 'consumption' and o.carrier = 'diesel'
                        """).toString();
    }

    private static String enterprises(Bureau bureau) throws Exception {
        return bureau.query("select count(*) from ledger.entry where reporter_code <> '' and run_id ="
                        + " (select max(run_id) from ledger.run)")
                .get(0)
                .get(0);
    }
}
