package org.tanzhang.intake.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tanzhang.account.KnownResiduals;

@DisplayName("The bureau's reasons for residuals")
class ResidualFilesTests {

    private static final String HEADER =
            "region,sector_group,carrier_group,flow,valid_from,valid_to,reason,amount,unit,tolerance,change,note\n";

    @TempDir
    private Path folder;

    private Path codes() throws IOException {
        if (Files.notExists(folder.resolve("codes"))) {
            FactorFiles.in(folder);
        }
        return folder.resolve("codes");
    }

    private KnownResiduals known(int year, String... lines) throws IOException {
        Files.writeString(codes().resolve("residuals.csv"), HEADER + String.join("\n", lines) + "\n");
        return ReferenceData.in(folder).residuals("430100", year, List.of());
    }

    @Test
    @DisplayName("hold for their city and their years, amounts in the ledger's unit")
    void inForce() throws IOException {
        String diesel = "430100,transport,diesel,final,2024,2024,aviation-and-rail,1.25,万吨,0.01,0.1,机务段";
        String other = "430000,transport,diesel,final,,,aviation-and-rail,,,,,";
        KnownResiduals known = known(2024, diesel, other);
        assertThat(known.assignments()).singleElement().satisfies(a -> {
            assertThat(Objects.requireNonNull(a.amount())).isEqualByComparingTo("12500");
            assertThat(Objects.requireNonNull(a.tolerance())).isEqualByComparingTo("0.01");
            assertThat(Objects.requireNonNull(a.change())).isEqualByComparingTo("0.1");
            assertThat(a.note()).isEqualTo("机务段");
        });
        assertThat(known(2023, diesel, other).assignments()).isEmpty();
        assertThat(known.reasons().get("aviation-and-rail"))
                .isNotNull()
                .satisfies(r -> assertThat(r.name().zh() + " " + r.atCity()).isEqualTo("空铁 true"));
    }

    @Test
    @DisplayName("of the sample city explain kerosene, transport diesel and LNG, and industrial gas")
    void shipped() {
        assertThat(Shipped.data().residuals("430100", 2024, List.of()).assignments())
                .extracting(a -> a.sectorGroup() + " " + a.carrierGroup() + " " + a.reason())
                .containsExactly(
                        "transport kerosene aviation-and-rail",
                        "transport diesel cross-county-transport",
                        "transport lng cross-county-transport",
                        "industry natural-gas cross-county-networks");
    }

    @Test
    @DisplayName("leave the digest of the code lists alone, on which the reading of workbooks rests")
    void outsideTheDigestOfCodes() throws IOException {
        codes();
        String before = ReferenceData.in(folder).codes().digest();
        known(2024, "430100,transport,diesel,final,,,aviation-and-rail,,,,,");
        assertThat(ReferenceData.in(folder).codes().digest()).isEqualTo(before);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "430100,transport,diesel,final,,,weather,,,,, | reason weather is not in residual-reasons.csv",
                "430100,transport,diesel,final,,,rounding,,,,, "
                        + "| reason rounding is given by the program and cannot be assigned",
                "430100,transport,diesel,final,,,,,,,, | reason is missing",
                "999999,transport,diesel,final,,,below-scale,,,,, | regions: no code 999999",
                "430100,30,diesel,final,,,below-scale,,,,, "
                        + "| sector_group 30 is no group at which city and counties close",
                "430100,industry,anthracite,final,,,below-scale,,,,, "
                        + "| carrier_group anthracite is part of raw-coal, at which they close",
                "430100,total,electricity,net-import,,,below-scale,,,,, | net-import has no residual",
                "430100,transport,diesel,final,2024,2023,below-scale,,,,, | valid_from is after valid_to",
                "430100,transport,diesel,final,,,below-scale,1,万吨,,, "
                        + "| an amount is of one year: valid_from and valid_to must be the same",
                "430100,transport,diesel,final,2024,2024,below-scale,1,万立方米,,, "
                        + "| unit 万立方米 does not fit 柴油, which is in 吨",
                "430100,transport,diesel,final,2024,2024,below-scale,one,吨,,, | amount is no decimal: one",
                "430100,transport,diesel,final,,,below-scale,,,-0.1,, | tolerance must not be negative",
            })
    @DisplayName("are refused with file and line")
    void refused(String line, String message) {
        String sound = "430100,transport,kerosene,final,,,aviation-and-rail,,,,,";
        assertThatExceptionOfType(ReferenceDataException.class)
                .isThrownBy(() -> known(2024, sound, line))
                .withMessage("residuals.csv:3: " + message);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "2024,,aviation-and-rail,,,, | the reason aviation-and-rail stands twice for this cell and year",
                "2024,,below-scale,,,, | this cell and year has the reason aviation-and-rail already; of two, one states"
                        + " its amount",
                "2024,2024,below-scale,1,吨,0.5, | this cell and year has another tolerance already",
                "2024,2024,below-scale,1,吨,,0.5 | this cell and year has another change already",
            })
    @DisplayName("of one cell and year agree with one another")
    void agree(String line, String message) throws IOException {
        String first = "430100,transport,diesel,final,,2024,aviation-and-rail,,,0.01,0.1,";
        assertThatExceptionOfType(ReferenceDataException.class)
                .isThrownBy(() -> known(2024, first, "430100,transport,diesel,final," + line + ","))
                .withMessage("residuals.csv:3: " + message);
        assertThat(known(2025, first, "430100,transport,diesel,final,2025,,below-scale,,,,,")
                        .assignments())
                .hasSize(1);
    }

    @Test
    @DisplayName("hold those that the program gives, and every code once")
    void list() throws IOException {
        Path list = codes().resolve("residual-reasons.csv");
        String shipped = Files.readString(list);
        Files.writeString(list, shipped.replace("\nunexplained,", "\nunclear,"));
        assertThatExceptionOfType(ReferenceDataException.class)
                .isThrownBy(() -> known(2024))
                .withMessage("residual-reasons.csv lacks the reason unexplained, which the program gives");
        Files.writeString(list, shipped + "confidential,保密,confidential,false,,\n");
        assertThatExceptionOfType(ReferenceDataException.class)
                .isThrownBy(() -> known(2024))
                .withMessage("residual-reasons.csv: code confidential stands twice");
        Files.writeString(list, shipped.replace("confidential,false", "confidential,maybe"));
        assertThatExceptionOfType(ReferenceDataException.class)
                .isThrownBy(() -> known(2024))
                .withMessageMatching("residual-reasons.csv:9: at_city can be true or false, not maybe");
    }
}
