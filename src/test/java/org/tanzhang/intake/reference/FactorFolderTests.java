package org.tanzhang.intake.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tanzhang.factor.Factor;
import org.tanzhang.factor.FactorSet;

@DisplayName("A folder of factor sets")
class FactorFolderTests {

    private static final String COAL = "ncv,raw-coal,ncv,20000,,,,kJ/kg,,,,,,a document,,read,";
    private static final String MEASURED = "mill,raw-coal,ncv,21000,,,,kJ/kg,,,91430100MA00000001,,,a document,,read,";

    @TempDir
    private Path folder;

    @Test
    @DisplayName("names a stack's own values by their id and those of a layer with the layer before it")
    void namesLayers() throws IOException {
        FactorSet stack = FactorFiles.in(folder)
                .set("province", List.of(), COAL)
                .set("local", List.of("province"), MEASURED)
                .set("top", List.of("local"))
                .data()
                .factorSet("top");
        assertThat(stack.layers()).containsExactly("top", "local", "province");
        assertThat(stack.factors()).extracting(Factor::id).containsExactly("local/mill", "province/ncv");
        FactorSet local = FactorFiles.in(folder.resolve("again"))
                .set("province", List.of(), COAL)
                .set("local", List.of("province"), MEASURED)
                .data()
                .factorSet("local");
        assertThat(local.factors()).extracting(Factor::id).containsExactly("mill", "province/ncv");
        assertThat(local.factors()).extracting(Factor::enterprise).containsExactly("91430100MA00000001", null);
    }

    @Test
    @DisplayName("counts a layer that two others build on once, where it is met first")
    void countsOnce() throws IOException {
        FactorSet stack = FactorFiles.in(folder)
                .set("base", List.of(), COAL)
                .set("a", List.of("base"))
                .set("b", List.of("base"), MEASURED)
                .set("top", List.of("a", "b"))
                .data()
                .factorSet("top");
        assertThat(stack.layers()).containsExactly("top", "a", "base", "b");
        assertThat(stack.factors()).hasSize(2);
    }

    @Test
    @DisplayName("pins a stack by the files of its layers too")
    void digestCoversLayers() throws IOException {
        FactorFiles files = FactorFiles.in(folder)
                .set("base", List.of(), COAL)
                .set("other", List.of(), COAL)
                .set("top", List.of("base"));
        String before = files.data().factorSet("top").digest();
        files.append("other/factors.csv", "\n");
        assertThat(files.data().factorSet("top").digest()).isEqualTo(before);
        files.append("base/factors.csv", "\n");
        assertThat(files.data().factorSet("top").digest()).isNotEqualTo(before);
    }

    @Test
    @DisplayName("refuses layers that go round in a circle and layers that do not exist, with the file's name")
    void refusesCirclesAndUnknownLayers() throws IOException {
        ReferenceData data = FactorFiles.in(folder)
                .set("a", List.of("b"), COAL)
                .set("b", List.of("a"), COAL)
                .set("c", List.of("nowhere"), COAL)
                .data();
        assertThatThrownBy(() -> data.factorSet("a"))
                .isInstanceOf(ReferenceDataException.class)
                .hasMessageContaining("b/set.yml")
                .hasMessageContaining("a > b > a");
        assertThatThrownBy(() -> data.factorSet("c"))
                .hasMessageContaining("c/set.yml")
                .hasMessageContaining("nowhere");
    }
}
