package org.tanzhang.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tanzhang.intake.reference.FactorFiles;
import tools.jackson.databind.JsonNode;

/** Factor sets and methods as their keepers meet them: check, show, diff, and what a used set may not do. */
class FactorsTests {

    @TempDir
    private Path folder;

    private Bureau bureau() {
        return Bureau.on(DatabaseServers.EMBEDDED, folder.resolve("home"));
    }

    @Test
    void theShippedSetsPassTheCheck() {
        try (Bureau bureau = bureau()) {
            Bureau.Said said = bureau.run("factors", "check", "--json");
            assertThat(said.exitCode()).as(said.out()).isZero();
            assertThat(said.json().get("findings")).isEmpty();
            assertThat(said.json().get("sets")).hasSize(17);
            assertThat(bureau.run("factors", "check", "nowhere").exitCode()).isEqualTo(1);
        }
    }

    @Test
    void aFaultySetIsRefusedWithFileAndLineInBothLanguages() throws Exception {
        FactorFiles files = FactorFiles.in(folder.resolve("data"))
                .set("mine", List.of(), "x,raw-coal,ncv,20000,30000,,,,,999999,,,,doc,,read,");
        try (Bureau bureau = bureau().withReferenceData(files.folder())) {
            Bureau.Said zh = bureau.run("factors", "check", "mine");
            assertThat(zh.exitCode()).isEqualTo(3);
            assertThat(zh.out())
                    .contains(
                            "sets/mine/factors.csv:2: 缺少 unit",
                            "sets/mine/factors.csv:2: 地区代码表中没有 999999",
                            "sets/mine/factors.csv:2: 下限 30000 大于数值 20000");
            assertThat(bureau.run("factors", "check", "mine", "--lang", "en").out())
                    .contains("sets/mine/factors.csv:2: unit is missing");
        }
    }

    @Test
    void theWholeStackOfACarrierIsShownAndWhoWins() {
        try (Bureau bureau = bureau()) {
            Bureau.Said said =
                    bureau.run("factors", "show", "柴油", "--year", "2024", "--factors", "cn-hunan-stack-2025", "--json");
            assertThat(said.exitCode()).isZero();
            JsonNode ncv = said.json().get("quantities").get(0);
            assertThat(ncv.get("quantity").asString()).isEqualTo("ncv");
            assertThat(ncv.get("values").valueStream().map(v -> v.get("layer").asString()))
                    .containsExactly("gbt-2589-2008", "enterprise-guideline-2015", "ipcc-2006");
            assertThat(ncv.get("values").valueStream().map(v -> v.get("wins").asBoolean()))
                    .containsExactly(true, false, false);
            assertThat(bureau.run("factors", "show", "electricity", "--year", "2024", "--lang", "en")
                            .out())
                    .contains("* 0.4976 kgCO2/kWh  layer cn-hunan-2025", "the latest before it");
            assertThat(bureau.run(
                                    "factors",
                                    "show",
                                    "electricity",
                                    "--year",
                                    "2022",
                                    "--method",
                                    "mine",
                                    "--lang",
                                    "en")
                            .exitCode())
                    .isEqualTo(1);
            assertThat(bureau.run("factors", "show", "peat-moss", "--year", "2024")
                            .exitCode())
                    .isEqualTo(1);
        }
    }

    @Test
    void everySeriesOfElectricityIsShownAndTheMethodsAnswers() throws Exception {
        FactorFiles files = FactorFiles.in(folder.resolve("data"), "cn-hunan-2025");
        Files.writeString(
                files.folder().resolve("methods/regional.yml"),
                "id: regional\nextends: city-county-2025\ntitle: {zh: 区域, en: regional}\n"
                        + "electricity-series: regional-average\n");
        try (Bureau bureau = bureau().withReferenceData(files.folder())) {
            assertThat(bureau.run("methods", "show", "regional").out())
                    .contains("外购电力按当年区域电力平均二氧化碳排放因子，不用碳市场因子（本地区已有年份：2012 2021 2022 2023）");
            Bureau.Said shown = bureau.run("factors", "show", "electricity", "--year", "2024", "--method", "regional");
            assertThat(shown.out())
                    .contains(
                            "区域平均（方法取用的系列）", "* 0.5271 kgCO2/kWh", "省级平均（本方法不用）", "  0.4976 kgCO2/kWh", "全国平均（本方法不用）");
            JsonNode quantities = bureau.run(
                            "factors", "show", "electricity", "--year", "2015", "--method", "regional", "--json")
                    .json()
                    .get("quantities");
            JsonNode regional = quantities.get(0);
            assertThat(regional.get("series").asString()).isEqualTo("regional-average");
            assertThat(regional.get("counts").asBoolean()).isTrue();
            assertThat(regional.get("latest_before").asBoolean()).isTrue();
            assertThat(regional.get("values").get(0).get("value").asString()).isEqualTo("0.5257");
        }
    }

