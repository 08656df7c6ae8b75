-- By which partition of its region a run was accounted, and where its entries stand in other views of the same territory.
alter table ledger.run
    add column partition         text    not null default 'administrative',
    -- by the default partition, so that 'latest' may mean it
    add column default_partition boolean not null default true;

-- The regions of a run as they were called in its year, with the region that continues their line today. Runs made before
-- have no rows: their regions were their own lines.
create table ledger.run_region (
    run_id      bigint not null references ledger.run,
    region_code text   not null,
    line_code   text   not null,
    line        text   not null,
    primary key (run_id, region_code)
);

-- The parks in which an entry lies, with its share. Parks may overlap; they are never added to counties.
create table ledger.entry_park (
    run_id   bigint  not null,
    entry_no integer not null,
    park     text    not null,
    share    numeric not null check (share > 0 and share <= 1),
    primary key (run_id, entry_no, park),
    foreign key (run_id, entry_no) references ledger.entry
);

do $$
declare t text;
begin
    foreach t in array array['run_region', 'entry_park'] loop
        execute format('create trigger append_only before update or delete or truncate on ledger.%I '
                       'for each statement execute function intake.refuse_change()', t);
    end loop;
end $$;

create or replace view report.run as
select run_id, year, region_code, region, factor_set, method, digest, by_default, as_of, entries, created_at, partition,
       default_partition
from ledger.run;

-- The newest run of each year and region with the default set and method, by the default partition, over all statements.
create or replace view report.current_run as
select distinct on (year, region_code) run_id, year, region_code, region, factor_set, method, digest, by_default, as_of,
       entries, created_at, partition
from report.run
where by_default and as_of is null and default_partition
order by year, region_code, run_id desc;

-- The same for every partition.
create view report.current_run_of_partition as
select distinct on (year, region_code, partition) run_id, year, region_code, region, partition, factor_set, method, digest,
       entries, created_at
from report.run
where by_default and as_of is null
order by year, region_code, partition, run_id desc;

-- Grain: run x part of its partition (a county, or an area that one office answers for).
create view report.part_by_year as
select run_id, l.year, r.partition, l.region_code, l.region,
       trim_scale(coalesce(sum(l.co2_t) filter (where l.scope = 1), 0)) as scope1_t,
       trim_scale(coalesce(sum(l.co2_t) filter (where l.flow = 'consumption'), 0)) as scope2_consumption_t,
       trim_scale(coalesce(sum(l.co2_t) filter (where l.flow = 'net-import'), 0)) as scope2_net_import_t,
       count(*) filter (where l.scope = 1 and l.co2_t is null) as scope1_missing,
       count(*) filter (where l.scope = 2 and l.co2_t is null) as scope2_missing
from report.current_run_of_partition r
join report.ledger l using (run_id)
where l.basis = 'bottom_up'
group by run_id, l.year, r.partition, l.region_code, l.region;

-- Grain: year x line. A series over the years under the code of today; region is what it was called then.
create view report.county_series as
select c.year, coalesce(g.line_code, c.region_code) as line_code, coalesce(g.line, c.region) as line, c.region_code,
       c.region, c.run_id, c.scope1_t, c.scope2_consumption_t, c.scope2_net_import_t, c.scope1_missing, c.scope2_missing
from report.county_by_year c
left join ledger.run_region g on g.run_id = c.run_id and g.region_code = c.region_code;

-- Grain: run x park x region x sector x carrier x flow. The same entries as report.ledger, by their shares: a view beside
-- it, never added to it. Parks may overlap, so they do not sum to anything.
create view report.park as
select e.run_id, r.year, p.park, e.region_code, e.region, e.sector_code, e.sector, e.sector_group, e.carrier_code,
       e.carrier, e.carrier_group, e.flow, e.scope, e.unit,
       case when count(*) = count(e.activity) then trim_scale(sum(e.activity * p.share)) end as activity,
       case when count(*) = count(e.energy_tj) then trim_scale(sum(e.energy_tj * p.share)) end as energy_tj,
       case when count(*) = count(e.coal_equivalent_t) then trim_scale(sum(e.coal_equivalent_t * p.share)) end
           as coal_equivalent_t,
       case when count(*) = count(e.co2_t) then trim_scale(sum(e.co2_t * p.share)) end as co2_t,
       coalesce(max(e.notation), '') as notation
from ledger.entry_park p
join ledger.entry e using (run_id, entry_no)
join ledger.run r using (run_id)
group by e.run_id, r.year, p.park, e.region_code, e.region, e.sector_code, e.sector, e.sector_group, e.carrier_code,
         e.carrier, e.carrier_group, e.flow, e.scope, e.unit;

-- Grain: current run x park.
create view report.park_by_year as
select run_id, p.year, p.park,
       trim_scale(coalesce(sum(p.co2_t) filter (where p.scope = 1), 0)) as scope1_t,
       trim_scale(coalesce(sum(p.co2_t) filter (where p.flow = 'consumption'), 0)) as scope2_consumption_t,
       count(*) filter (where p.scope = 1 and p.co2_t is null) as scope1_missing,
       count(*) filter (where p.scope = 2 and p.co2_t is null) as scope2_missing
from report.current_run r
join report.park p using (run_id)
group by run_id, p.year, p.park;

do $$
begin
    if exists (select 1 from pg_roles where rolname = 'tanzhang_reader') then
        grant select on all tables in schema report to tanzhang_reader;
    end if;
end $$;
