package org.tanzhang.batch;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.configuration.annotation.StepScope;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.infrastructure.item.ItemProcessor;
import org.springframework.batch.infrastructure.item.ItemReader;
import org.springframework.batch.infrastructure.item.ItemWriter;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;
import org.tanzhang.account.Account;
import org.tanzhang.account.Accounting;
import org.tanzhang.account.Figures;
import org.tanzhang.account.KnownResiduals;
import org.tanzhang.account.Parks;
import org.tanzhang.factor.FactorSet;
import org.tanzhang.intake.reference.ReferenceData;
import org.tanzhang.intake.store.StatementRepository;
import org.tanzhang.ledger.ClosingRepository;
import org.tanzhang.ledger.FigureRepository;
import org.tanzhang.ledger.NewRun;
import org.tanzhang.ledger.Run;
import org.tanzhang.ledger.RunRepository;
import org.tanzhang.method.Method;
import org.tanzhang.quality.RuleBook;

/** The step that accounts: one order a year, one transaction a run. */
@Configuration(proxyBeanMethods = false)
class AccountSteps {

    @Bean
    Step accountYears(
            JobRepository jobs,
            PlatformTransactionManager transactions,
            ItemReader<AccountOrder> accountOrders,
            ItemProcessor<AccountOrder, NewRun> accountant,
            RunRepository runs,
            FigureRepository figures) {
        ItemWriter<NewRun> write = chunk ->
                chunk.forEach(run -> figures.save(runs.save(run), run.beside().figures()));
        return new StepBuilder("account-years", jobs)
                .<AccountOrder, NewRun>chunk(1)
                .transactionManager(transactions)
                .reader(accountOrders)
                .processor(accountant)
                .writer(write)
                .build();
    }

    /** The years of the order that have no run yet; without years named, every year that anything was stated for. */
    @Bean
    @StepScope
    ItemReader<AccountOrder> accountOrders(
            @Value("#{stepExecution}") StepExecution step,
            Settings settings,
            StatementRepository statements,
            RunRepository runs,
            ReferenceData reference,
            Progress progress) {
        JobParameters parameters = step.getJobExecution().getJobParameters();
        UUID request = JobParameter.request(parameters);
        String factors = JobParameter.text(parameters, JobParameter.FACTORS);
        String method = JobParameter.text(parameters, JobParameter.METHOD);
        String partition = JobParameter.partition(parameters, settings);
        String region = JobParameter.text(parameters, JobParameter.REGION);
        @Nullable Instant asOf = JobParameter.instant(parameters, JobParameter.AS_OF);
        @Nullable String years = parameters.getString(JobParameter.YEARS);
        Deque<AccountOrder> left = new ArrayDeque<>();
        return new ItemReader<>() {
            private boolean asked;

            @Override
            public synchronized @Nullable AccountOrder read() {
                if (!asked) {
                    asked = true;
                    Set<Integer> done = new HashSet<>();
                    runs.ofRequest(request).forEach(r -> done.add(r.year()));
                    boolean byDefault = factors.equals(settings.factors()) && method.equals(settings.method());
                    wantedYears().stream()
                            .filter(year -> !done.contains(year))
                            .filter(year -> reference
                                    .codes()
                                    .partition(partition, region, year)
                                    .isPresent())
                            .forEach(year -> left.add(new AccountOrder(
                                    request,
                                    year,
                                    region,
                                    factors,
                                    method,
                                    partition,
                                    asOf,
                                    byDefault,
                                    years == null)));
                    progress.begin("account", left.size());
                }
                AccountOrder order = left.poll();
                if (order != null) {
                    progress.step(String.valueOf(order.year()));
                }
                return order;
            }

            private List<Integer> wantedYears() {
                return years == null
                        ? statements.years()
                        : Arrays.stream(years.split(",")).map(Integer::valueOf).toList();
            }
        };
    }

    /** Accounts an order; gives nothing where nothing was stated or, if so ordered, nothing changed. */
    @Bean
    ItemProcessor<AccountOrder, NewRun> accountant(
            AccountInputs inputs,
            ReferenceData reference,
            RuleBook rules,
            RunRepository runs,
            ClosingRepository closing,
            Pinning pinning,
            Settings settings) {
        return order -> {
            AccountInputs.Gathered gathered =
                    inputs.gather(order.region(), order.year(), order.partition(), order.asOf());
            if (gathered.isEmpty()) {
                return null;
            }
            FactorSet factors = reference.factorSet(order.factors());
            Method method = reference.method(order.method());
            pinning.check(factors, method);
            KnownResiduals known = reference.residuals(
                    order.region(),
                    order.year(),
                    closing.before(order.region(), order.year(), factors.id(), method.id(), order.partition()));
            String digest = gathered.digest(
                    order.region(),
                    String.valueOf(order.year()),
                    order.partition(),
                    factors.digest(),
                    method.digest(),
                    reference.codes().digest(),
                    String.join("\n", known.lines()));
            Optional<Run> latest = runs.latest(order.year(), order.region(), order.partition());
            if (order.onlyIfChanged()
                    && latest.filter(r -> r.inputsDigest().equals(digest)).isPresent()) {
                return null;
            }
            Account account = new Accounting(reference.codes(), reference.units(), factors, method)
                    .account(gathered.input(), known);
            Parks parks = Parks.of(
                    account.entries(),
                    gathered.input().cards(),
                    reference.codes().parkSectors().stream()
                            .filter(s -> s.validIn(order.year()))
                            .toList());
            Figures.Beside beside = new Figures(reference.codes(), reference.units(), factors, method)
                    .beside(gathered.input(), account);
            return new NewRun(
                    order.request(),
                    order.year(),
                    gathered.input().parent(),
                    factors,
                    method,
                    reference.codes(),
                    digest,
                    order.asOf(),
                    order.byDefault(),
                    new NewRun.Division(
                            order.partition(), order.partition().equals(settings.partition()), parks.parts()),
                    gathered.statementIds(),
                    account.with(parks.findings()).judged(rules),
                    new Figures.Beside(beside.figures(), rules.judge(beside.findings())));
        };
    }
}
