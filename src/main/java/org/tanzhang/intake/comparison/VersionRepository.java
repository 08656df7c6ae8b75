package org.tanzhang.intake.comparison;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.tanzhang.intake.comparison.Versions.CellChange;
import org.tanzhang.intake.comparison.Versions.Change;
import org.tanzhang.intake.comparison.Versions.Receipt;
import org.tanzhang.observation.CellAddress;

/** Statements beside the versions of them that came before. */
@Repository
class VersionRepository {

    /**
     * Statements with the version before them, as {@code older(statement_id, submission_id, earlier)}: the latest reading
     * of other bytes that an earlier call brought for the same form, reporter and period.
     */
    private static final String OLDER = """
            older as materialized (
                select distinct on (n.statement_id) n.statement_id, n.submission_id, p.statement_id as earlier
                from wanted n
                join intake.statement p
                  on (p.form, p.reporter_code, p.period) = (n.form, n.reporter_code, n.period)
                join intake.submission pu on pu.submission_id = p.submission_id
                where p.statement_id < n.statement_id and pu.call_id < n.call_id and pu.sha256 <> n.sha256
                order by n.statement_id, p.statement_id desc
            )""";

    private static final String WANTED = """
            wanted as materialized (
                select s.statement_id, s.submission_id, s.form, s.reporter_code, s.period, u.call_id, u.sha256
                from intake.submission u join intake.statement s using (submission_id)
                where %s
            )""";

    /** No fault of what was sent, and not looked for in a version that was returned. */
    private static final String NOT_REGISTERED = "R-REGISTER-05";

    /**
     * What the two versions state, figure by figure; a blank cell and none are the same. Lines of registers likewise.
     * {@code version} holds the two of each pair one below the other: joined by one key, hundreds of thousands of rows of
     * an export are no more work than their cells.
     */
    private static final String STATED = """
            version as materialized (
                select statement_id, statement_id as of_statement, true as later from renewed
                union all
                select statement_id, earlier, false from renewed
            ), stated as materialized (
                select r.statement_id, o.item, o.carrier, r.later, o.sheet,
                       o.row_index, o.column_index, o.raw, o.unit,
                       coalesce(trim_scale(o.value)::text, nullif(o.notation, 'BLANK')) as state
                from version r join intake.observation o on o.statement_id = r.of_statement
                union all
                select r.statement_id, 'unit', u.credit_code || '/' || u.region_code || '/' || u.from_month,
                       r.later, u.sheet, u.row_index, u.column_index, l.line, '', l.line
                from version r join intake.unit u on u.statement_id = r.of_statement
                cross join lateral (select concat_ws(' ', u.name, u.industry, u.region_code, u.scope, u.park,
                                                     u.town, array_to_string(u.parks, ' '), u.from_month, u.to_month)
                                           as line) l
            )""";

    private static final String OF_CALL = WANTED.formatted("u.call_id = :call") + ", " + OLDER + """
            , renewed as (
                select * from older o
                where exists (select 1 from intake.verdict v
                              where v.statement_id = o.statement_id and v.submission_id = o.submission_id
                                and v.call_id = :call
                                and v.verdict in ('accepted', 'accepted_with_warnings', 'waiting', 'returned'))
            )""";

    private static final String OF_SUBMISSION =
            WANTED.formatted("""
            u.submission_id = (select coalesce(repeats, submission_id) from intake.submission
                               where submission_id = :submission)
            """) + ", " + OLDER + ", renewed as (select * from older)";

    private static final String OF_TWO = """
            renewed as materialized (
                select n.statement_id, n.submission_id, p.statement_id as earlier
                from intake.statement n
                join intake.statement p
                  on (p.form, p.reporter_code, p.period) = (n.form, n.reporter_code, n.period)
                where n.submission_id = (select coalesce(repeats, submission_id) from intake.submission
                                         where submission_id = :later)
                  and p.submission_id = (select coalesce(repeats, submission_id) from intake.submission
                                         where submission_id = :earlier)
            )""";

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    VersionRepository(JdbcClient jdbc, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        transaction = new TransactionTemplate(transactions);
    }

