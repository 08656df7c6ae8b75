package org.tanzhang.ledger;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tanzhang.account.Account;
import org.tanzhang.observation.CellAddress;
import org.tanzhang.quality.Finding;
import org.tanzhang.quality.Severity;

/** What a run says, read through the reporting views. */
@Repository
public class LedgerRepository {

    private static final String ORDER = " order by region_code, basis, scope, sector_code, carrier_code, flow";

    private final JdbcClient jdbc;

    public LedgerRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Totals of a region in a run, in t CO2.
     *
     * @param scope1 null where all of it is missing (NE); likewise {@code scope2Consumption} and {@code scope2NetImport}
     * @param missing how many rows of scope 1 have no CO2 (NE); a total with any is incomplete
     */
    public record Totals(
            String regionCode,
            String region,
            @Nullable BigDecimal scope1,
            @Nullable BigDecimal scope2Consumption,
            @Nullable BigDecimal scope2NetImport,
            int missing) {}

    /**
     * A factor as a run used it, with its source.
     *
     * @param series code of the series that an electricity factor is of, null for others
     * @param validFrom first year it was published for, null when open
     * @param validTo last year it was published for, null when open
     */
    public record UsedFactor(
            String id,
            String carrier,
            String quantity,
            BigDecimal value,
            String unit,
            String document,
            String table,
            String verification,
            String note,
            @Nullable String series,
            @Nullable Integer validFrom,
            @Nullable Integer validTo) {}

    /** A figure printed beside the account. */
    public record Check(String name, String region, BigDecimal value, String unit, Account.@Nullable Source source) {}

    /**
     * What lies in a park, by its share: the enterprises' entries of a sector and the parts of sectors.
     *
     * @param units how many enterprises the park has in all
     * @param activity in {@code unit}; null where missing
     * @param co2 tonnes; null where missing
     */
    public record InPark(
            String park,
            int units,
            String regionCode,
            String region,
            String sectorCode,
            String carrierCode,
            String flow,
            int scope,
            @Nullable BigDecimal activity,
            String unit,
            @Nullable BigDecimal coalEquivalent,
            @Nullable BigDecimal co2) {}

    /** The parks of a run, each with what lies in it. */
    public List<InPark> parks(long run) {
        return jdbc.sql("""
                        select p.*, (
                            select count(distinct e.reporter_code)
                            from ledger.entry_park q join ledger.entry e using (run_id, entry_no)
                            where q.run_id = p.run_id and q.park = p.park and e.reporter_code <> '') as units
                        from report.park p
                        where p.run_id = ? and p.flow <> 'net-import'
                        order by p.park, p.scope, p.region_code, p.sector_code, p.carrier_code, p.flow
                        """)
                .param(run)
                .query((rs, n) -> new InPark(
                        rs.getString("park"),
                        rs.getInt("units"),
                        rs.getString("region_code"),
                        rs.getString("region"),
                        rs.getString("sector_code"),
                        rs.getString("carrier_code"),
                        rs.getString("flow"),
                        rs.getInt("scope"),
                        rs.getBigDecimal("activity"),
                        rs.getString("unit"),
                        rs.getBigDecimal("coal_equivalent_t"),
                        rs.getBigDecimal("co2_t")))
                .list();
    }

    /** The tidy rows of a run, in their fixed order. */
    public List<TidyRow> tidy(long run) {
        return jdbc.sql("select * from report.ledger where run_id = ?" + ORDER)
                .param(run)
                .query((rs, n) -> row(rs))
                .list();
    }

    /** The rows that make up the account of the run's own region, each thing once. */
    public List<TidyRow> account(long run) {
        return jdbc.sql("select * from report.account where run_id = ?" + ORDER)
                .param(run)
                .query((rs, n) -> row(rs))
                .list();
    }

    private static TidyRow row(java.sql.ResultSet rs) throws java.sql.SQLException {
        return new TidyRow(
                rs.getInt("year"),
                rs.getString("region_code"),
                rs.getString("region"),
                rs.getString("sector_code"),
                rs.getString("sector"),
                rs.getString("sector_group"),
                rs.getString("carrier_code"),
                rs.getString("carrier"),
                rs.getString("carrier_group"),
                rs.getString("flow"),
                rs.getInt("scope"),
                rs.getString("basis"),
                rs.getBigDecimal("activity"),
                rs.getString("unit"),
                rs.getBigDecimal("energy_tj"),
                rs.getBigDecimal("coal_equivalent_t"),
                rs.getBigDecimal("co2_t"),
                rs.getString("notation"),
                rs.getString("factor_set"),
                rs.getString("method"));
    }

    /** The region's total. */
    public Totals total(long run) {
        return jdbc.sql("select r.region_code, r.region, " + SUMS
                        + " from ledger.run r left join report.account a using (run_id)"
                        + " where r.run_id = ? group by r.region_code, r.region")
                .param(run)
                .query((rs, n) -> totals(rs))
                .single();
    }

    /** The totals of the counties, by code; empty for a one-level account. */
    public List<Totals> counties(long run) {
        return jdbc.sql("select a.region_code, a.region, " + SUMS
                        + " from report.ledger a where run_id = ? and basis = 'bottom_up'"
                        + " group by a.region_code, a.region order by a.region_code")
                .param(run)
                .query((rs, n) -> totals(rs))
                .list();
    }

