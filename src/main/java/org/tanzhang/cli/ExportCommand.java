package org.tanzhang.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.tanzhang.ledger.LedgerRepository;
import org.tanzhang.ledger.Run;
import org.tanzhang.ledger.RunRepository;
import org.tanzhang.report.LedgerCsv;
import org.tanzhang.report.ParkCsv;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.node.JsonNodeFactory;

/** {@code export --year Y [--run ID] [--with-sources | --parks] --out FILE.csv}. */
@Command(name = "export", resourceBundle = "messages.cli")
final class ExportCommand implements Callable<Integer> {

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

    @Mixin
    private final CommonOptions common = new CommonOptions();

    @Mixin
    private final RunChoice choice = new RunChoice();

    @CommandLine.ArgGroup
    private final Content content = new Content();

    /** The ledger's rows alone where neither is asked for. */
    static final class Content {

        @Option(names = "--with-sources", descriptionKey = "with-sources")
        private boolean withSources;

        @Option(names = "--parks", descriptionKey = "parks")
        private boolean parks;
    }

    @Option(names = "--out", required = true, paramLabel = "FILE.csv", descriptionKey = "out-file")
    private Path out = Path.of("");

    @Override
    public Integer call() throws Exception {
        Output output = Output.of(spec, common);
        try (Session session = Session.open()) {
            Run run = choice.resolve(session.get(RunRepository.class), session.settings(), spec);
            Path file = out.toAbsolutePath();
            LedgerRepository ledger = session.get(LedgerRepository.class);
            if (content.parks) {
                ParkCsv.write(run, ledger.parks(run.id()), file);
            } else if (content.withSources) {
                LedgerCsv.write(run.id(), ledger.tidy(run.id()), LedgerCsv.Sources.of(run.id(), ledger), file);
            } else {
                LedgerCsv.write(run.id(), ledger.tidy(run.id()), file);
            }
            output.write(
                    text -> text.println(Words.of("export.written", String.valueOf(run.id()), file)),
                    () -> JsonNodeFactory.instance
                            .objectNode()
                            .put("run_id", String.valueOf(run.id()))
                            .put("file", file.toString()));
        }
        return ExitCode.DONE;
    }
}
