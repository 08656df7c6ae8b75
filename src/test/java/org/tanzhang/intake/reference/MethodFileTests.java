package org.tanzhang.intake.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tanzhang.code.Name;
import org.tanzhang.method.Balancing;
import org.tanzhang.method.Composite;
import org.tanzhang.method.Method;
import org.tanzhang.method.StoredFraction;

@DisplayName("A method's file")
class MethodFileTests {

    @TempDir
    private Path folder;

    /** The method {@code mine}, which extends the shipped one; its own keys begin on line 5. */
    private Method method(String keys) throws IOException {
        if (Files.notExists(folder.resolve("methods"))) {
            FactorFiles.in(folder);
        }
        Files.writeString(
                folder.resolve("methods/mine.yml"),
                "id: mine\nextends: city-county-2025\ntitle: {zh: 试, en: test}\n\n" + keys + "\n");
        return ReferenceData.in(folder).method("mine");
    }

    @Test
    @DisplayName("states stored shares by carrier, and by division within a carrier")
    void storedFraction() throws IOException {
        Method method = method("stored-fraction:\n  default: \"1\"\n  coke: \"0.9\"\n"
                + "  natural-gas: {default: \"0.8\", \"26\": \"0.6\", 25: 0}\n"
                + "  lpg: {\"26\": \"0.5\"}\n");
        assertThat(method.storedFraction())
                .isEqualTo(new StoredFraction(
                        BigDecimal.ONE,
                        Map.of(
                                "coke", new StoredFraction.OfCarrier(new BigDecimal("0.9"), Map.of()),
                                "natural-gas",
                                        new StoredFraction.OfCarrier(
                                                new BigDecimal("0.8"),
                                                Map.of("26", new BigDecimal("0.6"), "25", BigDecimal.ZERO)),
                                "lpg",
                                        new StoredFraction.OfCarrier(
                                                BigDecimal.ONE, Map.of("26", new BigDecimal("0.5"))))));
    }

    @Test
    @DisplayName("gives autoproducers to division 44, with quotes or without")
    void autoproducers() throws IOException {
        assertThat(method("autoproducers: 44").autoproducers()).isEqualTo(Method.Autoproducers.POWER_AND_HEAT_DIVISION);
        assertThat(method("autoproducers: \"44\"").autoproducers())
                .isEqualTo(Method.Autoproducers.POWER_AND_HEAT_DIVISION);
    }

    @Test
    @DisplayName("names the composite parameter set of the assessment, whose files are part of its digest")
    void composite() throws IOException {
        Method without = method("");
        assertThat(without.composite())
                .isEqualTo(new Composite(
                        "composite-assessment",
                        new Name("composite-assessment", "composite-assessment"),
                        Composite.Feedstock.INCLUDED,
                        Map.of()));
        FactorFiles.in(folder.resolve("second"), "composite-assessment");
        Files.move(folder.resolve("second/sets/composite-assessment"), folder.resolve("sets/composite-assessment"));
        Method with = method("");
        assertThat(Objects.requireNonNull(with.composite()).byFamily())
                .extractingFromEntries(e -> e.getKey() + " " + e.getValue().id() + " "
                        + e.getValue().value().toPlainString())
                .containsExactlyInAnyOrder(
                        "coal composite-assessment/co2-coal-total 2.66",
                        "oil composite-assessment/co2-oil-total 1.73",
                        "gas composite-assessment/co2-natural-gas 1.56");
        assertThat(with.digest()).isNotEqualTo(without.digest());
        assertThat(method("assessment-composite: none").composite()).isNull();
        assertThatExceptionOfType(ReferenceDataException.class)
                .isThrownBy(() -> method("assessment-composite:\n  set: composite-assessment\n  feedstock: deducted"))
                .withMessage("methods/mine.yml:7: assessment-composite.feedstock must be included,"
                        + " as the factors of composite-assessment are made");
        new FactorFiles(folder)
                .append(
                        "composite-assessment/factors.csv",
                        "twice,coal-total,co2-direct,2.64,,,,tCO2/tce,,,,,doc,,read,\n");
        assertThatExceptionOfType(ReferenceDataException.class)
                .isThrownBy(() -> method("assessment-composite:\n  set: composite-assessment\n  feedstock: included"))
                .withMessage(
                        "methods/mine.yml:6: assessment-composite.set names composite-assessment, which must hold one"
                                + " factor in tCO2/tce for coal-total and holds 2");
    }

