package org.tanzhang.account;

import java.util.List;
import java.util.Map;
import org.tanzhang.code.Region;
import org.tanzhang.observation.Statement;
import org.tanzhang.observation.UnitEntry;

/**
 * What one accounting rests on.
 *
 * @param parent the region accounted
 * @param children its direct children in that year
 * @param cards the full-year cards of enterprises that the register places
 * @param unplaced full-year cards that no register entry places yet
 * @param balances the annual balance by region code, for the parent and its children
 */
public record AccountInput(
        int year,
        Region parent,
        List<Region> children,
        List<PlacedCard> cards,
        List<Statement> unplaced,
        Map<String, Statement> balances) {

    /** A card with the register entry that says where it counts. */
    public record PlacedCard(Statement card, UnitEntry place) {}

    public AccountInput {
        children = List.copyOf(children);
        cards = List.copyOf(cards);
        unplaced = List.copyOf(unplaced);
        balances = Map.copyOf(balances);
    }

    /** Whether any child has something to account. */
    boolean childrenReport() {
        return !cards.isEmpty() || children.stream().anyMatch(c -> balances.containsKey(c.code()));
    }
}
