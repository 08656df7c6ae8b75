-- References of the large tables are checked once a statement, over all rows that it adds, instead of once a row: an import
-- adds millions. Referenced rows cannot go away, for their tables are append-only.
create function intake.check_reference() returns trigger language plpgsql
set enable_hashjoin = off set enable_mergejoin = off set enable_seqscan = off as $$
declare
    missing text;
begin
    -- tg_argv: column, referenced table, referenced column
    execute format('select a.%1$I::text from (select distinct %1$I from added where %1$I is not null) a '
                   'where not exists (select 1 from %2$s r where r.%3$I = a.%1$I) limit 1',
                   tg_argv[0], tg_argv[1], tg_argv[2]) into missing;
    if missing is not null then
        raise foreign_key_violation using
            message = format('%s.%s: %s %s is not in %s', tg_table_schema, tg_table_name, tg_argv[0], missing, tg_argv[1]);
    end if;
    return null;
end $$;

do $$
declare
    ref record;
begin
    for ref in
        select c.conname, n.nspname, t.relname, a.attname, fn.nspname || '.' || f.relname as target, fa.attname as target_column
        from pg_constraint c
        join pg_class t on t.oid = c.conrelid join pg_namespace n on n.oid = t.relnamespace
        join pg_class f on f.oid = c.confrelid join pg_namespace fn on fn.oid = f.relnamespace
        join pg_attribute a on a.attrelid = t.oid and a.attnum = c.conkey[1]
        join pg_attribute fa on fa.attrelid = f.oid and fa.attnum = c.confkey[1]
        where c.contype = 'f' and n.nspname = 'intake' and cardinality(c.conkey) = 1
          and t.relname in ('statement', 'observation', 'unit', 'finding', 'verdict')
    loop
        execute format('alter table %I.%I drop constraint %I', ref.nspname, ref.relname, ref.conname);
        execute format('create trigger %I after insert on %I.%I referencing new table as added for each statement '
                       'execute function intake.check_reference(%L, %L, %L)',
                       'reference_' || ref.attname, ref.nspname, ref.relname, ref.attname, ref.target, ref.target_column);
    end loop;
end $$;
