package org.tanzhang.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tanzhang.account.Basis;
import org.tanzhang.account.LedgerEntry;
import org.tanzhang.code.Codes;
import org.tanzhang.code.Flow;
import org.tanzhang.ledger.database.CopyRows;
import org.tanzhang.observation.NotationKey;

/** The entries of runs with their cells and factors, written by COPY. */
@Repository
class EntryRepository {

    private static final String ENTRY = "copy ledger.entry (run_id, entry_no, region_code, region, sector_code, sector,"
            + " sector_group, carrier_code, carrier, carrier_group, flow, scope, basis, reporter_code, activity, unit,"
            + " energy_tj, coal_equivalent_t, co2_t, notation, reason) from stdin";

    private static final String SOURCE = "copy ledger.entry_source (run_id, entry_no, observation_id) from stdin";

    private static final String FACTOR =
            "copy ledger.entry_factor (run_id, entry_no, role, factor_id, value, unit) from stdin";

    private final JdbcClient jdbc;
    private final JdbcTemplate template;

    EntryRepository(JdbcClient jdbc, JdbcTemplate template) {
        this.jdbc = jdbc;
        this.template = template;
    }

    /** Entries that get numbers one after the other. */
    record Numbered(int first, List<LedgerEntry> entries) {}

    /** Writes entries of a run into the present transaction. */
    void write(long run, List<Numbered> blocks, Codes codes) {
        CopyRows lines = new CopyRows();
        CopyRows sources = new CopyRows();
        CopyRows factors = new CopyRows();
        for (Numbered block : blocks) {
            int number = block.first();
            for (LedgerEntry entry : block.entries()) {
                line(lines, run, number, entry, codes);
                for (Long source : new LinkedHashSet<>(entry.sources())) {
                    sources.number(run).number(number).number((long) source).endRow();
                }
                for (LedgerEntry.FactorUse use : entry.factors()) {
                    factors.number(run)
                            .number(number)
                            .text(use.role())
                            .text(use.factor())
                            .decimal(use.value())
                            .text(use.unit())
                            .endRow();
                }
                number++;
            }
        }
        template.execute((ConnectionCallback<Long>) connection ->
                lines.send(connection, ENTRY) + sources.send(connection, SOURCE) + factors.send(connection, FACTOR));
    }

    private static void line(CopyRows lines, long run, int number, LedgerEntry e, Codes codes) {
        lines.number(run)
                .number(number)
                .text(e.region())
                .text(codes.regions().get(e.region()).name().zh())
                .text(e.sector())
                .text(codes.sectors().get(e.sector()).name().zh())
                .text(e.sectorGroup())
                .text(e.carrier())
                .text(codes.carriers().get(e.carrier()).name().zh())
                .text(e.carrierGroup())
                .text(e.flow().code())
                .number(e.flow().scope())
                .text(e.basis().code())
                .text(e.reporter())
                .decimal(e.activity())
                .text(e.unit())
                .decimal(e.energyTj())
                .decimal(e.coalEquivalentT())
                .decimal(e.co2T())
                .text(e.notation() == null ? null : e.notation().name())
                .text(e.reason())
                .endRow();
    }

    /**
     * The entries written so far of a run by region, in the order of their numbers: without their cells, and of their factors
     * only the heat values that cards state.
     */
    Map<String, List<LedgerEntry>> byRegion(long run) {
        Map<Integer, List<LedgerEntry.FactorUse>> heat = statedHeat(run);
        Map<String, List<LedgerEntry>> entries = new HashMap<>();
        Map<String, String> words = new HashMap<>();
        jdbc.sql("select * from ledger.entry where run_id = ? order by entry_no")
                .param(run)
                .query(rs -> {
                    LedgerEntry entry = entry(rs, words, heat.getOrDefault(rs.getInt("entry_no"), List.of()));
                    entries.computeIfAbsent(entry.region(), r -> new ArrayList<>())
                            .add(entry);
                });
        return entries;
    }

    private Map<Integer, List<LedgerEntry.FactorUse>> statedHeat(long run) {
        Map<Integer, List<LedgerEntry.FactorUse>> heat = new HashMap<>();
        jdbc.sql("select * from ledger.entry_factor where run_id = ? and role = ?")
                .params(run, LedgerEntry.FactorUse.STATED_NCV)
                .query(rs -> {
                    heat.computeIfAbsent(rs.getInt("entry_no"), e -> new ArrayList<>())
                            .add(new LedgerEntry.FactorUse(
                                    rs.getString("role"),
                                    rs.getString("factor_id"),
                                    rs.getBigDecimal("value"),
                                    rs.getString("unit")));
                });
        return heat;
    }

    /** The factors that the entries written so far use. */
    Set<String> factors(long run) {
        return jdbc.sql("select distinct factor_id from ledger.entry_factor where run_id = ?")
                .param(run)
                .query(String.class)
                .set();
    }

    /** @param words codes and units met so far, each held once */
    private static LedgerEntry entry(ResultSet rs, Map<String, String> words, List<LedgerEntry.FactorUse> heat)
            throws SQLException {
        String notation = rs.getString("notation");
        return new LedgerEntry(
                word(rs, "region_code", words),
                word(rs, "sector_code", words),
                word(rs, "sector_group", words),
                word(rs, "carrier_code", words),
                word(rs, "carrier_group", words),
                Flow.of(rs.getString("flow")),
                Basis.of(rs.getString("basis")),
                word(rs, "reporter_code", words),
                rs.getBigDecimal("activity"),
                word(rs, "unit", words),
                rs.getBigDecimal("energy_tj"),
                rs.getBigDecimal("coal_equivalent_t"),
                rs.getBigDecimal("co2_t"),
                notation == null ? null : NotationKey.valueOf(notation),
                word(rs, "reason", words),
                List.of(),
                heat);
    }

    private static String word(ResultSet rs, String column, Map<String, String> words) throws SQLException {
        return words.computeIfAbsent(rs.getString(column), word -> word);
    }
}
