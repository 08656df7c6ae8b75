package org.tanzhang.intake.store;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
import org.tanzhang.intake.reading.ReadStatement;
import org.tanzhang.intake.reading.ReadWorkbook;
import org.tanzhang.ledger.database.CopyRows;
import org.tanzhang.observation.CellAddress;
import org.tanzhang.observation.Observation;
import org.tanzhang.observation.UnitEntry;
import org.tanzhang.quality.Finding;

/**
 * Writes readings by COPY. Nothing of them is visible to the accounts before its statements have a verdict; a reading
 * is there as soon as its transaction is committed, and whole.
 */
@Repository
public class StagingRepository {

    /** Rows are sent when this many bytes of them have gathered. */
    private static final int FULL = 1 << 20;

    /** Statement numbers are fetched this many at a time; what is left of them is lost. */
    private static final int NUMBERS = 2000;

    private final JdbcTemplate template;

    StagingRepository(JdbcTemplate template) {
        this.template = template;
    }

    /** The tables in an order that their references allow. */
    private enum Target {
        READING("reading (submission_id, recognised)"),
        STATEMENT(
                "statement (statement_id, submission_id, form, definition, sheets, reporter_kind, reporter_code,"
                        + " reporter_name, period, year, faulty, warnings, content_digest, named_sheet, named_row, named_column)"),
        OBSERVATION("observation (statement_id, item, carrier, sheet, row_index, column_index, raw, value, notation,"
                + " unit)"),
        UNIT("unit (statement_id, credit_code, name, industry, region_code, scope, park, sheet, row_index,"
                + " column_index, town, from_month, to_month, parks, former_name, renamed, opened, closed, moved_in,"
                + " moved_out)"),
        FINDING("finding (submission_id, statement_id, rule, severity, sheet, row_index, column_index, value,"
                + " arguments, related)");

        private final String copy;

        Target(String columns) {
            this.copy = "copy intake." + columns + " from stdin";
        }
    }

    /** Begins to write readings into the present transaction. */
    public Staging begin() {
        return new Staging();
    }

    /** Readings on their way into the tables. For one thread and one transaction. */
    public final class Staging {

        private final Map<Target, CopyRows> rows = new EnumMap<>(Target.class);
        private final Deque<Long> numbers = new ArrayDeque<>();

        private Staging() {
            for (Target target : Target.values()) {
                rows.put(target, new CopyRows());
            }
        }

        /** Adds one statement of a reading. */
        public void add(long submission, ReadStatement s) {
            long id = nextNumber();
            CopyRows statement = of(Target.STATEMENT);
            CellAddress named = s.named();
            statement
                    .number(id)
                    .number(submission)
                    .text(s.form())
                    .text(s.definition())
                    .texts(s.sheets())
                    .text(s.reporter() == null ? "UNIT" : s.reporter().kind().name())
                    .text(s.reporter() == null ? null : s.reporter().code())
                    .text(s.reporter() == null ? null : s.reporter().name())
                    .text(s.period() == null ? null : s.period().toString())
                    .number(s.period() == null ? null : s.period().year())
                    .flag(s.isFaulty())
                    .flag(s.hasWarnings())
                    .text(ContentDigest.of(s))
                    .text(named == null ? null : named.sheet())
                    .number(named == null ? null : named.row())
                    .number(named == null ? null : named.column())
                    .endRow();
            s.observations().forEach(o -> observation(id, o));
            s.units().forEach(u -> unit(id, u));
            s.findings().forEach(f -> finding(submission, id, f));
            if (of(Target.OBSERVATION).length() > FULL || statement.length() > FULL) {
                send();
            }
        }

        /** Ends a reading: adds what of the workbook was not added before, and that it is read. */
        public void end(long submission, ReadWorkbook rest) {
            rest.statements().forEach(s -> add(submission, s));
            rest.findings().forEach(f -> finding(submission, null, f));
            of(Target.READING).number(submission).flag(rest.recognised()).endRow();
        }

        /** Sends everything added so far. */
        public void send() {
            template.execute((ConnectionCallback<Long>) connection -> {
                var copies = connection.unwrap(PGConnection.class).getCopyAPI();
                long sent = 0;
                for (Target target : Target.values()) {
                    CopyRows gathered = of(target);
                    if (!gathered.isEmpty()) {
                        CopyIn copy = copies.copyIn(target.copy);
                        try {
                            copy.writeToCopy(gathered.bytes(), 0, gathered.length());
                            sent += copy.endCopy();
                            gathered.clear();
                        } finally {
                            if (copy.isActive()) {
                                copy.cancelCopy();
                            }
                        }
                    }
                }
                return sent;
            });
        }

        private CopyRows of(Target target) {
            return java.util.Objects.requireNonNull(rows.get(target));
        }

        private long nextNumber() {
            if (numbers.isEmpty()) {
                numbers.addAll(template.queryForList(
                        "select nextval(name) from (select"
                                + " pg_get_serial_sequence('intake.statement', 'statement_id')::regclass as name offset 0)"
                                + " s cross join generate_series(1, ?)",
                        Long.class,
                        NUMBERS));
            }
            return numbers.remove();
        }

        private void observation(long statement, Observation o) {
            of(Target.OBSERVATION)
                    .number(statement)
                    .text(o.item())
                    .text(o.carrier())
                    .text(o.cell().sheet())
                    .number(o.cell().row())
                    .number(o.cell().column())
                    .text(o.raw())
                    .decimal(o.value())
                    .text(o.notation() == null ? null : o.notation().name())
                    .text(o.unit().toString())
                    .endRow();
        }

        private void unit(long statement, UnitEntry u) {
            of(Target.UNIT)
                    .number(statement)
                    .text(u.creditCode())
                    .text(u.name())
                    .text(u.industry())
                    .text(u.region())
                    .text(u.scope().name())
                    .text(u.park())
                    .text(u.cell().sheet())
                    .number(u.cell().row())
                    .number(u.cell().column())
                    .text(u.town())
                    .number(u.fromMonth())
                    .number(u.toMonth())
                    .texts(UnitColumns.parks(u))
                    .text(u.changes().formerName())
                    .text(UnitColumns.month(u.changes().renamed()))
                    .text(UnitColumns.month(u.changes().opened()))
                    .text(UnitColumns.month(u.changes().closed()))
                    .text(UnitColumns.month(u.changes().movedIn()))
                    .text(UnitColumns.month(u.changes().movedOut()))
                    .endRow();
        }

        private void finding(long submission, @Nullable Long statement, Finding f) {
            CellAddress cell = f.cell();
            CopyRows finding = of(Target.FINDING);
            finding.number(submission);
            finding = statement == null ? finding.text(null) : finding.number((long) statement);
            finding.text(f.rule())
                    .text(f.severity().code())
                    .text(f.sheet())
                    .number(cell == null ? null : cell.row())
                    .number(cell == null ? null : cell.column())
                    .text(f.value())
                    .texts(f.arguments())
                    .texts(f.related().stream().map(CellAddress::toString).toList())
                    .endRow();
        }
    }
}
