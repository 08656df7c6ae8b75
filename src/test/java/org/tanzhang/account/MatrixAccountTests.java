package org.tanzhang.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tanzhang.account.Sheet.matrix;
import static org.tanzhang.account.World.CHANGSHA;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A region whose industry matrix is its account. Matrices in 亿立方米; natural gas gives 19.8 t per 10^4 m3. */
@DisplayName("The account of an industry matrix")
class MatrixAccountTests {

    private static final Sheet MATRIX = matrix(CHANGSHA)
            .states("sector.26", "natural-gas", "0.04")
            .states("sector.27", "natural-gas", "0.01")
            .states("sector.30", "natural-gas", "0.02")
            .states("final.non-energy", "natural-gas", "0.02");

    @Test
    @DisplayName("takes non-energy use from the chemical sectors pro rata")
    void nonEnergy() {
        // 200 of 400 + 100: each keeps 3/5
        assertThat(World.ofFurong().with(MATRIX).lines())
                .containsExactly(
                        "430100/26/natural-gas/final top_down 240 -> 4752",
                        "430100/27/natural-gas/final top_down 60 -> 1188",
                        "430100/30/natural-gas/final top_down 200 -> 3960");
    }

    @Test
    @DisplayName("lists what was taken and is not stored as a process memo, by division")
    void nonEnergyThatIsNotStored() {
        World world = World.ofFurong()
                .with(MATRIX)
                .byMethod(m -> Methods.withStoredFraction(m, Methods.stored("natural-gas", "0.9", "26", "0.6")));
        // 160 x 0.4, 40 x 0.1
        assertThat(world.findings())
                .containsExactly(
                        "A-MEMO-02 info 430100/26/natural-gas [长沙市, 天然气, 64, 万立方米]",
                        "A-MEMO-02 info 430100/27/natural-gas [长沙市, 天然气, 4, 万立方米]");
    }
}
