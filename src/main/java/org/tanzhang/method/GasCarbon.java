package org.tanzhang.method;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/**
 * Where the carbon of blast-furnace and converter gas came from, and what a column is made of that holds several gases.
 *
 * @param bearers carriers that the carbon of recovered gas is taken off, in this order: coke, then injected coal
 * @param mixedShares share of each gas in the column 其他煤气 of a balance of 22 columns, summing to 1; empty where nobody
 *     states it
 */
public record GasCarbon(List<String> bearers, Map<String, BigDecimal> mixedShares) {

    public GasCarbon {
        bearers = List.copyOf(bearers);
        mixedShares = Map.copyOf(mixedShares);
    }
}
