package org.tanzhang.cli;

import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.tanzhang.batch.Jobs;
import org.tanzhang.intake.reference.ReferenceData;
import org.tanzhang.ledger.LedgerRepository;
import org.tanzhang.ledger.LockRepository;
import org.tanzhang.ledger.MemoRepository;
import org.tanzhang.ledger.Run;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.node.JsonNodeFactory;

/** {@code account --year Y[..Y] [--region CODE] [--factors SET] [--method M] [--as-of TIME]}. */
@Command(name = "account", resourceBundle = "messages.cli")
final class AccountCommand implements Callable<Integer> {

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

    @Mixin
    private final CommonOptions common = new CommonOptions();

    @Mixin
    private final Choices choices = new Choices();

    @Option(names = "--year", required = true, paramLabel = "Y[..Y]", descriptionKey = "year")
    private String year = "";

    @Option(names = "--as-of", paramLabel = "TIME", descriptionKey = "as-of")
    private @Nullable String asOf;

    @Override
    public Integer call() throws Exception {
        List<Integer> years = Choices.years(year, spec);
        Output output = Output.of(spec, common);
        try (TerminalProgress progress = new TerminalProgress();
                Session session = Session.open(progress)) {
            Jobs.Choice choice = choices.resolve(session, spec, asOf);
            try (LockRepository.Lock lock = session.lock("account")) {
                Jobs jobs = session.get(Jobs.class);
                jobs.finishInterrupted();
                List<Run> runs = jobs.account(years, choice);
                progress.close();
                RunOutput result =
                        new RunOutput(runs, session.get(LedgerRepository.class), session.get(MemoRepository.class));
                output.write(
                        result::print,
                        () -> JsonNodeFactory.instance.objectNode().set("runs", result.json()));
                years.stream()
                        .filter(y -> runs.stream().noneMatch(r -> r.year() == y))
                        .forEach(y -> spec.commandLine().getErr().println(nothing(session, choice, y)));
                return runs.isEmpty() ? ExitCode.FAILED : ExitCode.DONE;
            }
        }
    }

    private static String nothing(Session session, Jobs.Choice choice, int year) {
        boolean divided = session.get(ReferenceData.class)
                .codes()
                .partition(choice.partition(), choice.region(), year)
                .isPresent();
        return divided
                ? Words.of("account.nothing", choice.region(), String.valueOf(year))
                : Words.of("account.no-partition", choice.region(), choice.partition(), String.valueOf(year));
    }
}
