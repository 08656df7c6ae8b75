-- Figures beside the account: reference approach, energy totals, non-fossil share. Never part of an entry, a total or a digest.
-- Grain: run x table x region x subject x item. value is null where it could not be had (NE), which is not zero; complete is
-- false where something is lacking in it.
create table ledger.figure (
    run_id       bigint  not null references ledger.run,
    figure_table text    not null,
    region_code  text    not null,
    subject      text    not null,
    item         text    not null,
    value        numeric,
    unit         text    not null,
    complete     boolean not null,
    source       text,
    document     text,
    verification text,
    primary key (run_id, figure_table, region_code, subject, item),
    check (value is not null or not complete)
);

create trigger append_only before update or delete or truncate on ledger.figure
    for each statement execute function intake.refuse_change();

-- Grain: run x table x region x subject x item, without what names a single enterprise.
create view report.figure as
select f.run_id, r.year, f.figure_table, f.region_code, f.subject, f.item, trim_scale(f.value) as value, f.unit, f.complete,
       f.source, f.document, f.verification
from ledger.figure f
join ledger.run r using (run_id)
where f.figure_table <> 'enterprise-energy' or length(f.subject) = 2 or f.subject = 'total';

-- Grain: run x enterprise: 综合能源消费量. Individual data: not to be published (统计法).
create view report.enterprise_energy as
select f.run_id, r.year, f.region_code, f.subject as credit_code,
       trim_scale(max(f.value) filter (where f.item = 'calorific.consumption')) as calorific_tce,
       trim_scale(max(f.value) filter (where f.item = 'equivalent.consumption')) as equivalent_tce,
       bool_and(f.complete) as complete
from ledger.figure f
join ledger.run r using (run_id)
where f.figure_table = 'enterprise-energy' and length(f.subject) <> 2 and f.subject <> 'total'
group by f.run_id, r.year, f.region_code, f.subject;

do $$
begin
    if exists (select 1 from pg_roles where rolname = 'tanzhang_reader') then
        grant select on report.figure, report.enterprise_energy to tanzhang_reader;
    end if;
end $$;
