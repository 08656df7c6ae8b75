package org.tanzhang.intake.delivery;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tanzhang.intake.store.Verdict;

/** What came last, and what is still open. */
@Repository
public class ArrivalRepository {

    private final JdbcClient jdbc;

    public ArrivalRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A call of the import.
     *
     * @param officer who gave it, null for calls before this was kept
     * @param files how many files it brought
     * @param verdicts statements by verdict, files that hold none among them; empty while it is undecided
     */
    public record Arrival(
            long call,
            String command,
            Instant received,
            @Nullable String officer,
            int files,
            Map<Verdict, Integer> verdicts) {}

    /** The newest call that brought files and was decided. */
    public Optional<Arrival> last() {
        return jdbc.sql(CALLS + " where exists (select 1 from intake.verdict v where v.call_id = c.call_id)"
                        + " order by call_id desc limit 1")
                .query((rs, n) -> arrival(rs, verdicts(rs.getLong("call_id"))))
                .optional();
    }

    /** Calls whose files have not been decided on: the import was interrupted, or is running. */
    public List<Arrival> undecided() {
        return jdbc.sql(CALLS + " where exists (select 1 from intake.submission u where u.call_id = c.call_id)"
                        + " and not exists (select 1 from intake.verdict v where v.call_id = c.call_id)"
                        + " order by call_id")
                .query((rs, n) -> arrival(rs, Map.of()))
                .list();
    }

    private static final String CALLS = """
            select c.*, (select count(*) from intake.submission u where u.call_id = c.call_id) as files
            from intake.call c
            """;

    private static Arrival arrival(java.sql.ResultSet rs, Map<Verdict, Integer> verdicts) throws java.sql.SQLException {
        return new Arrival(
                rs.getLong("call_id"),
                rs.getString("command"),
                rs.getObject("received_at", OffsetDateTime.class).toInstant(),
                rs.getString("officer"),
                rs.getInt("files"),
                verdicts);
    }

    private Map<Verdict, Integer> verdicts(long call) {
        Map<Verdict, Integer> counts = new LinkedHashMap<>();
        jdbc.sql("select verdict, count(*) from intake.verdict where call_id = ? group by 1")
                .param(call)
                .query(rs -> {
                    counts.put(Verdict.of(rs.getString(1)), rs.getInt(2));
                });
        return counts;
    }

    /**
     * What is open of a year.
     *
     * @param waiting statements in force whose unit no register of the year lists
     * @param returned statements of which no version is in force and one was sent back
     */
    public record Open(int year, int waiting, int returned) {}

    /** The years of which something is open, in order. */
    public List<Open> open() {
        return jdbc.sql("""
                        with stated as (
                            select s.form, s.reporter_code, s.period, s.year,
                                   (array_agg(v.verdict order by v.verdict_id desc) filter (
                                       where v.verdict in ('accepted', 'accepted_with_warnings', 'waiting')))[1] as standing,
                                   bool_or(v.verdict = 'returned') as returned
                            from intake.statement s join intake.verdict v using (statement_id)
                            where s.reporter_code is not null and s.year is not null
                            group by 1, 2, 3, 4
                        ), listed as (
                            select distinct r.year, u.credit_code
                            from intake.current_statement r join intake.unit u using (statement_id)
                        )
                        select s.year,
                               count(*) filter (where s.standing = 'waiting' and l.credit_code is null) as waiting,
                               count(*) filter (where s.standing is null and s.returned) as returned
                        from stated s left join listed l on l.year = s.year and l.credit_code = s.reporter_code
                        group by 1
                        having count(*) filter (where s.standing = 'waiting' and l.credit_code is null) > 0
                            or count(*) filter (where s.standing is null and s.returned) > 0
                        order by 1
                        """)
                .query((rs, n) -> new Open(rs.getInt(1), rs.getInt(2), rs.getInt(3)))
                .list();
    }
}
