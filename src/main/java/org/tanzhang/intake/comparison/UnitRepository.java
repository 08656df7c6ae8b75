package org.tanzhang.intake.comparison;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tanzhang.observation.CellAddress;
import org.tanzhang.quality.comparison.IndustryProcess;

/** Reporters beside their doubles, and beside what the registers say of them. */
@Repository
class UnitRepository {

    private final JdbcClient jdbc;

    UnitRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A statement and another that looks like it.
     *
     * @param others how many such there are; {@code code}, {@code name} are the first one's
     * @param numbers how many numbers are the same
     */
    record Twin(Subject subject, String code, String name, String period, int others, int numbers) {}

    /** A unit's statement that does not fit its industry; the process is null where one is wanting. */
    record Misfit(
            Subject subject,
            String industry,
            @Nullable String item,
            @Nullable String carrier) {}

    /** A unit of a register that another register lists in another region. */
    record Placed(Subject subject, String code, String region, String otherRegion, int year) {}

    /** What makes two names one: without spaces, with brackets of one width. */
    private static String plain(String column) {
        return "translate(" + column + ", ' 　（）', '()')";
    }

    /** Gathers the columns of one item beside which a column of the call may be held, each with its numbers in one word. */
    void columns(List<String> forms, String item, int minimum) {
        jdbc.sql("drop table if exists pg_temp.column_of").update();
        jdbc.sql("""
                        create temp table column_of on commit drop as
                        select a.statement_id, a.form, a.year, a.month, a.annual, a.reporter_code, a.reporter_name,
                               a.period, a.incoming, a.sound, c.numbers, c.figures, c.first_cell
                        from available a
                        cross join lateral (
                            select count(*) as numbers,
                                   md5(string_agg(o.carrier || '=' || trim_scale(o.value) || o.unit, ';'
                                                  order by o.carrier)) as figures,
                                   (array_agg(o.observation_id order by o.row_index, o.column_index))[1] as first_cell
                            from intake.observation o
                            where o.statement_id = a.statement_id and o.item = :item and o.value <> 0
                            having count(*) >= :minimum) c
                        where a.form = any(:forms)
                          and (a.year, a.month) in (select year, month from incoming_month)
                        """)
                .param("forms", forms.toArray(String[]::new))
                .param("item", item)
                .param("minimum", minimum)
                .update();
        jdbc.sql("analyze column_of").update();
    }

    /** Statements of the call whose column of those gathered holds the same numbers as another reporter's of the same months. */
    List<Twin> sameFigures(boolean sameName) {
        String condition = sameName ? "=" : "<>";
        return jdbc.sql("""
                        with found as (
                            select m.statement_id, m.first_cell, m.period, m.numbers, count(*) as others,
                                   (array_agg(t.reporter_code order by t.reporter_code))[1] as code,
                                   (array_agg(t.reporter_name order by t.reporter_code))[1] as name
                            from column_of m
                            join column_of t using (form, year, month, annual, figures)
                            where m.incoming and t.sound and m.reporter_code <> t.reporter_code and %s %s %s
                            group by 1, 2, 3, 4
                        )
                        select s.submission_id, s.statement_id, o.sheet, o.row_index, o.column_index, o.value as own,
                               f.code, f.name, f.period, f.others, f.numbers
                        from found f join incoming s using (statement_id)
                        join intake.observation o on o.observation_id = f.first_cell
                        order by s.statement_id
                        """.formatted(plain("m.reporter_name"), condition, plain("t.reporter_name")))
                .query((rs, n) -> new Twin(
                        subject(rs),
                        rs.getString("code"),
                        rs.getString("name"),
                        rs.getString("period"),
                        rs.getInt("others"),
                        rs.getInt("numbers")))
                .list();
    }

    /** Statements of the call whose reporter's name another code reports under for the same months. */
    List<Twin> sameName(List<String> forms) {
        return jdbc.sql("""
                        with several as (
                            select form, year, month, annual, %1$s as name from available
                            where form = any(:forms) and reporter_name <> ''
                            group by 1, 2, 3, 4, 5 having min(reporter_code) <> max(reporter_code)
                        )
                        select s.submission_id, s.statement_id, s.sheet, s.named_row as row_index,
                               s.named_column as column_index, null::numeric as own, min(a.reporter_code) as code,
                               s.reporter_name as name, s.period, count(distinct a.reporter_code) as others
                        from several n
                        join incoming s on (s.form, s.year, s.month, s.annual, %2$s)
                                         = (n.form, n.year, n.month, n.annual, n.name)
                        join available a on (a.form, a.year, a.month, a.annual, %3$s)
                                          = (n.form, n.year, n.month, n.annual, n.name)
                        where a.sound and s.reporter_kind = 'UNIT' and a.reporter_code <> s.reporter_code
                        group by 1, 2, 3, 4, 5, 8, 9 order by s.statement_id
                        """.formatted(plain("reporter_name"), plain("s.reporter_name"), plain("a.reporter_name")))
                .param("forms", forms.toArray(String[]::new))
                .query((rs, n) -> new Twin(
                        subject(rs),
                        rs.getString("code"),
                        rs.getString("name"),
                        rs.getString("period"),
                        rs.getInt("others"),
                        0))
                .list();
    }

