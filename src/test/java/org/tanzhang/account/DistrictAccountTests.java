package org.tanzhang.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tanzhang.account.Sheet.balance;
import static org.tanzhang.account.Sheet.card;
import static org.tanzhang.account.Sheet.district;
import static org.tanzhang.account.World.CHANGSHA;
import static org.tanzhang.account.World.FURONG;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A district workbook")
class DistrictAccountTests {

    private static final java.util.List<String> ROWS =
            java.util.List.of("agriculture", "construction", "transport", "trade", "other", "urban", "rural");

    /** All rows, blank for heat. */
    private static Sheet whole(String county) {
        Sheet sheet = district(county);
        ROWS.forEach(row -> sheet.states("final." + row, "heat", "BLANK"));
        return sheet;
    }

    @Test
    @DisplayName("is the account of a county's small industry and other sectors where it has no balance")
    void standsForTheBalance() {
        World world = World.ofFurong()
                .with(
                        card("A").states("consumption", "raw-coal", "100"),
                        whole(FURONG)
                                .states("final.industry-small", "raw-coal", "40")
                                .states("final.transport", "diesel", "10")
                                .states("final.urban", "natural-gas", "5")
                                .states("final.trade", "electricity", "7"));
        assertThat(world.lines())
                .containsExactly(
                        "430102/30/raw-coal/final 100 -> 220",
                        "430102/industry-rest/raw-coal/final 40 -> 88",
                        "430102/transport/diesel/final 10 -> 30.8",
                        "430102/urban/natural-gas/final 5 -> 99",
                        "430102/total/electricity/net-import NE -> NE (county-not-reported)",
                        "430102/total/heat/net-import NE -> NE (county-not-reported)",
                        "430102/trade/electricity/consumption 7 -> 35");
        assertThat(world.findings()).contains("A-DISTRICT-01 info 430102 [芙蓉区]").noneMatch(f -> f.contains("COVERAGE"));
    }

    @Test
    @DisplayName("closes with the city like a balance does, and is no county that did not report")
    void closes() {
        World world = World.ofFurong()
                .with(
                        whole(FURONG).states("final.transport", "diesel", "9000"),
                        balance(CHANGSHA).states("final.transport", "diesel", "1"));
        assertThat(world.lines(Basis.RESIDUAL))
                .containsExactly("430100/transport/diesel/final residual 1000 -> 3080 (unexplained)");
    }

    @Test
    @DisplayName("beside a balance is a check: each difference of a sector is said, and the balance stands")
    void besideABalance() {
        World world = World.ofFurong()
                .with(
                        card("A").states("consumption", "raw-coal", "100"),
                        balance(FURONG)
                                .states("final.industry", "raw-coal", "0.02")
                                .states("final.transport", "diesel", "0.5")
                                .states("final.trade", "diesel", "0.1"),
                        district(FURONG)
                                .states("final.industry-small", "raw-coal", "180")
                                .states("final.transport", "diesel", "3000")
                                .states("final.trade", "diesel", "1010"));
        assertThat(world.lines())
                .containsExactly(
                        "430102/30/raw-coal/final 100 -> 220",
                        "430102/industry-rest/raw-coal/final 100 -> 220 (rounding)",
                        "430102/trade/diesel/final 1000 -> 3080",
                        "430102/transport/diesel/final 5000 -> 15400");
        assertThat(world.findings())
                .filteredOn(f -> f.startsWith("A-DISTRICT"))
                .containsExactly("A-DISTRICT-02 warning 430102/transport/diesel [芙蓉区, transport, 柴油, 3000, 5000, 吨]");
    }

    @Test
    @DisplayName("without a row leaves that sector not estimated, never zero")
    void missingRow() {
        World world = World.ofFurong()
                .with(district(FURONG)
                        .states("final.transport", "diesel", "10")
                        .states("final.urban", "diesel", "BLANK")
                        .states("final.rural", "diesel", "BLANK")
                        .states("final.trade", "diesel", "0")
                        .states("final.other", "diesel", "BLANK")
                        .states("final.agriculture", "diesel", "BLANK"));
        assertThat(world.lines())
                .contains("430102/construction/energy-total/final NE -> NE (county-not-reported)")
                .noneMatch(l -> l.contains("/trade/"));
        assertThat(world.findings()).contains("A-DISTRICT-03 warning 430102 [芙蓉区, construction]");
    }

