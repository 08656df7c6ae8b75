package org.tanzhang.cli;

import org.jspecify.annotations.Nullable;
import org.tanzhang.batch.Settings;
import org.tanzhang.ledger.Run;
import org.tanzhang.ledger.RunRepository;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** Which run: an id, or the latest of a year with the default set and method. */
final class RunChoice {

    @Option(names = "--year", required = true, paramLabel = "Y", descriptionKey = "year")
    private int year;

    @Option(names = "--run", paramLabel = "ID|latest", descriptionKey = "run")
    private String run = "latest";

    @Option(names = "--region", paramLabel = "CODE", descriptionKey = "region")
    private @Nullable String region;

    @Option(names = "--partition", paramLabel = "administrative|managed", descriptionKey = "partition")
    private @Nullable String partition;

    /** @throws ParameterException when there is no such run */
    Run resolve(RunRepository runs, Settings settings, CommandSpec spec) {
        String code = region == null ? settings.territory() : region;
        if (run.equals("latest")) {
            return (partition == null ? runs.latest(year, code) : runs.latest(year, code, partition))
                    .orElseThrow(() -> new ParameterException(
                            spec.commandLine(), Words.of("usage.no-run-yet", String.valueOf(year), code)));
        }
        if (!run.matches("\\d{1,18}")) {
            throw new ParameterException(spec.commandLine(), Words.of("usage.no-run", run));
        }
        Run found = runs.find(Long.parseLong(run))
                .orElseThrow(() -> new ParameterException(spec.commandLine(), Words.of("usage.no-run", run)));
        if (found.year() != year) {
            throw new ParameterException(
                    spec.commandLine(),
                    Words.of("usage.other-year", run, String.valueOf(found.year()), String.valueOf(year)));
        }
        return found;
    }
}
