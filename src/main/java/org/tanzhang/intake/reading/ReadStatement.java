package org.tanzhang.intake.reading;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tanzhang.observation.CellAddress;
import org.tanzhang.observation.Observation;
import org.tanzhang.observation.Period;
import org.tanzhang.observation.Reporter;
import org.tanzhang.observation.UnitEntry;
import org.tanzhang.observation.Unread;
import org.tanzhang.quality.Finding;

/**
 * A statement as read from a workbook, faults included.
 *
 * @param form id under which it is kept ({@code 205-1} for card and companion together)
 * @param definition id of the form definition that read it
 * @param sheets the sheets it stands on
 * @param reporter null when none could be made out
 * @param named the cell in which the reporter names itself; null where no cell says it
 * @param period null when none could be made out
 * @param observations its cells; empty for a register
 * @param unread the places whose cells could not be read
 * @param units the lines of a register; empty otherwise
 */
public record ReadStatement(
        String form,
        String definition,
        List<String> sheets,
        @Nullable Reporter reporter,
        @Nullable CellAddress named,
        @Nullable Period period,
        List<Observation> observations,
        List<Unread> unread,
        List<UnitEntry> units,
        List<Finding> findings) {

    public ReadStatement {
        sheets = List.copyOf(sheets);
        observations = List.copyOf(observations);
        unread = List.copyOf(unread);
        units = List.copyOf(units);
        findings = List.copyOf(findings);
    }

    /** The same statement with other findings. */
    ReadStatement with(List<Finding> others) {
        return new ReadStatement(
                form, definition, sheets, reporter, named, period, observations, unread, units, others);
    }

    /** Whether a finding of severity error sends it back. */
    public boolean isFaulty() {
        return reporter == null || period == null || findings.stream().anyMatch(Finding::isError);
    }

    public boolean hasWarnings() {
        return findings.stream().anyMatch(f -> f.severity() == org.tanzhang.quality.Severity.WARNING);
    }
}
