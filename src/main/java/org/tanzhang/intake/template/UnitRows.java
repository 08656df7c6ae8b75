package org.tanzhang.intake.template;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.tanzhang.code.Region;
import org.tanzhang.code.Regions;

/**
 * Which units of a region stand in a form of a year: those that reported on it a year before, then the others that the
 * register has, each by county and code. Those that the register knows to have closed or left before the year do not.
 */
final class UnitRows {

    private final Regions regions;
    private final Region region;
    private final int year;
    private final boolean holdsUnplaced;

    /** @param holdsUnplaced whether a unit of which no register knows where it lies is one of the region's */
    UnitRows(Regions regions, Region region, int year, boolean holdsUnplaced) {
        this.regions = regions;
        this.region = region;
        this.year = year;
        this.holdsUnplaced = holdsUnplaced;
    }

    /** A unit that stands in the form. */
    record UnitRow(String creditCode, String name) {}

    /**
     * The rows.
     *
     * @param reported names of those that reported a year before, by code
     * @param before the registers of the year before
     * @param now those of the year, as far as they have come
     * @param cameFrom the regions whose registers of the year have come: whom they do not name has left them
     */
    List<UnitRow> of(
            Map<String, String> reported, List<RegisteredUnit> before, List<RegisteredUnit> now, Set<String> cameFrom) {
        Map<String, RegisteredUnit> placed = new LinkedHashMap<>();
        before.forEach(u -> placed.put(u.creditCode(), u));
        Map<String, RegisteredUnit> listed = new LinkedHashMap<>();
        before.stream().filter(u -> !isCovered(u, cameFrom)).forEach(u -> listed.put(u.creditCode(), u));
        for (RegisteredUnit unit : now) {
            placed.put(unit.creditCode(), unit);
            listed.put(unit.creditCode(), unit);
        }
        Map<String, String> own = new TreeMap<>();
        reported.forEach((code, name) -> {
            RegisteredUnit unit = placed.get(code);
            if (unit == null ? holdsUnplaced : isHere(unit)) {
                own.put(code, unit == null ? name : unit.name());
            }
        });
        Comparator<UnitRow> order = Comparator.comparing((UnitRow row) -> {
                    RegisteredUnit unit = placed.get(row.creditCode());
                    return unit == null ? "" : unit.region();
                })
                .thenComparing(UnitRow::creditCode);
        List<UnitRow> rows = new ArrayList<>(own.entrySet().stream()
                .map(e -> new UnitRow(e.getKey(), e.getValue()))
                .sorted(order)
                .toList());
        listed.values().stream()
                .filter(u -> !reported.containsKey(u.creditCode()) && isHere(u))
                .map(u -> new UnitRow(u.creditCode(), u.name()))
                .sorted(order)
                .forEach(rows::add);
        return rows;
    }

    private boolean isCovered(RegisteredUnit unit, Set<String> cameFrom) {
        return regions.find(unit.region()).isPresent()
                && regions.withAncestors(regions.countedAs(unit.region(), year).code()).stream()
                        .anyMatch(r -> cameFrom.contains(r.code()));
    }

    private boolean isHere(RegisteredUnit unit) {
        boolean open = unit.left() == null || !unit.left().isBefore(YearMonth.of(year, 1));
        return open
                && regions.find(unit.region()).isPresent()
                && regions.withAncestors(regions.countedAs(unit.region(), year).code())
                        .contains(region);
    }
}
