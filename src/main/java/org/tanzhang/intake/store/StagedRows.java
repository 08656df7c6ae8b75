package org.tanzhang.intake.store;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tanzhang.intake.reading.ReadStatement;
import org.tanzhang.intake.reading.ReadWorkbook;
import org.tanzhang.ledger.database.CopyRows;
import org.tanzhang.observation.CellAddress;
import org.tanzhang.observation.Observation;
import org.tanzhang.observation.UnitEntry;
import org.tanzhang.quality.Finding;

/**
 * Readings as rows of the tables that keep them, ready to be sent. Whoever reads a workbook writes them, on a thread of his
 * own, so that the database takes earlier rows meanwhile. For one thread.
 */
public final class StagedRows {

    /** Bytes of observations or of statements that are enough to be sent. */
    private static final int FULL = 4 << 20;

    private static final int MOST_NUMBERS = 512;

    /** The tables in an order that their references allow. */
    enum Target {
        READING("reading (submission_id, recognised)"),
        STATEMENT("statement (statement_id, submission_id, form, definition, sheets, reporter_kind, reporter_code,"
                + " reporter_name, period, year, faulty, warnings, content_digest, named_sheet, named_row,"
                + " named_column)"),
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

        String copy() {
            return copy;
        }
    }

    private final ContentDigest digest = new ContentDigest();
    private final Map<Target, CopyRows> rows = new EnumMap<>(Target.class);
    private final StatementNumberRepository numbers;
    private final Deque<Long> fetched = new ArrayDeque<>();
    private int together = 1;

    StagedRows(StatementNumberRepository numbers) {
        this.numbers = numbers;
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
                .text(digest.of(s))
                .text(named == null ? null : named.sheet())
                .number(named == null ? null : named.row())
                .number(named == null ? null : named.column())
                .endRow();
        for (Observation o : s.observations()) {
            observation(id, o);
        }
        for (UnitEntry u : s.units()) {
            unit(id, u);
        }
        for (Finding f : s.findings()) {
            finding(submission, id, f);
        }
    }

    /** Ends a reading: adds what of the workbook was not added before, and that it is read. */
    public void end(long submission, ReadWorkbook rest) {
        rest.statements().forEach(s -> add(submission, s));
        rest.findings().forEach(f -> finding(submission, null, f));
        of(Target.READING).number(submission).flag(rest.recognised()).endRow();
    }

    /** Numbers are asked for one, two, four ... at a time: a card needs one, a tray of an export hundreds. */
    private long nextNumber() {
        if (fetched.isEmpty()) {
            fetched.addAll(numbers.next(together));
            together = Math.min(MOST_NUMBERS, together * 2);
        }
        return fetched.remove();
    }

    /** Whether there are enough to be sent. */
    public boolean isFull() {
        return of(Target.OBSERVATION).length() > FULL || of(Target.STATEMENT).length() > FULL;
    }

    CopyRows of(Target target) {
        return Objects.requireNonNull(rows.get(target));
    }

    private void observation(long statement, Observation o) {
        of(Target.OBSERVATION)
                .number(statement)
                .word(o.item())
                .word(o.carrier())
                .word(o.cell().sheet())
                .number(o.cell().row())
                .number(o.cell().column())
                .text(o.raw())
                .decimal(o.value())
                .text(o.notation() == null ? null : o.notation().name())
                .word(o.unit().toString())
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
