package org.tanzhang.intake.comparison;

/** The last month of a period as it is kept, in SQL. */
public final class LastMonth {

    private LastMonth() {}

    /**
     * 12 for a year such as {@code 2024}, 6 for {@code 2024-01..06}; null where the period does not begin in January.
     *
     * @param period the column that holds the period
     */
    public static String of(String period) {
        return "case when length(%1$s) = 4 then 12 when substr(%1$s, 6, 2) = '01' then right(%1$s, 2)::int end"
                .formatted(period);
    }
}
