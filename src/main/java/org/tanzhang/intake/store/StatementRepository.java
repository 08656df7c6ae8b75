package org.tanzhang.intake.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tanzhang.observation.CellAddress;
import org.tanzhang.observation.NotationKey;
import org.tanzhang.observation.Observation;
import org.tanzhang.observation.Period;
import org.tanzhang.observation.Reporter;
import org.tanzhang.observation.Statement;
import org.tanzhang.observation.UnitChanges;
import org.tanzhang.observation.UnitEntry;
import org.tanzhang.quantity.Unit;

/** The statements that are current, or were at a time, for the accounts to use. */
@Repository
public class StatementRepository {

    private static final String CURRENT = """
            select distinct on (form, reporter_code, period) *
            from intake.accepted_statement
            where year = :year and (cast(:asOf as timestamptz) is null or decided_at <= :asOf)
            order by form, reporter_code, period, verdict_id desc
            """;

    private final JdbcClient jdbc;

    public StatementRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A statement with the digest of what it states. */
    public record Kept(Statement statement, String contentDigest) {}

    /** A register with its lines. */
    public record KeptRegister(
            long statement, String region, String file, String contentDigest, List<UnitEntry> units) {}

    /** The years for which anything of a form is current. */
    public List<Integer> years() {
        return jdbc.sql("select distinct year from intake.current_statement order by year")
                .query(Integer.class)
                .list();
    }

    /** The forms of which anything is current in a year and whose names begin so. */
    public List<String> forms(String prefix, int year, @Nullable Instant asOf) {
        return jdbc.sql("with current as (" + CURRENT
                        + ") select distinct form from current where starts_with(form, :prefix) order by form")
                .param("year", year)
                .param("asOf", timestamp(asOf))
                .param("prefix", prefix)
                .query(String.class)
                .list();
    }

    /** The current statements of a form in a year. */
    public List<Kept> current(String form, int year, @Nullable Instant asOf) {
        List<Kept> heads = heads(form, year, asOf);
        Map<Long, List<Observation>> cells =
                cells(heads.stream().map(k -> k.statement().id()).toList());
        return heads.stream()
                .map(k -> new Kept(
                        k.statement().with(cells.getOrDefault(k.statement().id(), List.of())), k.contentDigest()))
                .toList();
    }

    /** The current statements of a form in a year, without their cells. */
    public List<Kept> heads(String form, int year, @Nullable Instant asOf) {
        return jdbc.sql("with current as (" + CURRENT
                        + ") select c.*, u.file, u.sha256 from current c join intake.submission u using (submission_id)"
                        + " where c.form = :form order by reporter_code, period")
                .param("year", year)
                .param("asOf", timestamp(asOf))
                .param("form", form)
                .query((rs, n) -> new Kept(
                        new Statement(
                                rs.getLong("statement_id"),
                                rs.getString("form"),
                                new Reporter(
                                        Reporter.Kind.valueOf(rs.getString("reporter_kind")),
                                        rs.getString("reporter_code"),
                                        rs.getString("reporter_name")),
                                Period.parse(rs.getString("period")),
                                new Statement.Origin(rs.getString("file"), rs.getString("sha256")),
                                List.of()),
                        rs.getString("content_digest")))
                .list();
    }

    /** The cells of statements, in the order read. */
    public Map<Long, List<Observation>> cells(Collection<Long> statements) {
        Map<Long, List<Observation>> cells = new HashMap<>();
        Map<String, Unit> units = new HashMap<>();
        Map<String, String> words = new HashMap<>();
        jdbc.sql("select * from intake.observation where statement_id = any(?) order by observation_id")
                .param(statements.toArray(Long[]::new))
                .query(rs -> {
                    cells.computeIfAbsent(rs.getLong("statement_id"), id -> new ArrayList<>())
                            .add(cell(rs, units, words));
                });
        return cells;
    }

    /** @param words codes and sheets met so far, each held once */
    private static Observation cell(ResultSet rs, Map<String, Unit> units, Map<String, String> words)
            throws SQLException {
        String notation = rs.getString("notation");
        return new Observation(
                rs.getLong("observation_id"),
                words.computeIfAbsent(rs.getString("item"), w -> w),
                words.computeIfAbsent(rs.getString("carrier"), w -> w),
                new CellAddress(
                        words.computeIfAbsent(rs.getString("sheet"), w -> w),
                        rs.getInt("row_index"),
                        rs.getInt("column_index")),
                rs.getString("raw"),
                rs.getBigDecimal("value"),
                notation == null ? null : NotationKey.valueOf(notation),
                units.computeIfAbsent(rs.getString("unit"), Unit::parse));
    }

    /** The current registers of a year. */
    public List<KeptRegister> registers(int year, @Nullable Instant asOf) {
        Map<Long, List<UnitEntry>> units = new HashMap<>();
        jdbc.sql("with current as (" + CURRENT
                        + ") select u.* from intake.unit u join current c using (statement_id) order by u.unit_id")
                .param("year", year)
                .param("asOf", timestamp(asOf))
                .query(rs -> {
                    units.computeIfAbsent(rs.getLong("statement_id"), id -> new ArrayList<>())
                            .add(unit(rs));
                });
        return jdbc.sql("with current as (" + CURRENT
                        + ") select statement_id, reporter_code, file, content_digest from current"
                        + " join intake.submission using (submission_id)"
                        + " where form = 'unit-register' order by reporter_code")
                .param("year", year)
                .param("asOf", timestamp(asOf))
                .query((rs, n) -> new KeptRegister(
                        rs.getLong(1),
                        rs.getString(2),
                        rs.getString(3),
                        rs.getString(4),
                        units.getOrDefault(rs.getLong(1), List.of())))
                .list();
    }

    /** The line of a row of {@code intake.unit}. */
    private static UnitEntry unit(ResultSet rs) throws SQLException {
        return new UnitEntry(
                rs.getLong("unit_id"),
                rs.getString("credit_code"),
                rs.getString("name"),
                rs.getString("industry"),
                rs.getString("region_code"),
                rs.getString("town"),
                UnitEntry.Scope.valueOf(rs.getString("scope")),
                UnitColumns.parks(
                        rs.getArray("parks") == null
                                ? null
                                : (String[]) rs.getArray("parks").getArray(),
                        rs.getString("park")),
                rs.getInt("from_month"),
                rs.getInt("to_month"),
                new UnitChanges(
                        rs.getString("former_name"),
                        UnitColumns.month(rs.getString("renamed")),
                        UnitColumns.month(rs.getString("opened")),
                        UnitColumns.month(rs.getString("closed")),
                        UnitColumns.month(rs.getString("moved_in")),
                        UnitColumns.month(rs.getString("moved_out"))),
                new CellAddress(rs.getString("sheet"), rs.getInt("row_index"), rs.getInt("column_index")));
    }

    private static @Nullable OffsetDateTime timestamp(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }
}
