package org.tanzhang.ledger;

import java.util.List;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tanzhang.account.Account;
import org.tanzhang.account.Figure;
import org.tanzhang.ledger.database.CopyRows;

/** The figures beside a run: written once with it, never changed. */
@Repository
public class FigureRepository {

    private static final String FIGURE =
            "copy ledger.figure (run_id, figure_table, region_code, subject, item, value, unit,"
                    + " complete, source, document, verification) from stdin";

    private final JdbcClient jdbc;
    private final JdbcTemplate template;

    public FigureRepository(JdbcClient jdbc, JdbcTemplate template) {
        this.jdbc = jdbc;
        this.template = template;
    }

    /** Writes the figures of a run. Call it within the run's transaction. */
    public void save(long run, List<Figure> figures) {
        CopyRows rows = new CopyRows();
        for (Figure f : figures) {
            Account.Source source = f.source();
            rows.number(run)
                    .text(f.table())
                    .text(f.region())
                    .text(f.subject())
                    .text(f.item())
                    .decimal(f.value())
                    .text(f.unit())
                    .flag(f.complete())
                    .text(source == null ? null : source.id())
                    .text(source == null ? null : source.document())
                    .text(source == null ? null : source.verification())
                    .endRow();
        }
        template.execute((ConnectionCallback<Long>) connection -> rows.send(connection, FIGURE));
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
