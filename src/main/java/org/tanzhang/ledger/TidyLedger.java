package org.tanzhang.ledger;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tanzhang.account.LedgerEntry;
import org.tanzhang.code.Codes;

/** Sums entries to tidy rows, and digests them: SHA-256 over the sorted UTF-8 lines. */
public final class TidyLedger {

    private record Key(
            String region, String sector, String carrier, String flow, int scope, String basis, String unit) {}

    private TidyLedger() {}

    /** The tidy rows of a run's entries. A sum over something missing is missing. */
    public static List<TidyRow> of(int year, List<LedgerEntry> entries, Codes codes, String factorSet, String method) {
        Map<Key, List<LedgerEntry>> groups = new LinkedHashMap<>();
        for (LedgerEntry e : entries) {
            Key key = new Key(
                    e.region(),
                    e.sector(),
                    e.carrier(),
                    e.flow().code(),
                    e.flow().scope(),
                    e.basis().code(),
                    e.unit());
            groups.computeIfAbsent(key, k -> new ArrayList<>()).add(e);
        }
        return groups.entrySet().stream()
                .map(g -> row(year, g.getKey(), g.getValue(), codes, factorSet, method))
                .toList();
    }

    private static TidyRow row(
            int year, Key key, List<LedgerEntry> entries, Codes codes, String factorSet, String method) {
        LedgerEntry first = entries.get(0);
        @Nullable BigDecimal co2 = sum(entries, LedgerEntry::co2T);
        return new TidyRow(
                year,
                key.region(),
                codes.regions().get(key.region()).name().zh(),
                key.sector(),
                codes.sectors().get(key.sector()).name().zh(),
                first.sectorGroup(),
                key.carrier(),
                codes.carriers().get(key.carrier()).name().zh(),
                first.carrierGroup(),
                key.flow(),
                key.scope(),
                key.basis(),
                sum(entries, LedgerEntry::activity),
                key.unit(),
                sum(entries, LedgerEntry::energyTj),
                sum(entries, LedgerEntry::coalEquivalentT),
                co2,
                co2 == null ? notation(entries) : "",
                factorSet,
                method);
    }

    private static String notation(List<LedgerEntry> entries) {
        return entries.stream()
                .flatMap(e -> java.util.stream.Stream.ofNullable(e.notation()))
                .map(Enum::name)
                .max(String::compareTo)
                .orElse("");
    }

    private static @Nullable BigDecimal sum(
            List<LedgerEntry> entries, Function<LedgerEntry, @Nullable BigDecimal> column) {
        BigDecimal sum = BigDecimal.ZERO;
        for (LedgerEntry entry : entries) {
            BigDecimal value = column.apply(entry);
            if (value == null) {
                return null;
            }
            sum = sum.add(value);
        }
        return sum;
    }

    /** SHA-256 over the rows as sorted UTF-8 lines, each ended by a line feed. */
    public static String digest(List<TidyRow> rows) {
        byte[][] lines = rows.stream()
                .map(r -> r.line().getBytes(StandardCharsets.UTF_8))
                .sorted(Arrays::compareUnsigned)
                .toArray(byte[][]::new);
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (byte[] line : lines) {
                digest.update(line);
                digest.update((byte) '\n');
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
