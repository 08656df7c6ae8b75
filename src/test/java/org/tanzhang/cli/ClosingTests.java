package org.tanzhang.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** How the two levels of the sample city close: reasons, years and the balanced account, against PostgreSQL's own sums. */
class ClosingTests {

    private static final String KEROSENE = "430100,transport,kerosene,final,,,aviation-and-rail";

    @TempDir
    Path folder;

    /** The balances of city and counties, both years; no cards, so that a night is short. */
    private Path inbox() throws IOException {
        return inbox("202[34]");
    }

    private Path inbox(String years) throws IOException {
        Path inbox = Files.createDirectories(folder.resolve("inbox"));
        try (Stream<Path> files = Files.walk(Bureau.SAMPLES.resolve("inbox"))) {
            for (Path file : files.filter(f -> f.getFileName().toString().matches("(市|区县)_.*"))
                    .filter(f -> f.getParent().getFileName().toString().matches(years))
                    .toList()) {
                Files.copy(file, inbox.resolve(file.getName(file.getNameCount() - 2) + "_" + file.getFileName()));
            }
        }
        return inbox;
    }

    private Path referenceData() throws IOException {
        Path copy = folder.resolve("reference");
        Path own = Bureau.ROOT.resolve("emission-factors");
        try (Stream<Path> files = Files.walk(own)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path target = copy.resolve(own.relativize(file).toString());
                Files.createDirectories(target.getParent());
                Files.copy(file, target);
            }
        }
        return copy;
    }

    private static JsonNode night(Bureau bureau, Path inbox, Path outbox) {
        Bureau.Said said = bureau.run("nightly", "--inbox", inbox.toString(), "--outbox", outbox.toString(), "--json");
        assertThat(said.exitCode()).as(said.err()).isZero();
        return said.json().get("runs");
    }

    private static List<String> years(JsonNode runs) {
        return StreamSupport.stream(runs.spliterator(), false)
                .map(r -> r.get("year").asString())
                .toList();
    }

    @Test
    void aReasonAssignedAnewIsAccountedAnewAndMovesNoFigure() throws Exception {
        Path reference = referenceData();
        Path inbox = inbox();
        Path outbox = folder.resolve("outbox");
        try (Bureau bureau =
                Bureau.on(DatabaseServers.EMBEDDED, folder.resolve("home")).withReferenceData(reference)) {
            JsonNode first = night(bureau, inbox, outbox);
            assertThat(years(first)).containsExactly("2023", "2024");
            assertThat(reasons(bureau, 2)).containsExactly(List.of("624100", "aviation-and-rail", "空铁", "12482"));

            Path file = reference.resolve("codes/residuals.csv");
            Files.writeString(
                    file,
                    Files.readString(file)
                            + "430100,transport,kerosene,final,2024,2024,statistical-difference,0.12,万吨,,,\n");
            JsonNode again = night(bureau, inbox, outbox);
            assertThat(years(again)).containsExactly("2024");
            assertThat(again.get(0).get("digest").asString())
                    .isEqualTo(first.get(1).get("digest").asString());
            assertThat(reasons(bureau, 3))
                    .containsExactly(
                            List.of("622900", "aviation-and-rail", "空铁", "12482"),
                            List.of("1200", "statistical-difference", "统计差额", "12482"));
            assertThat(years(night(bureau, inbox, outbox))).isEmpty();

            theYearsAreCompared(bureau);
            Files.writeString(
                    file, Files.readString(file).replace(KEROSENE, "430100,transport,kerosene,final,,,weather"));
            Bureau.Said faulty = bureau.run("account", "--year", "2024");
            assertThat(faulty.exitCode()).isEqualTo(3);
            assertThat(faulty.err()).contains("residuals.csv:2: reason weather is not in residual-reasons.csv");
        }
    }

    private static List<List<String>> reasons(Bureau bureau, int run) throws Exception {
        return bureau.query("select activity, reason, reason_zh, tolerance from report.residual_reason"
                + " where carrier_group = 'kerosene' and run_id = " + run + " order by abs(activity) desc");
    }

    /** report.residual_history against sums over report.ledger. */
    private static void theYearsAreCompared(Bureau bureau) throws Exception {
        assertThat(bureau.query("""
                        select h.year, h.sector_group, h.carrier_group, h.flow
                        from report.residual_history h
                        full join (
                            select run_id, sector_group, carrier_group, flow,
                                   coalesce(sum(activity) filter (where basis = 'residual'), 0) as residual,
                                   sum(activity) filter (where basis = 'top_down') as city
                            from report.ledger where flow <> 'net-import' and run_id in (1, 3)
                            group by run_id, sector_group, carrier_group, flow
                            having count(*) filter (where basis = 'top_down') > 0
                        ) l using (run_id, sector_group, carrier_group, flow)
                        where h.activity is distinct from l.residual or h.city_activity is distinct from l.city
                        """)).isEmpty();
        assertThat(bureau.query("""
                        select year, activity, city_activity, round(share, 4), round(change, 4), reasons
                        from report.residual_history where sector_group = 'transport' and carrier_group = 'diesel'
                        order by year
                        """))
                .containsExactly(
                        List.of("2023", "82300", "701900", "0.1173", "null", "cross-county-transport"),
                        List.of("2024", "79400", "687500", "0.1155", "-0.0018", "cross-county-transport"));
    }

    @Test
    void aMethodMayAskForABalancedAccountBesideTheRawOne() throws Exception {
        Path outbox = folder.resolve("outbox");
        try (Bureau bureau = Bureau.on(DatabaseServers.EMBEDDED, folder.resolve("home"))) {
            bureau.run("import", inbox().toString());
            bureau.run("account", "--year", "2024");
            Bureau.Said said = bureau.run("account", "--year", "2024", "--method", "city-county-2025-balanced");
            assertThat(said.exitCode()).as(said.err()).isZero();
            assertThat(bureau.query("select run_id, count(*) > 100 from report.balanced group by run_id"))
                    .containsExactly(List.of("2", "t"));
            theRawAccountIsTheSame(bureau);
            theBalancedAccountCloses(bureau, 2);
            for (String table : List.of("balanced", "residual_note")) {
                assertThatThrownBy(() -> bureau.query("delete from ledger." + table + " returning 1"))
                        .hasMessageContaining("append-only");
            }
            bureau.run(
                    "inventory",
                    "--year",
                    "2024",
                    "--run",
                    "1",
                    "--out",
                    outbox.resolve("raw").toString());
            bureau.run(
                    "inventory",
                    "--year",
                    "2024",
                    "--run",
                    "2",
                    "--out",
                    outbox.resolve("balanced").toString());
            assertThat(sheets(outbox.resolve("raw"))).contains("差额").doesNotContain("平衡账");
            assertThat(sheets(outbox.resolve("balanced"))).contains("差额", "平衡账");
        }
    }

    @Test
    void aBalancedAccountIsSpreadByThePeopleThatCountiesState() throws Exception {
        Path reference = referenceData();
        Files.writeString(reference.resolve("methods/by-people.yml"), """
                id: by-people
                extends: city-county-2025
                title: {zh: 差额按人口摊, en: Residuals by population}
                document: 测试
                balancing: indicator
                balancing-indicator: population
                """);
        Path inbox = inbox("2024");
        SampleWorkbook.of(2024, "指标_430100").save(inbox.resolve("指标2024"));
        Path outbox = folder.resolve("outbox");
        try (Bureau bureau = Bureau.on(DatabaseServers.EMBEDDED, folder.resolve("home"))
                .withReferenceData(reference)
                .accountingBy("cn-hunan-2025", "by-people")) {
            JsonNode first = night(bureau, inbox, outbox);
            assertThat(years(first)).containsExactly("2024");
            theBalancedAccountCloses(bureau, 1);
            theWeightsAreThePeople(bureau);
            assertThat(years(night(bureau, inbox, outbox))).isEmpty();

            // other people in one county: the raw account says what it said, but the run is another
            SampleWorkbook.of(2024, "指标_430100")
                    .row("岳麓区", people -> people * 1.5, 5)
                    .save(inbox.resolve("指标2024"));
            JsonNode again = night(bureau, inbox, outbox);
            assertThat(years(again)).containsExactly("2024");
            assertThat(again.get(0).get("digest").asString())
                    .isEqualTo(first.get(0).get("digest").asString());
            theBalancedAccountCloses(bureau, 2);
            theWeightsAreThePeople(bureau);
            assertThat(bureau.query("""
                            select distinct a.region_code, trim_scale(b.weight / a.weight)
                            from report.balanced a join report.balanced b
                                using (region_code, sector_group, carrier_group, flow)
                            where a.run_id = 1 and b.run_id = 2 and a.weight <> b.weight
                            """)).containsExactly(List.of("430104", "1.5"));
            assertThat(bureau.query("""
                            select count(distinct r.inputs_digest), count(*), count(distinct s.content_digest) from ledger.run r
                            join ledger.run_statement using (run_id) join intake.statement s using (statement_id)
                            where s.form = 'socio-economic' and s.year = 2024
                            """)).containsExactly(List.of("2", "18", "10"));
        }
    }

    /** Weights are what PostgreSQL reads in the office's cells, and what is spread is in their proportion. */
    private static void theWeightsAreThePeople(Bureau bureau) throws Exception {
        assertThat(bureau.query("""
                        select count(distinct b.region_code), count(*) filter (where b.weight is distinct from i.population)
                        from report.balanced b join report.indicator i using (run_id, region_code)
                        where b.weight_of = 'population' and b.level = 'county'
                        """)).containsExactly(List.of("9", "0"));
        assertThat(bureau.query("""
                        with cell as (
                            select run_id, sector_group, carrier_group, flow, sum(adjustment) as gap, sum(weight) as people
                            from report.balanced where weight_of = 'population' and level = 'county'
                            group by 1, 2, 3, 4 having min(balanced_activity) > 0 and sum(adjustment) <> 0
                        )
                        select count(*) > 20, count(*) filter (where abs(b.adjustment - gap * weight / people) > 0.00001)
                        from cell join report.balanced b using (run_id, sector_group, carrier_group, flow)
                        where b.level = 'county'
                        """)).containsExactly(List.of("t", "0"));
    }

    private static void theRawAccountIsTheSame(Bureau bureau) throws Exception {
        String columns = "region_code, sector_code, carrier_code, flow, basis, activity, unit, energy_tj,"
                + " coal_equivalent_t, co2_t, notation";
        for (int[] runs : new int[][] {{1, 2}, {2, 1}}) {
            assertThat(bureau.query(
                            "select %1$s from report.ledger where run_id = %2$d except select %1$s from report.ledger where run_id = %3$d"
                                    .formatted(columns, runs[0], runs[1])))
                    .isEmpty();
        }
    }

    /** City = balanced counties + what stays at the city, in activity and CO2, by sums over the ledger. */
    private static void theBalancedAccountCloses(Bureau bureau, int run) throws Exception {
        assertThat(bureau.query("""
                        with b as (
                            select sector_group, carrier_group, flow,
                                   sum(raw_activity) filter (where level = 'county') as raw,
                                   sum(balanced_activity) filter (where level = 'county') as counties,
                                   sum(balanced_co2_t) filter (where level = 'county') as counties_co2,
                                   coalesce(sum(at_city), 0) as at_city,
                                   min(balanced_activity) as lowest
                            from report.balanced where run_id = %1$d group by 1, 2, 3
                        ), l as (
                            select sector_group, carrier_group, flow,
                                   sum(activity) filter (where basis = 'bottom_up') as raw,
                                   sum(activity) filter (where basis = 'top_down') as city,
                                   sum(co2_t) filter (where basis = 'top_down') as city_co2
                            from report.ledger where run_id = %1$d and flow <> 'net-import' group by 1, 2, 3
                        ), kept as (
                            select sector_group, carrier_group, flow, sum(co2_t) as co2
                            from report.residual_reason
                            where run_id = %1$d and reason in ('aviation-and-rail', 'cross-county-transport',
                                                            'cross-county-networks')
                            group by 1, 2, 3
                        )
                        select * from l left join b using (sector_group, carrier_group, flow)
                        left join kept k using (sector_group, carrier_group, flow)
                        where coalesce(l.raw, 0) <> coalesce(b.raw, 0)
                           or l.city <> coalesce(b.counties, 0) + b.at_city
                           or l.city_co2 <> coalesce(b.counties_co2, 0) + coalesce(k.co2, 0)
                           or b.lowest < 0
                        """.formatted(run))).isEmpty();
        // 工业原煤: the counties lack 11500 t, which are within the tolerance and theirs
        assertThat(bureau.query("""
                        select trim_scale(sum(adjustment)) from report.balanced
                        where run_id = %1$d and level = 'county' and sector_group = 'industry' and carrier_group = 'raw-coal'
                        """.formatted(run))).containsExactly(List.of("11500"));
    }

    private static List<String> sheets(Path outbox) throws IOException {
        try (Stream<Path> files = Files.list(outbox);
                InputStream in = Files.newInputStream(files.findFirst().orElseThrow());
                XSSFWorkbook book = new XSSFWorkbook(in)) {
            return StreamSupport.stream(book.spliterator(), false)
                    .map(Sheet::getSheetName)
                    .toList();
        }
    }
}