    private static final String SUMS = """
            case when count(*) filter (where a.scope = 1) = 0 then 0
                 else sum(a.co2_t) filter (where a.scope = 1) end as scope1,
            case when count(*) filter (where a.flow = 'consumption') = 0 then 0
                 else sum(a.co2_t) filter (where a.flow = 'consumption') end as consumption,
            case when count(*) filter (where a.flow = 'net-import') = 0 then 0
                 else sum(a.co2_t) filter (where a.flow = 'net-import') end as net_import,
            count(*) filter (where a.scope = 1 and a.co2_t is null) as missing
            """;

    private static Totals totals(java.sql.ResultSet rs) throws java.sql.SQLException {
        return new Totals(
                rs.getString(1),
                rs.getString(2),
                rs.getBigDecimal("scope1"),
                rs.getBigDecimal("consumption"),
                rs.getBigDecimal("net_import"),
                rs.getInt("missing"));
    }

    /** Whether the run accounts purchased energy at all; a method may leave it out, and then there is no total, not a zero. */
    public boolean hasScope2(long run) {
        return jdbc.sql("select exists (select 1 from ledger.entry where run_id = ? and scope = 2)")
                .param(run)
                .query(Boolean.class)
                .single();
    }

    public List<UsedFactor> factors(long run) {
        return jdbc.sql("select * from ledger.run_factor where run_id = ? order by carrier_code, quantity, factor_id")
                .param(run)
                .query((rs, n) -> new UsedFactor(
                        rs.getString("factor_id"),
                        rs.getString("carrier_code"),
                        rs.getString("quantity"),
                        rs.getBigDecimal("value"),
                        rs.getString("unit"),
                        rs.getString("document"),
                        rs.getString("table_ref"),
                        rs.getString("verification"),
                        rs.getString("note"),
                        rs.getString("series"),
                        rs.getObject("valid_from", Integer.class),
                        rs.getObject("valid_to", Integer.class)))
                .list();
    }

    public List<Check> checks(long run) {
        return jdbc.sql("select * from ledger.run_check where run_id = ? order by name, region_code")
                .param(run)
                .query((rs, n) -> new Check(
                        rs.getString("name"),
                        rs.getString("region_code"),
                        rs.getBigDecimal("value"),
                        rs.getString("unit"),
                        rs.getString("source") == null
                                ? null
                                : new Account.Source(
                                        rs.getString("source"),
                                        rs.getString("document"),
                                        rs.getString("verification"))))
                .list();
    }

    public List<Finding> findings(long run) {
        return jdbc.sql("select * from ledger.finding where run_id = ? order by finding_no")
                .param(run)
                .query((rs, n) -> {
                    String sheet = rs.getString("sheet");
                    Integer row = rs.getObject("row_index", Integer.class);
                    CellAddress cell = row == null || sheet == null
                            ? null
                            : new CellAddress(sheet, row, rs.getInt("column_index"));
                    return new Finding(
                            rs.getString("rule"),
                            Severity.valueOf(rs.getString("severity").toUpperCase(Locale.ROOT)),
                            cell,
                            sheet,
                            rs.getString("subject"),
                            rs.getString("value"),
                            List.of((String[]) rs.getArray("arguments").getArray()));
                })
                .list();
    }

    /** Key of a tidy row within its run. */
    public record RowKey(String region, String sector, String carrier, String flow, String basis) {

        public static RowKey of(TidyRow row) {
            return new RowKey(row.regionCode(), row.sectorCode(), row.carrierCode(), row.flow(), row.basis());
        }
    }

    /** The cells behind each tidy row, as {@code file!sheet!cell}. */
    public Map<RowKey, List<String>> sources(long run) {
        return lists("""
                select e.region_code, e.sector_code, e.carrier_code, e.flow, e.basis,
                       u.file || '!' || o.sheet as place, o.row_index, o.column_index
                from ledger.entry e join ledger.entry_source x using (run_id, entry_no)
                join intake.observation o using (observation_id)
                join intake.statement s using (statement_id) join intake.submission u using (submission_id)
                where e.run_id = ?
                group by 1, 2, 3, 4, 5, 6, 7, 8 order by 1, 2, 3, 4, 5, 6, 7, 8
                """, run, rs -> rs.getString(6) + "!" + new CellAddress("", rs.getInt(7), rs.getInt(8)).a1());
    }

    /** The factor ids behind each tidy row; a value that the set does not hold is named by its role. */
    public Map<RowKey, List<String>> factorIds(long run) {
        return lists("""
                select distinct e.region_code, e.sector_code, e.carrier_code, e.flow, e.basis,
                       case when f.factor_id = '' then f.role else f.factor_id end
                from ledger.entry e join ledger.entry_factor f using (run_id, entry_no)
                where e.run_id = ? order by 1, 2, 3, 4, 5, 6
                """, run, rs -> rs.getString(6));
    }

    private interface Text {
        String of(java.sql.ResultSet rs) throws java.sql.SQLException;
    }

    private Map<RowKey, List<String>> lists(String sql, long run, Text text) {
        Map<RowKey, List<String>> lists = new java.util.HashMap<>();
        jdbc.sql(sql).param(run).query(rs -> {
            RowKey key =
                    new RowKey(rs.getString(1), rs.getString(2), rs.getString(3), rs.getString(4), rs.getString(5));
            lists.computeIfAbsent(key, k -> new java.util.ArrayList<>()).add(text.of(rs));
        });
        return lists;
    }
}
