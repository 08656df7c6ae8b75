package org.tanzhang.account.balancing;

import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;

/**
 * A sum or difference of estimates that must come to a value.
 *
 * @param signs +1 or -1 by the number of the estimate, from 0
 */
public record Total(Map<Integer, Integer> signs, BigDecimal value) {

    /** @throws IllegalArgumentException for a sign other than +1 and -1 */
    public Total {
        if (signs.values().stream().anyMatch(s -> Math.abs(s) != 1)) {
            throw new IllegalArgumentException("a total adds or subtracts: " + signs);
        }
        signs = Map.copyOf(signs);
    }

    /** The sum of some estimates. */
    public static Total sum(Iterable<Integer> estimates, BigDecimal value) {
        Map<Integer, Integer> signs = new TreeMap<>();
        estimates.forEach(e -> signs.put(e, 1));
        return new Total(signs, value);
    }
}
