package org.tanzhang.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.tanzhang.factor.FactorSet;
import org.tanzhang.intake.reference.ReferenceData;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** {@code factors list|show|check|diff}: the factor sets. Reads files only; needs no database. */
@Command(
        name = "factors",
        resourceBundle = "messages.cli",
        subcommands = {
            FactorsCommand.ListCommand.class,
            FactorsShowCommand.class,
            FactorsCheckCommand.class,
            FactorsDiffCommand.class
        },
        synopsisSubcommandLabel = "COMMAND")
final class FactorsCommand implements Runnable {

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

    @Mixin
    private final CommonOptions common = new CommonOptions();

    @Override
    public void run() {
        throw new CommandLine.ParameterException(spec.commandLine(), Words.of("usage.command"));
    }

    @Command(name = "list", resourceBundle = "messages.cli")
    static final class ListCommand implements Callable<Integer> {

        @CommandLine.Spec
        private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

        @Mixin
        private final CommonOptions common = new CommonOptions();

        @Override
        public Integer call() {
            ReferenceData reference = ReferenceData.in(Session.referenceFolder());
            List<FactorSet> sets = new ArrayList<>();
            reference.setIds().forEach(id -> sets.add(reference.factorSet(id)));
            String standard = JobDefaults.in(Session.root()).factors();
            Output.of(spec, common)
                    .write(
                            out -> {
                                TextTable table = new TextTable();
                                sets.forEach(s -> table.row(
                                        s.id() + (s.id().equals(standard) ? " *" : ""),
                                        s.title().in(Words.language()),
                                        s.digest().substring(0, 12)));
                                table.print(out);
                                out.println(Words.of("factors.default"));
                            },
                            () -> json(sets, standard));
            return ExitCode.DONE;
        }

        private static ObjectNode json(List<FactorSet> sets, String standard) {
            ObjectNode document = JsonNodeFactory.instance.objectNode();
            ArrayNode array = document.putArray("sets");
            sets.forEach(s -> array.addObject()
                    .put("id", s.id())
                    .put("title", s.title().in(Words.language()))
                    .put("digest", s.digest())
                    .put("default", s.id().equals(standard)));
            return document;
        }
    }
}
