-- Of which series an electricity factor is, and for which years a factor was published; null where a run before this kept neither.
alter table ledger.run_factor
    add column series     text,
    add column valid_from integer,
    add column valid_to   integer;

-- Where a factor among the checks was taken from; null for what was worked out.
alter table ledger.run_check
    add column source       text,
    add column document     text,
    add column verification text;
