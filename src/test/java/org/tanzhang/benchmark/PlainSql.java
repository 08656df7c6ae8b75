package org.tanzhang.benchmark;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * The account of a {@link Province} in plain SQL: the same statements joined with the register and the factors, the same products
 * and sums, the same rows written to tables with the same columns, keys and indexes. It knows of the method only what this
 * province needs.
 */
final class PlainSql {

    private static final String COMPARED = """
            select flow, basis, count(*), trim_scale(sum(activity)), trim_scale(round(sum(energy_tj), 6)),
                   trim_scale(round(sum(coal_equivalent_t), 6)), trim_scale(round(sum(co2_t), 6)), count(co2_t)
            from %s.entry group by 1, 2 order by 1, 2
            """;

    private PlainSql() {}

    /** Makes the tables, and the factors in ledger units that the runs used; before any clock runs. */
    static void prepare(Connection connection) throws SQLException {
        try (Statement sql = connection.createStatement()) {
            sql.execute("""
                    create schema plain;
                    create table plain.entry (like ledger.entry including all);
                    create table plain.entry_source (like ledger.entry_source including all);
                    create table plain.entry_factor (like ledger.entry_factor including all);
                    create table plain.name as
                    select distinct region_code as code, region as name from ledger.entry
                    union select distinct sector_code, sector from ledger.entry
                    union select distinct carrier_code, carrier from ledger.entry;
                    create table plain.factor as
                    select r.year, f.carrier_code as carrier, f.quantity, f.factor_id, f.value, f.unit,
                           f.value * case f.unit when 'kJ/kg' then 1e-6 when 'kJ/m3' then 1e-5 when 'kgce/kg' then 1
                               when 'kgce/m3' then 10 when 'kgce/kWh' then 10 when 'kgCO2/kWh' then 10
                               when 'tC/TJ' then 1 when '1' then 1 end as of_unit
                    from ledger.run_factor f join ledger.run r using (run_id);
                    analyze plain.factor;
                    analyze plain.name;
                    """);
        }
    }