    /** A unit that reports for a time in which the register says it was not active; the month it opened, or closed. */
    record Inactive(
            Subject subject,
            String period,
            @Nullable String opened,
            @Nullable String closed) {}

    /** Statements of the call for months that all lie before the unit opened or after it closed. */
    List<Inactive> inactive(List<String> forms) {
        return jdbc.sql("""
                        select s.submission_id, s.statement_id, s.sheet, s.named_row as row_index,
                               s.named_column as column_index, null::numeric as own, s.period, r.opened, r.closed
                        from incoming s join registered r on r.credit_code = s.reporter_code and r.year = s.year
                        where s.form = any(:forms)
                          and (r.opened > s.year || '-' || lpad(s.month::text, 2, '0') or r.closed < s.year || '-01')
                        order by s.statement_id
                        """)
                .param("forms", forms.toArray(String[]::new))
                .query((rs, n) -> new Inactive(
                        subject(rs), rs.getString("period"), rs.getString("opened"), rs.getString("closed")))
                .list();
    }

    /** Units of the call's registers that another register of the year lists elsewhere. */
    List<Placed> twoPlaces() {
        return jdbc.sql("""
                        select r.submission_id, r.statement_id, u.sheet, u.row_index, u.column_index, null::numeric as own,
                               u.credit_code, u.region_code, min(v.region_code) as other_region, r.year
                        from register r join intake.unit u using (statement_id)
                        join register t on t.year = r.year and t.statement_id <> r.statement_id
                        join intake.unit v on v.statement_id = t.statement_id and v.credit_code = u.credit_code
                        where r.incoming and v.region_code <> u.region_code
                          and u.from_month <= v.to_month and v.from_month <= u.to_month
                        group by 1, 2, 3, 4, 5, 7, 8, 10, u.unit_id order by u.unit_id
                        """)
                .query((rs, n) -> new Placed(
                        subject(rs),
                        rs.getString("credit_code"),
                        rs.getString("region_code"),
                        rs.getString("other_region"),
                        rs.getInt("year")))
                .list();
    }

    /** Statements of the call that lack the processes of their industry, or have those of another. */
    List<Misfit> misfits(List<String> forms, IndustryProcess rule) {
        String listed = "(r.industry like any(:industries) and not r.industry like any(:except))";
        String sql = rule.expected() ? """
                        select s.submission_id, s.statement_id, s.sheet, r.industry, null as item, null as carrier,
                               s.named_row as row_index, s.named_column as column_index, null::numeric as own
                        from incoming s join registered r on r.credit_code = s.reporter_code and r.year = s.year
                        where s.form = any(:forms) and %s
                          and exists (select 1 from intake.observation o
                                      where o.statement_id = s.statement_id and o.value <> 0)
                          and not exists (select 1 from intake.observation o
                                          where o.statement_id = s.statement_id and o.item = any(:items) and o.value <> 0)
                        order by s.statement_id
                        """.formatted(listed) : """
                        select s.submission_id, s.statement_id, o.sheet, r.industry, o.item, o.carrier, o.row_index,
                               o.column_index, o.value as own
                        from incoming s join registered r on r.credit_code = s.reporter_code and r.year = s.year
                        join intake.observation o using (statement_id)
                        where s.form = any(:forms) and not %s and o.item = any(:items) and o.value <> 0
                        order by s.statement_id, o.row_index, o.column_index
                        """.formatted(listed);
        return jdbc.sql(sql)
                .param("forms", forms.toArray(String[]::new))
                .param("industries", beginnings(rule.industries()))
                .param("except", beginnings(rule.except()))
                .param("items", rule.items().toArray(String[]::new))
                .query((rs, n) -> new Misfit(
                        subject(rs), rs.getString("industry"), rs.getString("item"), rs.getString("carrier")))
                .list();
    }

    private static String[] beginnings(List<String> codes) {
        return codes.stream().map(c -> c + "%").toArray(String[]::new);
    }

    /** A statement of the call with the cell that is marked, where there is one. */
    static Subject subject(ResultSet rs) throws SQLException {
        @Nullable Integer row = rs.getObject("row_index", Integer.class);
        String sheet = rs.getString("sheet");
        return new Subject(
                rs.getLong("submission_id"),
                rs.getLong("statement_id"),
                sheet,
                row == null ? null : new CellAddress(sheet, row, rs.getInt("column_index")),
                Subject.text(rs.getBigDecimal("own")));
    }
}
