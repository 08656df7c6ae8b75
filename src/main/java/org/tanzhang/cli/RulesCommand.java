package org.tanzhang.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.tanzhang.intake.rule.RuleLibrary;
import org.tanzhang.quality.FindingWords;
import org.tanzhang.quality.Rule;
import org.tanzhang.quality.RuleBook;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** {@code rules [TEXT]}: the catalogue of rules with the severities in force. Reads files only; needs no database. */
@Command(name = "rules", resourceBundle = "messages.cli")
final class RulesCommand implements Callable<Integer> {

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

    @Mixin
    private final CommonOptions common = new CommonOptions();

    @Parameters(index = "0", arity = "0..1", paramLabel = "TEXT", descriptionKey = "rule-text")
    private @Nullable String text;

    @Option(names = "--markdown", descriptionKey = "markdown")
    private boolean markdown;

    @Override
    public Integer call() {
        Path file = Session.rulesFile();
        RuleBook book = RuleLibrary.with(file).book();
        if (markdown) {
            PrintWriter out = spec.commandLine().getOut();
            out.print(RulesDocument.of(book));
            out.flush();
            return ExitCode.DONE;
        }
        List<Rule> rules = book.rules().stream().filter(this::isWanted).toList();
        if (rules.isEmpty()) {
            throw new CommandLine.ParameterException(spec.commandLine(), Words.of("rules.none", String.valueOf(text)));
        }
        Output.of(spec, common).write(out -> print(out, book, rules, file), () -> json(book, rules));
        return ExitCode.DONE;
    }

    private boolean isWanted(Rule rule) {
        if (text == null) {
            return true;
        }
        String wanted = text.toLowerCase(Locale.ROOT);
        return rule.id().toLowerCase(Locale.ROOT).contains(wanted)
                || rule.title().zh().contains(wanted)
                || rule.title().en().toLowerCase(Locale.ROOT).contains(wanted);
    }

    private static void print(PrintWriter out, RuleBook book, List<Rule> rules, Path file) {
        String language = Words.language();
        FindingWords words = FindingWords.in(language);
        for (Rule rule : rules) {
            out.println(
                    rule.id() + "  [" + Words.of("severity." + rule.severity().code()) + "]  "
                            + rule.title().in(language));
            out.println("    " + Words.of("rules.reason", rule.reason().in(language)));
            out.println("    " + Words.of("rules.basis", rule.basis()));
            out.println("    " + Words.of("rules.since", rule.since()));
            out.println("    " + Words.of("rules.example", rule.example().in(language)));
            out.println("    " + Words.of("rules.message", words.pattern(rule.id())));
            if (!isOfAccounting(rule)) {
                out.println("    " + Words.of(rule.isRelation() ? "rules.acceptable" : "rules.not-acceptable"));
            }
            book.override(rule.id())
                    .ifPresent(o -> out.println("  * " + Words.of("rules.bureau", severity(o), o.reason())));
        }
        out.println();
        out.println(Words.of("rules.count", rules.size(), book.overrides().size(), file));
    }

    /** Findings of a run are of no statement, and nobody is asked to accept them. */
    private static boolean isOfAccounting(Rule rule) {
        return rule.id().startsWith("A-");
    }

    private static String severity(RuleBook.Override override) {
        return override.severity() == null
                ? Words.of("rules.off")
                : Words.of("severity." + override.severity().code());
    }

    private static ObjectNode json(RuleBook book, List<Rule> rules) {
        String language = Words.language();
        FindingWords words = FindingWords.in(language);
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        ArrayNode array = document.putArray("rules");
        for (Rule rule : rules) {
            Optional<RuleBook.Override> override = book.override(rule.id());
            ObjectNode node = array.addObject()
                    .put("id", rule.id())
                    .put("severity", rule.severity().code())
                    .put(
                            "in_force",
                            override.map(RuleBook.Override::code)
                                    .orElse(rule.severity().code()))
                    .put("title", rule.title().in(language))
                    .put("reason", rule.reason().in(language))
                    .put("basis", rule.basis())
                    .put("since", rule.since())
                    .put("example", rule.example().in(language))
                    .put("message", words.pattern(rule.id()))
                    .put("acceptable", rule.isRelation());
            ArrayNode forms = node.putArray("forms");
            rule.forms().forEach(forms::add);
            override.ifPresent(o -> node.put("override_reason", o.reason()));
        }
        return document;
    }
}
