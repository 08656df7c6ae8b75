package org.tanzhang.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tanzhang.intake.ImportReport;
import org.tanzhang.intake.ImportReport.FileResult;
import org.tanzhang.intake.returned.Findings;

/** An export that came in kg where last year's was in t: every cell of it is said, more than are kept in one go. */
class SlippedExportTests {

    private static final int UNITS = 7_000;

    private static final String HEAD = "统一社会信用代码,单位详细名称,年份,柴油（吨）,汽油（吨）,焦炭（吨）,原煤（吨）,煤油（吨）\n";

    @TempDir
    Path folder;

    @Test
    void everyCellIsSaidOnce() throws Exception {
        try (Bureau bureau = Bureau.on(DatabaseServers.EMBEDDED, folder.resolve("home"))) {
            Path before = write("2023/消费合计.csv", 2023, "");
            Path now = write("2024/消费合计.csv", 2024, "000");
            assertThat(bureau.run("import", before.toString()).exitCode()).isZero();
            assertThat(bureau.run("import", now.toString()).exitCode()).isEqualTo(ExitCode.RETURNED);

            assertThat(bureau.query(
                            "select count(*), count(distinct (row_index, column_index)), count(distinct statement_id)"
                                    + " from intake.finding where rule = 'R-MAGNITUDE-01'"))
                    .containsExactly(List.of("" + 3 * UNITS, "" + 3 * UNITS, "" + UNITS));
            // what is doubted as a slip is not doubted again as a change
            assertThat(bureau.query(
                            "select distinct rule from intake.finding where row_index is not null and call_id = 2"
                                    + " and column_index > 2"))
                    .containsExactly(List.of("R-MAGNITUDE-01"));
            assertThat(bureau.query("select distinct verdict from intake.verdict where call_id = 2"))
                    .containsExactly(List.of("returned"));

            int all = Integer.parseInt(bureau.query("select count(*) from intake.finding where submission_id = 2"
                            + " and (call_id is null or call_id = 2)")
                    .get(0)
                    .get(0));
            bureau.ask(ImportReport.class, report -> {
                List<FileResult> files = new ArrayList<>();
                report.of(2).tellFindings(files::add);
                assertThat(files).hasSize(1);
                assertThat(files.get(0).untold()).isEmpty();
                Findings findings = files.get(0).findings();
                assertThat(findings.count()).isEqualTo(all).isGreaterThan(3 * UNITS);
                for (int time = 0; time < 2; time++) {
                    assertThat(findings.stream().map(f -> f.id()))
                            .doesNotHaveDuplicates()
                            .isSorted()
                            .hasSize(all);
                }
                return all;
            });
        }
    }

    private Path write(String name, int year, String noughts) throws Exception {
        String rows = IntStream.range(0, UNITS)
                .mapToObj(i -> "91430100WE%08d,合成样例第%d号有限公司,%d,%d%s,%d%s,,%d%s,\n"
                        .formatted(i, i, year, 100 + i, noughts, 40 + i % 50, noughts, 5000 + 3 * i, noughts))
                .collect(Collectors.joining());
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, HEAD + rows);
    }
}
