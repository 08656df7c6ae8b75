package org.tanzhang.intake.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tanzhang.intake.reference.ReferenceMaterial;
import org.tanzhang.quality.Finding;

/** Golden numbers of forms.md, 2.3; 万吨, 亿立方米, 亿千瓦时, as the yearbook prints them. */
@DisplayName("Hunan's energy balance of 2007")
class Hunan2007ReadingTests {

    private static Reading hunan() {
        return Reading.of(ReferenceMaterial.at("balances/hunan-balance-2007.xls"));
    }

    @Test
    @DisplayName("is one statement of the province for the year, in the yearbook's layout")
    void isOneStatement() {
        assertThat(hunan().statements()).containsExactly("energy-balance-yearbook 430000 2007");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "supply.total/raw-coal = 9628.52 10^4 t at Sheet1!D11",
                "transformation.power/raw-coal = -2683.81 10^4 t at Sheet1!D22",
                "final.total/raw-coal = 5746.63 10^4 t at Sheet1!D31",
                "final.industry/raw-coal = 4792.56 10^4 t at Sheet1!D33",
                "final.non-energy/raw-coal = 281.58 10^4 t at Sheet1!D34",
                "total/raw-coal = 9628.52 10^4 t at Sheet1!D43",
                "final.total/natural-gas = 5.69 10^8 m3 at Sheet1!S31",
                "losses.total/natural-gas = 0.15 10^8 m3 at Sheet1!S30",
                "total/natural-gas = 5.84 10^8 m3 at Sheet1!S43",
                "supply.total/electricity = 336.91 10^8 kWh at Sheet1!W11",
                "transformation.power/electricity = 553.67 10^8 kWh at Sheet1!W22",
                "losses.total/electricity = 77.57 10^8 kWh at Sheet1!W30",
                "final.total/electricity = 813.01 10^8 kWh at Sheet1!W31",
                "total/electricity = 890.58 10^8 kWh at Sheet1!W43",
                "transformation.coke-reinput/coke = -195.37 10^4 t at Sheet1!H28",
                "final.transport/diesel = 263.6 10^4 t at Sheet1!O36",
                "final.urban/natural-gas = 0.85 10^8 m3 at Sheet1!S39",
                "final.total/heat = 5758.63 10^10 kJ at Sheet1!V31",
                "supply.recovery/other-energy = 207.8 10^4 tce at Sheet1!X13"
            })
    @DisplayName("gives the golden numbers with their units and cells")
    void goldenNumbers(String cell) {
        assertThat(hunan().cells()).contains(cell);
    }

    @Test
    @DisplayName("holds 其他煤气 of 22 columns as mixed gas")
    void mixedGas() {
        assertThat(hunan().cells())
                .contains("transformation.gas-making/mixed-gas = 82.67 10^8 m3 at Sheet1!J27")
                .noneMatch(c -> c.contains("/other-gas "));
    }

    @Test
    @DisplayName("loses its float residue at 15 digits, and a difference of 1e-13 is none")
    void floatResidue() {
        // stored as -96.20999999999984 and 1.0480505352461478E-13
        assertThat(hunan().cells())
                .contains(
                        "transformation.total/oil-total = -96.2099999999998 10^4 t at Sheet1!K21",
                        "difference/crude-oil = 0 10^4 t at Sheet1!L42");
        assertThat(hunan().findings()).contains("R-CELL-04 info Sheet1!L42 [1.0480505352461478E-13]");
    }

    @Test
    @DisplayName("keeps its blanks as blanks")
    void blanks() {
        assertThat(hunan().cells())
                .contains(
                        "final.transport/natural-gas = 0.03 10^8 m3 at Sheet1!S36",
                        "final.rural/diesel = BLANK 10^4 t at Sheet1!O40");
    }

    @Test
    @DisplayName("is accepted: its supply block differs from its items, which is no more than an information")
    void isAccepted() {
        assertThat(hunan().statement().isFaulty()).isFalse();
        assertThat(hunan().statement().hasWarnings()).isFalse();
        assertThat(hunan().findings()).contains("R-EB-01 info Sheet1!D11 [9628.52, 9326.34, 302.18]");
    }

    @Test
    @DisplayName(
            "has the gaps that forms.md, 2.3 tells of: 一 of 15 columns, 六 of both columns of totals; 二, 四 and 五 hold")
    void gapsOfItsIdentities() {
        Map<String, Long> gaps =
                hunan().all().stream().collect(Collectors.groupingBy(Finding::rule, Collectors.counting()));
        assertThat(gaps)
                .isEqualTo(Map.of("R-CELL-04", 1L, "R-EB-01", 15L, "R-EB-11", 1L, "R-EB-12", 1L, "R-EB-24", 1L));
        assertThat(hunan().findings())
                .contains(
                        "R-EB-11 info Sheet1!C43 [10277.39, 10968.57, -691.18]",
                        "R-EB-12 info Sheet1!K43 [1017.12, 1598.86, -581.74]",
                        // an item of -0.03 with a blank supply
                        "R-EB-24 info Sheet1!U20 [-0.03]");
    }
}
