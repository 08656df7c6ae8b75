package org.tanzhang.code;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tanzhang.intake.reference.Shipped;

/** Changsha's codes as forms.md, 3.2 reads them from the dated snapshots of GB/T 2260. */
@DisplayName("The regions")
class RegionsTests {

    private final Regions regions = Shipped.codes().regions();

    @ParameterizedTest(name = "the line of {0} has arrived at {2} by {1}")
    @CsvSource({
        "430122, 2010, 430122",
        "430122, 2012, 430112",
        "430122, 2024, 430112",
        "430124, 2016, 430124",
        "430124, 2018, 430182",
        "430123, 1992, 430123",
        "430123, 2000, 430181",
        "430121, 2024, 430121"
    })
    @DisplayName("follow a county through its changes of name and code")
    void followLines(String code, int year, String expected) {
        assertThat(regions.lineOf(code, year).code()).isEqualTo(expected);
    }

    @Test
    @DisplayName("under 长沙市 in 2024 are its six districts, one county and two cities")
    void childrenToday() {
        assertThat(regions.children("430100", 2024))
                .extracting(r -> r.code() + " " + r.name().zh())
                .containsExactly(
                        "430102 芙蓉区",
                        "430103 天心区",
                        "430104 岳麓区",
                        "430105 开福区",
                        "430111 雨花区",
                        "430112 望城区",
                        "430121 长沙县",
                        "430181 浏阳市",
                        "430182 宁乡市");
    }

    @Test
    @DisplayName("under 长沙市 in 2010 hold 望城县 and 宁乡县 under their old codes, and not the new ones")
    void childrenThen() {
        assertThat(regions.children("430100", 2010))
                .extracting(Region::code)
                .containsExactly(
                        "430102", "430103", "430104", "430105", "430111", "430121", "430122", "430124", "430181");
    }

    @Test
    @DisplayName("count a county once in the year in which both its codes are in force")
    void childrenInTheYearOfAChange() {
        assertThat(regions.get("430122").validIn(2011)).isTrue();
        assertThat(regions.get("430112").validIn(2011)).isTrue();
        assertThat(regions.children("430100", 2011))
                .extracting(Region::code)
                .contains("430112")
                .doesNotContain("430122");
        assertThat(regions.children("430100", 2017))
                .extracting(Region::code)
                .contains("430182")
                .doesNotContain("430124");
    }

    @ParameterizedTest(name = "\"{0}\" of {1} is {2}")
    @CsvSource({
        "长沙市芙蓉区统计局, 2024, 430102",
        "湖南省长沙市统计局, 2024, 430100",
        "湖南能源平衡表(实物量)-2007, 2007, 430000",
        "6-18  湖南能源平衡表（实物量）, 2007, 430000",
        "长 沙 县统计局, 2024, 430121",
        "长　沙　县, 2024, 430121",
        "望城县统计局, 2010, 430122",
        "望城区统计局, 2024, 430112",
        "宁乡市统计局, 2024, 430182",
        "宁乡县统计局, 2015, 430124",
        "综合机关名称：浏阳市统计局, 2024, 430181",
        "内蒙古自治区能源平衡表, 2012, 150000",
        "Hunan2012, 2012, 430000",
        "InnerMongolia, 2012, 150000"
    })
    @DisplayName("are found in the name of an office or a title, the most specific first")
    void areFoundInTexts(String text, int year, String expected) {
        assertThat(regions.mentionedIn(text, year)).map(Region::code).contains(expected);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"虚构县统计局", "能源平衡表", "Hunanese", "攸县"})
    @DisplayName("are not found where none is named")
    void areNotInvented(String text) {
        assertThat(regions.mentionedIn(text, 2024)).isEmpty();
    }

    @Test
    @DisplayName("lie one inside the other up to the nation")
    void lieInsideEachOther() {
        assertThat(regions.withAncestors("430112"))
                .extracting(Region::code)
                .containsExactly("430112", "430100", "430000", "000000");
    }

    @Test
    @DisplayName("of real sheets have inner spaces: 攸 县 is 攸县")
    void areFoundDespiteInnerSpaces() {
        Regions zhuzhou = new Regions(java.util.List.of(new Region(
                "430223",
                new Name("攸县", "You County"),
                Region.Level.COUNTY,
                null,
                null,
                null,
                null,
                java.util.List.of())));
        assertThat(zhuzhou.mentionedIn("攸 县", 2013)).map(Region::code).contains("430223");
    }
}