    /** Accounts all years. */
    static void account(Connection connection) throws SQLException {
        try (Statement sql = connection.createStatement()) {
            sql.execute("""
                    create temp table price on commit drop as
                    select year, carrier,
                           max(of_unit) filter (where quantity = 'ncv') as ncv,
                           max(of_unit) filter (where quantity = 'carbon-content') as carbon,
                           max(of_unit) filter (where quantity = 'oxidation') as oxidation,
                           max(of_unit) filter (where quantity = 'co2-direct') as direct,
                           max(of_unit) filter (where quantity = 'coal-equivalent') as ce
                    from plain.factor group by 1, 2;

                    create temp table current on commit drop as
                    select * from intake.current_statement;
                    analyze current;

                    create temp table card on commit drop as
                    select s.year, s.reporter_code as reporter, u.region_code as region, left(u.industry, 2) as division, o.carrier,
                           sum(o.value) filter (where o.item = 'consumption') as consumption,
                           sum(o.value) filter (where o.item = 'input.power') as power,
                           sum(o.value) filter (where o.item = 'raw-material') as raw,
                           array_agg(o.observation_id) filter (where o.item in ('consumption', 'input.power', 'raw-material')
                                                               and o.value <> 0) as cells,
                           array_agg(o.observation_id) filter (where o.item = 'input.power') as power_cells
                    from intake.observation o
                    join current s using (statement_id)
                    join current r on r.form = 'unit-register' and r.year = s.year
                    join intake.unit u on u.statement_id = r.statement_id and u.credit_code = s.reporter_code
                    where s.form = '205-1'
                    group by 1, 2, 3, 4, 5;

                    create temp table own on commit drop as
                    select year, region, carrier, sum(consumption - power) as final, sum(raw) as raw, sum(power) as power
                    from card group by 1, 2, 3;

                    create temp table balance on commit drop as
                    select s.year, s.reporter_code as region, o.carrier, o.item, o.value, o.observation_id
                    from intake.observation o join current s using (statement_id) where s.form = 'energy-balance';

                    create temp table board on commit drop as
                    select year, region, carrier,
                           max(value) filter (where item = 'final.industry') as industry,
                           max(value) filter (where item = 'final.non-energy') as raw,
                           -max(value) filter (where item = 'transformation.power') as power,
                           sum(value) filter (where item like 'final.%%' and item <> 'final.non-energy' or item = 'losses.total')
                               as used,
                           sum(value) filter (where item like 'transformation.%%') as made,
                           array_agg(observation_id) filter (where item in ('final.industry', 'final.non-energy')) as cells,
                           array_agg(observation_id) filter (where item = 'final.industry') as industry_cells,
                           array_agg(observation_id) filter (where item = 'transformation.power') as power_cells,
                           array_agg(observation_id) filter (where item like 'final.%%' and item <> 'final.non-energy'
                               or item = 'losses.total' or item like 'transformation.%%') as all_cells
                    from balance group by 1, 2, 3;

                    create temp table activity on commit drop as
                    select year, region, division as sector, 'industry' as sector_group, carrier,
                           case carrier when 'electricity' then 'consumption' else 'final' end as flow, 'bottom_up' as basis,
                           reporter, consumption - power - raw as activity, cells
                    from card
                    union all
                    select year, region, division, 'power-and-heat', carrier, 'power', 'bottom_up', reporter, power, power_cells
                    from card where power <> 0
                    union all
                    select b.year, b.region, 'industry-rest', 'industry', b.carrier,
                           case b.carrier when 'electricity' then 'consumption' else 'final' end, 'bottom_up', '',
                           b.industry - o.final - (b.raw - o.raw),
                           case b.carrier when 'electricity' then b.industry_cells else b.cells end
                    from board b join own o using (year, region, carrier)
                    where b.industry - o.final - (b.raw - o.raw) <> 0
                    union all
                    select year, region, substr(item, 7), substr(item, 7), carrier,
                           case carrier when 'electricity' then 'consumption' else 'final' end,
                           case region when '%1$s' then 'top_down' else 'bottom_up' end, '', value, array[observation_id]
                    from balance
                    where item in ('final.agriculture', 'final.construction', 'final.transport', 'final.trade', 'final.other',
                                   'final.urban', 'final.rural') and value <> 0
                    union all
                    select year, region, 'losses', 'losses', carrier, 'consumption',
                           case region when '%1$s' then 'top_down' else 'bottom_up' end, '', value, array[observation_id]
                    from balance where item = 'losses.total' and carrier = 'electricity' and value <> 0
                    union all
                    select year, region, 'total', 'total', carrier, 'net-import',
                           case region when '%1$s' then 'top_down' else 'bottom_up' end, '', used - made, all_cells
                    from board where carrier = 'electricity'
                    union all
                    select year, region, 'industry', 'industry', carrier,
                           case carrier when 'electricity' then 'consumption' else 'final' end, 'top_down', '', industry - raw,
                           case carrier when 'electricity' then industry_cells else cells end
                    from board where region = '%1$s'
                    union all
                    select year, region, 'power-and-heat', 'power-and-heat', carrier, 'power', 'top_down', '', power, power_cells
                    from board where region = '%1$s' and power <> 0;

                    create temp table priced on commit drop as
                    select row_number() over (partition by year order by region, basis, flow, sector, carrier, reporter) as entry_no,
                           a.*, round(a.activity * case a.carrier when 'electricity' then 0.036 else p.ncv end, 12) as energy,
                           round(a.activity * p.ce, 12) as tce,
                           case when p.direct is not null then round(a.activity * p.direct, 12)
                                else round((a.activity * p.ncv * p.carbon * p.oxidation * 44)::numeric(60, 30) / 12, 12) end as co2
                    from activity a join price p using (year, carrier);

                    update priced t
                    set co2 = s.co2, energy = s.energy, tce = s.tce
                    from (select year, sector_group, carrier, flow, sum(activity) as activity, sum(co2) as co2,
                                 sum(energy) as energy, sum(tce) as tce
                          from priced where basis = 'bottom_up' and flow <> 'net-import' group by 1, 2, 3, 4) s
                    where t.basis = 'top_down' and (t.year, t.sector_group, t.carrier, t.flow)
                          = (s.year, s.sector_group, s.carrier, s.flow);

                    insert into plain.entry
                    select p.year, p.entry_no, p.region, r.name, p.sector, s.name, p.sector_group, p.carrier, c.name, p.carrier, p.flow,
                           case when p.flow in ('consumption', 'net-import') then 2 else 1 end, p.basis, p.reporter, p.activity,
                           case p.carrier when 'electricity' then '万千瓦时' when 'natural-gas' then '万立方米' else '吨' end,
                           p.energy, p.tce, p.co2, case when p.co2 is null then 'NE' end, ''
                    from priced p join plain.name r on r.code = p.region join plain.name s on s.code = p.sector
                    join plain.name c on c.code = p.carrier;

                    insert into plain.entry_source
                    select year, entry_no, unnest(cells) from priced;

                    insert into plain.entry_factor
                    select p.year, p.entry_no, f.quantity, f.factor_id, f.value, f.unit
                    from priced p join plain.factor f using (year, carrier)
                    where p.basis = 'bottom_up' or p.flow = 'net-import';
                    """.formatted(Province.CODE));
        }
    }

    /** The sums of a schema's entries by flow and basis, and the numbers of cells and factors of its entries. */
    static List<String> sums(Connection connection, String schema) throws SQLException {
        List<String> sums = new ArrayList<>();
        try (Statement sql = connection.createStatement()) {
            try (ResultSet rs = sql.executeQuery(COMPARED.formatted(schema))) {
                while (rs.next()) {
                    StringBuilder line = new StringBuilder();
                    for (int column = 1; column <= 8; column++) {
                        line.append(rs.getString(column)).append(' ');
                    }
                    sums.add(line.toString());
                }
            }
            try (ResultSet rs = sql.executeQuery("select (select count(*) from " + schema
                    + ".entry_source), (select count(*) from " + schema + ".entry_factor)")) {
                rs.next();
                sums.add(rs.getLong(1) + " cells " + rs.getLong(2) + " factors");
            }
        }
        return sums;
    }
}
