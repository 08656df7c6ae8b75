package org.tanzhang.intake.comparison;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tanzhang.quality.check.Limits;
import org.tanzhang.quality.comparison.MeasurePrice;
import org.tanzhang.quality.comparison.MeasureRelation;
import org.tanzhang.quantity.Unit;
import org.tanzhang.quantity.Units;

/** The measures of a unit and year that came in exports of their own, beside each other. */
@Repository
class MeasureRepository {

    /** The cells of the measures compared, in the order of the relation's terms, with where each came. */
    private static final String CELLS = """
            select f.reporter_code, f.for_year, f.carrier, f.unit, trim_scale(round(f.left_sum / f.scale, 6)) as left_sum,
                   trim_scale(round(f.right_sum / f.scale, 6)) as right_sum, m.measure, m.statement_id, m.submission_id,
                   m.incoming, m.sound, u.file, coalesce(o.sheet, i.sheet, '') as sheet,
                   coalesce(o.row_index, i.named_row) as row_index,
                   coalesce(o.column_index, i.named_column) as column_index, o.value as own
            from found f
            join term t on t.sign <> 0
            join measure m on (m.reporter_code, m.for_year, m.measure) = (f.reporter_code, f.for_year, t.measure)
            left join measured c on (c.statement_id, c.measure, c.carrier) = (m.statement_id, m.measure, f.carrier)
            left join intake.observation o on o.observation_id = c.observation_id
            left join incoming i on i.statement_id = m.statement_id
            join intake.submission u on u.submission_id = m.submission_id
            order by f.reporter_code, f.for_year, f.carrier, t.place
            """;

    private final JdbcClient jdbc;

    MeasureRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A unit's year at a carrier where measures do not stand as they must; sums in the unit. */
    record Apart(
            String reporter,
            String year,
            String carrier,
            Unit unit,
            BigDecimal left,
            BigDecimal right,
            List<Measure> measures) {

        /**
         * The measure that is marked: the one that is returned for another fault, by which none is measured, else the
         * first that the call brought and that states a figure, else the first that it brought. None where two are faulty.
         */
        Optional<Measure> marked() {
            List<Measure> faulty = measures.stream().filter(m -> !m.sound()).toList();
            if (faulty.size() > 1) {
                return Optional.empty();
            }
            List<Measure> came =
                    faulty.isEmpty() ? measures.stream().filter(Measure::incoming).toList() : faulty;
            return came.stream()
                    .filter(Measure::isStated)
                    .findFirst()
                    .or(() -> came.stream().findFirst());
        }
    }

    /** A measure of the unit, stated or not, and the file in which it came. */
    record Measure(String measure, Subject subject, boolean incoming, boolean sound, String file) {

        boolean isStated() {
            return !subject.value().isEmpty();
        }
    }

