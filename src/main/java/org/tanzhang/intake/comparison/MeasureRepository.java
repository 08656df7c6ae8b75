package org.tanzhang.intake.comparison;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
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
            select k.reporter_code, k.for_year, f.carrier, f.unit, trim_scale(round(f.left_sum, 6)) as left_sum,
                   trim_scale(round(f.right_sum, 6)) as right_sum, m.measure, m.statement_id, m.submission_id,
                   m.incoming, m.sound, u.file, coalesce(o.sheet, i.sheet, '') as sheet,
                   coalesce(o.row_index, i.named_row) as row_index,
                   coalesce(o.column_index, i.named_column) as column_index, o.value as own
            from found f
            join measured_unit k using (unit_number)
            join unnest(:compared) with ordinality as t(measure, place) on true
            join measure m on (m.unit_number, m.measure) = (f.unit_number, t.measure)
            left join intake.observation o
              on (o.statement_id, o.item, o.carrier) = (m.statement_id, m.item, f.carrier)
                 and coalesce(o.notation, '') not in ('BLANK', 'DASH', 'NO')
            left join incoming i on i.statement_id = m.statement_id
            join intake.submission u on u.submission_id = m.submission_id
            order by k.reporter_code, k.for_year, f.carrier, t.place
            """;

    private static final int FETCHED = 1000;

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
            List<Measure> came = faulty.isEmpty()
                    ? measures.stream().filter(Measure::incoming).toList()
                    : faulty;
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
     * Gathers the measures of the units of which the call brought one and there are several; returns the measures there
     * are, none where there is but one of every unit. Last year's closing stock stands beside this year's measures as {@code last-year.closing-stock}.
     *
     * <p>All are laid out once, a row a unit and carrier and a column a measure, so that a relation is one look at each row.
     */
    MeasureColumns gather(List<String> forms, Weights weights) {
        jdbc.sql("drop table if exists pg_temp.measure, pg_temp.measured_unit, pg_temp.measured")
                .update();
        if (!hasSeveral(forms)) {
            return MeasureColumns.NONE;
        }
        // hashed, not sorted: keys are texts
        jdbc.sql("set local enable_mergejoin = off").update();
        MeasureColumns columns = gatherMeasures(forms);
        if (!columns.isEmpty()) {
            layOut(columns, weights);
        }
        jdbc.sql("set local enable_mergejoin = on").update();
        return columns;
    }

    /** Whether the call brought one of the measures and there is another one of the years about. */
    private boolean hasSeveral(List<String> forms) {
        List<String> came = jdbc.sql("select distinct form from incoming_month where form = any(:forms)")
                .param("forms", forms.toArray(String[]::new))
                .query(String.class)
                .list();
        if (came.size() != 1) {
            return came.size() > 1;
        }
        return jdbc.sql("""
                        select form from intake.statement
                        where form = any(:others)
                          and year between (select min(year) - 1 from incoming_month where form = :came)
                                       and (select max(year) + 1 from incoming_month where form = :came)
                        order by form limit 1
                        """)
                .param(
                        "others",
                        forms.stream().filter(form -> !came.contains(form)).toArray(String[]::new))
                .param("came", came.get(0))
                .query(String.class)
                .optional()
                .isPresent();
    }

    private MeasureColumns gatherMeasures(List<String> forms) {
        jdbc.sql("""
                        create temp table measure on commit drop as
                        with came as materialized (
                            select distinct on (form, reporter_code, period) statement_id, submission_id, form,
                                   reporter_code, period, true as incoming, sound
                            from incoming where form = any(:forms) and length(period) = 4
                            order by form, reporter_code, period, sound desc, statement_id
                        ), accepted as (
                            select a.statement_id, a.submission_id, a.form, a.reporter_code, a.period, a.verdict_id
                            from intake.accepted_statement a
                            where a.form = any(:forms) and length(a.period) = 4
                              and a.year between (select min(year) - 1 from incoming_month)
                                             and (select max(year) + 1 from incoming_month)
                              and a.reporter_code in (select reporter_code from came)
                              and (a.form, a.reporter_code, a.period) not in (select form, reporter_code, period from came)
                        ), kept as (
                            select distinct on (form, reporter_code, period) * from accepted
                            order by form, reporter_code, period, verdict_id desc
                        ), every as materialized (
                            select *, substr(form, length('wide-export.') + 1) as item
                            from (select * from came
                                  union all
                                  select statement_id, submission_id, form, reporter_code, period, false, true from kept) a
                        ), placed as materialized (
                            select statement_id, submission_id, reporter_code, period as for_year, item as measure, item,
                                   incoming, sound
                            from every
                            union all
                            select statement_id, submission_id, reporter_code, (period::int + 1)::text, 'last-year.' || item,
                                   item, incoming, sound
                            from every where item = 'closing-stock'
                        ), together as (
                            select reporter_code, for_year, row_number() over () as unit_number
                            from placed group by 1, 2 having count(*) > 1 and bool_or(incoming)
                        )
                        select p.*, t.unit_number from placed p join together t using (reporter_code, for_year)
                        """).param("forms", forms.toArray(String[]::new)).update();
        // the cells of each unit that differs are looked up: of a changed export those are tens of thousands
        jdbc.sql("create index on measure (unit_number)").update();
        jdbc.sql("analyze measure").update();
        return new MeasureColumns(jdbc.sql("select distinct measure from measure order by 1")
                .query(String.class)
                .list());
    }

    private void layOut(MeasureColumns columns, Weights weights) {
        jdbc.sql("""
                        create temp table measured_unit on commit drop as
                        select unit_number, reporter_code, for_year, %s as came from measure group by 1, 2, 3
                        """.formatted(columns.bits())).update();
        jdbc.sql("create temp table measured on commit drop as with " + Weights.WEIGHT
                        + """
                        select m.unit_number, o.carrier, max(w.scale) as scale,
                               bool_or(o.notation in ('NE', 'IE', 'C', 'NA')) as hidden, %s
                        from measure m
                        join intake.observation o on o.statement_id = m.statement_id and o.item = m.item
                        join weight w on w.carrier = o.carrier and w.unit = o.unit
                        group by 1, 2
                        """.formatted(columns.figures("o.value * w.scale")))
                .params(weights.weighing())
                .update();
        jdbc.sql("analyze measured_unit").update();
        jdbc.sql("analyze measured").update();
    }

    /** Tells of the units and carriers whose measures do not stand as the relation says. */
    void apart(MeasureRelation rule, MeasureColumns columns, Consumer<Apart> listener) {
        if (!columns.haveAll(rule.needs()) || !rule.given().isEmpty() && !columns.haveAny(rule.given())) {
            return;
        }
        String left = columns.sum(rule.left());
        String right = columns.sum(rule.right());
        String difference = rule.relation() == MeasureRelation.Relation.EQUAL
                ? "abs(%s - (%s))".formatted(left, right)
                : "%s - (%s)".formatted(left, right);
        gathered(
                """
                        with differing as (
                            select w.unit_number, w.carrier, w.scale, %s as left_sum, %s as right_sum, %s as cells
                            from measured w join measured_unit k using (unit_number)
                            where k.came & :needed = :needed and not coalesce(w.hidden, false)
                              and %s > :tolerance * w.scale and (:always or %s) and not %s and w.carrier <> all(:leftOut)
                        ), found as materialized (
                            select d.unit_number, d.carrier, shown.unit, d.left_sum / d.scale as left_sum,
                                   d.right_sum / d.scale as right_sum
                            from differing d
                            cross join lateral (
                                select max(scale(trim_scale(o.value))) as decimals, min(p.unit) as unit
                                from measure m
                                join intake.observation p on p.statement_id = m.statement_id and p.carrier = d.carrier
                                join intake.observation o on o.statement_id = m.statement_id and o.unit = p.unit
                                where m.unit_number = d.unit_number and m.measure = any(:compared)) shown
                            where cells < 3 or abs(left_sum - right_sum) > 0.5 * power(10::numeric, -decimals) * cells * d.scale
                        )
                        """.formatted(
                                        left,
                                        right,
                                        columns.count(rule.compared()),
                                        difference,
                                        columns.anyNotZero(rule.given()),
                                        columns.anyNotZero(rule.unless()))
                        + CELLS,
                Map.of(
                        "needed", columns.mask(rule.needs()),
                        "tolerance",
                                rule.halfUnit()
                                        .multiply(BigDecimal.valueOf(
                                                rule.compared().size())),
                        "always", rule.given().isEmpty(),
                        "leftOut", rule.leftOut().toArray(String[]::new),
                        "compared", rule.compared().toArray(String[]::new)),
                listener);
    }

    /** Tells of the purchases priced outside the band; left is the money, right the amount in the unit of the band. */
    void pricedApart(
            MeasurePrice rule, MeasureColumns columns, Weights weights, Units units, Consumer<Apart> listener) {
        if (!columns.haveAll(List.of(rule.value(), rule.quantity()))) {
            return;
        }
        List<String> carriers = rule.limits().keySet().stream().sorted().toList();
        List<Limits> bands = carriers.stream().map(rule.limits()::get).toList();
        Map<String, Object> parameters = new HashMap<>(weights.weighing());
        parameters.put("compared", new String[] {rule.value(), rule.quantity()});
        parameters.put("yuan", rule.yuan());
        parameters.put("priced", carriers.toArray(String[]::new));
        parameters.put("per", bands.stream().map(b -> printed(b.unit(), units)).toArray(String[]::new));
        parameters.put("low", bands.stream().map(Limits::low).toArray(BigDecimal[]::new));
        parameters.put("high", bands.stream().map(Limits::high).toArray(BigDecimal[]::new));
        gathered(
                "with " + Weights.WEIGHT + """
                        , band as materialized (
                            select b.*, w.scale
                            from unnest(cast(:priced as text[]), cast(:per as text[]), cast(:low as numeric[]),
                                        cast(:high as numeric[])) as b(carrier, unit, low, high)
                            join weight w on w.carrier = b.carrier and w.unit = b.unit
                        ), found as materialized (
                            select d.unit_number, d.carrier, b.unit, d.%1$s as left_sum, d.%2$s / b.scale as right_sum
                            from measured d join band b using (carrier)
                            where d.%1$s > 0 and d.%2$s > 0
                              and d.%1$s * :yuan not between b.low * d.%2$s / b.scale and b.high * d.%2$s / b.scale
                        )
                        """.formatted(columns.of(rule.value()), columns.of(rule.quantity())) + CELLS,
                parameters,
                listener);
    }

    /** As it is printed: a band in GJ is one in 10^6 kJ. */
    private static String printed(Unit unit, Units units) {
        return units.all()
                .filter(unit::equals)
                .map(Unit::toString)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(unit + " is in no list of units"));
    }

    private record Key(String reporter, String year, String carrier) {

        static Key of(Apart apart) {
            return new Key(apart.reporter(), apart.year(), apart.carrier());
        }
    }

    /** The rows of one key stand one below the other. */
    private void gathered(String sql, Map<String, Object> parameters, Consumer<Apart> listener) {
        Deque<Apart> open = new ArrayDeque<>(1);
        jdbc.sql(sql).params(parameters).withFetchSize(FETCHED).query((ResultSet rs) -> {
            Key key = new Key(rs.getString("reporter_code"), rs.getString("for_year"), rs.getString("carrier"));
            if (!open.isEmpty() && !key.equals(Key.of(open.element()))) {
                listener.accept(open.remove());
            }
            if (open.isEmpty()) {
                open.add(new Apart(
                        key.reporter(),
                        key.year(),
                        key.carrier(),
                        Unit.parse(rs.getString("unit")),
                        rs.getBigDecimal("left_sum"),
                        rs.getBigDecimal("right_sum"),
                        new ArrayList<>()));
            }
            open.element().measures().add(measure(rs));
        });
        open.forEach(listener);
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
