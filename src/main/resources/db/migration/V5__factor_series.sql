-- Of which series an electricity factor is, and for which years a factor was published; null where a run before this kept neither.
alter table ledger.run_factor
    add column series     text,
    add column valid_from integer,
    add column valid_to   integer;
