package org.tanzhang.intake.store;

import java.util.ArrayDeque;
import java.util.Deque;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** Numbers for statements, fetched many at a time; what is left of them is lost. For any thread. */
@Repository
class StatementNumbers {

    private static final int TOGETHER = 2000;

    private final JdbcTemplate template;
    private final Deque<Long> fetched = new ArrayDeque<>();

    StatementNumbers(JdbcTemplate template) {
        this.template = template;
    }

    synchronized long next() {
        if (fetched.isEmpty()) {
            fetched.addAll(template.queryForList(
                    "select nextval(name) from (select"
                            + " pg_get_serial_sequence('intake.statement', 'statement_id')::regclass as name offset 0)"
                            + " s cross join generate_series(1, ?)",
                    Long.class,
                    TOGETHER));
        }
        return fetched.remove();
    }
}
