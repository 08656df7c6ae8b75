package org.tanzhang.intake.comparison;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tanzhang.quality.comparison.Band;

/** What units consume of all carriers together, this year and last, and how their divisions moved. */
@Repository
class TotalRepository {

    private static final String BEYOND = """
            greatest(now, usual) > :factor * least(now, usual) and abs(now - usual) > :floor
            """;

    private final JdbcClient jdbc;

    TotalRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A unit's totals in tce.
     *
     * @param median the median of this year's over last year's in the unit's division; 1 where it was not asked for
     * @param units how many units the median is of
     */
    record Totals(
            Subject subject,
            boolean atLater,
            String laterPeriod,
            String earlierPeriod,
            String division,
            BigDecimal now,
            BigDecimal before,
            BigDecimal median,
            int units) {}

    /** Sums an item over the carriers, a total's parts before the total, for both years of every pair. */
    void sum(List<String> forms, String item, Weights weights) {
        jdbc.sql("drop table if exists unit_total").update();
        jdbc.sql("create temp table unit_total on commit drop as with " + Weights.WEIGHT + ", " + Weights.PART + """
                        , side as (
                            select later as statement_id from pair where relation = 'last-year' and form = any(:forms)
                            union select earlier from pair where relation = 'last-year' and form = any(:forms)
                        ), cell as materialized (
                            select o.statement_id, o.carrier, o.observation_id, o.value * w.tce as tce
                            from side join intake.observation o using (statement_id)
                            join weight w on w.carrier = o.carrier and w.unit = o.unit
                            where o.item = :item and o.value <> 0 and w.tce <> 0
                        ), divided as (
                            select distinct c.statement_id, p.total as carrier
                            from cell c join part p on p.part = c.carrier
                        )
                        select statement_id, sum(tce) as tce,
                               (array_agg(observation_id order by tce desc, carrier))[1] as largest
                        from cell left join divided d using (statement_id, carrier)
                        where d.carrier is null group by 1
                        """)
                .params(weights.weighing())
                .params(weights.dividing())
                .param("forms", forms.toArray(String[]::new))
                .param("item", item)
                .update();
        jdbc.sql("analyze unit_total").update();
    }

    /** The units whose totals left a band between the two years. */
    List<Totals> changed(List<String> forms, Band band) {
        return jdbc.sql("""
                        with total as (
                            select p.*, coalesce(n.tce, 0) as now, coalesce(b.tce, 0) as before,
                                   coalesce(b.tce, 0) as usual, 1::numeric as median, '' as division, 0 as units,
                                   case when p.at_later then n.largest else b.largest end as largest
                            from pair p
                            left join unit_total n on n.statement_id = p.later
                            left join unit_total b on b.statement_id = p.earlier
                            where p.relation = 'last-year' and p.form = any(:forms) and p.subject is not null
                        )
                        """ + found())
                .param("forms", forms.toArray(String[]::new))
                .param("factor", band.factor())
                .param("floor", band.floor())
                .query(TotalRepository::totals)
                .list();
    }

    /** The units whose totals moved otherwise than the median of their division. */
    List<Totals> apart(List<String> forms, Band band, int minimum) {
        return jdbc.sql("""
                        with moved as (
                            select p.*, a.sound, left(r.industry, 2) as division, n.tce as now, b.tce as before,
                                   n.tce / b.tce as ratio, case when p.at_later then n.largest else b.largest end as largest
                            from pair p
                            join available a on a.statement_id = p.later
                            join registered r on r.credit_code = a.reporter_code and r.year = a.year
                            join unit_total n on n.statement_id = p.later
                            join unit_total b on b.statement_id = p.earlier
                            where p.relation = 'last-year' and p.form = any(:forms) and n.tce > 0 and b.tce > 0
                        ), division as (
                            select form, later_period, division, count(*) as units,
                                   percentile_disc(0.5) within group (order by ratio) as median
                            from moved where sound group by 1, 2, 3 having count(*) >= :minimum
                        ), total as (
                            select m.*, m.before * d.median as usual, d.median, d.units
                            from moved m join division d using (form, later_period, division)
                            where m.subject is not null
                        )
                        """ + found())
                .param("forms", forms.toArray(String[]::new))
                .param("factor", band.factor())
                .param("floor", band.floor())
                .param("minimum", minimum)
                .query(TotalRepository::totals)
                .list();
    }

    private static String found() {
        return """
                select s.submission_id, s.statement_id, t.at_later, t.later_period, t.earlier_period, t.division,
                       t.now, t.before, t.median, t.units, coalesce(o.sheet, s.sheet) as sheet,
                       coalesce(o.row_index, s.named_row) as row_index,
                       coalesce(o.column_index, s.named_column) as column_index, o.value as own
                from total t
                join incoming s on s.statement_id = t.subject
                left join intake.observation o on o.observation_id = t.largest
                where %s order by s.statement_id
                """.formatted(BEYOND);
    }

    private static Totals totals(ResultSet rs, int row) throws SQLException {
        return new Totals(
                UnitRepository.subject(rs),
                rs.getBoolean("at_later"),
                rs.getString("later_period"),
                rs.getString("earlier_period"),
                rs.getString("division"),
                rs.getBigDecimal("now"),
                rs.getBigDecimal("before"),
                rs.getBigDecimal("median"),
                rs.getInt("units"));
    }
}
