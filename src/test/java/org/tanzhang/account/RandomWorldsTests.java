package org.tanzhang.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tanzhang.account.Sheet.balance;
import static org.tanzhang.account.Sheet.card;
import static org.tanzhang.account.Sheet.indicators;
import static org.tanzhang.account.World.CHANGSHA;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tanzhang.code.Flow;
import org.tanzhang.method.Balancing;
import org.tanzhang.quality.Finding;
import org.tanzhang.quality.FindingWords;

/** Promise 6 on cities drawn at random: city = sum of counties + named residual, exactly, in every cell. */
@DisplayName("In any city")
class RandomWorldsTests {

    private static final List<String> COUNTIES = List.of("430102", "430103", "430104", "430121");
    private static final List<String> CARDS = List.of(
            "raw-coal",
            "anthracite",
            "lignite",
            "coke",
            "blast-furnace-gas",
            "diesel",
            "lubricants",
            "natural-gas",
            "electricity",
            "heat",
            "industrial-waste",
            "waste-heat");
    private static final List<String> COLUMNS = List.of(
            "raw-coal",
            "coal-total",
            "coke",
            "blast-furnace-gas",
            "diesel",
            "lubricants",
            "natural-gas",
            "electricity",
            "heat",
            "other-energy");
    private static final List<String> SECTORS = List.of(
            "final.agriculture",
            "final.construction",
            "final.transport",
            "final.trade",
            "final.other",
            "final.urban",
            "final.rural");

    static LongStream seeds() {
        return LongStream.concat(LongStream.rangeClosed(1, 200), LongStream.of(430100, 2024, -1, Long.MAX_VALUE));
    }

    private final List<Sheet> sheets = new ArrayList<>();

    /** A city of one to four counties, some without a balance, with cards and rows that need not agree. */
    private World draw(long seed) {
        Random random = new Random(seed);
        List<String> counties = COUNTIES.subList(0, 1 + random.nextInt(COUNTIES.size()));
        int cards = random.nextInt(12);
        for (int i = 0; i < cards; i++) {
            sheets.add(drawCard("U" + i, counties.get(random.nextInt(counties.size())), random));
        }
        for (String county : counties) {
            if (random.nextInt(5) > 0) {
                sheets.add(drawBalance(county, random, 1));
            }
        }
        sheets.add(drawBalance(CHANGSHA, random, counties.size()));
        Random people = new Random(~seed);
        boolean complete = people.nextInt(4) > 0;
        for (String county : counties) {
            if (complete || people.nextBoolean()) {
                sheets.add(indicators(county)
                        .states("population", "", String.valueOf(people.nextInt(150)))
                        .states("gdp-current", "", people.nextInt(3000) + ".7"));
            }
        }
        return World.of(counties.toArray(String[]::new)).with(sheets.toArray(Sheet[]::new));
    }

    private static Sheet drawCard(String code, String county, Random random) {
        Sheet card = card(code).in(county).ofDivision(random.nextBoolean() ? "30" : "44");
        for (String carrier : CARDS) {
            if (random.nextInt(3) == 0) {
                int consumption = 1 + random.nextInt(100_000);
                int input = random.nextInt(consumption);
                int raw = random.nextInt(consumption - input + 1);
                card.states("consumption", carrier, consumption + "." + random.nextInt(100));
                card.states("input." + (random.nextBoolean() ? "power" : "heat"), carrier, String.valueOf(input));
                card.states("raw-material", carrier, String.valueOf(raw));
                if (random.nextInt(3) == 0) {
                    card.states("coefficient", carrier, "0." + (1 + random.nextInt(99)));
                }
            }
        }
        return card;
    }

    private static Sheet drawBalance(String region, Random random, int size) {
        Sheet balance = balance(region);
        for (String carrier : COLUMNS) {
            for (String sector : SECTORS) {
                balance.states(sector, carrier, amount(random, size));
            }
            balance.states("final.industry", carrier, amount(random, 4 * size));
            balance.states("final.non-energy", carrier, "0");
            boolean generated = carrier.equals("electricity") || carrier.equals("heat");
            balance.states("transformation.power", carrier, (generated ? "" : "-") + "0." + random.nextInt(100) + "1");
            balance.states("transformation.heat", carrier, "BLANK");
            balance.states("losses.total", carrier, amount(random, size));
        }
        return balance;
    }

