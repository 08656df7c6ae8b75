package org.tanzhang.batch;

import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.repository.ExecutionContextSerializer;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.repository.dao.JacksonExecutionContextStringSerializer;
import org.springframework.batch.core.step.Step;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The jobs, step by step. */
@Configuration(proxyBeanMethods = false)
class JobConfiguration {

    @Bean
    Job importJob(
            JobRepository jobs,
            Step receiveFiles,
            Step readWorkbooks,
            Step decide,
            Step handBack,
            RunningJobs running) {
        return new JobBuilder("import", jobs)
                .listener(running)
                .start(receiveFiles)
                .next(readWorkbooks)
                .next(decide)
                .next(handBack)
                .build();
    }

    /** Decides anew on a file of which a finding was accepted. */
    @Bean
    Job acceptJob(JobRepository jobs, Step decide, Step handBack, RunningJobs running) {
        return new JobBuilder("accept", jobs)
                .listener(running)
                .start(decide)
                .next(handBack)
                .build();
    }

    @Bean
    Job accountJob(
            JobRepository jobs, Step planAccounts, Step accountCounties, Step closeAccounts, RunningJobs running) {
        return new JobBuilder("account", jobs)
                .listener(running)
                .start(planAccounts)
                .next(accountCounties)
                .next(closeAccounts)
                .build();
    }

    @Bean
    Job inventoryJob(JobRepository jobs, Step writeInventories, RunningJobs running) {
        return new JobBuilder("inventory", jobs)
                .listener(running)
                .start(writeInventories)
                .build();
    }

    @Bean
    Job nightlyJob(
            JobRepository jobs,
            Step receiveFiles,
            Step readWorkbooks,
            Step decide,
            Step handBack,
            Step planAccounts,
            Step accountCounties,
            Step closeAccounts,
            Step writeInventories,
            RunningJobs running) {
        return new JobBuilder("nightly", jobs)
                .listener(running)
                .start(receiveFiles)
                .next(readWorkbooks)
                .next(decide)
                .next(handBack)
                .next(planAccounts)
                .next(accountCounties)
                .next(closeAccounts)
                .next(writeInventories)
                .build();
    }

    /** Contexts as JSON that a person can read, not as serialised objects. */
    @Bean
    ExecutionContextSerializer executionContextSerializer() {
        return new JacksonExecutionContextStringSerializer();
    }
}
