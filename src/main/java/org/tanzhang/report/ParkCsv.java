package org.tanzhang.report;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.tanzhang.ledger.LedgerRepository.InPark;
import org.tanzhang.ledger.Run;
import org.tanzhang.ledger.TidyRow;

/**
 * What lies in parks as CSV, by the conventions of {@link LedgerCsv}. A file of its own, as parks are never added to counties.
 *
 * <p>Grain: run x park x region x sector x carrier x flow, amounts times their shares; net import has none.
 */
public final class ParkCsv {

    private static final List<String> COLUMNS = List.of(
            "run_id",
            "year",
            "park",
            "region_code",
            "region",
            "sector_code",
            "carrier_code",
            "flow",
            "scope",
            "activity",
            "unit",
            "coal_equivalent_t",
            "co2_t");

    private ParkCsv() {}

    /** Writes the parks of a run; no parks give the captions alone. */
    public static void write(Run run, List<InPark> parks, Path target) throws IOException {
        WholeFile.write(target, out -> {
            CsvWriter csv = CsvWriter.builder()
                    .lineDelimiter(LineDelimiter.LF)
                    .build(new OutputStreamWriter(out, StandardCharsets.UTF_8));
            csv.writeRecord(COLUMNS);
            for (InPark line : parks) {
                csv.writeRecord(List.of(
                        String.valueOf(run.id()),
                        String.valueOf(run.year()),
                        HarmlessText.of(line.park()),
                        line.regionCode(),
                        line.region(),
                        line.sectorCode(),
                        line.carrierCode(),
                        line.flow(),
                        String.valueOf(line.scope()),
                        TidyRow.plain(line.activity()),
                        line.unit(),
                        TidyRow.plain(line.coalEquivalent()),
                        TidyRow.plain(line.co2())));
            }
            csv.flush();
        });
    }
}
