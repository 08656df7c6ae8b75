package org.tanzhang.batch;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.springframework.batch.core.partition.Partitioner;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.tanzhang.account.AccountInput;
import org.tanzhang.account.AccountInput.PlacedCard;
import org.tanzhang.account.Accounting;
import org.tanzhang.code.Region;

/**
 * Parts the planned runs by county and year. Neighbouring counties of a year with few statements share a partition: each
 * costs some twenty milliseconds of its own.
 */
final class CountyYears implements Partitioner {

    private final Supplier<List<AccountPlan>> plans;
    private final PlannedInputs inputs;
    private final int full;

    /**
     * @param plans asks which runs are planned and open
     * @param full cards with which a partition takes no further county
     */
    CountyYears(Supplier<List<AccountPlan>> plans, PlannedInputs inputs, int full) {
        this.plans = plans;
        this.inputs = inputs;
        this.full = full;
    }

    /** Counties of a run's year that are accounted in one transaction. */
    record Partition(long run, int year, List<String> counties) {

        private static final String RUN = "run";
        private static final String YEAR = "year";
        private static final String COUNTIES = "counties";

        static Partition in(ExecutionContext context) {
            return new Partition(
                    Long.parseLong(context.getString(RUN)),
                    Integer.parseInt(context.getString(YEAR)),
                    List.of(context.getString(COUNTIES).split(",", -1)));
        }

        ExecutionContext context() {
            ExecutionContext context = new ExecutionContext();
            context.putString(RUN, String.valueOf(run));
            context.putString(YEAR, String.valueOf(year));
            context.putString(COUNTIES, String.join(",", counties));
            return context;
        }

        /**
         * By its first and last county: they stand in a fixed order, so a restart that divides them otherwise has other names,
         * and takes none for done that is not.
         */
        String name() {
            return year + "-" + counties.get(0) + "-" + counties.get(counties.size() - 1);
        }
    }

    @Override
    public Map<String, ExecutionContext> partition(int ignored) {
        Map<String, ExecutionContext> contexts = new LinkedHashMap<>();
        for (AccountPlan plan : plans.get()) {
            partitions(plan).forEach(p -> contexts.put(p.name(), p.context()));
        }
        return contexts;
    }

    private List<Partition> partitions(AccountPlan plan) {
        AccountInput input = inputs.of(plan).input();
        Map<String, Long> cards = input.cards().stream()
                .map(PlacedCard::place)
                .collect(Collectors.groupingBy(place -> place.region(), Collectors.counting()));
        List<Partition> partitions = new ArrayList<>();
        List<String> gathered = new ArrayList<>();
        long weight = 0;
        for (Region county : Accounting.reporting(input)) {
            gathered.add(county.code());
            weight += cards.getOrDefault(county.code(), 0L);
            if (weight >= full) {
                partitions.add(partition(plan, gathered));
                gathered.clear();
                weight = 0;
            }
        }
        if (!gathered.isEmpty()) {
            partitions.add(partition(plan, gathered));
        }
        return partitions;
    }

    private static Partition partition(AccountPlan plan, List<String> counties) {
        return new Partition(plan.plan().run(), plan.order().year(), List.copyOf(counties));
    }
}
