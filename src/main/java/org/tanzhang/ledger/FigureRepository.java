package org.tanzhang.ledger;

import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tanzhang.account.Account;
import org.tanzhang.account.Figure;

/** The figures beside a run: written once with it, never changed. */
@Repository
public class FigureRepository {

    private static final int BATCH = 1000;

    private final JdbcClient jdbc;
    private final JdbcTemplate template;

    public FigureRepository(JdbcClient jdbc, JdbcTemplate template) {
        this.jdbc = jdbc;
        this.template = template;
    }

    /** Writes the figures of a run. Call it within the run's transaction. */
    public void save(long run, List<Figure> figures) {
        template.batchUpdate("""
                insert into ledger.figure (run_id, figure_table, region_code, subject, item, value, unit, complete, source,
                        document, verification)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """, figures, BATCH, (ps, f) -> {
            Account.Source source = f.source();
            ps.setLong(1, run);
            ps.setString(2, f.table());
            ps.setString(3, f.region());
            ps.setString(4, f.subject());
            ps.setString(5, f.item());
            ps.setBigDecimal(6, f.value());
            ps.setString(7, f.unit());
            ps.setBoolean(8, f.complete());
            ps.setString(9, source == null ? null : source.id());
            ps.setString(10, source == null ? null : source.document());
            ps.setString(11, source == null ? null : source.verification());
        });
    }

    /** The figures of regions as a run has them, without those of single enterprises. */
    public List<Figure> ofRegions(long run) {
        return jdbc.sql("""
                        select * from report.figure where run_id = ?
                        order by figure_table, region_code, subject, item
                        """)
                .param(run)
                .query((rs, n) -> new Figure(
                        rs.getString("figure_table"),
                        rs.getString("region_code"),
                        rs.getString("subject"),
                        rs.getString("item"),
                        rs.getBigDecimal("value"),
                        rs.getString("unit"),
                        rs.getBoolean("complete"),
                        rs.getString("source") == null
                                ? null
                                : new Account.Source(
                                        rs.getString("source"),
                                        rs.getString("document"),
                                        rs.getString("verification"))))
                .list();
    }
}
