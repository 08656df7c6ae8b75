package org.tanzhang.samples;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The year's accounts of nine counties and the city by METHOD sections 1 to 5, defaults throughout. */
final class ExpectedAccount {
    private static final BigDecimal CARD_UNITS = BigDecimal.valueOf(10_000);
    private static final BigDecimal MINIMUM_COVERAGE = new BigDecimal("0.5");
    private static final BigDecimal MAXIMUM_DEVIATION = new BigDecimal("0.15");

    private final int year;
    private final FactorTable factors;
    private final Ledger ledger = new Ledger();

    ExpectedAccount(
            int year, Map<County, List<Card>> cards, Map<County, Balance> counties, Balance city, FactorTable factors) {
        this.year = year;
        this.factors = factors;
        counties.forEach((county, balance) -> county(balance, cards.getOrDefault(county, List.of())));
        city(city);
    }

    Ledger ledger() {
        return ledger;
    }

    private void county(Balance balance, List<Card> cards) {
        String region = balance.regionCode();
        for (Card card : cards) {
            card.lines().forEach(line -> enterprise(region, card.enterprise().trade(), line));
        }
        for (Fuel column : Fuel.BALANCE_COLUMNS) {
            restOfIndustry(balance, cards, column);
            for (BalanceRow row : BalanceRow.OTHER_SECTORS) {
                sector(balance, row, column, "bottom_up");
            }
            if (column.isSecondary()) {
                sector(balance, BalanceRow.LOSSES, column, "bottom_up");
                netImport(balance, column, "bottom_up");
            }
        }
    }

    private void enterprise(String region, Trade trade, CardLine line) {
        Fuel fuel = line.fuel();
        if (fuel.isMemo()) {
            return;
        }
        BigDecimal stated = line.coefficient();
        BigDecimal tcePerUnit = stated == null ? factors.coalEquivalent(fuel) : stated;
        if (fuel.isSecondary()) {
            supply(region, trade.division(), "industry", fuel, "consumption", "bottom_up", line.total(), tcePerUnit);
            return;
        }
        BigDecimal heatValue = factors.heatValue(line);
        if (!fuel.isStored()) {
            burn(region, trade.division(), "industry", fuel, "final", line.burnt(), heatValue, tcePerUnit);
        }
        burn(region, trade.division(), "power-and-heat", fuel, "power", line.power(), heatValue, tcePerUnit);
        burn(region, trade.division(), "power-and-heat", fuel, "heat", line.heat(), heatValue, tcePerUnit);
    }

    /** The balance's rows less the enterprises'; a negative rest becomes 0 and the enterprises stand (METHOD 2). */
    private void restOfIndustry(Balance balance, List<Card> cards, Fuel column) {
        String region = balance.regionCode();
        BigDecimal industry = cardUnits(balance.value(BalanceRow.INDUSTRY, column));
        if (column.isSecondary()) {
            BigDecimal rest =
                    industry.subtract(sum(cards, column, CardLine::total)).max(BigDecimal.ZERO);
            supply(
                    region,
                    "industry-rest",
                    "industry",
                    column,
                    "consumption",
                    "bottom_up",
                    rest,
                    factors.coalEquivalent(column));
            return;
        }
        BigDecimal used = sum(cards, column, CardLine::total).subtract(sum(cards, column, CardLine::inputs));
        BigDecimal rawRest =
                cardUnits(balance.value(BalanceRow.RAW_MATERIAL, column)).subtract(sum(cards, column, CardLine::raw));
        BigDecimal finalRest = industry.subtract(used).subtract(rawRest);
        BigDecimal powerRest =
                cardUnits(balance.input(BalanceRow.POWER, column)).subtract(sum(cards, column, CardLine::power));
        BigDecimal heatRest =
                cardUnits(balance.input(BalanceRow.HEAT_SUPPLY, column)).subtract(sum(cards, column, CardLine::heat));
        if (finalRest.min(powerRest).min(heatRest).signum() < 0
                && finalRest.max(powerRest).max(heatRest).signum() > 0
                && !column.isStored()) {
            throw new IllegalStateException(
                    "rests of %s in %s would have to be netted, which these samples avoid: %s, %s, %s"
                            .formatted(column, region, finalRest, powerRest, heatRest));
        }
        if (!column.isStored()) {
            rest(region, "industry", column, "final", finalRest);
        }
        rest(region, "power-and-heat", column, "power", powerRest);
        rest(region, "power-and-heat", column, "heat", heatRest);
    }

    private void rest(String region, String group, Fuel column, String flow, BigDecimal rest) {
        if (rest.signum() > 0) {
            addFuel(region, "industry-rest", group, column, flow, "bottom_up", Carbon.burnt(column, rest, factors));
        }
    }

    private void sector(Balance balance, BalanceRow row, Fuel column, String basis) {
        BigDecimal activity = cardUnits(balance.value(row, column));
        if (activity.signum() == 0) {
            return;
        }
        if (column.isSecondary()) {
            BigDecimal tcePerUnit = factors.coalEquivalent(column);
            supply(balance.regionCode(), row.sector, row.sector, column, "consumption", basis, activity, tcePerUnit);
        } else if (!column.isStored()) {
            Carbon carbon = Carbon.burnt(column, activity, factors);
            addFuel(balance.regionCode(), row.sector, row.sector, column, "final", basis, carbon);
        }
    }

