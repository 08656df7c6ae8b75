package org.tanzhang.intake.store;

import java.util.List;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import org.postgresql.copy.CopyManager;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
import org.tanzhang.intake.store.StagedRows.Target;
import org.tanzhang.ledger.database.CopyRows;

/**
 * Writes readings by COPY. Nothing of them is visible to the accounts before its statements have a verdict; a reading
 * is there as soon as its transaction is committed, and whole.
 */
@Repository
public class StagingRepository {

    private final JdbcTemplate template;
    private final StatementNumberRepository numbers;

    StagingRepository(JdbcTemplate template, StatementNumberRepository numbers) {
        this.template = template;
        this.numbers = numbers;
    }

    /** Rows to be filled, on any thread. */
    public StagedRows rows() {
        return new StagedRows(numbers);
    }

    /** Writes rows into the present transaction, one copy for each table. */
    public void send(List<StagedRows> staged) {
        template.execute((ConnectionCallback<Long>) connection -> {
            CopyManager copies = connection.unwrap(PGConnection.class).getCopyAPI();
            long sent = 0;
            for (Target target : Target.values()) {
                List<CopyRows> rows = staged.stream()
                        .map(s -> s.of(target))
                        .filter(r -> !r.isEmpty())
                        .toList();
                if (rows.isEmpty()) {
                    continue;
                }
                CopyIn copy = copies.copyIn(target.copy());
                try {
                    for (CopyRows some : rows) {
                        copy.writeToCopy(some.bytes(), 0, some.length());
                    }
                    sent += copy.endCopy();
                } finally {
                    if (copy.isActive()) {
                        copy.cancelCopy();
                    }
                }
            }
            return sent;
        });
    }
}
