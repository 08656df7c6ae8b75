-- By what a cell of the balanced account was adjusted: variance, or the code of the indicator in force (own-activity, equal,
-- population, gdp-current). Null in runs made before.
alter table ledger.balanced add column weight_of text;

create or replace view report.balanced as
select b.run_id, r.year, b.region_code, b.region, case when b.region_code = r.region_code then 'city' else 'county' end as level,
       b.sector_group, b.carrier_group, b.flow, b.unit, trim_scale(b.raw) as raw_activity, trim_scale(b.weight) as weight,
       trim_scale(b.balanced) as balanced_activity, trim_scale(b.balanced - b.raw) as adjustment,
       trim_scale(b.at_city) as at_city, trim_scale(b.co2_t) as raw_co2_t, trim_scale(b.balanced_co2_t) as balanced_co2_t,
       b.weight_of
from ledger.balanced b
join ledger.run r using (run_id);
