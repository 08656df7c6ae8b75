package org.tanzhang.intake.store;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The findings that officers let pass, with their reasons. */
@Repository
public class AcceptanceRepository {

    private final JdbcClient jdbc;

    public AcceptanceRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A finding as an officer names it.
     *
     * @param submission the file it was found in
     * @param statement null where it is about a file and no statement
     */
    public record Named(
            long id,
            String rule,
            String severity,
            long submission,
            String file,
            @Nullable Long statement,
            @Nullable String reporter,
            @Nullable String period) {}

    public Optional<Named> find(long finding) {
        return jdbc.sql("""
                        select f.finding_id, f.rule, f.severity, f.submission_id, u.file, f.statement_id,
                               s.reporter_code, s.period
                        from intake.finding f join intake.submission u using (submission_id)
                        left join intake.statement s using (statement_id)
                        where f.finding_id = ?
                        """)
                .param(finding)
                .query((rs, n) -> new Named(
                        rs.getLong(1),
                        rs.getString(2),
                        rs.getString(3),
                        rs.getLong(4),
                        rs.getString(5),
                        rs.getObject(6, Long.class),
                        rs.getString(7),
                        rs.getString(8)))
                .optional();
    }

    /** Why and by whom a finding, or the same one in another version, has been accepted. */
    public record Acceptance(String reason, String officer) {}

    public Optional<Acceptance> of(long finding) {
        return jdbc.sql("select reason, officer from intake.accepted_finding where finding_id = ?"
                        + " order by acceptance_id limit 1")
                .param(finding)
                .query((rs, n) -> new Acceptance(rs.getString(1), rs.getString(2)))
                .optional();
    }

    /** The file that brought another version of the statement after the bytes of this one came last. */
    public Optional<String> laterVersion(long statement) {
        return jdbc.sql("""
                        with version as (
                            select u.sha256, max(again.submission_id) as last
                            from intake.statement mine
                            join intake.statement s
                              on (s.form, s.reporter_code, s.period) = (mine.form, mine.reporter_code, mine.period)
                            join intake.submission u on u.submission_id = s.submission_id
                            join intake.submission again on again.sha256 = u.sha256
                            where mine.statement_id = :statement group by 1
                        )
                        select u.file
                        from version v join intake.submission u on u.submission_id = v.last
                        where v.last > (select v.last from version v
                                        join intake.submission u on u.sha256 = v.sha256
                                        join intake.statement s on s.submission_id = u.submission_id
                                        where s.statement_id = :statement)
                        order by v.last desc limit 1
                        """).param("statement", statement).query(String.class).optional();
    }

    /** How many errors of a statement's bytes nobody accepted. */
    public int errorsLeft(long statement) {
        return jdbc.sql("""
                        select count(*) from intake.finding f
                        where statement_id = ? and severity = 'error' and call_id is null
                          and not exists (select 1 from intake.accepted_finding a where a.finding_id = f.finding_id)
                        """).param(statement).query(Integer.class).single();
    }

    public void accept(long finding, String reason, String officer) {
        jdbc.sql("insert into intake.acceptance (finding_id, reason, officer) values (?, ?, ?)")
                .params(List.of(finding, reason, officer))
                .update();
    }
}
