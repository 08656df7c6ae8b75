package org.tanzhang.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tanzhang.factor.Factor;
import org.tanzhang.factor.FactorChange;
import org.tanzhang.factor.FactorSet;
import org.tanzhang.intake.reference.ReferenceData;
import org.tanzhang.quantity.Unit;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** {@code factors diff SET SET}. Reads files only; needs no database. */
@Command(name = "diff", resourceBundle = "messages.cli")
final class FactorsDiffCommand implements Callable<Integer> {

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

    @Mixin
    private final CommonOptions common = new CommonOptions();

    @Parameters(index = "0", paramLabel = "SET", descriptionKey = "set-old")
    private String one = "";

    @Parameters(index = "1", paramLabel = "SET", descriptionKey = "set-new")
    private String other = "";

    @Override
    public Integer call() {
        ReferenceData reference = ReferenceData.in(Session.referenceFolder());
        ReferenceChoice choice = new ReferenceChoice(reference, spec);
        FactorSet before = choice.set(one);
        FactorSet after = choice.set(other);
        List<FactorChange> changes = FactorChange.between(before, after);
        Output.of(spec, common).write(out -> print(out, reference, changes), () -> json(changes));
        return ExitCode.DONE;
    }

    private void print(PrintWriter out, ReferenceData reference, List<FactorChange> changes) {
        if (changes.isEmpty()) {
            out.println(Words.of("diff.none"));
            return;
        }
        TextTable table = new TextTable()
                .row(
                        Words.of("diff.carrier"),
                        Words.of("diff.quantity"),
                        Words.of("diff.where"),
                        one,
                        other,
                        Words.of("diff.change"));
        for (FactorChange change : changes) {
            Factor about = change.about();
            table.row(
                    reference.codes().carriers().get(about.carrier()).name().in(Words.language()),
                    about.quantity().code(),
                    where(about),
                    amount(change.before()),
                    amount(change.after()),
                    change(change));
        }
        table.print(out);
        out.println(Words.of("diff.count", String.valueOf(changes.size())));
    }

    private String change(FactorChange change) {
        if (change.before() == null) {
            return Words.of("diff.only-in", other);
        }
        if (change.after() == null) {
            return Words.of("diff.only-in", one);
        }
        return change.percent()
                .map(p -> (p.signum() > 0 ? "+" : "") + p.toPlainString() + "%")
                .orElse("");
    }

    /** Sector, region, enterprise and years that a value is bound to. */
    static String where(Factor f) {
        String years = f.validFrom() == null && f.validTo() == null
                ? null
                : Objects.equals(f.validFrom(), f.validTo())
                        ? String.valueOf(f.validFrom())
                        : text(f.validFrom()) + ".." + text(f.validTo());
        return Stream.of(f.sector(), f.region(), f.enterprise(), years)
                .filter(Objects::nonNull)
                .collect(Collectors.joining(" "));
    }

    /** The value with its unit, a pure number without; empty for none. */
    static String amount(@Nullable Factor f) {
        if (f == null) {
            return "";
        }
        return f.unit().equals(Unit.ONE)
                ? f.value().toPlainString()
                : f.asQuantity().toString();
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : String.valueOf(value);
    }

    private ObjectNode json(List<FactorChange> changes) {
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        ArrayNode array = document.put("old", one).put("new", other).putArray("changes");
        for (FactorChange change : changes) {
            Factor about = change.about();
            ObjectNode node = array.addObject()
                    .put("carrier", about.carrier())
                    .put("quantity", about.quantity().code())
                    .put("sector", about.sector())
                    .put("region", about.region())
                    .put("enterprise", about.enterprise())
                    .put("valid_from", about.validFrom())
                    .put("valid_to", about.validTo());
            put(node, "old", change.before());
            put(node, "new", change.after());
            node.put("percent", change.percent().map(p -> p.toPlainString()).orElse(null));
            node.put("only_in", change.before() == null ? other : change.after() == null ? one : null);
        }
        return document;
    }

    private static void put(ObjectNode node, String name, @Nullable Factor f) {
        node.put(name, f == null ? null : f.value().toPlainString());
        node.put(name + "_unit", f == null ? null : f.unit().toString());
        node.put(name + "_factor", f == null ? null : f.id());
    }
}
