package org.tanzhang.account;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.tanzhang.account.AccountInput.PlacedCard;
import org.tanzhang.code.Name;
import org.tanzhang.factor.Factor;
import org.tanzhang.factor.FactorQuantity;
import org.tanzhang.factor.FactorSet;
import org.tanzhang.intake.reference.ReferenceMaterial;
import org.tanzhang.intake.reference.Shipped;
import org.tanzhang.observation.Statement;
import org.tanzhang.quality.Finding;
import org.tanzhang.quantity.Unit;

/**
 * METHOD.md in numbers: the workbooks of a fictional city, and the ledger they must give, worked out apart from any
 * program ({@code reference/mini-world}).
 */
@DisplayName("The mini world")
class MiniWorldTests {

    private final Stored stored = new Stored();

    private Account account() throws IOException {
        try (Stream<Path> workbooks = Files.list(ReferenceMaterial.at("mini-world/workbooks"))) {
            workbooks.sorted().forEach(stored::read);
        }
        List<PlacedCard> cards = stored.statements("205-1").stream()
                .map(c -> new PlacedCard(c, stored.placeOf(c)))
                .toList();
        Map<String, Statement> balances = stored.statements("energy-balance").stream()
                .collect(Collectors.toMap(s -> s.reporter().code(), s -> s));
        AccountInput input = new AccountInput(
                2024,
                Shipped.region("430100"),
                Shipped.codes().regions().children("430100", 2024),
                cards,
                List.of(),
                balances);
        return new Accounting(Shipped.codes(), Shipped.units(), factors(), Shipped.method()).account(input);
    }

    /** Its own heat values, carbon contents, oxidation rates and direct factors; coal equivalents of the shipped set. */
    private static FactorSet factors() throws IOException {
        List<Factor> all = new ArrayList<>(Shipped.factors().factors().stream()
                .filter(f -> f.quantity() == FactorQuantity.COAL_EQUIVALENT)
                .toList());
        for (NamedCsvRecord line : csv("mini-world/factors.csv")) {
            String carrier = line.getField("carrier_code");
            if (line.getField("ncv").isEmpty()) {
                Unit unit = Shipped.units().get(line.getField("unit"));
                all.add(Factors.general(
                        carrier, FactorQuantity.CO2_DIRECT, line.getField("direct_tCO2_per_unit"), "tCO2/" + unit));
            } else {
                all.add(Factors.general(carrier, FactorQuantity.NCV, line.getField("ncv"), line.getField("ncv_unit")));
                all.add(Factors.general(
                        carrier, FactorQuantity.CARBON_CONTENT, line.getField("carbon_content_tC_per_TJ"), "tC/TJ"));
                all.add(Factors.general(carrier, FactorQuantity.OXIDATION, line.getField("oxidation"), "1"));
            }
        }
        return new FactorSet("mini-world", new Name("小世界", "mini world"), "", all);
    }

    private static List<NamedCsvRecord> csv(String path) throws IOException {
        try (CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(ReferenceMaterial.at(path))) {
            return reader.stream().toList();
        }
    }

    private static Map<String, String> expected() throws IOException {
        Map<String, String> lines = new TreeMap<>();
        for (NamedCsvRecord line : csv("mini-world/expected.csv")) {
            String key = String.join(
                    "/",
                    line.getField("region_code"),
                    line.getField("sector_code"),
                    line.getField("sector_group"),
                    line.getField("carrier_code"),
                    line.getField("carrier_group"),
                    line.getField("flow"),
                    line.getField("scope"),
                    line.getField("basis"));
            lines.put(
                    key,
                    value(
                            new BigDecimal(line.getField("activity")),
                            line.getField("unit"),
                            new BigDecimal(line.getField("co2_t"))));
        }
        return lines;
    }

    /** One line for each key: enterprises of one division in one county together. */
    private static Map<String, String> ledger(Account account) {
        Map<String, List<LedgerEntry>> byKey = account.entries().stream()
                .collect(Collectors.groupingBy(
                        e -> String.join(
                                "/",
                                e.region(),
                                e.sector(),
                                e.sectorGroup(),
                                e.carrier(),
                                e.carrierGroup(),
                                e.flow().code(),
                                String.valueOf(e.flow().scope()),
                                e.basis().code()),
                        TreeMap::new,
                        Collectors.toList()));
        Map<String, String> lines = new TreeMap<>();
        byKey.forEach((key, entries) -> lines.put(
                key,
                value(
                        entries.stream()
                                .map(e -> Objects.requireNonNull(e.activity()))
                                .reduce(BigDecimal.ZERO, BigDecimal::add),
                        entries.get(0).unit(),
                        entries.stream()
                                .map(e -> Objects.requireNonNull(e.co2T()))
                                .reduce(BigDecimal.ZERO, BigDecimal::add))));
        return lines;
    }

    private static String value(BigDecimal activity, String unit, BigDecimal co2) {
        return activity.stripTrailingZeros().toPlainString() + " " + unit + " -> "
                + co2.setScale(6, RoundingMode.HALF_EVEN).toPlainString() + " t";
    }

    @Test
    @DisplayName("gives the ledger that was worked out by hand, row for row")
    void givesTheExpectedLedger() throws IOException {
        assertThat(ledger(account())).containsExactlyEntriesOf(expected());
    }

    @Test
    @DisplayName("is read and accounted without an error")
    void hasNoError() throws IOException {
        Account account = account();
        assertThat(stored.findings()).noneMatch(Finding::isError);
        assertThat(account.findings()).noneMatch(Finding::isError);
    }
}