    /**
     * Gathers the measures of the units of which the call brought one and there are several; false where there are none.
     * Last year's closing stock stands beside this year's measures as {@code last-year.closing-stock}.
     */
    boolean gather(List<String> forms, Weights weights) {
        jdbc.sql("drop table if exists pg_temp.measure, pg_temp.measured").update();
        boolean several = jdbc.sql("""
                        with years as (select min(year) - 1 as low, max(year) + 1 as high from incoming where form = any(:forms))
                        select count(*) > 1 from unnest(:forms) f(form)
                        where exists (select 1 from intake.statement s, years
                                      where s.form = f.form and s.year between low and high)
                        """)
                .param("forms", forms.toArray(String[]::new))
                .query(Boolean.class)
                .single();
        if (!several) {
            return false;
        }
        jdbc.sql("""
                        create temp table measure on commit drop as
                        with came as (
                            select distinct on (form, reporter_code, period) statement_id, submission_id, form,
                                   reporter_code, period, true as incoming, sound
                            from incoming where form = any(:forms)
                            order by form, reporter_code, period, sound desc, statement_id
                        ), kept as (
                            select distinct on (a.form, a.reporter_code, a.period) a.statement_id, a.submission_id, a.form,
                                   a.reporter_code, a.period, false as incoming, true as sound
                            from intake.accepted_statement a
                            where a.form = any(:forms) and a.reporter_code in (select reporter_code from came)
                              and a.year between (select min(year) - 1 from incoming) and (select max(year) + 1 from incoming)
                              and not exists (select 1 from came c
                                              where (c.form, c.reporter_code, c.period) = (a.form, a.reporter_code, a.period))
                            order by a.form, a.reporter_code, a.period, a.verdict_id desc
                        ), every as (
                            select *, substr(form, length('wide-export.') + 1) as measure
                            from (select * from came union all select * from kept) both_kinds
                            where length(period) = 4
                        ), placed as (
                            select statement_id, submission_id, reporter_code, period as for_year, measure, measure as item,
                                   incoming, sound
                            from every
                            union all
                            select statement_id, submission_id, reporter_code, (period::int + 1)::text,
                                   'last-year.' || measure, measure, incoming, sound
                            from every where measure = 'closing-stock'
                        )
                        select p.* from placed p
                        join (select reporter_code, for_year from placed group by 1, 2
                              having count(*) > 1 and bool_or(incoming)) together using (reporter_code, for_year)
                        """).param("forms", forms.toArray(String[]::new)).update();
        jdbc.sql("analyze measure").update();
        // money is in no unit of the carrier: it has no weight and counts as it stands
        jdbc.sql("create temp table measured on commit drop as with " + Weights.WEIGHT + """
                        select m.reporter_code, m.for_year, m.measure, m.statement_id, o.observation_id, o.carrier, o.unit,
                               coalesce(w.scale, 1) as scale, o.value * coalesce(w.scale, 1) as amount
                        from measure m join intake.observation o on o.statement_id = m.statement_id and o.item = m.item
                        left join weight w on w.carrier = o.carrier and w.unit = o.unit
                        where coalesce(o.notation, '') not in ('BLANK', 'DASH', 'NO')
                        """).params(weights.weighing()).update();
        jdbc.sql("analyze measured").update();
        return true;
    }

    /** The units and carriers whose measures do not stand as the relation says. */
    List<Apart> apart(MeasureRelation rule) {
        List<MeasureRelation.Term> terms = rule.terms();
        Boolean[] leftSide = new Boolean[terms.size()];
        for (int i = 0; i < leftSide.length; i++) {
            leftSide[i] = i < rule.left().size();
        }
        return gathered("""
                        with term as materialized (
                            select * from unnest(cast(:measures as text[]), cast(:signs as int[]), cast(:sides as boolean[]))
                                     with ordinality as t(measure, sign, is_left, place)
                        ), complete as (
                            select reporter_code, for_year from measure where measure = any(:needs)
                            group by 1, 2 having count(distinct measure) = cardinality(cast(:needs as text[]))
                        ), differing as (
                            select c.reporter_code, c.for_year, c.carrier, max(c.scale) as scale,
                                   (array_agg(c.unit order by c.scale desc))[1] as unit,
                                   coalesce(sum(c.amount * t.sign) filter (where t.is_left), 0) as left_sum,
                                   coalesce(sum(-c.amount * t.sign) filter (where not t.is_left), 0) as right_sum,
                                   count(*) filter (where t.sign <> 0) as cells,
                                   bool_or(t.is_left) and bool_or(t.sign <> 0 and not t.is_left) as on_both_sides
                            from measured c join term t using (measure)
                            join complete using (reporter_code, for_year)
                            where c.carrier <> all(:leftOut)
                            group by 1, 2, 3
                            having not bool_or(c.amount is null)
                               and not bool_or(c.measure = any(:unless) and c.amount <> 0)
                               and (cardinality(cast(:given as text[])) = 0 or bool_or(c.measure = any(:given) and c.amount <> 0))
                               and case when :equal then abs(sum(c.amount * t.sign)) else sum(c.amount * t.sign) end
                                   > :halfUnit * :terms * max(c.scale)
                        ), found as materialized (
                            select d.* from differing d
                            cross join lateral (
                                select max(scale(trim_scale(o.value))) as decimals
                                from measure m join term t on t.measure = m.measure and t.sign <> 0
                                join intake.observation o on o.statement_id = m.statement_id and o.unit = d.unit
                                where (m.reporter_code, m.for_year) = (d.reporter_code, d.for_year)) shown
                            where not on_both_sides or cells < 3
                               or abs(left_sum - right_sum) > 0.5 * power(10::numeric, -decimals) * cells * d.scale
                        )
                        """ + CELLS, Map.of(
                "measures", terms.stream().map(MeasureRelation.Term::measure).toArray(String[]::new),
                "signs", terms.stream().map(MeasureRelation.Term::sign).toArray(Integer[]::new),
                "sides", leftSide,
                "needs", rule.needs().toArray(String[]::new),
                "given", rule.given().toArray(String[]::new),
                "unless", rule.unless().toArray(String[]::new),
                "leftOut", rule.leftOut().toArray(String[]::new),
                "equal", rule.relation() == MeasureRelation.Relation.EQUAL,
                "halfUnit", rule.halfUnit(),
                "terms", rule.left().size() + rule.right().size()));
    }

