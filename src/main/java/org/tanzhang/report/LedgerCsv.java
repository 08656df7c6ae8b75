package org.tanzhang.report;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tanzhang.ledger.LedgerRepository;
import org.tanzhang.ledger.LedgerRepository.RowKey;
import org.tanzhang.ledger.TidyRow;

/**
 * The ledger as tidy CSV: UTF-8 without a mark, lines ended by a line feed, decimals plain and unrounded.
 *
 * <p>Columns: {@code run_id}, then {@link TidyRow#COLUMNS}, then {@code sources} and {@code factors} when asked for.
 */
public final class LedgerCsv {

    private LedgerCsv() {}

    /**
     * What stands behind each row.
     *
     * @param cells {@code file!sheet!cell} of the observations; with an apostrophe before a file name like a formula
     * @param factors ids of the factors
     */
    public record Sources(Map<RowKey, List<String>> cells, Map<RowKey, List<String>> factors) {

        /** The sources of a run as the ledger holds them. */
        public static Sources of(long run, LedgerRepository ledger) {
            return new Sources(ledger.sources(run), ledger.factorIds(run));
        }
    }

    /** Writes the rows, without their sources. */
    public static void write(long run, List<TidyRow> rows, Path target) throws IOException {
        writeRows(run, rows, null, target);
    }

    /** Writes the rows with the cells and factors behind them, each list joined by {@code ;}. */
    public static void write(long run, List<TidyRow> rows, Sources sources, Path target) throws IOException {
        writeRows(run, rows, sources, target);
    }

    private static void writeRows(long run, List<TidyRow> rows, @Nullable Sources sources, Path target)
            throws IOException {
        WholeFile.write(target, out -> {
            Writer text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
            CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(text);
            csv.writeRecord(columns(sources != null));
            for (TidyRow row : rows) {
                csv.writeRecord(values(run, row, sources));
            }
            csv.flush();
        });
    }

    private static List<String> columns(boolean withSources) {
        List<String> columns = new ArrayList<>();
        columns.add("run_id");
        columns.addAll(TidyRow.COLUMNS);
        if (withSources) {
            columns.add("sources");
            columns.add("factors");
        }
        return columns;
    }

    private static List<String> values(long run, TidyRow row, @Nullable Sources sources) {
        List<String> values = new ArrayList<>();
        values.add(String.valueOf(run));
        values.addAll(row.values());
        if (sources != null) {
            RowKey key = RowKey.of(row);
            values.add(sources.cells().getOrDefault(key, List.of()).stream()
                    .map(HarmlessText::of)
                    .collect(Collectors.joining(";")));
            values.add(String.join(";", sources.factors().getOrDefault(key, List.of())));
        }
        return values;
    }
}
