package org.tanzhang.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tanzhang.account.Account;
import org.tanzhang.account.LedgerEntry;
import org.tanzhang.code.ElectricitySeries;
import org.tanzhang.code.Region;
import org.tanzhang.factor.Factor;
import org.tanzhang.ledger.EntryRepository.Numbered;
import org.tanzhang.observation.CellAddress;
import org.tanzhang.quality.Finding;

/** Runs: written whole, found again, never changed. */
@Repository
public class RunRepository {

    private static final int BATCH = 1000;

    private static final String SELECT = """
            select run_id, year, region_code, region, factor_set, factor_set_digest, method, digest, inputs_digest,
                   by_default and as_of is null as by_default, entries, created_at, partition
            from ledger.run
            """;

    private final JdbcClient jdbc;
    private final JdbcTemplate template;
    private final ClosingRepository closing;
    private final MemoRepository memos;
    private final FigureRepository figures;
    private final EntryRepository entries;

    RunRepository(
            JdbcClient jdbc,
            JdbcTemplate template,
            ClosingRepository closing,
            MemoRepository memos,
            FigureRepository figures,
            EntryRepository entries) {
        this.jdbc = jdbc;
        this.template = template;
        this.closing = closing;
        this.memos = memos;
        this.figures = figures;
        this.entries = entries;
    }

