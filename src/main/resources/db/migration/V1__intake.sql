-- What senders handed in. Rows are added, never changed: a correction is a new submission, a decision a new verdict.
create schema if not exists intake;

-- One call of the import, whatever number of files it brought.
create table intake.call (
    call_id     bigint generated always as identity primary key,
    request_id  uuid        not null unique,
    command     text        not null,
    -- the files and folders named, as absolute paths
    paths       text[]      not null,
    received_at timestamptz not null default now()
);

-- The bytes of every workbook ever received, once.
create table intake.workbook (
    sha256  char(64) primary key,
    content bytea not null
);

-- A file as received in a call.
create table intake.submission (
    submission_id    bigint generated always as identity primary key,
    call_id          bigint   not null references intake.call,
    file             text     not null,
    sha256           char(64) not null references intake.workbook,
    -- code lists and form definitions it was read with; a returned workbook is read again when they change
    reference_digest char(64) not null,
    -- the earlier submission of the same bytes that this one repeats; nothing is read again then
    repeats          bigint references intake.submission
);
create index submission_call on intake.submission (call_id);
create index submission_sha256 on intake.submission (sha256);

-- Written together with what was read of the submission, so that a restart knows what is done.
create table intake.reading (
    submission_id bigint primary key references intake.submission,
    recognised    boolean not null
);

-- What one reporter states on one form for one period.
create table intake.statement (
    statement_id   bigint generated always as identity primary key,
    submission_id  bigint   not null references intake.submission,
    form           text     not null,
    definition     text     not null,
    sheets         text[]   not null,
    reporter_kind  text     not null check (reporter_kind in ('REGION', 'UNIT')),
    reporter_code  text,
    reporter_name  text,
    period         text,
    year           integer,
    faulty         boolean  not null,
    warnings       boolean  not null,
    -- SHA-256 over what it states, independent of layout and file
    content_digest char(64) not null
);
create index statement_submission on intake.statement (submission_id);
create index statement_key on intake.statement (form, reporter_code, period);
create index statement_year on intake.statement (year);

-- One cell. value is null where a notation (BLANK, DASH, NO, NE, IE, C, NA) stands instead.
create table intake.observation (
    observation_id bigint generated always as identity primary key,
    statement_id   bigint  not null references intake.statement,
    item           text    not null,
    carrier        text    not null,
    sheet          text    not null,
    row_index      integer not null,
    column_index   integer not null,
    raw            text    not null,
    value          numeric,
    notation       text,
    unit           text    not null,
    check ((value is null) <> (notation is null))
);
create index observation_statement on intake.observation (statement_id);

-- One line of a unit register.
create table intake.unit (
    unit_id      bigint generated always as identity primary key,
    statement_id bigint  not null references intake.statement,
    credit_code  text    not null,
    name         text    not null,
    industry     text    not null,
    region_code  text    not null,
    scope        text    not null,
    park         text,
    sheet        text    not null,
    row_index    integer not null,
    column_index integer not null
);
create index unit_statement on intake.unit (statement_id);

-- What was found wrong or worth saying, for ever.
create table intake.finding (
    finding_id    bigint generated always as identity primary key,
    submission_id bigint not null references intake.submission,
    statement_id  bigint references intake.statement,
    -- the call in which it was found, where it is about what came together; null where it is about the bytes alone
    call_id       bigint references intake.call,
    rule          text   not null,
    severity      text   not null check (severity in ('error', 'warning', 'info')),
    sheet         text,
    row_index     integer,
    column_index  integer,
    value         text   not null,
    arguments     text[] not null
);
create index finding_submission on intake.finding (submission_id);

-- What was decided. A statement is visible to the accounts once it has an accepting verdict; the latest of a
-- (form, reporter, period) is current.
create table intake.verdict (
    verdict_id    bigint generated always as identity primary key,
    call_id       bigint not null references intake.call,
    submission_id bigint not null references intake.submission,
    statement_id  bigint references intake.statement,
    verdict       text   not null check (verdict in ('accepted', 'accepted_with_warnings', 'waiting', 'returned',
                                                     'duplicate', 'superseded', 'unrecognised')),
    decided_at    timestamptz not null default now()
);
create index verdict_statement on intake.verdict (statement_id);
create index verdict_call on intake.verdict (call_id);
create index verdict_submission on intake.verdict (submission_id);

create view intake.accepted_statement as
select s.*, v.verdict_id, v.verdict, v.decided_at
from intake.statement s
join intake.verdict v using (statement_id)
where v.verdict in ('accepted', 'accepted_with_warnings', 'waiting');

create view intake.current_statement as
select distinct on (form, reporter_code, period) *
from intake.accepted_statement
order by form, reporter_code, period, verdict_id desc;

create function intake.refuse_change() returns trigger language plpgsql as $$
begin
    raise exception '% is append-only: corrections are new rows', tg_table_schema || '.' || tg_table_name;
end $$;

do $$
declare t text;
begin
    foreach t in array array['call', 'workbook', 'submission', 'reading', 'statement', 'observation', 'unit', 'finding',
                             'verdict'] loop
        execute format('create trigger append_only before update or delete or truncate on intake.%I '
                       'for each statement execute function intake.refuse_change()', t);
    end loop;
end $$;
