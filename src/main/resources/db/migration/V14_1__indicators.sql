-- What offices state of economy and people beside the CO2 of the current run. Grain: current run x region.
-- Units like '10^8 CNY' are brought to CNY, persons and m2; of several price bases the latest stands.
create view report.indicator as
with cell as (
    select s.year, s.reporter_code as region_code, split_part(o.item, '@', 1) as item,
           nullif(split_part(o.item, '@', 2), '')::integer as base_year,
           o.value * 10::numeric ^ coalesce(substring(o.unit from '^10\^([0-9]+)')::integer, 0) as value
    from intake.current_statement s
    join intake.observation o using (statement_id)
    where s.form = 'socio-economic' and o.value is not null
), stated as (
    select year, region_code,
           max(value) filter (where item = 'gdp-current') as gdp_current_cny,
           (array_agg(value order by base_year desc nulls last) filter (where item = 'gdp-constant'))[1] as gdp_constant_cny,
           coalesce(max(base_year) filter (where item = 'gdp-constant'),
                    (max(value) filter (where item = 'gdp-base-year'))::integer) as gdp_base_year,
           max(value) filter (where item = 'population') as population,
           max(value) filter (where item = 'area') as area_m2
    from cell
    group by year, region_code
), emitted as (
    select run_id, year, region_code, region, scope1_t, scope2_net_import_t, scope1_missing, scope2_missing
    from report.city_by_year
    union all
    select run_id, year, region_code, region, scope1_t, scope2_net_import_t, scope1_missing, scope2_missing
    from report.county_by_year
)
select e.run_id, e.year, e.region_code, e.region, e.scope1_t, e.scope2_net_import_t, e.scope1_missing, e.scope2_missing,
       trim_scale(s.gdp_current_cny) as gdp_current_cny, trim_scale(s.gdp_constant_cny) as gdp_constant_cny, s.gdp_base_year,
       trim_scale(s.population) as population, trim_scale(s.area_m2) as area_m2,
       e.scope1_t / nullif(s.population, 0) as scope1_per_head_t,
       e.scope1_t * 10000 / nullif(s.gdp_current_cny, 0) as scope1_per_10k_cny_current_t,
       e.scope1_t * 10000 / nullif(s.gdp_constant_cny, 0) as scope1_per_10k_cny_constant_t
from emitted e
left join stated s using (year, region_code);

do $$
begin
    if exists (select 1 from pg_roles where rolname = 'tanzhang_reader') then
        grant select on report.indicator to tanzhang_reader;
    end if;
end $$;
