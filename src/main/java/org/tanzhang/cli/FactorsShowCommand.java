package org.tanzhang.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.tanzhang.code.Carrier;
import org.tanzhang.code.ElectricitySeries;
import org.tanzhang.code.Region;
import org.tanzhang.code.Sector;
import org.tanzhang.factor.AmbiguousFactorException;
import org.tanzhang.factor.Factor;
import org.tanzhang.factor.FactorQuantity;
import org.tanzhang.factor.FactorSet;
import org.tanzhang.intake.reference.ReferenceData;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * {@code factors show CARRIER --year Y [--region CODE] [--sector S] [--enterprise CODE] [--factors SET]
 * [--method M]}. Of electricity every series is printed, apart; that of the method answers. Reads files only; needs no
 * database.
 */
@Command(name = "show", resourceBundle = "messages.cli")
final class FactorsShowCommand implements Callable<Integer> {

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

    @Mixin
    private final CommonOptions common = new CommonOptions();

    @Parameters(index = "0", paramLabel = "CARRIER", descriptionKey = "carrier")
    private String carrier = "";

    @Option(names = "--year", required = true, paramLabel = "Y", descriptionKey = "show-year")
    private int year;

    @Option(names = "--region", paramLabel = "CODE", descriptionKey = "show-region")
    private @Nullable String region;

    @Option(names = "--sector", paramLabel = "CODE", descriptionKey = "sector")
    private String sector = "total";

    @Option(names = "--enterprise", paramLabel = "CODE", descriptionKey = "enterprise")
    private String enterprise = "";

    @Option(names = "--factors", paramLabel = "SET", descriptionKey = "factors")
    private @Nullable String factors;

    @Option(names = "--method", paramLabel = "METHOD", descriptionKey = "method")
    private @Nullable String method;

    /**
     * The stack of one quantity.
     *
     * @param series the series of electricity factors that it is of, null where the carrier has none
     * @param counts whether a value of it may answer: not when the method takes another series
     * @param winner the value that answers, null when none does
     * @param earlier whether there is none of the year itself
     * @param ambiguous whether two values answer equally well
     */
    private record Stack(
            FactorQuantity quantity,
            @Nullable ElectricitySeries series,
            boolean counts,
            List<Factor> values,
            @Nullable Factor winner,
            boolean earlier,
            boolean ambiguous) {

        static Stack of(
                FactorSet set,
                String carrier,
                FactorQuantity quantity,
                @Nullable ElectricitySeries series,
                boolean counts,
                FactorSet.Wanted wanted) {
            List<Factor> values = set.ranking(carrier, quantity, wanted);
            boolean earlier = values.isEmpty();
            if (earlier) {
                values = set.rankingBefore(carrier, quantity, wanted);
            }
            try {
                Factor winner = (earlier
                                ? set.latestBefore(carrier, quantity, wanted)
                                : set.resolve(carrier, quantity, wanted))
                        .orElse(null);
                return new Stack(quantity, series, counts, values, counts ? winner : null, earlier, false);
            } catch (AmbiguousFactorException rivals) {
                return new Stack(quantity, series, counts, values, null, earlier, true);
            }
        }
    }

    @Override
    public Integer call() {
        ReferenceData reference = ReferenceData.in(Session.referenceFolder());
        JobDefaults defaults = JobDefaults.in(Session.root());
        ReferenceChoice choice = new ReferenceChoice(reference, spec);
        FactorSet set = choice.set(factors == null ? defaults.factors() : factors);
        Carrier what = choice.carrier(carrier);
        Region where = choice.region(region == null ? defaults.territory() : region);
        Sector who = choice.sector(sector);
        List<String> line = reference.codes().regions().withAncestors(where.code()).stream()
                .map(Region::code)
                .toList();
        ElectricitySeries chosen = choice.method(method == null ? defaults.method() : method)
                .electricity()
                .series();
        FactorSet.Wanted wanted = new FactorSet.Wanted(line, who.code(), who.sectorGroup(), year, enterprise, chosen);
        List<Stack> stacks = stacks(set, what.code(), wanted, chosen);
        Output.of(spec, common)
                .write(
                        out -> {
                            out.println(Words.of(
                                    "show.head",
                                    what.name().in(Words.language()),
                                    what.code(),
                                    String.valueOf(year),
                                    where.name().in(Words.language()),
                                    who.code(),
                                    set.id()));
                            print(out, stacks);
                        },
                        () -> json(what, where, who, set, stacks));
        return stacks.stream().anyMatch(Stack::ambiguous) ? ExitCode.FAILED : ExitCode.DONE;
    }

