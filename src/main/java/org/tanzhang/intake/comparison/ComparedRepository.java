package org.tanzhang.intake.comparison;

import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tanzhang.observation.CellAddress;
import org.tanzhang.quality.Finding;
import org.tanzhang.quality.comparison.Earlier;

/**
 * The statements of a call that may be accepted, and those they are compared with, in tables of the transaction's own.
 *
 * <p>What the call brings stands in place of what is in force under the same key, and all of it is compared at once, so
 * that the order of files cannot matter.
 */
@Repository
class ComparedRepository {

    private static final int BATCH = 1000;

    private final JdbcClient jdbc;
    private final JdbcTemplate template;

    ComparedRepository(JdbcClient jdbc, JdbcTemplate template) {
        this.jdbc = jdbc;
        this.template = template;
    }

    /**
     * Gathers what the call brings; false where there is nothing. What is returned for another fault is compared too, so
     * that its sender hears of every fault at once, but nothing is measured by it: it is not {@code sound}.
     */
    boolean gather() {
        jdbc.sql("""
                        create temp view incoming as
                        select c.submission_id, c.statement_id, c.form, c.reporter_kind, c.reporter_code,
                               coalesce(c.reporter_name, '') as reporter_name, c.period, c.year,
                               coalesce(c.named_sheet, c.sheet) as sheet, c.named_row, c.named_column, c.month, c.annual,
                               c.standing = 'wanted' as sound
                        from candidate c
                        where c.reporter_code is not null and c.period is not null
                          and c.standing in ('faulty', 'rival', 'wanted')
                        """).update();
        jdbc.sql("create temp table incoming_month on commit drop as select distinct form, year, month from incoming")
                .update();
        jdbc.sql("analyze incoming_month").update();
        return jdbc.sql("select exists (select 1 from incoming_month)")
                .query(Boolean.class)
                .single();
    }

    /**
     * Gathers the statements that count beside each other: what the call brings, what its reporters stated for the years
     * about, what others stated for the same months of this year and last, and beside a balance the one in the other
     * quantity and the region's population.
     */
    void gatherOthers(List<String> forms) {
        jdbc.sql("""
                        create temp table in_force on commit drop as
                        with years as (
                            select distinct year + d as year
                            from (select distinct year from incoming_month) i
                            cross join generate_series(-1, 1) d
                        ), months as (
                            select distinct form, year - d as year, month
                            from incoming_month i cross join generate_series(0, 1) d
                        ), balances as (
                            select distinct reporter_code, year from incoming
                            where form in ('energy-balance', 'energy-balance-standard', 'district-sectors')
                        ), accepted as (
                            select a.*, %s as month, length(a.period) = 4 as annual from intake.accepted_statement a
                            where form = any(:forms) and year in (select year from years)
                        ), other as (
                            select a.* from accepted a
                            where exists (select 1 from incoming i
                                          where (i.form, i.reporter_code) = (a.form, a.reporter_code)
                                            and a.year between i.year - 1 and i.year + 1)
                            union all
                            select a.* from accepted a join months using (form, year, month)
                            union all
                            select a.* from accepted a join balances using (reporter_code, year)
                            where a.form in ('energy-balance', 'energy-balance-standard', 'socio-economic')
                        ), newest as (
                            select distinct on (form, reporter_code, period) * from other
                            order by form, reporter_code, period, verdict_id desc
                        )
                        select statement_id, form, reporter_code, coalesce(reporter_name, '') as reporter_name, period, year,
                               month, annual
                        from newest f
                        where not exists (select 1 from incoming i
                                          where i.sound and (i.form, i.reporter_code, i.period) = (f.form, f.reporter_code, f.period))
                        """.formatted(LastMonth.of("a.period")))
                .param("forms", forms.toArray(String[]::new))
                .update();
        jdbc.sql("analyze in_force").update();
        jdbc.sql("""
                        create temp view available as
                        select statement_id, form, reporter_code, reporter_name, period, year, month, annual,
                               true as incoming, sound
                        from incoming
                        union all
                        select statement_id, form, reporter_code, reporter_name, period, year, month, annual, false, true
                        from in_force
                        """).update();
        // hashed, not sorted: keys are texts
        jdbc.sql("set local enable_mergejoin = off").update();
        jdbc.sql("""
                        create temp table series on commit drop as
                        select a.* from available a
                        join (select form, reporter_code from several
                              union
                              select form, reporter_code from available where exists (select 1 from in_force)
                              group by 1, 2 having count(*) > 1) s using (form, reporter_code)
                        """).update();
        jdbc.sql("set local enable_mergejoin = on").update();
        jdbc.sql("analyze series").update();
        jdbc.sql("""
                        create temp table pair (relation text, form text, later bigint, later_period text, earlier bigint,
                                                earlier_period text, subject bigint, at_later boolean) on commit drop
                        """).update();
    }

