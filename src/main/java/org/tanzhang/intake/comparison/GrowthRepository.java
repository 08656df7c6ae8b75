package org.tanzhang.intake.comparison;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tanzhang.observation.CellAddress;
import org.tanzhang.quality.comparison.StatedGrowth;
import org.tanzhang.quantity.Quantity;
import org.tanzhang.quantity.Unit;

/** Growth as regions state it, beside the levels of both years. */
@Repository
class GrowthRepository {

    private static final Unit PERCENT = Unit.parse("1/10^2 1");

    private final JdbcClient jdbc;

    GrowthRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A stated growth. It is marked where the call brought the later statement, else last year's level.
     *
     * @param percent the growth
     * @param now the level, in {@code unit}
     * @param before last year's, in {@code unit}
     */
    record Growth(
            Subject subject,
            boolean atLater,
            String laterPeriod,
            String earlierPeriod,
            BigDecimal percent,
            BigDecimal now,
            BigDecimal before,
            Unit unit) {}

    /** What regions state of both years at the prices of one base year, of several the newest. */
    List<Growth> stated(List<String> forms, StatedGrowth rule) {
        return jdbc.sql("""
                        select distinct on (a.later) a.later_period, a.earlier_period, a.at_later,
                               g.value as growth, g.unit as growth_unit, n.value as now, n.unit as now_unit,
                               b.value as before, b.unit as before_unit,
                               s.submission_id, s.statement_id, o.sheet, o.row_index, o.column_index, o.value as own
                        from pair a
                        join incoming s on s.statement_id = a.subject
                        join intake.observation g on g.statement_id = a.later and g.item = :growth and g.value is not null
                        join intake.observation n on n.statement_id = a.later and n.item like :level || '@%' and n.value > 0
                        join intake.observation b on b.statement_id = a.earlier and b.item = n.item and b.value > 0
                        join intake.observation o
                          on o.observation_id = case when a.at_later then g.observation_id else b.observation_id end
                        where a.relation = 'last-year' and a.form = any(:forms)
                        order by a.later, n.item desc, n.observation_id
                        """)
                .param("forms", forms.toArray(String[]::new))
                .param("growth", rule.growth())
                .param("level", rule.level())
                .query(GrowthRepository::growth)
                .list();
    }

    private static Growth growth(ResultSet rs, int row) throws SQLException {
        Unit unit = Unit.parse(rs.getString("now_unit"));
        String sheet = rs.getString("sheet");
        return new Growth(
                new Subject(
                        rs.getLong("submission_id"),
                        rs.getLong("statement_id"),
                        sheet,
                        new CellAddress(sheet, rs.getInt("row_index"), rs.getInt("column_index")),
                        Subject.text(rs.getBigDecimal("own"))),
                rs.getBoolean("at_later"),
                rs.getString("later_period"),
                rs.getString("earlier_period"),
                quantity(rs, "growth").in(PERCENT).value().stripTrailingZeros(),
                rs.getBigDecimal("now"),
                quantity(rs, "before").in(unit).value(),
                unit);
    }

    private static Quantity quantity(ResultSet rs, String side) throws SQLException {
        return new Quantity(rs.getBigDecimal(side), Unit.parse(rs.getString(side + "_unit")));
    }
}