    /** What the statements that a call newly brought change against the versions before them. */
    List<Change> changes(long call, List<String> items, Weights weights) {
        boolean anyBefore = jdbc.sql("select exists (select 1 from intake.submission where call_id < :call)")
                .param("call", call)
                .query(Boolean.class)
                .single();
        return !anyBefore ? List.of() : changes(OF_CALL, items, weights, "call", call, "call", call);
    }

    /** Likewise of one submission. */
    List<Change> changesOf(long submission, List<String> items, Weights weights) {
        return changes(OF_SUBMISSION, items, weights, "submission", submission, "submission", submission);
    }

    /** Likewise between two submissions. */
    List<Change> changesBetween(long earlier, long later, List<String> items, Weights weights) {
        return changes(OF_TWO, items, weights, "earlier", earlier, "later", later);
    }

    /**
     * Pairs and figures stand in tables of the transaction's own whose sizes the planner knows: of hundreds of thousands
     * of statements it else compares each with each.
     */
    private List<Change> changes(
            String renewed, List<String> items, Weights weights, String name, long value, String other, long second) {
        return Objects.requireNonNull(transaction.execute(status -> {
            gather(renewed, name, value, other, second);
            return changes(items, weights);
        }));
    }

    private void gather(String renewed, String name, long value, String other, long second) {
        jdbc.sql("drop table if exists pg_temp.pair, pg_temp.figure").update();
        jdbc.sql("create temp table pair on commit drop as with " + renewed + " select * from renewed")
                .param(name, value)
                .param(other, second)
                .update();
        jdbc.sql("analyze pair").update();
        jdbc.sql("create temp table figure on commit drop as with renewed as (select * from pair), " + STATED
                        + " select * from stated")
                .update();
        jdbc.sql("analyze figure").update();
    }

    private List<Change> changes(List<String> items, Weights weights) {
        return jdbc.sql("with " + Weights.WEIGHT + ", " + Weights.PART + """
                        , cell as (
                            select statement_id, item, carrier
                            from figure group by 1, 2, 3
                            having max(state) filter (where later) is distinct from max(state) filter (where not later)
                        ), changed as (
                            select statement_id, count(*) as cells from cell group by 1
                        ), weighed as (
                            select s.statement_id, s.later, s.carrier, s.state::numeric * w.tce as tce
                            from figure s join weight w on w.carrier = s.carrier and w.unit = s.unit
                            where s.item = any(:items) and s.state ~ '^-?[0-9.]+$' and w.tce <> 0
                        ), divided as (
                            select distinct c.statement_id, c.later, p.total as carrier
                            from weighed c join part p on p.part = c.carrier where c.tce <> 0
                        ), total as (
                            select statement_id, sum(tce) filter (where later) as now,
                                   sum(tce) filter (where not later) as before
                            from weighed left join divided d using (statement_id, later, carrier)
                            where d.carrier is null group by 1
                        ), version as (
                            select statement_id, statement_id as of_statement, true as later from pair
                            union all
                            select statement_id, earlier, false from pair
                        ), doubt as (
                            select distinct r.statement_id, r.later, f.rule,
                                   case when (f.sheet, f.row_index, f.column_index)
                                             = (s.named_sheet, s.named_row, s.named_column) then ''
                                        else coalesce(o.item || '/' || o.carrier,
                                                      concat_ws('/', f.row_index, f.column_index)) end as place
                            from version r
                            join intake.statement s on s.statement_id = r.of_statement
                            join intake.finding f on f.statement_id = r.of_statement
                            left join intake.observation o
                              on o.statement_id = f.statement_id
                             and (o.sheet, o.row_index, o.column_index) = (f.sheet, f.row_index, f.column_index)
                            where f.severity <> 'info' and f.rule <> :notRegistered
                        ), moved as (
                            select statement_id, bool_or(later) as later, bool_or(not later) as earlier
                            from doubt group by statement_id, rule, place
                        ), faults as (
                            select statement_id, count(*) filter (where not later) as cured,
                                   count(*) filter (where not earlier) as added
                            from moved group by 1
                        )
                        select r.statement_id, r.submission_id, r.earlier, s.form, s.definition, s.reporter_code,
                               s.reporter_name, s.period, coalesce(c.cells, 0), t.before, t.now,
                               coalesce(f.cured, 0), coalesce(f.added, 0)
                        from pair r
                        join intake.statement s using (statement_id)
                        left join changed c using (statement_id)
                        left join total t using (statement_id)
                        left join faults f using (statement_id)
                        order by r.statement_id
                        """)
                .params(weights.weighing())
                .params(weights.dividing())
                .param("items", items.toArray(String[]::new))
                .param("notRegistered", NOT_REGISTERED)
                .query((rs, n) -> new Change(
                        rs.getLong(1),
                        rs.getLong(2),
                        rs.getLong(3),
                        rs.getString(4),
                        rs.getString(5),
                        rs.getString(6),
                        rs.getString(7),
                        rs.getString(8),
                        rs.getLong(9),
                        rs.getBigDecimal(10),
                        rs.getBigDecimal(11),
                        rs.getLong(12),
                        rs.getLong(13)))
                .list();
    }

