package org.tanzhang.intake.store;

import java.sql.ResultSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
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
     * @param alike how many findings of its rule the submission has in all
     */
    public record StoredFinding(
            long id, long submission, @Nullable Long statement, Finding finding, String accepted, int alike) {}

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

    /** How many findings there are about the bytes of some files and about them in a call, by submission. */
    public Map<Long, Integer> counts(long call, List<DecidedFile> files) {
        Map<Long, Integer> counts = new HashMap<>();
        jdbc.sql("""
                        select submission_id, count(*) from intake.finding
                        where submission_id = any(?) and (call_id is null or call_id = ?) group by 1
                        """).params(submissions(files), call).query((ResultSet rs) -> {
            counts.put(rs.getLong(1), rs.getInt(2));
        });
        return counts;
    }

    /**
     * A part of the findings.
     *
     * @param ofOneRule at most so many of a submission and rule, the first ones
     * @param after only those after the finding of this number
     * @param most at most so many in all
     */
    public record Page(int ofOneRule, long after, int most) {

        public static final Page ALL = new Page(Integer.MAX_VALUE, 0, Integer.MAX_VALUE);
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
     * @param page which of them
     */
    public List<StoredFinding> findings(long call, List<DecidedFile> files, Map<Long, String> accepted, Page page) {
        return jdbc.sql("""
                        select f.*, p.alike
                        from unnest(?) as asked (submission_id)
                        cross join lateral (
                            select finding_id, row_number() over (partition by rule order by finding_id) as place,
                                   count(*) over (partition by rule) as alike
                            from intake.finding
                            where submission_id = asked.submission_id and (call_id is null or call_id = ?) offset 0) p
                        join intake.finding f using (finding_id)
                        where p.place <= ? and finding_id > ?
                        order by finding_id limit ?
                        """)
                .params(submissions(files), call, page.ofOneRule(), page.after(), page.most())
                .query((rs, n) -> {
                    String sheet = rs.getString("sheet");
                    Integer row = rs.getObject("row_index", Integer.class);
                    CellAddress cell = row == null || sheet == null
                            ? null
                            : new CellAddress(sheet, row, rs.getInt("column_index"));
                    return new StoredFinding(
                            rs.getLong("finding_id"),
                            rs.getLong("submission_id"),
                            rs.getObject("statement_id", Long.class),
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
                            accepted.getOrDefault(rs.getLong("finding_id"), ""),
                            rs.getInt("alike"));
                })
                .list();
    }
}
