package org.tanzhang.ledger;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tanzhang.account.intensity.Emissions;

/** CO2 of a region and its counties over the years, for comparison with one run. */
@Repository
public class EmissionRepository {

    /**
     * The run itself, and of each earlier year the run that compares with it: by the same set, method and time of data if
     * there is one, else the newest.
     */
    private static final String CHOSEN = """
            select distinct on (r.year) r.*
            from ledger.run own join ledger.run r on r.region_code = own.region_code
            where own.run_id = :run and (r.run_id = own.run_id or r.year < own.year)
            order by r.year,
                     (r.factor_set_digest = own.factor_set_digest and r.factor_set = own.factor_set
                      and r.method_digest = own.method_digest and r.method = own.method
                      and r.as_of is not distinct from own.as_of) desc,
                     r.run_id desc
            """;

    private static final String SUMS = """
            coalesce(sum(e.co2_t) filter (where e.scope = 1), 0) as scope1,
            count(*) filter (where e.scope = 1 and e.co2_t is null) = 0 as complete,
            case when count(*) filter (where e.scope = 2) > 0
                      and count(*) filter (where e.flow = 'net-import' and e.co2_t is null) = 0
                 then coalesce(sum(e.co2_t) filter (where e.flow = 'net-import'), 0) end as net_import
            """;

    private final JdbcClient jdbc;

    public EmissionRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** By region, the run's own first and its counties by code; a year each, oldest first. */
    public Map<String, List<Emissions>> upTo(long run) {
        Map<String, List<Emissions>> byRegion = new LinkedHashMap<>();
        jdbc.sql("with chosen as (" + CHOSEN + "), sums as ("
                        + "select 0 as level, c.run_id, c.region_code, " + SUMS
                        + " from chosen c join report.account e using (run_id) group by c.run_id, c.region_code"
                        + " union all select 1, c.run_id, e.region_code, " + SUMS
                        + " from chosen c join report.ledger e using (run_id) where e.basis = 'bottom_up'"
                        + " group by c.run_id, e.region_code)"
                        + " select s.*, c.year, c.factor_set, c.factor_set_digest, c.method, c.method_digest, c.as_of"
                        + " from sums s join chosen c using (run_id) order by s.level, s.region_code, c.year")
                .param("run", run)
                .query(rs -> {
                    OffsetDateTime asOf = rs.getObject("as_of", OffsetDateTime.class);
                    byRegion.computeIfAbsent(rs.getString("region_code"), r -> new ArrayList<>())
                            .add(new Emissions(
                                    rs.getInt("year"),
                                    rs.getBigDecimal("scope1"),
                                    rs.getBoolean("complete"),
                                    rs.getBigDecimal("net_import"),
                                    new Emissions.Vintage(
                                            rs.getString("factor_set"),
                                            rs.getString("factor_set_digest"),
                                            rs.getString("method"),
                                            rs.getString("method_digest"),
                                            asOf == null ? "" : asOf.toInstant().toString())));
                });
        return byRegion;
    }
}
