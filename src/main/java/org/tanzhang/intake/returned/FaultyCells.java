package org.tanzhang.intake.returned;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.tanzhang.observation.CellAddress;
import org.tanzhang.quality.Finding;
import org.tanzhang.quality.FindingWords;
import org.tanzhang.quality.Severity;

/** The cells that findings name, sheet by sheet, row by row; several findings on one cell make one mark. */
final class FaultyCells {

    /** What a comment can show; the list in front has the whole text. */
    private static final int COMMENT_LIMIT = 8_000;

    private final Map<String, NavigableMap<Integer, NavigableMap<Integer, List<ReturnedFinding>>>> sheets =
            new HashMap<>();

    FaultyCells(List<ReturnedFinding> findings) {
        for (ReturnedFinding finding : findings) {
            CellAddress at = finding.finding().cell();
            if (at != null) {
                sheets.computeIfAbsent(at.sheet(), s -> new TreeMap<>())
                        .computeIfAbsent(at.row(), r -> new TreeMap<>())
                        .computeIfAbsent(at.column(), c -> new ArrayList<>(1))
                        .add(finding);
            }
        }
    }

    /** Rows from top to bottom, in them columns from left to right; both zero-based. */
    NavigableMap<Integer, NavigableMap<Integer, List<ReturnedFinding>>> in(String sheet) {
        return sheets.getOrDefault(sheet, new TreeMap<>());
    }

    /** How many cells are named on sheets of these names. */
    int count(Collection<String> names) {
        return names.stream()
                .mapToInt(name -> in(name).values().stream().mapToInt(Map::size).sum())
                .sum();
    }

    /** The gravest of them; an accepted one is no more than a remark. */
    static Severity worst(List<ReturnedFinding> findings) {
        return findings.stream()
                .map(f -> f.isAccepted() ? Severity.INFO : f.finding().severity())
                .min(java.util.Comparator.naturalOrder())
                .orElse(Severity.INFO);
    }

    /** What the comment of a cell says. */
    static String comment(List<ReturnedFinding> findings, FindingWords words) {
        StringBuilder text = new StringBuilder();
        for (ReturnedFinding returned : findings) {
            Finding finding = returned.finding();
            text.append(text.isEmpty() ? "" : "\n")
                    .append('[')
                    .append(FindingTable.name(finding.severity()))
                    .append(' ')
                    .append(finding.rule())
                    .append("] ")
                    .append(words.of(finding));
            if (returned.isAccepted()) {
                text.append(FindingTable.accepted(returned));
            }
            if (text.length() > COMMENT_LIMIT) {
                return text.substring(0, COMMENT_LIMIT) + "…";
            }
        }
        return text.toString();
    }
}
