-- What the bureau says of a residual entry, as it said it on the day of the run. One line for each residual entry.
create table ledger.residual_note (
    run_id        bigint  not null references ledger.run,
    sector_group  text    not null,
    carrier_group text    not null,
    flow          text    not null,
    reason        text    not null,
    reason_zh     text    not null,
    reason_en     text    not null,
    -- within which a residual of this cell is rounding, in the unit of the entry
    tolerance     numeric not null,
    note          text    not null,
    primary key (run_id, sector_group, carrier_group, flow, reason)
);

-- The balanced account beside the raw one, where the method asks for it. Grain: run x region x cell; a county, or the run's own
-- region, whose raw activity is what its counties should come to and whose balanced one is their sum.
create table ledger.balanced (
    run_id        bigint  not null references ledger.run,
    region_code   text    not null,
    region        text    not null,
    sector_group  text    not null,
    carrier_group text    not null,
    flow          text    not null,
    unit          text    not null,
    raw           numeric not null,
    -- variance in the square of the unit, or the indicator
    weight        numeric not null check (weight >= 0),
    balanced      numeric not null,
    -- what of the residual belongs to no county; of the run's own region only
    at_city       numeric not null,
    co2_t         numeric,
    balanced_co2_t numeric,
    primary key (run_id, region_code, sector_group, carrier_group, flow)
);

do $$
declare t text;
begin
    foreach t in array array['residual_note', 'balanced'] loop
        execute format('create trigger append_only before update or delete or truncate on ledger.%I '
                       'for each statement execute function intake.refuse_change()', t);
    end loop;
end $$;

-- Grain: run x residual x reason. The columns of report.residual with the reason in words, its tolerance and the note.
create view report.residual_reason as
select e.run_id, r.year, r.region_code, e.sector_group, e.carrier_group, e.flow, trim_scale(e.activity) as activity,
       e.unit, trim_scale(e.co2_t) as co2_t, e.reason, n.reason_zh, n.reason_en, trim_scale(n.tolerance) as tolerance,
       coalesce(n.note, '') as note
from ledger.entry e
join ledger.run r using (run_id)
left join ledger.residual_note n using (run_id, sector_group, carrier_group, flow, reason)
where e.basis = 'residual';

-- The cells of every run in which both levels can be compared. Grain: run x cell. A cell in which they agree has the residual 0.
create view report.residual_cell as
select c.run_id, r.year, r.region_code, r.factor_set, r.method, r.partition, c.sector_group, c.carrier_group, c.flow, c.unit,
       trim_scale(coalesce(x.activity, 0)) as activity, trim_scale(c.activity) as city_activity,
       round(coalesce(x.activity, 0) / nullif(c.activity, 0), 8) as share, coalesce(x.reasons, '') as reasons
from ledger.entry c
join ledger.run r using (run_id)
left join lateral (
    select sum(e.activity) as activity, string_agg(distinct e.reason, ';' order by e.reason) as reasons
    from ledger.entry e
    where e.basis = 'residual'
      and (e.run_id, e.sector_group, e.carrier_group, e.flow) = (c.run_id, c.sector_group, c.carrier_group, c.flow)
) x on true
where c.basis = 'top_down' and c.flow <> 'net-import' and c.activity is not null
  and exists (select 1 from ledger.entry b where b.run_id = c.run_id and b.basis = 'bottom_up');

-- Residuals over the years. Grain: region x factor set x method x partition x cell x year, the newest run of each over all statements.
-- change is share less that of the year before, null where that year has no run or no such cell.
create view report.residual_history as
with newest as (
    select distinct on (r.year, r.region_code, r.factor_set, r.method, r.partition) r.run_id, r.by_default
    from ledger.run r
    where r.as_of is null
    order by r.year, r.region_code, r.factor_set, r.method, r.partition, r.run_id desc
)
select run_id, c.year, c.region_code, c.factor_set, c.method, c.partition, n.by_default, c.sector_group, c.carrier_group, c.flow,
       c.activity, c.city_activity, c.unit, c.share, c.share - before.share as change, c.reasons
from newest n
join report.residual_cell c using (run_id)
left join lateral (
    select b.share
    from newest m
    join report.residual_cell b on b.run_id = m.run_id
    where b.year = c.year - 1
      and (b.region_code, b.factor_set, b.method, b.partition, b.sector_group, b.carrier_group, b.flow)
          = (c.region_code, c.factor_set, c.method, c.partition, c.sector_group, c.carrier_group, c.flow)
) before on true;

-- Grain: run x region x cell. The balanced account beside the raw one; level says whose line it is.
create view report.balanced as
select b.run_id, r.year, b.region_code, b.region, case when b.region_code = r.region_code then 'city' else 'county' end as level,
       b.sector_group, b.carrier_group, b.flow, b.unit, trim_scale(b.raw) as raw_activity, trim_scale(b.weight) as weight,
       trim_scale(b.balanced) as balanced_activity, trim_scale(b.balanced - b.raw) as adjustment,
       trim_scale(b.at_city) as at_city, trim_scale(b.co2_t) as raw_co2_t, trim_scale(b.balanced_co2_t) as balanced_co2_t
from ledger.balanced b
join ledger.run r using (run_id);

do $$
begin
    if exists (select 1 from pg_roles where rolname = 'tanzhang_reader') then
        grant select on report.residual_reason, report.residual_cell, report.residual_history, report.balanced
            to tanzhang_reader;
    end if;
end $$;
