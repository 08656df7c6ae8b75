package org.tanzhang.intake.reading;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tanzhang.observation.UnitEntry;
import org.tanzhang.quality.Finding;
import org.tanzhang.quality.Severity;

/** The lines of a register by unit: a unit that moved has several, whose months follow each other. */
final class RegisterLines {

    private final int year;
    private final Map<String, List<UnitEntry>> byUnit = new LinkedHashMap<>();
    private final List<Finding> findings = new ArrayList<>();

    RegisterLines(int year) {
        this.year = year;
    }

    void add(UnitEntry line) {
        byUnit.computeIfAbsent(line.creditCode(), c -> new ArrayList<>()).add(line);
    }

    /** The lines without those that are at fault, in the order of the units; {@link #findings()} says why. */
    List<UnitEntry> units() {
        return byUnit.values().stream()
                .flatMap(lines -> (lines.size() == 1 ? lines : following(lines)).stream())
                .toList();
    }

    List<Finding> findings() {
        return findings;
    }

    private List<UnitEntry> following(List<UnitEntry> lines) {
        List<UnitEntry> sorted = lines.stream()
                .sorted(Comparator.comparingInt(UnitEntry::fromMonth))
                .toList();
        List<UnitEntry> kept = new ArrayList<>();
        for (UnitEntry line : sorted) {
            if (kept.isEmpty()) {
                kept.add(line);
                continue;
            }
            UnitEntry before = kept.get(kept.size() - 1);
            boolean movedThen = line.fromMonth() == before.toMonth()
                    && line.changes().movedIn() != null
                    && before.changes().movedOut() != null
                    && before.fromMonth() < before.toMonth();
            if (movedThen) {
                // the month of the move counts at the new place
                kept.set(kept.size() - 1, before.during(before.fromMonth(), before.toMonth() - 1));
            } else if (line.fromMonth() <= before.toMonth()) {
                overlap(before, line);
                continue;
            } else if (line.fromMonth() > before.toMonth() + 1) {
                gap(before, line);
            }
            kept.add(line);
        }
        return kept;
    }

    private void overlap(UnitEntry before, UnitEntry line) {
        boolean same = before.fromMonth() == line.fromMonth() && before.toMonth() == line.toMonth();
        findings.add(
                same
                        ? Finding.at(
                                line.cell(),
                                "R-REGISTER-02",
                                Severity.ERROR,
                                line.creditCode(),
                                line.creditCode(),
                                year)
                        : Finding.at(
                                line.cell(),
                                "R-REGISTER-11",
                                Severity.ERROR,
                                line.creditCode(),
                                line.creditCode(),
                                before.cell().a1(),
                                line.fromMonth(),
                                Math.min(before.toMonth(), line.toMonth())));
    }

    private void gap(UnitEntry before, UnitEntry line) {
        findings.add(Finding.at(
                line.cell(),
                "R-REGISTER-14",
                Severity.WARNING,
                line.creditCode(),
                line.creditCode(),
                before.toMonth() + 1,
                line.fromMonth() - 1));
    }
}
