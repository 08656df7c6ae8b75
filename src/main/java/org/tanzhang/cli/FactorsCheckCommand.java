package org.tanzhang.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.tanzhang.intake.reference.FactorCheck;
import org.tanzhang.intake.reference.FactorFault;
import org.tanzhang.intake.reference.ReferenceData;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** {@code factors check [SET]}: all sets, or one with its layers. Reads files only; needs no database. */
@Command(name = "check", resourceBundle = "messages.cli")
final class FactorsCheckCommand implements Callable<Integer> {

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

    @Mixin
    private final CommonOptions common = new CommonOptions();

    @Parameters(index = "0", arity = "0..1", paramLabel = "SET", descriptionKey = "set")
    private @Nullable String set;

    @Override
    public Integer call() {
        ReferenceData reference = ReferenceData.in(Session.referenceFolder());
        FactorCheck check = new FactorCheck(reference);
        Collection<String> sets;
        if (set == null) {
            sets = reference.setIds();
        } else {
            new ReferenceChoice(reference, spec).requireSet(set);
            sets = check.withLayers(set);
        }
        List<FactorFault> faults = new ArrayList<>();
        sets.forEach(s -> faults.addAll(check.of(s)));
        Output.of(spec, common).write(out -> print(out, sets, faults), () -> json(sets, faults));
        return faults.isEmpty() ? ExitCode.DONE : ExitCode.FAILED;
    }

    private static void print(PrintWriter out, Collection<String> sets, List<FactorFault> faults) {
        faults.forEach(f -> out.println(f.place() + ": " + message(f)));
        out.println(
                faults.isEmpty()
                        ? Words.of("check.none", String.valueOf(sets.size()))
                        : Words.of("check.found", String.valueOf(faults.size())));
    }

    private static String message(FactorFault fault) {
        return Words.of("check." + fault.kind().code(), fault.arguments().toArray());
    }

    private static ObjectNode json(Collection<String> sets, List<FactorFault> faults) {
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        ArrayNode checked = document.putArray("sets");
        sets.forEach(checked::add);
        ArrayNode array = document.putArray("findings");
        faults.forEach(f -> array.addObject()
                .put("set", f.set())
                .put("file", f.file())
                .put("line", f.line())
                .put("rule", f.kind().code())
                .put("message", message(f)));
        return document;
    }
}
