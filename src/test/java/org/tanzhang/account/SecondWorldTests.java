package org.tanzhang.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tanzhang.account.Sheet.balance;
import static org.tanzhang.account.Sheet.card;
import static org.tanzhang.account.World.CHANGSHA;
import static org.tanzhang.account.World.FURONG;
import static org.tanzhang.account.World.TIANXIN;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.tanzhang.code.Flow;
import org.tanzhang.factor.FactorQuantity;

/**
 * The second chapter of {@code src/docs/two-levels.md}: gas bears its carbon, autoproducers count in 44, a county has no
 * balance. Its tables are worked on paper; the account must give them line for line.
 */
@DisplayName("The city with a steel works, as two-levels.md works it on paper,")
class SecondWorldTests {

    private static final Path DOCUMENT = Path.of("src/docs/two-levels.md");
    private static final String CHAPTER = "## 第二个例子：带钢铁厂的三县市";
    private static final String YUELU = "430104";

    private final List<Sheet> sheets = List.of(
            card("STEEL")
                    .in(FURONG)
                    .ofDivision("31")
                    .states("consumption", "anthracite", "2000")
                    .states("consumption", "blast-furnace-gas", "2400")
                    .states("consumption", "coke", "12000")
                    .states("consumption", "diesel", "100")
                    .states("consumption", "electricity", "6000")
                    .states("consumption", "bituminous-coal", "3000")
                    .states("input.power", "blast-furnace-gas", "600")
                    .states("input.power", "bituminous-coal", "2000")
                    .states("recovery", "blast-furnace-gas", "3000")
                    .states("transport-use", "diesel", "60"),
            card("GLASS")
                    .in(TIANXIN)
                    .states("consumption", "blast-furnace-gas", "600")
                    .states("consumption", "electricity", "1000")
                    .states("consumption", "natural-gas", "100")
                    .states("purchase", "blast-furnace-gas", "600"),
            card("POWER")
                    .in(TIANXIN)
                    .ofDivision("44")
                    .states("consumption", "electricity", "1200")
                    .states("consumption", "raw-coal", "50000")
                    .states("input.heat", "raw-coal", "5000")
                    .states("input.power", "raw-coal", "45000"),
            card("CEMENT")
                    .in(YUELU)
                    .states("consumption", "electricity", "800")
                    .states("consumption", "raw-coal", "6500")
                    .states("input.power", "raw-coal", "1000"),
            card("CHEM")
                    .in(YUELU)
                    .ofDivision("26")
                    .states("consumption", "electricity", "700")
                    .states("consumption", "natural-gas", "200")
                    .states("raw-material", "natural-gas", "50"),
            balance(FURONG)
                    .states("final.industry", "blast-furnace-gas", "0.21")
                    .states("final.industry", "coke", "1.3")
                    .states("final.industry", "diesel", "0.05")
                    .states("final.industry", "electricity", "0.7")
                    .states("final.industry", "raw-coal", "0.35")
                    .states("final.transport", "diesel", "0.3")
                    .states("final.urban", "electricity", "0.2")
                    .states("final.urban", "natural-gas", "0.02")
                    .states("losses.total", "electricity", "0.02")
                    .states("transformation.power", "blast-furnace-gas", "-0.06")
                    .states("transformation.power", "electricity", "0.15")
                    .states("transformation.power", "raw-coal", "-0.2")
                    .states("transformation.recovery", "blast-furnace-gas", "0.33"),
            balance(TIANXIN)
                    .states("final.industry", "blast-furnace-gas", "0.06")
                    .states("final.industry", "electricity", "0.3")
                    .states("final.industry", "heat", "1")
                    .states("final.industry", "natural-gas", "0.03")
                    .states("final.industry", "raw-coal", "0.1")
                    .states("final.transport", "diesel", "0.4")
                    .states("final.urban", "electricity", "0.4")
                    .states("final.urban", "heat", "1.5")
                    .states("final.urban", "natural-gas", "0.05")
                    .states("losses.total", "electricity", "0.05")
                    .states("losses.total", "heat", "0.2")
                    .states("transformation.heat", "heat", "3")
                    .states("transformation.heat", "raw-coal", "-0.5")
                    .states("transformation.power", "electricity", "1.2")
                    .states("transformation.power", "raw-coal", "-4.5"),
            balance(CHANGSHA)
                    .states("final.industry", "blast-furnace-gas", "0.3")
                    .states("final.industry", "coke", "1.6")
                    .states("final.industry", "diesel", "0.1")
                    .states("final.industry", "electricity", "1.2")
                    .states("final.industry", "heat", "1")
                    .states("final.industry", "natural-gas", "0.065")
                    .states("final.industry", "raw-coal", "1.5")
                    .states("final.non-energy", "natural-gas", "0.005")
                    .states("final.transport", "diesel", "0.9")
                    .states("final.transport", "kerosene", "1")
                    .states("final.urban", "electricity", "0.9")
                    .states("final.urban", "heat", "1.5")
                    .states("final.urban", "natural-gas", "0.1")
                    .states("losses.total", "electricity", "0.1")
                    .states("losses.total", "heat", "0.2")
                    .states("transformation.heat", "heat", "3")
                    .states("transformation.heat", "raw-coal", "-0.5")
                    .states("transformation.power", "blast-furnace-gas", "-0.06")
                    .states("transformation.power", "electricity", "1.4")
                    .states("transformation.power", "raw-coal", "-5")
                    .states("transformation.recovery", "blast-furnace-gas", "0.36"));

