-- Missing is never zero: a sum of which every row is missing is null, in the yearly views as it is in the ledger's. Zero stands where
-- nothing of the kind was stated, and for scope 2 only in a run that accounts it: elsewhere it is null too, not accounted.

create or replace view report.city_by_year as
select run_id, year, r.region_code, r.region,
       trim_scale(case when count(*) filter (where a.scope = 1) = 0 then 0
                       else sum(a.co2_t) filter (where a.scope = 1) end) as scope1_t,
       trim_scale(case when count(*) filter (where a.flow = 'consumption') = 0 and count(*) filter (where a.scope = 2) > 0 then 0
                       else sum(a.co2_t) filter (where a.flow = 'consumption') end) as scope2_consumption_t,
       trim_scale(case when count(*) filter (where a.flow = 'net-import') = 0 and count(*) filter (where a.scope = 2) > 0 then 0
                       else sum(a.co2_t) filter (where a.flow = 'net-import') end) as scope2_net_import_t,
       count(*) filter (where a.scope = 1 and a.co2_t is null) as scope1_missing,
       count(*) filter (where a.scope = 2 and a.co2_t is null) as scope2_missing,
       r.factor_set, r.method
from report.current_run r
join report.account a using (run_id, year)
group by run_id, year, r.region_code, r.region, r.factor_set, r.method;

-- Whether a run accounts scope 2 is asked once a run, not once a row.
create or replace view report.county_by_year as
select run_id, l.year, l.region_code, l.region,
       trim_scale(case when count(*) filter (where l.scope = 1) = 0 then 0
                       else sum(l.co2_t) filter (where l.scope = 1) end) as scope1_t,
       trim_scale(case when count(*) filter (where l.flow = 'consumption') = 0 and run.accounts_scope2 then 0
                       else sum(l.co2_t) filter (where l.flow = 'consumption') end) as scope2_consumption_t,
       trim_scale(case when count(*) filter (where l.flow = 'net-import') = 0 and run.accounts_scope2 then 0
                       else sum(l.co2_t) filter (where l.flow = 'net-import') end) as scope2_net_import_t,
       count(*) filter (where l.scope = 1 and l.co2_t is null) as scope1_missing,
       count(*) filter (where l.scope = 2 and l.co2_t is null) as scope2_missing
from report.current_run r
cross join lateral (
    select exists (select 1 from ledger.entry e where e.run_id = r.run_id and e.scope = 2) as accounts_scope2 offset 0
) run
join report.ledger l using (run_id)
where l.basis = 'bottom_up'
group by run_id, l.year, l.region_code, l.region, run.accounts_scope2;

create or replace view report.part_by_year as
select run_id, l.year, r.partition, l.region_code, l.region,
       trim_scale(case when count(*) filter (where l.scope = 1) = 0 then 0
                       else sum(l.co2_t) filter (where l.scope = 1) end) as scope1_t,
       trim_scale(case when count(*) filter (where l.flow = 'consumption') = 0 and run.accounts_scope2 then 0
                       else sum(l.co2_t) filter (where l.flow = 'consumption') end) as scope2_consumption_t,
       trim_scale(case when count(*) filter (where l.flow = 'net-import') = 0 and run.accounts_scope2 then 0
                       else sum(l.co2_t) filter (where l.flow = 'net-import') end) as scope2_net_import_t,
       count(*) filter (where l.scope = 1 and l.co2_t is null) as scope1_missing,
       count(*) filter (where l.scope = 2 and l.co2_t is null) as scope2_missing
from report.current_run_of_partition r
cross join lateral (
    select exists (select 1 from ledger.entry e where e.run_id = r.run_id and e.scope = 2) as accounts_scope2 offset 0
) run
join report.ledger l using (run_id)
where l.basis = 'bottom_up'
group by run_id, l.year, r.partition, l.region_code, l.region, run.accounts_scope2;

create or replace view report.park_by_year as
select run_id, p.year, p.park,
       trim_scale(case when count(*) filter (where p.scope = 1) = 0 then 0
                       else sum(p.co2_t) filter (where p.scope = 1) end) as scope1_t,
       trim_scale(case when count(*) filter (where p.flow = 'consumption') = 0 and run.accounts_scope2 then 0
                       else sum(p.co2_t) filter (where p.flow = 'consumption') end) as scope2_consumption_t,
       count(*) filter (where p.scope = 1 and p.co2_t is null) as scope1_missing,
       count(*) filter (where p.scope = 2 and p.co2_t is null) as scope2_missing
from report.current_run r
cross join lateral (
    select exists (select 1 from ledger.entry e where e.run_id = r.run_id and e.scope = 2) as accounts_scope2 offset 0
) run
join report.park p using (run_id)
group by run_id, p.year, p.park, run.accounts_scope2;
