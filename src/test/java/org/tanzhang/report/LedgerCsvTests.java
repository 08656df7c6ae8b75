package org.tanzhang.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tanzhang.ledger.LedgerRepository.RowKey;
import org.tanzhang.ledger.TidyRow;

class LedgerCsvTests {

    @TempDir
    Path folder;

    @Test
    void decimalsArePlainAndMissingOnesEmpty() throws IOException {
        Path file = folder.resolve("台账.csv");
        List<TidyRow> rows = SmallCity.withTransportMissing().ledger();
        LedgerCsv.write(7, List.of(rows.get(2), rows.get(7)), file);
        assertThat(Files.readString(file))
                .isEqualTo("run_id,year,region_code,region,sector_code,sector,sector_group,carrier_code,carrier,"
                        + "carrier_group,flow,scope,basis,activity,unit,energy_tj,coal_equivalent_t,co2_t,notation,"
                        + "factor_set,method\n"
                        + "7,2024,430103,天心区,industry,工业,industry,raw-coal,原煤,raw-coal,final,1,bottom_up,"
                        + "100.25,吨,,100.25,200.500000000001,,set-1,method-1\n"
                        + "7,2024,430103,天心区,transport,交通运输业,transport,energy-total,能源合计,energy-total,"
                        + "final,1,bottom_up,,吨标准煤,,,,NE,set-1,method-1\n");
    }

    @Test
    void sourcesAndFactorsStandBehindEachRow() throws IOException {
        Path file = folder.resolve("台账.csv");
        TidyRow row = SmallCity.complete().ledger().get(1);
        RowKey key = RowKey.of(row);
        LedgerCsv.write(
                7,
                List.of(row),
                new LedgerCsv.Sources(
                        Map.of(key, List.of("卡.xlsx!205-1表!F7", "卡.xlsx!205-1表!G7")),
                        Map.of(key, List.of("ncv-raw-coal"))),
                file);
        List<String> lines = Files.readAllLines(file);
        assertThat(lines.get(0)).endsWith(",method,sources,factors");
        assertThat(lines.get(1)).endsWith(",method-1,卡.xlsx!205-1表!F7;卡.xlsx!205-1表!G7,ncv-raw-coal");
    }
}
