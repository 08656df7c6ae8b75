package org.tanzhang.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.tanzhang.code.Flow;
import org.tanzhang.intake.reference.ReferenceMaterial;
import org.tanzhang.intake.reference.Shipped;
import org.tanzhang.observation.Statement;

/** A province accounted from its own published balance (METHOD 4), by hand for a few cells. */
@DisplayName("The account of Hunan in 2007")
class Hunan2007AccountTests {

    private final Stored stored = new Stored();

    private Account account() {
        Statement balance = stored.read(ReferenceMaterial.at("balances/hunan-balance-2007.xls"))
                .statements("energy-balance")
                .get(0);
        AccountInput input = new AccountInput(
                2007, Shipped.region("430000"), List.of(), List.of(), List.of(), Map.of("430000", balance));
        return new Accounting(Shipped.codes(), Shipped.units(), Shipped.factors(), Shipped.method()).account(input);
    }

    private LedgerEntry entry(String sector, String carrier, Flow flow) {
        return account().entries().stream()
                .filter(e -> e.sector().equals(sector) && e.carrier().equals(carrier) && e.flow() == flow)
                .findFirst()
                .orElseThrow();
    }

    @Test
    @DisplayName("counts the diesel of transport at 8.16 million t")
    void dieselOfTransport() {
        LedgerEntry diesel = entry("transport", "diesel", Flow.FINAL);
        // O36: 263.6 万吨 = 2 636 000 t
        assertThat(diesel.activity()).isEqualByComparingTo("2636000");
        assertThat(diesel.sources().stream()
                        .map(id -> stored.observation(id).cell().toString()))
                .containsExactly("Sheet1!O36");
        // x 42652 kJ/kg / 10^6 = 112 430.672 TJ (GB/T 2589-2008)
        assertThat(diesel.energyTj()).isEqualByComparingTo("112430.672");
        // x 20.2 tC/TJ x 0.98 (provincial guideline 2011) = 2 225 677.582912 tC; x 44/12 = 8 160 817.8040106...
        assertThat(diesel.co2T()).isEqualByComparingTo("8160817.804010666667");
        // 2 636 000 t x 1.4571 (yearbook appendix)
        assertThat(diesel.coalEquivalentT()).isEqualByComparingTo("3840915.6");
        assertThat(diesel.basis()).isEqualTo(Basis.TOP_DOWN);
    }

    @Test
    @DisplayName("takes the raw material off industry's coal")
    void coalOfIndustry() {
        // (D33 4792.56 - D34 281.58) x 10^4 = 45 109 800 t; x 20.908 GJ/t x 26.37 x 0.94 x 44/12 / 1000
        LedgerEntry coal = entry("industry", "raw-coal", Flow.FINAL);
        assertThat(coal.activity()).isEqualByComparingTo("45109800");
        assertThat(coal.co2T()).isEqualByComparingTo("85722101.00959824");
    }

    @Test
    @DisplayName("counts the coal of power stations, printed as a negative input")
    void coalOfPower() {
        // D22: -2683.81 万吨
        LedgerEntry coal = entry("power-and-heat", "raw-coal", Flow.POWER);
        assertThat(coal.activity()).isEqualByComparingTo("26838100");
        assertThat(coal.co2T()).isEqualByComparingTo("51000410.53397928");
    }

    @Test
    @DisplayName("net-imports electricity: consumption and losses less thermal and hydro power")
    void netImport() {
        // W31 813.01 + W30 77.57 - W22 553.67 - W12 293.92 = 42.99 亿千瓦时; no average before 2021
        LedgerEntry electricity = entry("total", "electricity", Flow.NET_IMPORT);
        assertThat(electricity.activity()).isEqualByComparingTo("429900");
        assertThat(electricity.co2T()).isNull();
    }

    @Test
    @DisplayName("leaves mixed gas of the 22-column balance not estimated, with its volume")
    void mixedGas() {
        // J33 49.68 - J34 0.05 = 49.63 亿立方米
        LedgerEntry gas = entry("industry", "mixed-gas", Flow.FINAL);
        assertThat(gas.activity()).isEqualByComparingTo("496300");
        assertThat(gas.co2T()).isNull();
    }
}
