package org.tanzhang.intake.comparison;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tanzhang.observation.CellAddress;
import org.tanzhang.quality.comparison.UpperLevel;

/** Figures of a region beside the sum of what lies below it. */
@Repository
class LevelRepository {

    private final JdbcClient jdbc;

    LevelRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A region of a year, and one directly below it. */
    record Below(String parent, String child, int year) {}

    /** A region that states something for a year. */
    record Place(String region, int year) {}

    /**
     * A cell of the upper level beside the sum of the lower, both in the carrier's ledger unit.
     *
     * @param excess by how much the sum exceeds the upper level, tce
     * @param members how many statements the sum is of
     */
    record Level(
            Subject subject,
            String region,
            String form,
            String item,
            String carrier,
            String period,
            BigDecimal upper,
            BigDecimal sum,
            BigDecimal excess,
            int members,
            boolean complete) {}

    /** The regions whose statements of these forms the call brings. */
    List<Place> places(List<String> forms) {
        return jdbc.sql("select distinct reporter_code, year from incoming"
                        + " where form = any(:forms) and reporter_kind = 'REGION' order by 1, 2")
                .param("forms", forms.toArray(String[]::new))
                .query((rs, n) -> new Place(rs.getString(1), rs.getInt(2)))
                .list();
    }

    /**
     * Cells of regions that are less than the sum of the regions below by more than the rule's share, or, where all of them
     * state it, more than it by too much. The upper level's
     * cell is marked where the call brought it, else the largest cell below that it brought.
     */
    List<Level> regions(List<String> forms, UpperLevel rule, List<Below> families, Weights weights) {
        return jdbc.sql("with " + Weights.WEIGHT + """
                        , family as (
                            select * from unnest(cast(:parents as text[]), cast(:children as text[]), cast(:years as int[]))
                                     as f(parent, child, year)
                        ), cell as (
                            select a.reporter_code, a.form, a.year, a.period, a.incoming, a.sound, a.statement_id, o.observation_id,
                                   o.item, o.carrier, o.value * w.scale as value,
                                   case when w.scale <> 0 then w.tce / w.scale end as tce
                            from available a join intake.observation o using (statement_id)
                            join weight w on w.carrier = o.carrier and w.unit = o.unit
                            where a.form = any(:forms) and o.value is not null
                              and (cardinality(:items) = 0 or o.item = any(:items))
                        ), lower as (
                            select f.parent, c.form, c.year, c.period, c.item, c.carrier, sum(c.value) as value,
                                   count(*) as members,
                                   count(*) = (select count(*) from family k
                                               where (k.parent, k.year) = (f.parent, c.year)) as complete,
                                   (array_agg(observation_id order by value desc, reporter_code)
                                       filter (where incoming))[1] as largest
                            from cell c join family f on f.child = c.reporter_code and f.year = c.year
                            where c.sound
                            group by 1, 2, 3, 4, 5, 6
                        )
                        select u.reporter_code, u.form, u.item, u.carrier, u.period, u.value as upper, l.value as sum,
                               (l.value - u.value) * u.tce as excess, l.members, l.complete, s.submission_id, s.statement_id,
                               o.sheet, o.row_index, o.column_index, o.value as own
                        from cell u
                        join lower l on (l.parent, l.form, l.year, l.period, l.item, l.carrier)
                                        = (u.reporter_code, u.form, u.year, u.period, u.item, u.carrier)
                        join intake.observation o
                          on o.observation_id = case when u.incoming then u.observation_id else l.largest end
                        join incoming s on s.statement_id = o.statement_id
                        where l.value > u.value * :share and (l.value - u.value) * u.tce >= :floor
                           or l.complete and l.value < u.value * :least
                        order by s.statement_id, o.row_index, o.column_index
                        """)
                .params(weights.weighing())
                .param("parents", families.stream().map(Below::parent).toArray(String[]::new))
                .param("children", families.stream().map(Below::child).toArray(String[]::new))
                .param("years", families.stream().map(Below::year).toArray(Integer[]::new))
                .param("forms", forms.toArray(String[]::new))
                .param("items", rule.items().toArray(String[]::new))
                .param("share", rule.share())
                .param("least", rule.least())
                .param("floor", rule.floor())
                .query(LevelRepository::level)
                .list();
    }

