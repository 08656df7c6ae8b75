package org.tanzhang.cli;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A published provincial balance, as it is: Hunan 2007, BIFF8. */
class HunanTests {

    private static final Path BALANCE = Path.of("../shared/reference/balances/hunan-balance-2007.xls");

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource(DatabaseServers.class)
    void givesAOneLevelAccountOfTheProvince(DatabaseServers server) throws Exception {
        Assumptions.assumeTrue(Files.exists(BALANCE), "the reference folder is not here: skipped");
        try (Bureau bureau = Bureau.on(server, folder)) {
            Bureau.Said imported = bureau.run("import", BALANCE.toString(), "--json");
            assertThat(imported.exitCode()).as(imported.out()).isZero();
            assertThat(imported.json()
                            .get("files")
                            .get(0)
                            .get("statements")
                            .get(0)
                            .get("region")
                            .asString())
                    .isEqualTo("430000");

            Bureau.Said accounted = bureau.run("account", "--year", "2007", "--region", "430000", "--json");
            assertThat(accounted.exitCode()).as(accounted.err()).isZero();

            Ledger ledger = bureau.ledger(2007, "--region", "430000");
            assertThat(ledger.column("basis")).containsOnly("top_down");
            Map<String, NamedCsvRecord> rows = ledger.byKey();

            // raw coal in thermal power: 2683.81 x 10^4 t (the balance prints -2683.81)
            // heat    26,838,100 t x 20,908 kJ/kg                = 561,130,994,800 MJ = 561,130.9948 TJ
            // carbon  561,130.9948 TJ x 26.37 tC/TJ x 0.94       = 13,909,202.8729... tC
            // CO2     13,909,202.8729... tC x 44 / 12            = 51,000,410.5340 t
            NamedCsvRecord coal = row(rows, "430000/power-and-heat/raw-coal/power/top_down");
            assertThat(new BigDecimal(coal.getField("activity"))).isEqualByComparingTo("26838100");
            assertThat(new BigDecimal(coal.getField("energy_tj"))).isEqualByComparingTo("561130.9948");
            assertThat(new BigDecimal(coal.getField("co2_t")).setScale(4, RoundingMode.HALF_EVEN))
                    .isEqualByComparingTo("51000410.5340");

            // industry without #用作原料、材料: (4792.56 - 281.58) x 10^4 t
            assertThat(new BigDecimal(
                            row(rows, "430000/industry/raw-coal/final/top_down").getField("activity")))
                    .isEqualByComparingTo("45109800");
            // net import = 813.01 + 77.57 - 553.67 - 293.92 (hydro) = 42.99 x 10^8 kWh; no average was published for
            // 2007
            NamedCsvRecord electricity = row(rows, "430000/total/electricity/net-import/top_down");
            assertThat(new BigDecimal(electricity.getField("activity"))).isEqualByComparingTo("429900");
            assertThat(electricity.getField("notation")).isEqualTo("NE");
            assertThat(electricity.getField("co2_t")).isEmpty();
        }
    }

    private static NamedCsvRecord row(Map<String, NamedCsvRecord> rows, String key) {
        NamedCsvRecord row = rows.get(key);
        assertThat(row).as(key).isNotNull();
        return row;
    }
}
