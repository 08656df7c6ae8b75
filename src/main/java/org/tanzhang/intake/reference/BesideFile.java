package org.tanzhang.intake.reference;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tanzhang.method.Beside;

/** The part of a method's file on what is figured beside the account. */
final class BesideFile {

    private static final String INTENSITY = "intensity";
    private static final String CLASSES = "power-classes";
    private static final Set<String> KINDS = Set.of("hydro", "wind", "solar", "nuclear");

    private BesideFile() {}

    /** @throws ReferenceDataException with file and line when a choice is missing or cannot be */
    static Beside of(Document d) {
        Map<String, @Nullable Integer> decimals = new HashMap<>();
        decimals.put("none", null);
        decimals.put("3", 3);
        decimals.put("4", 4);
        String rounding = d.text(INTENSITY, "rounding");
        if (!decimals.containsKey(rounding)) {
            throw d.fault("can be none, 3 or 4, not " + rounding, INTENSITY, "rounding");
        }
        Map<String, String> classes = new LinkedHashMap<>();
        for (String industry : d.keys(CLASSES)) {
            String kind = d.text(CLASSES, industry);
            if (!KINDS.contains(kind)) {
                throw d.fault("can be hydro, wind, solar or nuclear, not " + kind, CLASSES, industry);
            }
            classes.put(industry, kind);
        }
        return new Beside(
                d.share("reference-approach", "gap"),
                classes,
                d.decimal(INTENSITY, "base-year").intValueExact(),
                decimals.get(rounding));
    }
}
