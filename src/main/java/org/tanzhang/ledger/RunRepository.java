package org.tanzhang.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tanzhang.account.Account;
import org.tanzhang.account.LedgerEntry;
import org.tanzhang.code.Codes;
import org.tanzhang.code.ElectricitySeries;
import org.tanzhang.code.Region;
import org.tanzhang.factor.Factor;
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

    public RunRepository(JdbcClient jdbc, JdbcTemplate template, ClosingRepository closing, MemoRepository memos) {
        this.jdbc = jdbc;
        this.template = template;
        this.closing = closing;
        this.memos = memos;
    }

    private record Line(int number, LedgerEntry entry) {}

    private record Source(int entry, long observation) {}

    private record Use(int entry, LedgerEntry.FactorUse factor) {}

    /** Writes a run with all that belongs to it and gives its id. Call it within one transaction. */
    public long save(NewRun run) {
        Account account = run.account();
        String digest = TidyLedger.digest(TidyLedger.of(
                run.year(),
                account.entries(),
                run.codes(),
                run.factors().id(),
                run.method().id()));
        long id = jdbc.sql("""
                        insert into ledger.run (request_id, year, region_code, region, factor_set, factor_set_digest,
                                method, method_digest, codes_digest, inputs_digest, digest, as_of, by_default, entries,
                                partition, default_partition)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        returning run_id
                        """)
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
                .query(Long.class)
                .single();
        template.batchUpdate(
                "insert into ledger.run_statement (run_id, statement_id) values (?, ?)",
                run.statements(),
                BATCH,
                (ps, statement) -> {
                    ps.setLong(1, id);
                    ps.setLong(2, statement);
                });
        saveFactors(id, run);
        saveEntries(id, account.entries(), run.codes());
        savePlaces(id, run);
        saveFindings(id, run.findings());
        closing.save(id, account, run.codes());
        memos.save(id, account.memo(), run.codes());
        for (Account.Check check : account.checks()) {
            Account.Source source = check.source();
            jdbc.sql("""
                            insert into ledger.run_check (run_id, name, region_code, value, unit, source, document,
                                    verification)
                            values (?, ?, ?, ?, ?, ?, ?, ?)
                            """)
                    .param(id)
                    .param(check.name())
                    .param(check.region())
                    .param(check.value())
                    .param(check.unit())
                    .param(source == null ? null : source.id())
                    .param(source == null ? null : source.document())
                    .param(source == null ? null : source.verification())
                    .update();
        }
        return id;
    }

    private void saveFactors(long run, NewRun newRun) {
        Set<String> used = new LinkedHashSet<>();
        newRun.account().entries().forEach(e -> e.factors().forEach(f -> used.add(f.factor())));
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

    private void saveEntries(long run, List<LedgerEntry> entries, Codes codes) {
        List<Line> lines = new ArrayList<>();
        List<Source> sources = new ArrayList<>();
        List<Use> uses = new ArrayList<>();
        for (int i = 0; i < entries.size(); i++) {
            int number = i + 1;
            LedgerEntry entry = entries.get(i);
            lines.add(new Line(number, entry));
            new LinkedHashSet<>(entry.sources()).forEach(o -> sources.add(new Source(number, o)));
            entry.factors().forEach(f -> uses.add(new Use(number, f)));
        }
        template.batchUpdate("""
                insert into ledger.entry (run_id, entry_no, region_code, region, sector_code, sector, sector_group,
                        carrier_code, carrier, carrier_group, flow, scope, basis, reporter_code, activity, unit, energy_tj,
                        coal_equivalent_t, co2_t, notation, reason)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """, lines, BATCH, (ps, line) -> {
            LedgerEntry e = line.entry();
            ps.setLong(1, run);
            ps.setInt(2, line.number());
            ps.setString(3, e.region());
            ps.setString(4, codes.regions().get(e.region()).name().zh());
            ps.setString(5, e.sector());
            ps.setString(6, codes.sectors().get(e.sector()).name().zh());
            ps.setString(7, e.sectorGroup());
            ps.setString(8, e.carrier());
            ps.setString(9, codes.carriers().get(e.carrier()).name().zh());
            ps.setString(10, e.carrierGroup());
            ps.setString(11, e.flow().code());
            ps.setInt(12, e.flow().scope());
            ps.setString(13, e.basis().code());
            ps.setString(14, e.reporter());
            ps.setBigDecimal(15, e.activity());
            ps.setString(16, e.unit());
            ps.setBigDecimal(17, e.energyTj());
            ps.setBigDecimal(18, e.coalEquivalentT());
            ps.setBigDecimal(19, e.co2T());
            ps.setString(20, e.notation() == null ? null : e.notation().name());
            ps.setString(21, e.reason());
        });
        template.batchUpdate(
                "insert into ledger.entry_source (run_id, entry_no, observation_id) values (?, ?, ?)",
                sources,
                BATCH,
                (ps, s) -> {
                    ps.setLong(1, run);
                    ps.setInt(2, s.entry());
                    ps.setLong(3, s.observation());
                });
        template.batchUpdate(
                "insert into ledger.entry_factor (run_id, entry_no, role, factor_id, value, unit) values (?, ?, ?, ?, ?, ?)",
                uses,
                BATCH,
                (ps, u) -> {
                    ps.setLong(1, run);
                    ps.setInt(2, u.entry());
                    ps.setString(3, u.factor().role());
                    ps.setString(4, u.factor().factor());
                    ps.setBigDecimal(5, u.factor().value());
                    ps.setString(6, u.factor().unit());
                });
    }

    /** The lines of the run's regions, and the parks of its entries. */
    private void savePlaces(long run, NewRun newRun) {
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
        template.batchUpdate(
                "insert into ledger.entry_park (run_id, entry_no, park, share) values (?, ?, ?, ?)",
                newRun.division().parks(),
                BATCH,
                (ps, part) -> {
                    ps.setLong(1, run);
                    ps.setInt(2, part.entry() + 1);
                    ps.setString(3, part.park());
                    ps.setBigDecimal(4, part.share());
                });
    }

    private void saveFindings(long run, List<Finding> findings) {
        List<Finding> sorted = findings.stream()
                .sorted(Comparator.comparing(Finding::severity)
                        .thenComparing(Finding::rule)
                        .thenComparing(Finding::subject)
                        .thenComparing(f -> f.arguments().toString()))
                .toList();
        for (int i = 0; i < sorted.size(); i++) {
            Finding f = sorted.get(i);
            CellAddress cell = f.cell();
            jdbc.sql("""
                            insert into ledger.finding (run_id, finding_no, rule, severity, subject, sheet, row_index,
                                    column_index, value, arguments)
                            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                            """)
                    .param(run)
                    .param(i + 1)
                    .param(f.rule())
                    .param(f.severity().code())
                    .param(f.subject())
                    .param(f.sheet())
                    .param(cell == null ? null : cell.row())
                    .param(cell == null ? null : cell.column())
                    .param(f.value())
                    .param(f.arguments().toArray(String[]::new))
                    .update();
        }
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
