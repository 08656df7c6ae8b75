package org.tanzhang.intake.comparison;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tanzhang.observation.CellAddress;
import org.tanzhang.observation.NotationKey;
import org.tanzhang.observation.Observation;
import org.tanzhang.quality.comparison.Beside;
import org.tanzhang.quality.comparison.CellPair;
import org.tanzhang.quality.comparison.Earlier;
import org.tanzhang.quantity.Unit;

/** Figures of a reporter beside its own of an earlier period. */
@Repository
class PeriodRepository {

    private static final int FETCHED = 1000;

    private final JdbcClient jdbc;

    PeriodRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Two cells laid side by side; item and carrier are codes, the item as the form of the later statement names it. */
    record Cells(
            Subject subject,
            boolean atLater,
            String form,
            String item,
            String laterPeriod,
            String earlierPeriod,
            CellPair pair) {}

    /**
     * Gathers what makes figures of different units comparable. In a table with an index: how many figures there are the
     * planner cannot know, and without it he may hold each beside each weight.
     */
    void weigh(Weights weights) {
        jdbc.sql("create temp table weighing on commit drop as with " + Weights.WEIGHT + " select * from weight")
                .params(weights.weighing())
                .update();
        jdbc.sql("create index on weighing (carrier, unit)").update();
        jdbc.sql("analyze weighing").update();
    }

    /**
     * Tells of the cells that differ by more than a factor; whether they do so by too much is for the rule to say.
     *
     * @param factor 1 for all that differ at all
     * @param falling whether only what became less is wanted
     */
    void cells(
            List<String> forms,
            Earlier earlier,
            Beside beside,
            BigDecimal factor,
            boolean falling,
            Consumer<Cells> listener) {
        Map<String, Unit> units = new HashMap<>();
        // an export in another unit than last year's differs in a million cells
        jdbc.sql("""
                        with item as materialized (
                            select * from unnest(cast(:later as text[]), cast(:earlier as text[]), cast(:turned as boolean[]))
                                     with ordinality as i(later_item, earlier_item, turned, place)
                        ), asked as materialized (
                            select * from pair
                            where relation = :relation and form = any(:forms) and subject is not null
                        ), now as materialized (
                            select a.*, i.place, o.carrier, o.sheet, o.row_index, o.column_index, o.raw, o.value,
                                   o.notation, o.unit, w.scale
                            from asked a
                            join intake.observation o on o.statement_id = a.later
                            join item i on i.later_item = o.item
                            join weighing w on w.carrier = o.carrier and w.unit = o.unit
                        ), before as materialized (
                            select a.*, i.place, o.carrier, o.sheet, o.row_index, o.column_index, o.raw, o.value,
                                   o.notation, o.unit, w.scale
                            from asked a
                            join intake.observation o on o.statement_id = a.earlier
                            join item i on i.earlier_item = o.item
                            join weighing w on w.carrier = o.carrier and w.unit = o.unit
                        ), both_sides as (
                            select coalesce(n.form, b.form) as form, coalesce(n.later_period, b.later_period) as later_period,
                                   coalesce(n.earlier_period, b.earlier_period) as earlier_period,
                                   coalesce(n.subject, b.subject) as subject, coalesce(n.at_later, b.at_later) as at_later,
                                   coalesce(n.place, b.place) as place, coalesce(n.carrier, b.carrier) as carrier,
                                   n.sheet as now_sheet, n.row_index as now_row, n.column_index as now_column,
                                   n.raw as now_raw, n.value as now_value, n.notation as now_notation, n.unit as now_unit,
                                   b.sheet as before_sheet, b.row_index as before_row, b.column_index as before_column,
                                   b.raw as before_raw, b.value as before_value, b.notation as before_notation,
                                   b.unit as before_unit,
                                   coalesce(n.value * n.scale, 0) as x, coalesce(b.value * b.scale, 0) as y
                            from now n full join before b using (later, earlier, place, carrier)
                            where coalesce(n.notation, 'BLANK') in ('BLANK', 'DASH', 'NO')
                              and coalesce(b.notation, 'BLANK') in ('BLANK', 'DASH', 'NO')
                              and (:blankIsNone or (n.value is not null and b.value is not null))
                        )
                        select p.*, i.later_item, i.earlier_item, i.turned, s.submission_id,
                               s.statement_id, s.sheet, s.named_row as row_index, s.named_column as column_index,
                               null::numeric as own
                        from both_sides p
                        join item i using (place)
                        join incoming s on s.statement_id = p.subject
                        where (cardinality(:only) = 0 or p.carrier = any(:only)) and p.carrier <> all(:leftOut)
                          and case when i.turned then
                                  abs(x) > :factor * abs(y) or abs(y) > :factor * abs(x) or x * y > 0
                              else
                                  abs(x) > :factor * abs(y) or abs(y) > :factor * abs(x) or x * y < 0
                              end
                          and (not :falling or x < y)
                        order by s.statement_id, p.place, p.carrier
                        """)
                .param("relation", earlier.code())
                .param("forms", forms.toArray(String[]::new))
                .param("later", beside.items().stream().map(Beside.Items::later).toArray(String[]::new))
                .param(
                        "earlier",
                        beside.items().stream().map(Beside.Items::earlier).toArray(String[]::new))
                .param(
                        "turned",
                        beside.items().stream().map(Beside.Items::turned).toArray(Boolean[]::new))
                .param("blankIsNone", beside.blankIsNone())
                .param("only", beside.only().toArray(String[]::new))
                .param("leftOut", beside.leftOut().toArray(String[]::new))
                .param("factor", factor)
                .param("falling", falling)
                .withFetchSize(FETCHED)
                .query((ResultSet rs) -> listener.accept(cells(rs, units)));
    }

