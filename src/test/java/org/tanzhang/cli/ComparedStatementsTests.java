package org.tanzhang.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** A year's workbooks beside last year's and beside each other: the sample city's, some of them spoilt. */
@DisplayName("A statement compared with others")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ComparedStatementsTests {

    private static final String CEMENT = "企业_430182_094_水泥";
    private static final String MACHINERY = "企业_430104_017_工程机械";
    private static final String FERTILISER = "企业_430182_097_合成氨";
    private static final String PRINTING = "企业_430102_001_印刷";
    private static final String PAPER = "企业_430182_098_纸业";
    private static final String BRICK = "企业_430182_111_砖瓦";
    private static final List<String> DISPLAYS = List.of(
            "企业_430102_007_显示器件",
            "企业_430104_019_显示器件",
            "企业_430104_020_显示器件",
            "企业_430112_052_显示器件",
            "企业_430121_067_显示器件",
            "企业_430121_068_显示器件");

    private Path folder;
    private Bureau bureau;
    private Map<String, List<String>> found = Map.of();
    private Map<String, String> verdicts = Map.of();

    /** Both years in one call: nothing of it may depend on which is read first. */
    @BeforeAll
    void importBothYears(@TempDir Path temporary) throws Exception {
        folder = temporary;
        bureau = Bureau.on(DatabaseServers.EMBEDDED, folder.resolve("home"));
        Path inbox = folder.resolve("inbox");
        for (String name : List.of("名录_430100", CEMENT, MACHINERY, FERTILISER, PRINTING, PAPER, "市_430100_长沙市")) {
            SampleWorkbook.of(2023, name).save(inbox.resolve("2023/" + name));
        }
        for (String name : DISPLAYS) {
            SampleWorkbook.of(2023, name).save(inbox.resolve("2023/" + name));
        }
        Path now = inbox.resolve("2024");
        SampleWorkbook.of(2024, "名录_430100").save(now.resolve("名录"));
        SampleWorkbook.of(2024, CEMENT).card("04", x -> x + 50, 1).save(now.resolve("期初库存"));
        SampleWorkbook.of(2024, MACHINERY)
                .card("21", x -> Math.round(x * 1000), 2, 3, 4, 5, 7, 8)
                .save(now.resolve("柴油按千克"));
        SampleWorkbook.of(2024, FERTILISER).without("205-2").save(now.resolve("少205-2"));
        SampleWorkbook.of(2024, DISPLAYS.get(0))
                .card("33", x -> Math.round(x * 3), 2, 3, 4, 5, 7)
                .save(now.resolve("电力三倍"));
        for (String name : DISPLAYS.subList(1, 5)) {
            SampleWorkbook.of(2024, name).save(now.resolve(name));
        }
        SampleWorkbook low = SampleWorkbook.of(2024, DISPLAYS.get(5));
        for (String row : List.of("15", "32", "33")) {
            low.card(row, x -> Math.round(x * 49) / 100.0, 2, 3, 4, 5, 7);
        }
        low.save(now.resolve("走低"));
        SampleWorkbook.of(2024, PRINTING).save(now.resolve("印刷"));
        SampleWorkbook.of(2024, PRINTING)
                .words("91430102MAHC00017Y", "91430102MAHC00999Z")
                .save(now.resolve("印刷换码"));
        SampleWorkbook.of(2024, PAPER).words("2024年1－12月", "2024年1－5月").save(now.resolve("纸业五月"));
        SampleWorkbook.of(2024, PAPER)
                .words("2024年1－12月", "2024年1－6月")
                .card("04", x -> x + 7, 1)
                .card("33", x -> x - 100, 4, 5)
                .save(now.resolve("纸业六月"));
        SampleWorkbook.of(2024, BRICK).words("虚构宁乡", "虚构仿冒").save(now.resolve("砖瓦"));
        SampleWorkbook.of(2024, "区县_430102_芙蓉区").row("1.工业", x -> 1.5, 30).save(now.resolve("芙蓉区"));
        SampleWorkbook.of(2024, "区县_430103_天心区").save(now.resolve("天心区"));
        SampleWorkbook.of(2024, "市_430100_长沙市")
                .row("1.交通运输、仓储和邮政业", x -> 0.5, 16)
                .row("3.其他", x -> x * 10000, 30)
                .save(now.resolve("长沙市"));

        Bureau.Said said = bureau.run("import", inbox.toString(), "--json");
        assertThat(said.exitCode()).as(said.err()).isEqualTo(2);
        found = findings("f.call_id = 1");
        verdicts = verdicts(said);
    }

    @AfterAll
    void close() {
        bureau.close();
    }

    private static Map<String, String> verdicts(Bureau.Said said) {
        return said.json()
                .get("files")
                .valueStream()
                .collect(Collectors.toMap(
                        f -> f.get("file").asString().replaceFirst("[.]xlsx?$", ""),
                        f -> f.get("verdict").asString()));
    }

    /** By file {@code rule severity cell arguments}. */
    private Map<String, List<String>> findings(String condition) throws SQLException {
        return bureau.query("""
                        select regexp_replace(u.file, '[.]xlsx?$', ''), f.rule || ' ' || f.severity || ' ' || f.sheet
                               || coalesce('!' || case when column_index > 25 then 'A' else '' end
                                           || chr(65 + column_index %% 26) || (row_index + 1), '')
                               || ' ' || array_to_string(arguments, '|')
                        from intake.finding f join intake.submission u using (submission_id)
                        where %s order by f.finding_id
                        """.formatted(condition)).stream()
                .collect(Collectors.groupingBy(r -> r.get(0), Collectors.mapping(r -> r.get(1), Collectors.toList())));
    }

    private List<String> found(String file) {
        return found.getOrDefault(file, List.of());
    }

    @Test
    @DisplayName(
            "is doubted at every cell that is a thousand times last year's, with the unit that would fit, and returned")
    void aThousandTimesLastYears() {
        assertThat(found("2024/柴油按千克"))
                .containsExactly(
                        "R-MAGNITUDE-01 error 205-1!E32 柴油|购进量/实物量|2024|1654830|2023|1677.63|吨|1000|千克",
                        "R-MAGNITUDE-01 error 205-1!G32 柴油|消费量/合计|2024|1673360|2023|1695.85|吨|1000|千克",
                        "R-MAGNITUDE-01 error 205-1!H32 柴油|消费量/工业生产消费|2024|1472560|2023|1492.35|吨|1000|千克",
                        "R-MAGNITUDE-01 error 205-1!J32 柴油|消费量/非工业生产消费|2024|200800|2023|203.5|吨|1000|千克",
                        "R-MAGNITUDE-01 error 205-1!K32 柴油|消费量/运输工具消费|2024|920350|2023|932.72|吨|1000|千克");
        assertThat(verdicts).containsEntry("2024/柴油按千克", "returned").containsEntry("2023/" + MACHINERY, "accepted");
    }

    @Test
    @DisplayName("is doubted where a balance's cell holds the enterprises' unit")
    void aBalanceInTheEnterprisesUnit() {
        assertThat(found("2024/长沙市"))
                .contains("R-MAGNITUDE-02 error P303-1!AE41 电力|其他|2024|706100|2023|66.78|亿千瓦时|10000|万千瓦时");
    }

    @Test
    @DisplayName("opens with the stock that last year closed with")
    void openingStock() {
        assertThat(found("2024/期初库存"))
                .containsExactly("R-STOCK-01 warning 205-1!D14 一般烟煤|期初库存量|2024|5398.22|2023|5348.22|吨|50");
        assertThat(verdicts).containsEntry("2024/期初库存", "accepted_with_warnings");
    }

    @Test
    @DisplayName("changes in proportion to last year, and is asked once a cell")
    void changeAgainstLastYear() {
        assertThat(found("2024/电力三倍"))
                .containsExactly("R-CHANGE-01 warning 205-1!G43 电力|消费量/合计|2024|188008|2023|58990.07|万千瓦时|3.19|158563");
    }

    @Test
    @DisplayName("moves with its division: 0.53 of last year where the median is 1.06")
    void changeAgainstTheDivision() {
        assertThat(found("2024/走低"))
                .singleElement()
                .asString()
                .startsWith("R-CHANGE-03 warning 205-1!G43 2024|2023|")
                .endsWith("|39|6");
    }

    @Test
    @DisplayName("has the 205-2 that it had last year")
    void companionGone() {
        assertThat(found("2024/少205-2")).containsExactly("R-COMPANION-01 warning 205-1!A5 2023|8");
    }

    @Test
    @DisplayName("does not decrease from month to month, nor does its opening stock change within the year")
    void cumulativeMonths() {
        assertThat(found("2024/纸业六月"))
                .filteredOn(f -> f.startsWith("R-MONTH"))
                .allMatch(f -> f.contains("205-1!G") || f.contains("205-1!H"))
                .allMatch(f -> f.contains("|2024/1-6|") && f.contains("|2024/1-5|") && f.endsWith("|万千瓦时|100"))
                .hasSize(2);
        assertThat(found("2024/纸业六月"))
                .filteredOn(f -> f.startsWith("R-STOCK-02"))
                .singleElement()
                .asString()
                .contains("R-STOCK-02 warning 205-1!D", "一般烟煤", "|吨|7");
    }

    @Test
    @DisplayName("is no other's under a second code")
    void oneNameTwoCodes() {
        assertThat(found("2024/印刷换码"))
                .containsExactly(
                        "R-DUPLICATE-01 error 205-1!G26 2024|虚构芙蓉甲子印刷有限公司|91430102MAHC00017Y|消费量/合计|4|1",
                        "R-DUPLICATE-03 warning 205-1!A5 2024|虚构芙蓉甲子印刷有限公司|91430102MAHC00017Y|1");
        assertThat(found("2024/印刷")).anyMatch(f -> f.startsWith("R-DUPLICATE-01 error 205-1!G26 2024|"));
    }

    @Test
    @DisplayName("of a city covers its counties, of a county its enterprises")
    void levels() {
        assertThat(found("2024/长沙市"))
                .filteredOn(f -> f.startsWith("R-LEVEL-01"))
                .singleElement()
                .asString()
                .startsWith("R-LEVEL-01 warning P303-1!Q39 长沙市|柴油|交通运输、仓储和邮政业|2024|5000|")
                .contains("|吨|1|120|");
        assertThat(found("2024/芙蓉区"))
                .anyMatch(f -> f.startsWith("R-LEVEL-02 warning P303-1!AE35 芙蓉区|电力|工业|2024|15000|"));
    }

    @Test
    @DisplayName("without anything to say about it is accepted as it is")
    void soundOnes() {
        assertThat(found.keySet()).allMatch(f -> f.startsWith("2024/"));
        for (String name : DISPLAYS.subList(1, 5)) {
            assertThat(found("2024/" + name)).isEmpty();
            assertThat(verdicts).containsEntry("2024/" + name, "accepted");
        }
    }

    @Test
    @DisplayName("is let in when an officer accepted the findings on these very bytes")
    void anOfficerLetsItPass() throws Exception {
        try (Connection connection = bureau.database().connect();
                Statement statement = connection.createStatement()) {
            statement.execute("""
                    insert into intake.acceptance (finding_id, reason, officer)
                    select finding_id, '新厂投产，已核实', '核算科' from intake.finding
                    where rule = 'R-MAGNITUDE-01' and call_id = 1
                    """);
        }
        Bureau.Said said =
                bureau.run("import", folder.resolve("inbox/2024/柴油按千克.xlsx").toString(), "--json");
        assertThat(verdicts(said)).containsValue("accepted_with_warnings");
    }
}
