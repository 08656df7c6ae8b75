package org.tanzhang.quality.comparison;

import java.util.List;

/**
 * The cells of two statements that are laid side by side, carrier by carrier.
 *
 * @param items the items of the later statement with those of the earlier
 * @param carriers the carriers meant, {@code -carrier} for all but these; empty for all
 * @param blankIsNone whether a cell that one of the two does not state means none: on a card, where blanks are not kept;
 *     in a balance a column that is not there says nothing
 */
public record Beside(List<Items> items, List<String> carriers, boolean blankIsNone) {

    /**
     * An item of the later statement and the earlier one's that it is compared with.
     *
     * @param turned whether the earlier is printed with the other sign: 年末库存量(-) of a balance
     */
    public record Items(String later, String earlier, boolean turned) {

        /** The same item in both; {@code later=earlier} for two, {@code later=-earlier} where the sign turns. */
        public static Items of(String text) {
            String[] sides = text.split("=", 2);
            String earlier = sides[sides.length - 1];
            boolean turned = earlier.startsWith("-");
            return new Items(sides[0], turned ? earlier.substring(1) : earlier, turned);
        }
    }

    public Beside {
        items = List.copyOf(items);
        carriers = List.copyOf(carriers);
    }

    /** The carriers it is limited to; empty for all but those left out. */
    public List<String> only() {
        return carriers.stream().filter(c -> !c.startsWith("-")).toList();
    }

    /** The carriers left out. */
    public List<String> leftOut() {
        return carriers.stream()
                .filter(c -> c.startsWith("-"))
                .map(c -> c.substring(1))
                .toList();
    }
}
