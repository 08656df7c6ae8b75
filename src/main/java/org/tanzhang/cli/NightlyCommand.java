package org.tanzhang.cli;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.tanzhang.batch.Jobs;
import org.tanzhang.intake.FileScan;
import org.tanzhang.intake.ImportReport;
import org.tanzhang.intake.store.StatementRepository;
import org.tanzhang.intake.workbook.ReadingBudget;
import org.tanzhang.ledger.LedgerRepository;
import org.tanzhang.ledger.LockRepository;
import org.tanzhang.ledger.MemoRepository;
import org.tanzhang.ledger.Run;
import org.tanzhang.ledger.RunRepository;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.core.JsonGenerator;

/** {@code nightly [--inbox DIR] [--outbox DIR]}. */
@Command(name = "nightly", resourceBundle = "messages.cli")
final class NightlyCommand implements Callable<Integer> {

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

    @Mixin
    private final CommonOptions common = new CommonOptions();

    @Mixin
    private final Choices choices = new Choices();

    @Option(names = "--inbox", paramLabel = "DIR", descriptionKey = "inbox")
    private @Nullable Path inbox;

    @Option(names = "--outbox", paramLabel = "DIR", descriptionKey = "outbox")
    private @Nullable Path outbox;

    @Override
    public Integer call() throws Exception {
        Path from = inbox == null ? Session.home().resolve("inbox") : inbox.toAbsolutePath();
        Path to = outbox == null ? Session.home().resolve("outbox") : outbox.toAbsolutePath();
        if (inbox == null) {
            Files.createDirectories(from);
        }
        if (!Files.isDirectory(from)) {
            throw new CommandLine.ParameterException(spec.commandLine(), Words.of("usage.no-path", from));
        }
        Output output = Output.of(spec, common);
        FileScan scan = FileScan.of(List.of(from), ReadingBudget.DEFAULT);
        try (TerminalProgress progress = new TerminalProgress();
                Session session = Session.open(progress)) {
            Jobs.Choice choice = choices.resolve(session, spec, null);
            try (LockRepository.Lock lock = session.lock("nightly")) {
                Jobs jobs = session.get(Jobs.class);
                jobs.finishInterrupted();
                Jobs.Night night = jobs.nightly(from, to, choice);
                progress.close();
                ImportOutput imported = new ImportOutput(session.get(ImportReport.class), night.call(), scan);
                List<Run> current = current(session, choice);
                output.stream(
                        out -> print(out, session, imported, night.runs(), current, to),
                        json -> write(json, session, imported, night.runs(), current, to));
                return imported.exitCode();
            }
        }
    }

    private static List<Run> current(Session session, Jobs.Choice choice) {
        RunRepository runs = session.get(RunRepository.class);
        return session.get(StatementRepository.class).years().stream()
                .map(year -> runs.latest(year, choice.region(), choice.partition()))
                .flatMap(Optional::stream)
                .toList();
    }

    private static void print(
            PrintWriter out, Session session, ImportOutput imported, List<Run> made, List<Run> current, Path to) {
        imported.print(out, to.resolve("returned"));
        if (made.isEmpty()) {
            out.println();
            out.println(Words.of("nightly.unchanged"));
        }
        new RunOutput(current, session.get(LedgerRepository.class), session.get(MemoRepository.class)).print(out);
        if (!current.isEmpty()) {
            out.println();
            out.println(Words.of("nightly.inventories"));
            current.forEach(run -> out.println("  " + Jobs.inventoryFile(run, to)));
        }
    }

    private static void write(
            JsonGenerator json, Session session, ImportOutput imported, List<Run> made, List<Run> current, Path to) {
        LedgerRepository ledger = session.get(LedgerRepository.class);
        MemoRepository memos = session.get(MemoRepository.class);
        json.writeStartObject();
        json.writeName("files");
        imported.json(json);
        json.writeName("runs");
        json.writeTree(new RunOutput(made, ledger, memos).json());
        json.writeName("current");
        json.writeTree(new RunOutput(current, ledger, memos).json());
        json.writeArrayPropertyStart("inventories");
        current.forEach(run -> json.writeString(Jobs.inventoryFile(run, to).toString()));
        json.writeEndArray();
        json.writeEndObject();
    }
}
