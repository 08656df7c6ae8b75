package org.tanzhang.quality.check;

import java.util.List;
import java.util.stream.Stream;
import org.tanzhang.observation.Observation;
import org.tanzhang.observation.Statement;

/** The carriers a relation holds for: those named, or with {@code -carrier} all but these; empty for all. */
public record Carriers(List<String> codes) {

    /** Every carrier. */
    public static final Carriers ALL = new Carriers(List.of());

    public Carriers {
        codes = List.copyOf(codes);
    }

    boolean include(String carrier) {
        boolean only = codes.stream().anyMatch(c -> !c.startsWith("-"));
        return only ? codes.contains(carrier) : !codes.contains("-" + carrier);
    }

    /** The carriers of the statement that are meant, in the order of their codes. */
    Stream<String> of(Statement.Cells cells) {
        return cells.all().stream()
                .map(Observation::carrier)
                .distinct()
                .filter(this::include)
                .sorted();
    }
}
