package org.tanzhang.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tanzhang.factor.FactorQuantity.CARBON_CONTENT;
import static org.tanzhang.factor.FactorQuantity.CO2_DIRECT;
import static org.tanzhang.factor.FactorQuantity.NCV;
import static org.tanzhang.factor.FactorQuantity.OXIDATION;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tanzhang.account.AccountInput.PlacedCard;
import org.tanzhang.code.ElectricitySeries;
import org.tanzhang.code.Flow;
import org.tanzhang.factor.Factor;
import org.tanzhang.factor.FactorQuantity;
import org.tanzhang.factor.FactorSet;
import org.tanzhang.intake.reference.Shipped;
import org.tanzhang.method.Method;
import org.tanzhang.observation.Statement;

/** The tables of contradictory sources in {@code src/docs/methods.md}, worked anew on the sample city. */
@DisplayName("The effects of contradictory sources, as methods.md states them,")
class ContradictionsTests {

    private static final Path DOCUMENT = Path.of("src/docs/methods.md");

    private static AccountInput city;
    private static BigDecimal scope1;
    private static BigDecimal netImport;

    /** A row of the tables. */
    record Row(String what, String standard, String other, String effect) {

        String key() {
            return what + ": " + other;
        }

        @Override
        public String toString() {
            return key();
        }
    }

    /** One choice of the default account changed. */
    private record Variant(UnaryOperator<Factor> factor, UnaryOperator<Method> method) {

        static Variant of(UnaryOperator<Method> method) {
            return new Variant(f -> f, method);
        }

        static Variant of(String carrier, FactorQuantity quantity, String value) {
            return where(f -> f.carrier().equals(carrier) && f.quantity() == quantity, f -> new BigDecimal(value));
        }

        static Variant where(Predicate<Factor> which, UnaryOperator<BigDecimal> change) {
            return new Variant(f -> which.test(f) ? changed(f, change.apply(f.value())) : f, m -> m);
        }

        Variant and(String carrier, FactorQuantity quantity, String value) {
            UnaryOperator<Factor> next = of(carrier, quantity, value).factor();
            return new Variant(f -> next.apply(factor.apply(f)), method);
        }

        private static Factor changed(Factor f, BigDecimal value) {
            return new Factor(
                    f.id(),
                    f.layer(),
                    f.carrier(),
                    f.quantity(),
                    value,
                    f.unit(),
                    f.sector(),
                    f.region(),
                    f.series(),
                    f.enterprise(),
                    f.validFrom(),
                    f.validTo(),
                    f.document(),
                    f.table(),
                    f.verification(),
                    f.note());
        }
    }

    private static final Map<String, Variant> VARIANTS = variants();