    @Test
    @DisplayName("that states households in one row alone has them in urban, which is said")
    void householdsInOne() {
        World world = World.ofFurong().with(whole(FURONG).states("final.households", "natural-gas", "10"));
        assertThat(world.lines()).contains("430102/urban/natural-gas/final 10 -> 198");
        assertThat(world.findings())
                .contains("A-DISTRICT-04 warning 430102/final.households/natural-gas [芙蓉区, 天然气, 10, urban, 万立方米]");
    }

    @Test
    @DisplayName("that states households beside their parts counts the parts, and says where the total differs")
    void householdsBesideParts() {
        World world = World.ofFurong()
                .with(whole(FURONG)
                        .states("final.total", "natural-gas", "9")
                        .states("final.households", "natural-gas", "10")
                        .states("final.urban", "natural-gas", "6")
                        .states("final.rural", "natural-gas", "3"));
        assertThat(world.lines(Basis.BOTTOM_UP))
                .filteredOn(l -> l.contains("natural-gas"))
                .containsExactly(
                        "430102/rural/natural-gas/final 3 -> 59.4", "430102/urban/natural-gas/final 6 -> 118.8");
        assertThat(world.findings())
                .filteredOn(f -> f.startsWith("A-DISTRICT-0") && !f.startsWith("A-DISTRICT-01"))
                .containsExactly("A-DISTRICT-05 warning 430102/final.households/natural-gas [芙蓉区, 天然气, 10, 9, 万立方米]");
    }

    @Test
    @DisplayName(
            "with raw coal beside its kinds counts each tonne once, and what the total states above them as raw coal")
    void rawCoalAboveItsKinds() {
        World world = World.ofFurong()
                .with(whole(FURONG)
                        .states("final.trade", "raw-coal", "100")
                        .states("final.trade", "anthracite", "60")
                        .states("final.trade", "lignite", "30"));
        assertThat(world.lines(Basis.BOTTOM_UP))
                .filteredOn(l -> l.contains("trade"))
                .containsExactly(
                        "430102/trade/anthracite/final 60 -> 158.4",
                        "430102/trade/lignite/final 30 -> 33",
                        "430102/trade/raw-coal/final 10 -> 22");
        assertThat(world.findings())
                .contains("A-REMAINDER-01 warning 430102/final.trade/raw-coal [, 原煤, 100, 90, 10, 吨]");
    }

    @Test
    @DisplayName("with a coal total counts what it states above its kinds as coal of no kind")
    void coalTotal() {
        World world = World.ofFurong()
                .with(whole(FURONG)
                        .states("final.trade", "coal-total", "100")
                        .states("final.trade", "anthracite", "60"));
        assertThat(world.lines(Basis.BOTTOM_UP))
                .filteredOn(l -> l.contains("trade"))
                .containsExactly(
                        "430102/trade/anthracite/final 60 -> 158.4", "430102/trade/coal-unspecified/final 40 -> NE");
    }

    @Test
    @DisplayName("closes where county and city both print raw coal and its kinds: no tonne twice")
    void kindsInBalances() {
        World world = World.ofFurong()
                .with(
                        card("A").states("consumption", "anthracite", "2000"),
                        balance(FURONG)
                                .states("final.industry", "raw-coal", "1")
                                .states("final.industry", "anthracite", "1")
                                .states("final.trade", "raw-coal", "2")
                                .states("final.trade", "anthracite", "2"),
                        balance(CHANGSHA)
                                .states("final.industry", "raw-coal", "1")
                                .states("final.industry", "anthracite", "1")
                                .states("final.trade", "anthracite", "2"));
        assertThat(world.lines())
                .containsExactly(
                        "430100/industry/raw-coal/final top_down 10000 -> 22880",
                        "430100/trade/raw-coal/final top_down 20000 -> 52800",
                        "430102/30/anthracite/final 2000 -> 5280",
                        "430102/industry-rest/raw-coal/final 8000 -> 17600",
                        "430102/trade/anthracite/final 20000 -> 52800");
    }
}
