-- The verdicts of a call stand together in their table, for they are added at once: their block ranges are enough of an index,
-- and cost nothing where a call gives hundreds of thousands.
drop index intake.verdict_call;
create index verdict_call on intake.verdict using brin (call_id) with (pages_per_range = 16, autosummarize = on);

-- As before, but keys are told apart by their hashes: sorting hundreds of thousands of equal ones takes longer.
create or replace function intake.check_reference() returns trigger language plpgsql
set enable_nestloop = on set enable_hashjoin = off set enable_mergejoin = off set enable_seqscan = off as $$
declare
    missing text;
    many    bigint;
    low     bigint;
    high    bigint;
    there   bigint;
begin
    -- tg_argv: column, referenced table, referenced column
    execute format('select count(%1$I), min(%1$I), max(%1$I) from (select distinct %1$I from added) a', tg_argv[0])
        into many, low, high;
    if many > 1000 and high - low < 4 * many then
        set local enable_nestloop = off;
        set local enable_hashjoin = on;
        execute format('select count(*) from %1$s r where r.%2$I between $1 and $2 '
                       'and r.%2$I in (select %3$I from added)', tg_argv[1], tg_argv[2], tg_argv[0])
            into there using low, high;
        if there = many then
            return null;
        end if;
        set local enable_nestloop = on;
        set local enable_hashjoin = off;
    end if;
    execute format('select a.%1$I::text from (select distinct %1$I from added where %1$I is not null) a '
                   'where not exists (select 1 from %2$s r where r.%3$I = a.%1$I) limit 1',
                   tg_argv[0], tg_argv[1], tg_argv[2]) into missing;
    if missing is not null then
        raise foreign_key_violation using
            message = format('%s.%s: %s %s is not in %s', tg_table_schema, tg_table_name, tg_argv[0], missing, tg_argv[1]);
    end if;
    return null;
end $$;