    /**
     * Rows of incoming balances that are less than what the units of the region consumed in them. A unit counts with its
     * annual statement, else with the cumulative one to December; one that is wider than its
     * district, or moved within the year, does not count.
     */
    List<Level> units(List<String> forms, UpperLevel rule, Weights weights) {
        return jdbc.sql("with " + Weights.WEIGHT + ", " + Weights.PART + """
                        , region as (
                            select * from incoming where form = any(:forms) and month = 12
                        ), unit_year as (
                            select distinct on (a.reporter_code, a.year) a.statement_id, r.region_code, a.year
                            from (
                                select statement_id, reporter_code, year, annual, month, verdict_id, period from (
                                    select distinct on (reporter_code, period) c.*, period !~ '[.]' as annual,
                                           case when period !~ '[.]' or period like '%-01..12' then 12 end as month
                                    from intake.accepted_statement c
                                    where form = '205-1' and year in (select year from region)
                                    order by reporter_code, period, verdict_id desc) in_force
                                where not exists (select 1 from incoming i
                                                  where i.sound and (i.form, i.reporter_code, i.period)
                                                        = ('205-1', in_force.reporter_code, in_force.period))
                                union all
                                select statement_id, reporter_code, year, annual, month, 0, period
                                from incoming where form = '205-1' and sound
                            ) a
                            join registered r on r.credit_code = a.reporter_code and r.year = a.year
                            where a.month = 12 and r.scope in ('SITE', 'DISTRICT') and not r.moved
                              and (r.region_code, a.year) in (select reporter_code, year from region)
                            order by a.reporter_code, a.year, a.annual desc
                        ), cell as materialized (
                            select u.statement_id, u.region_code, u.year, o.item, o.carrier, w.carrier_group,
                                   o.value * w.scale * case when o.item = 'consumption' then 1 else -1 end as value
                            from unit_year u join intake.observation o using (statement_id)
                            join weight w on w.carrier = o.carrier and w.unit = o.unit
                            where o.value <> 0
                              and o.item in ('consumption', 'input.power', 'input.heat', 'input.washing', 'input.coking',
                                             'input.refining', 'input.gas-making', 'input.liquefaction',
                                             'input.briquetting')
                        ), divided as (
                            select distinct c.statement_id, c.item, p.total as carrier
                            from cell c join part p on p.part = c.carrier
                        ), lower as (
                            select region_code, year, carrier_group as carrier, sum(value) as value,
                                   count(distinct statement_id) as members
                            from cell left join divided d using (statement_id, item, carrier)
                            where d.carrier is null group by 1, 2, 3
                        ), upper as (
                            select r.*, o.item, o.carrier, o.sheet as at_sheet, o.row_index, o.column_index, o.value as own,
                                   o.value * w.scale as value, w.tce / w.scale as tce
                            from region r join intake.observation o using (statement_id)
                            join weight w on w.carrier = o.carrier and w.unit = o.unit
                            where o.item = any(:items) and o.value is not null
                        )
                        select u.reporter_code, u.form, u.item, u.carrier, u.period, u.value as upper, l.value as sum,
                               (l.value - u.value) * u.tce as excess, l.members, false as complete, u.submission_id, u.statement_id,
                               u.at_sheet as sheet, u.row_index, u.column_index, u.own
                        from upper u join lower l on (l.region_code, l.year, l.carrier) = (u.reporter_code, u.year, u.carrier)
                        where l.value > u.value * :share and (l.value - u.value) * u.tce >= :floor
                        order by u.statement_id, u.row_index, u.column_index
                        """)
                .params(weights.weighing())
                .params(weights.dividing())
                .param("forms", forms.toArray(String[]::new))
                .param("items", rule.items().toArray(String[]::new))
                .param("share", rule.share())
                .param("floor", rule.floor())
                .query(LevelRepository::level)
                .list();
    }

    private static Level level(ResultSet rs, int row) throws SQLException {
        Subject subject = new Subject(
                rs.getLong("submission_id"),
                rs.getLong("statement_id"),
                rs.getString("sheet"),
                new CellAddress(rs.getString("sheet"), rs.getInt("row_index"), rs.getInt("column_index")),
                Subject.text(rs.getBigDecimal("own")));
        return new Level(
                subject,
                rs.getString("reporter_code"),
                rs.getString("form"),
                rs.getString("item"),
                rs.getString("carrier"),
                rs.getString("period"),
                rs.getBigDecimal("upper"),
                rs.getBigDecimal("sum"),
                rs.getBigDecimal("excess"),
                rs.getInt("members"),
                rs.getBoolean("complete"));
    }
}
