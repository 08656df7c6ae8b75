package org.tanzhang.cli;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A tidy ledger as exported, read apart from the program's own classes. */
record Ledger(String csv, List<NamedCsvRecord> rows) {

    static Ledger read(String csv) {
        return new Ledger(
                csv, CsvReader.builder().ofNamedCsvRecord(csv).stream().toList());
    }

    /** The rows by region, sector, carrier, flow and basis. */
    Map<String, NamedCsvRecord> byKey() {
        Map<String, NamedCsvRecord> rows = new TreeMap<>();
        rows().forEach(r -> rows.put(
                String.join(
                        "/",
                        r.getField("region_code"),
                        r.getField("sector_code"),
                        r.getField("carrier_code"),
                        r.getField("flow"),
                        r.getField("basis")),
                r));
        return rows;
    }

    /** SHA-256 over the sorted lines without the header and the run's id. */
    String digest() throws NoSuchAlgorithmException {
        byte[][] lines = csv.lines()
                .skip(1)
                .map(l -> l.substring(l.indexOf(',') + 1).getBytes(StandardCharsets.UTF_8))
                .sorted(Arrays::compareUnsigned)
                .toArray(byte[][]::new);
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        for (byte[] line : lines) {
            digest.update(line);
            digest.update((byte) '\n');
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    List<String> column(String name) {
        return rows.stream().map(r -> r.getField(name)).collect(Collectors.toList());
    }
}
