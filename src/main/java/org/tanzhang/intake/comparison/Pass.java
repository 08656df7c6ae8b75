package org.tanzhang.intake.comparison;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.tanzhang.intake.comparison.Subject.Found;
import org.tanzhang.observation.CellAddress;
import org.tanzhang.quality.Rule;
import org.tanzhang.quality.RuleBook;
import org.tanzhang.quality.Severity;

/**
 * One pass over the rules: what is found about the statements of a call. A cell whose figure one rule doubts is not doubted
 * again by a rule about its change.
 */
final class Pass {

    private static final int SAVED_TOGETHER = 1000;

    private record Line(long statement, String sheet, int row) {}

    private record Prepared(Object wanted, Object value) {}

    private final long call;
    private final ComparedRepository compared;
    private final RuleBook rules;
    private final List<Found> found = new ArrayList<>();
    private final Map<String, Prepared> prepared = new HashMap<>();

    /** The columns of a line that are in doubt, from 1 on; 0 is the line as a whole. Of an export it may be every cell. */
    private final Map<Line, BitSet> doubted = new HashMap<>();

    Pass(long call, ComparedRepository compared, RuleBook rules) {
        this.call = call;
        this.compared = compared;
        this.rules = rules;
    }

    /**
     * What several rules of a pass need, made once as long as the same is wanted.
     *
     * @param table what is filled; once it is filled for something else, what it held is gone
     * @param wanted what it is filled for
     */
    void once(String table, Object wanted, Runnable filling) {
        prepared(table, wanted, () -> {
            filling.run();
            return wanted;
        });
    }

    /** Likewise, with what is known of it. */
    @SuppressWarnings("unchecked")
    <T> T prepared(String table, Object wanted, Supplier<T> filling) {
        Prepared last = prepared.get(table);
        if (last == null || !last.wanted().equals(wanted)) {
            last = new Prepared(wanted, filling.get());
            prepared.put(table, last);
        }
        return (T) last.value();
    }

    /** Whether a cell is in doubt for the first time. */
    boolean doubts(Subject subject) {
        CellAddress cell = subject.cell();
        Line line = cell == null
                ? new Line(subject.statement(), "", -1)
                : new Line(subject.statement(), cell.sheet(), cell.row());
        BitSet inDoubt = doubted.computeIfAbsent(line, l -> new BitSet());
        int place = cell == null ? 0 : cell.column() + 1;
        boolean already = inDoubt.get(place);
        inDoubt.set(place);
        return !already;
    }

    /**
     * Keeps a finding, unless the bureau does not want to hear of it.
     *
     * @param atLater whether it is said at the later of the two statements, which is the one that is to be accepted
     */
    void keep(Rule rule, boolean atLater, Subject subject, Object... arguments) {
        Found raw = subject.found(rule.id(), rule.severity(), arguments);
        rules.judge(raw.finding())
                .map(f -> f.isError() && !atLater ? f.withSeverity(Severity.WARNING) : f)
                .ifPresent(f -> found.add(new Found(subject, f)));
        if (found.size() >= SAVED_TOGETHER) {
            save();
        }
    }

    void save() {
        compared.save(call, found);
        found.clear();
    }
}
