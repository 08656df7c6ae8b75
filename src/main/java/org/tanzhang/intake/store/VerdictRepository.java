package org.tanzhang.intake.store;

import java.util.Arrays;
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

    /**
     * A file of a call with the verdicts given on it and its statements.
     *
     * @param reading the submission whose reading serves for it
     * @param verdicts each verdict once
     */
    public record DecidedFile(long submission, long reading, String file, String sha256, List<Verdict> verdicts) {}

    /** The files of a call in the order received. */
    public List<DecidedFile> files(long call) {
        return jdbc.sql("""
                        select u.submission_id, coalesce(r.reading, u.submission_id) as reading, u.file, u.sha256,
                               coalesce(v.verdicts, '{}') as verdicts
                        from intake.submission u
                        left join (select submission_id, array_agg(distinct verdict) as verdicts
                                   from intake.verdict where call_id = ? group by 1) v using (submission_id)
                        left join lateral (
                            select min(e.submission_id) as reading
                            from intake.submission e join intake.reading using (submission_id)
                            where e.sha256 = u.sha256 and e.reference_digest = u.reference_digest) r on true
                        where u.call_id = ? order by u.submission_id
                        """)
                .params(call, call)
                .query((rs, n) -> new DecidedFile(
                        rs.getLong(1),
                        rs.getLong(2),
                        rs.getString(3),
                        rs.getString(4),
                        Arrays.stream((String[]) rs.getArray(5).getArray())
                                .map(Verdict::of)
                                .toList()))
                .list();
    }

    /** A statement with the verdict given on it in a call; reporter and period are null where not made out. */
    public record DecidedStatement(
            long statement,
            long submission,
            String sheets,
            String definition,
            boolean ofRegion,
            @Nullable String reporterCode,
            @Nullable String reporterName,
            @Nullable String period,
            Verdict verdict) {}

    /** The statements of some files of a call, in the order read. */
    public List<DecidedStatement> statements(long call, List<DecidedFile> files) {
        return jdbc.sql("""
                        select v.statement_id, v.submission_id, array_to_string(s.sheets, '、'), s.definition,
                               s.reporter_kind = 'REGION', s.reporter_code, s.reporter_name, s.period, v.verdict
                        from intake.verdict v join intake.statement s using (statement_id)
                        where v.call_id = ? and v.submission_id = any(?)
                        order by v.submission_id, v.statement_id
                        """)
                .params(call, files.stream().map(DecidedFile::submission).toArray(Long[]::new))
                .query((rs, n) -> new DecidedStatement(
                        rs.getLong(1),
                        rs.getLong(2),
                        rs.getString(3),
                        rs.getString(4),
                        rs.getBoolean(5),
                        rs.getString(6),
                        rs.getString(7),
                        rs.getString(8),
                        Verdict.of(rs.getString(9))))
                .list();
    }
}
