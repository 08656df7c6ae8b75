-- The same rows as before. Whether counties report is asked once a run, not once a row: on a ledger of many runs that took
-- minutes.
create or replace view report.account as
select l.*
from ledger.run r
cross join lateral (
    select exists (select 1 from ledger.entry e where e.run_id = r.run_id and e.basis = 'bottom_up') as counties,
           exists (select 1 from ledger.entry e where e.run_id = r.run_id and e.basis = 'top_down') as own
    offset 0
) has
join report.ledger l on l.run_id = r.run_id
where case
          when l.flow = 'net-import' then case when has.own then l.basis = 'top_down' else l.basis = 'bottom_up' end
          when has.counties then l.basis in ('bottom_up', 'residual')
          else l.basis = 'top_down'
      end;
