package org.tanzhang.intake.returned;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.poi.ss.SpreadsheetVersion;
import org.jspecify.annotations.Nullable;
import org.tanzhang.intake.returned.FaultySheet.Part;
import org.tanzhang.observation.CellAddress;
import org.tanzhang.quality.Severity;

/** The cells that findings name, sheet by sheet. The findings are gone over, not held. */
final class FaultyCells {

    private final Map<String, FaultySheet> sheets = new LinkedHashMap<>();
    private final Map<String, Integer> before = new HashMap<>();
    private final SpreadsheetVersion version;

    /**
     * @param names the sheets, in their order
     * @param version beyond whose last row and column nothing is marked, whatever is named there
     */
    FaultyCells(Findings findings, Collection<String> names, SpreadsheetVersion version) {
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
        int count = 0;
        for (Map.Entry<String, FaultySheet> sheet : sheets.entrySet()) {
            sheet.getValue().order();
            before.put(sheet.getKey(), count);
            count += sheet.getValue().count();
        }
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

    /** How many there are on the sheets before one of them. */
    int before(String sheet) {
        return before.getOrDefault(sheet, 0);
    }

    /** The number of a cell among those of all sheets from one on and before another; negative where it is none of them. */
    int number(CellAddress at, int from, int before) {
        @Nullable FaultySheet sheet = sheets.get(at.sheet());
        if (sheet == null) {
            return -1;
        }
        int first = before(at.sheet());
        int number =
                sheet.number(at.row(), at.column(), Math.max(0, from - first), Math.min(sheet.count(), before - first));
        return number < 0 ? -1 : first + number;
    }
}
