package org.tanzhang.batch;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.tanzhang.code.Partition;
import org.tanzhang.intake.returned.MarkingBudget;
import org.tanzhang.intake.store.Decision;
import org.tanzhang.intake.workbook.ReadingBudget;

/**
 * The settings under {@code tanzhang.*}; their defaults stand in {@code jobs/NAME/job.yml}.
 *
 * @param root the folder that holds jobs/ and emission-factors/
 * @param home the folder of the data
 * @param emissionFactors the reference-data folder; beside jobs/ unless named
 * @param rules the bureau's own file of severities; {@code rules.yml} in the folder of the data unless named
 * @param forms the folder to which the bureau adds forms; {@code forms} in the folder of the data unless named
 * @param territory code of the region that the nightly run accounts
 * @param factors id of the default factor set
 * @param method id of the default method
 * @param partition code of the default partition
 * @param threads how many workbooks are read at once
 * @param accountThreads how many partitions of counties and year are accounted at once
 * @param accountCards with how many cards a partition of counties is full
 * @param accept what is accepted of a workbook that holds sound statements beside faulty ones
 * @param budget what one file from outside may cost
 * @param markingTime how long the marked copy of one workbook may take
 * @param due by what day of the following year a form is due, {@code MM-dd} by form; empty where lateness is not told
 */
@ConfigurationProperties("tanzhang")
public record Settings(
        Path root,
        Path home,
        @Nullable Path emissionFactors,
        @Nullable Path rules,
        @Nullable Path forms,
        String territory,
        String factors,
        String method,
        @DefaultValue(Partition.ADMINISTRATIVE) String partition,
        int threads,
        @DefaultValue("2") int accountThreads,
        @DefaultValue("1000") int accountCards,
        @DefaultValue("statement") Decision.Accept accept,
        @DefaultValue ReadingBudget budget,
        @DefaultValue("300s") Duration markingTime,
        @DefaultValue Map<String, String> due) {

    /** The bureau's own file of severities, which need not be there. */
    public Path rulesFile() {
        return rules == null ? home.resolve("rules.yml") : rules;
    }

    /** The folder of the bureau's own forms, which need not be there. */
    public Path formsFolder() {
        return forms == null ? home.resolve("forms") : forms;
    }

    /** What the marked copy of one workbook may cost. */
    public MarkingBudget markingBudget() {
        return new MarkingBudget(budget, markingTime);
    }

    /** The reference-data folder. */
    public Path referenceFolder() {
        return emissionFactors == null ? root.resolve("emission-factors") : emissionFactors;
    }
}
