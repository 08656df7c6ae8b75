package org.tanzhang.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A decision that is cut off after what it found is kept and before its verdicts are: it is made anew. */
class CutOffDecisionTests {

    private static final String FOUND =
            "select rule, count(*) from intake.finding where call_id = 2 group by 1 order by 1";
    private static final String GIVEN =
            "select verdict, count(*) from intake.verdict where call_id = 2 group by 1 order by 1";

    @TempDir
    Path folder;

    @Test
    void itsVerdictsAreGivenByTheNextCommandAndNothingItFoundIsKeptTwice() throws Exception {
        try (Bureau bureau = Bureau.withRegister(folder)) {
            Path inbox = Files.createDirectories(folder.resolve("inbox"));
            SampleWorkbook.of(2024, "企业_430102_002_食品").save(inbox.resolve("食品"));
            Files.writeString(inbox.resolve("消费合计.csv"), """
                    统一社会信用代码,单位详细名称,年份,柴油（吨）,汽油（吨）,焦炭（吨）,原煤（吨）,煤油（吨）
                    91430100WE00000016,合成样例某有限公司,2024,1,2,,,
                    """);

            change(bureau, "add constraint cut_off check (call_id <> 2) not valid");
            Bureau.Said failed = bureau.run("import", inbox.toString());
            assertThat(failed.exitCode()).as(failed.out() + failed.err()).isEqualTo(ExitCode.FAILED);
            List<List<String>> found = bureau.query(FOUND);
            assertThat(found).contains(List.of("R-REGISTER-05", "1"));
            assertThat(bureau.query(GIVEN)).isEmpty();

            change(bureau, "drop constraint cut_off");
            Path empty = Files.createDirectories(folder.resolve("empty"));
            Bureau.Said next = bureau.run("import", empty.toString());
            assertThat(next.exitCode()).as(next.err()).isZero();
            assertThat(bureau.query(FOUND)).isEqualTo(found);
            assertThat(bureau.query(GIVEN)).isEqualTo(List.of(List.of("accepted", "1"), List.of("waiting", "1")));
        }
    }

    private static void change(Bureau bureau, String how) throws SQLException {
        try (Connection connection = bureau.database().connect();
                Statement statement = connection.createStatement()) {
            statement.execute("alter table intake.verdict " + how);
        }
    }
}
