package org.tanzhang.quality;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tanzhang.observation.CellAddress;
import org.tanzhang.observation.NotationKey;
import org.tanzhang.observation.Observation;
import org.tanzhang.observation.Period;
import org.tanzhang.observation.Reporter;
import org.tanzhang.observation.Statement;
import org.tanzhang.quality.Check.Kind;
import org.tanzhang.quantity.Unit;

@DisplayName("A check")
class CheckTests {

    /** A few cells of a card, one below the other in column B. */
    private static final class Cells {

        private final List<Observation> observations = new ArrayList<>();
        private String unit = "t";

        Cells in(String newUnit) {
            unit = newUnit;
            return this;
        }

        Cells states(String item, String carrier, String value) {
            CellAddress at = new CellAddress("表", observations.size(), 1);
            boolean number = value.matches("-?[0-9.]+");
            observations.add(new Observation(
                    0,
                    item,
                    carrier,
                    at,
                    value,
                    number ? new BigDecimal(value) : null,
                    number ? null : NotationKey.valueOf(value),
                    Unit.parse(unit)));
            return this;
        }

        Statement.Cells cells() {
            return new Statement(
                            0,
                            "205-1",
                            new Reporter(Reporter.Kind.UNIT, "A", ""),
                            Period.year(2024),
                            new Statement.Origin("", ""),
                            observations)
                    .cells();
        }

        List<String> violating(Check check) {
            return check.apply(cells()).stream()
                    .map(f -> f.rule() + " " + f.severity().code() + " " + f.cell() + " " + f.arguments())
                    .toList();
        }
    }

    private static Cells cells() {
        return new Cells();
    }

    private static Check itemSum(boolean evenIfBlank, String total, String... terms) {
        return new Check(
                "R-T-01",
                Severity.ERROR,
                Kind.ITEM_SUM,
                total,
                List.of(terms),
                List.of(),
                new BigDecimal("0.005"),
                evenIfBlank,
                List.of("-energy-total"));
    }

    private static Check atMost(boolean evenIfBlank, String total, String... terms) {
        return new Check(
                "R-T-02",
                Severity.WARNING,
                Kind.AT_MOST,
                total,
                List.of(terms),
                List.of(),
                new BigDecimal("0.005"),
                evenIfBlank,
                List.of());
    }

    private static Check carrierSum(boolean evenIfBlank) {
        return new Check(
                "R-T-03",
                Severity.ERROR,
                Kind.CARRIER_SUM,
                "raw-coal",
                List.of("anthracite", "coking-coal", "bituminous-coal", "lignite"),
                List.of("consumption", "industrial"),
                new BigDecimal("0.005"),
                evenIfBlank,
                List.of());
    }

    @Nested
    @DisplayName("of an item that is a sum")
    class ItemSum {

        private final Check check = itemSum(true, "consumption", "industrial", "non-industrial");

        @Test
        @DisplayName("holds where the sum is met")
        void holds() {
            assertThat(cells().states("consumption", "diesel", "30")
                            .states("industrial", "diesel", "28.5")
                            .states("non-industrial", "diesel", "1.5")
                            .violating(check))
                    .isEmpty();
        }

        @Test
        @DisplayName("names the total's cell, what stands there, the sum and the difference")
        void namesTheCell() {
            assertThat(cells().states("industrial", "diesel", "28.5")
                            .states("consumption", "diesel", "130")
                            .states("non-industrial", "diesel", "1.5")
                            .violating(check))
                    .containsExactly("R-T-01 error 表!B2 [130, 30, 100]");
        }

        // (two terms + 1) x 0.005 = 0.015
        @ParameterizedTest(name = "30 against 30 and {0} off: violated {1}")
        @CsvSource({"0.01, false", "0.015, false", "0.016, true", "-0.015, false", "-0.016, true"})
        @DisplayName("tolerates half a printed unit for each of its cells, in both directions")
        void toleratesRounding(BigDecimal off, boolean violated) {
            List<String> found = cells().states(
                            "consumption",
                            "diesel",
                            new BigDecimal("30").add(off).toPlainString())
                    .states("industrial", "diesel", "28.5")
                    .states("non-industrial", "diesel", "1.5")
                    .violating(check);
            assertThat(found.isEmpty()).isEqualTo(!violated);
        }

        @Test
        @DisplayName("takes a blank part as none")
        void takesABlankPartAsNone() {
            assertThat(cells().states("consumption", "diesel", "30")
                            .states("industrial", "diesel", "30")
                            .states("non-industrial", "diesel", "BLANK")
                            .violating(check))
                    .isEmpty();
        }

        @Test
        @DisplayName("is violated by parts without their total where the form asks for it")
        void missesABlankTotal() {
            Cells partOnly = cells().states("industrial", "diesel", "30");
            assertThat(partOnly.violating(check)).containsExactly("R-T-01 error 表!B1 [0, 30, -30]");
            assertThat(partOnly.violating(itemSum(false, "consumption", "industrial", "non-industrial")))
                    .isEmpty();
        }

        @Test
        @DisplayName("is made for every carrier but those it leaves out")
        void isMadeForEveryCarrier() {
            assertThat(cells().states("consumption", "energy-total", "9")
                            .states("consumption", "diesel", "9")
                            .states("industrial", "diesel", "1")
                            .states("consumption", "coke", "9")
                            .violating(check))
                    .containsExactly("R-T-01 error 表!B4 [9, 0, 9]", "R-T-01 error 表!B2 [9, 1, 8]");
        }

