package org.tanzhang.batch;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.configuration.annotation.StepScope;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.partition.Partitioner;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.StepExecution;
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
import org.tanzhang.account.Account;
import org.tanzhang.account.CountyPart;
import org.tanzhang.account.KnownResiduals;
import org.tanzhang.intake.reference.ReferenceData;
import org.tanzhang.intake.store.StatementRepository;
import org.tanzhang.ledger.NewRun;
import org.tanzhang.ledger.Plan;
import org.tanzhang.ledger.PlanRepository;
import org.tanzhang.ledger.RunRepository;
import org.tanzhang.quality.RuleBook;

/**
 * The steps that account. Planned year by year, accounted in partitions by county and year, closed year by year.
 *
 * <p>A partition is one county's year, or several small ones of a year, and one transaction. It needs the run's number and
 * the counties' codes and finds the rest in the database, so any machine that reaches it can do it.
 */
@Configuration(proxyBeanMethods = false)
class AccountSteps {

    @Bean
    Step planAccounts(
            JobRepository jobs,
            PlatformTransactionManager transactions,
            ItemReader<AccountOrder> accountOrders,
            ItemProcessor<AccountOrder, AccountPlan> planner,
            PlanRepository plans) {
        ItemWriter<AccountPlan> write =
                chunk -> chunk.forEach(p -> plans.save(p.order().request(), p.plan()));
        return new StepBuilder("plan-accounts", jobs)
                .<AccountOrder, AccountPlan>chunk(1)
                .transactionManager(transactions)
                .reader(accountOrders)
                .processor(planner)
                .writer(write)
                .build();
    }

    @Bean
    Step accountCounties(
            JobRepository jobs,
            Partitioner countyYears,
            Step accountPartition,
            @Qualifier("accountants") AsyncTaskExecutor accountants) {
        return new StepBuilder("account-counties", jobs)
                .partitioner("account-partition", countyYears)
                .step(accountPartition)
                .taskExecutor(accountants)
                .build();
    }

    /** One partition of counties and year. */
    @Bean
    Step accountPartition(
            JobRepository jobs,
            PlatformTransactionManager transactions,
            CountyAccounts counties,
            PlanRepository plans,
            Settings settings) {
        Tasklet account = (contribution, context) -> {
            StepExecution step = context.getStepContext().getStepExecution();
            CountyYears.Partition partition = CountyYears.Partition.in(step.getExecutionContext());
            AccountOrder order = AccountOrder.of(JobParameter.of(context), settings, partition.year());
            counties.account(new AccountPlan(order, plans.find(partition.run())), Set.copyOf(partition.counties()));
            return RepeatStatus.FINISHED;
        };
        return new StepBuilder("account-partition", jobs)
                .tasklet(account, transactions)
                .build();
    }

    @Bean
    AsyncTaskExecutor accountants(Settings settings) {
        ThreadPoolTaskExecutor executor = new ThreadPoolTaskExecutor();
        executor.setCorePoolSize(Math.max(1, settings.accountThreads()));
        executor.setMaxPoolSize(Math.max(1, settings.accountThreads()));
        executor.setThreadNamePrefix("accountant-");
        executor.setDaemon(true);
        return executor;
    }

    /** Closes the years that are accounted, one transaction a run: from its commit on it is seen, and whole. */
    @Bean
    Step closeAccounts(
            JobRepository jobs,
            PlatformTransactionManager transactions,
            ItemReader<OpenRuns.OpenRun> openRuns,
            ItemProcessor<OpenRuns.OpenRun, NewRun> closer,
            RunRepository runs) {
        ItemWriter<NewRun> write = chunk -> chunk.forEach(runs::save);
        return new StepBuilder("close-accounts", jobs)
                .<OpenRuns.OpenRun, NewRun>chunk(1)
                .transactionManager(transactions)
                .reader(openRuns)
                .processor(closer)
                .writer(write)
                .build();
    }

    /** The years of the order that are not planned yet; without years named, every year that anything was stated for. */
    @Bean
    @StepScope
    ItemReader<AccountOrder> accountOrders(
            @Value("#{stepExecution}") StepExecution step,
            Settings settings,
            StatementRepository statements,
            PlanRepository plans,
            ReferenceData reference) {
        JobParameters parameters = step.getJobExecution().getJobParameters();
        @Nullable String years = parameters.getString(JobParameter.YEARS);
        Deque<AccountOrder> left = new ArrayDeque<>();
        return new ItemReader<>() {
            private boolean asked;

            @Override
            public synchronized @Nullable AccountOrder read() {
                if (!asked) {
                    asked = true;
                    List<Integer> planned = plans.years(JobParameter.request(parameters));
                    wantedYears().stream()
                            .filter(year -> !planned.contains(year))
                            .map(year -> AccountOrder.of(parameters, settings, year))
                            .filter(order -> reference
                                    .codes()
                                    .partition(order.partition(), order.region(), order.year())
                                    .isPresent())
                            .forEach(left::add);
                }
                return left.poll();
            }

            private List<Integer> wantedYears() {
                return years == null
                        ? statements.years()
                        : Arrays.stream(years.split(",")).map(Integer::valueOf).toList();
            }
        };
    }

