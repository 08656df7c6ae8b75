package org.tanzhang.ledger;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tanzhang.account.CountyPart;
import org.tanzhang.code.Codes;
import org.tanzhang.ledger.EntryRepository.Numbered;
import tools.jackson.databind.json.JsonMapper;

/** The counties' parts of runs that are not closed yet. A part is there whole or not at all. */
@Repository
public class PartRepository {

    private static final int BATCH = 1000;

    private final JdbcClient jdbc;
    private final JdbcTemplate template;
    private final EntryRepository entries;
    private final JsonMapper json = JsonMapper.shared();

    PartRepository(JdbcClient jdbc, JdbcTemplate template, EntryRepository entries) {
        this.jdbc = jdbc;
        this.template = template;
        this.entries = entries;
    }

    /**
     * A part with the number of its first entry.
     *
     * @param first numbers are given by county, so that they do not depend on who is done first
     */
    public record NumberedPart(int first, CountyPart part) {

        /**
         * The number of the first entry of a county's part: each of the counties gets an equal range of the numbers, after
         * the range of what closes them.
         *
         * @param place of the county among the counties, from 0
         */
        public static int first(int place, int counties) {
            return 1 + (place + 1) * (Integer.MAX_VALUE / (counties + 1));
        }
    }

    /** Writes parts of a run with their entries. Call it within one transaction. */
    public void save(long run, List<? extends NumberedPart> parts, Codes codes) {
        entries.write(
                run,
                parts.stream()
                        .map(p -> new Numbered(p.first(), p.part().entries()))
                        .toList(),
                codes);
        for (NumberedPart numbered : parts) {
            template.batchUpdate(
                    "insert into ledger.entry_park (run_id, entry_no, park, share) values (?, ?, ?, ?)",
                    numbered.part().parks(),
                    BATCH,
                    (ps, park) -> {
                        ps.setLong(1, run);
                        ps.setInt(2, numbered.first() + park.entry());
                        ps.setString(3, park.park());
                        ps.setBigDecimal(4, park.share());
                    });
        }
        template.batchUpdate(
                "insert into ledger.part (run_id, region_code, entries, remainder) values (?, ?, ?, ?)",
                parts,
                parts.size(),
                (ps, numbered) -> {
                    CountyPart part = numbered.part();
                    ps.setLong(1, run);
                    ps.setString(2, part.region());
                    ps.setInt(3, part.entries().size());
                    ps.setString(4, json.writeValueAsString(part.with(List.of())));
                });
    }

    /** The counties whose parts of a run are written. */
    public Set<String> regions(long run) {
        return new HashSet<>(jdbc.sql("select region_code from ledger.part where run_id = ?")
                .param(run)
                .query(String.class)
                .list());
    }

    /** The parts of a run by region; the entries without their cells and factors. */
    public List<CountyPart> of(long run) {
        Map<String, List<org.tanzhang.account.LedgerEntry>> written = entries.byRegion(run);
        return jdbc.sql("select region_code, remainder from ledger.part where run_id = ? order by region_code")
                .param(run)
                .query((rs, n) -> json.readValue(rs.getString(2), CountyPart.class)
                        .with(written.getOrDefault(rs.getString(1), List.of())))
                .list();
    }
}