        @Test
        @DisplayName("can be made for named carriers only")
        void isMadeForNamedCarriers() {
            Check dieselOnly = new Check(
                    "R-T-01",
                    Severity.INFO,
                    Kind.ITEM_SUM,
                    "consumption",
                    List.of("industrial"),
                    List.of(),
                    BigDecimal.ZERO,
                    false,
                    List.of("diesel"));
            assertThat(cells().states("consumption", "diesel", "9")
                            .states("consumption", "coke", "9")
                            .violating(dieselOnly))
                    .containsExactly("R-T-01 info 表!B1 [9, 0, 9]");
        }

        @Test
        @DisplayName("takes off what is taken off and adds only what goes in")
        void takesOffAndGoesIn() {
            // 五 = 一 + 二 - 三 - 四; 六 = 四 + 三 + inputs, an output is no input
            Cells balance = cells().states("supply", "raw-coal", "100")
                    .states("power", "raw-coal", "-40")
                    .states("washing", "raw-coal", "5")
                    .states("losses", "raw-coal", "1")
                    .states("final", "raw-coal", "60")
                    .states("difference", "raw-coal", "4")
                    .states("total", "raw-coal", "101");
            assertThat(balance.violating(
                            itemSum(false, "difference", "supply", "power", "washing", "-losses", "-final")))
                    .isEmpty();
            assertThat(balance.violating(itemSum(false, "total", "final", "losses", "in(power)", "in(washing)")))
                    .isEmpty();
        }

        @Test
        @DisplayName("compares quantities, not digits: 1 万吨 is 4000 吨 and 6000 吨")
        void comparesQuantities() {
            assertThat(cells().in("10^4 t")
                            .states("consumption", "raw-coal", "1")
                            .in("t")
                            .states("industrial", "raw-coal", "4000")
                            .states("non-industrial", "raw-coal", "6000")
                            .violating(check))
                    .isEmpty();
        }
    }

    @Nested
    @DisplayName("of an item that is at most another")
    class AtMost {

        private final Check check = atMost(false, "raw-material", "industrial");

        @ParameterizedTest(name = "{0} of 100: violated {1}")
        @CsvSource({"0, false", "100, false", "100.01, false", "100.02, true", "180, true"})
        @DisplayName("holds up to it and the rounding of both cells")
        void holdsUpToIt(String value, boolean violated) {
            List<String> found = cells().states("raw-material", "natural-gas", value)
                    .states("industrial", "natural-gas", "100")
                    .violating(check);
            assertThat(found.isEmpty()).isEqualTo(!violated);
        }

        @Test
        @DisplayName("finds final use negative even where no raw material is stated")
        void findsNegativeFinalUse() {
            Check finalUse = atMost(true, "raw-material", "consumption", "-input.power", "-input.heat");
            assertThat(cells().states("consumption", "lignite", "100")
                            .states("input.power", "lignite", "90")
                            .states("input.heat", "lignite", "30")
                            .violating(finalUse))
                    .containsExactly("R-T-02 warning 表!B1 [0, -20, 20]");
        }

        @Test
        @DisplayName("says nothing of a blank cell")
        void saysNothingOfABlank() {
            assertThat(cells().states("raw-material", "natural-gas", "BLANK")
                            .states("industrial", "natural-gas", "100")
                            .violating(check))
                    .isEmpty();
        }
    }

    @Nested
    @DisplayName("of a carrier over its parts")
    class CarrierSum {

        @Test
        @DisplayName("holds where the parts sum to it, item by item")
        void holds() {
            assertThat(cells().states("consumption", "raw-coal", "300")
                            .states("consumption", "anthracite", "100")
                            .states("consumption", "lignite", "200")
                            .states("industrial", "raw-coal", "300")
                            .states("industrial", "anthracite", "100")
                            .states("industrial", "lignite", "200")
                            .violating(carrierSum(true)))
                    .isEmpty();
        }

        @Test
        @DisplayName("leaves a total alone whose parts are not stated")
        void leavesATotalAlone() {
            assertThat(cells().states("consumption", "raw-coal", "300").violating(carrierSum(true)))
                    .isEmpty();
        }

        @Test
        @DisplayName("finds parts that are only half stated")
        void findsPartialParts() {
            assertThat(cells().states("consumption", "raw-coal", "300")
                            .states("consumption", "anthracite", "100")
                            .violating(carrierSum(true)))
                    .containsExactly("R-T-03 error 表!B1 [300, 100, 200]");
        }

        @Test
        @DisplayName("finds parts whose total was left blank")
        void findsPartsWithoutTheirTotal() {
            assertThat(cells().states("consumption", "anthracite", "100").violating(carrierSum(true)))
                    .containsExactly("R-T-03 error 表!B1 [0, 100, -100]");
            assertThat(cells().states("consumption", "anthracite", "100").violating(carrierSum(false)))
                    .isEmpty();
        }

        @Test
        @DisplayName("looks only at the items it is made on")
        void looksAtItsItems() {
            assertThat(cells().states("purchase", "raw-coal", "300")
                            .states("purchase", "anthracite", "100")
                            .violating(carrierSum(true)))
                    .isEmpty();
        }
    }
}
