package org.tanzhang.batch;

import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.configuration.annotation.StepScope;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.item.ItemStreamReader;
import org.springframework.batch.infrastructure.item.ItemWriter;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.task.AsyncTaskExecutor;
import org.springframework.core.task.SimpleAsyncTaskExecutor;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.interceptor.DefaultTransactionAttribute;
import org.tanzhang.intake.FileScan;
import org.tanzhang.intake.ImportReport;
import org.tanzhang.intake.ReceivedFile;
import org.tanzhang.intake.form.FormLibrary;
import org.tanzhang.intake.reading.ReadingHints;
import org.tanzhang.intake.reading.StatementReader;
import org.tanzhang.intake.reference.Digest;
import org.tanzhang.intake.reference.ReferenceData;
import org.tanzhang.intake.rule.RuleLibrary;
import org.tanzhang.intake.store.CallRepository;
import org.tanzhang.intake.store.CallRepository.Received;
import org.tanzhang.intake.store.CallRepository.Unread;
import org.tanzhang.intake.store.Decision;
import org.tanzhang.intake.store.FileFindingRepository;
import org.tanzhang.intake.store.RuleSeverityRepository;
import org.tanzhang.intake.store.StagedRows;
import org.tanzhang.intake.store.StagingRepository;
import org.tanzhang.intake.workbook.ReadingBudget;

/**
 * The steps of an import: receive the files, read each, decide on all at once, hand the faulty ones back.
 *
 * <p>What was received is in the database before anything is read, so an import that was killed is finished from there.
 */
@Configuration(proxyBeanMethods = false)
class ImportSteps {

    /** Workbooks a transaction; a reading is a few hundred rows. */
    private static final int CHUNK = 25;

    /** Bytes of files that are received in one go. */
    private static final long RECEIVED_TOGETHER = 16L << 20;

    /** Code lists, forms and rules in one digest: what a workbook was read with. */
    static String readingDigest(ReferenceData reference, FormLibrary forms, RuleLibrary rules) {
        return with(reference.codes().digest() + forms.digest(), rules.digest());
    }

