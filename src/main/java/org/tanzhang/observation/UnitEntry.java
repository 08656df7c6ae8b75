package org.tanzhang.observation;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One line of the unit register (基本单位名录) of a year: where an enterprise counts and in which division, in the months of
 * the line. A unit that moved within the year has a line for each place; their months do not overlap.
 *
 * @param creditCode 统一社会信用代码 or organisation code
 * @param industry GB/T 4754 code, two to four digits; the first two are the division
 * @param region code of the county in which it operates
 * @param town code of its town or street, twelve digits; null when none is given
 * @param scope how far its statement reaches: site, district, city or wider
 * @param parks the parks it lies in, with its share in each; what is left lies in none
 * @param fromMonth first month of the year in which the line holds
 * @param toMonth last such month
 */
public record UnitEntry(
        long id,
        String creditCode,
        String name,
        String industry,
        String region,
        @Nullable String town,
        Scope scope,
        List<ParkShare> parks,
        int fromMonth,
        int toMonth,
        UnitChanges changes,
        CellAddress cell) {

    /** How far a unit's statement reaches. */
    public enum Scope {
        SITE,
        DISTRICT,
        CITY,
        WIDER
    }

    /**
     * The part of a unit that lies in a park.
     *
     * @param share above 0, at most 1
     */
    public record ParkShare(String park, BigDecimal share) {

        public ParkShare {
            if (share.signum() <= 0 || share.compareTo(BigDecimal.ONE) > 0) {
                throw new IllegalArgumentException("share " + share + " of " + park);
            }
            share = share.stripTrailingZeros();
        }

        /** All of the unit. */
        public static ParkShare whole(String park) {
            return new ParkShare(park, BigDecimal.ONE);
        }
    }

    public UnitEntry {
        parks = List.copyOf(parks);
        if (fromMonth < 1 || toMonth > 12 || fromMonth > toMonth) {
            throw new IllegalArgumentException("months " + fromMonth + " to " + toMonth + " of " + creditCode);
        }
    }

    /** A line that holds all year, in one park or, where that is null, in none. */
    public UnitEntry(
            long id,
            String creditCode,
            String name,
            String industry,
            String region,
            Scope scope,
            @Nullable String park,
            CellAddress cell) {
        this(
                id,
                creditCode,
                name,
                industry,
                region,
                null,
                scope,
                park == null ? List.of() : List.of(ParkShare.whole(park)),
                1,
                12,
                UnitChanges.NONE,
                cell);
    }

    /** The two-digit division of GB/T 4754. */
    public String division() {
        return industry.substring(0, 2);
    }

    /** The park it lies in, the first where there are several; null when it lies in none. */
    public @Nullable String park() {
        return parks.isEmpty() ? null : parks.get(0).park();
    }

    /** The same line counted in another region, such as the county that a code has become part of. */
    public UnitEntry in(String otherRegion) {
        return new UnitEntry(
                id, creditCode, name, industry, otherRegion, town, scope, parks, fromMonth, toMonth, changes, cell);
    }

    /** The same line for other months of the year. */
    public UnitEntry during(int from, int to) {
        return new UnitEntry(id, creditCode, name, industry, region, town, scope, parks, from, to, changes, cell);
    }
}
