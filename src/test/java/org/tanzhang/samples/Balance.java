package org.tanzhang.samples;

import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Predicate;

/**
 * One region's energy balance as printed: ten thousand of the card's units, two decimals.
 *
 * <p>The supply block stays empty, as prefecture cities need not report it; so the difference (五) is empty too.
 */
final class Balance {
    private final String regionCode;
    private final String regionName;
    private final int year;
    private final Map<BalanceRow, Map<Fuel, BigDecimal>> leaves = new EnumMap<>(BalanceRow.class);

    Balance(String regionCode, String regionName, int year) {
        this.regionCode = regionCode;
        this.regionName = regionName;
        this.year = year;
    }

    String regionCode() {
        return regionCode;
    }

    String regionName() {
        return regionName;
    }

    int year() {
        return year;
    }

    void add(BalanceRow row, Fuel fuel, BigDecimal value) {
        leaves.computeIfAbsent(row, key -> new EnumMap<>(Fuel.class)).merge(fuel, value, BigDecimal::add);
    }

    /** The printed cell; zero where it is blank. */
    BigDecimal value(BalanceRow row, Fuel fuel) {
        return switch (row) {
            case TRANSFORMATION -> sum(fuel, BalanceRow.POWER, BalanceRow.HEAT_SUPPLY, BalanceRow.RECOVERY);
            case GRID_LOSSES -> fuel == Fuel.ELECTRICITY ? value(BalanceRow.LOSSES, fuel) : BigDecimal.ZERO;
            case PRIMARY_SECTOR -> value(BalanceRow.AGRICULTURE, fuel);
            case SECONDARY_SECTOR -> sum(fuel, BalanceRow.INDUSTRY, BalanceRow.CONSTRUCTION);
            case TERTIARY_SECTOR -> sum(fuel, BalanceRow.TRANSPORT, BalanceRow.TRADE, BalanceRow.OTHER);
            case RESIDENTIAL -> sum(fuel, BalanceRow.URBAN, BalanceRow.RURAL);
            case FINAL_USE ->
                sum(
                        fuel,
                        BalanceRow.PRIMARY_SECTOR,
                        BalanceRow.SECONDARY_SECTOR,
                        BalanceRow.TERTIARY_SECTOR,
                        BalanceRow.RESIDENTIAL);
            case TOTAL ->
                sum(fuel, BalanceRow.FINAL_USE, BalanceRow.LOSSES)
                        .add(input(BalanceRow.POWER, fuel))
                        .add(input(BalanceRow.HEAT_SUPPLY, fuel));
            default -> leaves.getOrDefault(row, Map.of()).getOrDefault(fuel, BigDecimal.ZERO);
        };
    }

    /** What a transformation row takes in, as a positive figure. */
    BigDecimal input(BalanceRow row, Fuel fuel) {
        return value(row, fuel).min(BigDecimal.ZERO).negate();
    }

    /** Sum over the columns that a total column (煤合计, 油品合计) covers. */
    BigDecimal total(BalanceRow row, Predicate<Fuel> covered) {
        return Fuel.BALANCE_COLUMNS.stream()
                .filter(covered)
                .map(fuel -> value(row, fuel))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private BigDecimal sum(Fuel fuel, BalanceRow... rows) {
        BigDecimal sum = BigDecimal.ZERO;
        for (BalanceRow row : rows) {
            sum = sum.add(value(row, fuel));
        }
        return sum;
    }
}
