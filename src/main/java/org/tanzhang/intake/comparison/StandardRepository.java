package org.tanzhang.intake.comparison;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tanzhang.observation.CellAddress;
import org.tanzhang.quality.comparison.StandardQuantity;
import org.tanzhang.quantity.Quantity;
import org.tanzhang.quantity.Unit;
import org.tanzhang.quantity.Units;

/** Balances in standard quantity beside the physical ones of the same region and period. */
@Repository
class StandardRepository {

    private final JdbcClient jdbc;

    StandardRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A cell that is not what its physical quantity gives. The standard one is marked where the call brought it, else the
     * physical one.
     *
     * @param atStandard whether the standard one is marked
     * @param stated in the unit it is printed in
     * @param expected in that unit, three decimals
     * @param coefficient the coefficient in the two printed units, four significant digits
     */
    record Standard(
            Subject subject,
            boolean atStandard,
            String item,
            String carrier,
            String period,
            BigDecimal stated,
            BigDecimal expected,
            BigDecimal coefficient) {}

    /** The cells of both balances that are further apart than rounding and the rule's share explain. */
    List<Standard> cells(List<String> forms, StandardQuantity rule, Weights weights, Units units) {
        List<Unit> coal =
                units.all().filter(Unit.TONNE_COAL_EQUIVALENT::sameDimensionAs).toList();
        return jdbc
                .sql("with " + Weights.WEIGHT + """
                        , coal as materialized (
                            select * from unnest(cast(:coalUnits as text[]), cast(:coalTce as numeric[])) as c(unit, tce)
                        )
                        select so.item, so.carrier, s.period, so.value as stated, s.incoming,
                               po.value * w.tce as expected_tce, w.tce as physical_tce, c.tce as standard_tce,
                               i.submission_id, i.statement_id, o.sheet, o.row_index, o.column_index, o.value as own
                        from available s
                        join available p on (p.reporter_code, p.period) = (s.reporter_code, s.period) and p.form = :physical
                        join intake.observation so on so.statement_id = s.statement_id and so.value is not null
                        join intake.observation po on po.statement_id = p.statement_id and po.value is not null
                             and (po.item, po.carrier) = (so.item, so.carrier)
                        join weight w on w.carrier = po.carrier and w.unit = po.unit and w.tce <> 0
                        join coal c on c.unit = so.unit
                        join intake.observation o
                          on o.observation_id = case when s.incoming then so.observation_id else po.observation_id end
                        join incoming i on i.statement_id = o.statement_id
                        where s.form = any(:forms) and (s.incoming or s.sound) and (p.incoming or p.sound)
                        order by i.statement_id, o.row_index, o.column_index
                        """)
                .params(weights.weighing())
                .param("coalUnits", coal.stream().map(Unit::toString).toArray(String[]::new))
                .param(
                        "coalTce",
                        coal.stream()
                                .map(u -> new Quantity(BigDecimal.ONE, u)
                                        .in(Unit.TONNE_COAL_EQUIVALENT)
                                        .value()
                                        .toPlainString())
                                .toArray(String[]::new))
                .param("physical", rule.physical())
                .param("forms", forms.toArray(String[]::new))
                .query((rs, n) -> {
                    BigDecimal unit = rs.getBigDecimal("standard_tce");
                    BigDecimal physical = rs.getBigDecimal("physical_tce");
                    BigDecimal expected = rs.getBigDecimal("expected_tce");
                    BigDecimal stated = rs.getBigDecimal("stated");
                    boolean off =
                            rule.isOff(rs.getString("carrier"), stated.multiply(unit), expected, unit.add(physical));
                    return new Cell(
                            off,
                            new Standard(
                                    new Subject(
                                            rs.getLong("submission_id"),
                                            rs.getLong("statement_id"),
                                            rs.getString("sheet"),
                                            new CellAddress(
                                                    rs.getString("sheet"),
                                                    rs.getInt("row_index"),
                                                    rs.getInt("column_index")),
                                            Subject.text(rs.getBigDecimal("own"))),
                                    rs.getBoolean("incoming"),
                                    rs.getString("item"),
                                    rs.getString("carrier"),
                                    rs.getString("period"),
                                    stated,
                                    rounded(expected.divide(unit, MathContext.DECIMAL64)),
                                    physical.divide(unit, new MathContext(5))));
                })
                .list()
                .stream()
                .filter(Cell::off)
                .map(Cell::standard)
                .toList();
    }

    private record Cell(boolean off, Standard standard) {}

    private static BigDecimal rounded(BigDecimal value) {
        return value.setScale(3, RoundingMode.HALF_EVEN);
    }
}
