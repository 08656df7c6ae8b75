package org.tanzhang.ledger;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A row of the tidy ledger: the entries of one (region, sector, carrier, flow, basis), enterprises summed.
 *
 * @param activity in {@code unit}; null where missing
 * @param co2T tonnes; null where {@code notation} stands for it
 */
public record TidyRow(
        int year,
        String regionCode,
        String region,
        String sectorCode,
        String sector,
        String sectorGroup,
        String carrierCode,
        String carrier,
        String carrierGroup,
        String flow,
        int scope,
        String basis,
        @Nullable BigDecimal activity,
        String unit,
        @Nullable BigDecimal energyTj,
        @Nullable BigDecimal coalEquivalentT,
        @Nullable BigDecimal co2T,
        String notation,
        String factorSet,
        String method) {

    /** The columns, without the run's id that stands before them in exports. */
    public static final List<String> COLUMNS = List.of(
            "year",
            "region_code",
            "region",
            "sector_code",
            "sector",
            "sector_group",
            "carrier_code",
            "carrier",
            "carrier_group",
            "flow",
            "scope",
            "basis",
            "activity",
            "unit",
            "energy_tj",
            "coal_equivalent_t",
            "co2_t",
            "notation",
            "factor_set",
            "method");

    /** The values in the order of {@link #COLUMNS}, decimals plain and unrounded. */
    public List<String> values() {
        return List.of(
                String.valueOf(year),
                regionCode,
                region,
                sectorCode,
                sector,
                sectorGroup,
                carrierCode,
                carrier,
                carrierGroup,
                flow,
                String.valueOf(scope),
                basis,
                plain(activity),
                unit,
                plain(energyTj),
                plain(coalEquivalentT),
                plain(co2T),
                notation,
                factorSet,
                method);
    }

    /** One line of the digest: the values as RFC 4180 writes them. */
    String line() {
        return values().stream().map(TidyRow::field).collect(Collectors.joining(","));
    }

    private static String field(String value) {
        boolean quoted = value.indexOf(',') >= 0
                || value.indexOf('"') >= 0
                || value.indexOf('\n') >= 0
                || value.indexOf('\r') >= 0;
        return quoted ? '"' + value.replace("\"", "\"\"") + '"' : value;
    }

    /** A decimal without exponent and without trailing zeros; the empty string for null. */
    public static String plain(@Nullable BigDecimal value) {
        if (value == null) {
            return "";
        }
        return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
    }
}
