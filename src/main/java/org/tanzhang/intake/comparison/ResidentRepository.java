package org.tanzhang.intake.comparison;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tanzhang.observation.CellAddress;
import org.tanzhang.quality.comparison.PerHead;
import org.tanzhang.quantity.Quantity;
import org.tanzhang.quantity.Unit;

/** What regions use in a year beside their residents. */
@Repository
class ResidentRepository {

    private static final Unit PERSON = Unit.parse("person");

    private final JdbcClient jdbc;

    ResidentRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * What a statement of the call states for a whole year.
     *
     * @param subject at the largest of the cells that are summed
     * @param stated their sum, in the unit of that cell
     * @param persons the residents of the region in that year
     */
    record Use(
            Subject subject,
            String form,
            String region,
            String period,
            PerHead.Usual usual,
            Quantity stated,
            BigDecimal persons) {}

    private record Cell(
            Subject subject,
            String form,
            String region,
            String period,
            String item,
            String carrier,
            Quantity stated,
            BigDecimal persons) {}

    /** Statements of regions of which a population of the year is stated, by this call or before; none for the others. */
    List<Use> uses(List<String> forms, List<PerHead.Usual> usual) {
        Map<Long, List<Cell>> statements = new LinkedHashMap<>();
        cells(forms, usual)
                .forEach(c -> statements
                        .computeIfAbsent(c.subject().statement(), s -> new ArrayList<>())
                        .add(c));
        List<Use> uses = new ArrayList<>();
        for (List<Cell> cells : statements.values()) {
            for (PerHead.Usual per : usual) {
                List<Cell> summed = cells.stream()
                        .filter(c -> c.carrier().equals(per.carrier())
                                && per.items().contains(c.item())
                                && c.stated().unit().sameDimensionAs(per.unit()))
                        .toList();
                summed.stream()
                        .max(Comparator.comparing(c -> c.stated().in(per.unit()).value()))
                        .ifPresent(c -> uses.add(use(c, per, summed)));
            }
        }
        return uses;
    }

    private static Use use(Cell largest, PerHead.Usual usual, List<Cell> summed) {
        Unit unit = largest.stated().unit();
        BigDecimal sum = summed.stream().map(c -> c.stated().in(unit).value()).reduce(BigDecimal.ZERO, BigDecimal::add);
        return new Use(
                largest.subject(),
                largest.form(),
                largest.region(),
                largest.period(),
                usual,
                new Quantity(sum, unit),
                largest.persons());
    }

    private List<Cell> cells(List<String> forms, List<PerHead.Usual> usual) {
        return jdbc.sql("""
                        with residents as (
                            select distinct on (a.reporter_code, a.year) a.reporter_code, a.year, o.value, o.unit
                            from available a join intake.observation o using (statement_id)
                            where a.form = 'socio-economic' and a.sound and a.month = 12
                              and o.item = 'population' and o.value > 0
                            order by a.reporter_code, a.year, a.incoming desc, a.statement_id desc
                        )
                        select i.submission_id, i.statement_id, i.form, i.reporter_code, i.period, o.item, o.carrier, o.value,
                               o.unit, o.sheet, o.row_index, o.column_index, r.value as residents, r.unit as residents_unit
                        from incoming i join residents r using (reporter_code, year)
                        join intake.observation o on o.statement_id = i.statement_id and o.value is not null
                        where i.form = any(:forms) and i.reporter_kind = 'REGION' and i.month = 12
                          and o.item = any(:items) and o.carrier = any(:carriers)
                        order by i.statement_id, o.row_index, o.column_index
                        """)
                .param("forms", forms.toArray(String[]::new))
                .param(
                        "items",
                        usual.stream()
                                .flatMap(u -> u.items().stream())
                                .distinct()
                                .toArray(String[]::new))
                .param(
                        "carriers",
                        usual.stream().map(PerHead.Usual::carrier).distinct().toArray(String[]::new))
                .query((rs, n) -> {
                    BigDecimal value = rs.getBigDecimal("value");
                    return new Cell(
                            new Subject(
                                    rs.getLong("submission_id"),
                                    rs.getLong("statement_id"),
                                    rs.getString("sheet"),
                                    new CellAddress(
                                            rs.getString("sheet"), rs.getInt("row_index"), rs.getInt("column_index")),
                                    Subject.text(value)),
                            rs.getString("form"),
                            rs.getString("reporter_code"),
                            rs.getString("period"),
                            rs.getString("item"),
                            rs.getString("carrier"),
                            new Quantity(value, Unit.parse(rs.getString("unit"))),
                            new Quantity(rs.getBigDecimal("residents"), Unit.parse(rs.getString("residents_unit")))
                                    .in(PERSON)
                                    .value());
                })
                .list();
    }
}
