package org.tanzhang.intake.store;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** Numbers for statements, fetched many at a time; what is left of them is lost. For any thread. */
@Repository
class StatementNumberRepository {

    private static final int TOGETHER = 2000;

    private static final String NEXT = "select nextval(name) from (select"
            + " pg_get_serial_sequence('intake.statement', 'statement_id')::regclass as name offset 0)"
            + " s cross join generate_series(1, ?)";

    private final JdbcTemplate template;
    private final Deque<Long> fetched = new ArrayDeque<>();

    StatementNumberRepository(JdbcTemplate template) {
        this.template = template;
    }

    /** @param count at most as many as are fetched together */
    synchronized List<Long> next(int count) {
        if (fetched.size() < count) {
            fetched.addAll(template.queryForList(NEXT, Long.class, TOGETHER));
        }
        List<Long> numbers = new ArrayList<>(count);
        while (numbers.size() < count) {
            numbers.add(fetched.remove());
        }
        return numbers;
    }
}