    /** Writes a run with all that belongs to it and gives its id. Call it within one transaction. */
    public long save(NewRun run) {
        Account account = run.account();
        String digest = TidyLedger.digest(TidyLedger.of(
                run.year(),
                account.entries(),
                run.codes(),
                run.factors().id(),
                run.method().id()));
        long id = run.begun().id();
        jdbc.sql("""
                        insert into ledger.run (run_id, request_id, year, region_code, region, factor_set, factor_set_digest,
                                method, method_digest, codes_digest, inputs_digest, digest, as_of, by_default, entries,
                                partition, default_partition)
                        overriding system value
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .param(id)
                .param(run.request())
                .param(run.year())
                .param(run.region().code())
                .param(run.region().name().zh())
                .param(run.factors().id())
                .param(run.factors().digest())
                .param(run.method().id())
                .param(run.method().digest())
                .param(run.codes().digest())
                .param(run.inputsDigest())
                .param(digest)
                .param(run.asOf() == null ? null : run.asOf().atOffset(ZoneOffset.UTC))
                .param(run.byDefault())
                .param(account.entries().size())
                .param(run.division().partition())
                .param(run.division().byDefault())
                .update();
        jdbc.sql("insert into ledger.run_statement (run_id, statement_id) select ?, unnest(?)")
                .params(id, run.statements().toArray(Long[]::new))
                .update();
        saveFactors(id, run);
        entries.write(id, List.of(new Numbered(1, closing(run))), run.codes());
        saveLines(id, run);
        saveFindings(
                id,
                Stream.concat(account.findings().stream(), account.beside().findings().stream())
                        .toList());
        closing.save(id, account, run.codes());
        memos.save(id, account.memo(), run.codes());
        figures.save(id, account.beside().figures());
        saveChecks(id, account.checks());
        return id;
    }

    private void saveChecks(long run, List<Account.Check> checks) {
        template.batchUpdate("""
                insert into ledger.run_check (run_id, name, region_code, value, unit, source, document, verification)
                values (?, ?, ?, ?, ?, ?, ?, ?)
                """, checks, BATCH, (ps, check) -> {
            Account.Source source = check.source();
            ps.setLong(1, run);
            ps.setString(2, check.name());
            ps.setString(3, check.region());
            ps.setBigDecimal(4, check.value());
            ps.setString(5, check.unit());
            ps.setString(6, source == null ? null : source.id());
            ps.setString(7, source == null ? null : source.document());
            ps.setString(8, source == null ? null : source.verification());
        });
    }

    private void saveFactors(long run, NewRun newRun) {
        Set<String> used = new LinkedHashSet<>();
        newRun.account().entries().forEach(e -> e.factors().forEach(f -> used.add(f.factor())));
        used.addAll(entries.factors(run));
        List<Factor> factors = newRun.factors().factors().stream()
                .filter(f -> used.contains(f.id()))
                .toList();
        template.batchUpdate("""
                insert into ledger.run_factor (run_id, factor_id, carrier_code, quantity, value, unit, document, table_ref,
                        verification, note, series, valid_from, valid_to)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """, factors, BATCH, (ps, f) -> {
            ps.setLong(1, run);
            ps.setString(2, f.id());
            ps.setString(3, f.carrier());
            ps.setString(4, f.quantity().code());
            ps.setBigDecimal(5, f.value());
            ps.setString(6, f.unit().toString());
            ps.setString(7, f.document());
            ps.setString(8, f.table());
            ps.setString(9, f.verification());
            ps.setString(10, f.note());
            ElectricitySeries series = f.series();
            ps.setString(11, series == null ? null : series.code());
            ps.setObject(12, f.validFrom(), Types.INTEGER);
            ps.setObject(13, f.validTo(), Types.INTEGER);
        });
    }

    /** The entries that close the counties: those that no county's part wrote. */
    private static List<LedgerEntry> closing(NewRun run) {
        Set<LedgerEntry> written = Collections.newSetFromMap(new IdentityHashMap<>());
        run.begun().parts().forEach(p -> written.addAll(p.entries()));
        return run.account().entries().stream()
                .filter(e -> !written.contains(e))
                .toList();
    }

    /** The lines of the run's regions. */
    private void saveLines(long run, NewRun newRun) {
        List<String> regions = newRun.account().entries().stream()
                .map(LedgerEntry::region)
                .distinct()
                .sorted()
                .toList();
        template.batchUpdate(
                "insert into ledger.run_region (run_id, region_code, line_code, line) values (?, ?, ?, ?)",
                regions,
                BATCH,
                (ps, region) -> {
                    Region today = newRun.codes().regions().today(region);
                    ps.setLong(1, run);
                    ps.setString(2, region);
                    ps.setString(3, today.code());
                    ps.setString(4, today.name().zh());
                });
    }

    private void saveFindings(long run, List<Finding> findings) {
        List<Finding> sorted = findings.stream()
                .sorted(Comparator.comparing(Finding::severity)
                        .thenComparing(Finding::rule)
                        .thenComparing(Finding::subject)
                        .thenComparing(f -> f.arguments().toString()))
                .toList();
        template.batchUpdate("""
                insert into ledger.finding (run_id, finding_no, rule, severity, subject, sheet, row_index, column_index,
                        value, arguments)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """, IntStream.range(0, sorted.size()).boxed().toList(), BATCH, (ps, i) -> {
            Finding f = sorted.get(i);
            CellAddress cell = f.cell();
            ps.setLong(1, run);
            ps.setInt(2, i + 1);
            ps.setString(3, f.rule());
            ps.setString(4, f.severity().code());
            ps.setString(5, f.subject());
            ps.setString(6, f.sheet());
            ps.setObject(7, cell == null ? null : cell.row(), Types.INTEGER);
            ps.setObject(8, cell == null ? null : cell.column(), Types.INTEGER);
            ps.setString(9, f.value());
            ps.setArray(
                    10, ps.getConnection().createArrayOf("text", f.arguments().toArray()));
        });
    }

    /** All runs, oldest first. */
    public List<Run> all() {
        return jdbc.sql(SELECT + " order by run_id").query(RunRepository::run).list();
    }

    public Optional<Run> find(long id) {
        return jdbc.sql(SELECT + " where run_id = ?")
                .param(id)
                .query(RunRepository::run)
                .optional();
    }

    /** The newest run of a year and region with the default set and method, by that partition. */
    public Optional<Run> latest(int year, String region, String partition) {
        return jdbc.sql(SELECT
                        + " where year = ? and region_code = ? and partition = ? and by_default and as_of is null"
                        + " order by run_id desc limit 1")
                .params(year, region, partition)
                .query(RunRepository::run)
                .optional();
    }

    /** The newest run of a year and region with the default set and method, by the default partition. */
    public Optional<Run> latest(int year, String region) {
        return jdbc.sql(SELECT
                        + " where year = ? and region_code = ? and default_partition and by_default and as_of is null"
                        + " order by run_id desc limit 1")
                .params(year, region)
                .query(RunRepository::run)
                .optional();
    }

    /** The runs that answered an order, by year. */
    public List<Run> ofRequest(UUID request) {
        return jdbc.sql(SELECT + " where request_id = ? order by year")
                .param(request)
                .query(RunRepository::run)
                .list();
    }

    /** The digests that a factor set had when runs used it; none when no run did. */
    public Set<String> digestsOfFactorSet(String id) {
        return jdbc.sql("select distinct factor_set_digest from ledger.run where factor_set = ?")
                .param(id)
                .query(String.class)
                .set();
    }

    /** The digests that a method had when runs used it; none when no run did. */
    public Set<String> digestsOfMethod(String id) {
        return jdbc.sql("select distinct method_digest from ledger.run where method = ?")
                .param(id)
                .query(String.class)
                .set();
    }

    private static Run run(ResultSet rs, int row) throws SQLException {
        return new Run(
                rs.getLong("run_id"),
                rs.getInt("year"),
                rs.getString("region_code"),
                rs.getString("region"),
                rs.getString("factor_set"),
                rs.getString("factor_set_digest"),
                rs.getString("method"),
                rs.getString("digest"),
                rs.getString("inputs_digest"),
                rs.getBoolean("by_default"),
                rs.getInt("entries"),
                rs.getObject("created_at", OffsetDateTime.class).toInstant(),
                rs.getString("partition"));
    }
}
