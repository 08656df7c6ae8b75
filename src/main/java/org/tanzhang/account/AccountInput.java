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
 * @param children the parts of the partition by which it is accounted, by default its direct children
 * @param cards the full-year cards of enterprises that the register places
 * @param unplaced full-year cards that no register entry places yet
 * @param balances the annual balance by region code, for the parent and its children
 * @param matrices the annual industry matrix by region code, likewise
 * @param products the annual output of products, for the memo of industrial processes
 * @param beside what checks these, or stands in where they are missing
 */
public record AccountInput(
        int year,
        Region parent,
        List<Region> children,
        List<PlacedCard> cards,
        List<Statement> unplaced,
        Map<String, Statement> balances,
        Map<String, Statement> matrices,
        Products products,
        Beside beside) {

    /**
     * Output of products.
     *
     * @param byEnterprise as enterprises state it, placed by the register
     * @param unplaced as enterprises state it that no register entry places, with their cells
     * @param byRegion as regions state it
     */
    public record Products(List<PlacedCard> byEnterprise, List<Statement> unplaced, Map<String, Statement> byRegion) {

        public static final Products NONE = new Products(List.of(), List.of(), Map.of());

        public Products {
            byEnterprise = List.copyOf(byEnterprise);
            unplaced = List.copyOf(unplaced);
            byRegion = Map.copyOf(byRegion);
        }
    }

    /** Inputs with nothing beside them and no products. */
    public AccountInput(
            int year,
            Region parent,
            List<Region> children,
            List<PlacedCard> cards,
            List<Statement> unplaced,
            Map<String, Statement> balances,
            Map<String, Statement> matrices) {
        this(year, parent, children, cards, unplaced, balances, matrices, Products.NONE, Beside.NOTHING);
    }

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
    public record PlacedCard(Statement card, UnitEntry place, CardPart part) {

        /** A card that counts wholly at one place. */
        public PlacedCard(Statement card, UnitEntry place) {
            this(card, place, CardPart.WHOLE);
        }
    }

    public AccountInput {
        children = List.copyOf(children);
        cards = List.copyOf(cards);
        unplaced = List.copyOf(unplaced);
        balances = Map.copyOf(balances);
        matrices = Map.copyOf(matrices);
    }

    /** Whether any child has something to account. */
    boolean childrenReport() {
        return !cards.isEmpty() || children.stream().anyMatch(c -> statesSectors(c.code()));
    }

    /** Whether the region has a table of its own. */
    boolean states(String region) {
        return balances.containsKey(region) || matrices.containsKey(region);
    }

    /** Whether it states its sectors that are no industry, in a table of its own or in the district workbook. */
    boolean statesSectors(String region) {
        return states(region) || beside.districts().containsKey(region);
    }

    /** The statements about some regions, or of units placed there, whose cells were left in the store. */
    public List<Statement> outlinesIn(Set<String> regions) {
        Stream<Statement> placed = Stream.of(cards, beside.within(), products.byEnterprise())
                .flatMap(List::stream)
                .filter(c -> regions.contains(c.place().region()))
                .map(PlacedCard::card);
        Stream<Statement> tables = Stream.of(balances, matrices, beside.districts(), products.byRegion())
                .flatMap(byRegion -> regions.stream().flatMap(r -> Stream.ofNullable(byRegion.get(r))));
        return Stream.concat(placed, tables)
                .filter(s -> s.observations().isEmpty())
                .toList();
    }

    /** The same input with the cells of outlines, by the store's numbers of these; others stay as they are. */
    public AccountInput with(Map<Long, List<Observation>> cells) {
        UnaryOperator<Statement> filled =
                s -> s.observations().isEmpty() && cells.containsKey(s.id()) ? s.with(cells.get(s.id())) : s;
        return new AccountInput(
                year,
                parent,
                children,
                placed(cards, filled),
                unplaced,
                tables(balances, filled),
                tables(matrices, filled),
                new Products(
                        placed(products.byEnterprise(), filled),
                        products.unplaced(),
                        tables(products.byRegion(), filled)),
                new Beside(
                        tables(beside.districts(), filled),
                        placed(beside.within(), filled),
                        beside.exports(),
                        beside.indicators(),
                        beside.remarks()));
    }

    private static List<PlacedCard> placed(List<PlacedCard> cards, UnaryOperator<Statement> filled) {
        return cards.stream()
                .map(c -> new PlacedCard(filled.apply(c.card()), c.place(), c.part()))
                .toList();
    }

    private static Map<String, Statement> tables(Map<String, Statement> tables, UnaryOperator<Statement> filled) {
        return tables.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, e -> filled.apply(e.getValue())));
    }
}