    private static Cells cells(ResultSet rs, Map<String, Unit> units) throws SQLException {
        Observation now = observation(rs, "now", rs.getString("later_item"), units);
        Observation before = observation(rs, "before", rs.getString("earlier_item"), units);
        boolean atLater = rs.getBoolean("at_later");
        Observation own = atLater ? now : before;
        Subject whole = UnitRepository.subject(rs);
        Subject subject = own == null ? whole : whole.at(own.cell(), own.value());
        return new Cells(
                subject,
                atLater,
                rs.getString("form"),
                rs.getString("later_item"),
                rs.getString("later_period"),
                rs.getString("earlier_period"),
                new CellPair(now, before, rs.getBoolean("turned")));
    }

    private static @Nullable Observation observation(ResultSet rs, String side, String item, Map<String, Unit> units)
            throws SQLException {
        String unit = rs.getString(side + "_unit");
        if (unit == null) {
            return null;
        }
        String notation = rs.getString(side + "_notation");
        return new Observation(
                0,
                item,
                rs.getString("carrier"),
                new CellAddress(rs.getString(side + "_sheet"), rs.getInt(side + "_row"), rs.getInt(side + "_column")),
                rs.getString(side + "_raw"),
                rs.getBigDecimal(side + "_value"),
                notation == null ? null : NotationKey.valueOf(notation),
                units.computeIfAbsent(unit, Unit::parse));
    }

    /** Statements whose reporter stated a part of the form the year before, and none of it now. */
    List<Gone> gone(List<String> forms, List<String> items) {
        return jdbc.sql("""
                        select s.submission_id, s.statement_id, s.sheet, s.named_row as row_index,
                               s.named_column as column_index, null::numeric as own, a.earlier_period, count(*) as cells
                        from pair a
                        join incoming s on s.statement_id = a.later
                        join intake.observation o on o.statement_id = a.earlier and o.item = any(:items) and o.value <> 0
                        where a.relation = 'last-year' and a.form = any(:forms) and a.at_later
                          and not exists (select 1 from intake.observation o
                                          where o.statement_id = a.later and o.item = any(:items))
                        group by 1, 2, 3, 4, 5, 7 order by s.statement_id
                        """)
                .param("forms", forms.toArray(String[]::new))
                .param("items", items.toArray(String[]::new))
                .query((rs, n) ->
                        new Gone(UnitRepository.subject(rs), rs.getString("earlier_period"), rs.getInt("cells")))
                .list();
    }

    /** @param cells how many cells of the part were stated for the earlier period */
    record Gone(Subject subject, String earlierPeriod, int cells) {}
}
