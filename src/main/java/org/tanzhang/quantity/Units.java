package org.tanzhang.quantity;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The units of the statistical forms by the names they are printed with (万吨, 亿立方米, 百万千焦 ...). */
public final class Units {

    private final Map<String, Unit> bySymbol = new LinkedHashMap<>();

    /** @param symbols printed name to unit; several names may mean one unit */
    public Units(Map<String, Unit> symbols) {
        symbols.forEach((symbol, unit) -> bySymbol.put(compact(symbol), unit));
    }

    /** The unit printed so; empty when the name is unknown. */
    public Optional<Unit> find(String symbol) {
        return Optional.ofNullable(bySymbol.get(compact(symbol)));
    }

    /** @throws IllegalArgumentException when the name is unknown */
    public Unit get(String symbol) {
        return find(symbol).orElseThrow(() -> new IllegalArgumentException("unknown unit " + symbol));
    }

    /** The units that the names stand for, each expression once. */
    public Stream<Unit> all() {
        Set<String> seen = new HashSet<>();
        return bySymbol.values().stream().filter(u -> seen.add(u.toString()));
    }

    /** The name that comes first in the list for a unit; the unit's expression when none does. */
    public String nameOf(Unit unit) {
        return bySymbol.entrySet().stream()
                .filter(e -> e.getValue().equals(unit))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseGet(unit::toString);
    }

    private static String compact(String symbol) {
        return symbol.replace(" ", "");
    }
}