    private static String with(String digest, String more) {
        return Digest.sha256((digest + more).getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    @Bean
    Step receiveFiles(
            JobRepository jobs,
            PlatformTransactionManager transactions,
            CallRepository calls,
            ReferenceData reference,
            FormLibrary forms,
            RuleLibrary rules,
            RuleSeverityRepository severities,
            StatementReader reader,
            FileFindingRepository remarks,
            Settings settings) {
        Tasklet receive = (contribution, context) -> {
            long call = JobParameter.call(context);
            @Nullable String measure = JobParameter.of(context).getString(JobParameter.MEASURE);
            severities.record(rules.book().overrides());
            List<Path> paths = calls.paths(call).stream().map(Path::of).toList();
            // a workbook that was refused within a smaller budget is read again within a larger one
            ReadingBudget budget = settings.budget();
            String known = readingDigest(reference, forms, rules);
            String digest = budget.equals(ReadingBudget.DEFAULT) ? known : with(known, budget.toString());
            List<Received> received = new ArrayList<>();
            long bytes = 0;
            FileScan scan = FileScan.of(paths, budget);
            scan.remarks().forEach(remark -> remarks.save(call, remark.file(), remark.finding()));
            for (ReceivedFile file : scan.workbooks()) {
                try {
                    byte[] content = file.bytes();
                    String hinted = reader.hinted(new ReadingHints(file.name(), measure));
                    received.add(new Received(
                            file.name(),
                            content,
                            hinted.isEmpty() ? digest : with(digest, hinted),
                            file.path().toAbsolutePath().normalize().toString()));
                    bytes += content.length;
                } catch (ReceivedFile.UnreceivedException e) {
                    remarks.save(call, file.name(), e.finding());
                } catch (NoSuchFileException gone) {
                    // taken away between the look and the reading; it was never received
                }
                if (bytes > RECEIVED_TOGETHER) {
                    calls.receive(call, received);
                    received.clear();
                    bytes = 0;
                }
            }
            calls.receive(call, received);
            return RepeatStatus.FINISHED;
        };
        return new StepBuilder("receive-files", jobs)
                .tasklet(receive, transactions)
                .build();
    }

    @Bean
    Step readWorkbooks(
            JobRepository jobs,
            PlatformTransactionManager transactions,
            ItemStreamReader<ReadAhead.Reading> readAhead,
            StagingRepository stagings,
            Progress progress) {
        ItemWriter<ReadAhead.Reading> save = chunk -> {
            List<StagedRows> together = new ArrayList<>();
            for (ReadAhead.Reading read : chunk) {
                if (read.rows().isPresent()) {
                    together.add(read.rows().get());
                } else {
                    read.streaming().get().rows(rows -> stagings.send(List.of(rows)));
                }
                progress.step(read.submission().file());
            }
            stagings.send(together);
        };
        return new StepBuilder("read-workbooks", jobs)
                .<ReadAhead.Reading, ReadAhead.Reading>chunk(CHUNK)
                .transactionManager(transactions)
                .reader(readAhead)
                .writer(save)
                .build();
    }

    @Bean
    WorkbookReading workbookReading(
            CallRepository calls,
            StatementReader reader,
            StagingRepository stagings,
            @Qualifier("largeReaders") AsyncTaskExecutor largeReaders) {
        return new WorkbookReading(calls, reader, stagings, largeReaders);
    }

    /** What the call brought and nobody has read yet; asked anew at every start, so a restart needs no counter. */
    @Bean
    @StepScope
    ItemStreamReader<ReadAhead.Reading> readAhead(
            @Value("#{jobParameters['call']}") Long call,
            @Value("#{jobParameters['measure']}") @Nullable String measure,
            CallRepository calls,
            WorkbookReading reading,
            Progress progress,
            @Qualifier("readers") AsyncTaskExecutor readers) {
        return new ReadAhead(
                () -> {
                    List<Unread> unread = calls.unread(call);
                    progress.begin("read", unread.size());
                    return unread;
                },
                reading,
                readers,
                measure);
    }

    @Bean
    AsyncTaskExecutor largeReaders() {
        SimpleAsyncTaskExecutor executor = new SimpleAsyncTaskExecutor("large-reader-");
        executor.setDaemon(true);
        return executor;
    }

    @Bean
    AsyncTaskExecutor readers(Settings settings) {
        ThreadPoolTaskExecutor executor = new ThreadPoolTaskExecutor();
        executor.setCorePoolSize(Math.max(1, settings.threads()));
        executor.setMaxPoolSize(Math.max(1, settings.threads()));
        executor.setThreadNamePrefix("reader-");
        executor.setDaemon(true);
        return executor;
    }

    @Bean
    Step decide(JobRepository jobs, PlatformTransactionManager transactions, Decision decision, Settings settings) {
        Tasklet decide = (contribution, context) -> {
            decision.decide(JobParameter.call(context), settings.accept());
            return RepeatStatus.FINISHED;
        };
        return new StepBuilder("decide", jobs)
                .tasklet(decide, transactions)
                .transactionAttribute(new DefaultTransactionAttribute(TransactionDefinition.PROPAGATION_NOT_SUPPORTED))
                .build();
    }

    /** Marked-up copies of what something was found in, into the folder that the job was given; none without one. */
    @Bean
    Step handBack(
            JobRepository jobs,
            PlatformTransactionManager transactions,
            CallRepository calls,
            ImportReport report,
            Settings settings) {
        Tasklet handBack = (contribution, context) -> {
            @Nullable Path folder = JobParameter.folder(context, JobParameter.RETURNED);
            if (folder != null) {
                long call = JobParameter.call(context);
                HandBack copies = new HandBack(folder, settings.markingBudget(), calls);
                report.of(call).tellFindings(copies::write);
            }
            return RepeatStatus.FINISHED;
        };
        return new StepBuilder("hand-back", jobs)
                .tasklet(handBack, transactions)
                .build();
    }
}
