package org.tanzhang.intake.comparison;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.tanzhang.observation.CellAddress;
import org.tanzhang.quality.Finding;
import org.tanzhang.quality.Severity;

/**
 * The statement of the call that a finding is about.
 *
 * @param sheet the sheet on which its reporter names itself, or its first
 * @param cell the cell to mark: the one in doubt, or where the reporter names itself; null where there is neither
 * @param value what stands in the cell, as text
 */
record Subject(
        long submission,
        long statement,
        String sheet,
        @Nullable CellAddress cell,
        String value) {

    /** What was found about a statement. */
    record Found(Subject subject, Finding finding) {}

    /** A cell's number as it is printed in findings. */
    static String text(@Nullable BigDecimal value) {
        return value == null ? "" : value.stripTrailingZeros().toPlainString();
    }

    /** The same statement, at one of its cells. */
    Subject at(CellAddress other, @Nullable BigDecimal stated) {
        return new Subject(submission, statement, other.sheet(), other, text(stated));
    }

    Found found(String rule, Severity severity, Object... arguments) {
        return new Found(
                this,
                cell == null
                        ? Finding.on(sheet, rule, severity, arguments)
                        : Finding.at(cell, rule, severity, value, arguments));
    }
}