    private final World world = World.of(FURONG, TIANXIN, YUELU)
            .without("coke")
            .without("anthracite")
            .withFactor("coke", FactorQuantity.NCV, "28000", "kJ/kg", null, 2024)
            .withFactor("coke", FactorQuantity.CARBON_CONTENT, "30", "tC/TJ", null, 2024)
            .withFactor("coke", FactorQuantity.OXIDATION, "0.9", "1", null, 2024)
            .withFactor("anthracite", FactorQuantity.NCV, "24000", "kJ/kg", null, 2024)
            .withFactor("anthracite", FactorQuantity.CARBON_CONTENT, "30", "tC/TJ", null, 2024)
            .withFactor("anthracite", FactorQuantity.OXIDATION, "0.9", "1", null, 2024)
            .withFactor("bituminous-coal", FactorQuantity.NCV, "20000", "kJ/kg", null, 2024)
            .withFactor("bituminous-coal", FactorQuantity.CARBON_CONTENT, "30", "tC/TJ", null, 2024)
            .withFactor("bituminous-coal", FactorQuantity.OXIDATION, "1", "1", null, 2024)
            .byMethod(Methods::withCarbonInGas)
            .byMethod(Methods::withAutoproducersIn44)
            .with(sheets.toArray(Sheet[]::new))
            .making(card("CEMENT").in(YUELU).states("product.cement-clinker", "", "60000"));

    @Test
    @DisplayName("states what the table of statements states")
    void statesTheSame() throws IOException {
        assertThat(table("报送").stream()
                        .map(r -> first(r.get(0)) + " " + code(r.get(1)) + " " + code(r.get(2)) + " " + r.get(3)))
                .containsExactlyElementsOf(
                        sheets.stream().flatMap(s -> s.cells().stream()).toList());
    }

    private static String first(String text) {
        return text.substring(0, text.indexOf(' '));
    }

    @Test
    @DisplayName("has the counties' ledger in scope 1, deductions included")
    void counties() throws IOException {
        assertThat(lines(e -> e.basis() == Basis.BOTTOM_UP && e.flow().scope() == 1 && e.co2T() != null))
                .containsExactlyInAnyOrderElementsOf(
                        rows("台账行", r -> code(r.get(0)) + " " + r.get(2) + " -> " + r.get(4)));
    }

    @Test
    @DisplayName("leaves what 岳麓区 did not report not estimated, never zero")
    void notEstimated() {
        assertThat(world.account().entries())
                .filteredOn(e -> e.co2T() == null)
                .allSatisfy(e -> assertThat(e.region()).isEqualTo(YUELU))
                .extracting(e -> e.carrier() + "/" + e.flow().code())
                .contains("energy-total/final", "electricity/net-import", "heat/net-import");
    }

    @Test
    @DisplayName("has the residuals with their prices and reasons, and what gas takes off them")
    void residuals() throws IOException {
        assertThat(world.account().entries().stream()
                        .filter(e -> e.basis() == Basis.RESIDUAL)
                        .map(e -> key(e) + " " + plain(e.activity()) + " -> " + plain(e.co2T()) + " " + e.reason()))
                .containsExactlyInAnyOrderElementsOf(
                        rows("差额行", r -> code(r.get(0)) + " " + r.get(4) + " -> " + r.get(6) + " " + code(r.get(7))));
    }