    private static Map<String, Variant> variants() {
        Map<String, Variant> all = new LinkedHashMap<>();
        all.put("heat value of coal: the set's for every card", Variant.of(Methods::withCoalHeatOfTheSet));
        all.put("bituminous coal, NCV: 23,204 kJ/kg (2.07 t/t)", Variant.of("bituminous-coal", NCV, "23204"));
        all.put("bituminous coal, combined: 2.174 t/t (JS/T 303-2026)", combined("bituminous-coal", "2.174"));
        all.put(
                "anthracite: 24,515 kJ/kg, 27.49 tC/TJ",
                Variant.of("anthracite", NCV, "24515").and("anthracite", CARBON_CONTENT, "27.49"));
        all.put(
                "natural gas, NCV: 35,609 kJ/m3 (1.215 kgce/m3 of the balance)",
                Variant.of("natural-gas", NCV, "35609"));
        all.put(
                "LNG: 44,200 kJ/kg, 17.2, 0.98",
                Variant.of("lng", NCV, "44200")
                        .and("lng", CARBON_CONTENT, "17.2")
                        .and("lng", OXIDATION, "0.98"));
        all.put("LNG: 41,868 kJ/kg, 15.3, 0.99", Variant.of("lng", NCV, "41868"));
        all.put("coke, carbon content: 31.38 tC/TJ (CEADs)", Variant.of("coke", CARBON_CONTENT, "31.38"));
        all.put("coke, carbon content: 29.42 tC/TJ", Variant.of("coke", CARBON_CONTENT, "29.42"));
        all.put("kerosene, carbon content: 19.6 tC/TJ", Variant.of("kerosene", CARBON_CONTENT, "19.6"));
        all.put(
                "petroleum coke: 31,000 kJ/kg, 0.98",
                Variant.of("petroleum-coke", NCV, "31000").and("petroleum-coke", OXIDATION, "0.98"));
        all.put("gasoline, NCV: 44,800 kJ/kg", Variant.of("gasoline", NCV, "44800"));
        all.put("diesel, NCV: 43,330 kJ/kg", Variant.of("diesel", NCV, "43330"));
        all.put("LPG: 47,310 kJ/kg, 0.99", Variant.of("lpg", NCV, "47310").and("lpg", OXIDATION, "0.99"));
        all.put("oxidation of oil and gas: 1 (newer standards seem to drop it)", wholly(List.of("oil", "gas")));
        all.put("oxidation of every fuel: 1", wholly(List.of("oil", "gas", "coal", "other")));
        all.put("CO2:C ratio: 44.0095/12.0107", Variant.of(m -> Methods.withRatio(m, "44.0095", "12.0107")));
        all.put(
                "electricity, kgCO2/kWh: 0.5306 national average, 2023",
                Variant.of(m -> Methods.withElectricity(m, ElectricitySeries.NATIONAL_AVERAGE)));
        all.put(
                "electricity, kgCO2/kWh: 0.5271 Central China, 2023",
                Variant.of(m -> Methods.withElectricity(m, ElectricitySeries.REGIONAL_AVERAGE)));
        all.put("electricity, kgCO2/kWh: 0.4900 Hunan, 2022", Variant.of("electricity", CO2_DIRECT, "0.4900"));
        all.put(
                "electricity, kgCO2/kWh: 0.5810 emissions trading, 2021: another series, never taken",
                Variant.of("electricity", CO2_DIRECT, "0.5810"));
        all.put(
                "electricity, kgCO2/kWh: 0.5703 emissions trading, 2022: another series, never taken",
                Variant.of("electricity", CO2_DIRECT, "0.5703"));
        return all;
    }

    /** Heat value changed so that heat value x carbon content x oxidation x 44/12 is that many t/t. */
    private static Variant combined(String carrier, String tonnes) {
        // t CO2 per t = kJ/kg x tC/TJ x share x 44 / 12 / 10^6
        BigDecimal carbon = new BigDecimal(tonnes).multiply(BigDecimal.valueOf(12_000_000));
        BigDecimal perHeat = standard(carrier, CARBON_CONTENT)
                .multiply(standard(carrier, OXIDATION))
                .multiply(BigDecimal.valueOf(44));
        return Variant.of(
                carrier, NCV, carbon.divide(perHeat, MathContext.DECIMAL128).toPlainString());
    }

    private static BigDecimal standard(String carrier, FactorQuantity quantity) {
        return Shipped.factors().factors().stream()
                .filter(f -> f.carrier().equals(carrier) && f.quantity() == quantity)
                .findFirst()
                .orElseThrow()
                .value();
    }

    private static Variant wholly(List<String> families) {
        return Variant.where(
                f -> f.quantity() == OXIDATION
                        && families.contains(Shipped.carrier(f.carrier()).family()),
                value -> BigDecimal.ONE);
    }

    @BeforeAll
    static void readTheSampleCity() throws IOException {
        Stored stored = new Stored();
        try (Stream<Path> files = Files.list(Path.of("samples/inbox/2024"))) {
            files.sorted().forEach(stored::read);
        }
        List<PlacedCard> cards = stored.statements("205-1").stream()
                .map(c -> new PlacedCard(c, stored.placeOf(c)))
                .toList();
        Map<String, Statement> balances = stored.statements("energy-balance").stream()
                .collect(Collectors.toMap(s -> s.reporter().code(), s -> s));
        city = new AccountInput(
                2024,
                Shipped.region("430100"),
                Shipped.codes().regions().children("430100", 2024),
                cards,
                List.of(),
                balances);
        Account account = account(Variant.of(m -> m));
        scope1 = scope1(account);
        netImport = netImport(account);
    }

