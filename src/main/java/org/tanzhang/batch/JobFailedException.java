package org.tanzhang.batch;

import org.jspecify.annotations.Nullable;

/** A job did not complete. What it had committed is consistent; the same command finishes it. */
public final class JobFailedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String job;

    JobFailedException(String job, @Nullable Throwable cause) {
        super("job " + job + " did not complete", cause);
        this.job = job;
    }

    public String job() {
        return job;
    }
}
