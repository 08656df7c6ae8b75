package org.tanzhang.intake.store;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The statements of one call that are to be decided on, in a table of the transaction's own. The verdicts on all of them
 * are given by the statement, not by the row: a call may bring hundreds of thousands.
 */
@Repository
class DecisionRepository {

    private static final String KEY = "form, reporter_code, period";

    private static final String RIVALS = "R-VERSION-01";
    private static final String WHOLE_WORKBOOK = "R-ACCEPT-01";
    private static final String NOT_REGISTERED = "R-REGISTER-05";

    private final JdbcClient jdbc;

    DecisionRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Files that have no statements to decide on: bytes that stand in the call already, and what is no known form. */
    void giveFileVerdicts(long call) {
        jdbc.sql("""
                        insert into intake.verdict (call_id, submission_id, verdict)
                        select call_id, submission_id, case when repeated then 'duplicate' else 'unrecognised' end
                        from (%s) file
                        where repeated or not recognised
                        order by submission_id
                        """.formatted(files())).param("call", call).update();
    }

    /**
     * The files of the call with the reading that serves for each: of these bytes, under the same code lists, forms and
     * hints.
     */
    private static String files() {
        return """
                select u.call_id, u.submission_id, u.file, u.sha256, r.submission_id as reading,
                       coalesce(r.recognised, false) as recognised,
                       row_number() over (partition by u.sha256, u.reference_digest order by u.submission_id) > 1
                           as repeated
                from intake.submission u
                left join lateral (
                    select submission_id, recognised
                    from intake.submission e join intake.reading using (submission_id)
                    where e.sha256 = u.sha256 and e.reference_digest = u.reference_digest
                    order by submission_id limit 1) r on true
                where u.call_id = :call
                """;
    }

    /**
     * Gathers the candidates: the statements of the call's files, each as it was read now or before. A statement whose
     * every error an officer accepted is sound.
     */
    void gather(long call) {
        jdbc.sql("""
                        create temp table candidate on commit drop as
                        with accepted as materialized (
                            select distinct finding_id from intake.accepted_finding
                        ), passed as materialized (
                            select f.statement_id
                            from intake.finding f left join accepted a using (finding_id)
                            where f.severity = 'error' and f.call_id is null
                              and f.statement_id in (select statement_id from intake.finding
                                                     join accepted using (finding_id))
                            group by 1 having count(*) = count(a.finding_id)
                        )
                        select f.call_id, f.submission_id, f.file, f.sha256, s.statement_id, s.form, s.reporter_kind,
                               s.reporter_code, s.reporter_name, s.period, s.year,
                               coalesce(s.named_sheet, s.sheets[1]) as sheet,
                               s.warnings or s.faulty as warnings, s.content_digest,
                               s.named_sheet, s.named_row, s.named_column,
                               s.reporter_code is null or s.period is null
                               or (s.faulty and s.statement_id not in (select statement_id from passed)) as faulty
                        from (%s) f join intake.statement s on s.submission_id = f.reading
                        where not f.repeated and f.recognised
                        """.formatted(files())).param("call", call).update();
        jdbc.sql("analyze candidate (submission_id, statement_id, form, reporter_code, period, faulty)")
                .update();
    }

