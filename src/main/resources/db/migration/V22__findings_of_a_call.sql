-- Findings and verdicts refer to three tables each. Their rows, hundreds of thousands in a statement, are gone over twice for all
-- three instead of twice for each. Arguments: column, referenced table, referenced column, for each reference.
create function intake.check_references() returns trigger language plpgsql
-- what is named here is restored when it ends: the transaction's own statements are planned as ever
set enable_nestloop = on set enable_hashjoin = on set enable_mergejoin = off set enable_seqscan = off as $$
declare
    many    bigint;
    lows    bigint[];
    highs   bigint[];
    joins   text    := '';
    lacking text    := '';
    dense   boolean := true;
    missing text;
begin
    execute (
        select format('select count(*), array[%s], array[%s] from added',
                      string_agg(format('min(%I)', tg_argv[i]), ', ' order by i),
                      string_agg(format('max(%I)', tg_argv[i]), ', ' order by i))
        from generate_series(0, tg_nargs - 1, 3) i)
        into many, lows, highs;
    for i in 0 .. tg_nargs - 1 by 3 loop
        joins := joins || format(' left join (select %1$I as key from %2$s where %1$I between %3$L and %4$L) r%5$s'
                                 ' on r%5$s.key = a.%6$I',
                                 tg_argv[i + 2], tg_argv[i + 1], lows[i / 3 + 1], highs[i / 3 + 1], i, tg_argv[i]);
        lacking := lacking || format(' when a.%1$I is not null and r%2$s.key is null'
                                     ' then format(''%1$s %%s is not in %3$s'', a.%1$I)',
                                     tg_argv[i], i, tg_argv[i + 1]);
        dense := dense and coalesce(highs[i / 3 + 1] - lows[i / 3 + 1] < 4 * many, true);
    end loop;
    -- keys that are many and close together are looked up in one go, few or scattered ones each by itself
    if many > 1000 and dense then
        set local enable_nestloop = off;
    else
        set local enable_hashjoin = off;
    end if;
    execute format('select lacking from (select case%s end as lacking from added a%s) l where lacking is not null limit 1',
                   lacking, joins)
        into missing;
    if missing is not null then
        raise foreign_key_violation using message = format('%s.%s: %s', tg_table_schema, tg_table_name, missing);
    end if;
    return null;
end $$;

do $$
declare t text;
begin
    foreach t in array array['finding', 'verdict'] loop
        execute format('drop trigger reference_submission_id on intake.%I', t);
        execute format('drop trigger reference_statement_id on intake.%I', t);
        execute format('drop trigger reference_call_id on intake.%I', t);
        execute format('create trigger reference after insert on intake.%I referencing new table as added for each statement '
                       'execute function intake.check_references(''submission_id'', ''intake.submission'', ''submission_id'', '
                       '''statement_id'', ''intake.statement'', ''statement_id'', ''call_id'', ''intake.call'', ''call_id'')',
                       t);
    end loop;
end $$;

-- What a call found stands together, as its verdicts do.
create index finding_call on intake.finding using brin (call_id) with (pages_per_range = 16, autosummarize = on);
