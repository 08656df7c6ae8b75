package org.tanzhang.ledger.database;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** The programs of one PostgreSQL installation: a folder that holds bin/initdb, bin/pg_ctl and bin/postgres. */
record Installation(Path folder) {

    Installation {
        for (var program : List.of("initdb", "pg_ctl", "postgres")) {
            if (!Files.isExecutable(folder.resolve("bin").resolve(program))) {
                throw new DatabaseServerException("not-an-installation", folder, program);
            }
        }
    }

    Path program(String name) {
        return folder.resolve("bin").resolve(name);
    }

    /** The major version, such as 18. */
    String majorVersion() {
        // "postgres (PostgreSQL) 18.6", also "15.12 (Debian 15.12-0+deb12u2)", "19beta1"
        var said = Command.run(List.of(program("postgres").toString(), "--version"), folder, Duration.ofSeconds(20))
                .output();
        return said.replaceFirst("(?s).*\\(PostgreSQL\\) (\\d+).*", "$1");
    }
}