    private static String amount(Random random, int size) {
        return switch (random.nextInt(5)) {
            case 0 -> "BLANK";
            case 1 -> "0";
            case 2 -> "DASH";
            default -> random.nextInt(5 * size) + "." + (10 + random.nextInt(90));
        };
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    @DisplayName("counties and residual are the city, in activity and CO2, to the last digit")
    void closes(long seed) {
        Account account = draw(seed).account();
        Map<Activity.CellKey, List<LedgerEntry>> cells = account.entries().stream()
                .filter(e -> e.flow() != Flow.NET_IMPORT && e.activity() != null)
                .collect(Collectors.groupingBy(LedgerEntry::cell, TreeMap::new, Collectors.toList()));
        cells.forEach((cell, entries) -> {
            List<LedgerEntry> city = of(Basis.TOP_DOWN, entries);
            List<LedgerEntry> parts = new ArrayList<>(of(Basis.BOTTOM_UP, entries));
            parts.addAll(of(Basis.RESIDUAL, entries));
            if (city.isEmpty()) {
                assertThat(of(Basis.RESIDUAL, entries))
                        .as("%s is blank in the city", cell)
                        .isEmpty();
                return;
            }
            assertThat(city).as(cell.toString()).hasSize(1);
            assertThat(activity(parts)).as("activity of %s", cell).isEqualByComparingTo(activity(city));
            if (entries.stream().allMatch(e -> e.co2T() != null)) {
                assertThat(co2(parts)).as("CO2 of %s", cell).isEqualByComparingTo(co2(city));
            } else if (parts.stream().anyMatch(e -> e.co2T() == null)) {
                assertThat(city.get(0).co2T()).as("%s is incomplete", cell).isNull();
            }
        });
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    @DisplayName("no county burns a negative amount")
    void burnsNothingNegative(long seed) {
        assertThat(draw(seed).account().entries())
                .filteredOn(e -> e.basis() == Basis.BOTTOM_UP && e.flow().scope() == 1 && e.activity() != null)
                .allSatisfy(e -> assertThat(e.activity()).as(World.line(e)).isPositive());
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    @DisplayName("every finding can be said in both languages, with no place left open")
    void findingsCanBeSaid(long seed) {
        List<Finding> findings = draw(seed).account().findings();
        for (String language : List.of("zh", "en")) {
            FindingWords words = FindingWords.in(language);
            assertThat(findings)
                    .allSatisfy(f -> assertThat(words.of(f))
                            .as(f.rule())
                            .doesNotContain("{")
                            .doesNotContain("["));
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 430100, 2024})
    @DisplayName(
            "balanced counties and what stays at the city are the city, none falls below zero, the raw account is as it was")
    void balances(long seed) {
        World world = draw(seed);
        Account raw = world.account();
        for (Balancing balancing : balancings()) {
            Account account =
                    world.byMethod(m -> Methods.withBalancing(m, balancing)).account();
            assertThat(account.entries().equals(raw.entries()))
                    .as("the raw account")
                    .isTrue();
            Map<Activity.CellKey, List<Account.BalancedCell>> cells = account.balanced().stream()
                    .collect(Collectors.groupingBy(
                            c -> new Activity.CellKey(c.sectorGroup(), c.carrierGroup(), c.flow())));
            for (LedgerEntry city : of(Basis.TOP_DOWN, account.entries())) {
                if (city.flow() == Flow.NET_IMPORT || city.activity() == null) {
                    continue;
                }
                List<Account.BalancedCell> cell = cells.remove(city.cell());
                assertThat(balancedSum(cell))
                        .as("%s by %s", city.cell(), balancing)
                        .isEqualByComparingTo(city.activity());
                assertThat(rawSum(cell)).isEqualByComparingTo(rawSum(account, city.cell()));
                if (balancing.asksForIndicators()) {
                    spreadInProportion(cell);
                }
            }
            cells.forEach((key, cell) -> assertThat(cell)
                    .as("%s is blank in the city", key)
                    .allSatisfy(c -> assertThat(c.balanced()).isEqualByComparingTo(c.raw())));
            // an error of an enterprise's card may leave a cell negative; it stays as stated
            assertThat(account.balanced())
                    .filteredOn(c -> c.balanced().signum() < 0)
                    .allMatch(c -> c.balanced().equals(c.raw()));
        }
    }

    /** Each adjustment is the gap x weight / sum of weights, to the last decimals, where no county was held at zero. */
    private static void spreadInProportion(List<Account.BalancedCell> cell) {
        List<Account.BalancedCell> counties =
                cell.stream().filter(c -> !c.region().equals(CHANGSHA)).toList();
        BigDecimal gap =
                sum(counties, c -> true, Account.BalancedCell::balanced).subtract(rawSum(cell));
        BigDecimal weights = sum(counties, c -> true, Account.BalancedCell::weight);
        if (weights.signum() == 0
                || counties.stream().anyMatch(c -> c.balanced().signum() <= 0)) {
            return;
        }
        assertThat(counties)
                .allSatisfy(c -> assertThat(c.balanced()
                                .subtract(c.raw())
                                .multiply(weights)
                                .subtract(gap.multiply(c.weight()))
                                .abs())
                        .as("%s of %s", c, gap)
                        .isLessThan(weights.multiply(new BigDecimal("0.00001"))));
    }

    private static List<Balancing> balancings() {
        BigDecimal deviation = new BigDecimal("0.1");
        Map<Balancing.Source, BigDecimal> all =
                Arrays.stream(Balancing.Source.values()).collect(Collectors.toMap(s -> s, s -> deviation));
        Map<Balancing.Source, BigDecimal> fixed = new HashMap<>(all);
        fixed.put(Balancing.Source.CITY_BALANCE, BigDecimal.ZERO);
        return List.of(
                new Balancing(Balancing.Rule.INDICATOR, Balancing.Indicator.OWN_ACTIVITY, Map.of()),
                new Balancing(Balancing.Rule.INDICATOR, Balancing.Indicator.EQUAL, Map.of()),
                new Balancing(Balancing.Rule.INDICATOR, Balancing.Indicator.POPULATION, Map.of()),
                new Balancing(Balancing.Rule.INDICATOR, Balancing.Indicator.GDP_CURRENT, Map.of()),
                new Balancing(Balancing.Rule.LEAST_SQUARES, Balancing.Indicator.OWN_ACTIVITY, fixed));
    }

    /** The balanced counties, which the city's line must state too, and what stays at the city. */
    private static BigDecimal balancedSum(List<Account.BalancedCell> cell) {
        BigDecimal counties = sum(cell, c -> !c.region().equals(CHANGSHA), Account.BalancedCell::balanced);
        assertThat(counties)
                .isEqualByComparingTo(sum(cell, c -> c.region().equals(CHANGSHA), Account.BalancedCell::balanced));
        return counties.add(sum(cell, c -> true, Account.BalancedCell::atCity));
    }

    private static BigDecimal rawSum(List<Account.BalancedCell> cell) {
        return sum(cell, c -> !c.region().equals(CHANGSHA), Account.BalancedCell::raw);
    }

    private static BigDecimal rawSum(Account account, Activity.CellKey cell) {
        return activity(of(Basis.BOTTOM_UP, account.entries()).stream()
                .filter(e -> e.flow() != Flow.NET_IMPORT && e.cell().equals(cell))
                .toList());
    }

    private static BigDecimal sum(
            List<Account.BalancedCell> cell,
            Predicate<Account.BalancedCell> of,
            Function<Account.BalancedCell, BigDecimal> column) {
        return cell.stream().filter(of).map(column).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static List<LedgerEntry> of(Basis basis, List<LedgerEntry> entries) {
        return entries.stream().filter(e -> e.basis() == basis).toList();
    }

    private static BigDecimal activity(List<LedgerEntry> entries) {
        return entries.stream()
                .map(LedgerEntry::activity)
                .filter(Objects::nonNull)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static BigDecimal co2(List<LedgerEntry> entries) {
        return entries.stream()
                .map(LedgerEntry::co2T)
                .filter(Objects::nonNull)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
