package org.tanzhang.ledger;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tanzhang.account.LedgerEntry.FactorUse;
import org.tanzhang.account.MemoLine;
import org.tanzhang.code.Codes;

/** The memo tables of runs: written with their run, never changed. */
@Repository
public class MemoRepository {

    private static final int BATCH = 1000;

    private final JdbcClient jdbc;
    private final JdbcTemplate template;

    public MemoRepository(JdbcClient jdbc, JdbcTemplate template) {
        this.jdbc = jdbc;
        this.template = template;
    }

    /**
     * A row of a memo table, enterprises summed.
     *
     * @param activity null where something was not stated
     * @param co2 t CO2, null where {@code notation} says why
     * @param insideTotal whether the account's totals hold that CO2 already
     */
    public record MemoRow(
            String kind,
            String regionCode,
            String region,
            String basis,
            String sectorCode,
            String sector,
            String subjectCode,
            String subject,
            @Nullable BigDecimal activity,
            String unit,
            @Nullable BigDecimal co2,
            String notation,
            boolean insideTotal,
            String note,
            String document,
            String verification) {}

    private record Line(int number, MemoLine memo) {}

    private record Source(int memo, long observation) {}

    private record Use(int memo, FactorUse factor) {}

    /** Writes the lines of a run, within its transaction. */
    void save(long run, List<MemoLine> memo, Codes codes) {
        List<Line> lines = new ArrayList<>();
        List<Source> sources = new ArrayList<>();
        List<Use> uses = new ArrayList<>();
        for (int i = 0; i < memo.size(); i++) {
            int number = i + 1;
            MemoLine line = memo.get(i);
            lines.add(new Line(number, line));
            new LinkedHashSet<>(line.sources()).forEach(o -> sources.add(new Source(number, o)));
            line.factors().forEach(f -> uses.add(new Use(number, f)));
        }
        template.batchUpdate("""
                insert into ledger.memo (run_id, memo_no, kind, region_code, region, basis, sector_code, sector, reporter_code,
                        subject_code, subject, activity, unit, co2_t, notation, inside_total, note, document, verification)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """, lines, BATCH, (ps, l) -> {
            MemoLine m = l.memo();
            ps.setLong(1, run);
            ps.setInt(2, l.number());
            ps.setString(3, m.kind().code());
            ps.setString(4, m.region());
            ps.setString(5, codes.regions().get(m.region()).name().zh());
            ps.setString(6, m.basis().code());
            ps.setString(7, m.sector());
            ps.setString(8, codes.sectors().get(m.sector()).name().zh());
            ps.setString(9, m.reporter());
            ps.setString(10, m.subject());
            ps.setString(11, subject(m.subject(), codes));
            ps.setBigDecimal(12, m.activity());
            ps.setString(13, m.unit());
            ps.setBigDecimal(14, m.co2T());
            ps.setString(15, m.notation() == null ? null : m.notation().name());
            ps.setBoolean(16, m.insideTotal());
            ps.setString(17, m.note());
            ps.setString(18, m.document());
            ps.setString(19, m.verification());
        });
        template.batchUpdate(
                "insert into ledger.memo_source (run_id, memo_no, observation_id) values (?, ?, ?)",
                sources,
                BATCH,
                (ps, s) -> {
                    ps.setLong(1, run);
                    ps.setInt(2, s.memo());
                    ps.setLong(3, s.observation());
                });
        template.batchUpdate(
                "insert into ledger.memo_factor (run_id, memo_no, role, factor_id, value, unit) values (?, ?, ?, ?, ?, ?)",
                uses,
                BATCH,
                (ps, u) -> {
                    ps.setLong(1, run);
                    ps.setInt(2, u.memo());
                    ps.setString(3, u.factor().role());
                    ps.setString(4, u.factor().factor());
                    ps.setBigDecimal(5, u.factor().value());
                    ps.setString(6, u.factor().unit());
                });
    }

    private static String subject(String code, Codes codes) {
        return codes.products()
                .find(code)
                .map(p -> p.name().zh())
                .orElseGet(() -> codes.carriers().get(code).name().zh());
    }

    /** The memo tables of a run, in a fixed order. */
    public List<MemoRow> rows(long run) {
        return jdbc.sql("""
                        select * from report.memo where run_id = ?
                        order by kind, region_code, basis, sector_code, subject_code, note, document
                        """)
                .param(run)
                .query((rs, n) -> new MemoRow(
                        rs.getString("kind"),
                        rs.getString("region_code"),
                        rs.getString("region"),
                        rs.getString("basis"),
                        rs.getString("sector_code"),
                        rs.getString("sector"),
                        rs.getString("subject_code"),
                        rs.getString("subject"),
                        rs.getBigDecimal("activity"),
                        rs.getString("unit"),
                        rs.getBigDecimal("co2_t"),
                        rs.getString("notation"),
                        rs.getBoolean("inside_total"),
                        rs.getString("note"),
                        rs.getString("document"),
                        rs.getString("verification")))
                .list();
    }
}