    /**
     * Ranks the sound candidates of each key: which are known versions, which is to be accepted, which are rivals.
     *
     * <p>{@code standing}: current (the version in force), earlier (once in force), fresh. Fresh ones are wanted before
     * all others; an earlier one only where it came alone. A key that nobody contests, a new one with one candidate, needs
     * no ranking.
     */
    void rank() {
        jdbc.sql("""
                        create temp table ranked on commit drop as
                        with version as (
                            select a.form, a.reporter_code, a.period, u.sha256, a.content_digest,
                                   a.verdict_id = max(a.verdict_id)
                                       over (partition by a.form, a.reporter_code, a.period) as in_force
                            from intake.accepted_statement a join intake.submission u using (submission_id)
                            where (a.form, a.reporter_code, a.period) in (select %1$s from candidate where not faulty)
                        ), known as (
                            select form, reporter_code, period, sha256, content_digest, bool_or(in_force) as in_force
                            from version group by 1, 2, 3, 4, 5
                        ), contested as materialized (
                            select %1$s from candidate where not faulty group by %1$s having count(*) > 1
                            union select %1$s from known
                        ), standing as (
                            select c.*, case when k.in_force then 'current' when k.form is not null then 'earlier'
                                             else 'fresh' end as standing
                            from candidate c
                            join contested using (%1$s)
                            left join known k using (%1$s, sha256, content_digest)
                            where not c.faulty
                        ), keyed as (
                            select *, bool_or(standing = 'fresh') over key as any_fresh,
                                   bool_or(standing = 'current') over key as any_current
                            from standing window key as (partition by %1$s)
                        ), chosen as (
                            select *, case when any_fresh then standing = 'fresh' else not any_current end as wanted
                            from keyed
                        )
                        select *,
                               min(content_digest) over choice <> max(content_digest) over choice as rivals,
                               row_number() over (partition by %1$s, wanted
                                                  order by sha256, submission_id, statement_id) as place
                        from chosen window choice as (partition by %1$s, wanted)
                        union all
                        select c.*, 'fresh', true, false, true, false, 1
                        from candidate c
                        where not c.faulty and not exists (
                            select 1 from contested o
                            where (o.form, o.reporter_code, o.period) = (c.form, c.reporter_code, c.period))
                        """.formatted(KEY)).update();
        jdbc.sql(
                        "analyze ranked (submission_id, statement_id, form, reporter_code, period, year, wanted, rivals, place)")
                .update();
    }

    /** Returns what is faulty in itself. */
    void returnFaulty() {
        jdbc.sql("""
                        insert into intake.verdict (call_id, submission_id, statement_id, verdict)
                        select call_id, submission_id, statement_id, 'returned'
                        from candidate where faulty order by statement_id
                        """).update();
    }

    /** Returns new versions of one statement that differ, saying which files hold them. */
    void returnRivals() {
        jdbc.sql("""
                        insert into intake.finding (submission_id, statement_id, call_id, rule, severity, sheet, row_index,
                                                    column_index, value, arguments)
                        select submission_id, statement_id, call_id, :rule, 'error', named_sheet, named_row,
                               named_column, '',
                               array[(select string_agg(file, '、' order by file collate "C")
                                      from (select distinct file from ranked o
                                            where (o.form, o.reporter_code, o.period) = (r.form, r.reporter_code, r.period)
                                              and o.wanted) files)]
                        from ranked r where wanted and rivals order by statement_id
                        """).param("rule", RIVALS).update();
        jdbc.sql("""
                        insert into intake.verdict (call_id, submission_id, statement_id, verdict)
                        select call_id, submission_id, statement_id, 'returned'
                        from ranked where wanted and rivals order by statement_id
                        """).update();
    }

    /** Sets aside versions that are known, and contents that stand in the call twice. */
    void setKnownAside() {
        jdbc.sql("""
                        insert into intake.verdict (call_id, submission_id, statement_id, verdict)
                        select call_id, submission_id, statement_id,
                               case when wanted or (standing = 'current' and not any_fresh) then 'duplicate'
                                    else 'superseded' end
                        from ranked where not wanted or (not rivals and place > 1) order by statement_id
                        """).update();
    }

    /**
     * Returns what comparing the call's statements with others found an error in, unless an officer accepted it; remembers which have warnings.
     */
    void heedComparisons(long call) {
        jdbc.sql("""
                        create temp table doubted on commit drop as
                        select f.statement_id,
                               bool_or(f.severity = 'error' and a.finding_id is null) as wrong
                        from intake.finding f join ranked r using (statement_id)
                        left join (select distinct finding_id from intake.accepted_finding) a using (finding_id)
                        where f.call_id = :call and f.severity in ('error', 'warning')
                          and r.wanted and not r.rivals and r.place = 1
                        group by 1
                        """).param("call", call).update();
        jdbc.sql("""
                        insert into intake.verdict (call_id, submission_id, statement_id, verdict)
                        select r.call_id, r.submission_id, r.statement_id, 'returned'
                        from ranked r join doubted d using (statement_id)
                        where d.wrong and r.wanted and r.place = 1 order by r.statement_id
                        """).update();
        jdbc.sql("delete from ranked r using doubted d where d.wrong and d.statement_id = r.statement_id")
                .update();
        jdbc.sql("update ranked r set warnings = true from doubted d where d.statement_id = r.statement_id")
                .update();
    }

