package org.tanzhang.quality.check;

import java.util.List;
import java.util.stream.Stream;
import org.tanzhang.observation.Statement;

/** The carriers a relation holds for: those named, or with {@code -carrier} all but these; empty for all. */
public record Carriers(List<String> codes) {

    /** Every carrier. */
    public static final Carriers ALL = new Carriers(List.of());

    public Carriers {
        codes = List.copyOf(codes);
    }

    boolean include(String carrier) {
        boolean only = false;
        for (String code : codes) {
            if (!code.startsWith("-")) {
                if (code.equals(carrier)) {
                    return true;
                }
                only = true;
            } else if (code.length() == carrier.length() + 1 && code.endsWith(carrier)) {
                return false;
            }
        }
        return !only;
    }

    /** The carriers of the statement that are meant, in the order of their codes. */
    Stream<String> of(Statement.Cells cells) {
        return cells.carriers().stream().filter(this::include);
    }
}
