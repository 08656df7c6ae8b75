-- The city's cells and residuals are few beside the counties' entries; the views of residuals look them up cell by cell.
create index entry_closing on ledger.entry (run_id, sector_group, carrier_group, flow)
    where basis in ('residual', 'top_down');
