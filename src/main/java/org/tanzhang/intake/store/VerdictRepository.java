package org.tanzhang.intake.store;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Verdicts on files and statements; the latest accepting one of a statement's versions makes it current. */
@Repository
public class VerdictRepository {

    private final JdbcClient jdbc;

    public VerdictRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A verdict given in a call; on a file where {@code statement} is null. */
    public record Given(long submission, @Nullable Long statement, Verdict verdict) {}

    public void give(long call, long submission, @Nullable Long statement, Verdict verdict) {
        jdbc.sql("insert into intake.verdict (call_id, submission_id, statement_id, verdict) values (?, ?, ?, ?)")
                .param(call)
                .param(submission)
                .param(statement)
                .param(verdict.code())
                .update();
    }

    public List<Given> of(long call) {
        return jdbc.sql("select submission_id, statement_id, verdict from intake.verdict where call_id = ?"
                        + " order by verdict_id")
                .param(call)
                .query((rs, n) -> new Given(rs.getLong(1), rs.getObject(2, Long.class), Verdict.of(rs.getString(3))))
                .list();
    }
}
