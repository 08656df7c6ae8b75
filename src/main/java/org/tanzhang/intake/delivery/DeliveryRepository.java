package org.tanzhang.intake.delivery;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tanzhang.intake.store.Verdict;

/** What came for a year, who is registered, and what a run's reporters emitted; each by one query. */
@Repository
class DeliveryRepository {

    private final JdbcClient jdbc;

    DeliveryRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A unit as the registers of a year place it, by its last line where it moved.
     *
     * @param register region that handed the register in
     */
    record Registered(String creditCode, String name, String region, String register) {}

    /** The units that the current registers of a year name as active in some month of it. */
    List<Registered> registered(int year) {
        return jdbc.sql("""
                        with current as (
                            select distinct on (reporter_code, period) statement_id, reporter_code
                            from intake.accepted_statement
                            where year = :year and form = 'unit-register'
                            order by reporter_code, period, verdict_id desc
                        )
                        select distinct on (u.credit_code) u.credit_code, u.name, u.region_code, c.reporter_code
                        from intake.unit u join current c using (statement_id)
                        where coalesce(u.opened, '') <= cast(:year as text) || '-12'
                          and coalesce(u.closed, '9999') >= cast(:year as text) || '-01'
                        order by u.credit_code, u.to_month desc, u.unit_id
                        """)
                .param("year", year)
                .query((rs, n) -> new Registered(rs.getString(1), rs.getString(2), rs.getString(3), rs.getString(4)))
                .list();
    }

    /** The regions whose registers of a year are current. */
    List<String> registers(int year) {
        return jdbc.sql("""
                        select distinct reporter_code from intake.accepted_statement
                        where year = ? and form = 'unit-register' order by 1
                        """).param(year).query(String.class).list();
    }

    /**
     * What came of one reporter's full-year statements of a form.
     *
     * @param standing the verdict on the version in force, null when none is
     */
    record Came(
            String form,
            String reporter,
            String name,
            Instant received,
            @Nullable Instant accepted,
            @Nullable Verdict standing,
            int versions,
            String file) {

        boolean stands() {
            return standing != null;
        }
    }

    /** What came of the forms for a year. */
    List<Came> came(int year, List<String> forms) {
        return jdbc.sql("""
                        select s.form, s.reporter_code, coalesce(max(s.reporter_name), '') as name,
                               min(c.received_at) as received,
                               min(c.received_at) filter (where v.verdict = any(:accepting)) as accepted,
                               (array_agg(v.verdict order by v.verdict_id desc)
                                   filter (where v.verdict = any(:accepting)))[1] as standing,
                               count(distinct s.content_digest) as versions,
                               (array_agg(u.file order by v.verdict_id desc))[1] as file
                        from intake.statement s
                        join intake.verdict v using (statement_id)
                        join intake.call c on c.call_id = v.call_id
                        join intake.submission u on u.submission_id = v.submission_id
                        where s.year = :year and s.form = any(:forms) and s.reporter_code is not null
                          and s.period in (cast(:year as text), cast(:year as text) || '-01..12')
                        group by s.form, s.reporter_code
                        """)
                .param("year", year)
                .param("forms", forms.toArray(String[]::new))
                .param(
                        "accepting",
                        java.util.Arrays.stream(Verdict.values())
                                .filter(Verdict::accepts)
                                .map(Verdict::code)
                                .toArray(String[]::new))
                .query((rs, n) -> new Came(
                        rs.getString("form"),
                        rs.getString("reporter_code"),
                        rs.getString("name"),
                        rs.getObject("received", OffsetDateTime.class).toInstant(),
                        instant(rs, "accepted"),
                        rs.getString("standing") == null ? null : Verdict.of(rs.getString("standing")),
                        rs.getInt("versions"),
                        rs.getString("file")))
                .list();
    }

    private static @Nullable Instant instant(ResultSet rs, String column) throws SQLException {
        OffsetDateTime time = rs.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    /**
     * Scope 1 of one reporter in a run, t CO2.
     *
     * @param reporter credit code of a unit; empty for what a region's balance states and for residuals
     * @param residual whether it is between the two levels, the whole region's then
     * @param incomplete whether some of it is not estimated (NE)
     */
    record Emitted(String region, String reporter, boolean residual, BigDecimal co2, boolean incomplete) {}

    /** What makes up a run's total of scope 1, each thing once: children and residuals, else the region's own balance. */
    List<Emitted> emitted(long run) {
        return jdbc.sql("""
                        select e.region_code, e.reporter_code, e.basis = 'residual' as residual,
                               coalesce(sum(e.co2_t), 0) as co2, count(*) > count(e.co2_t) as incomplete
                        from ledger.entry e
                        where e.run_id = :run and e.scope = 1
                          and (e.basis = 'top_down') <> exists (select 1 from ledger.entry b
                                                                where b.run_id = :run and b.basis = 'bottom_up')
                        group by 1, 2, 3
                        """)
                .param("run", run)
                .query((rs, n) -> new Emitted(
                        rs.getString(1),
                        rs.getString(2),
                        rs.getBoolean(3),
                        rs.getBigDecimal(4).stripTrailingZeros(),
                        rs.getBoolean(5)))
                .list();
    }
}
