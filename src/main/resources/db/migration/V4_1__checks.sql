-- Who handed a call's files in, on which machine; null for calls before this was kept.
alter table intake.call add column officer text, add column host text;

-- Where a file was taken from: its absolute path.
alter table intake.submission add column source text;

-- Severities that the bureau set in place of the catalogue's, with the reason; severity 'off' switches a rule off,
-- 'catalogue' gives it back its own. The latest of a rule is in force.
create table intake.rule_severity (
    rule_severity_id bigint generated always as identity primary key,
    rule             text not null,
    severity         text not null check (severity in ('error', 'warning', 'info', 'off', 'catalogue')),
    reason           text not null,
    recorded_at      timestamptz not null default now()
);

-- A finding that an officer let pass, with the reason.
create table intake.acceptance (
    acceptance_id bigint generated always as identity primary key,
    finding_id    bigint not null unique references intake.finding,
    reason        text   not null check (reason <> ''),
    officer       text   not null,
    accepted_at   timestamptz not null default now()
);

do $$
declare t text;
begin
    foreach t in array array['rule_severity', 'acceptance'] loop
        execute format('create trigger append_only before update or delete or truncate on intake.%I '
                       'for each statement execute function intake.refuse_change()', t);
    end loop;
end $$;
