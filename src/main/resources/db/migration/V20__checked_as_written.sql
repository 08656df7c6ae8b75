-- Cells and factors are checked as they are written, county by county and in several partitions at once: each belongs to an
-- entry that is there. As a run is published its entries are only counted.
create function ledger.check_entry() returns trigger language plpgsql
set enable_hashjoin = off set enable_mergejoin = off set enable_seqscan = off as $$
declare
    missing text;
begin
    select format('%s/%s', a.run_id, a.entry_no) into missing
    from (select distinct run_id, entry_no from added) a
    where not exists (select 1 from ledger.entry e where (e.run_id, e.entry_no) = (a.run_id, a.entry_no)) limit 1;
    if missing is not null then
        raise foreign_key_violation using
            message = format('%s.%s: there is no entry %s', tg_table_schema, tg_table_name, missing);
    end if;
    return null;
end $$;

create trigger reference_entry after insert on ledger.entry_source referencing new table as added
    for each statement execute function ledger.check_entry();
create trigger reference_entry after insert on ledger.entry_factor referencing new table as added
    for each statement execute function ledger.check_entry();

create or replace function ledger.check_run() returns trigger language plpgsql as $$
declare
    written bigint;
begin
    select count(*) into written from ledger.entry where run_id = new.run_id;
    if written <> new.entries then
        raise exception 'run % has % entries, not %', new.run_id, written, new.entries;
    end if;
    return null;
end $$;
