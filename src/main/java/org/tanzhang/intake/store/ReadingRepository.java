package org.tanzhang.intake.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tanzhang.intake.reading.ReadStatement;
import org.tanzhang.intake.reading.ReadWorkbook;
import org.tanzhang.observation.CellAddress;
import org.tanzhang.observation.Observation;
import org.tanzhang.observation.UnitEntry;
import org.tanzhang.quality.Finding;
import org.tanzhang.quality.Severity;

/** What was read of a submission: statements with their cells, register lines, findings. */
@Repository
public class ReadingRepository {

    private static final int BATCH = 1000;

    private final JdbcClient jdbc;
    private final JdbcTemplate template;

    public ReadingRepository(JdbcClient jdbc, JdbcTemplate template) {
        this.jdbc = jdbc;
        this.template = template;
    }

    /** A finding with the place where it is kept. */
    public record StoredFinding(long submission, @Nullable Long statement, Finding finding) {}

    /** Keeps a reading. Nothing of it is visible to the accounts before its statements have a verdict. */
    public void save(long submission, ReadWorkbook workbook) {
        jdbc.sql("insert into intake.reading (submission_id, recognised) values (?, ?)")
                .params(submission, workbook.recognised())
                .update();
        saveFindings(submission, null, null, workbook.findings());
        for (ReadStatement statement : workbook.statements()) {
            long id = saveStatement(submission, statement);
            saveObservations(id, statement.observations());
            saveUnits(id, statement.units());
            saveFindings(submission, id, null, statement.findings());
        }
    }

    private long saveStatement(long submission, ReadStatement s) {
        return jdbc.sql("""
                        insert into intake.statement (submission_id, form, definition, sheets, reporter_kind,
                                reporter_code, reporter_name, period, year, faulty, warnings, content_digest)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        returning statement_id
                        """)
                .param(submission)
                .param(s.form())
                .param(s.definition())
                .param(s.sheets().toArray(String[]::new))
                .param(s.reporter() == null ? "UNIT" : s.reporter().kind().name())
                .param(s.reporter() == null ? null : s.reporter().code())
                .param(s.reporter() == null ? null : s.reporter().name())
                .param(s.period() == null ? null : s.period().toString())
                .param(s.period() == null ? null : s.period().year())
                .param(s.isFaulty())
                .param(s.hasWarnings())
                .param(ContentDigest.of(s))
                .query(Long.class)
                .single();
    }

    private void saveObservations(long statement, List<Observation> observations) {
        template.batchUpdate("""
                insert into intake.observation (statement_id, item, carrier, sheet, row_index, column_index, raw, value,
                        notation, unit)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """, observations, BATCH, (ps, o) -> {
            ps.setLong(1, statement);
            ps.setString(2, o.item());
            ps.setString(3, o.carrier());
            ps.setString(4, o.cell().sheet());
            ps.setInt(5, o.cell().row());
            ps.setInt(6, o.cell().column());
            ps.setString(7, o.raw());
            ps.setBigDecimal(8, o.value());
            ps.setString(9, o.notation() == null ? null : o.notation().name());
            ps.setString(10, o.unit().toString());
        });
    }

    private void saveUnits(long statement, List<UnitEntry> units) {
        template.batchUpdate("""
                insert into intake.unit (statement_id, credit_code, name, industry, region_code, scope, park, sheet,
                        row_index, column_index, town, from_month, to_month, parks, former_name, renamed, opened, closed,
                        moved_in, moved_out)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """, units, BATCH, (ps, u) -> {
            ps.setLong(1, statement);
            ps.setString(2, u.creditCode());
            ps.setString(3, u.name());
            ps.setString(4, u.industry());
            ps.setString(5, u.region());
            ps.setString(6, u.scope().name());
            ps.setString(7, u.park());
            ps.setString(8, u.cell().sheet());
            ps.setInt(9, u.cell().row());
            ps.setInt(10, u.cell().column());
            ps.setString(11, u.town());
            ps.setInt(12, u.fromMonth());
            ps.setInt(13, u.toMonth());
            ps.setArray(14, ps.getConnection().createArrayOf("text", UnitColumns.parks(u).toArray()));
            ps.setString(15, u.changes().formerName());
            ps.setString(16, UnitColumns.month(u.changes().renamed()));
            ps.setString(17, UnitColumns.month(u.changes().opened()));
            ps.setString(18, UnitColumns.month(u.changes().closed()));
            ps.setString(19, UnitColumns.month(u.changes().movedIn()));
            ps.setString(20, UnitColumns.month(u.changes().movedOut()));
        });
    }

    /**
     * Keeps findings of a submission, or of one statement in it.
     *
     * @param call the call they are about, null when they are about the bytes alone
     */
    public void saveFindings(long submission, @Nullable Long statement, @Nullable Long call, List<Finding> findings) {
        for (Finding f : findings) {
            CellAddress cell = f.cell();
            jdbc.sql("""
                            insert into intake.finding (submission_id, statement_id, call_id, rule, severity, sheet,
                                    row_index, column_index, value, arguments)
                            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                            """)
                    .param(submission)
                    .param(statement)
                    .param(call)
                    .param(f.rule())
                    .param(f.severity().code())
                    .param(f.sheet())
                    .param(cell == null ? null : cell.row())
                    .param(cell == null ? null : cell.column())
                    .param(f.value())
                    .param(f.arguments().toArray(String[]::new))
                    .update();
        }
    }

    /** The submission that holds the reading of these bytes under this reference data. */
    public Optional<Long> readingOf(String sha256, String referenceDigest) {
        return jdbc.sql("""
                        select min(submission_id) from intake.reading join intake.submission s using (submission_id)
                        where s.sha256 = ? and s.reference_digest = ?
                        """)
                .params(sha256, referenceDigest)
                .query((rs, n) -> Optional.ofNullable(rs.getObject(1, Long.class)))
                .single();
    }

    /** The newest reading of these bytes. */
    public Optional<Long> latestReadingOf(String sha256) {
        return jdbc.sql("select max(submission_id) from intake.reading join intake.submission s using (submission_id)"
                        + " where s.sha256 = ?")
                .param(sha256)
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