    @Test
    void twoSetsAreComparedValueByValue() {
        try (Bureau bureau = bureau()) {
            JsonNode changes = bureau.run("factors", "diff", "gbt-2589-2008", "gbt-2589-2020", "--json")
                    .json()
                    .get("changes");
            JsonNode coal = changes.valueStream()
                    .filter(c -> c.get("carrier").asString().equals("raw-coal"))
                    .findFirst()
                    .orElseThrow();
            assertThat(coal.get("old").asString()).isEqualTo("20908");
            assertThat(coal.get("new").asString()).isEqualTo("20934");
            assertThat(coal.get("percent").asString()).isEqualTo("0.12");
            assertThat(bureau.run("factors", "diff", "gbt-2589-2008", "gbt-2589-2008", "--lang", "en")
                            .out())
                    .contains("All values are the same.");
        }
    }

    @Test
    void aMethodIsExplainedInWordsInBothLanguages() {
        try (Bureau bureau = bureau()) {
            Bureau.Said zh = bureau.run("methods", "show");
            assertThat(zh.exitCode()).isZero();
            assertThat(zh.out()).contains("火力发电、供热", "二氧化碳与碳的质量比，分子：44", "（原煤）");
            assertThat(bureau.run("methods", "show", "city-county-2025", "--lang", "en")
                            .out())
                    .contains("The heat value of an enterprise's coal follows the coefficient it states");
            assertThat(zh.out())
                    .contains(
                            "与分部门核算的差距超过表观消费的 0.05 列为发现",
                            "行业小类 4415 的电站为风电",
                            "GDP 按 2020 年价格",
                            "算下降率前强度不舍入",
                            "企业运输工具（205-1 第 8 栏）：柴油中道路车辆所占比例 1",
                            "炼焦损失的碳占投入，可信范围：-0.25、0.35");
            // a choice without words of its own is printed as KEY: VALUE
            assertThat(zh.out().lines().skip(2)).noneMatch(line -> line.matches("- [a-z.-]+：.*"));
            Bureau.Said none = bureau.run("methods", "show", "nowhere", "--lang", "en");
            assertThat(none.exitCode()).isEqualTo(1);
            assertThat(none.err()).contains("city-county-2025");
        }
    }

    @Test
    void aSetThatARunUsedCannotChangeUnderItsId() throws Exception {
        FactorFiles files = FactorFiles.in(folder.resolve("data"), "cn-hunan-2025");
        Path csv = files.folder().resolve("sets/cn-hunan-2025/factors.csv");
        String original = Files.readString(csv);
        Path inbox = Bureau.SAMPLES.resolve("inbox/2024");
        try (Bureau bureau = bureau().withReferenceData(files.folder())) {
            bureau.run("import", inbox.toString());
            assertThat(bureau.run("account", "--year", "2024").exitCode()).isZero();

            Files.writeString(csv, original.replace(",20908,", ",20909,"));
            Bureau.Said refused = bureau.run("account", "--year", "2024");
            assertThat(refused.exitCode()).isEqualTo(3);
            assertThat(refused.err()).contains("因子集 cn-hunan-2025 的文件已改动", "新编号");
            Bureau.Said night = bureau.run(
                    "nightly",
                    "--inbox",
                    Bureau.SAMPLES.resolve("inbox").toString(),
                    "--outbox",
                    folder.resolve("out").toString(),
                    "--lang",
                    "en");
            assertThat(night.exitCode()).isEqualTo(3);
            assertThat(night.err()).contains("the files of factor set cn-hunan-2025 have changed", "new id");
            assertThat(bureau.query("select count(*) from ledger.run")).isEqualTo(List.of(List.of("1")));
            assertThat(bureau.query("select count(*) from intake.call where command = 'nightly'"))
                    .isEqualTo(List.of(List.of("0")));
            assertThat(folder.resolve("out")).doesNotExist();

            // published under a new id, the change is welcome, and so is the old set once restored
            Path renewed = Files.createDirectories(files.folder().resolve("sets/cn-hunan-2026"));
            Files.writeString(
                    renewed.resolve("set.yml"),
                    Files.readString(csv.resolveSibling("set.yml")).replace("id: cn-hunan-2025", "id: cn-hunan-2026"));
            Files.writeString(renewed.resolve("factors.csv"), Files.readString(csv));
            Files.writeString(csv, original);
            assertThat(bureau.run("account", "--year", "2024", "--factors", "cn-hunan-2026")
                            .exitCode())
                    .isZero();
            assertThat(bureau.run("account", "--year", "2024").exitCode()).isZero();
        }
    }

    @Test
    void aMethodThatARunUsedCannotChangeUnderItsId() throws Exception {
        FactorFiles files = FactorFiles.in(folder.resolve("data"), "cn-hunan-2025");
        try (Bureau bureau = bureau().withReferenceData(files.folder())) {
            bureau.run("import", Bureau.SAMPLES.resolve("inbox/2024").toString());
            assertThat(bureau.run("account", "--year", "2024").exitCode()).isZero();
            Path method = files.folder().resolve("methods/city-county-2025.yml");
            Files.writeString(method, Files.readString(method).replace("share: \"0.02\"", "share: \"0.03\""));
            Bureau.Said refused = bureau.run("account", "--year", "2024", "--lang", "en");
            assertThat(refused.exitCode()).isEqualTo(3);
            assertThat(refused.err()).contains("method city-county-2025 has changed");
        }
    }
}
