package org.tanzhang.account;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A figure beside the account, in a tidy table of its own: never an entry, never in a total of the ledger, nor in its digest.
 *
 * @param table {@code reference}, {@code energy}, {@code enterprise-energy} or {@code non-fossil}
 * @param region code of the region it is about
 * @param subject what of it: a carrier, {@code coal}, {@code oil}, {@code gas} ..., a division, a credit code; {@code total}
 * @param item which figure; the names are listed in src/docs/reporting-tables.md
 * @param value null where it could not be had (NE), which is not zero
 * @param complete whether nothing is lacking; a sum that lacks something states what is there
 * @param source where a factor among them was taken from, null for what was worked out
 */
public record Figure(
        String table,
        String region,
        String subject,
        String item,
        @Nullable BigDecimal value,
        String unit,
        boolean complete,
        Account.@Nullable Source source) {

    public static final String TOTAL = "total";

    static Figure of(String table, String region, String subject, String item, BigDecimal value, String unit) {
        return new Figure(table, region, subject, item, value, unit, true, null);
    }
}
