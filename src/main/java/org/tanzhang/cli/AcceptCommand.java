package org.tanzhang.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.tanzhang.batch.Jobs;
import org.tanzhang.intake.Acceptances;
import org.tanzhang.intake.Acceptances.RefusedException;
import org.tanzhang.intake.FileScan;
import org.tanzhang.intake.ImportReport;
import org.tanzhang.intake.store.AcceptanceRepository.Named;
import org.tanzhang.ledger.LockRepository;
import org.tanzhang.quality.Severity;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code accept FINDING --reason TEXT [--officer NAME] [--returned DIR]}. */
@Command(name = "accept", resourceBundle = "messages.cli")
final class AcceptCommand implements Callable<Integer> {

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

    @Mixin
    private final CommonOptions common = new CommonOptions();

    @Parameters(paramLabel = "FINDING", descriptionKey = "finding")
    private String finding = "";

    @Option(names = "--reason", required = true, paramLabel = "TEXT", descriptionKey = "reason")
    private String reason = "";

    @Option(names = "--officer", paramLabel = "NAME", descriptionKey = "officer")
    private String officer = System.getProperty("user.name", "");

    @Option(names = "--returned", paramLabel = "DIR", descriptionKey = "returned")
    private @Nullable Path returned;

    @Override
    public Integer call() throws Exception {
        String number = finding.startsWith("#") ? finding.substring(1) : finding;
        if (!number.matches("[0-9]{1,18}")) {
            throw usage("usage.no-finding", finding);
        }
        if (reason.isBlank() || officer.isBlank()) {
            throw usage("usage.no-reason");
        }
        Output output = Output.of(spec, common);
        try (Session session = Session.open();
                LockRepository.Lock lock = session.lock("accept")) {
            Jobs jobs = session.get(Jobs.class);
            jobs.finishInterrupted();
            Named accepted =
                    session.get(Acceptances.class).accept(Long.parseLong(number), reason.strip(), officer.strip());
            boolean error = accepted.severity().equals(Severity.ERROR.code());
            ImportOutput decided = error
                    ? new ImportOutput(
                            session.get(ImportReport.class),
                            jobs.decideAgain(accepted.submission(), returned),
                            new FileScan(List.of(), List.of(), List.of()))
                    : null;
            output.stream(
                    out -> {
                        out.println(Words.of("accept.done", number, accepted.rule(), accepted.file()));
                        if (decided != null) {
                            decided.print(out, returned == null ? null : returned.toAbsolutePath());
                        }
                    },
                    json -> {
                        json.writeStartObject();
                        json.writeNumberProperty("finding", accepted.id());
                        json.writeStringProperty("rule", accepted.rule());
                        json.writeStringProperty("reason", reason.strip());
                        json.writeStringProperty("officer", officer.strip());
                        json.writeName("files");
                        if (decided == null) {
                            json.writeStartArray();
                            json.writeEndArray();
                        } else {
                            decided.json(json);
                        }
                        json.writeEndObject();
                    });
            return decided == null ? ExitCode.DONE : decided.exitCode();
        } catch (RefusedException e) {
            List<Object> arguments = new ArrayList<>(e.arguments());
            throw usage("accept.refused." + e.refusal().name().toLowerCase(Locale.ROOT), arguments.toArray());
        }
    }

    private CommandLine.ParameterException usage(String key, Object... arguments) {
        return new CommandLine.ParameterException(spec.commandLine(), Words.of(key, arguments));
    }
}
