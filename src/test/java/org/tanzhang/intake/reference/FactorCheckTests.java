package org.tanzhang.intake.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("The check of a factor set")
class FactorCheckTests {

    @TempDir
    private Path folder;

    private List<String> faults(String... lines) throws IOException {
        ReferenceData data =
                FactorFiles.in(folder).set("mine", List.of(), lines).data();
        return new FactorCheck(data)
                .of("mine").stream().map(f -> f.line() + " " + f.kind().code()).toList();
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "missing|x,raw-coal,ncv,20000,,,,,,,,,,doc,,read,",
                "missing|x,raw-coal,ncv,20000,,,,kJ/kg,,,,,,,,read,",
                "missing|x,raw-coal,ncv,20000,,,,kJ/kg,,,,,,doc,,,",
                "missing|x,raw-coal,ncv,,,,,kJ/kg,,,,,,doc,,read,",
                "unit|x,raw-coal,ncv,20000,,,,kcal/kg,,,,,,doc,,read,",
                "dimension|x,raw-coal,ncv,20000,,,,tC/TJ,,,,,,doc,,read,",
                "dimension|x,raw-coal,carbon-content,26,,,,tCO2/TJ,,,,,,doc,,read,",
                "dimension|x,raw-coal,co2-per-energy,95,,,,tCO2/t,,,,,,doc,,read,",
                "quantity|x,raw-coal,heat-value,20000,,,,kJ/kg,,,,,,doc,,read,",
                "no-number|x,raw-coal,ncv,about 20,,,,kJ/kg,,,,,,doc,,read,",
                "no-number|x,raw-coal,ncv,20000,low,,,kJ/kg,,,,,,doc,,read,",
                "negative|x,raw-coal,ncv,-1,,,,kJ/kg,,,,,,doc,,read,",
                "lower|x,raw-coal,ncv,20000,20001,,,kJ/kg,,,,,,doc,,read,",
                "upper|x,raw-coal,ncv,20000,,19999,,kJ/kg,,,,,,doc,,read,",
                "carrier|x,peat-moss,ncv,20000,,,,kJ/kg,,,,,,doc,,read,",
                "sector|x,raw-coal,ncv,20000,,,,kJ/kg,999,,,,,doc,,read,",
                "region|x,raw-coal,ncv,20000,,,,kJ/kg,,999999,,,,doc,,read,",
                "enterprise|x,raw-coal,ncv,20000,,,,kJ/kg,,,the mill,,,doc,,read,",
                "year|x,raw-coal,ncv,20000,,,,kJ/kg,,,,soon,,doc,,read,",
                "years|x,raw-coal,ncv,20000,,,,kJ/kg,,,,2024,2023,doc,,read,",
                "mark|x,raw-coal,ncv,20000,,,,kJ/kg,,,,,,doc,,memory,",
                "fields|x,raw-coal,ncv,20000,,,,kJ/kg,,,,,,doc,,read,,and more",
            })
    @DisplayName("finds what is wrong with a line")
    void findsFaultyLines(String kind, String line) throws IOException {
        assertThat(faults(line)).containsExactly("2 " + kind);
    }

    @Test
    @DisplayName("finds every fault in one pass, with its line")
    void findsAll() throws IOException {
        assertThat(faults(
                        "a,raw-coal,ncv,20000,30000,,,kJ/kg,,,,,,,,read,",
                        "a,peat-moss,oxidation,0.9,,,,1,,,,,,doc,,read,",
                        "b,coke,ncv,x,,,,kJ,,999999,,,,doc,,,"))
                .containsExactly(
                        "2 missing",
                        "2 lower",
                        "3 duplicate",
                        "3 carrier",
                        "4 missing",
                        "4 no-number",
                        "4 region",
                        "4 dimension");
    }

    @Test
    @DisplayName("finds years that overlap where neither value is more specific")
    void findsOverlaps() throws IOException {
        assertThat(faults(
                        "a,electricity,co2-direct,0.5,,,,kgCO2/kWh,,430000,,2021,2022,doc,,read,",
                        "b,electricity,co2-direct,0.5,,,,kgCO2/kWh,,430000,,2022,2023,doc,,read,",
                        "c,electricity,co2-direct,0.5,,,,kgCO2/kWh,,430100,,2022,2022,doc,,read,",
                        "d,electricity,co2-direct,0.5,,,,kgCO2/kWh,,430000,,2024,,doc,,read,"))
                .containsExactly("3 overlap");
    }

    @ParameterizedTest(name = "{0} kJ/kg and {1} kgce/kg: {2}")
    @CsvSource({"20908, 0.7143, ''", "20908, 0.7280, 3 ncv-tce", "20.908, 0.7143, 3 ncv-tce", "20908, 0.6990, 3 ncv-tce"
    })
    @DisplayName("compares heat value and coal equivalent at 29307.6 kJ/kgce, within 2 %")
    void comparesHeatAndCoal(String heat, String coal, String expected) throws IOException {
        List<String> found = faults(
                "n,raw-coal,ncv," + heat + ",,,,kJ/kg,,,,,,doc,,read,",
                "c,raw-coal,coal-equivalent," + coal + ",,,,kgce/kg,,,,,,doc,,read,");
        assertThat(String.join(",", found)).isEqualTo(expected);
    }

    @Test
    @DisplayName("lets heat value and coal equivalent differ where a note says so")
    void knowsDeclaredDifferences() throws IOException {
        assertThat(faults(
                        "n,raw-coal,ncv,20908,,,,kJ/kg,,,,,,doc,,read,",
                        "c,raw-coal,coal-equivalent,0.9,,,,kgce/kg,,,,,,doc,,read,Of washed coal. [ncv-tce]"))
                .isEmpty();
    }

    /** 20908 kJ/kg x 26.37 tC/TJ x 0.94 x 44/12 = 1.9003 kgCO2/kg. */
    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({"1.9003, ''", "1.95, 5 direct", "1.86, 5 direct"})
    @DisplayName("compares a direct factor with heat value x carbon content x oxidation x 44/12")
    void comparesDirectFactors(String direct, String expected) throws IOException {
        List<String> found = faults(
                "n,raw-coal,ncv,20908,,,,kJ/kg,,,,,,doc,,read,",
                "k,raw-coal,carbon-content,26.37,,,,tC/TJ,,,,,,doc,,read,",
                "o,raw-coal,oxidation,0.94,,,,1,,,,,,doc,,read,",
                "d,raw-coal,co2-direct," + direct + ",,,,tCO2/t,,,,,,doc,,read,");
        assertThat(String.join(",", found)).isEqualTo(expected);
    }

    @Test
    @DisplayName("finds faults of set.yml: layers that do not exist or go round, a missing title")
    void findsFaultyHeads() throws IOException {
        FactorFiles files =
                FactorFiles.in(folder).set("a", List.of("b", "nowhere")).set("b", List.of("a"));
        FactorCheck check = new FactorCheck(files.data());
        assertThat(check.of("a"))
                .extracting(f -> f.place() + " " + f.kind().code())
                .containsExactly("sets/a/set.yml:6 layer-circle", "sets/a/set.yml:6 layer-unknown");
        assertThat(check.withLayers("a")).containsExactly("a", "b");
    }
}
