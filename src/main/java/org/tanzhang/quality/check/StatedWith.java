package org.tanzhang.quality.check;

import java.util.List;
import org.tanzhang.observation.Statement;

/**
 * A cell must be filled where another one is, carrier by carrier: a purchase goes with what was paid for it.
 *
 * @param item what must be stated and not zero; a statement that states it nowhere did not send that column
 * @param given items of which one that is not zero asks for it
 */
public record StatedWith(String item, List<String> given, Carriers carriers) implements Check {

    public StatedWith {
        given = List.copyOf(given);
    }

    @Override
    public List<Violation> violations(Statement.Cells cells) {
        if (!cells.has(item) || cells.all().stream().noneMatch(o -> o.item().equals(item) && o.value() != null)) {
            return List.of();
        }
        return carriers.of(cells)
                .filter(carrier -> cells.nonZero(item, carrier).isEmpty() && !cells.isUnread(item, carrier))
                .flatMap(carrier -> given.stream()
                        .flatMap(g -> cells.nonZero(g, carrier).stream())
                        .limit(1))
                .map(o -> Violation.of(o, o.quantity().value()))
                .toList();
    }
}
