package org.tanzhang.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
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
}
