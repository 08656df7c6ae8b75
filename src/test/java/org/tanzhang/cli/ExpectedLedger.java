package org.tanzhang.cli;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Compares a ledger with one that was worked out apart from the program. */
final class ExpectedLedger {

    private static final BigDecimal GRAM = new BigDecimal("0.000001");

    private ExpectedLedger() {}

    /** The same rows; activity exactly, the rest to 1e-6. */
    static void assertEquals(Path expected, Ledger actual) throws IOException {
        Map<String, NamedCsvRecord> wanted =
                Ledger.read(Files.readString(expected)).byKey();
        Map<String, NamedCsvRecord> got = actual.byKey();
        assertThat(got.keySet()).as("rows").isEqualTo(wanted.keySet());
        wanted.forEach((key, row) -> {
            NamedCsvRecord own = got.get(key);
            for (String same : new String[] {"sector_group", "carrier", "carrier_group", "scope", "unit"}) {
                assertThat(own.getField(same)).as(key + " " + same).isEqualTo(row.getField(same));
            }
            assertThat(new BigDecimal(own.getField("activity")))
                    .as(key + " activity")
                    .isEqualByComparingTo(row.getField("activity"));
            for (String close : new String[] {"co2_t", "energy_tj", "coal_equivalent_t"}) {
                if (row.findField(close).isPresent()) {
                    assertThat(new BigDecimal(own.getField(close)))
                            .as(key + " " + close)
                            .isCloseTo(new BigDecimal(row.getField(close)), org.assertj.core.data.Offset.offset(GRAM));
                }
            }
        });
    }
}
