package org.tanzhang.cli;

import java.io.PrintWriter;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tanzhang.code.Partition;
import org.tanzhang.ledger.LedgerRepository;
import org.tanzhang.ledger.LedgerRepository.Totals;
import org.tanzhang.ledger.MemoRepository;
import org.tanzhang.ledger.Run;
import org.tanzhang.ledger.TidyRow;
import org.tanzhang.observation.NotationKey;
import org.tanzhang.quality.Finding;
import org.tanzhang.quality.FindingWords;
import org.tanzhang.quality.Severity;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What runs say: a small table to people, the JSON of the contract to machines. */
record RunOutput(List<Run> runs, LedgerRepository ledger, MemoRepository memos) {

    private static final BigDecimal TEN_THOUSAND = new BigDecimal(10_000);

    ArrayNode json() {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        for (Run run : runs) {
            Totals total = ledger.total(run.id());
            ObjectNode node = array.addObject();
            node.put("run_id", String.valueOf(run.id()));
            node.put("year", run.year());
            node.put("region_code", run.regionCode());
            node.put("factor_set", run.factorSet());
            node.put("method", run.method());
            node.put("partition", run.partition());
            node.put("digest", run.digest());
            node.put("entries", run.entries());
            boolean scope2 = ledger.hasScope2(run.id());
            node.putObject("co2_t")
                    .put("scope1", plain(total.scope1()))
                    .put("scope2_consumption", scope2 ? plain(total.scope2Consumption()) : null)
                    .put("scope2_net_import", scope2 ? plain(total.scope2NetImport()) : null);
            node.put("incomplete", total.missing() > 0);
            MemoOutput.of(memos.rows(run.id()), node.putArray("memo"));
        }
        return array;
    }

    /** The table of every run, with what its accounting found wrong. */
    void print(PrintWriter out) {
        FindingWords words = FindingWords.in(Words.language());
        for (Run run : runs) {
            out.println();
            out.println(Words.of(
                    "run.head", run.region(), String.valueOf(run.year()), String.valueOf(run.id()), run.entries()));
            out.println("  " + Words.of("run.choice", run.factorSet(), run.method()));
            if (!run.partition().equals(Partition.ADMINISTRATIVE)) {
                out.println("  " + Words.of("run.partition", run.partition()));
            }
            out.println("  " + Words.of("run.digest", run.digest()));
            TextTable table = new TextTable();
            table.row(
                    Words.of("table.region"),
                    Words.of("table.scope1"),
                    Words.of("table.consumption"),
                    Words.of("table.net-import"));
            Totals city = ledger.total(run.id());
            boolean scope2 = ledger.hasScope2(run.id());
            List<Totals> counties = ledger.counties(run.id());
            counties.forEach(county -> row(table, county.region(), county, scope2));
            if (!counties.isEmpty()) {
                table.row(Words.of("table.residual"), tenThousand(residual(city, counties)), "", "");
            }
            row(table, city.region(), city, scope2);
            table.print(out);
            if (city.missing() > 0) {
                out.println("  " + Words.of("run.incomplete", city.missing()));
            }
            out.println("  " + Words.of("run.scope2"));
            List<Finding> said = ledger.findings(run.id()).stream()
                    .filter(f -> f.severity() != Severity.INFO)
                    .toList();
            if (!said.isEmpty()) {
                out.println("  " + Words.of("run.findings"));
            }
            said.forEach(f -> out.println(
                    "    " + Words.of("severity." + f.severity().code()) + "  " + f.rule() + "  " + words.of(f)));
        }
    }

    /** What the counties do not cover; null where nothing of the city could be accounted. */
    private static @Nullable BigDecimal residual(Totals city, List<Totals> counties) {
        @Nullable BigDecimal whole = city.scope1();
        return whole == null
                ? null
                : counties.stream().map(Totals::scope1).filter(Objects::nonNull).reduce(whole, BigDecimal::subtract);
    }

    private static void row(TextTable table, String name, Totals totals, boolean scope2) {
        table.row(
                totals.missing() > 0 ? name + "*" : name,
                tenThousand(totals.scope1()),
                scope2 ? tenThousand(totals.scope2Consumption()) : "—",
                scope2 ? tenThousand(totals.scope2NetImport()) : "—");
    }

    private static @Nullable String plain(@Nullable BigDecimal tonnes) {
        return tonnes == null ? null : TidyRow.plain(tonnes);
    }

    private static String tenThousand(@Nullable BigDecimal tonnes) {
        return tonnes == null
                ? NotationKey.NE.name()
                : tonnes.divide(TEN_THOUSAND, 2, RoundingMode.HALF_UP).toPlainString();
    }
}
