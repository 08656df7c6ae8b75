package org.tanzhang.cli;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/** A night on the sample city, against results that were worked out apart from the program. */
class SampleNightTests {

    private static final Path INBOX = Bureau.SAMPLES.resolve("inbox");
    private static final Path EXPECTED = Bureau.SAMPLES.resolve("expected");

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource(DatabaseServers.class)
    void aNightGivesTheExpectedLedgersAndASecondOneChangesNothing(DatabaseServers server) throws Exception {
        try (Bureau bureau = Bureau.on(server, folder)) {
            Path outbox = folder.resolve("outbox");
            Bureau.Said night = night(bureau, INBOX, outbox);
            assertThat(night.exitCode()).as(night.err()).isZero();

            for (int year : new int[] {2023, 2024}) {
                Ledger ledger = bureau.ledger(year);
                ExpectedLedger.assertEquals(EXPECTED.resolve("ledger-" + year + ".csv"), ledger);
                assertThat(ledger.digest())
                        .as("digest of the exported lines")
                        .isEqualTo(run(night.json().get("runs"), year)
                                .get("digest")
                                .asString());
                assertThat(outbox.resolve("长沙市" + year + "年能源碳排放清单.xlsx")).isNotEmptyFile();
            }
            totalsAgree(bureau);
            bothLevelsClose(bureau);
            memoStandsBeside(bureau);

            Bureau.Said again = night(bureau, INBOX, outbox);
            assertThat(again.exitCode()).as(again.err()).isZero();
            assertThat(again.json().get("runs")).as("runs made the second time").isEmpty();
            assertThat(verdicts(again)).containsOnly("duplicate");
            assertThat(bureau.query("select count(*) from ledger.run")).isEqualTo(List.of(List.of("2")));
            assertThat(bureau.run("nightly", "--inbox", INBOX.toString(), "--outbox", outbox.toString())
                            .out())
                    .contains("没有变化");
        }
    }

    /** PostgreSQL's own sums over the reporting views, against the totals worked out apart from the program. */
    private static void totalsAgree(Bureau bureau) throws Exception {
        for (NamedCsvRecord total :
                Ledger.read(Files.readString(EXPECTED.resolve("totals.csv"))).rows()) {
            String view = total.getField("region_code").equals("430100") ? "city_by_year" : "county_by_year";
            List<List<String>> rows = bureau.query(
                    "select scope1_t, scope2_consumption_t, scope2_net_import_t from report.%s where year = %s and region_code = '%s'"
                            .formatted(view, total.getField("year"), total.getField("region_code")));
            String[] columns = {"scope1_t", "scope2_consumption_t", "scope2_net_import_t"};
            for (int c = 0; c < columns.length; c++) {
                assertThat(new BigDecimal(rows.get(0).get(c)))
                        .as(total + " " + columns[c])
                        .isCloseTo(
                                new BigDecimal(total.getField(columns[c])),
                                org.assertj.core.data.Offset.offset(new BigDecimal("0.001")));
            }
        }
    }

    /** Clinker 10 253 085 t x 0.538, lime 19 032 x 0.683, limestone 33 305 x 0.43, dolomite 7 613 x 0.474 of the sample's works. */
    private static void memoStandsBeside(Bureau bureau) throws Exception {
        assertThat(bureau.query("""
                        select subject_code, trim_scale(sum(activity)), trim_scale(sum(co2_t)) from report.memo
                        where year = 2024 and kind = 'process' and not inside_total group by 1 order by 1
                        """))
                .containsExactly(
                        List.of("cement-clinker", "10253085", "5516159.73"),
                        List.of("flux-dolomite", "7613", "3608.562"),
                        List.of("flux-limestone", "33305", "14321.15"),
                        List.of("lime", "19032", "12998.856"));
    }

    /** City = counties + residual, exactly, in every sector group x carrier group x flow. */
    private static void bothLevelsClose(Bureau bureau) throws Exception {
        assertThat(bureau.query("""
                        select run_id, sector_group, carrier_group, flow
                        from report.ledger where flow <> 'net-import'
                        group by 1, 2, 3, 4
                        having coalesce(sum(activity) filter (where basis in ('bottom_up', 'residual')), 0)
                               <> coalesce(sum(activity) filter (where basis = 'top_down'), 0)
                            or coalesce(sum(co2_t) filter (where basis in ('bottom_up', 'residual')), 0)
                               <> coalesce(sum(co2_t) filter (where basis = 'top_down'), 0)
                        """)).isEmpty();
    }

    @Test
    void theDigestDependsNeitherOnTheOrderOfFilesNorOnThreadsNorOnCalls() throws Exception {
        List<Path> files = new ArrayList<>();
        try (Stream<Path> all = Files.walk(INBOX.resolve("2024"))) {
            all.filter(Files::isRegularFile).forEach(files::add);
        }
        String inOneCall;
        try (Bureau bureau =
                Bureau.on(DatabaseServers.EMBEDDED, folder.resolve("a")).withThreads(1)) {
            bureau.run("import", INBOX.resolve("2024").toString());
            inOneCall = digest(bureau.run("account", "--year", "2024", "--json"));
        }
        Collections.shuffle(files, new Random(20240101));
        try (Bureau bureau =
                Bureau.on(DatabaseServers.EMBEDDED, folder.resolve("b")).withThreads(4)) {
            importAll(bureau, files.subList(0, 40));
            importAll(bureau, files.subList(40, files.size()));
            assertThat(digest(bureau.run("account", "--year", "2024", "--json")))
                    .isEqualTo(inOneCall);
        }
    }

    private static void importAll(Bureau bureau, List<Path> files) {
        List<String> args = new ArrayList<>(List.of("import"));
        files.forEach(f -> args.add(f.toString()));
        assertThat(bureau.run(args.toArray(String[]::new)).exitCode()).isZero();
    }

    static Bureau.Said night(Bureau bureau, Path inbox, Path outbox) {
        return bureau.run("nightly", "--inbox", inbox.toString(), "--outbox", outbox.toString(), "--json");
    }

    private static String digest(Bureau.Said accounted) {
        return accounted.json().get("runs").get(0).get("digest").asString();
    }

    private static JsonNode run(JsonNode runs, int year) {
        for (JsonNode run : runs) {
            if (run.get("year").asInt() == year) {
                return run;
            }
        }
        throw new IllegalStateException("no run of " + year);
    }

    static List<String> verdicts(Bureau.Said imported) {
        List<String> verdicts = new ArrayList<>();
        imported.json().get("files").forEach(f -> verdicts.add(f.get("verdict").asString()));
        return verdicts;
    }
}
