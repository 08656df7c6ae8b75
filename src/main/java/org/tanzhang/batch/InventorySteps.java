package org.tanzhang.batch;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.configuration.annotation.StepScope;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.infrastructure.item.ItemReader;
import org.springframework.batch.infrastructure.item.ItemWriter;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;
import org.tanzhang.code.Partition;
import org.tanzhang.intake.reference.ReferenceData;
import org.tanzhang.intake.store.StatementRepository;
import org.tanzhang.ledger.ClosingRepository;
import org.tanzhang.ledger.FigureRepository;
import org.tanzhang.ledger.LedgerRepository;
import org.tanzhang.ledger.MemoRepository;
import org.tanzhang.ledger.Run;
import org.tanzhang.ledger.RunRepository;
import org.tanzhang.report.Beside;
import org.tanzhang.report.Closing;
import org.tanzhang.report.Inventory;
import org.tanzhang.report.InventoryWorkbook;

/** The step that writes inventory workbooks, one a run. */
@Configuration(proxyBeanMethods = false)
class InventorySteps {

    @Bean
    Step writeInventories(
            JobRepository jobs,
            PlatformTransactionManager transactions,
            ItemReader<Run> runsToPrint,
            ItemWriter<Run> inventoryWriter) {
        return new StepBuilder("write-inventories", jobs)
                .<Run, Run>chunk(1)
                .transactionManager(transactions)
                .reader(runsToPrint)
                .writer(inventoryWriter)
                .build();
    }

    /** The run that was named, or the latest of every year. */
    @Bean
    @StepScope
    ItemReader<Run> runsToPrint(
            @Value("#{stepExecution}") StepExecution step,
            StatementRepository statements,
            RunRepository runs,
            Settings settings,
            Progress progress) {
        JobParameters parameters = step.getJobExecution().getJobParameters();
        Deque<Run> left = new ArrayDeque<>();
        return new ItemReader<>() {
            private boolean asked;

            @Override
            public synchronized @Nullable Run read() {
                if (!asked) {
                    asked = true;
                    Long run = parameters.getLong(JobParameter.RUN);
                    left.addAll(run == null ? latest() : runs.find(run).stream().toList());
                    progress.begin("inventory", left.size());
                }
                return left.poll();
            }

            private List<Run> latest() {
                String region = JobParameter.text(parameters, JobParameter.REGION);
                String partition = JobParameter.partition(parameters, settings);
                return statements.years().stream()
                        .map(year -> runs.latest(year, region, partition))
                        .flatMap(Optional::stream)
                        .toList();
            }
        };
    }

    @Bean
    @StepScope
    ItemWriter<Run> inventoryWriter(
            @Value("#{jobParameters['out']}") String out,
            LedgerRepository ledger,
            ClosingRepository closing,
            MemoRepository memos,
            FigureRepository figures,
            Intensities intensities,
            ReferenceData reference,
            Progress progress) {
        return chunk -> {
            for (Run run : chunk) {
                Inventory inventory = Inventory.of(
                        run,
                        ledger,
                        Closing.of(run.id(), closing),
                        memos,
                        reference.codes(),
                        reference.factorSet(run.factorSet()).title(),
                        reference.method(run.method()).title());
                Beside beside = new Beside(figures.ofRegions(run.id()), intensities.of(run));
                InventoryWorkbook.write(inventory, beside, fileOf(run, Path.of(out)));
                progress.step(String.valueOf(run.year()));
            }
        };
    }

    /** Where the inventory of a run lies within a folder. */
    static Path fileOf(Run run, Path folder) {
        String division = run.partition().equals(Partition.ADMINISTRATIVE) ? "" : "-" + run.partition();
        return folder.resolve(run.region() + run.year() + "年能源碳排放清单" + division + ".xlsx");
    }
}
