package org.tanzhang.intake.template;

import java.util.Map;
import org.tanzhang.quantity.Quantity;

/**
 * A reporter that stands in a form before anybody fills it in.
 *
 * @param code the region's six digits, or the unit's credit code
 * @param name empty where the unit writes it itself
 * @param lastYear what it stated a year before, in the units in which it did; empty when nothing is known or wanted
 */
public record ReporterRow(String code, String name, Map<LastYear.Key, Quantity> lastYear) {

    public ReporterRow {
        lastYear = Map.copyOf(lastYear);
    }
}
