package org.tanzhang.intake.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tanzhang.observation.CellAddress;
import org.tanzhang.quality.Finding;
import org.tanzhang.quality.Severity;

/** What was read of a submission: statements with their cells, register lines, findings. */
@Repository
public class ReadingRepository {

    private final JdbcClient jdbc;

    public ReadingRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A finding with the place where it is kept. */
    public record StoredFinding(long submission, @Nullable Long statement, Finding finding) {}

    /** The submission whose reading serves for this one: of the same bytes, read with the same code lists and forms. */
    public Optional<Long> readingOf(long submission) {
        return jdbc.sql("""
                        select min(r.submission_id)
                        from intake.submission u
                        join intake.submission e using (sha256, reference_digest)
                        join intake.reading r on r.submission_id = e.submission_id
                        where u.submission_id = ?
                        """)
                .param(submission)
                .query((rs, n) -> Optional.ofNullable(rs.getObject(1, Long.class)))
                .single();
    }

    /** The statements of one reading. */
    public List<StoredStatement> statements(long submission) {
        return jdbc.sql("""
                        select s.*, u.sha256
                        from intake.statement s join intake.submission u using (submission_id)
                        where s.submission_id = ?
                        order by s.statement_id
                        """)
                .param(submission)
                .query((rs, n) -> new StoredStatement(
                        rs.getLong("statement_id"),
                        rs.getLong("submission_id"),
                        rs.getString("sha256"),
                        rs.getString("form"),
                        rs.getString("definition"),
                        String.join("、", (String[]) rs.getArray("sheets").getArray()),
                        rs.getString("reporter_kind"),
                        rs.getString("reporter_code"),
                        rs.getString("reporter_name"),
                        rs.getString("period"),
                        rs.getObject("year", Integer.class),
                        rs.getBoolean("faulty"),
                        rs.getBoolean("warnings"),
                        rs.getString("content_digest")))
                .list();
    }

    /** The findings about a submission's bytes and about it in a call, in the order in which they were found. */
    public List<StoredFinding> findings(long submission, long call) {
        List<StoredFinding> findings = new ArrayList<>();
        jdbc.sql("select * from intake.finding where submission_id = ? and (call_id is null or call_id = ?)"
                        + " order by finding_id")
                .params(submission, call)
                .query(rs -> {
                    String sheet = rs.getString("sheet");
                    Integer row = rs.getObject("row_index", Integer.class);
                    CellAddress cell = row == null || sheet == null
                            ? null
                            : new CellAddress(sheet, row, rs.getInt("column_index"));
                    findings.add(new StoredFinding(
                            submission,
                            rs.getObject("statement_id", Long.class),
                            new Finding(
                                    rs.getString("rule"),
                                    Severity.valueOf(rs.getString("severity").toUpperCase(java.util.Locale.ROOT)),
                                    cell,
                                    sheet,
                                    "",
                                    rs.getString("value"),
                                    List.of((String[]) rs.getArray("arguments").getArray()))));
                });
        return findings;
    }
}
