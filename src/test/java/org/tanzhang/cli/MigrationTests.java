package org.tanzhang.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The database's own tables are made in steps that a killed program leaves done or not done, and nothing between. */
class MigrationTests {

    @TempDir
    Path home;

    @ParameterizedTest
    @EnumSource(DatabaseServers.class)
    void aStepAndTheNoteThatItIsDoneAreOneTransaction(DatabaseServers server) throws Exception {
        try (Bureau bureau = Bureau.on(server, home)) {
            Bureau.Said said = bureau.run("status");
            assertThat(said.exitCode()).as(said.err()).isZero();

            // a column not changed since it was made bears the number of the transaction that made it
            assertThat(bureau.query("""
                            select h.version, a.attrelid::regclass
                            from batch.flyway_schema_history h
                            join pg_attribute a on a.xmin::text = h.xmin::text
                            where a.attnum = 1 and a.attrelid in ('intake.call'::regclass, 'ledger.run'::regclass)
                            order by 1""")).hasToString("[[1, intake.call], [2, ledger.run]]");
        }
    }

    @ParameterizedTest
    @EnumSource(DatabaseServers.class)
    void whatFindingsAndVerdictsReferToMustBeThere(DatabaseServers server) throws Exception {
        try (Bureau bureau = Bureau.on(server, home)) {
            Path card = Bureau.SAMPLES.resolve("inbox/2024/企业_430102_001_印刷.xlsx");
            Bureau.Said said = bureau.run("import", card.toString());
            assertThat(said.exitCode()).as(said.err()).isZero();

            String verdict = "insert into intake.verdict (call_id, submission_id, statement_id, verdict)";
            String known = " select call_id, submission_id, statement_id, 'returned'"
                    + " from (select * from intake.verdict order by verdict_id limit 1) v, generate_series(1, 2000)";
            assertThat(bureau.query(verdict + known + " returning 1")).hasSizeGreaterThanOrEqualTo(2000);
            assertRefused(
                    bureau,
                    verdict + " values (1, 1, 987654, 'returned')",
                    "statement_id 987654 is not in intake.statement");
            assertRefused(
                    bureau,
                    verdict + " values (1, 987654, null, 'returned')",
                    "submission_id 987654 is not in intake.submission");
            assertRefused(
                    bureau,
                    verdict + known + " union all values (987654, 1, null::bigint, 'returned')",
                    "call_id 987654 is not in intake.call");
            assertRefused(
                    bureau,
                    "insert into intake.finding (submission_id, statement_id, rule, severity, value, arguments)"
                            + " select 1, s, 'R', 'info', '', '{}' from generate_series(1, 9000) s",
                    "is not in intake.statement");
        }
    }

    private static void assertRefused(Bureau bureau, String insert, String saying) {
        assertThatThrownBy(() -> bureau.query(insert))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining(saying);
    }
}
