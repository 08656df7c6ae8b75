package org.tanzhang.cli;

import java.io.PrintWriter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The program's entry: parses the arguments and runs a command. */
@Command(
        name = "tanzhang",
        resourceBundle = "messages.cli",
        mixinStandardHelpOptions = true,
        versionProvider = Tanzhang.Version.class,
        synopsisSubcommandLabel = "COMMAND",
        exitCodeOnInvalidInput = ExitCode.WRONG_USAGE,
        exitCodeOnExecutionException = ExitCode.FAILED,
        subcommands = {
            ImportCommand.class,
            AcceptCommand.class,
            DiffSubmissionCommand.class,
            AccountCommand.class,
            NightlyCommand.class,
            InventoryCommand.class,
            ExportCommand.class,
            RunsCommand.class,
            IndicatorsCommand.class,
            StatusCommand.class,
            FactorsCommand.class,
            MethodsCommand.class,
            TemplateCommand.class,
            RulesCommand.class,
            DatabaseCommand.class
        })
public final class Tanzhang implements Runnable {

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

    public static void main(String[] args) {
        System.exit(run(args));
    }

    static int run(String... args) {
        return run(new PrintWriter(System.out, true), new PrintWriter(System.err, true), args);
    }

    /** Runs a command that speaks to the given writers. */
    static int run(PrintWriter out, PrintWriter err, String... args) {
        Locale.setDefault(Locale.forLanguageTag(language(Arrays.asList(args))));
        CommandLine line = new CommandLine(new Tanzhang());
        line.setOut(out);
        line.setErr(err);
        line.setExecutionExceptionHandler(new Failures());
        line.setUsageHelpLongOptionsMaxWidth(24);
        line.setUsageHelpWidth(100);
        line.getSubcommands().values().forEach(Tanzhang::wrongUsageIsOne);
        return line.execute(args);
    }

    private static void wrongUsageIsOne(CommandLine command) {
        command.getCommandSpec().exitCodeOnInvalidInput(ExitCode.WRONG_USAGE);
        command.getCommandSpec().exitCodeOnExecutionException(ExitCode.FAILED);
        command.getSubcommands().values().forEach(Tanzhang::wrongUsageIsOne);
    }

    /** {@code --lang zh|en}, else what the launcher made of the user's locale. */
    private static String language(List<String> args) {
        int at = args.indexOf("--lang");
        String wanted = at >= 0 && at + 1 < args.size()
                ? args.get(at + 1)
                : args.stream()
                        .filter(a -> a.startsWith("--lang="))
                        .map(a -> a.substring("--lang=".length()))
                        .findFirst()
                        .orElse(System.getProperty("tanzhang.lang", "zh"));
        return "en".equals(wanted) ? "en" : "zh";
    }

    @Override
    public void run() {
        throw new CommandLine.ParameterException(spec.commandLine(), Words.of("usage.command"));
    }

    static final class Version implements CommandLine.IVersionProvider {
        @Override
        public String[] getVersion() {
            String version = Tanzhang.class.getPackage().getImplementationVersion();
            return new String[] {"Tanzhang 碳账 " + (version == null ? "" : version)};
        }
    }
}
