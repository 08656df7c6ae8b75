package org.tanzhang.batch;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.launch.JobExecutionNotRunningException;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.batch.core.listener.JobExecutionListener;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Stops this program's own executions when it is told to end (Ctrl-C, SIGTERM) and waits for them, before anything they
 * need is closed. A stopped execution goes on where it was when the next command starts.
 */
@Component
class RunningJobs implements SmartLifecycle, JobExecutionListener {

    private static final Logger log = LoggerFactory.getLogger(RunningJobs.class);

    /** A chunk or a tasklet ends well within this. */
    private static final int PATIENCE_MILLIS = 60_000;

    private final ObjectProvider<JobOperator> operator;
    private final Set<JobExecution> executions = ConcurrentHashMap.newKeySet();
    private volatile boolean running;

    RunningJobs(ObjectProvider<JobOperator> operator) {
        this.operator = operator;
    }

    @Override
    public void beforeJob(JobExecution execution) {
        executions.add(execution);
    }

    @Override
    public void afterJob(JobExecution execution) {
        executions.remove(execution);
    }

    @Override
    public void start() {
        running = true;
    }

    @Override
    public void stop() {
        running = false;
        for (JobExecution execution : executions) {
            try {
                operator.getObject().stop(execution);
            } catch (JobExecutionNotRunningException ended) {
                executions.remove(execution);
            } catch (RuntimeException e) {
                log.warn(
                        "job {} could not be told to stop",
                        execution.getJobInstance().getJobName(),
                        e);
            }
        }
        try {
            for (int waited = 0; !executions.isEmpty() && waited < PATIENCE_MILLIS; waited += 50) {
                Thread.sleep(50);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
