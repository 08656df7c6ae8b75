package org.tanzhang.account;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tanzhang.code.Region;
import org.tanzhang.observation.Observation;
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
 * @param matrices the annual industry matrix by region code, likewise
 */
public record AccountInput(
        int year,
        Region parent,
        List<Region> children,
        List<PlacedCard> cards,
        List<Statement> unplaced,
        Map<String, Statement> balances,
        Map<String, Statement> matrices) {

    /** Inputs without industry matrices. */
    public AccountInput(
            int year,
            Region parent,
            List<Region> children,
            List<PlacedCard> cards,
            List<Statement> unplaced,
            Map<String, Statement> balances) {
        this(year, parent, children, cards, unplaced, balances, Map.of());
    }

    /** A card with the register entry that says where it counts. */
    public record PlacedCard(Statement card, UnitEntry place) {}

    public AccountInput {
        children = List.copyOf(children);
        cards = List.copyOf(cards);
        unplaced = List.copyOf(unplaced);
        balances = Map.copyOf(balances);
        matrices = Map.copyOf(matrices);
    }

    /** Whether any child has something to account. */
    boolean childrenReport() {
        return !cards.isEmpty() || children.stream().anyMatch(c -> states(c.code()));
    }

    /** Whether the region has a table of its own. */
    boolean states(String region) {
        return balances.containsKey(region) || matrices.containsKey(region);
    }

    /** What some regions state: the cards placed there and the regions' tables. */
    public List<Statement> statedIn(Set<String> regions) {
        Stream<Statement> own =
                cards.stream().filter(c -> regions.contains(c.place().region())).map(PlacedCard::card);
        Stream<Statement> tables = Stream.of(balances, matrices)
                .flatMap(byRegion -> regions.stream().flatMap(r -> Stream.ofNullable(byRegion.get(r))));
        return Stream.concat(own, tables).toList();
    }

    /** The same input, with the cells of statements by the store's numbers of these; others stay as they are. */
    public AccountInput with(Map<Long, List<Observation>> cells) {
        UnaryOperator<Statement> filled = s -> {
            List<Observation> own = cells.get(s.id());
            return own == null ? s : s.with(own);
        };
        return new AccountInput(
                year,
                parent,
                children,
                cards.stream()
                        .map(c -> cells.containsKey(c.card().id())
                                ? new PlacedCard(filled.apply(c.card()), c.place())
                                : c)
                        .toList(),
                unplaced,
                filled(balances, filled),
                filled(matrices, filled));
    }

    private static Map<String, Statement> filled(Map<String, Statement> tables, UnaryOperator<Statement> filled) {
        return tables.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, e -> filled.apply(e.getValue())));
    }
}