    /**
     * Returns what is sound beside what is not: workbooks with a statement that was returned, whole.
     *
     * @param call the call, for what it has returned so far
     */
    void returnWholeWorkbooks(long call) {
        jdbc.sql("""
                        with faulty as (
                            select submission_id, count(*) as statements from intake.verdict
                            where call_id = :call and verdict = 'returned' group by 1
                        ), held as (
                            select r.submission_id, count(*) as statements
                            from ranked r join faulty using (submission_id)
                            where wanted and not rivals and place = 1 group by 1
                        )
                        insert into intake.finding (submission_id, call_id, rule, severity, value, arguments)
                        select submission_id, :call, :rule, 'error', '',
                               array[f.statements::text, h.statements::text]
                        from held h join faulty f using (submission_id) order by submission_id
                        """).param("call", call).param("rule", WHOLE_WORKBOOK).update();
        jdbc.sql("""
                        insert into intake.verdict (call_id, submission_id, statement_id, verdict)
                        select call_id, submission_id, statement_id, 'returned'
                        from ranked
                        where wanted and not rivals and place = 1
                          and submission_id in (select submission_id from intake.verdict
                                                where call_id = :call and verdict = 'returned')
                        order by statement_id
                        """).param("call", call).update();
        jdbc.sql("""
                        delete from ranked
                        where submission_id in (select submission_id from intake.verdict
                                                where call_id = :call and verdict = 'returned')
                        """).param("call", call).update();
    }

    /** Accepts what regions state; registers are among it, so it comes before what units state. */
    void acceptRegions() {
        jdbc.sql("""
                        insert into intake.verdict (call_id, submission_id, statement_id, verdict)
                        select call_id, submission_id, statement_id,
                               case when warnings then 'accepted_with_warnings' else 'accepted' end
                        from ranked
                        where wanted and not rivals and place = 1 and reporter_kind = 'REGION'
                        order by %s
                        """.formatted(KEY)).update();
    }

    /** Accepts what units state; those that no current register of their year lists wait for it. */
    void acceptUnits() {
        jdbc.sql("""
                        create temp table accepted_unit on commit drop as
                        with listed as (
                            select distinct u.credit_code, s.year
                            from intake.current_statement s join intake.unit u using (statement_id)
                            where s.form = 'unit-register'
                        )
                        select r.*, r.year is not null and l.credit_code is null as waits
                        from ranked r left join listed l on l.credit_code = r.reporter_code and l.year = r.year
                        where wanted and not rivals and place = 1 and reporter_kind = 'UNIT'
                        order by statement_id
                        """).update();
        jdbc.sql("analyze accepted_unit (statement_id, waits)").update();
        jdbc.sql("""
                        insert into intake.finding (submission_id, statement_id, call_id, rule, severity, sheet, row_index,
                                                    column_index, value, arguments)
                        select submission_id, statement_id, call_id, :rule, 'warning', named_sheet, named_row,
                               named_column, reporter_code,
                               array[year::text, reporter_code, coalesce(reporter_name, '')]
                        from accepted_unit where waits order by statement_id
                        """).param("rule", NOT_REGISTERED).update();
        jdbc.sql("""
                        insert into intake.verdict (call_id, submission_id, statement_id, verdict)
                        select call_id, submission_id, statement_id,
                               case when waits then 'waiting' when warnings then 'accepted_with_warnings'
                                    else 'accepted' end
                        from accepted_unit order by statement_id
                        """).update();
    }
}
