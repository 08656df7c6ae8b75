package org.tanzhang.batch;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobInstance;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.stereotype.Component;
import org.tanzhang.intake.store.CallRepository;
import org.tanzhang.ledger.Run;
import org.tanzhang.ledger.RunRepository;

/** Starts the jobs. Everything that writes is called under the lock. */
@Component
public class Jobs {

    private static final Logger log = LoggerFactory.getLogger(Jobs.class);

    private final JobOperator operator;
    private final JobRepository repository;
    private final CallRepository calls;
    private final RunRepository runs;
    private final List<Job> jobs;

    Jobs(JobOperator operator, JobRepository repository, CallRepository calls, RunRepository runs, List<Job> jobs) {
        this.operator = operator;
        this.repository = repository;
        this.calls = calls;
        this.runs = runs;
        this.jobs = jobs;
    }

    /** What to account with. */
    public record Choice(
            String region,
            String factors,
            String method,
            String partition,
            @Nullable Instant asOf) {}

    /** A finished night: the call of its import and the runs that it made. */
    public record Night(long call, List<Run> runs) {}

    /**
     * Finishes what an earlier process left: killed, stopped or failed executions go on where they were. Call it under
     * the lock: whoever holds it knows that no other process runs a job.
     */
    public void finishInterrupted() {
        for (Job job : jobs) {
            repository.findRunningJobExecutions(job.getName()).forEach(this::recover);
            JobInstance last = repository.getLastJobInstance(job.getName());
            JobExecution execution = last == null ? null : repository.getLastJobExecution(last);
            if (execution != null
                    && (execution.getStatus() == BatchStatus.FAILED || execution.getStatus() == BatchStatus.STOPPED)) {
                restart(execution);
            }
        }
    }

    private void recover(JobExecution execution) {
        try {
            operator.recover(execution);
        } catch (RuntimeException e) {
            log.info("execution {} cannot be recovered and is given up", execution.getId(), e);
            abandon(execution);
        }
    }

    private void restart(JobExecution execution) {
        try {
            JobExecution again = operator.restart(execution);
            if (again.getStatus() != BatchStatus.COMPLETED) {
                log.info(
                        "execution {} ended {} when restarted and is given up: {}",
                        execution.getId(),
                        again.getStatus(),
                        again.getAllFailureExceptions());
                repository.getJobExecutions(execution.getJobInstance()).forEach(this::abandon);
            }
        } catch (Exception e) {
            log.info("execution {} cannot be restarted and is given up", execution.getId(), e);
            abandon(execution);
        }
    }

    /** Leaves an execution for good; what it had not finished is done afresh by the next of its kind. */
    private void abandon(JobExecution execution) {
        if (execution.getStatus() != BatchStatus.COMPLETED) {
            execution.setStatus(BatchStatus.ABANDONED);
            repository.update(execution);
        }
    }

    /**
     * Imports files and folders and gives the number of the call.
     *
     * @param measure what exports measure that do not say so; null where nobody says
     */
    public long importFiles(List<Path> paths, @Nullable Path returned, @Nullable String measure) {
        UUID request = UUID.randomUUID();
        long call = open(request, "import", paths);
        JobParametersBuilder parameters = order(request).addLong(JobParameter.CALL, call);
        if (measure != null) {
            parameters.addString(JobParameter.MEASURE, measure, false);
        }
        run("import", withFolder(parameters, JobParameter.RETURNED, returned));
        return call;
    }

    /**
     * Decides anew on a file that was received before and gives the number of the call.
     *
     * @param returned where a marked-up copy goes; null for none
     */
    public long decideAgain(long submission, @Nullable Path returned) {
        UUID request = UUID.randomUUID();
        long call = open(request, "accept", List.of());
        calls.receiveAgain(call, submission);
        JobParametersBuilder parameters = order(request).addLong(JobParameter.CALL, call);
        run("accept", withFolder(parameters, JobParameter.RETURNED, returned));
        return call;
    }

    /** Accounts the years for a region and gives the runs. */
    public List<Run> account(List<Integer> years, Choice choice) {
        UUID request = UUID.randomUUID();
        String list = years.stream().map(String::valueOf).collect(Collectors.joining(","));
        run("account", choose(order(request), choice).addString(JobParameter.YEARS, list, false));
        return runs.ofRequest(request);
    }

    /** Writes the inventory workbook of a run and gives its place. */
    public Path inventory(Run run, Path out) {
        run(
                "inventory",
                order(UUID.randomUUID())
                        .addLong(JobParameter.RUN, run.id(), false)
                        .addString(JobParameter.OUT, out.toString(), false));
        return InventorySteps.fileOf(run, out);
    }

    /** Import, account what changed, inventories. */
    public Night nightly(Path inbox, Path outbox, Choice choice) {
        UUID request = UUID.randomUUID();
        long call = open(request, "nightly", List.of(inbox));
        JobParametersBuilder parameters = choose(order(request), choice)
                .addLong(JobParameter.CALL, call)
                .addString(JobParameter.OUT, outbox.toString(), false);
        run("nightly", withFolder(parameters, JobParameter.RETURNED, outbox.resolve("returned")));
        return new Night(call, runs.ofRequest(request));
    }

    /** Where the inventory of a run lies within a folder. */
    public static Path inventoryFile(Run run, Path folder) {
        return InventorySteps.fileOf(run, folder);
    }

    private long open(UUID request, String command, List<Path> paths) {
        return calls.open(
                request,
                command,
                paths.stream()
                        .map(p -> p.toAbsolutePath().normalize().toString())
                        .toList());
    }

    private static JobParametersBuilder order(UUID request) {
        return new JobParametersBuilder().addString(JobParameter.REQUEST, request.toString());
    }

    private static JobParametersBuilder choose(JobParametersBuilder parameters, Choice choice) {
        return parameters
                .addString(JobParameter.REGION, choice.region(), false)
                .addString(JobParameter.FACTORS, choice.factors(), false)
                .addString(JobParameter.METHOD, choice.method(), false)
                .addString(JobParameter.PARTITION, choice.partition(), false)
                .addString(
                        JobParameter.AS_OF,
                        choice.asOf() == null ? "" : choice.asOf().toString(),
                        false);
    }

    private static JobParametersBuilder withFolder(
            JobParametersBuilder parameters, String name, @Nullable Path folder) {
        return folder == null
                ? parameters
                : parameters.addString(name, folder.toAbsolutePath().normalize().toString(), false);
    }

    private void run(String name, JobParametersBuilder parameters) {
        Job job =
                jobs.stream().filter(j -> j.getName().equals(name)).findFirst().orElseThrow();
        JobExecution execution;
        try {
            execution = operator.start(job, parameters.toJobParameters());
        } catch (Exception e) {
            throw new JobFailedException(name, e);
        }
        if (execution.getStatus() != BatchStatus.COMPLETED) {
            Optional<Throwable> cause =
                    execution.getAllFailureExceptions().stream().findFirst();
            throw new JobFailedException(name, cause.orElse(null));
        }
    }
}
