package org.tanzhang.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tanzhang.account.Sheet.balance;
import static org.tanzhang.account.Sheet.card;
import static org.tanzhang.account.World.CHANGSHA;
import static org.tanzhang.account.World.FURONG;
import static org.tanzhang.account.World.TIANXIN;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.tanzhang.intake.reference.Shipped;
import org.tanzhang.ledger.TidyLedger;
import org.tanzhang.method.MemoChoice;
import org.tanzhang.observation.UnitEntry;

/** Factors per unit as {@link World} has them: diesel 3.08 t/t, kerosene 3.08, natural gas 19.8 per 10^4 m3. */
@DisplayName("The memo tables")
class MemoTests {

    private static List<String> memo(World world, MemoLine.Kind kind) {
        return world.account().memo().stream()
                .filter(m -> m.kind() == kind)
                .map(MemoTests::line)
                .toList();
    }

    private static String line(MemoLine m) {
        return m.region() + "/" + m.sector() + "/" + m.subject() + " "
                + m.basis().code() + " " + plain(m.activity())
                + " -> " + plain(m.co2T()) + (m.insideTotal() ? " inside" : "")
                + (m.note().isEmpty() ? "" : " (" + m.note() + ")");
    }

    private static String plain(BigDecimal value) {
        return value == null ? "NE" : value.stripTrailingZeros().toPlainString();
    }

    @Nested
    @DisplayName("of road transport")
    class Road {

        private final World world = World.of(FURONG, TIANXIN)
                .with(
                        card("BRICKS")
                                .states("consumption", "diesel", "300")
                                .states("transport-use", "diesel", "100")
                                .states("transport-use", "electricity", "5"),
                        balance(FURONG)
                                .states("final.industry", "diesel", "0.03")
                                .states("final.transport", "diesel", "0.5")
                                .states("final.urban", "diesel", "0.02")
                                .states("final.trade", "diesel", "0.04"),
                        balance(TIANXIN).states("final.transport", "diesel", "0.1"),
                        balance(CHANGSHA)
                                .states("final.industry", "diesel", "0.03")
                                .states("final.transport", "diesel", "0.7")
                                .states("final.urban", "diesel", "0.02"));

        @Test
        @DisplayName(
                "are the transport row, enterprises' vehicles and the share of private cars, of counties and of the city apart")
        void areThreeParts() {
            // private cars burn 95 % of the diesel of households
            assertThat(memo(world, MemoLine.Kind.ROAD_TRANSPORT))
                    .containsExactly(
                            "430100/industry/diesel top_down 100 -> 308 inside",
                            "430100/transport/diesel top_down 7000 -> 21560 inside",
                            "430100/urban/diesel top_down 190 -> 585.2 inside",
                            "430102/30/diesel bottom_up 100 -> 308 inside",
                            "430102/transport/diesel bottom_up 5000 -> 15400 inside",
                            "430102/urban/diesel bottom_up 190 -> 585.2 inside",
                            "430103/transport/diesel bottom_up 1000 -> 3080 inside");
        }

        @Test
        @DisplayName("take their shares from the method, and change no total and no digest")
        void changeNoTotal() {
            MemoChoice shipped = Shipped.method().memo();
            World without = world.byMethod(
                    m -> Methods.withMemo(m, new MemoChoice(Map.of(), shipped.fossilShares(), shipped.factors())));
            List<LedgerEntry> entries = without.account().entries();
            assertThat(memo(without, MemoLine.Kind.ROAD_TRANSPORT)).isEmpty();
            World half = world.byMethod(m -> Methods.withMemo(
                    m,
                    new MemoChoice(
                            Map.of("trade", Map.of("diesel", new BigDecimal("0.35"))), Map.of(), shipped.factors())));
            assertThat(memo(half, MemoLine.Kind.ROAD_TRANSPORT))
                    .containsExactly("430102/trade/diesel bottom_up 140 -> 431.2 inside");
            assertThat(digest(half.account().entries())).isEqualTo(digest(entries));
        }

