package org.tanzhang.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tanzhang.batch.Jobs;
import org.tanzhang.intake.FileScan;
import org.tanzhang.intake.ImportReport;
import org.tanzhang.intake.form.FormLibrary;
import org.tanzhang.intake.reading.ReadingHints;
import org.tanzhang.intake.reading.StatementReader;
import org.tanzhang.intake.workbook.ReadingBudget;
import org.tanzhang.ledger.LockRepository;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code import PATH... [--returned DIR] [--measure MEASURE]}. */
@Command(name = "import", resourceBundle = "messages.cli")
final class ImportCommand implements Callable<Integer> {

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

    @Mixin
    private final CommonOptions common = new CommonOptions();

    @Parameters(arity = "1..*", paramLabel = "PATH", descriptionKey = "path")
    private List<Path> paths = List.of();

    @Option(names = "--returned", paramLabel = "DIR", descriptionKey = "returned")
    private @Nullable Path returned;

    @Option(names = "--measure", paramLabel = "MEASURE", descriptionKey = "measure")
    private @Nullable String measure;

    @Override
    public Integer call() throws Exception {
        for (Path path : paths) {
            if (!Files.exists(path)) {
                throw new CommandLine.ParameterException(spec.commandLine(), Words.of("usage.no-path", path));
            }
        }
        Output output = Output.of(spec, common);
        FileScan scan = FileScan.of(paths, ReadingBudget.DEFAULT);
        try (TerminalProgress progress = new TerminalProgress();
                Session session = Session.open(progress);
                LockRepository.Lock lock = session.lock("import")) {
            if (measure != null) {
                refuseUnknown(measure, session);
            }
            Jobs jobs = session.get(Jobs.class);
            jobs.finishInterrupted();
            long call = jobs.importFiles(paths, returned, measure);
            progress.close();
            ImportOutput result = new ImportOutput(session.get(ImportReport.class), call, scan);
            output.stream(out -> result.print(out, returned == null ? null : returned.toAbsolutePath()), json -> {
                json.writeStartObject();
                json.writeName("files");
                result.json(json);
                json.writeEndObject();
            });
            return result.exitCode();
        }
    }

    /** A misspelt measure would else come back as a fault of the sender's table. */
    private void refuseUnknown(String measure, Session session) {
        if (session.get(StatementReader.class)
                .hinted(new ReadingHints("", measure))
                .isEmpty()) {
            String measures = session.get(FormLibrary.class).definitions().stream()
                    .filter(f -> f.rows() != null && f.rows().byMeasure())
                    .flatMap(f -> f.items().stream())
                    .map(i -> i.code() + " " + i.names().get(0))
                    .distinct()
                    .collect(Collectors.joining("\n  "));
            throw new CommandLine.ParameterException(
                    spec.commandLine(), Words.of("usage.no-such-measure", measure, measures));
        }
    }
}
