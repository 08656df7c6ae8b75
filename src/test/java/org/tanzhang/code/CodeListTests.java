package org.tanzhang.code;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tanzhang.intake.reference.Shipped;

@DisplayName("The shipped code lists")
class CodeListTests {

    private final Codes codes = Shipped.codes();

    /** forms.md, 1.4: names differ between sources by brackets and single characters. */
    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({
        "天然气(气态), natural-gas",
        "天然气（气态）, natural-gas",
        "天然气, natural-gas",
        "液化天然气(液态), lng",
        "煤矸石用于燃料, coal-gangue",
        "煤矸石（用于燃料）, coal-gangue",
        "焦碳, coke",
        "焦炭, coke",
        "其它洗煤, other-washed-coal",
        "生物质废料用于燃料, biomass",
        "生物燃料, biomass",
        "发生炉煤气, other-gas",
        "其他煤气, other-gas",
        "型煤, briquettes",
        "煤层气(煤田), coalbed-methane",
        "其他(燃料), other-fuels",
        "其它工业废料用于燃料, industrial-waste",
        "工业废料（用于燃料）, industrial-waste",
        "其他(石油制品), other-petroleum",
        "蒸 汽, heat",
        "烟煤, bituminous-coal",
        "Raw Coal, raw-coal"
    })
    @DisplayName("know a carrier by every name met in forms and exports")
    void knowCarriersByName(String printed, String code) {
        assertThat(codes.carriers().named(printed)).extracting(Carrier::code).containsExactly(code);
    }

    @Test
    @DisplayName("hold no spelling that means two carriers")
    void nameEveryCarrierOnce() {
        for (Carrier carrier : codes.carriers().all()) {
            assertThat(codes.carriers().named(carrier.name().zh()))
                    .as(carrier.code())
                    .containsExactly(carrier);
            for (String alias : carrier.aliases()) {
                assertThat(codes.carriers().named(alias)).as(alias).containsExactly(carrier);
            }
        }
    }

    /** METHOD 0. */
    @Test
    @DisplayName("hold every carrier that the method names")
    void holdTheMethodsCarriers() {
        assertThat(codes.carriers().all().stream().map(Carrier::code).toList())
                .containsAll(Arrays.asList("""
                                raw-coal anthracite coking-coal bituminous-coal lignite cleaned-coal other-washed-coal
                                briquettes coal-gangue coke other-coking-products coke-oven-gas blast-furnace-gas
                                converter-gas other-gas natural-gas lng coalbed-methane crude-oil gasoline kerosene diesel
                                fuel-oil lpg refinery-gas naphtha lubricants paraffin solvent-oil petroleum-coke bitumen
                                other-petroleum heat electricity municipal-waste biomass waste-heat industrial-waste
                                other-fuels""".split("\\s+")));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "raw-coal, anthracite coking-coal bituminous-coal lignite",
        "coal-total, raw-coal cleaned-coal other-washed-coal briquettes"
    })
    @DisplayName("say which parts a total has")
    void sayWhatATotalIsMadeOf(String total, String parts) {
        assertThat(codes.carriers().get(total).parts()).containsExactly(parts.split(" "));
    }

    @Test
    @DisplayName("name only carriers that exist as parts and groups, in units that exist")
    void hangTogether() {
        for (Carrier carrier : codes.carriers().all()) {
            carrier.parts()
                    .forEach(part ->
                            assertThat(codes.carriers().find(part)).as(part).isPresent());
            assertThat(codes.carriers().find(carrier.carrierGroup()))
                    .as(carrier.code())
                    .isPresent();
            assertThat(Shipped.units().find(carrier.unit())).as(carrier.code()).isPresent();
        }
    }

    @Test
    @DisplayName("close raw coal's four kinds and coalbed methane at the balance's column")
    void knowTheBalancesColumns() {
        assertThat(codes.groupOf(codes.carriers().get("lignite")).code()).isEqualTo("raw-coal");
        assertThat(codes.groupOf(codes.carriers().get("coalbed-methane")).code())
                .isEqualTo("natural-gas");
        assertThat(codes.groupOf(codes.carriers().get("diesel")).code()).isEqualTo("diesel");
    }

    /** GB/T 4754-2017: divisions 06 to 46 are industry; METHOD 0: their sector group is industry. */
    @Test
    @DisplayName("hold all 41 industrial divisions of GB/T 4754-2017 under industry")
    void holdTheIndustrialDivisions() {
        List<String> industrial = IntStream.rangeClosed(6, 46)
                .mapToObj(n -> String.format(Locale.ROOT, "%02d", n))
                .toList();
        assertThat(codes.sectors().all().stream()
                        .filter(s -> s.kind() == Sector.Kind.DIVISION
                                && s.sectorGroup().equals("industry"))
                        .map(Sector::code)
                        .filter(code -> code.matches("\\d{2}"))
                        .toList())
                .containsExactlyInAnyOrderElementsOf(industrial);
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({
        "电力、热力生产和供应业, 44",
        "黑色金属冶炼及压延加工业, 31",
        "石油加工、炼焦和核燃料加工业, 25",
        "'农、林、牧、渔、水利业', agriculture",
        "'交通运输、仓储及邮政业', transport",
        "'批发、零售和住宿、餐饮业', trade"
    })
    @DisplayName("know a sector by its old names")
    void knowSectorsByOldNames(String printed, String code) {
        assertThat(codes.sectors().named(printed)).extracting(Sector::code).containsExactly(code);
    }

    @Test
    @DisplayName("name the five flows with their scopes")
    void nameTheFlows() {
        assertThat(codes.flows().stream()
                        .map(f -> f.flow().code() + " " + f.flow().scope() + " " + codes.nameOf(f.flow()))
                        .collect(Collectors.toList()))
                .containsExactly("final 1 终端消费", "power 1 火力发电", "heat 1 供热", "consumption 2 消费", "net-import 2 净调入");
    }

    @Test
    @DisplayName("say plainly that they do not have a code")
    void refuseUnknownCodes() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> codes.carriers().get("可燃冰"))
                .withMessage("carriers: no code 可燃冰");
        assertThatIllegalArgumentException().isThrownBy(() -> Flow.of("losses")).withMessage("flows: no code losses");
    }

    @Test
    @DisplayName("refuse one code for two members")
    void refuseACodeThatStandsTwice() {
        Carrier coal = codes.carriers().get("raw-coal");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new CodeList<>("carriers", List.of(coal, coal)))
                .withMessage("carriers: code raw-coal stands twice");
    }
}
