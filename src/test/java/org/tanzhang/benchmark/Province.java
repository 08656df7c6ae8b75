package org.tanzhang.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A made-up region of counties, its statements drawn straight into the tables of the intake, the same every time.
 *
 * <p>Of every county and year: cards of {@code units} enterprises with four figures for each of five carriers, a register that
 * places them, and a balance of a hundred figures, whose industry lies a tenth above the enterprises. The region's own balance is
 * the sum of its counties', so that the two levels close without a residual.
 */
record Province(int counties, int firstYear, int lastYear, int units) {

    static final String CODE = "439900";

    /** The reference data with the region and its counties among the codes. */
    Path reference(Path folder) throws IOException {
        Path from = Program.ROOT.resolve("emission-factors");
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                Path copy = folder.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(copy);
                } else {
                    Files.copy(file, copy);
                }
            }
        }
        List<String> lines = new ArrayList<>();
        lines.add(CODE + ",合成市,Synthetic,city,430000,,,,,synthetic,read");
        for (int county = 1; county <= counties; county++) {
            lines.add(
                    "%s,合成%d县,Synthetic %d,county,%s,,,,,synthetic,read".formatted(code(county), county, county, CODE));
        }
        Files.write(folder.resolve("codes/regions.csv"), lines, StandardOpenOption.APPEND);
        return folder;
    }

    private static String code(int county) {
        return String.valueOf(439700 + county);
    }

    /** Draws everything and gives the number of observations. */
    long draw(Connection connection) throws SQLException {
        try (Statement sql = connection.createStatement()) {
            sql.execute("""
                    insert into intake.call (request_id, command, paths) values (gen_random_uuid(), 'import', '{}');
                    insert into intake.workbook values (repeat('0', 64), '');
                    insert into intake.submission (call_id, file, sha256, reference_digest)
                    select max(call_id), '合成.xlsx', repeat('0', 64), repeat('0', 64) from intake.call;
                    create temp table county as
                    select (439700 + n)::text as code from generate_series(1, %1$d) n;
                    create temp table year as select generate_series(%2$d, %3$d) as year;
                    create temp table unit as
                    select c.code as county, '91' || c.code || lpad(n::text, 10, '0') as code, n
                    from county c cross join generate_series(1, %4$d) n;
                    create temp table fuel (carrier text, unit text, burnt_in_power numeric, raw numeric);
                    insert into fuel values ('coke', 't', 0, 0.05), ('gasoline', 't', 0, 0), ('diesel', 't', 0.1, 0),
                        ('natural-gas', '10^4 m3', 0.2, 0), ('electricity', '10^4 kWh', 0, 0);
                    """.formatted(counties, firstYear, lastYear, units));
            statements(sql, "'205-1'", "'UNIT'", "unit", "code");
            statements(sql, "'unit-register'", "'REGION'", "county", "code");
            statements(sql, "'energy-balance'", "'REGION'", "county", "code");
            statements(sql, "'energy-balance'", "'REGION'", "(select '%s' as code) region".formatted(CODE), "code");
            sql.execute("""
                    insert into intake.unit (statement_id, credit_code, name, industry, region_code, scope, sheet, row_index,
                            column_index)
                    select s.statement_id, u.code, '合成' || u.n, (13 + u.n %% 30)::text, u.county, 'SITE', '名录', u.n, 1
                    from intake.statement s join unit u on u.county = s.reporter_code where s.form = 'unit-register'
                    order by 1, u.n;
                    select setseed(0.2024);
                    create temp table used as
                    select s.statement_id, s.reporter_code, s.year, u.county, f.carrier, f.unit,
                           round((10 + 990 * random())::numeric, 2) as consumption
                    from intake.statement s join unit u on u.code = s.reporter_code cross join fuel f where s.form = '205-1'
                    order by s.statement_id, f.carrier;
                    insert into intake.observation (statement_id, item, carrier, sheet, row_index, column_index, raw, value, unit)
                    select statement_id, item, carrier, '205-1', 1, 1, value::text, value, unit
                    from (
                        select u.statement_id, i.item, u.carrier, u.unit,
                               case i.item when 'consumption' then u.consumption when 'purchase' then u.consumption
                                    when 'input.power' then round(u.consumption * f.burnt_in_power, 2)
                                    else round(u.consumption * f.raw, 2) end as value
                        from used u join fuel f using (carrier)
                        cross join unnest(array['purchase', 'consumption', 'raw-material', 'input.power']) i(item)
                    ) cell
                    order by statement_id, carrier, item;
                    create temp table row as
                    select u.county, u.year, u.carrier, u.unit, sum(u.consumption) as consumption,
                           sum(round(u.consumption * f.burnt_in_power, 2)) as power, sum(round(u.consumption * f.raw, 2)) as raw
                    from used u join fuel f using (carrier) group by 1, 2, 3, 4;
                    create temp table cell as
                    select r.county as region, r.year, i.item, r.carrier, r.unit,
                           case i.item when 'final.industry' then round((r.consumption - r.power) * 1.1, 2)
                                when 'final.non-energy' then r.raw
                                when 'transformation.power' then -r.power
                                when 'transformation.heat' then 0
                                else round(r.consumption * 0.07, 2) end as value
                    from row r cross join unnest(array['final.industry', 'final.non-energy', 'transformation.power',
                        'transformation.heat', 'final.agriculture', 'final.construction', 'final.transport', 'final.trade',
                        'final.other', 'final.urban', 'final.rural', 'losses.total', 'supply.inflow', 'supply.outflow',
                        'supply.import', 'supply.export', 'supply.stock-change', 'supply.bunkers-here',
                        'supply.bunkers-abroad', 'difference']) i(item);
                    insert into cell select '%s', year, item, carrier, unit, sum(value) from cell group by year, item, carrier, unit;
                    insert into intake.observation (statement_id, item, carrier, sheet, row_index, column_index, raw, value, unit)
                    select s.statement_id, c.item, c.carrier, '平衡表', 1, 1, c.value::text, c.value, c.unit
                    from cell c join intake.statement s on s.reporter_code = c.region and s.year = c.year
                    where s.form = 'energy-balance' order by 1, 3, 2;
                    insert into intake.reading select submission_id, true from intake.submission;
                    insert into intake.verdict (call_id, submission_id, statement_id, verdict)
                    select u.call_id, u.submission_id, s.statement_id, 'accepted'
                    from intake.statement s join intake.submission u using (submission_id) order by s.statement_id;
                    analyze;
                    """.formatted(CODE));
            try (var count = sql.executeQuery("select count(*) from intake.observation")) {
                count.next();
                return count.getLong(1);
            }
        }
    }

    private static void statements(Statement sql, String form, String kind, String reporters, String code)
            throws SQLException {
        sql.execute("""
                insert into intake.statement (submission_id, form, definition, sheets, reporter_kind, reporter_code,
                        reporter_name, period, year, faulty, warnings, content_digest)
                select u.submission_id, %1$s, %1$s, '{}', %2$s, %4$s, %4$s, year.year::text, year.year, false, false,
                       encode(sha256((%1$s || %4$s || year.year)::bytea), 'hex')
                from (select max(submission_id) as submission_id from intake.submission) u
                cross join year cross join %3$s order by year.year, %4$s
                """.formatted(form, kind, reporters, code));
    }
}
