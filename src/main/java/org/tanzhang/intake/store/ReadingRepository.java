package org.tanzhang.intake.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tanzhang.intake.store.VerdictRepository.DecidedFile;
import org.tanzhang.observation.CellAddress;
import org.tanzhang.quality.Finding;
import org.tanzhang.quality.Severity;

/** What was found in what was read. */
@Repository
public class ReadingRepository {

    private final JdbcClient jdbc;

    public ReadingRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A finding with the place where it is kept.
     *
     * @param accepted why an officer accepts it; empty where nobody does
     */
    public record StoredFinding(long id, long submission, Finding finding, String accepted) {}

    /** How many findings of a rule a submission has. */
    public record RuleCount(long submission, String rule, int count) {}

    /** Why officers accept findings, by the findings' numbers. */
    public Map<Long, String> accepted() {
        Map<Long, String> reasons = new HashMap<>();
        jdbc.sql("select finding_id, max(reason) from intake.accepted_finding"
                        + " where exists (select 1 from intake.acceptance) group by 1")
                .query(rs -> {
                    reasons.put(rs.getLong(1), rs.getString(2));
                });
        return reasons;
    }

    /** How many findings there are about the bytes of some files and about them in a call. */
    public List<RuleCount> counts(long call, List<DecidedFile> files) {
        return jdbc.sql("""
                        select submission_id, rule, count(*) from intake.finding
                        where submission_id = any(?) and (call_id is null or call_id = ?) group by 1, 2
                        """)
                .params(submissions(files), call)
                .query((rs, n) -> new RuleCount(rs.getLong(1), rs.getString(2), rs.getInt(3)))
                .list();
    }

    private static Long[] submissions(List<DecidedFile> files) {
        return files.stream()
                .flatMap(f -> Stream.of(f.submission(), f.reading()))
                .distinct()
                .toArray(Long[]::new);
    }

    /**
     * The findings about the bytes of some files and about them in a call, in the order in which they were found.
     *
     * @param accepted why officers accept findings
     */
    public List<StoredFinding> findings(long call, List<DecidedFile> files, Map<Long, String> accepted) {
        return jdbc.sql("""
                        select * from intake.finding
                        where submission_id = any(?) and (call_id is null or call_id = ?)
                        order by finding_id
                        """)
                .params(submissions(files), call)
                .query((rs, n) -> finding(rs, accepted))
                .list();
    }

    /**
     * Likewise, the first ones of each submission and rule.
     *
     * @param ofOneRule how many of them
     */
    public List<StoredFinding> firstFindings(
            long call, List<DecidedFile> files, Map<Long, String> accepted, int ofOneRule) {
        return jdbc.sql("""
                        select f.*
                        from unnest(?) as asked (submission_id)
                        cross join lateral (
                            select finding_id, row_number() over (partition by rule order by finding_id) as place
                            from intake.finding
                            where submission_id = asked.submission_id and (call_id is null or call_id = ?) offset 0) p
                        join intake.finding f using (finding_id)
                        where p.place <= ?
                        order by finding_id
                        """)
                .params(submissions(files), call, ofOneRule)
                .query((rs, n) -> finding(rs, accepted))
                .list();
    }

    /**
     * Likewise, of one submission, piece by piece.
     *
     * @param after the number of the last finding of the piece before; 0 for the first piece
     * @param most how many findings a piece has
     */
    public List<StoredFinding> findings(long call, long submission, Map<Long, String> accepted, long after, int most) {
        return jdbc.sql("""
                        select * from intake.finding
                        where submission_id = ? and (call_id is null or call_id = ?) and finding_id > ?
                        order by finding_id limit ?
                        """)
                .params(submission, call, after, most)
                .query((rs, n) -> finding(rs, accepted))
                .list();
    }

    private static StoredFinding finding(ResultSet rs, Map<Long, String> accepted) throws SQLException {
        String sheet = rs.getString("sheet");
        Integer row = rs.getObject("row_index", Integer.class);
        CellAddress cell = row == null || sheet == null ? null : new CellAddress(sheet, row, rs.getInt("column_index"));
        return new StoredFinding(
                rs.getLong("finding_id"),
                rs.getLong("submission_id"),
                new Finding(
                        rs.getString("rule"),
                        Severity.valueOf(rs.getString("severity").toUpperCase(Locale.ROOT)),
                        cell,
                        sheet,
                        "",
                        rs.getString("value"),
                        List.of((String[]) rs.getArray("arguments").getArray()),
                        Stream.of((String[]) rs.getArray("related").getArray())
                                .map(CellAddress::parse)
                                .toList()),
                accepted.getOrDefault(rs.getLong("finding_id"), ""));
    }
}