    /** A stack a quantity; of a carrier with series one a series, the method's first and even if it is empty. */
    private static List<Stack> stacks(
            FactorSet set, String carrier, FactorSet.Wanted wanted, ElectricitySeries chosen) {
        List<Stack> stacks = new ArrayList<>();
        for (FactorQuantity quantity : FactorQuantity.values()) {
            if (quantity == FactorQuantity.CO2_DIRECT && !set.series(carrier).isEmpty()) {
                stacks.add(Stack.of(set, carrier, quantity, chosen, true, wanted));
                set.series(carrier).stream()
                        .filter(series -> series != chosen)
                        .map(series -> Stack.of(set, carrier, quantity, series, false, wanted.of(series)))
                        .filter(stack -> !stack.values().isEmpty())
                        .forEach(stacks::add);
            } else {
                Stack stack = Stack.of(set, carrier, quantity, null, true, wanted);
                if (!stack.values().isEmpty()) {
                    stacks.add(stack);
                }
            }
        }
        return stacks;
    }

    /** The series of a stack in words, and whether it is the method's; empty where the carrier has none. */
    private static String series(Stack stack) {
        ElectricitySeries series = stack.series();
        return series == null
                ? ""
                : "  "
                        + Words.of(
                                stack.counts() ? "show.series" : "show.other-series",
                                Words.of("series." + series.code()));
    }

    private static void print(PrintWriter out, List<Stack> stacks) {
        if (stacks.isEmpty()) {
            out.println(Words.of("show.none"));
            return;
        }
        for (Stack stack : stacks) {
            out.println();
            out.println(Words.of("quantity." + stack.quantity().code())
                    + series(stack)
                    + (stack.earlier() && !stack.values().isEmpty() ? "  " + Words.of("show.earlier") : "")
                    + (stack.ambiguous() ? "  " + Words.of("show.ambiguous") : ""));
            if (stack.values().isEmpty()) {
                out.println("  " + Words.of("show.not-estimated"));
            }
            for (Factor f : stack.values()) {
                out.println((f.equals(stack.winner()) ? "* " : "  ")
                        + String.join(
                                        "  ",
                                        FactorsDiffCommand.amount(f),
                                        Words.of("show.layer", f.layer()),
                                        (f.document() + " " + f.table()).strip(),
                                        Words.find("mark." + f.verification()).orElse(f.verification()),
                                        FactorsDiffCommand.where(f))
                                .stripTrailing());
            }
        }
        out.println();
        out.println(Words.of("show.wins"));
    }

    private ObjectNode json(Carrier what, Region where, Sector who, FactorSet set, List<Stack> stacks) {
        ObjectNode document = JsonNodeFactory.instance
                .objectNode()
                .put("carrier", what.code())
                .put("year", year)
                .put("region_code", where.code())
                .put("sector_code", who.code())
                .put("factor_set", set.id());
        ArrayNode layers = document.putArray("layers");
        set.layers().forEach(layers::add);
        ArrayNode quantities = document.putArray("quantities");
        for (Stack stack : stacks) {
            ObjectNode quantity = quantities
                    .addObject()
                    .put("quantity", stack.quantity().code())
                    .put(
                            "series",
                            stack.series() == null ? null : stack.series().code())
                    .put("counts", stack.counts())
                    .put("latest_before", stack.earlier())
                    .put("ambiguous", stack.ambiguous());
            ArrayNode values = quantity.putArray("values");
            for (Factor f : stack.values()) {
                values.addObject()
                        .put("id", f.id())
                        .put("layer", f.layer())
                        .put("value", f.value().toPlainString())
                        .put("unit", f.unit().toString())
                        .put("sector", f.sector())
                        .put("region", f.region())
                        .put("enterprise", f.enterprise())
                        .put("valid_from", f.validFrom())
                        .put("valid_to", f.validTo())
                        .put("document", f.document())
                        .put("table", f.table())
                        .put("verification", f.verification())
                        .put("note", f.note())
                        .put("wins", f.equals(stack.winner()));
            }
        }
        return document;
    }
}
