package org.tanzhang.cli;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.tanzhang.account.intensity.Intensity.Line;
import org.tanzhang.account.intensity.IntensityTable;
import org.tanzhang.batch.Intensities;
import org.tanzhang.code.Codes;
import org.tanzhang.intake.reference.ReferenceData;
import org.tanzhang.ledger.Run;
import org.tanzhang.ledger.RunRepository;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** {@code indicators --year Y[..Y] [--region CODE] [--base-year Y]}: CO2 per GDP and per head, and its decline. */
@Command(name = "indicators", resourceBundle = "messages.cli")
final class IndicatorsCommand implements Callable<Integer> {

    private static final BigDecimal TEN_THOUSAND = BigDecimal.valueOf(10_000);

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

    @Mixin
    private final CommonOptions common = new CommonOptions();

    @Option(names = "--year", required = true, paramLabel = "Y[..Y]", descriptionKey = "year")
    private String year = "";

    @Option(names = "--region", paramLabel = "CODE", descriptionKey = "region")
    private @Nullable String region;

    @Option(names = "--base-year", paramLabel = "Y", descriptionKey = "base-year")
    private @Nullable Integer baseYear;

    @Override
    public Integer call() {
        List<Integer> years = Choices.years(year, spec);
        int last = Collections.max(years);
        // one year alone is compared with the year before it
        int from = years.size() == 1 ? last - 1 : Collections.min(years);
        try (Session session = Session.open()) {
            String code = region == null ? session.settings().territory() : region;
            Run run = session.get(RunRepository.class)
                    .latest(last, code)
                    .orElseThrow(() -> new ParameterException(
                            spec.commandLine(), Words.of("usage.no-run-yet", String.valueOf(last), code)));
            ReferenceData reference = session.get(ReferenceData.class);
            int prices =
                    baseYear == null ? reference.method(run.method()).beside().baseYear() : baseYear;
            IntensityTable table = session.get(Intensities.class).of(run, prices, from);
            Output.of(spec, common)
                    .write(
                            out -> {
                                out.println(Words.of("indicators.how", String.valueOf(prices), rounding(table)));
                                text(table, years, reference.codes()).print(out);
                            },
                            () -> json(table, years, reference.codes()));
        }
        return ExitCode.DONE;
    }

    private static String rounding(IntensityTable table) {
        return table.decimals() == null ? Words.of("indicators.not-rounded") : String.valueOf(table.decimals());
    }

    private static TextTable text(IntensityTable table, List<Integer> years, Codes codes) {
        TextTable text = new TextTable()
                .row(
                        Words.of("table.region"),
                        Words.of("indicators.measure"),
                        Words.of("runs.year"),
                        Words.of("indicators.co2"),
                        Words.of("indicators.gdp"),
                        Words.of("indicators.intensity"),
                        Words.of("indicators.per-head"),
                        Words.of("indicators.decline"),
                        Words.of("indicators.cumulative"),
                        Words.of("indicators.why-not"));
        for (IntensityTable.OfRegion of : table.regions()) {
            for (Line line : of.lines()) {
                if (years.contains(line.year())) {
                    text.row(
                            codes.regions().get(of.region()).name().zh(),
                            Words.of("indicators." + line.measure().code()),
                            String.valueOf(line.year()),
                            number(tenThousand(line.co2()), 2) + (line.complete() ? "" : "*"),
                            number(tenThousand(line.gdp()), 0),
                            number(line.intensity(), 4),
                            number(line.perHead(), 4),
                            percent(line.decline()),
                            percent(line.cumulative()),
                            line.reason() == null ? "" : Words.of("indicators." + line.reason()));
                }
            }
        }
        return text;
    }

    private static @Nullable BigDecimal tenThousand(@Nullable BigDecimal value) {
        return value == null ? null : value.divide(TEN_THOUSAND);
    }

    private static String number(@Nullable BigDecimal value, int decimals) {
        return value == null
                ? "—"
                : value.setScale(decimals, RoundingMode.HALF_EVEN).toPlainString();
    }

    private static String percent(@Nullable BigDecimal share) {
        return share == null ? "—" : number(share.movePointRight(2), 2) + "%";
    }

    private static ObjectNode json(IntensityTable table, List<Integer> years, Codes codes) {
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        document.put("base_year", table.baseYear());
        document.put("rounding", table.decimals() == null ? "none" : String.valueOf(table.decimals()));
        ArrayNode lines = document.putArray("indicators");
        for (IntensityTable.OfRegion of : table.regions()) {
            for (Line line : of.lines()) {
                if (!years.contains(line.year())) {
                    continue;
                }
                ObjectNode node = lines.addObject()
                        .put("region_code", of.region())
                        .put("region", codes.regions().get(of.region()).name().zh())
                        .put("year", line.year())
                        .put("measure", line.measure().code())
                        .put("complete", line.complete());
                put(node, "co2_t", line.co2());
                put(node, "gdp_cny", line.gdp());
                put(node, "t_per_10k_cny", line.intensity());
                put(node, "t_per_head", line.perHead());
                put(node, "decline", line.decline());
                put(node, "cumulative_decline", line.cumulative());
                node.put(
                        "reason",
                        line.reason() == null ? null : line.reason().name().toLowerCase(java.util.Locale.ROOT));
            }
        }
        return document;
    }

    /** A ledger decimal as a string, so that no reader rounds it; null where it is not known. */
    private static void put(ObjectNode node, String key, @Nullable BigDecimal value) {
        node.put(key, value == null ? null : value.stripTrailingZeros().toPlainString());
    }
}
