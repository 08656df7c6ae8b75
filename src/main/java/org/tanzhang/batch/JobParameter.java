package org.tanzhang.batch;

import java.nio.file.Path;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.scope.context.ChunkContext;

/** The parameters of the jobs, by name. */
final class JobParameter {

    /** the order: identifies the job's instance */
    static final String REQUEST = "request";
    /** the call of the import */
    static final String CALL = "call";
    /** what exports measure that do not say so */
    static final String MEASURE = "measure";
    /** folder for marked-up copies */
    static final String RETURNED = "returned";
    /** folder for inventories */
    static final String OUT = "out";
    /** years, comma-separated; absent where the job finds them itself */
    static final String YEARS = "years";

    static final String REGION = "region";
    static final String FACTORS = "factors";
    static final String METHOD = "method";
    static final String PARTITION = "partition";
    static final String AS_OF = "as-of";
    static final String RUN = "run";

    private JobParameter() {}

    static JobParameters of(ChunkContext context) {
        return context.getStepContext().getStepExecution().getJobExecution().getJobParameters();
    }

    static long call(ChunkContext context) {
        Long call = of(context).getLong(CALL);
        if (call == null) {
            throw new IllegalStateException("the job has no parameter " + CALL);
        }
        return call;
    }

    static UUID request(JobParameters parameters) {
        return UUID.fromString(text(parameters, REQUEST));
    }

    static @Nullable Path folder(ChunkContext context, String name) {
        String folder = of(context).getString(name);
        return folder == null || folder.isEmpty() ? null : Path.of(folder);
    }

    static String text(JobParameters parameters, String name) {
        String text = parameters.getString(name);
        if (text == null) {
            throw new IllegalStateException("the job has no parameter " + name);
        }
        return text;
    }

    /** The partition of the order; the default one for an order of before there were several. */
    static String partition(JobParameters parameters, Settings settings) {
        String partition = parameters.getString(PARTITION);
        return partition == null ? settings.partition() : partition;
    }

    static @Nullable Instant instant(JobParameters parameters, String name) {
        String text = parameters.getString(name);
        return text == null || text.isEmpty() ? null : Instant.parse(text);
    }
}
