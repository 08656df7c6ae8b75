-- Memo tables of a run: figures beside the account, which no total and no digest holds.
-- Grain: run x kind x region x basis x sector x reporter x subject x note.
create table ledger.memo (
    run_id        bigint  not null references ledger.run,
    memo_no       integer not null,
    kind          text    not null check (kind in ('road-transport', 'bunkers', 'feedstock', 'biomass', 'waste', 'process')),
    region_code   text    not null,
    region        text    not null,
    basis         text    not null check (basis in ('bottom_up', 'top_down', 'residual')),
    sector_code   text    not null,
    sector        text    not null,
    reporter_code text    not null,
    -- a carrier, or a product of a process
    subject_code  text    not null,
    subject       text    not null,
    activity      numeric,
    unit          text    not null,
    co2_t         numeric,
    notation      text,
    -- the account's totals hold this CO2 already
    inside_total  boolean not null,
    note          text    not null,
    -- of the memo set's factor; empty where the run's own set priced it
    document      text    not null,
    verification  text    not null,
    primary key (run_id, memo_no),
    check ((co2_t is null) <> (notation is null))
);

create table ledger.memo_source (
    run_id         bigint  not null,
    memo_no        integer not null,
    observation_id bigint  not null references intake.observation,
    primary key (run_id, memo_no, observation_id),
    foreign key (run_id, memo_no) references ledger.memo
);

create table ledger.memo_factor (
    run_id    bigint  not null,
    memo_no   integer not null,
    role      text    not null,
    factor_id text    not null,
    value     numeric not null,
    unit      text    not null,
    primary key (run_id, memo_no, role),
    foreign key (run_id, memo_no) references ledger.memo
);

do $$
declare t text;
begin
    foreach t in array array['memo', 'memo_source', 'memo_factor'] loop
        execute format('create trigger append_only before update or delete or truncate on ledger.%I '
                       'for each statement execute function intake.refuse_change()', t);
    end loop;
end $$;

-- Grain: run x kind x region x basis x sector x subject x note; enterprises are summed. A sum over something missing is missing.
create view report.memo as
select m.run_id, r.year, m.kind, m.region_code, m.region, m.basis, m.sector_code, m.sector, m.subject_code, m.subject,
       case when count(*) = count(m.activity) then trim_scale(sum(m.activity)) end as activity,
       m.unit,
       case when count(*) = count(m.co2_t) then trim_scale(sum(m.co2_t)) end as co2_t,
       coalesce(max(m.notation), '') as notation,
       m.inside_total, m.note, m.document, m.verification
from ledger.memo m
join ledger.run r using (run_id)
group by m.run_id, r.year, m.kind, m.region_code, m.region, m.basis, m.sector_code, m.sector, m.subject_code, m.subject,
         m.unit, m.inside_total, m.note, m.document, m.verification;

do $$
begin
    if exists (select 1 from pg_roles where rolname = 'tanzhang_reader') then
        grant select on report.memo to tanzhang_reader;
    end if;
end $$;
