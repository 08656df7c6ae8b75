package org.tanzhang.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.tanzhang.batch.Jobs;
import org.tanzhang.ledger.LockRepository;
import org.tanzhang.ledger.Run;
import org.tanzhang.ledger.RunRepository;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.node.JsonNodeFactory;

/** {@code inventory --year Y [--run ID] --out DIR}. */
@Command(name = "inventory", resourceBundle = "messages.cli")
final class InventoryCommand implements Callable<Integer> {

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

    @Mixin
    private final CommonOptions common = new CommonOptions();

    @Mixin
    private final RunChoice choice = new RunChoice();

    @Option(names = "--out", required = true, paramLabel = "DIR", descriptionKey = "out")
    private Path out = Path.of("");

    @Override
    public Integer call() throws Exception {
        Output output = Output.of(spec, common);
        try (TerminalProgress progress = new TerminalProgress();
                Session session = Session.open(progress)) {
            Run run = choice.resolve(session.get(RunRepository.class), session.settings(), spec);
            try (LockRepository.Lock lock = session.lock("inventory")) {
                Jobs jobs = session.get(Jobs.class);
                jobs.finishInterrupted();
                Path file = jobs.inventory(run, out.toAbsolutePath());
                progress.close();
                output.write(
                        text -> text.println(Words.of("inventory.written", file)),
                        () -> JsonNodeFactory.instance
                                .objectNode()
                                .put("run_id", String.valueOf(run.id()))
                                .put("file", file.toString()));
            }
        }
        return ExitCode.DONE;
    }
}
