package org.tanzhang.intake.returned;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.tanzhang.observation.CellAddress;
import org.tanzhang.quality.Finding;
import org.tanzhang.quality.FindingWords;
import org.tanzhang.quality.Severity;

/** The cells that findings name, sheet by sheet, row by row; several findings on one cell make one mark. */
final class FaultyCells {

    /** What a comment can show; the list in front has the whole text. */
    private static final int COMMENT_LIMIT = 8_000;

    /** A relation of more further cells than this speaks at its own cell alone. */
    private static final int SPEAKING = 12;

    private final Map<String, NavigableMap<Integer, NavigableMap<Integer, List<ReturnedFinding>>>> sheets =
            new HashMap<>();

    FaultyCells(List<ReturnedFinding> findings) {
        for (ReturnedFinding finding : findings) {
            CellAddress at = finding.finding().cell();
            if (at != null) {
                add(at, finding);
            }
        }
        for (ReturnedFinding finding : findings) {
            finding.finding().related().forEach(at -> add(at, finding.asAside()));
        }
    }

    private void add(CellAddress at, ReturnedFinding finding) {
        sheets.computeIfAbsent(at.sheet(), s -> new TreeMap<>())
                .computeIfAbsent(at.row(), r -> new TreeMap<>())
                .computeIfAbsent(at.column(), c -> new ArrayList<>(1))
                .add(finding);
    }

    /** The cells that get a comment; those of a long relation are coloured and only its own cell speaks. */
    static NavigableMap<Integer, NavigableMap<Integer, List<ReturnedFinding>>> commented(
            NavigableMap<Integer, NavigableMap<Integer, List<ReturnedFinding>>> faults, int limit) {
        var few = filtered(faults, f -> !f.aside() || f.finding().related().size() <= SPEAKING);
        int count = few.values().stream().mapToInt(Map::size).sum();
        return count <= limit ? few : filtered(faults, f -> !f.aside());
    }

    private static NavigableMap<Integer, NavigableMap<Integer, List<ReturnedFinding>>> filtered(
            NavigableMap<Integer, NavigableMap<Integer, List<ReturnedFinding>>> faults,
            Predicate<ReturnedFinding> wanted) {
        NavigableMap<Integer, NavigableMap<Integer, List<ReturnedFinding>>> kept = new TreeMap<>();
        faults.forEach((row, cells) -> cells.forEach((column, findings) -> {
            List<ReturnedFinding> speaking = findings.stream().filter(wanted).toList();
            if (!speaking.isEmpty()) {
                kept.computeIfAbsent(row, r -> new TreeMap<>()).put(column, speaking);
            }
        }));
        return kept;
    }

    /** Rows from top to bottom, in them columns from left to right; both zero-based. */
    NavigableMap<Integer, NavigableMap<Integer, List<ReturnedFinding>>> in(String sheet) {
        return sheets.getOrDefault(sheet, new TreeMap<>());
    }

    /** Likewise, no further than a last row and column. */
    NavigableMap<Integer, NavigableMap<Integer, List<ReturnedFinding>>> in(String sheet, int lastRow, int lastColumn) {
        NavigableMap<Integer, NavigableMap<Integer, List<ReturnedFinding>>> within = new TreeMap<>();
        in(sheet).headMap(lastRow, true).forEach((row, cells) -> {
            if (!cells.headMap(lastColumn, true).isEmpty()) {
                within.put(row, cells.headMap(lastColumn, true));
            }
        });
        return within;
    }

    /** How many cells are named on sheets of these names. */
    int count(Collection<String> names) {
        return names.stream()
                .mapToInt(name -> in(name).values().stream().mapToInt(Map::size).sum())
                .sum();
    }

    /** The colour of the gravest of them; lighter where the cell only belongs to a relation that another cell is marked for. */
    static Colour colour(List<ReturnedFinding> findings) {
        List<ReturnedFinding> own = findings.stream().filter(f -> !f.aside()).toList();
        return own.isEmpty() ? Colour.lightOf(worst(findings)) : Colour.of(worst(own));
    }

    /** The gravest of them; an accepted one is no more than a remark. */
    private static Severity worst(List<ReturnedFinding> findings) {
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
                    .append(returned.aside() ? pointer(finding) : words.of(finding));
            if (returned.isAccepted()) {
                text.append(FindingTable.accepted(returned));
            }
            if (text.length() > COMMENT_LIMIT) {
                return text.substring(0, COMMENT_LIMIT) + "…";
            }
        }
        return text.toString();
    }

    /** What a cell says that belongs to the relation of another one. */
    private static String pointer(Finding finding) {
        return "此格与 " + finding.cell() + " 的问题有关，说明见该格。";
    }
}
