package org.tanzhang.ledger;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tanzhang.account.Account;
import org.tanzhang.account.KnownResiduals;
import org.tanzhang.code.Codes;
import org.tanzhang.code.Flow;

/** What closes a run's two levels beside its entries: residuals with their reasons and history, and the balanced account. */
@Repository
public class ClosingRepository {

    private static final int BATCH = 1000;

    private final JdbcClient jdbc;
    private final JdbcTemplate template;

    public ClosingRepository(JdbcClient jdbc, JdbcTemplate template) {
        this.jdbc = jdbc;
        this.template = template;
    }

    /**
     * A residual entry with what was said of it.
     *
     * @param reasonZh the reason in Chinese; null in a run made before reasons had names
     * @param tolerance in {@code unit}; null likewise
     */
    public record ReasonedResidual(
            String sectorGroup,
            String carrierGroup,
            String flow,
            BigDecimal activity,
            String unit,
            @Nullable BigDecimal co2,
            String reason,
            @Nullable String reasonZh,
            @Nullable String reasonEn,
            @Nullable BigDecimal tolerance,
            String note) {}

    /**
     * A cell in an earlier year.
     *
     * @param share the residual's share of the city's cell; null where the city states zero
     */
    public record EarlierCell(
            int year,
            String sectorGroup,
            String carrierGroup,
            String flow,
            @Nullable BigDecimal share) {}

    /**
     * A line of the balanced account, of a county or of the city.
     *
     * @param weightOf {@code variance}, or the code of an indicator; null in a run made before that was kept
     */
    public record BalancedLine(
            String regionCode,
            boolean city,
            String sectorGroup,
            String carrierGroup,
            String flow,
            String unit,
            BigDecimal raw,
            BigDecimal weight,
            @Nullable String weightOf,
            BigDecimal balanced,
            BigDecimal atCity,
            @Nullable BigDecimal co2,
            @Nullable BigDecimal balancedCo2) {}

    /** Writes what belongs to a run. Call it within the run's transaction. */
    void save(long run, Account account, Codes codes) {
        template.batchUpdate("""
                insert into ledger.residual_note (run_id, sector_group, carrier_group, flow, reason, reason_zh, reason_en,
                        tolerance, note)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                """, account.residuals(), BATCH, (ps, r) -> {
            ps.setLong(1, run);
            ps.setString(2, r.sectorGroup());
            ps.setString(3, r.carrierGroup());
            ps.setString(4, r.flow().code());
            ps.setString(5, r.reason());
            ps.setString(6, r.name().zh());
            ps.setString(7, r.name().en());
            ps.setBigDecimal(8, r.tolerance());
            ps.setString(9, r.note());
        });
        template.batchUpdate("""
                insert into ledger.balanced (run_id, region_code, region, sector_group, carrier_group, flow, unit, raw,
                        weight, balanced, at_city, co2_t, balanced_co2_t, weight_of)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """, account.balanced(), BATCH, (ps, b) -> {
            ps.setLong(1, run);
            ps.setString(2, b.region());
            ps.setString(3, codes.regions().get(b.region()).name().zh());
            ps.setString(4, b.sectorGroup());
            ps.setString(5, b.carrierGroup());
            ps.setString(6, b.flow().code());
            ps.setString(7, b.unit());
            ps.setBigDecimal(8, b.raw());
            ps.setBigDecimal(9, b.weight());
            ps.setBigDecimal(10, b.balanced());
            ps.setBigDecimal(11, b.atCity());
            ps.setBigDecimal(12, b.co2());
            ps.setBigDecimal(13, b.balancedCo2());
            ps.setString(14, b.weightOf());
        });
    }

    /** The residuals of a run, one a reason. */
    public List<ReasonedResidual> residuals(long run) {
        return jdbc.sql("select * from report.residual_reason where run_id = ?"
                        + " order by sector_group, carrier_group, flow, abs(activity) desc, reason")
                .param(run)
                .query((rs, n) -> new ReasonedResidual(
                        rs.getString("sector_group"),
                        rs.getString("carrier_group"),
                        rs.getString("flow"),
                        rs.getBigDecimal("activity"),
                        rs.getString("unit"),
                        rs.getBigDecimal("co2_t"),
                        rs.getString("reason"),
                        rs.getString("reason_zh"),
                        rs.getString("reason_en"),
                        rs.getBigDecimal("tolerance"),
                        rs.getString("note")))
                .list();
    }

    /** The cells of the years before a run, by runs made before it with its factor set and method; newest year first. */
    public List<EarlierCell> earlier(long run, int years) {
        return jdbc.sql("""
                        with own as (select * from ledger.run where run_id = :run),
                        earlier as (
                            select distinct on (r.year) r.run_id
                            from ledger.run r, own
                            where (r.region_code, r.factor_set, r.method, r.partition)
                                      = (own.region_code, own.factor_set, own.method, own.partition)
                              and r.as_of is null and r.run_id < own.run_id
                              and r.year between own.year - :years and own.year - 1
                            order by r.year, r.run_id desc
                        )
                        select c.year, c.sector_group, c.carrier_group, c.flow, c.share
                        from earlier join report.residual_cell c using (run_id)
                        order by c.year desc, c.sector_group, c.carrier_group, c.flow
                        """)
                .param("run", run)
                .param("years", years)
                .query((rs, n) -> new EarlierCell(
                        rs.getInt("year"),
                        rs.getString("sector_group"),
                        rs.getString("carrier_group"),
                        rs.getString("flow"),
                        rs.getBigDecimal("share")))
                .list();
    }

    /** The cells of the year before, by the newest run with the same factor set and method; none when there is no run. */
    public List<KnownResiduals.Before> before(
            String region, int year, String factorSet, String method, String partition) {
        return jdbc.sql("""
                        select c.sector_group, c.carrier_group, c.flow, c.share
                        from report.residual_cell c
                        where c.share is not null and c.run_id = (
                            select max(run_id) from ledger.run
                            where region_code = ? and year = ? and factor_set = ? and method = ? and partition = ?
                              and as_of is null)
                        order by c.sector_group, c.carrier_group, c.flow
                        """)
                .params(region, year - 1, factorSet, method, partition)
                .query((rs, n) -> new KnownResiduals.Before(
                        rs.getString("sector_group"),
                        rs.getString("carrier_group"),
                        Flow.of(rs.getString("flow")),
                        rs.getBigDecimal("share").stripTrailingZeros()))
                .list();
    }

    /** The balanced account of a run, empty where its method asks for none. */
    public List<BalancedLine> balanced(long run) {
        return jdbc.sql("select * from report.balanced where run_id = ?"
                        + " order by sector_group, carrier_group, flow, level desc, region_code")
                .param(run)
                .query((rs, n) -> new BalancedLine(
                        rs.getString("region_code"),
                        rs.getString("level").equals("city"),
                        rs.getString("sector_group"),
                        rs.getString("carrier_group"),
                        rs.getString("flow"),
                        rs.getString("unit"),
                        rs.getBigDecimal("raw_activity"),
                        rs.getBigDecimal("weight"),
                        rs.getString("weight_of"),
                        rs.getBigDecimal("balanced_activity"),
                        rs.getBigDecimal("at_city"),
                        rs.getBigDecimal("raw_co2_t"),
                        rs.getBigDecimal("balanced_co2_t")))
                .list();
    }
}