    /** The forms of all of them. */
    Set<String> forms() {
        return Set.copyOf(jdbc.sql("select form from incoming_month union select form from in_force")
                .query(String.class)
                .list());
    }

    /** Pairs each statement with earlier ones of its reporter; {@code subject} is the one that the call brought. */
    void pair() {
        for (Earlier earlier : Earlier.values()) {
            pair(earlier);
        }
        jdbc.sql("analyze pair").update();
    }

    private void pair(Earlier earlier) {
        String which = switch (earlier) {
            case LAST_YEAR_END -> "e.year = l.year - 1 and e.month = 12";
            case LAST_YEAR -> "e.year = l.year - 1 and e.month = l.month";
            case MONTH_BEFORE -> "e.year = l.year and e.month < l.month and not e.annual and not l.annual";
            case SAME_YEAR -> "e.year = l.year and (e.month, e.annual) < (l.month, l.annual)";
        };
        String preferred = switch (earlier) {
            case LAST_YEAR_END -> "e.annual desc";
            case LAST_YEAR -> "(e.annual = l.annual) desc";
            case MONTH_BEFORE, SAME_YEAR -> "e.month desc, e.annual desc";
        };
        jdbc.sql("""
                        insert into pair
                        select distinct on (l.statement_id) :relation, form, l.statement_id, l.period, e.statement_id,
                               e.period, case when l.incoming then l.statement_id
                                              when e.incoming then e.statement_id end, l.incoming
                        from series l join series e using (form, reporter_code)
                        where e.sound and %s order by l.statement_id, %s
                        """.formatted(which, preferred))
                .param("relation", earlier.code())
                .update();
    }

    /** Gathers what the registers of the years say of units; of several lines of a year the last one's place stands. */
    void gatherRegisters() {
        jdbc.sql("""
                        create temp table register on commit drop as
                        select statement_id, submission_id, sheet, year, reporter_code, true as incoming
                        from incoming where form = 'unit-register' and sound
                        union all
                        select statement_id, submission_id, sheets[1], year, reporter_code, false
                        from intake.current_statement c
                        where form = 'unit-register' and year in (select year from incoming_month)
                          and not exists (select 1 from incoming i
                                          where i.sound and (i.form, i.reporter_code, i.period)
                                                            = (c.form, c.reporter_code, c.period))
                        """).update();
        jdbc.sql("""
                        create temp table registered on commit drop as
                        select distinct on (u.credit_code, r.year) u.credit_code, r.year, u.industry, u.region_code, u.scope,
                               min(u.opened) over lines as opened, max(u.closed) over lines as closed,
                               min(u.region_code) over lines <> max(u.region_code) over lines as moved
                        from register r join intake.unit u using (statement_id)
                        window lines as (partition by u.credit_code, r.year)
                        order by u.credit_code, r.year, r.reporter_code, u.to_month desc, u.unit_id
                        """).update();
        jdbc.sql("analyze registered").update();
    }

    /** Keeps what was found in a call. */
    void save(long call, List<Subject.Found> found) {
        template.batchUpdate("""
                insert into intake.finding (submission_id, statement_id, call_id, rule, severity, sheet, row_index,
                        column_index, value, arguments)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """, found, BATCH, (ps, f) -> {
            Finding finding = f.finding();
            CellAddress cell = finding.cell();
            ps.setLong(1, f.subject().submission());
            ps.setLong(2, f.subject().statement());
            ps.setLong(3, call);
            ps.setString(4, finding.rule());
            ps.setString(5, finding.severity().code());
            ps.setString(6, finding.sheet());
            ps.setObject(7, cell == null ? null : cell.row(), java.sql.Types.INTEGER);
            ps.setObject(8, cell == null ? null : cell.column(), java.sql.Types.INTEGER);
            ps.setString(9, finding.value());
            ps.setArray(
                    10,
                    ps.getConnection().createArrayOf("text", finding.arguments().toArray()));
        });
    }
}