        private String digest(List<LedgerEntry> entries) {
            return TidyLedger.digest(TidyLedger.of(2024, entries, Shipped.codes(), "round", "method"));
        }

        @Test
        @DisplayName("are not estimated where the transport row is not")
        void notEstimated() {
            World world = World.ofFurong().with(balance(FURONG).states("final.transport", "diesel", "NE"));
            assertThat(memo(world, MemoLine.Kind.ROAD_TRANSPORT))
                    .containsExactly("430102/transport/diesel bottom_up NE -> NE inside");
        }
    }

    @Nested
    @DisplayName("of what is no fossil fuel of energy")
    class Others {

        @Test
        @DisplayName("hold biomass by the memo set's factor, and waste by its fossil share")
        void biomassAndWaste() {
            World world = World.ofFurong()
                    .with(card("POWER")
                            .ofDivision("44")
                            .states("consumption", "biomass", "1000")
                            .states("consumption", "biomass-waste", "7")
                            .states("consumption", "municipal-waste", "10000"));
            // biomass 2.93076 tCO2/tce; waste 0.6967 tCO2/t x 39 %
            assertThat(memo(world, MemoLine.Kind.BIOMASS))
                    .containsExactly(
                            "430102/44/biomass bottom_up 1000 -> 2930.76", "430102/44/biomass-waste bottom_up 7 -> NE");
            assertThat(memo(world, MemoLine.Kind.WASTE))
                    .containsExactly("430102/44/municipal-waste bottom_up 10000 -> 2717.13");
        }

        @Test
        @DisplayName("hold feedstock that is not stored, each tonne once, with all its carbon")
        void feedstock() {
            // coke has 0.84 tC, 3.08 t CO2 a tonne; the works stores 0.6 of it, what rows state beyond 0.9
            World world = World.ofFurong()
                    .byMethod(m -> Methods.withStoredFraction(m, Methods.stored("coke", "0.9", "26", "0.6")))
                    .with(
                            card("CARBIDE")
                                    .ofDivision("26")
                                    .states("consumption", "coke", "1000")
                                    .states("raw-material", "coke", "1000"),
                            balance(FURONG)
                                    .states("final.industry", "coke", "0.3")
                                    .states("final.non-energy", "coke", "0.3"),
                            balance(CHANGSHA)
                                    .states("final.industry", "coke", "0.5")
                                    .states("final.non-energy", "coke", "0.5"));
            assertThat(memo(world, MemoLine.Kind.FEEDSTOCK))
                    .containsExactly(
                            "430100/industry/coke residual 200 -> 616",
                            "430102/26/coke bottom_up 400 -> 1232",
                            "430102/industry-rest/coke bottom_up 200 -> 616");
        }

        @Test
        @DisplayName(
                "mark all kerosene of the city's transport as domestic, for nobody splits it; craft from abroad stand outside")
        void bunkers() {
            World world = World.ofFurong()
                    .with(
                            balance(FURONG).states("final.urban", "kerosene", "0.1"),
                            balance(CHANGSHA)
                                    .states("final.transport", "kerosene", "2")
                                    .states("supply.bunkers-here", "kerosene", "-0.1"));
            assertThat(memo(world, MemoLine.Kind.BUNKERS))
                    .containsExactly(
                            "430100/transport/kerosene top_down 20000 -> 61600 inside (all-domestic)",
                            "430100/transport/kerosene top_down 1000 -> 3080 (bunkers-here)");
        }
    }

    @Nested
    @DisplayName("of industrial processes")
    class Processes {

        private Sheet output(Sheet sheet, String product, String tonnes) {
            return sheet.states("product." + product, "", tonnes);
        }

