package org.tanzhang.batch;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An order to account one region and year.
 *
 * @param partition code of the partition whose parts are accounted below the region
 * @param onlyIfChanged leave it when the latest run of the year rests on equal inputs
 */
record AccountOrder(
        UUID request,
        int year,
        String region,
        String factors,
        String method,
        String partition,
        @Nullable Instant asOf,
        boolean byDefault,
        boolean onlyIfChanged) {}
