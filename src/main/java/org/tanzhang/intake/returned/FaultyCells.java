package org.tanzhang.intake.returned;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.poi.ss.SpreadsheetVersion;
import org.jspecify.annotations.Nullable;
import org.tanzhang.intake.returned.FaultySheet.Part;
import org.tanzhang.observation.CellAddress;
import org.tanzhang.quality.FindingWords;
import org.tanzhang.quality.Severity;

/** The cells that findings name, sheet by sheet. The findings are gone over, not held. */
final class FaultyCells {

    private final Findings findings;
    private final Map<String, FaultySheet> sheets = new LinkedHashMap<>();
    private final SpreadsheetVersion version;

    /**
     * @param names the sheets
     * @param version beyond whose last row and column nothing is marked, whatever is named there
     */
    FaultyCells(Findings findings, Collection<String> names, SpreadsheetVersion version) {
        this.findings = findings;
        this.version = version;
        names.forEach(name -> sheets.put(name, new FaultySheet()));
        for (ReturnedFinding returned : findings) {
            if (returned.finding().cell() != null) {
                add(returned.finding().cell(), Part.OWN, returned.weight());
            }
            for (CellAddress other : returned.finding().related()) {
                add(other, Part.BESIDE, returned.weight());
            }
        }
        sheets.values().forEach(FaultySheet::order);
    }

    private void add(CellAddress at, Part part, Severity severity) {
        @Nullable FaultySheet sheet = sheets.get(at.sheet());
        if (sheet != null && at.row() <= version.getLastRowIndex() && at.column() <= version.getLastColumnIndex()) {
            sheet.add(at.row(), at.column(), part, severity);
        }
    }

    /** How many cells are faulty. */
    int count() {
        return sheets.values().stream().mapToInt(FaultySheet::count).sum();
    }

    /** The faulty cells of one of the sheets. */
    FaultySheet in(String sheet) {
        return sheets.getOrDefault(sheet, new FaultySheet());
    }

    /** What they say. */
    FaultComments comments(String sheet, FindingWords words) {
        return new FaultComments(findings, sheet, in(sheet), words);
    }
}
