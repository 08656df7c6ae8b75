package org.tanzhang.intake.template;

import java.time.YearMonth;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tanzhang.intake.store.StatementRepository;
import org.tanzhang.observation.Period;
import org.tanzhang.observation.UnitEntry;
import org.tanzhang.quantity.Quantity;
import org.tanzhang.quantity.Unit;

/** What reporters stated, for the templates of a later year, and what the register knows of a unit. */
@Repository
public class LastYearRepository {

    private final JdbcClient jdbc;
    private final StatementRepository statements;

    public LastYearRepository(JdbcClient jdbc, StatementRepository statements) {
        this.jdbc = jdbc;
        this.statements = statements;
    }

    /** A unit as a register has it. */
    public record KnownUnit(String name, String region, int year) {}

    /**
     * The current full-year statement of a reporter: the annual one, else the cumulative one to December.
     *
     * @param form id under which statements are kept
     */
    public LastYear statement(String form, String reporter, int year) {
        Map<LastYear.Key, Quantity> figures = new HashMap<>();
        Map<String, Unit> units = new HashMap<>();
        jdbc.sql("""
                        select item, carrier, value, unit from intake.observation
                        where value is not null and statement_id = (
                            select statement_id from intake.current_statement
                            where form = ? and reporter_code = ? and period in (?, ?)
                            order by period limit 1)
                        order by observation_id desc
                        """)
                .params(
                        form,
                        reporter,
                        Period.year(year).toString(),
                        Period.toMonth(year, 12).toString())
                .query(rs -> {
                    figures.put(
                            new LastYear.Key(rs.getString("item"), rs.getString("carrier")),
                            new Quantity(
                                    rs.getBigDecimal("value"),
                                    units.computeIfAbsent(rs.getString("unit"), Unit::parse)));
                });
        return new LastYear(figures, List.of());
    }

    /**
     * A reporter's current full-year statement of a form, found as {@link #statement} finds it.
     *
     * @param name as the statement prints it
     */
    record Head(long statement, String code, String name) {}

    /** Who stated a form for a year, by code. */
    List<Head> heads(String form, int year) {
        return jdbc.sql("""
                        select distinct on (reporter_code) statement_id, reporter_code, coalesce(reporter_name, '')
                        from intake.current_statement
                        where form = ? and period in (?, ?)
                        order by reporter_code, period
                        """)
                .params(
                        form,
                        Period.year(year).toString(),
                        Period.toMonth(year, 12).toString())
                .query((rs, n) -> new Head(rs.getLong(1), rs.getString(2), rs.getString(3)))
                .list();
    }

    /** The figures of statements, those of some cells only. */
    Map<Long, Map<LastYear.Key, Quantity>> figures(Collection<Long> statements, Collection<LastYear.Key> cells) {
        Map<LastYear.Key, LastYear.Key> wanted = new HashMap<>();
        cells.forEach(key -> wanted.put(key, key));
        Map<Long, Map<LastYear.Key, Quantity>> figures = new HashMap<>();
        Map<String, Unit> units = new HashMap<>();
        jdbc.sql("""
                        select statement_id, item, carrier, value, unit from intake.observation
                        where value is not null and statement_id = any(?)
                        order by observation_id desc
                        """).param(statements.toArray(Long[]::new)).query(rs -> {
            // each key is held once for all rows
            LastYear.Key key = wanted.get(new LastYear.Key(rs.getString("item"), rs.getString("carrier")));
            if (key != null) {
                figures.computeIfAbsent(rs.getLong("statement_id"), id -> new HashMap<>())
                        .put(
                                key,
                                new Quantity(
                                        rs.getBigDecimal("value"),
                                        units.computeIfAbsent(rs.getString("unit"), Unit::parse)));
            }
        });
        return figures;
    }

    /** The regions whose registers of a year are current. */
    Set<String> registers(int year) {
        return Set.copyOf(jdbc.sql("""
                        select distinct reporter_code from intake.current_statement
                        where form = 'unit-register' and year = ?
                        """).param(year).query(String.class).list());
    }

    /** The units of the current registers of a year, by code; of a unit that moved the last line. */
    List<RegisteredUnit> registered(int year) {
        return jdbc.sql("""
                        select distinct on (u.credit_code) u.credit_code, u.name, u.region_code,
                               coalesce(u.closed, u.moved_out) as left_in
                        from intake.unit u join intake.current_statement s using (statement_id)
                        where s.form = 'unit-register' and s.year = ?
                        order by u.credit_code, u.to_month desc, u.unit_id desc
                        """)
                .param(year)
                .query((rs, n) -> new RegisteredUnit(
                        rs.getString(1),
                        rs.getString(2),
                        rs.getString(3),
                        rs.getString(4) == null ? null : YearMonth.parse(rs.getString(4))))
                .list();
    }

    /**
     * The lines of a region's register, whether the region keeps it itself or the region above does. Of a unit that moved
     * within the year the last line.
     */
    public LastYear register(String region, int year) {
        Map<String, UnitEntry> lines = new LinkedHashMap<>();
        for (StatementRepository.KeptRegister register : statements.registers(year, null)) {
            register.units().stream()
                    .filter(u -> register.region().equals(region) || u.region().equals(region))
                    .forEach(u -> lines.merge(u.creditCode(), u, (a, b) -> b.fromMonth() > a.fromMonth() ? b : a));
        }
        return new LastYear(Map.of(), List.copyOf(lines.values()));
    }

    /** The unit in the register of that year, else of the nearest year before, else of the nearest after. */
    public Optional<KnownUnit> unit(String creditCode, int year) {
        return jdbc.sql("""
                        select u.name, u.region_code, s.year
                        from intake.unit u join intake.current_statement s using (statement_id)
                        where u.credit_code = ?
                        order by s.year > ?, abs(s.year - ?), u.from_month desc, u.unit_id limit 1
                        """)
                .params(creditCode, year, year)
                .query((rs, n) -> new KnownUnit(rs.getString(1), rs.getString(2), rs.getInt(3)))
                .optional();
    }
}