    private static Account account(Variant variant) {
        FactorSet shipped = Shipped.factors();
        FactorSet set = new FactorSet(
                shipped.id(),
                shipped.title(),
                "",
                shipped.layers(),
                shipped.factors().stream().map(variant.factor()).toList());
        Method method = variant.method().apply(Shipped.method());
        return new Accounting(Shipped.codes(), Shipped.units(), set, method).account(city);
    }

    private static BigDecimal scope1(Account account) {
        return co2(account, e -> e.basis() == Basis.TOP_DOWN && e.flow().scope() == 1);
    }

    private static BigDecimal netImport(Account account) {
        return co2(account, e -> e.basis() == Basis.TOP_DOWN && e.flow() == Flow.NET_IMPORT);
    }

    private static BigDecimal co2(Account account, Predicate<LedgerEntry> which) {
        return account.entries().stream()
                .filter(which)
                .map(e -> Objects.requireNonNull(e.co2T()))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    static List<Row> rows() throws IOException {
        List<String> lines = Files.readAllLines(DOCUMENT);
        return lines.subList(lines.indexOf("## What sources contradict each other in"), lines.size()).stream()
                .filter(l -> l.startsWith("| ") && l.endsWith(" % |"))
                .map(l -> Arrays.stream(l.substring(2, l.length() - 2).split(" \\| "))
                        .map(String::strip)
                        .toList())
                .map(c -> new Row(c.get(0), c.get(1), c.get(2), c.get(3)))
                .toList();
    }

    @Test
    @DisplayName("are those of the rows that this test knows, no more and no fewer")
    void everyRowIsWorked() throws IOException {
        assertThat(rows()).extracting(Row::key).containsExactlyInAnyOrderElementsOf(VARIANTS.keySet());
    }

    @Test
    @DisplayName("are shares of the totals that accounting gives")
    void totals() throws IOException {
        assertThat(Files.readString(DOCUMENT))
                .contains("scope 1 of 2024 (" + megatonnes(scope1) + " Mt)")
                .contains("net import of electricity and heat, 2024 (" + megatonnes(netImport) + " Mt)");
    }

    private static String megatonnes(BigDecimal tonnes) {
        return tonnes.movePointLeft(6).setScale(3, RoundingMode.HALF_UP).toPlainString();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    @DisplayName("are what accounting gives with the one value changed")
    void effects(Row row) {
        Variant variant = Objects.requireNonNull(VARIANTS.get(row.key()), row.key());
        Account changed = account(variant);
        assertThat(row.effect())
                .isEqualTo(
                        row.what().startsWith("electricity")
                                ? percent(netImport(changed), netImport, 1)
                                : percent(scope1(changed), scope1, 3));
    }

    @Test
    @DisplayName("stand against the values that the default set holds")
    void standardValues() throws IOException {
        List<String> compared = new ArrayList<>();
        for (Row row : rows()) {
            UnaryOperator<Factor> change =
                    Objects.requireNonNull(VARIANTS.get(row.key())).factor();
            for (Factor f : Shipped.factors().factors()) {
                boolean printed = f.quantity() == NCV || f.quantity() == CARBON_CONTENT;
                if (printed && change.apply(f) != f && !row.what().endsWith("combined")) {
                    compared.add(f.id());
                    assertThat(row.standard()).as(row.key()).contains(print(f.value()));
                }
            }
        }
        assertThat(compared)
                .contains("ncv-bituminous-coal", "cc-coke", "ncv-lng", "cc-lng")
                .hasSize(14);
    }

    private static String print(BigDecimal value) {
        return new DecimalFormat("#,##0.##", DecimalFormatSymbols.getInstance(Locale.ROOT)).format(value);
    }

    private static String percent(BigDecimal changed, BigDecimal standard, int decimals) {
        BigDecimal percent = changed.subtract(standard)
                .multiply(BigDecimal.valueOf(100))
                .divide(standard, decimals, RoundingMode.HALF_UP);
        return (percent.signum() > 0 ? "+" : "") + percent.toPlainString() + " %";
    }
}
