package org.tanzhang.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tanzhang.account.Sheet.balance;
import static org.tanzhang.account.Sheet.card;
import static org.tanzhang.account.World.CHANGSHA;
import static org.tanzhang.account.World.FURONG;
import static org.tanzhang.account.World.TIANXIN;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tanzhang.factor.FactorQuantity;

/**
 * Carbon is neither made nor lost: what works consume = what burnt + what is stored in products + what went into
 * transformation, and what went into transformation = what came out + what was lost; by both choices of by-product gases.
 *
 * <p>All oxidation rates are 1 here, so that CO2 x 12 / 44 is carbon. Tonnes of carbon per unit are {@link World}'s.
 */
@DisplayName("Carbon")
class CarbonConservationTests {

    private static final Map<String, BigDecimal> CARBON = Map.of(
            "raw-coal", new BigDecimal("0.6"),
            "anthracite", new BigDecimal("0.72"),
            "coke", new BigDecimal("0.84"),
            "blast-furnace-gas", new BigDecimal("2.8"),
            "diesel", new BigDecimal("0.84"),
            "natural-gas", new BigDecimal("5.4"),
            "cleaned-coal", new BigDecimal("0.75"));

    private static final List<String> FUELS = List.of("anthracite", "coke", "diesel", "natural-gas", "cleaned-coal");
    private static final List<String> INPUTS = List.of("power", "heat", "washing", "coking", "refining", "gas-making");
    private static final String GAS = "blast-furnace-gas";

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 100);
    }

    /** A works as it was drawn, with its carbon counted here, apart from the program. */
    private static final class Works {

        private final Sheet card;
        private BigDecimal consumed = BigDecimal.ZERO;
        private BigDecimal stored = BigDecimal.ZERO;
        private BigDecimal transformed = BigDecimal.ZERO;
        private BigDecimal bearing = BigDecimal.ZERO;
        private BigDecimal gasBurnt = BigDecimal.ZERO;
        private BigDecimal gasRecovered = BigDecimal.ZERO;

        Works(String code, String county, Random random) {
            card = card(code).in(county).ofDivision("31");
            for (String fuel : FUELS) {
                if (random.nextInt(3) == 0) {
                    continue;
                }
                int left = 1 + random.nextInt(90_000);
                card.states("consumption", fuel, String.valueOf(left));
                consumed = consumed.add(carbon(fuel, left));
                for (String input : INPUTS) {
                    if (random.nextInt(4) == 0) {
                        int amount = random.nextInt(left + 1);
                        card.states("input." + input, fuel, String.valueOf(amount));
                        left -= amount;
                        if (!input.equals("power") && !input.equals("heat")) {
                            transformed = transformed.add(carbon(fuel, amount));
                        }
                    }
                }
                int raw = random.nextInt(3) == 0 ? random.nextInt(left + 1) : 0;
                card.states("raw-material", fuel, String.valueOf(raw));
                stored = stored.add(carbon(fuel, raw));
                if (List.of("coke", "anthracite", "cleaned-coal").contains(fuel)) {
                    bearing = bearing.add(carbon(fuel, left - raw));
                }
            }
            int recovered = random.nextInt(20_000);
            int burnt = random.nextInt(20_000);
            card.states("recovery", GAS, String.valueOf(recovered));
            card.states("consumption", GAS, String.valueOf(burnt));
            card.states("input.power", GAS, String.valueOf(random.nextInt(burnt + 1)));
            gasRecovered = carbon(GAS, recovered);
            gasBurnt = carbon(GAS, burnt);
        }
    }

    private static BigDecimal carbon(String carrier, long amount) {
        return Objects.requireNonNull(CARBON.get(carrier)).multiply(BigDecimal.valueOf(amount));
    }

    private static List<Works> draw(long seed) {
        Random random = new Random(seed);
        return Stream.of("A", "B", "C")
                .map(code -> new Works(code, random.nextBoolean() ? FURONG : TIANXIN, random))
                .toList();
    }

    private static World world(Stream<Sheet> sheets) {
        return World.of(FURONG, TIANXIN)
                .withFactor("cleaned-coal", FactorQuantity.NCV, "25000", "kJ/kg", null, 2024)
                .withFactor("cleaned-coal", FactorQuantity.CARBON_CONTENT, "30", "tC/TJ", null, 2024)
                .withFactor("cleaned-coal", FactorQuantity.OXIDATION, "1", "1", null, 2024)
                .with(sheets.toArray(Sheet[]::new));
    }

    /** CO2 of scope 1 x 12 / 44, each thing once; entries are rounded at 1e-12 t, so a sum of them is good to 1e-9. */
    private static BigDecimal burnt(World world) {
        return world.account().entries().stream()
                .filter(e -> e.flow().scope() == 1 && e.basis() != Basis.TOP_DOWN && e.co2T() != null)
                .map(LedgerEntry::co2T)
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .multiply(BigDecimal.valueOf(12))
                .divide(BigDecimal.valueOf(44), 9, RoundingMode.HALF_EVEN);
    }

    private static BigDecimal sum(List<Works> works, Function<Works, BigDecimal> column) {
        return works.stream().map(column).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    @DisplayName("of what works consume burns, is stored, or goes into transformation, the gas's being the coke's")
    void inCoke(long seed) {
        List<Works> works = draw(seed);
        BigDecimal expected = sum(works, w -> w.consumed)
                .subtract(sum(works, w -> w.stored))
                .subtract(sum(works, w -> w.transformed));
        assertThat(burnt(world(works.stream().map(w -> w.card)))).isEqualByComparingTo(expected.setScale(9));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    @DisplayName("moves with the gas: what burns more as gas burns less as coke and coal, up to what they have")
    void inGas(long seed) {
        List<Works> works = draw(seed);
        BigDecimal moved = sum(works, w -> w.gasRecovered.min(w.bearing));
        BigDecimal expected = sum(works, w -> w.consumed)
                .subtract(sum(works, w -> w.stored))
                .subtract(sum(works, w -> w.transformed))
                .subtract(moved)
                .add(sum(works, w -> w.gasBurnt));
        World world = world(works.stream().map(w -> w.card)).byMethod(Methods::withCarbonInGas);
        assertThat(burnt(world)).isEqualByComparingTo(expected.setScale(9));
        boolean someShort = works.stream().anyMatch(w -> w.gasRecovered.compareTo(w.bearing) > 0);
        assertThat(world.findings().stream().anyMatch(f -> f.startsWith("A-GAS-01")))
                .isEqualTo(someShort);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    @DisplayName("into transformation is carbon out and lost, process by process, as a balance states them")
    void intoTransformation(long seed) {
        Random random = new Random(seed);
        Sheet sheet = balance(CHANGSHA).states("final.urban", "diesel", "1");
        for (String process : List.of("washing", "coking", "refining", "gas-making")) {
            BigDecimal in = BigDecimal.ZERO;
            BigDecimal out = BigDecimal.ZERO;
            for (String carrier : List.of("raw-coal", "cleaned-coal", "coke", "diesel", "natural-gas")) {
                int amount = random.nextInt(401) - 200;
                sheet.states(
                        "transformation." + process,
                        carrier,
                        new BigDecimal(amount).movePointLeft(2).toPlainString());
                // hundredths of 10^4 of the ledger unit
                BigDecimal carbon = carbon(carrier, 100L * Math.abs(amount));
                in = amount < 0 ? in.add(carbon) : in;
                out = amount > 0 ? out.add(carbon) : out;
            }
            World world = world(Stream.of(sheet));
            assertThat(world.check("carbon." + process + ".in")).isEqualByComparingTo(in);
            assertThat(world.check("carbon." + process + ".out")).isEqualByComparingTo(out);
            assertThat(world.check("carbon." + process + ".lost")).isEqualByComparingTo(in.subtract(out));
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    @DisplayName(
            "closes: by both choices counties and residual are the city in every cell, and no choice moves an amount")
    void closes(long seed) {
        Random random = new Random(seed);
        List<Sheet> sheets =
                new ArrayList<>(draw(seed).stream().map(w -> w.card).toList());
        for (String region : List.of(FURONG, TIANXIN, CHANGSHA)) {
            if (region.equals(CHANGSHA) || random.nextInt(4) > 0) {
                sheets.add(balanceOf(region, random));
            }
        }
        World inCoke = world(sheets.stream());
        World inGas = world(sheets.stream()).byMethod(Methods::withCarbonInGas);
        for (World world : List.of(inCoke, inGas)) {
            List<LedgerEntry> entries = world.account().entries();
            for (LedgerEntry city : entries) {
                if (city.basis() == Basis.TOP_DOWN && city.co2T() != null) {
                    assertThat(below(entries, city, LedgerEntry::activity)).isEqualByComparingTo(city.activity());
                    assertThat(below(entries, city, LedgerEntry::co2T)).isEqualByComparingTo(city.co2T());
                }
            }
        }
        assertThat(amounts(inGas)).isEqualTo(amounts(inCoke));
    }

    private static Sheet balanceOf(String region, Random random) {
        Sheet sheet = balance(region);
        int size = region.equals(CHANGSHA) ? 2500 : 1200;
        for (String carrier : List.of("raw-coal", "coke", "cleaned-coal", "diesel", GAS)) {
            sheet.states("final.industry", carrier, hundredths(random.nextInt(size)));
            sheet.states("transformation.power", carrier, "-" + hundredths(random.nextInt(size)));
        }
        return sheet.states("transformation.recovery", GAS, hundredths(random.nextInt(size)));
    }

    private static String hundredths(int n) {
        return BigDecimal.valueOf(n, 2).toPlainString();
    }

    private static BigDecimal below(
            List<LedgerEntry> entries, LedgerEntry city, Function<LedgerEntry, BigDecimal> column) {
        return entries.stream()
                .filter(e -> e.basis() != Basis.TOP_DOWN && e.cell().equals(city.cell()))
                .map(column)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static List<String> amounts(World world) {
        return world.account().entries().stream()
                .filter(e -> !e.reason().equals("carbon-in-gas"))
                .map(World::line)
                .map(line -> line.substring(0, line.indexOf(" ->")))
                .toList();
    }

    @Test
    @DisplayName("lost beyond the band is asked for, and a carrier without a factor leaves the process out")
    void band() {
        // 1 x 10^4 t of cleaned coal, 7500 tC, gives 0.5 x 10^4 t of coke, 4200 tC: 44 % lost, more than 35 %
        World world = world(Stream.of(balance(CHANGSHA)
                .states("transformation.coking", "cleaned-coal", "-1")
                .states("transformation.coking", "coke", "0.5")
                .states("transformation.gas-making", "coke", "-1")
                .states("transformation.gas-making", "other-gas", "0.5")));
        assertThat(world.findings())
                .anyMatch(f -> f.startsWith("A-CARBON-01 warning 430100/transformation.coking")
                        && f.contains("7500")
                        && f.contains("4200"))
                .anyMatch(f -> f.startsWith("A-CARBON-02 info 430100/transformation.gas-making"));
    }
}