    /** Final use and losses less gross generation (METHOD 5). */
    private void netImport(Balance balance, Fuel column, String basis) {
        BalanceRow producing = column == Fuel.ELECTRICITY ? BalanceRow.POWER : BalanceRow.HEAT_SUPPLY;
        BigDecimal net = balance.value(BalanceRow.FINAL_USE, column)
                .add(balance.value(BalanceRow.LOSSES, column))
                .subtract(balance.value(producing, column));
        supply(
                balance.regionCode(),
                "total",
                "total",
                column,
                "net-import",
                basis,
                cardUnits(net),
                factors.coalEquivalent(column));
    }

    private void city(Balance city) {
        for (Fuel column : Fuel.BALANCE_COLUMNS) {
            if (column.isSecondary()) {
                closeSupply(city, BalanceRow.INDUSTRY, column);
                BalanceRow.OTHER_SECTORS.forEach(row -> closeSupply(city, row, column));
                closeSupply(city, BalanceRow.LOSSES, column);
                netImport(city, column, "top_down");
            } else if (!column.isStored()) {
                BigDecimal industry =
                        city.value(BalanceRow.INDUSTRY, column).subtract(city.value(BalanceRow.RAW_MATERIAL, column));
                close("industry", column, "final", industry);
                BalanceRow.OTHER_SECTORS.forEach(row -> close(row.sector, column, "final", city.value(row, column)));
                close("power-and-heat", column, "power", city.input(BalanceRow.POWER, column));
                close("power-and-heat", column, "heat", city.input(BalanceRow.HEAT_SUPPLY, column));
            }
        }
    }

    /** Activity of the city = counties + residual; CO2 follows from the residual's price (METHOD 4). */
    private void close(String sector, Fuel column, String flow, BigDecimal cityCell) {
        BigDecimal activity = cardUnits(cityCell);
        Carbon counties = ledger.sum(key -> key.scope() == 1
                && key.basis().equals("bottom_up")
                && key.sectorGroup().equals(sector)
                && key.fuel().group() == column
                && key.flow().equals(flow));
        if (activity.signum() == 0) {
            if (counties.activity().signum() != 0) {
                throw new IllegalStateException("no city cell for " + sector + ' ' + column + ' ' + flow);
            }
            return;
        }
        Carbon residual = residual(activity, counties, column);
        if (residual.activity().signum() != 0) {
            addFuel(County.CITY_CODE, sector, sector, column, flow, "residual", residual);
        }
        addFuel(County.CITY_CODE, sector, sector, column, flow, "top_down", counties.plus(residual));
    }

    /** Purchased energy closes like fuel, so that coal equivalents stated on cards add up to the city's. */
    private void closeSupply(Balance city, BalanceRow row, Fuel column) {
        BigDecimal activity = cardUnits(city.value(row, column));
        if (activity.signum() == 0) {
            return;
        }
        Carbon counties = ledger.sum(key -> key.flow().equals("consumption")
                && key.basis().equals("bottom_up")
                && key.sectorGroup().equals(row.sector)
                && key.fuel().group() == column);
        BigDecimal rest = activity.subtract(counties.activity());
        Carbon residual = Carbon.supplied(column, rest, factors.coalEquivalent(column), year, factors);
        if (rest.signum() != 0) {
            addSupply(row.sector, column, "residual", residual);
        }
        addSupply(row.sector, column, "top_down", counties.plus(residual));
    }

    private void addSupply(String sector, Fuel column, String basis, Carbon carbon) {
        ledger.add(new Ledger.Key(County.CITY_CODE, 2, sector, column, "consumption", basis, sector), carbon);
    }

    private Carbon residual(BigDecimal city, Carbon counties, Fuel column) {
        Carbon atOwnFactor = Carbon.burnt(column, city.subtract(counties.activity()), factors);
        if (column.isCarbonInCoke() || counties.activity().compareTo(city.abs().multiply(MINIMUM_COVERAGE)) < 0) {
            return atOwnFactor;
        }
        // |mean / own - 1| <= 15 %, both prices of the counties' activity
        BigDecimal own = Carbon.burnt(column, counties.activity(), factors).co2();
        boolean near = counties.co2().subtract(own).abs().compareTo(own.multiply(MAXIMUM_DEVIATION)) <= 0;
        return near ? atOwnFactor.pricedAt(counties) : atOwnFactor;
    }

    private void burn(
            String region,
            String sector,
            String group,
            Fuel fuel,
            String flow,
            BigDecimal activity,
            BigDecimal heatValue,
            BigDecimal tcePerUnit) {
        if (activity.signum() != 0) {
            Carbon carbon = Carbon.burnt(fuel, activity, heatValue, tcePerUnit, factors);
            addFuel(region, sector, group, fuel, flow, "bottom_up", carbon);
        }
    }

    private void addFuel(
            String region, String sector, String group, Fuel fuel, String flow, String basis, Carbon carbon) {
        ledger.add(new Ledger.Key(region, 1, sector, fuel, flow, basis, group), carbon);
    }

    private void supply(
            String region,
            String sector,
            String group,
            Fuel fuel,
            String flow,
            String basis,
            BigDecimal activity,
            BigDecimal tcePerUnit) {
        if (activity.signum() != 0) {
            Carbon carbon = Carbon.supplied(fuel, activity, tcePerUnit, year, factors);
            ledger.add(new Ledger.Key(region, 2, sector, fuel, flow, basis, group), carbon);
        }
    }

    private static BigDecimal sum(List<Card> cards, Fuel column, Function<CardLine, BigDecimal> figure) {
        return Card.sum(cards, fuel -> fuel.group() == column, figure);
    }

    private static BigDecimal cardUnits(BigDecimal balanceFigure) {
        return balanceFigure.multiply(CARD_UNITS);
    }
}
