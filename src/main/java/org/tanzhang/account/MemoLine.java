package org.tanzhang.account;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tanzhang.account.LedgerEntry.FactorUse;
import org.tanzhang.observation.NotationKey;

/**
 * A figure kept beside the account: no total and no digest holds it.
 *
 * @param region code of the region it is of
 * @param basis bottom_up of a county's own figures; residual of what the parent states beyond its counties, so that both sum
 *     to the parent's; top_down of the parent's own row, whole, which stands beside its counties' and is never added
 * @param sector GB/T 4754 division or balance sector
 * @param reporter credit code of the enterprise, empty for a region's own table
 * @param subject code of the carrier or product
 * @param activity in {@code unit}; null where it was not stated
 * @param co2T tonnes of CO2; null where {@code notation} stands for it
 * @param insideTotal whether the account's totals hold that CO2 already: the line tells it apart and adds none
 * @param note code of a remark, empty for none
 * @param sources the store's numbers of the observations it was computed from
 * @param factors the factors used, with their role
 * @param document the source of the memo set's factor, empty where the run's set gave it
 * @param verification how far that was verified, empty likewise
 */
public record MemoLine(
        Kind kind,
        String region,
        Basis basis,
        String sector,
        String reporter,
        String subject,
        @Nullable BigDecimal activity,
        String unit,
        @Nullable BigDecimal co2T,
        @Nullable NotationKey notation,
        boolean insideTotal,
        String note,
        List<Long> sources,
        List<FactorUse> factors,
        String document,
        String verification) {

    /** The memo tables. */
    public enum Kind {
        ROAD_TRANSPORT("road-transport"),
        BUNKERS("bunkers"),
        FEEDSTOCK("feedstock"),
        BIOMASS("biomass"),
        WASTE("waste"),
        PROCESS("process");

        private final String code;

        Kind(String code) {
            this.code = code;
        }

        public String code() {
            return code;
        }

        /** @throws IllegalArgumentException for an unknown code */
        public static Kind of(String code) {
            return Arrays.stream(values())
                    .filter(k -> k.code.equals(code))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("memo kinds: no code " + code));
        }
    }

    public MemoLine {
        if ((co2T == null) == (notation == null)) {
            throw new IllegalArgumentException("a memo states CO2 or why it does not: " + region + "/" + subject);
        }
        sources = List.copyOf(sources);
        factors = List.copyOf(factors);
    }
}
