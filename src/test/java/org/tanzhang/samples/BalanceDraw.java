package org.tanzhang.samples;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;

/**
 * Draws the nine county balances of one year around the counties' cards, and the city balance around the counties.
 *
 * <p>The city rounds the counties' unrounded figures for itself, as offices do; that is where rounding residuals come
 * from. Electricity and heat are the sums of what the counties print, so that scope 2 has no difference.
 */
final class BalanceDraw {
    /** Fuel that only the city's bureau can see, by row: first year, second year, in the balance's unit. */
    private record CityOnly(BalanceRow row, Fuel fuel, String first, String second) {}

    private static final List<CityOnly> CITY_ONLY = List.of(
            new CityOnly(BalanceRow.TRANSPORT, Fuel.KEROSENE, "57.86", "62.41"),
            new CityOnly(BalanceRow.TRANSPORT, Fuel.DIESEL, "8.24", "7.93"),
            new CityOnly(BalanceRow.TRANSPORT, Fuel.LNG, "5.12", "5.47"),
            new CityOnly(BalanceRow.INDUSTRY, Fuel.NATURAL_GAS, "0.35", "0.28"),
            new CityOnly(BalanceRow.INDUSTRY, Fuel.RAW_COAL, "-0.62", "1.15"));

    private static final BigDecimal CARD_UNITS = BigDecimal.valueOf(10_000);

    private final int year;
    private final Map<County, Balance> counties = new EnumMap<>(County.class);
    private final Map<BalanceRow, Map<Fuel, BigDecimal>> unrounded = new EnumMap<>(BalanceRow.class);

    BalanceDraw(int year, Map<County, List<Card>> cards) {
        this.year = year;
        for (County county : County.values()) {
            counties.put(county, county(county, cards.getOrDefault(county, List.of())));
        }
    }

    Map<County, Balance> counties() {
        return counties;
    }

    private Balance county(County county, List<Card> cards) {
        Balance balance = new Balance(county.code, county.fullName, year);
        Random habits = new Random(Long.parseLong(county.code) * SampleCity.SEED);
        Random thisYear = new Random((Long.parseLong(county.code) * 10_000 + year) * SampleCity.SEED);
        for (Demand demand : Demand.OUTSIDE_INDUSTRY) {
            double drawn = demand.city() * county.share(demand.spread()) * (0.9 + 0.2 * habits.nextDouble());
            BigDecimal exact = exact(inYear(drawn, demand.fuel(), thisYear));
            BigDecimal printed = exact.setScale(2, RoundingMode.HALF_UP);
            if (printed.signum() > 0) {
                balance.add(demand.row(), demand.fuel(), printed);
                unrounded
                        .computeIfAbsent(demand.row(), row -> new EnumMap<>(Fuel.class))
                        .merge(demand.fuel(), exact, BigDecimal::add);
            }
        }
        Map<Fuel, BigDecimal> rest = new EnumMap<>(Fuel.class);
        for (Demand demand : Demand.REST_OF_INDUSTRY) {
            double drawn = demand.city() * county.share(demand.spread()) * (0.85 + 0.3 * habits.nextDouble());
            rest.put(demand.fuel(), exact(inYear(drawn, demand.fuel(), thisYear)));
        }
        for (Fuel column : Fuel.BALANCE_COLUMNS) {
            industry(balance, county, cards, column, rest.getOrDefault(column, BigDecimal.ZERO));
        }
        return balance;
    }

    /**
     * Rows of industry and transformation, rounded up so that they hold the enterprises. One is rounded down on
     * purpose: petroleum coke in 浏阳市, whose rest becomes negative within the tolerance.
     */
    private static void industry(Balance balance, County county, List<Card> cards, Fuel column, BigDecimal rest) {
        BigDecimal used = sum(cards, column, line -> line.total().subtract(line.inputs()));
        boolean roundedDown = county == County.LIUYANG && column == Fuel.PETROLEUM_COKE;
        put(
                balance,
                BalanceRow.INDUSTRY,
                column,
                used.add(rest).setScale(2, roundedDown ? RoundingMode.FLOOR : RoundingMode.CEILING));
        BigDecimal raw = sum(cards, column, CardLine::raw);
        put(balance, BalanceRow.RAW_MATERIAL, column, raw.setScale(2, RoundingMode.CEILING));
        BigDecimal power = sum(cards, column, CardLine::power);
        put(
                balance,
                BalanceRow.POWER,
                column,
                power.setScale(2, RoundingMode.CEILING).negate());
        BigDecimal heat = sum(cards, column, CardLine::heat);
        put(
                balance,
                BalanceRow.HEAT_SUPPLY,
                column,
                heat.setScale(2, RoundingMode.CEILING).negate());
        BalanceRow produced = column == Fuel.HEAT ? BalanceRow.HEAT_SUPPLY : BalanceRow.POWER;
        put(balance, produced, column, sum(cards, column, CardLine::output).setScale(2, RoundingMode.HALF_UP));
        BigDecimal recovered = sum(cards, column, CardLine::recovery);
        put(balance, BalanceRow.RECOVERY, column, recovered.setScale(2, RoundingMode.HALF_UP));
    }

    Balance city() {
        Balance city = new Balance(County.CITY_CODE, County.CITY_NAME, year);
        for (Fuel column : Fuel.BALANCE_COLUMNS) {
            for (BalanceRow row : List.of(
                    BalanceRow.INDUSTRY,
                    BalanceRow.RAW_MATERIAL,
                    BalanceRow.POWER,
                    BalanceRow.HEAT_SUPPLY,
                    BalanceRow.RECOVERY,
                    BalanceRow.LOSSES)) {
                put(city, row, column, printedSum(row, column));
            }
            for (BalanceRow row : BalanceRow.OTHER_SECTORS) {
                put(
                        city,
                        row,
                        column,
                        column.isSecondary() || column.isStored() ? printedSum(row, column) : roundedSum(row, column));
            }
        }
        for (CityOnly extra : CITY_ONLY) {
            String quantity = year == SampleCity.FIRST_YEAR ? extra.first() : extra.second();
            city.add(extra.row(), extra.fuel(), new BigDecimal(quantity));
        }
        return city;
    }

    private BigDecimal printedSum(BalanceRow row, Fuel column) {
        return counties.values().stream()
                .map(balance -> balance.value(row, column))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private BigDecimal roundedSum(BalanceRow row, Fuel column) {
        return unrounded
                .getOrDefault(row, Map.of())
                .getOrDefault(column, BigDecimal.ZERO)
                .setScale(2, RoundingMode.HALF_UP);
    }

    private static BigDecimal sum(List<Card> cards, Fuel column, Function<CardLine, BigDecimal> figure) {
        return Card.sum(cards, fuel -> fuel.group() == column, figure).divide(CARD_UNITS);
    }

    private static void put(Balance balance, BalanceRow row, Fuel column, BigDecimal value) {
        if (value.signum() != 0) {
            balance.add(row, column, value);
        }
    }

    private double inYear(double firstYear, Fuel fuel, Random thisYear) {
        double noise = 0.985 + 0.03 * thisYear.nextDouble();
        return year == SampleCity.FIRST_YEAR ? firstYear : firstYear * CardDraw.trendOf(fuel) * noise;
    }

    private static BigDecimal exact(double value) {
        return BigDecimal.valueOf(value).setScale(4, RoundingMode.HALF_UP);
    }
}
