-- What a BI tool may read. Columns are stable; documented in src/docs/reporting-tables.md.
create schema if not exists report;

create view report.run as
select run_id, year, region_code, region, factor_set, method, digest, by_default, as_of, entries, created_at
from ledger.run;

-- The newest run of each year and region with the default set and method, over all statements.
create view report.current_run as
select distinct on (year, region_code) *
from report.run
where by_default and as_of is null
order by year, region_code, run_id desc;

-- The tidy ledger. Grain: run x region x sector x carrier x flow x basis; enterprises are summed.
-- A sum over something missing is missing: co2_t is null and notation says why.
create view report.ledger as
select e.run_id, r.year, e.region_code, e.region, e.sector_code, e.sector, e.sector_group, e.carrier_code, e.carrier,
       e.carrier_group, e.flow, e.scope, e.basis,
       case when count(*) = count(e.activity) then trim_scale(sum(e.activity)) end as activity,
       e.unit,
       case when count(*) = count(e.energy_tj) then trim_scale(sum(e.energy_tj)) end as energy_tj,
       case when count(*) = count(e.coal_equivalent_t) then trim_scale(sum(e.coal_equivalent_t)) end
           as coal_equivalent_t,
       case when count(*) = count(e.co2_t) then trim_scale(sum(e.co2_t)) end as co2_t,
       coalesce(max(e.notation), '') as notation,
       r.factor_set, r.method
from ledger.entry e
join ledger.run r using (run_id)
group by e.run_id, r.year, e.region_code, e.region, e.sector_code, e.sector, e.sector_group, e.carrier_code, e.carrier,
         e.carrier_group, e.flow, e.scope, e.basis, e.unit, r.factor_set, r.method;

-- The entries that make up the account of the run's own region: its counties and the residuals where counties report,
-- else its own balance; net import always from its own balance where there is one. Summing them gives the region's
-- total, each thing once.
create view report.account as
select l.*
from report.ledger l
join ledger.run r using (run_id)
cross join lateral (
    select exists (select 1 from ledger.entry e where e.run_id = l.run_id and e.basis = 'bottom_up') as counties,
           exists (select 1 from ledger.entry e where e.run_id = l.run_id and e.basis = 'top_down') as own
) has
where case
          when l.flow = 'net-import' then case when has.own then l.basis = 'top_down' else l.basis = 'bottom_up' end
          when has.counties then l.basis in ('bottom_up', 'residual')
          else l.basis = 'top_down'
      end;

-- Grain: run. missing counts the cells without CO2 (NE): a total with missing > 0 is incomplete.
create view report.city_by_year as
select run_id, year, r.region_code, r.region,
       trim_scale(coalesce(sum(a.co2_t) filter (where a.scope = 1), 0)) as scope1_t,
       trim_scale(coalesce(sum(a.co2_t) filter (where a.flow = 'consumption'), 0)) as scope2_consumption_t,
       trim_scale(coalesce(sum(a.co2_t) filter (where a.flow = 'net-import'), 0)) as scope2_net_import_t,
       count(*) filter (where a.scope = 1 and a.co2_t is null) as scope1_missing,
       count(*) filter (where a.scope = 2 and a.co2_t is null) as scope2_missing,
       r.factor_set, r.method
from report.current_run r
join report.account a using (run_id, year)
group by run_id, year, r.region_code, r.region, r.factor_set, r.method;

-- Grain: run x county.
create view report.county_by_year as
select run_id, l.year, l.region_code, l.region,
       trim_scale(coalesce(sum(l.co2_t) filter (where l.scope = 1), 0)) as scope1_t,
       trim_scale(coalesce(sum(l.co2_t) filter (where l.flow = 'consumption'), 0)) as scope2_consumption_t,
       trim_scale(coalesce(sum(l.co2_t) filter (where l.flow = 'net-import'), 0)) as scope2_net_import_t,
       count(*) filter (where l.scope = 1 and l.co2_t is null) as scope1_missing,
       count(*) filter (where l.scope = 2 and l.co2_t is null) as scope2_missing
from report.current_run r
join report.ledger l using (run_id)
where l.basis = 'bottom_up'
group by run_id, l.year, l.region_code, l.region;

-- Grain: run x sector group x flow. Scope 2 stands apart: only net import may be added to scope 1.
create view report.sector_by_year as
select run_id, a.year, r.region_code, a.sector_group, a.flow, a.scope,
       trim_scale(sum(a.co2_t)) as co2_t,
       trim_scale(sum(a.coal_equivalent_t)) as coal_equivalent_t,
       count(*) filter (where a.co2_t is null) as missing
from report.current_run r
join report.account a using (run_id)
group by run_id, a.year, r.region_code, a.sector_group, a.flow, a.scope;

-- Grain: run x carrier group x flow.
create view report.carrier_by_year as
select run_id, a.year, r.region_code, a.carrier_group, a.flow, a.scope, a.unit,
       trim_scale(sum(a.activity)) as activity,
       trim_scale(sum(a.energy_tj)) as energy_tj,
       trim_scale(sum(a.coal_equivalent_t)) as coal_equivalent_t,
       trim_scale(sum(a.co2_t)) as co2_t,
       count(*) filter (where a.co2_t is null) as missing
from report.current_run r
join report.account a using (run_id)
group by run_id, a.year, r.region_code, a.carrier_group, a.flow, a.scope, a.unit;

-- Grain: run x residual. reason is a code of the bureau's list.
create view report.residual as
select e.run_id, r.year, e.sector_group, e.carrier_group, e.flow, trim_scale(e.activity) as activity, e.unit,
       trim_scale(e.co2_t) as co2_t, e.reason
from ledger.entry e
join ledger.run r using (run_id)
where e.basis = 'residual';

-- tanzhang_reader reads these views and nothing else. A server that is not ours may not let us make the role.
do $$
begin
    if not exists (select 1 from pg_roles where rolname = 'tanzhang_reader') then
        create role tanzhang_reader nologin;
    end if;
exception when insufficient_privilege then
    raise notice 'role tanzhang_reader must be made by the server''s administrator';
end $$;

do $$
begin
    if exists (select 1 from pg_roles where rolname = 'tanzhang_reader') then
        grant usage on schema report to tanzhang_reader;
        grant select on all tables in schema report to tanzhang_reader;
        alter default privileges in schema report grant select on tables to tanzhang_reader;
    end if;
end $$;
