package org.tanzhang.batch;

import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.configuration.annotation.StepScope;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.item.ItemProcessor;
import org.springframework.batch.infrastructure.item.ItemReader;
import org.springframework.batch.infrastructure.item.ItemWriter;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.task.AsyncTaskExecutor;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;
import org.springframework.transaction.PlatformTransactionManager;
import org.tanzhang.intake.FileScan;
import org.tanzhang.intake.form.FormLibrary;
import org.tanzhang.intake.reading.ReadWorkbook;
import org.tanzhang.intake.reading.StatementReader;
import org.tanzhang.intake.reference.Digest;
import org.tanzhang.intake.reference.ReferenceData;
import org.tanzhang.intake.returned.Answer;
import org.tanzhang.intake.returned.MarkedCopy;
import org.tanzhang.intake.returned.ReturnedFinding;
import org.tanzhang.intake.rule.RuleLibrary;
import org.tanzhang.intake.store.CallRepository;
import org.tanzhang.intake.store.CallRepository.Submission;
import org.tanzhang.intake.store.Decision;
import org.tanzhang.intake.store.ReadingRepository;
import org.tanzhang.intake.store.RuleSeverityRepository;
import org.tanzhang.intake.store.Verdict;
import org.tanzhang.intake.store.VerdictRepository;
import org.tanzhang.quality.Finding;
import org.tanzhang.quality.FindingWords;

/**
 * The steps of an import: receive the files, read each, decide on all at once, hand the faulty ones back.
 *
 * <p>What was received is in the database before anything is read, so an import that was killed is finished from there.
 */
@Configuration(proxyBeanMethods = false)
class ImportSteps {

    /** Workbooks a transaction; a reading is a few hundred rows. */
    private static final int CHUNK = 25;

    private record Reading(Submission submission, ReadWorkbook workbook) {}

    /** Code lists, forms and rules in one digest: what a workbook was read with. */
    static String readingDigest(ReferenceData reference, FormLibrary forms, RuleLibrary rules) {
        return Digest.sha256((reference.codes().digest() + forms.digest() + rules.digest())
                .getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    @Bean
    Step receiveFiles(
            JobRepository jobs,
            PlatformTransactionManager transactions,
            CallRepository calls,
            ReferenceData reference,
            FormLibrary forms,
            RuleLibrary rules,
            RuleSeverityRepository severities) {
        Tasklet receive = (contribution, context) -> {
            long call = JobParameter.call(context);
            severities.record(rules.book().overrides());
            List<Path> paths = calls.paths(call).stream().map(Path::of).toList();
            for (FileScan.Item item : FileScan.of(paths).workbooks()) {
                try {
                    calls.receive(
                            call, item.name(), Files.readAllBytes(item.path()), readingDigest(reference, forms, rules));
                } catch (NoSuchFileException gone) {
                    // taken away between the look and the reading; it was never received
                }
            }
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
            ItemReader<Submission> unreadSubmissions,
            CallRepository calls,
            ReadingRepository readings,
            StatementReader reader,
            Progress progress,
            @Qualifier("readers") AsyncTaskExecutor readers) {
        ItemProcessor<Submission, Reading> read =
                submission -> new Reading(submission, reader.read(calls.content(submission.sha256())));
        ItemWriter<Reading> save = chunk -> {
            for (Reading reading : chunk) {
                readings.save(reading.submission().id(), reading.workbook());
                progress.step(reading.submission().file());
            }
        };
        return new StepBuilder("read-workbooks", jobs)
                .<Submission, Reading>chunk(CHUNK)
                .transactionManager(transactions)
                .reader(unreadSubmissions)
                .processor(read)
                .writer(save)
                .taskExecutor(readers)
                .build();
    }

    /** What the call brought and nobody has read yet; asked anew at every start, so a restart needs no counter. */
    @Bean
    @StepScope
    ItemReader<Submission> unreadSubmissions(
            @Value("#{jobParameters['call']}") Long call, CallRepository calls, Progress progress) {
        Deque<Submission> left = new ArrayDeque<>();
        return new ItemReader<>() {
            private boolean asked;

            @Override
            public synchronized @Nullable Submission read() {
                if (!asked) {
                    left.addAll(calls.unread(call));
                    progress.begin("read", left.size());
                    asked = true;
                }
                return left.poll();
            }
        };
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
    Step decide(
            JobRepository jobs,
            PlatformTransactionManager transactions,
            Decision decision,
            Settings settings) {
        Tasklet decide = (contribution, context) -> {
            decision.decide(JobParameter.call(context), settings.accept());
            return RepeatStatus.FINISHED;
        };
        return new StepBuilder("decide", jobs).tasklet(decide, transactions).build();
    }

    /** Marked-up copies of what was returned, into the folder that the job was given; none without one. */
    @Bean
    Step handBack(
            JobRepository jobs,
            PlatformTransactionManager transactions,
            CallRepository calls,
            ReadingRepository readings,
            VerdictRepository verdicts,
            ReferenceData reference,
            FormLibrary forms,
            RuleLibrary rules) {
        Tasklet handBack = (contribution, context) -> {
            @Nullable Path folder = JobParameter.folder(context, JobParameter.RETURNED);
            if (folder == null) {
                return RepeatStatus.FINISHED;
            }
            long call = JobParameter.call(context);
            Map<Long, Submission> files =
                    calls.submissions(call).stream().collect(Collectors.toMap(Submission::id, s -> s));
            List<Long> faulty = verdicts.of(call).stream()
                    .filter(v -> v.verdict() == Verdict.RETURNED || v.verdict() == Verdict.UNRECOGNISED)
                    .map(VerdictRepository.Given::submission)
                    .distinct()
                    .toList();
            String digest = readingDigest(reference, forms, rules);
            FindingWords words = FindingWords.in("zh");
            for (long id : faulty) {
                Submission submission = files.get(id);
                if (submission != null) {
                    List<Finding> findings = findings(readings, submission, call, digest);
                    Path target = folder.resolve(submission.file()).normalize();
                    if (target.startsWith(folder)) {
                        Files.createDirectories(target.getParent());
                        MarkedCopy.write(calls.content(submission.sha256()), new Answer(findings.stream().map(f -> new ReturnedFinding(0, f, "")).toList(), List.of()), words, target);
                    }
                }
            }
            return RepeatStatus.FINISHED;
        };
        return new StepBuilder("hand-back", jobs)
                .tasklet(handBack, transactions)
                .build();
    }

    private static List<Finding> findings(ReadingRepository readings, Submission submission, long call, String digest) {
        long reading = submission
                .repeats()
                .or(() -> readings.readingOf(submission.sha256(), digest))
                .orElse(submission.id());
        List<ReadingRepository.StoredFinding> stored = new java.util.ArrayList<>(readings.findings(reading, call));
        if (reading != submission.id()) {
            stored.addAll(readings.findings(submission.id(), call));
        }
        return stored.stream().map(ReadingRepository.StoredFinding::finding).toList();
    }
}
