package org.tanzhang.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * The sample city before and while it reports for 2024, a year after it was accounted for 2023. The steps follow one
 * another; the figures of 2023 are those of {@code samples/expected/totals.csv}.
 */
@DisplayName("Who has reported and who has not")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class DeliveryTests {

    private static final String PRINTING = "91430102MAHC00017Y";

    private Path folder;
    private Bureau bureau;

    @BeforeAll
    void accountTheYearBefore(@TempDir Path temporary) {
        folder = temporary;
        bureau = Bureau.on(DatabaseServers.EMBEDDED, folder.resolve("home"));
        Bureau.Said empty = bureau.run("status", "--json");
        assertThat(empty.json().get("last_import").isNull()).isTrue();
        assertThat(bureau.run("import", Bureau.SAMPLES.resolve("inbox/2023").toString())
                        .exitCode())
                .isZero();
        assertThat(bureau.run("account", "--year", "2023").exitCode()).isZero();
    }

    @AfterAll
    void close() {
        bureau.close();
    }

    private JsonNode delivery() {
        Bureau.Said said = bureau.run("status", "--delivery", "--year", "2024", "--json");
        assertThat(said.exitCode()).as(said.err()).isZero();
        return said.json();
    }

    private static JsonNode region(JsonNode delivery, String code) {
        return delivery.get("regions")
                .valueStream()
                .filter(r -> r.get("region_code").asString().equals(code))
                .findFirst()
                .orElseThrow();
    }

    private static JsonNode statement(JsonNode region, String reporter) {
        return region.get("statements")
                .valueStream()
                .filter(s -> s.get("reporter").asString().equals(reporter))
                .findFirst()
                .orElseThrow();
    }

    private static String state(JsonNode region, String reporter) {
        return statement(region, reporter).get("state").asString();
    }

    private static BigDecimal number(JsonNode node, String field) {
        assertThat(node.get(field).isString()).as(field + " is a string").isTrue();
        return new BigDecimal(node.get(field).asString());
    }

    /** To the six decimals of {@code totals.csv}. */
    private static BigDecimal rounded(JsonNode node, String field) {
        return number(node, field).setScale(6, RoundingMode.HALF_EVEN);
    }

    @Test
    @Order(1)
    @DisplayName("before anything came: all of last year's emissions are missing, in the city and in each county")
    void nothingCame() throws Exception {
        JsonNode delivery = delivery();
        JsonNode total = delivery.get("total");
        int cards = Integer.parseInt(
                bureau.query("select count(*) from intake.current_statement where form = '205-1' and year = 2023")
                        .get(0)
                        .get(0));
        assertThat(total.get("due").asInt()).isEqualTo(cards + 10);
        assertThat(total.get("received").asInt()).isZero();
        assertThat(total.get("late").isNull()).as("no due day is set").isTrue();
        assertThat(rounded(total, "last_year_co2_t")).isEqualByComparingTo("27338692.644112");
        assertThat(number(total, "missing_share")).isEqualByComparingTo("1");
        assertThat(rounded(region(delivery, "430102"), "last_year_co2_t")).isEqualByComparingTo("912215.438371");
        assertThat(rounded(region(delivery, "430112"), "missing_co2_t")).isEqualByComparingTo("8154201.334089");
        assertThat(delivery.get("regions").valueStream().map(r -> r.get("basis").asString()))
                .containsOnly("last-year");
    }

    @Test
    @Order(2)
    @DisplayName("a county that reported, but for one works returned and one missing, lacks what those two emitted")
    void aCountyReports() throws Exception {
        Path inbox = folder.resolve("inbox");
        Path samples = Bureau.SAMPLES.resolve("inbox/2024");
        SampleWorkbook.of(2024, "名录_430100").save(inbox.resolve("名录"));
        SampleWorkbook.of(2024, "区县_430102_芙蓉区").save(inbox.resolve("芙蓉区"));
        try (var files = Files.list(samples)) {
            for (Path file : files.filter(f -> f.getFileName().toString().startsWith("企业_430102"))
                    .toList()) {
                String name = file.getFileName().toString();
                if (name.contains("_001_")) {
                    SampleWorkbook.of(2024, "企业_430102_001_印刷")
                            .card("33", x -> -x, 4)
                            .save(inbox.resolve("印刷"));
                } else if (!name.contains("_002_")) {
                    Files.copy(file, inbox.resolve(name));
                }
            }
        }
        assertThat(bureau.run("import", inbox.toString()).exitCode()).isEqualTo(2);

        JsonNode delivery = delivery();
        JsonNode county = region(delivery, "430102");
        assertThat(county.get("basis").asString()).isEqualTo("register");
        assertThat(state(county, "430102")).isEqualTo("accepted");
        assertThat(state(county, PRINTING)).isEqualTo("returned");
        int due = county.get("due").asInt();
        assertThat(List.of(
                        county.get("received").asInt(),
                        county.get("returned").asInt(),
                        county.get("accepted").asInt()))
                .containsExactly(due - 1, 1, due - 2);
        List<String> absent = county.get("statements")
                .valueStream()
                .filter(s -> s.get("state").asString().equals("missing"))
                .map(s -> s.get("reporter").asString())
                .toList();
        String owed =
                bureau.query("""
                        select sum(co2_t) from ledger.entry where scope = 1 and basis = 'bottom_up'
                        and reporter_code in ('%s', '%s')
                        """.formatted(PRINTING, absent.get(0))).get(0).get(0);
        assertThat(absent).hasSize(1);
        assertThat(number(county, "missing_co2_t")).isEqualByComparingTo(owed);
        assertThat(region(delivery, "430103").get("received").asInt()).isZero();
    }

    @Test
    @Order(3)
    @DisplayName("what came after its day is late; a form without a day is neither late nor in time")
    void late() {
        bureau.withDue("205-1", "03-31");
        JsonNode county = region(delivery(), "430102");
        assertThat(delivery().at("/due_dates/205-1").asString()).isEqualTo("2025-03-31");
        assertThat(county.get("late").asInt()).isEqualTo(county.get("received").asInt() - 1);
        assertThat(statement(county, PRINTING).get("late").asBoolean()).isTrue();
        assertThat(statement(county, "430102").get("late").isNull()).isTrue();
    }

    @Test
    @Order(4)
    @DisplayName(
            "a works that sends its workbook again, corrected, is accepted, and its emissions are no longer missing")
    void corrected() throws Exception {
        SampleWorkbook.of(2024, "企业_430102_001_印刷").save(folder.resolve("again/印刷"));
        assertThat(bureau.run("import", folder.resolve("again").toString()).exitCode())
                .isZero();
        JsonNode county = region(delivery(), "430102");
        assertThat(state(county, PRINTING)).isEqualTo("accepted");
        assertThat(statement(county, PRINTING).get("versions").asInt()).isEqualTo(2);
        assertThat(county.get("returned").asInt()).isZero();
    }

    @Test
    @Order(5)
    @DisplayName(
            "a works without a card has reported once an export of what it consumed is in, by which it is accounted; one of"
                    + " its purchases does not do")
    void exported() throws Exception {
        String works = missing(region(delivery(), "430102"));
        importExport("购进实物量", works);
        assertThat(state(region(delivery(), "430102"), works)).isEqualTo("missing");

        importExport("消费合计", works);
        JsonNode county = region(delivery(), "430102");
        assertThat(state(county, works)).isEqualTo("accepted");
        assertThat(statement(county, works).get("came_as").asString()).isEqualTo("wide-export.consumption");
        assertThat(statement(county, works).get("file").asString()).isEqualTo("消费合计.csv");
        assertThat(statement(county, PRINTING).get("came_as").asString()).isEqualTo("205-1");
        assertThat(number(county, "missing_co2_t")).isEqualByComparingTo("0");
        assertThat(county.get("accepted").asInt()).isEqualTo(county.get("due").asInt());
    }

    private static String missing(JsonNode region) {
        return region.get("statements")
                .valueStream()
                .filter(s -> s.get("state").asString().equals("missing"))
                .map(s -> s.get("reporter").asString())
                .findFirst()
                .orElseThrow();
    }

    private void importExport(String measure, String works) throws Exception {
        Path inbox = Files.createDirectories(folder.resolve(measure));
        Files.writeString(inbox.resolve(measure + ".csv"), """
                规模以上工业企业能源购进、消费与库存（205-1表）—%s,,,,,
                统一社会信用代码,单位详细名称,年份,汽油(吨),柴油(吨),电力(万千瓦时)
                %s,虚构食品有限公司,2024,1.5,120.25,310
                """.formatted(measure, works));
        Bureau.Said said = bureau.run("import", inbox.toString());
        assertThat(said.exitCode()).as(said.out() + said.err()).isZero();
    }

    @Test
    @Order(6)
    @DisplayName("the list for a spreadsheet has a line for every statement due")
    void csv() throws Exception {
        Path file = folder.resolve("应报.csv");
        Bureau.Said said = bureau.run("status", "--delivery", "--year", "2024", "--out", file.toString());
        assertThat(said.out()).contains("长沙市 2024 年报送情况", "长沙市本级", "芙蓉区", "尚缺排放");
        List<String> lines = Files.readAllLines(file);
        assertThat(lines.get(0)).startsWith("\uFEFFyear,region_code,region,form,reporter,");
        assertThat(lines).hasSize(1 + delivery().at("/total/due").asInt());
        assertThat(lines)
                .anyMatch(l -> l.startsWith("2024,430102,芙蓉区,205-1," + PRINTING + ",") && l.endsWith(",205-1"))
                .anyMatch(l -> l.startsWith("2024,430102,芙蓉区,205-1,") && l.endsWith(",wide-export.consumption"));
    }

    @Test
    @Order(7)
    @DisplayName("the status tells of the last import and the newest runs")
    void status() {
        JsonNode status = bureau.run("status", "--json").json();
        assertThat(status.get("database").asString()).isEqualTo("reachable");
        assertThat(status.get("running").isNull()).isTrue();
        assertThat(status.at("/last_import/files").asInt()).isEqualTo(1);
        assertThat(status.at("/last_import/statements/accepted").asInt()
                        + status.at("/last_import/statements/accepted_with_warnings")
                                .asInt())
                .isEqualTo(1);
        assertThat(status.at("/runs/0/year").asInt()).isEqualTo(2023);
        assertThat(status.at("/undecided").size()).isZero();
        assertThat(bureau.run("status").out()).contains("数据库正常", "最近一次导入：", "2023  长沙市");
    }

    @Test
    @Order(8)
    @DisplayName("a workbook that nobody filled in is decided on like any other")
    void blank() {
        Path blank = folder.resolve("空白.xlsx");
        assertThat(bureau.run("template", "--form", "205-1", "--year", "2024", "--out", blank.toString())
                        .exitCode())
                .isZero();
        Bureau.Said said = bureau.run("import", blank.toString());
        assertThat(said.exitCode()).isEqualTo(2);
        assertThat(said.out()).contains("未识别  空白.xlsx", "警告  205-1  R-FORM-09", "警告  205-2  R-FORM-09");
        JsonNode status = bureau.run("status", "--json").json();
        assertThat(status.at("/undecided").size()).isZero();
        assertThat(status.at("/last_import/files").asInt()).isEqualTo(1);
    }

    @Test
    @DisplayName("is asked for a year")
    void needsAYear() {
        assertThat(bureau.run("status", "--delivery").exitCode()).isEqualTo(1);
        assertThat(bureau.run("status", "--out", "x.csv").exitCode()).isEqualTo(1);
    }
}
