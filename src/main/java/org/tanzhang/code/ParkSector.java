package org.tanzhang.code;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * The part of a county's sector that lies in a park, for what no enterprise states.
 *
 * @param region code of the county
 * @param sector code of a sector or sector group of the ledger
 * @param share above 0, at most 1
 * @param validFrom first year, null when open
 * @param validTo last year, null when open
 */
public record ParkSector(
        String park,
        String region,
        String sector,
        BigDecimal share,
        @Nullable Integer validFrom,
        @Nullable Integer validTo) {

    public ParkSector {
        if (share.signum() <= 0 || share.compareTo(BigDecimal.ONE) > 0) {
            throw new IllegalArgumentException("share " + share + " of " + park);
        }
    }

    /** Whether the share holds in that year. */
    public boolean validIn(int year) {
        return (validFrom == null || validFrom <= year) && (validTo == null || year <= validTo);
    }
}