    /** The purchases whose price lies outside the band; left is the money, right the amount in the unit of the band. */
    List<Apart> pricedApart(MeasurePrice rule, Weights weights, Units units) {
        List<String> carriers = rule.limits().keySet().stream().sorted().toList();
        Map<String, Object> parameters = new HashMap<>(weights.weighing());
        parameters.put("value", rule.value());
        parameters.put("quantity", rule.quantity());
        parameters.put("yuan", rule.yuan());
        parameters.put("priced", carriers.toArray(String[]::new));
        List<Limits> bands = carriers.stream().map(rule.limits()::get).toList();
        parameters.put("per", bands.stream().map(b -> printed(b.unit(), units)).toArray(String[]::new));
        parameters.put("low", bands.stream().map(Limits::low).toArray(BigDecimal[]::new));
        parameters.put("high", bands.stream().map(Limits::high).toArray(BigDecimal[]::new));
        return gathered("with " + Weights.WEIGHT + """
                        , term as materialized (
                            select * from (values (cast(:value as text), 1, 1), (cast(:quantity as text), 1, 2))
                                     as t(measure, sign, place)
                        ), band as materialized (
                            select b.*, w.scale
                            from unnest(cast(:priced as text[]), cast(:per as text[]), cast(:low as numeric[]),
                                        cast(:high as numeric[])) as b(carrier, unit, low, high)
                            join weight w on w.carrier = b.carrier and w.unit = b.unit
                        ), found as materialized (
                            select m.reporter_code, m.for_year, m.carrier, b.unit, 1 as scale, m.amount as left_sum,
                                   q.amount / b.scale as right_sum
                            from measured m
                            join measured q on (q.reporter_code, q.for_year, q.carrier) = (m.reporter_code, m.for_year, m.carrier)
                            join band b on b.carrier = m.carrier
                            where m.measure = :value and q.measure = :quantity and m.amount > 0 and q.amount > 0
                              and m.amount * :yuan not between b.low * q.amount / b.scale and b.high * q.amount / b.scale
                        )
                        """ + CELLS, parameters);
    }

    /** As it is printed: a band in GJ is one in 10^6 kJ. */
    private static String printed(Unit unit, Units units) {
        return units.all()
                .filter(unit::equals)
                .map(Unit::toString)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(unit + " is in no list of units"));
    }

    private record Key(String reporter, String year, String carrier) {}

    private List<Apart> gathered(String sql, Map<String, Object> parameters) {
        Map<Key, Apart> found = new LinkedHashMap<>();
        jdbc.sql(sql).params(parameters).query((ResultSet rs) -> {
            Key key = new Key(rs.getString("reporter_code"), rs.getString("for_year"), rs.getString("carrier"));
            Apart apart = found.get(key);
            if (apart == null) {
                apart = new Apart(
                        key.reporter(),
                        key.year(),
                        key.carrier(),
                        Unit.parse(rs.getString("unit")),
                        rs.getBigDecimal("left_sum"),
                        rs.getBigDecimal("right_sum"),
                        new ArrayList<>());
                found.put(key, apart);
            }
            apart.measures().add(measure(rs));
        });
        return List.copyOf(found.values());
    }

    private static Measure measure(ResultSet rs) throws SQLException {
        return new Measure(
                rs.getString("measure"),
                UnitRepository.subject(rs),
                rs.getBoolean("incoming"),
                rs.getBoolean("sound"),
                rs.getString("file"));
    }
}