        @Test
        @DisplayName(
                "are output x factor of the memo set, outside the total: enterprises, counties beyond them, the city beyond those")
        void eachTonneOnce() {
            World world = World.ofFurong()
                    .with(balance(FURONG).states("final.urban", "diesel", "0.1"))
                    .making(
                            output(card("CEMENT"), "cement-clinker", "1000000"),
                            output(output(card("STEEL").ofDivision("31"), "flux-limestone", "5000"), "lime", "2000"),
                            output(balance(FURONG), "cement-clinker", "1100000"),
                            output(balance(CHANGSHA), "cement-clinker", "1150000"));
            // 0.538, 0.430, 0.683 t CO2/t
            assertThat(memo(world, MemoLine.Kind.PROCESS))
                    .containsExactly(
                            "430100/industry/cement-clinker residual 50000 -> 26900",
                            "430102/30/cement-clinker bottom_up 1000000 -> 538000",
                            "430102/31/flux-limestone bottom_up 5000 -> 2150",
                            "430102/31/lime bottom_up 2000 -> 1366",
                            "430102/industry-rest/cement-clinker bottom_up 100000 -> 53800");
        }

        @Test
        @DisplayName("leave out what counts in no county, and say each: its unit, its product and the tonnes")
        void leaveOut() {
            World world = World.ofFurong()
                    .with(balance(FURONG).states("final.urban", "diesel", "0.1"))
                    .making(
                            output(card("CEMENT"), "cement-clinker", "1000"),
                            output(card("GROUP").reportingFor(UnitEntry.Scope.CITY), "cement-clinker", "500"),
                            output(card("ACROSS").in(TIANXIN), "lime", "7"))
                    .makingNowhere(output(output(card("NEW"), "lime", "20"), "flux-dolomite", "0"))
                    .makingNowhere(output(card("OTHER"), "cement-clinker", "40.5"));
            assertThat(memo(world, MemoLine.Kind.PROCESS))
                    .containsExactly("430102/30/cement-clinker bottom_up 1000 -> 538");
            assertThat(world.findings())
                    .filteredOn(f -> !f.contains("CITY"))
                    .containsExactlyInAnyOrder(
                            "A-MEMO-03 warning NEW [NEW, NEW, 石灰, 20, 吨, 2024]",
                            "A-MEMO-03 warning OTHER [OTHER, OTHER, 水泥熟料, 40.5, 吨, 2024]",
                            "A-CARD-04 warning GROUP [GROUP]",
                            "A-COVERAGE-04 warning ACROSS [ACROSS, 430103]");
        }

        @Test
        @DisplayName("of counties and enterprises are left out, and that is said, where no county reports")
        void noCounty() {
            World world = World.ofFurong()
                    .with(balance(CHANGSHA).states("final.urban", "diesel", "0.1"))
                    .making(
                            output(card("CEMENT"), "cement-clinker", "1000"),
                            output(balance(FURONG), "cement-clinker", "1100"),
                            output(balance(CHANGSHA), "cement-clinker", "1150"));
            assertThat(memo(world, MemoLine.Kind.PROCESS))
                    .containsExactly("430100/industry/cement-clinker top_down 1150 -> 618.7");
            assertThat(world.findings()).containsExactly("A-MEMO-05 warning 430100 [长沙市, 1, 1]");
        }

        @Test
        @DisplayName("name document and verification of their factor")
        void nameTheirSource() {
            MemoLine clinker = World.ofFurong()
                    .with(balance(FURONG).states("final.urban", "diesel", "0.1"))
                    .making(output(card("CEMENT"), "cement-clinker", "100"))
                    .account()
                    .memo()
                    .stream()
                    .filter(m -> m.kind() == MemoLine.Kind.PROCESS)
                    .findFirst()
                    .orElseThrow();
            assertThat(clinker.document()).contains("省级温室气体清单编制指南");
            assertThat(clinker.verification()).isEqualTo("read-secondary");
            assertThat(clinker.factors())
                    .singleElement()
                    .isEqualTo(new LedgerEntry.FactorUse(
                            "co2-direct", "process-memo/co2-cement-clinker", new BigDecimal("0.538"), "tCO2/t"));
        }
    }
}
