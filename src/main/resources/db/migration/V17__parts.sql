-- A run's number is given when it is planned. Its counties are accounted apart and write their entries under that number;
-- ledger.run gets its row last, in the transaction that closes them. Every view of the reports joins ledger.run, so nothing
-- of a run is seen before it is whole. A plan that was never closed keeps what its counties wrote, seen by nobody.
create table ledger.plan (
    run_id        bigint   primary key,
    request_id    uuid     not null,
    year          integer  not null,
    region_code   text     not null,
    -- over the statements and reference data; ledger.run adds what was known of the residuals
    inputs_digest char(64) not null,
    planned_at    timestamptz not null default now()
);
create index plan_request on ledger.plan (request_id);

-- One row a county of a run, written together with its entries. Grain: run x county.
create table ledger.part (
    run_id      bigint  not null references ledger.plan,
    region_code text    not null,
    entries     integer not null,
    -- what of the county's part is no entry: findings, sums, as JSON
    remainder   text    not null,
    primary key (run_id, region_code)
);

do $$
declare t text;
begin
    foreach t in array array['plan', 'part'] loop
        execute format('create trigger append_only before update or delete or truncate on ledger.%I '
                       'for each statement execute function intake.refuse_change()', t);
    end loop;
end $$;

insert into ledger.plan (run_id, request_id, year, region_code, inputs_digest, planned_at)
select run_id, request_id, year, region_code, inputs_digest, created_at from ledger.run;

-- Entries, their cells and factors come by the hundred thousand: their references are checked once a statement, and once
-- more over the whole run as it is published.
alter table ledger.entry drop constraint entry_run_id_fkey;
alter table ledger.entry_source drop constraint entry_source_observation_id_fkey;
alter table ledger.entry_source drop constraint entry_source_run_id_entry_no_fkey;
alter table ledger.entry_factor drop constraint entry_factor_run_id_entry_no_fkey;
create trigger reference_run_id after insert on ledger.entry referencing new table as added for each statement
    execute function intake.check_reference('run_id', 'ledger.plan', 'run_id');
create trigger reference_observation_id after insert on ledger.entry_source referencing new table as added
    for each statement execute function intake.check_reference('observation_id', 'intake.observation', 'observation_id');

alter table ledger.figure drop constraint figure_run_id_fkey;
create trigger reference_run_id after insert on ledger.figure referencing new table as added for each statement
    execute function intake.check_reference('run_id', 'ledger.run', 'run_id');

create function ledger.check_run() returns trigger language plpgsql as $$
declare
    written bigint;
begin
    select count(*) into written from ledger.entry where run_id = new.run_id;
    if written <> new.entries then
        raise exception 'run % has % entries, not %', new.run_id, written, new.entries;
    end if;
    if exists (select 1 from ledger.entry_source s left join ledger.entry e using (run_id, entry_no)
               where s.run_id = new.run_id and e.run_id is null)
       or exists (select 1 from ledger.entry_factor f left join ledger.entry e using (run_id, entry_no)
                  where f.run_id = new.run_id and e.run_id is null) then
        raise foreign_key_violation using message = format('run %s has cells or factors of no entry', new.run_id);
    end if;
    return null;
end $$;

create constraint trigger whole after insert on ledger.run deferrable initially deferred for each row
    execute function ledger.check_run();
