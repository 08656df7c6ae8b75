package org.tanzhang.intake.store;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import org.postgresql.copy.CopyManager;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tanzhang.intake.comparison.LastMonth;

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

    private static final String RETURNED = "standing in ('faulty', 'rival', 'wrong')";

    /** Whether no register of its year lists the unit of a candidate {@code c}. */
    private static final String UNLISTED = "c.reporter_kind = 'UNIT' and c.year is not null and not exists"
            + " (select 1 from listed l where l.credit_code = c.reporter_code and l.year = c.year)";

    private final JdbcClient jdbc;
    private final JdbcTemplate template;

    DecisionRepository(JdbcClient jdbc, JdbcTemplate template) {
        this.jdbc = jdbc;
        this.template = template;
    }

    /** Whether something that was found in deciding on the call is kept. */
    boolean hasFindings(long call) {
        return jdbc.sql("select exists (select 1 from intake.finding where call_id = ?)")
                .param(call)
                .query(Boolean.class)
                .single();
    }

    /**
     * Gathers the files of the call with the reading that serves for each: of these bytes, under the same code lists, forms
     * and hints.
     */
    private void gatherFiles(long call) {
        // the files of the call are there since a moment ago
        jdbc.sql("analyze intake.submission (call_id, sha256, reference_digest)")
                .update();
        jdbc.sql("""
                        create temp table came on commit drop as
                        select u.call_id, u.submission_id, r.submission_id as reading,
                               coalesce(r.recognised, false)
                                   and exists (select 1 from intake.statement s where s.submission_id = r.submission_id)
                                   as recognised,
                               row_number() over (partition by u.sha256, u.reference_digest order by u.submission_id) > 1
                                   as repeated
                        from intake.submission u
                        left join lateral (
                            select submission_id, recognised
                            from intake.submission e join intake.reading using (submission_id)
                            where e.sha256 = u.sha256 and e.reference_digest = u.reference_digest
                            order by submission_id limit 1) r on true
                        where u.call_id = :call
                        """).param("call", call).update();
        jdbc.sql("analyze came").update();
    }

    /**
     * Gathers the candidates: the statements of the call's files, each as it was read now or before. A statement whose
     * every error an officer accepted is sound.
     *
     * <p>Each has a {@code standing}: faulty, or wanted until something speaks against it: rival, duplicate,
     * superseded, wrong by a comparison, beside a faulty one. Reporters with several candidates of a form are the
     * {@code several}.
     */
    void gather(long call) {
        // what is gathered in tables of the transaction's own is much alike: a small sample tells the planner enough
        jdbc.sql("set local default_statistics_target = 10").update();
        jdbc.sql("set local work_mem = '64MB'").update();
        gatherFiles(call);
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
                        select f.call_id, f.submission_id, s.statement_id, s.form, s.reporter_kind, s.reporter_code,
                               s.reporter_name, s.period, s.year, s.sheets[1] as sheet, s.named_sheet, s.named_row,
                               s.named_column, %s as month, length(s.period) = 4 as annual,
                               s.warnings or s.faulty as warnings,
                               case when s.reporter_code is null or s.period is null
                                         or (s.faulty and s.statement_id not in (select statement_id from passed))
                                    then 'faulty' else 'wanted' end as standing
                        from came f join intake.statement s on s.submission_id = f.reading
                        where not f.repeated and f.recognised
                        """.formatted(LastMonth.of("s.period"))).update();
        // how many of them a later step means the planner cannot know: with this a wrong guess does no harm
        jdbc.sql("create unique index on candidate (statement_id)").update();
        // most rules are about a form of which few statements came beside an export of many units, each file's together
        jdbc.sql("create index on candidate using brin (form) with (pages_per_range = 16)")
                .update();
        jdbc.sql("analyze candidate").update();
        jdbc.sql("""
                        create temp table several on commit drop as
                        select form, reporter_code from candidate group by 1, 2 having count(*) > 1
                        """).update();
        jdbc.sql("analyze several").update();
    }

    /**
     * Ranks the sound candidates of each key that is contested: by other candidates, or by versions that are known.
     *
     * <p>A version is current (in force), earlier (once in force) or fresh. Fresh ones are wanted before all others; an
     * earlier one only where it came alone. What is wanted twice is a duplicate, or a rival where the contents differ.
     */
    void rank() {
        // keys are texts: hundreds of thousands are hashed in a fifth of the time that sorting them takes
        jdbc.sql("set local enable_mergejoin = off").update();
        gatherContested();
        // all of it stands in tables of the transaction's own: whatever the planner guesses, none is held beside each
        // other
        jdbc.sql("set local enable_nestloop = off").update();
        jdbc.sql("""
                        with versions as (
                            select contender.*, case when k.in_force then 'current' when k.form is not null then 'earlier'
                                                     else 'fresh' end as version
                            from contender left join known k using (%1$s, sha256, content_digest)
                        ), keyed as (
                            select *, bool_or(version = 'fresh') over key as any_fresh,
                                   bool_or(version = 'current') over key as any_current
                            from versions window key as (partition by %1$s)
                        ), chosen as (
                            select *, case when any_fresh then version = 'fresh' else not any_current end as wanted
                            from keyed
                        ), placed as (
                            select *,
                                   min(content_digest) over choice <> max(content_digest) over choice as rivals,
                                   row_number() over (partition by %1$s, wanted
                                                      order by sha256, submission_id, statement_id) as place
                            from chosen window choice as (partition by %1$s, wanted)
                        ), ranked as (
                            select statement_id,
                                   case when not wanted and version = 'current' and not any_fresh then 'duplicate'
                                        when not wanted then 'superseded'
                                        when rivals then 'rival'
                                        when place > 1 then 'duplicate'
                                        else 'wanted' end as standing
                            from placed
                        )
                        update candidate c set standing = r.standing
                        from ranked r where r.statement_id = c.statement_id and r.standing <> 'wanted'
                        """.formatted(KEY)).update();
        jdbc.sql("set local enable_nestloop = on").update();
        jdbc.sql("set local enable_mergejoin = on").update();
    }

    /**
     * Gathers the versions that are known of the candidates' keys, and the candidates whose keys are contested. In tables
     * whose sizes the planner knows: of what came in the minute before it has no statistics yet.
     */
    private void gatherContested() {
        jdbc.sql("""
                        create temp table known on commit drop as
                        with version as (
                            select a.form, a.reporter_code, a.period, u.sha256, a.content_digest,
                                   a.verdict_id = max(a.verdict_id)
                                       over (partition by a.form, a.reporter_code, a.period) as in_force
                            from intake.accepted_statement a join intake.submission u using (submission_id)
                            where (a.form, a.reporter_code, a.period) in (select %1$s from candidate
                                                                          where standing = 'wanted')
                        )
                        select form, reporter_code, period, sha256, content_digest, bool_or(in_force) as in_force
                        from version group by 1, 2, 3, 4, 5
                        """.formatted(KEY)).update();
        jdbc.sql("""
                        create temp table contested on commit drop as
                        select %1$s from candidate join several using (form, reporter_code)
                        where standing = 'wanted' group by %1$s having count(*) > 1
                        union select %1$s from known
                        """.formatted(KEY)).update();
        jdbc.sql("analyze known").update();
        jdbc.sql("analyze contested").update();
        jdbc.sql("""
                        create temp table contender on commit drop as
                        select c.statement_id, c.submission_id, c.form, c.reporter_code, c.period, u.sha256,
                               s.content_digest
                        from candidate c
                        join contested using (%1$s)
                        join intake.submission u on u.submission_id = c.submission_id
                        join intake.statement s on s.statement_id = c.statement_id
                        where c.standing = 'wanted'
                        """.formatted(KEY)).update();
        jdbc.sql("analyze contender").update();
    }

    /** Says of new versions of one statement that differ which files hold them. */
    void tellRivals() {
        jdbc.sql("""
                        insert into intake.finding (submission_id, statement_id, call_id, rule, severity, sheet, row_index,
                                                    column_index, value, arguments)
                        select c.submission_id, c.statement_id, c.call_id, :rule, 'error', c.named_sheet, c.named_row,
                               c.named_column, '',
                               array[(select string_agg(file, '、' order by file collate "C")
                                      from (select distinct u.file
                                            from candidate o join intake.submission u using (submission_id)
                                            where o.standing = 'rival'
                                              and (o.form, o.reporter_code, o.period)
                                                  = (c.form, c.reporter_code, c.period)) files)]
                        from candidate c where c.standing = 'rival' order by c.statement_id
                        """).param("rule", RIVALS).update();
    }

    /**
     * Heeds what comparing the call's statements with others found: those with an error are wrong, unless an officer
     * accepted it; remembers which have warnings.
     */
    void heedComparisons(long call) {
        jdbc.sql("""
                        with doubted as materialized (
                            select f.statement_id, bool_or(f.severity = 'error' and a.finding_id is null) as wrong
                            from intake.finding f
                            left join (select distinct finding_id from intake.accepted_finding
                                       where exists (select 1 from intake.acceptance)) a using (finding_id)
                            where f.call_id = :call and f.severity in ('error', 'warning')
                            group by 1
                        )
                        update candidate c set warnings = true, standing = case when d.wrong then 'wrong' else standing end
                        from doubted d where d.statement_id = c.statement_id and c.standing = 'wanted'
                        """).param("call", call).update();
    }

    /** Returns what is sound beside what is not: workbooks with a statement that is returned, whole. */
    void returnWholeWorkbooks() {
        jdbc.sql("""
                        insert into intake.finding (submission_id, call_id, rule, severity, value, arguments)
                        select submission_id, call_id, :rule, 'error', '',
                               array[(count(*) filter (where %1$s))::text,
                                     (count(*) filter (where standing = 'wanted'))::text]
                        from candidate group by call_id, submission_id
                        having bool_or(%1$s) and bool_or(standing = 'wanted') order by submission_id
                        """.formatted(RETURNED)).param("rule", WHOLE_WORKBOOK).update();
        jdbc.sql("create index on candidate (submission_id)").update();
        jdbc.sql("""
                        update candidate set standing = 'beside'
                        where standing = 'wanted' and submission_id in (select submission_id from candidate where %s)
                        """.formatted(RETURNED)).update();
    }

    /** Gathers the units that the registers of their years list: those in force, or what the call brings in their place. */
    void gatherListed() {
        jdbc.sql("""
                        create temp table listed on commit drop as
                        with incoming as (
                            select statement_id, form, reporter_code, period, year from candidate
                            where form = 'unit-register' and standing = 'wanted'
                        ), register as (
                            select statement_id, year from incoming
                            union all
                            select statement_id, year from intake.current_statement
                            where form = 'unit-register' and (%1$s) not in (select %1$s from incoming)
                        )
                        select distinct u.credit_code, r.year from register r join intake.unit u using (statement_id)
                        """.formatted(KEY)).update();
        jdbc.sql("analyze listed").update();
    }

    /** Says of sound statements of units that no register of their year lists them. */
    void tellUnlisted() {
        jdbc.sql("""
                        insert into intake.finding (submission_id, statement_id, call_id, rule, severity, sheet, row_index,
                                                    column_index, value, arguments)
                        select submission_id, statement_id, call_id, :rule, 'warning', named_sheet, named_row,
                               named_column, reporter_code,
                               array[year::text, reporter_code, coalesce(reporter_name, '')]
                        from candidate c where standing = 'wanted' and %s order by statement_id
                        """.formatted(UNLISTED)).param("rule", NOT_REGISTERED).update();
    }

    /**
     * Every verdict of the call, as rows of PostgreSQL's binary COPY: some 60 bytes a statement. Files have one where there
     * are no statements to decide on: bytes that stand in the call already, what is no known form, and what is blank. What
     * regions state comes before what units state, as it was read; units that no register of their year lists wait for it.
     */
    byte[] verdicts() {
        String verdict = """
                select call_id, submission_id, statement_id,
                       case when standing in ('duplicate', 'superseded') then standing
                            when standing <> 'wanted' then 'returned'
                            when reporter_kind = 'UNIT' and c.year is not null and l.credit_code is null then 'waiting'
                            when warnings then 'accepted_with_warnings'
                            else 'accepted' end
                from candidate c left join listed l on (l.credit_code, l.year) = (c.reporter_code, c.year)
                """;
        String all = """
                copy (
                    (select call_id, submission_id, null::bigint, case when repeated then 'duplicate' else 'unrecognised' end
                     from came where repeated or not recognised order by submission_id)
                    union all
                    (%1$s where reporter_kind is distinct from 'UNIT' order by statement_id)
                    union all
                    (%1$s where reporter_kind = 'UNIT' order by statement_id)
                ) to stdout (format binary)
                """.formatted(verdict);
        return template.execute((ConnectionCallback<byte[]>) connection -> {
            ByteArrayOutputStream rows = new ByteArrayOutputStream();
            try {
                copies(connection).copyOut(all, rows);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return rows.toByteArray();
        });
    }

    /** Gives verdicts that were gathered in another transaction. */
    void give(byte[] verdicts) {
        template.execute((ConnectionCallback<Long>) connection -> {
            CopyIn copy = copies(connection)
                    .copyIn("copy intake.verdict (call_id, submission_id, statement_id, verdict)"
                            + " from stdin (format binary)");
            try {
                copy.writeToCopy(verdicts, 0, verdicts.length);
                return copy.endCopy();
            } finally {
                if (copy.isActive()) {
                    copy.cancelCopy();
                }
            }
        });
    }

    private static CopyManager copies(Connection connection) throws SQLException {
        return connection.unwrap(PGConnection.class).getCopyAPI();
    }
}
