package org.tanzhang.batch;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.job.parameters.JobParameters;

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
        boolean onlyIfChanged) {

    /** The order for a year that a job's parameters give; without years among them, one only if anything changed. */
    static AccountOrder of(JobParameters parameters, Settings settings, int year) {
        String factors = JobParameter.text(parameters, JobParameter.FACTORS);
        String method = JobParameter.text(parameters, JobParameter.METHOD);
        return new AccountOrder(
                JobParameter.request(parameters),
                year,
                JobParameter.text(parameters, JobParameter.REGION),
                factors,
                method,
                JobParameter.partition(parameters, settings),
                JobParameter.instant(parameters, JobParameter.AS_OF),
                factors.equals(settings.factors()) && method.equals(settings.method()),
                parameters.getString(JobParameter.YEARS) == null);
    }
}
