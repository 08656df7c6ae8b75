package org.tanzhang.quality.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tanzhang.quality.check.Cells.cells;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tanzhang.quality.check.Equivalents.Worth;
import org.tanzhang.quantity.Unit;

@DisplayName("Energy in coal equivalent")
class EnergyTests {

    private static Worth worth(String value, String unit) {
        return new Worth(new BigDecimal(value), Unit.parse(unit));
    }

    private static final Equivalents TCE = new Equivalents(
            Map.of(
                    "raw-coal", worth("0.7143", "t"),
                    "bituminous-coal", worth("0.7143", "t"),
                    "diesel", worth("1.4571", "t"),
                    "electricity", worth("1.229", "10^4 kWh")),
            List.of("coefficient"),
            Map.of("raw-coal", List.of("bituminous-coal")));

    @Nested
    @DisplayName("of a process")
    class OfAProcess {

        private final Yield power = new Yield(
                "input.power", "output", List.of("electricity"), new BigDecimal("0.12"), new BigDecimal("0.65"), TCE);

        // 1000 t x 0.7143 = 714.3 tce; 233 x 1.229 = 286.357 tce, 40.1 %
        @ParameterizedTest(name = "{0} 万千瓦时 from 1000 t: {1}")
        @CsvSource({
            "233, ''",
            "69.8, ''",
            "69.7, '[85.66, 714.3, 12, 12, 65]'",
            "377.7, ''",
            "378, '[464.56, 714.3, 65, 12, 65]'",
            "233000, '[286357, 714.3, 40089.2, 12, 65]'"
        })
        @DisplayName("is put out between two shares of what goes in")
        void isPutOutBetweenShares(String output, String words) {
            assertThat(cells().states("input.power", "raw-coal", "1000")
                            .in("10^4 kWh")
                            .states("output", "electricity", output)
                            .violating(power))
                    .isEqualTo(words.isEmpty() ? List.of() : List.of("表!B2 " + words));
        }

        @Test
        @DisplayName("goes by the coefficient the unit states")
        void goesByTheStatedCoefficient() {
            // 1000 t x 0.35 = 350 tce; 286.357 of it are 81.8 %
            assertThat(cells().states("input.power", "raw-coal", "1000")
                            .statesPlain("coefficient", "raw-coal", "0.35")
                            .in("10^4 kWh")
                            .states("output", "electricity", "233")
                            .violating(power))
                    .containsExactly("表!B3 [286.36, 350, 81.8, 12, 65]");
        }

        @Test
        @DisplayName("does not count a total beside its kinds")
        void doesNotCountATotalBesideItsKinds() {
            assertThat(cells().states("input.power", "raw-coal", "1000")
                            .states("input.power", "bituminous-coal", "1000")
                            .in("10^4 kWh")
                            .states("output", "electricity", "90")
                            .violating(power))
                    .isEmpty(); // 15.5 %; counted twice it would be 7.7 %
        }

        @Test
        @DisplayName("is left alone without input or without output")
        void isLeftAlone() {
            assertThat(cells().states("input.power", "raw-coal", "1000").violating(power))
                    .isEmpty();
            assertThat(cells().in("10^4 kWh")
                            .states("output", "electricity", "90")
                            .violating(power))
                    .isEmpty();
        }
    }

    @Nested
    @DisplayName("of a unit")
    class OfAUnit {

        private final NetEnergy net = new NetEnergy(List.of("industrial"), List.of("output", "recovery"), TCE);

        @Test
        @DisplayName("is used in larger amounts than it is put out")
        void isUsedMoreThanPutOut() {
            assertThat(cells().states("industrial", "raw-coal", "1000")
                            .in("10^4 kWh")
                            .states("output", "electricity", "233")
                            .violating(net))
                    .isEmpty();
            assertThat(cells().states("industrial", "raw-coal", "100")
                            .in("10^4 kWh")
                            .states("output", "electricity", "233")
                            .violating(net))
                    .containsExactly("表!B2 [-214.93, 71.43, 286.36]");
        }

        @Test
        @DisplayName("is what its reporter states under the form, within two per cent or half a tonne")
        void isWhatIsStated() {
            StatedNetEnergy stated = new StatedNetEnergy(
                    "net-energy",
                    "energy-total",
                    List.of("industrial"),
                    List.of("output", "recovery"),
                    new BigDecimal("0.02"),
                    TCE);
            // 1000 t x 0.7143 - 233 x 1.229 = 427.94 tce
            Function<String, Cells> card = net -> cells().states("industrial", "raw-coal", "1000")
                    .in("10^4 kWh")
                    .states("output", "electricity", "233")
                    .in("tce")
                    .states("net-energy", "energy-total", net);
            assertThat(card.apply("428").violating(stated)).isEmpty();
            assertThat(card.apply("436").violating(stated)).isEmpty();
            assertThat(card.apply("437").violating(stated)).containsExactly("表!B3 [437, 427.94, 9.06]");
            assertThat(card.apply("-428").violating(stated)).containsExactly("表!B3 [-428, 427.94, -855.94]");
            assertThat(card.apply("BLANK").violating(stated)).isEmpty();
        }

        @Test
        @DisplayName("is above zero as stated, even where the form gives none")
        void isAboveZeroAsStated() {
            StatedNetEnergy stated = new StatedNetEnergy(
                    "net-energy", "energy-total", List.of("industrial"), List.of(), new BigDecimal("0.02"), TCE);
            assertThat(cells().in("tce")
                            .states("net-energy", "energy-total", "0")
                            .violating(stated))
                    .containsExactly("表!B1 [0, 0, 0]");
        }

        @Test
        @DisplayName("is not nothing: a form without any number is asked about at its first cell")
        void isNotNothing() {
            assertThat(cells().statesPlain("reference-coefficient", "raw-coal", "0.7143")
                            .violating(net))
                    .containsExactly("表!B1 [0, 0, 0]");
        }
    }

    @Nested
    @DisplayName("of the row that totals")
    class OfTheTotal {

        private final EnergyTotal total =
                new EnergyTotal("energy-total", List.of("consumption"), new BigDecimal("0.01"), TCE);

        // 1000 x 0.7143 + 100 x 1.4571 = 860.01 tce
        @ParameterizedTest(name = "{0} for 860.01: {1}")
        @CsvSource({"860.01, ''", "868.6, ''", "870, '[870, 860.01, 9.99]'", "8600, '[8600, 860.01, 7739.99]'"})
        @DisplayName("is the sum of quantities by coefficient, within one per cent")
        void isTheSum(String stated, String words) {
            assertThat(cells().states("consumption", "raw-coal", "1000")
                            .states("consumption", "diesel", "100")
                            .in("tce")
                            .states("consumption", "energy-total", stated)
                            .violating(total))
                    .isEqualTo(words.isEmpty() ? List.of() : List.of("表!B3 " + words));
        }

        @Test
        @DisplayName("is not asked for where it is blank")
        void isNotAskedFor() {
            assertThat(cells().states("consumption", "raw-coal", "1000").violating(total))
                    .isEmpty();
        }
    }
}
