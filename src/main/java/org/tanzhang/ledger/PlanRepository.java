package org.tanzhang.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Runs that are planned: each has its number before its row in {@code ledger.run}, which comes last. */
@Repository
public class PlanRepository {

    private final JdbcClient jdbc;

    PlanRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The number for a run to come. */
    public long nextRun() {
        return jdbc.sql("select nextval(pg_get_serial_sequence('ledger.run', 'run_id'))")
                .query(Long.class)
                .single();
    }

    public void save(UUID request, Plan plan) {
        jdbc.sql("""
                        insert into ledger.plan (run_id, request_id, year, region_code, inputs_digest)
                        values (?, ?, ?, ?, ?)
                        """)
                .params(plan.run(), request, plan.year(), plan.region(), plan.inputsDigest())
                .update();
    }

    public Plan find(long run) {
        return jdbc.sql("select run_id, year, region_code, inputs_digest from ledger.plan where run_id = ?")
                .param(run)
                .query(PlanRepository::plan)
                .single();
    }

    /** What was planned for an order and is not yet closed, by year. */
    public List<Plan> open(UUID request) {
        return jdbc.sql("""
                        select run_id, year, region_code, inputs_digest from ledger.plan p
                        where request_id = ? and not exists (select 1 from ledger.run r where r.run_id = p.run_id)
                        order by year, run_id
                        """).param(request).query(PlanRepository::plan).list();
    }

    /** The years planned for an order. */
    public List<Integer> years(UUID request) {
        return jdbc.sql("select year from ledger.plan where request_id = ?")
                .param(request)
                .query(Integer.class)
                .list();
    }

    private static Plan plan(ResultSet rs, int row) throws SQLException {
        return new Plan(rs.getLong(1), rs.getInt(2), rs.getString(3), rs.getString(4));
    }
}
