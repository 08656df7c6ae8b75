-- One row a finding about a file that a call met and did not take in (a link, a pipe, too large, still being written), or
-- took in under another name. Such a file has no submission, for nothing of it is kept.
create table intake.file_finding (
    file_finding_id bigint generated always as identity primary key,
    call_id         bigint not null references intake.call,
    file            text   not null,
    rule            text   not null,
    severity        text   not null check (severity in ('error', 'warning', 'info')),
    arguments       text[] not null,
    found_at        timestamptz not null default now()
);
create index file_finding_call on intake.file_finding (call_id);
create trigger append_only before update or delete or truncate on intake.file_finding
    for each statement execute function intake.refuse_change();
