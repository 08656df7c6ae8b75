package org.tanzhang.cli;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.tanzhang.batch.Settings;
import org.tanzhang.code.Region;
import org.tanzhang.intake.delivery.Delivery;
import org.tanzhang.intake.delivery.DeliveryReport;
import org.tanzhang.intake.delivery.DueDates;
import org.tanzhang.intake.reference.ReferenceData;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** {@code status}: where things stand; {@code status --delivery --year Y}: who has reported and who has not. */
@Command(name = "status", resourceBundle = "messages.cli")
final class StatusCommand implements Callable<Integer> {

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

    @Mixin
    private final CommonOptions common = new CommonOptions();

    @Option(names = "--delivery", descriptionKey = "delivery")
    private boolean delivery;

    @Option(names = "--year", paramLabel = "Y", descriptionKey = "delivery-year")
    private @Nullable Integer year;

    @Option(names = "--region", paramLabel = "CODE", descriptionKey = "region")
    private @Nullable String region;

    @Option(names = "--out", paramLabel = "FILE.csv", descriptionKey = "delivery-out")
    private @Nullable Path out;

    @Override
    public Integer call() throws Exception {
        if (delivery && year == null) {
            throw new ParameterException(spec.commandLine(), Words.of("usage.delivery-year"));
        }
        if (!delivery && (year != null || region != null || out != null)) {
            throw new ParameterException(spec.commandLine(), Words.of("usage.delivery-only"));
        }
        Output output = Output.of(spec, common);
        try (Session session = Session.open()) {
            if (year == null) {
                StatusOutput status = StatusOutput.of(session);
                output.write(status::print, status::json);
                return ExitCode.DONE;
            }
            Delivery found = session.get(DeliveryReport.class)
                    .of(region(session), year, DueDates.of(session.settings().due()));
            DeliveryOutput said = new DeliveryOutput(found);
            if (out != null) {
                said.write(out.toAbsolutePath());
            }
            output.write(said::print, said::json);
            if (out != null && !common.json) {
                output.out().println(Words.of("delivery.written", out.toAbsolutePath()));
            }
        }
        return ExitCode.DONE;
    }

    private Region region(Session session) {
        Settings settings = session.settings();
        String code = region == null ? settings.territory() : region;
        Optional<Region> found =
                session.get(ReferenceData.class).codes().regions().find(code);
        return found.orElseThrow(() -> new ParameterException(spec.commandLine(), Words.of("usage.no-region", code)));
    }
}
