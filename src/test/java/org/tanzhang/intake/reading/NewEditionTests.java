package org.tanzhang.intake.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tanzhang.code.Carrier;
import org.tanzhang.intake.form.FormLibrary;
import org.tanzhang.intake.reference.Shipped;

/** Promise 8: a new year's form is a YAML and a workbook, no Java. */
@DisplayName("A new edition of the card, added as a file")
class NewEditionTests {

    /** Fictitious: a title of its own, captions renamed, hydrogen's row under a name of the edition's. */
    private static final String EDITION_OF_2026 = """
            id: "205-1-2026"
            statement: "205-1"
            rules-of: "205-1"
            title: {zh: "能源购进、消费与库存（2026 年版）", en: "Energy purchase, consumption and stocks, edition of 2026"}
            reporter: unit
            layout: carriers-down
            valid: {from: 2026}
            titles: ["205-1"]
            labels: ["能源名称"]
            code-columns: ["代码"]
            unit-columns: ["计量单位"]
            fields:
              credit-code: ["统一社会信用代码"]
              unit-name: ["单位详细名称"]
            items:
              - {item: consumption, names: ["消费量/总计"], required: true}
              - {item: industrial, names: ["消费量/生产用"], required: true}
              - {item: non-industrial, names: ["消费量/非生产用"]}
              - {item: raw-material, names: ["消费量/作原料"]}
            carriers-of: "205-1"
            carriers:
              - {carrier: natural-gas, code: "15", names: ["管道天然气"]}
            """;

    @TempDir
    private Path folder;

    private FormLibrary forms;

    @BeforeEach
    void addTheEdition() throws IOException {
        Files.writeString(folder.resolve("205-1-2026.yml"), EDITION_OF_2026);
        forms = FormLibrary.with(
                folder,
                Shipped.codes().carriers().all().stream().map(Carrier::code).collect(Collectors.toSet()));
    }

    private static Sketch newCard(String period) {
        return Sketch.xlsxSheet("205-1")
                .set("A1", "能源消费情况")
                .set("H1", "表号：205-1表")
                .set("A2", "统一社会信用代码：91430112MA4LXYAW1X")
                .set("H2", period)
                .row(4, "能源名称", "计量单位", "代码", "消费量")
                .row(5, null, null, null, "总计", "生产用", "作原料", "非生产用")
                .row(6, "管道天然气", "万立方米", "15", 12, 10, 3, 2)
                .row(7, "柴油", "吨", "21", 5, 4, 0, 1);
    }

    @Test
    @DisplayName("is read, kept as the statement of the card and held to its rules")
    void isRead() {
        Reading card = Reading.of(forms, newCard("2026年1－12月"));
        assertThat(card.statements()).containsExactly("205-1-2026 91430112MA4LXYAW1X 2026-01..12");
        assertThat(card.statement().form()).isEqualTo("205-1");
        assertThat(card.numbers())
                .containsExactly(
                        "consumption/natural-gas = 12 10^4 m3 at 205-1!D6",
                        "industrial/natural-gas = 10 10^4 m3 at 205-1!E6",
                        "raw-material/natural-gas = 3 10^4 m3 at 205-1!F6",
                        "non-industrial/natural-gas = 2 10^4 m3 at 205-1!G6",
                        "consumption/diesel = 5 t at 205-1!D7",
                        "industrial/diesel = 4 t at 205-1!E7",
                        "raw-material/diesel = 0 t at 205-1!F7",
                        "non-industrial/diesel = 1 t at 205-1!G7");
        assertThat(card.findings()).isEmpty();
        assertThat(Reading.of(forms, newCard("2026年").set("D6", 13)).errors())
                .containsExactly("R-205-1-01 error 205-1!D6 [13, 12, 1]");
    }

    @Test
    @DisplayName("leaves the cards of earlier years to the earlier edition")
    void earlierYears() {
        assertThat(Reading.of(forms, Sketch.card("汽油", "煤油", "原油")).statements())
                .containsExactly("205-1 91430112MA4LXYAW1X 2024-01..12");
    }

    @Test
    @DisplayName("that states figures of a year it is not meant for is read with a warning")
    void ofAnotherYear() {
        Reading card = Reading.of(forms, newCard("2025年"));
        assertThat(card.statements()).containsExactly("205-1-2026 91430112MA4LXYAW1X 2025");
        assertThat(card.findings()).containsExactly("R-FORM-08 warning 205-1 [205-1-2026, 2026, , 2025]");
    }

    @Test
    @DisplayName("of which two fit is the one in force, though the other fits better")
    void oneInForce() {
        // three captions of the old edition, four of the new
        Sketch sheet2024 = newCard("2024年").row(4, null, null, null, null, null, null, null, "购进量", "期初库存量", "期末库存量");
        assertThat(Reading.of(forms, sheet2024).statements()).containsExactly("205-1 91430112MA4LXYAW1X 2024");
        Sketch sheet2026 = newCard("2026年").row(4, null, null, null, null, null, null, null, "购进量", "期初库存量", "期末库存量");
        assertThat(Reading.of(forms, sheet2026).statements()).containsExactly("205-1-2026 91430112MA4LXYAW1X 2026");
    }

    @Test
    @DisplayName("whose rows are regions compares name and code")
    void rowsOfRegions() throws IOException {
        Files.writeString(folder.resolve("heat-supply.yml"), """
                id: heat-supply
                statement: heat-supply
                title: {zh: "集中供热", en: "District heating"}
                reporter: region
                layout: reporters-down
                titles: ["集中供热情况"]
                rows:
                  code: ["区划代码"]
                  names: [{captions: ["地区"]}]
                  year: ["年份"]
                  columns:
                    - {item: output, carrier: heat, names: ["供热量"]}
                    - {item: input.heat, carrier: raw-coal, names: ["供热用煤"]}
                    - {item: input.heat, carrier: diesel, names: ["供热用油"]}
                items:
                  - {item: output, names: ["供热量"]}
                  - {item: input.heat, names: ["供热用煤"]}
                """);
        FormLibrary withIt = FormLibrary.with(
                folder,
                Shipped.codes().carriers().all().stream().map(Carrier::code).collect(Collectors.toSet()));
        Reading reading = Reading.of(
                withIt,
                Sketch.xlsxSheet("供热")
                        .set("A1", "集中供热情况")
                        .row(2, "区划代码", "地区", "年份", "供热量(百万千焦)", "供热用煤(吨)", "供热用油(吨)")
                        .row(3, "430102", "芙蓉区", 2024, 3, 4, 5)
                        .row(4, "430103", "岳麓区", 2024, 3, 4, 5));
        assertThat(reading.findings()).containsExactly("R-REGION-04 warning 供热!B4 [岳麓区, 430103, 天心区]");
    }
}
