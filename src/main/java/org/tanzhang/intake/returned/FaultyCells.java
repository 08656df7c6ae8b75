package org.tanzhang.intake.returned;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.tanzhang.intake.returned.FaultySheet.Part;
import org.tanzhang.observation.CellAddress;
import org.tanzhang.quality.Finding;
import org.tanzhang.quality.FindingWords;
import org.tanzhang.quality.Severity;

/** The cells that findings name, sheet by sheet. The findings are gone over, not held. */
final class FaultyCells {

    /** What a comment can show; the list in front has the whole text. */
    private static final int COMMENT_LENGTH = 8_000;

    private final Findings findings;
    private final Map<String, FaultySheet> sheets = new LinkedHashMap<>();
    private final Sizes sizes;

    /**
     * What a workbook of a kind bears.
     *
     * @param lastRow the last row of a sheet, zero-based, as the last column: what is named beyond cannot be marked
     * @param talkative a relation of more further cells than this speaks at the cell alone that it is about
     * @param comments how many comments
     */
    record Sizes(int lastRow, int lastColumn, int talkative, int comments) {}

    /**
     * @param names the sheets, in the order in which comments are given out while they last
     */
    FaultyCells(Findings findings, Collection<String> names, Sizes sizes) {
        this.findings = findings;
        this.sizes = sizes;
        names.forEach(name -> sheets.put(name, new FaultySheet()));
        for (ReturnedFinding returned : findings) {
            Finding finding = returned.finding();
            if (finding.cell() != null) {
                add(finding.cell(), Part.OWN, returned.weight());
            }
            Part part = isTalkative(finding) ? Part.BESIDE : Part.SILENT;
            for (CellAddress other : finding.related()) {
                add(other, part, returned.weight());
            }
        }
        sheets.values().forEach(FaultySheet::order);
    }

    private boolean isTalkative(Finding finding) {
        return finding.related().size() <= sizes.talkative();
    }

    private void add(CellAddress at, Part part, Severity severity) {
        @Nullable FaultySheet sheet = of(at);
        if (sheet != null) {
            sheet.add(at.row(), at.column(), part, severity);
        }
    }

    private @Nullable FaultySheet of(CellAddress at) {
        return at.row() <= sizes.lastRow() && at.column() <= sizes.lastColumn() ? sheets.get(at.sheet()) : null;
    }

    /** The faulty cells of one of the sheets. */
    FaultySheet in(String sheet) {
        return sheets.getOrDefault(sheet, new FaultySheet());
    }

    /**
     * Lets the cells speak, those that the gravest findings are about first.
     *
     * @return how many cells are left without one
     */
    int comment(FindingWords words) {
        int left = sizes.comments();
        int silent = 0;
        for (int mark = 0; mark < FaultySheet.SPEAKING; mark++) {
            for (FaultySheet sheet : sheets.values()) {
                int speaking = sheet.speak(mark, left);
                left -= speaking;
                silent += sheet.count(mark) - speaking;
            }
        }
        for (ReturnedFinding finding : findings) {
            if (finding.finding().cell() != null) {
                say(finding.finding().cell(), finding, () -> words.of(finding.finding()));
            }
        }
        for (ReturnedFinding finding : findings) {
            if (isTalkative(finding.finding())) {
                for (CellAddress other : finding.finding().related()) {
                    say(other, finding, () -> "此格与 " + finding.finding().cell() + " 的问题有关，说明见该格。");
                }
            }
        }
        return silent;
    }

    private void say(CellAddress at, ReturnedFinding returned, Supplier<String> what) {
        @Nullable FaultySheet sheet = of(at);
        if (sheet != null) {
            sheet.say(at.row(), at.column(), before -> joined(before, line(returned, what.get())));
        }
    }

    private static String line(ReturnedFinding returned, String what) {
        Finding finding = returned.finding();
        return "[" + FindingTable.name(finding.severity()) + " " + finding.rule() + "] " + what
                + (returned.isAccepted() ? FindingTable.accepted(returned) : "");
    }

    private static String joined(String before, String line) {
        if (before.length() > COMMENT_LENGTH) {
            return before;
        }
        String both = before.isEmpty() ? line : before + "\n" + line;
        return both.length() > COMMENT_LENGTH ? both.substring(0, COMMENT_LENGTH) + "…" : both;
    }
}
