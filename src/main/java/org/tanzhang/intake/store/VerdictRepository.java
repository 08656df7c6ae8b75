package org.tanzhang.intake.store;

import java.util.List;
import java.util.Optional;
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

    /** Whether a current register places the unit in that year. */
    public boolean isRegistered(String creditCode, int year) {
        return jdbc.sql("""
                        select exists (select 1 from intake.unit u join intake.current_statement s using (statement_id)
                                       where u.credit_code = ? and s.year = ?)
                        """).params(creditCode, year).query(Boolean.class).single();
    }

    /** A version that is, or once was, current for a key. */
    public record Version(String sha256, String contentDigest) {}

    /** The version that is current for a key; empty when none is. */
    public Optional<Version> current(StoredStatement.Key key) {
        return versions("intake.current_statement", key).stream().findFirst();
    }

    /** Every version that was ever accepted for a key. */
    public List<Version> accepted(StoredStatement.Key key) {
        return versions("intake.accepted_statement", key);
    }

    private List<Version> versions(String view, StoredStatement.Key key) {
        return jdbc.sql("select u.sha256, s.content_digest from " + view
                        + " s join intake.submission u using (submission_id)"
                        + " where s.form = ? and s.reporter_code = ? and s.period = ?")
                .params(key.form(), key.reporter(), key.period())
                .query((rs, n) -> new Version(rs.getString(1), rs.getString(2)))
                .list();
    }
}