    /** The figures in which one version of a statement differs from another. */
    List<CellChange> cells(long earlier, long later) {
        return jdbc.sql("""
                        with renewed as (
                            select cast(:later as bigint) as statement_id, 0 as submission_id,
                                   cast(:earlier as bigint) as earlier
                        ),
                        """ + STATED + """
                        select item, carrier,
                               (array_agg(sheet order by later desc))[1], (array_agg(row_index order by later desc))[1],
                               (array_agg(column_index order by later desc))[1],
                               max(raw) filter (where not later), max(raw) filter (where later)
                        from stated group by 1, 2
                        having max(state) filter (where later) is distinct from max(state) filter (where not later)
                        order by 3, 4, 5
                        """)
                .param("later", later)
                .param("earlier", earlier)
                .query((rs, n) -> new CellChange(
                        rs.getString(1),
                        rs.getString(2),
                        new CellAddress(rs.getString(3), rs.getInt(4), rs.getInt(5)),
                        text(rs.getString(6)),
                        text(rs.getString(7))))
                .list();
    }

    private static String text(@Nullable String raw) {
        return raw == null ? "" : raw;
    }

    /** The newest submission of these bytes. */
    Optional<Long> submissionOf(String sha256) {
        return newest("sha256 = ?", sha256);
    }

    /** The newest submission of a file known by this name. */
    Optional<Long> submissionNamed(String file) {
        return newest("file = ?", file);
    }

    private Optional<Long> newest(String where, String value) {
        return jdbc.sql("select submission_id from intake.submission where " + where
                        + " order by submission_id desc limit 1")
                .param(value)
                .query(Long.class)
                .optional();
    }

    /** When and from where a submission came, and what became of it. */
    Optional<Receipt> receipt(long submission) {
        return receipts("u.submission_id = ?", submission).stream().findFirst();
    }

    /** The receipts of all versions of the statements of a submission, oldest first. */
    List<Receipt> history(long submission) {
        return receipts("""
                u.submission_id in (
                    select again.submission_id
                    from intake.submission mine
                    join intake.statement m on m.submission_id = coalesce(mine.repeats, mine.submission_id)
                    join intake.statement s on (s.form, s.reporter_code, s.period) = (m.form, m.reporter_code, m.period)
                    join intake.submission of on of.submission_id = s.submission_id
                    join intake.submission again on again.sha256 = of.sha256
                    where mine.submission_id = ?)
                """, submission);
    }

    private List<Receipt> receipts(String where, long submission) {
        return jdbc.sql("""
                        select u.submission_id, u.file, u.sha256, c.received_at, c.officer, c.host, u.source,
                               array_to_string(array(select distinct v.verdict from intake.verdict v
                                     where v.submission_id = u.submission_id order by 1), ',')
                        from intake.submission u join intake.call c using (call_id)
                        where %s order by u.submission_id
                        """.formatted(where))
                .param(submission)
                .query((rs, n) -> new Receipt(
                        rs.getLong(1),
                        rs.getString(2),
                        rs.getString(3),
                        instant(rs.getObject(4, OffsetDateTime.class)),
                        text(rs.getString(5)),
                        text(rs.getString(6)),
                        text(rs.getString(7)),
                        List.of(rs.getString(8).split(","))))
                .list();
    }

    private static Instant instant(OffsetDateTime time) {
        return time.toInstant();
    }
}