    @Test
    @DisplayName("asks for a balanced account by an indicator, or by the reliability of the sources")
    void balancing() throws IOException {
        assertThat(method("").balancing()).isEqualTo(Balancing.none());
        assertThat(method("balancing: indicator\nbalancing-indicator: equal").balancing())
                .isEqualTo(new Balancing(Balancing.Rule.INDICATOR, Balancing.Indicator.EQUAL, Map.of()));
        assertThat(method("balancing: indicator\nbalancing-indicator: population")
                        .balancing())
                .isEqualTo(new Balancing(Balancing.Rule.INDICATOR, Balancing.Indicator.POPULATION, Map.of()));
        assertThat(method("balancing: indicator\nbalancing-indicator: gdp-current")
                        .balancing())
                .isEqualTo(new Balancing(Balancing.Rule.INDICATOR, Balancing.Indicator.GDP_CURRENT, Map.of()));
        String deviations = "balancing: least-squares\nsource-deviations: {card: \"0.02\", county-balance: \"0.1\","
                + " county-total: %s, city-balance: 0}";
        assertThat(method(deviations.formatted("none")).balancing().deviations())
                .isEqualTo(Map.of(
                        Balancing.Source.CARD,
                        new BigDecimal("0.02"),
                        Balancing.Source.COUNTY_BALANCE,
                        new BigDecimal("0.1"),
                        Balancing.Source.CITY_BALANCE,
                        BigDecimal.ZERO));
        assertThat(method(deviations.formatted("\"0.05\"")).balancing().deviation(Balancing.Source.COUNTY_TOTAL))
                .isEqualByComparingTo("0.05");
        assertThat(Shipped.data()
                        .method("city-county-2025-balanced")
                        .balancing()
                        .rule())
                .isEqualTo(Balancing.Rule.LEAST_SQUARES);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "balancing: force | methods/mine.yml:5: balancing can be none or indicator or least-squares, not force",
                "balancing: indicator | methods/mine.yml: balancing-indicator is missing",
                "stored-fraction: {default: \"1.2\"} "
                        + "| methods/mine.yml:5: stored-fraction.default must lie from 0 to 1, not 1.2",
                "stored-fraction: {default: most} "
                        + "| methods/mine.yml:5: stored-fraction.default is no decimal: most",
                "stored-fraction: {default: 1, 天然气: 1} "
                        + "| methods/mine.yml:5: stored-fraction.天然气 is no carrier: it must be default or a code of carriers.csv",
                "stored-fraction: {default: 1, coke: {transport: 1}} | methods/mine.yml:5: stored-fraction.coke.transport"
                        + " is no division: it must be default or a division of GB/T 4754 of two digits in quotes, such as \"26\"",
                "autoproducers: 45 | methods/mine.yml:5: autoproducers can be own-division or 44, not 45",
                "electricity-series: emissions-trading | methods/mine.yml:5: electricity-series can be provincial-average"
                        + " or regional-average or national-average, not emissions-trading",
                "electricity-fallback: nearest "
                        + "| methods/mine.yml:5: electricity-fallback can be latest-before or none, not nearest",
                "assessment-composite: {set: x, feedstock: some} "
                        + "| methods/mine.yml:5: assessment-composite.feedstock can be included or deducted, not some",
                "combusting-inputs: [power, coking] "
                        + "| methods/mine.yml:5: combusting-inputs can be power and heat, not [power, coking]",
                "prefer: neither "
                        + "| methods/mine.yml:5: prefer can be energy-balance or industry-matrix, not neither",
                "rounding: {mode: UP} | methods/mine.yml:5: rounding.mode can be HALF_EVEN, not UP"
            })
    @DisplayName("is refused with file, line and the values allowed")
    void refused(String keys, String message) {
        assertThatExceptionOfType(ReferenceDataException.class)
                .isThrownBy(() -> method(keys))
                .withMessage(message);
    }

    @Test
    @DisplayName("is refused by the file it extends where that one is wrong")
    void refusedByItsBase() throws IOException {
        FactorFiles.in(folder);
        Path base = folder.resolve("methods/city-county-2025.yml");
        Files.writeString(base, Files.readString(base).replace("coal-ncv: stated", "coal-ncv: guessed"));
        int line = Files.readAllLines(base).indexOf("coal-ncv: guessed") + 1;
        Files.writeString(
                folder.resolve("methods/mine.yml"), "id: mine\nextends: city-county-2025\ntitle: {zh: 试, en: test}\n");
        assertThatExceptionOfType(ReferenceDataException.class)
                .isThrownBy(() -> ReferenceData.in(folder).method("mine"))
                .withMessage("methods/city-county-2025.yml:" + line + ": coal-ncv can be stated or set, not guessed");
    }
}
