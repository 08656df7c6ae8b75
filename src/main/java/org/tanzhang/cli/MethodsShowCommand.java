package org.tanzhang.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tanzhang.code.Codes;
import org.tanzhang.code.Region;
import org.tanzhang.factor.Factor;
import org.tanzhang.intake.reference.MethodSheet;
import org.tanzhang.intake.reference.MethodSheet.Choice;
import org.tanzhang.intake.reference.ReferenceData;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * {@code methods show [METHOD]}: a method in words, choice by choice. The words of a choice stand in the bundle under
 * {@code method.KEY} with its value, {@code method.KEY.VALUE}, or, for values by carrier, {@code method.KEY.each}.
 */
@Command(name = "show", resourceBundle = "messages.cli")
final class MethodsShowCommand implements Callable<Integer> {

    private static final String SERIES = "electricity-series";

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

    @Mixin
    private final CommonOptions common = new CommonOptions();

    @Parameters(index = "0", arity = "0..1", paramLabel = "METHOD", descriptionKey = "method-id")
    private @Nullable String method;

    @Override
    public Integer call() {
        ReferenceData reference = ReferenceData.in(Session.referenceFolder());
        String id = method == null ? JobDefaults.in(Session.root()).method() : method;
        List<String> ids = MethodSheet.ids(reference);
        if (!ids.contains(id)) {
            throw new CommandLine.ParameterException(
                    spec.commandLine(), Words.of("usage.no-method", id, String.join(", ", ids)));
        }
        MethodSheet sheet = MethodSheet.read(reference, id);
        String years = electricityYears(reference, sheet);
        Output.of(spec, common)
                .write(
                        out -> print(out, sheet, reference.codes(), years),
                        () -> json(sheet, reference.codes()).put("electricity_years", years));
        return ExitCode.DONE;
    }

    /** The years for which the default set has a value of the method's series in the territory. */
    private static String electricityYears(ReferenceData reference, MethodSheet sheet) {
        JobDefaults defaults = JobDefaults.in(Session.root());
        List<String> line = reference.codes().regions().withAncestors(defaults.territory()).stream()
                .map(Region::code)
                .toList();
        return reference.factorSet(defaults.factors()).factors().stream()
                .filter(f -> f.series() != null
                        && sheet.choices().stream()
                                .anyMatch(c -> c.key().equals(SERIES)
                                        && c.values().contains(f.series().code())))
                .filter(f -> f.region() == null || line.contains(f.region()))
                .map(Factor::validFrom)
                .filter(Objects::nonNull)
                .map(String::valueOf)
                .distinct()
                .sorted()
                .collect(Collectors.joining(" "));
    }

    private static void print(PrintWriter out, MethodSheet sheet, Codes codes, String electricityYears) {
        out.println(sheet.title().in(Words.language()) + "  " + sheet.id());
        if (!sheet.document().isBlank()) {
            out.println(Words.of("method.document", sheet.document()));
        }
        out.println();
        for (Choice choice : sheet.choices()) {
            out.println("- " + words(choice, codes)
                    + (choice.key().equals(SERIES) ? Words.of("method.electricity-years", electricityYears) : "")
                    + (choice.from().equals(sheet.id()) ? "" : Words.of("method.inherited", choice.from())));
        }
    }

    private static String words(Choice choice, Codes codes) {
        String key = "method." + choice.path();
        String values = choice.values().isEmpty()
                ? Words.of("method.nothing")
                : choice.values().stream()
                        .map(v -> Words.find("method." + choice.key() + ".item." + v)
                                .or(() -> choice.list() ? name(v, codes) : Optional.empty())
                                .orElse(v))
                        .collect(Collectors.joining(Words.of("method.and")));
        return Words.find(key + "." + String.join("-", choice.values()))
                .or(() -> Words.find(key, values))
                .or(() -> each(choice, codes, values))
                .orElseGet(() -> Words.of("method.other", key.substring("method.".length()), values));
    }

    /** The words of a choice made by carrier, or by carrier and division. */
    private static Optional<String> each(Choice choice, Codes codes, String values) {
        String each = "method." + choice.key() + ".each";
        String part = Words.find("method." + choice.key() + ".part." + choice.part())
                .or(() -> name(choice.part(), codes))
                .orElse(choice.part());
        return choice.below().isEmpty()
                ? Words.find(each, part, values)
                : Words.find(each + "." + choice.below(), part, values)
                        .or(() -> Words.find(
                                each + ".each",
                                part,
                                name(choice.below(), codes).orElse(choice.below()),
                                values));
    }

    /** The name of a carrier or a sector. */
    private static Optional<String> name(String code, Codes codes) {
        return codes.carriers()
                .find(code)
                .map(c -> c.name().in(Words.language()))
                .or(() -> codes.sectors().find(code).map(s -> s.name().in(Words.language())));
    }

    private static ObjectNode json(MethodSheet sheet, Codes codes) {
        ObjectNode document = JsonNodeFactory.instance
                .objectNode()
                .put("id", sheet.id())
                .put("title", sheet.title().in(Words.language()))
                .put("document", sheet.document());
        ArrayNode array = document.putArray("choices");
        for (Choice choice : sheet.choices()) {
            ObjectNode node = array.addObject().put("key", choice.path());
            ArrayNode values = node.putArray("values");
            choice.values().forEach(values::add);
            node.put("text", words(choice, codes)).put("from", choice.from());
        }
        return document;
    }
}