    @Test
    @DisplayName("is the city's own balance in activity, and counties with residual in CO2")
    void city() throws IOException {
        assertThat(lines(e -> e.basis() == Basis.TOP_DOWN && e.flow().scope() == 1))
                .containsExactlyInAnyOrderElementsOf(
                        rows("全市行", r -> code(r.get(0)) + " " + r.get(2) + " -> " + r.get(3)));
    }

    @Test
    @DisplayName("has scope 2 by consumption and by net import, export negative")
    void scope2() throws IOException {
        assertThat(lines(e -> e.basis() == Basis.BOTTOM_UP && e.flow() == Flow.CONSUMPTION && e.co2T() != null))
                .containsExactlyInAnyOrderElementsOf(
                        rows("消费行", r -> code(r.get(0)) + " " + r.get(2) + " -> " + r.get(4)));
        assertThat(world.account().entries().stream()
                        .filter(e -> e.flow() == Flow.NET_IMPORT && e.co2T() != null)
                        .map(e -> key(e) + (e.basis() == Basis.TOP_DOWN ? " top_down" : "") + " " + plain(e.activity())
                                + " -> " + plain(e.co2T())))
                .containsExactlyInAnyOrderElementsOf(
                        rows("净调入行", r -> code(r.get(0)) + " " + r.get(3) + " -> " + r.get(4)));
    }

    @Test
    @DisplayName("prints both choices of by-product gases, a tenth of the gas's carbon apart")
    void checks() throws IOException {
        for (List<String> row : table("对照")) {
            assertThat(world.check(code(row.get(0)))).as(row.get(0)).isEqualByComparingTo(row.get(2));
        }
        assertThat(table("对照")).hasSize(2);
    }

    @Test
    @DisplayName("has the memo tables beside it")
    void memo() throws IOException {
        assertThat(world.account().memo().stream()
                        .map(m -> m.kind().code() + " " + m.region() + "/" + m.sector() + "/" + m.subject() + " "
                                + plain(m.activity()) + " -> " + plain(m.co2T())))
                .containsExactlyInAnyOrderElementsOf(
                        rows("备忘行", r -> code(r.get(0)) + " " + r.get(2) + " -> " + r.get(4)));
    }

    private List<String> lines(java.util.function.Predicate<LedgerEntry> which) {
        return world.account().entries().stream()
                .filter(which)
                .map(e -> key(e) + (e.reason().equals("carbon-in-gas") ? " (carbon-in-gas)" : "") + " "
                        + plain(e.activity()) + " -> " + plain(e.co2T()))
                .toList();
    }

    private static String key(LedgerEntry e) {
        return e.region() + "/" + e.sector() + "/" + e.carrier() + "/"
                + e.flow().code();
    }

    private static String plain(@Nullable BigDecimal value) {
        return Objects.requireNonNull(value).stripTrailingZeros().toPlainString();
    }

    /** What stands in the first backquotes of a cell. */
    private static String code(String cell) {
        return cell.split("`")[1];
    }

    private static List<String> rows(String header, Function<List<String>, String> line) throws IOException {
        return table(header).stream().map(line).toList();
    }

    /** The body of the chapter's table whose first caption is given. */
    private static List<List<String>> table(String header) throws IOException {
        List<String> chapter = Files.readAllLines(DOCUMENT).stream()
                .dropWhile(line -> !line.equals(CHAPTER))
                .skip(1)
                .takeWhile(line -> !line.startsWith("## "))
                .toList();
        return Stream.iterate(0, i -> i + 1)
                .limit(chapter.size())
                .filter(i -> chapter.get(i).startsWith("| " + header + " |"))
                .findFirst()
                .map(i -> chapter.subList(i + 2, chapter.size()).stream()
                        .takeWhile(line -> line.startsWith("|"))
                        .map(line -> Arrays.stream(line.substring(1).split("\\|", -1))
                                .map(String::strip)
                                .toList())
                        .toList())
                .orElseThrow(() -> new AssertionError(DOCUMENT + " has no table " + header));
    }
}