    /**
     * Plans the run that an order asks for; gives nothing where nothing was stated or, if so ordered, nothing changed. A year
     * whose year before is accounted anew is planned too: its residuals may be told of otherwise.
     */
    @Bean
    ItemProcessor<AccountOrder, AccountPlan> planner(
            PlannedInputs inputs, ReferenceData reference, RunRepository runs, PlanRepository plans, Pinning pinning) {
        return order -> {
            AccountInputs.Gathered gathered = inputs.gather(order);
            if (gathered.isEmpty()) {
                return null;
            }
            pinning.check(reference.factorSet(order.factors()), reference.method(order.method()));
            if (!plans.years(order.request()).contains(order.year() - 1)
                    && isUnchanged(order, inputs.digest(order, gathered, inputs.known(order)), runs)) {
                return null;
            }
            Plan plan = new Plan(plans.nextRun(), order.year(), order.region(), inputs.digest(order, gathered));
            inputs.keep(plan, gathered);
            return new AccountPlan(order, plan);
        };
    }

    private static boolean isUnchanged(AccountOrder order, String digest, RunRepository runs) {
        return order.onlyIfChanged()
                && runs.latest(order.year(), order.region(), order.partition())
                        .filter(r -> r.inputsDigest().equals(digest))
                        .isPresent();
    }

    @Bean
    @StepScope
    Partitioner countyYears(
            @Value("#{stepExecution}") StepExecution step,
            Settings settings,
            PlanRepository plans,
            PlannedInputs inputs) {
        JobParameters parameters = step.getJobExecution().getJobParameters();
        return new CountyYears(() -> open(parameters, settings, plans), inputs, settings.accountCards());
    }

    @Bean
    @StepScope
    ItemReader<OpenRuns.OpenRun> openRuns(
            @Value("#{stepExecution}") StepExecution step,
            Settings settings,
            PlanRepository plans,
            CountyAccounts counties,
            Progress progress,
            @Qualifier("accountants") AsyncTaskExecutor accountants) {
        JobParameters parameters = step.getJobExecution().getJobParameters();
        return new OpenRuns(
                () -> {
                    List<AccountPlan> open = open(parameters, settings, plans);
                    progress.begin("account", open.size());
                    return open;
                },
                counties,
                accountants);
    }

    private static List<AccountPlan> open(JobParameters parameters, Settings settings, PlanRepository plans) {
        return plans.open(JobParameter.request(parameters)).stream()
                .map(p -> new AccountPlan(AccountOrder.of(parameters, settings, p.year()), p))
                .toList();
    }

    /** Closes a planned run over its counties' parts; gives nothing where it would say again what the latest run says. */
    @Bean
    ItemProcessor<OpenRuns.OpenRun, NewRun> closer(
            PlannedInputs planned,
            AccountInputs inputs,
            Progress progress,
            RunRepository runs,
            ReferenceData reference,
            RuleBook rules,
            Settings settings) {
        return open -> {
            AccountPlan plan = open.plan();
            AccountOrder order = plan.order();
            progress.step(String.valueOf(order.year()));
            AccountInputs.Gathered gathered = planned.of(plan);
            KnownResiduals known = planned.known(order);
            String digest = planned.digest(order, gathered, known);
            if (isUnchanged(order, digest, runs)) {
                return null;
            }
            List<CountyPart> parts = open.parts();
            Account account = planned.accounting(order)
                    .close(inputs.filled(gathered.input(), Set.of(order.region())), known, parts)
                    .judged(rules);
            return new NewRun(
                    order.request(),
                    order.year(),
                    gathered.input().parent(),
                    reference.factorSet(order.factors()),
                    reference.method(order.method()),
                    reference.codes(),
                    digest,
                    order.asOf(),
                    order.byDefault(),
                    new NewRun.Division(order.partition(), order.partition().equals(settings.partition())),
                    gathered.statementIds(),
                    account,
                    new NewRun.Begun(plan.plan().run(), parts));
        };
    }
}
