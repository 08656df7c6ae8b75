-- The accounts. A run is written in one transaction: whoever sees it sees all of it.
create schema if not exists ledger;

create table ledger.run (
    run_id            bigint generated always as identity primary key,
    request_id        uuid     not null,
    year              integer  not null,
    region_code       text     not null,
    region            text     not null,
    factor_set        text     not null,
    factor_set_digest char(64) not null,
    method            text     not null,
    method_digest     char(64) not null,
    codes_digest      char(64) not null,
    -- SHA-256 over what the statements used state, with the digests above: equal inputs need no new run
    inputs_digest     char(64) not null,
    -- SHA-256 over the tidy columns, sorted
    digest            char(64) not null,
    -- only statements decided by then were used; null for all
    as_of             timestamptz,
    -- accounted with the default set and method, so that 'latest' may mean it
    by_default        boolean  not null,
    entries           integer  not null,
    created_at        timestamptz not null default now(),
    unique (request_id, year, region_code)
);
create index run_year on ledger.run (year, region_code);

-- The statements a run rests on.
create table ledger.run_statement (
    run_id       bigint not null references ledger.run,
    statement_id bigint not null references intake.statement,
    primary key (run_id, statement_id)
);

-- The factors a run used, as its set stated them.
create table ledger.run_factor (
    run_id       bigint  not null references ledger.run,
    factor_id    text    not null,
    carrier_code text    not null,
    quantity     text    not null,
    value        numeric not null,
    unit         text    not null,
    document     text    not null,
    table_ref    text    not null,
    verification text    not null,
    note         text    not null,
    primary key (run_id, factor_id)
);

-- Grain: run x region x sector x carrier x flow x basis x reporter. City and counties close at
-- (sector_group, carrier_group, flow): sum of bottom_up + residual = top_down, exactly.
create table ledger.entry (
    run_id            bigint   not null references ledger.run,
    entry_no          integer  not null,
    region_code       text     not null,
    region            text     not null,
    sector_code       text     not null,
    sector            text     not null,
    sector_group      text     not null,
    carrier_code      text     not null,
    carrier           text     not null,
    carrier_group     text     not null,
    flow              text     not null,
    scope             smallint not null,
    basis             text     not null check (basis in ('bottom_up', 'top_down', 'residual')),
    reporter_code     text     not null,
    activity          numeric,
    unit              text     not null,
    energy_tj         numeric,
    coal_equivalent_t numeric,
    co2_t             numeric,
    notation          text,
    reason            text     not null,
    primary key (run_id, entry_no),
    check ((co2_t is null) <> (notation is null))
);

create table ledger.entry_source (
    run_id         bigint  not null,
    entry_no       integer not null,
    observation_id bigint  not null references intake.observation,
    primary key (run_id, entry_no, observation_id),
    foreign key (run_id, entry_no) references ledger.entry
);

create table ledger.entry_factor (
    run_id    bigint  not null,
    entry_no  integer not null,
    role      text    not null,
    factor_id text    not null,
    value     numeric not null,
    unit      text    not null,
    primary key (run_id, entry_no, role),
    foreign key (run_id, entry_no) references ledger.entry
);

create table ledger.finding (
    run_id       bigint  not null references ledger.run,
    finding_no   integer not null,
    rule         text    not null,
    severity     text    not null check (severity in ('error', 'warning', 'info')),
    subject      text    not null,
    sheet        text,
    row_index    integer,
    column_index integer,
    value        text    not null,
    arguments    text[]  not null,
    primary key (run_id, finding_no)
);

-- Figures printed beside the account, never part of it.
create table ledger.run_check (
    run_id      bigint  not null references ledger.run,
    name        text    not null,
    region_code text    not null,
    value       numeric not null,
    unit        text    not null,
    primary key (run_id, name, region_code)
);

do $$
declare t text;
begin
    foreach t in array array['run', 'run_statement', 'run_factor', 'entry', 'entry_source', 'entry_factor', 'finding',
                             'run_check'] loop
        execute format('create trigger append_only before update or delete or truncate on ledger.%I '
                       'for each statement execute function intake.refuse_change()', t);
    end loop;
end $$;
