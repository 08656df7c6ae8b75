package org.tanzhang.observation;

import org.jspecify.annotations.Nullable;

/**
 * One line of the unit register (基本单位名录) of a year: where an enterprise counts and in which division.
 *
 * @param creditCode 统一社会信用代码 or organisation code
 * @param industry GB/T 4754 code, two to four digits; the first two are the division
 * @param region code of the county in which it operates
 * @param scope how far its statement reaches: site, district, city or wider
 * @param park name of the park, null when it lies in none
 */
public record UnitEntry(
        long id,
        String creditCode,
        String name,
        String industry,
        String region,
        Scope scope,
        @Nullable String park,
        CellAddress cell) {

    /** How far a unit's statement reaches. */
    public enum Scope {
        SITE,
        DISTRICT,
        CITY,
        WIDER
    }

    /** The two-digit division of GB/T 4754. */
    public String division() {
        return industry.substring(0, 2);
    }
}
