package org.tanzhang.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** From workbooks to the database: what moved, what lies in a town, in two parks, or came in an export alone. */
@DisplayName("A city divided in two ways")
class DividedCityTests {

    /** Makes machines in 岳麓区 until June and in 芙蓉区 from July on; the new area of management holds the former only. */
    private static final String MOVED = "91430104MAHC001728";

    /** The power station in 望城区, in a town that the new area answers for. */
    private static final String POWER_STATION = "91430112MAHC00471Q";

    /** Sends no card: the platform's export is all there is. */
    private static final String EXPORTED = "91430104MAHC001803";

    /** Cells in which the region's own figure is anything but counties + residual, over all cells that it has. */
    private static final String UNCLOSED = """
            select r.partition, count(*) > 20, count(*) filter (where top is distinct from parts + residual),
                   count(*) filter (where top_co2 <> parts_co2 + residual_co2)
            from (select run_id, sector_group, carrier_group, flow,
                         sum(activity) filter (where basis = 'top_down') as top,
                         coalesce(sum(activity) filter (where basis = 'bottom_up'), 0) as parts,
                         coalesce(sum(activity) filter (where basis = 'residual'), 0) as residual,
                         coalesce(sum(co2_t) filter (where basis = 'top_down'), 0) as top_co2,
                         coalesce(sum(co2_t) filter (where basis = 'bottom_up'), 0) as parts_co2,
                         coalesce(sum(co2_t) filter (where basis = 'residual'), 0) as residual_co2
                  from ledger.entry where flow <> 'net-import'
                  group by run_id, sector_group, carrier_group, flow
                  having count(*) filter (where basis = 'top_down') > 0) cell
            join ledger.run r using (run_id) group by r.partition order by r.partition
            """;

    @TempDir
    Path folder;

    private Bureau bureau() {
        return Bureau.on(DatabaseServers.EMBEDDED, folder.resolve("home"));
    }

    private Path inbox() {
        return folder.resolve("inbox");
    }

    private static void done(Bureau.Said said) {
        assertThat(said.exitCode()).as(said.out() + said.err()).isZero();
    }

    @Test
    @DisplayName("closes exactly by both, and each unit counts once by either")
    void closes() throws Exception {
        for (String sample : List.of(
                "企业_430104_017_工程机械",
                "企业_430112_047_火力发电",
                "市_430100_长沙市",
                "区县_430102_芙蓉区",
                "区县_430104_岳麓区",
                "区县_430112_望城区")) {
            SampleWorkbook.of(2024, sample).save(inbox().resolve(sample));
        }
        SampleWorkbook.of(2024, "区县_430104_岳麓区")
                .words("岳 麓 区", "湖南湘江新区")
                .words("岳麓区", "湖南湘江新区")
                .save(inbox().resolve("新区"));
        Files.writeString(inbox().resolve("单位名录.csv"), """
                规模以上工业企业基本单位名录,,,,,,,,
                综合机关名称：长沙市统计局,,,,,,,,
                2024年,,,,,,,,
                统一社会信用代码,单位详细名称,行业代码,区划代码,乡镇街道代码,所在园区,园区份额,起始月份,终止月份
                %1$s,虚构工程机械有限公司,3514,430104,,,,1,6
                %1$s,虚构工程机械有限公司,3514,430102,,,,7,12
                %2$s,虚构火力发电有限公司,4411,430112,430112105000,甲园、乙园,1、0.7,1,12
                %3$s,虚构零部件有限公司,3514,430104,,,,1,12
                """.formatted(MOVED, POWER_STATION, EXPORTED));
        Files.writeString(inbox().resolve("导出.csv"), """
                规模以上工业企业能源购进、消费与库存（205-1表）—消费合计,,,,,
                组织机构代码/统一社会信用代码,单位详细名称,年份,汽油(吨),柴油(吨),电力(万千瓦时)
                %s,虚构零部件有限公司,2024,1.5,120.25,310
                """.formatted(EXPORTED));
        Files.writeString(inbox().resolve("产量.csv"), """
                B204-1 主要产品产量,,,
                统一社会信用代码,单位详细名称,年份,水泥熟料(吨)
                91430104MAHC009994,虚构水泥有限公司,2024,120000
                """);
        Files.writeString(inbox().resolve("新区产量.csv"), """
                主要产品产量（分地区）,,
                地区,年份,水泥熟料（吨）
                湖南湘江新区,2024,150000
                """);
        try (Bureau bureau = bureau()) {
            done(bureau.run("import", inbox().toString()));
            done(bureau.run("account", "--year", "2024"));
            done(bureau.run("account", "--year", "2024", "--partition", "managed"));

            assertThat(bureau.query(UNCLOSED))
                    .containsExactly(List.of("administrative", "t", "0", "0"), List.of("managed", "t", "0", "0"));
            eachUnitOnce(bureau);
            theUnitThatMoved(bureau);
            twoParks(bureau);
            outputThatCountsNowhere(bureau);
            parksExported(bureau);
        }
    }

    /** Whatever the division, the units' own entries come to what their statements say. */
    private static void eachUnitOnce(Bureau bureau) throws SQLException {
        assertThat(bureau.query("""
                        select r.partition, e.region_code, trim_scale(e.activity) from ledger.entry e
                        join ledger.run r using (run_id)
                        where reporter_code = '%s' and carrier_code = 'diesel' order by r.partition
                        """.formatted(EXPORTED)))
                .containsExactly(List.of("administrative", "430104", "120.25"), List.of("managed", "430191", "120.25"));
        assertThat(bureau.query("""
                        select distinct r.partition, e.region_code from ledger.entry e join ledger.run r using (run_id)
                        where reporter_code = '%s' order by r.partition
                        """.formatted(POWER_STATION)))
                .containsExactly(List.of("administrative", "430112"), List.of("managed", "430191"));
        assertThat(bureau.query("""
                        select count(*) > 5, count(*) filter (where a <> m) from
                        (select reporter_code, carrier_code, flow,
                                sum(activity) filter (where partition = 'administrative') as a,
                                sum(activity) filter (where partition = 'managed') as m
                         from ledger.entry join ledger.run using (run_id) where reporter_code <> ''
                         group by reporter_code, carrier_code, flow) unit
                        """)).containsExactly(List.of("t", "0"));
    }

    /** Half the year at each place, and both come to the card's final use: consumption, as it has no inputs. */
    private static void theUnitThatMoved(Bureau bureau) throws SQLException {
        assertThat(bureau.query("""
                        select r.partition, string_agg(distinct e.region_code, ' ' order by e.region_code)
                        from ledger.entry e join ledger.run r using (run_id)
                        where reporter_code = '%s' group by r.partition order by r.partition
                        """.formatted(MOVED)))
                .containsExactly(List.of("administrative", "430102 430104"), List.of("managed", "430102 430191"));
        assertThat(bureau.query("""
                        select count(*) > 4, count(*) filter (where entered <> stated) from
                        (select e.run_id, e.carrier_code, sum(e.activity) as entered
                         from ledger.entry e where reporter_code = '%1$s' and scope in (1, 2)
                         group by e.run_id, e.carrier_code) account
                        join (select o.carrier as carrier_code, sum(o.value) as stated
                              from intake.observation o join intake.statement s using (statement_id)
                              where s.reporter_code = '%1$s' and o.item = 'consumption'
                              group by o.carrier) card using (carrier_code)
                        """.formatted(MOVED))).containsExactly(List.of("t", "0"));
    }

    /** All of the power station lies in the one park and 0.7 of it in the other: each has its share, and the overlap is said. */
    private static void twoParks(Bureau bureau) throws SQLException {
        assertThat(bureau.query("""
                        select p.park, trim_scale(p.scope1_t / unit.co2) from report.park_by_year p,
                        (select sum(e.co2_t) as co2 from report.current_run join ledger.entry e using (run_id)
                         where reporter_code = '%s' and scope = 1) unit
                        where p.park in ('甲园', '乙园') order by 2
                        """.formatted(POWER_STATION)))
                .containsExactly(List.of("乙园", "0.7"), List.of("甲园", "1"));
        assertThat(bureau.query(
                        "select distinct rule from ledger.finding where rule in ('A-DOUBLE-01', 'A-MOVE-01', 'A-PARK-01')"
                                + " order by rule"))
                .containsExactly(List.of("A-MOVE-01"), List.of("A-PARK-01"));
    }

    /** The works of no register is named with its clinker by both; the new area's table counts by management alone. */
    private static void outputThatCountsNowhere(Bureau bureau) throws SQLException {
        String left = "{虚构水泥有限公司,91430104MAHC009994,水泥熟料,120000,吨,2024}";
        assertThat(bureau.query("""
                        select r.partition, f.rule, f.severity, f.subject, f.arguments from ledger.finding f
                        join ledger.run r using (run_id) where f.rule like 'A-MEMO-0_' and f.rule > 'A-MEMO-02' order by 1, 2
                        """))
                .containsExactly(
                        List.of("administrative", "A-MEMO-03", "warning", "91430104MAHC009994", left),
                        List.of("administrative", "A-MEMO-04", "info", "430191", "{湖南湘江新区,新区产量.csv,行政口径}"),
                        List.of("managed", "A-MEMO-03", "warning", "91430104MAHC009994", left));
        // what a run says rests on it: it is one of its inputs
        assertThat(bureau.query("""
                        select s.form, count(*) from ledger.run_statement join intake.statement s using (statement_id)
                        where s.form like 'products%' group by 1 order by 1
                        """))
                .containsExactly(List.of("products-by-region", "2"), List.of("products-by-unit", "2"));
        assertThat(bureau.query("""
                        select r.partition, m.region_code, m.activity from report.memo m join ledger.run r using (run_id)
                        where m.kind = 'process' order by 1
                        """)).containsExactly(List.of("managed", "430191", "150000"));
    }

    /** The file holds what PostgreSQL says of the parks, in its units. */
    private void parksExported(Bureau bureau) throws Exception {
        Path file = folder.resolve("园区.csv");
        done(bureau.run("export", "--year", "2024", "--parks", "--out", file.toString()));
        List<List<String>> stated = bureau.query("""
                select run_id, year, park, region_code, region, sector_code, carrier_code, flow, scope, activity, unit,
                       coal_equivalent_t, co2_t
                from report.park where flow <> 'net-import'
                    and run_id = (select run_id from report.current_run where year = 2024)
                """);
        assertThat(stated).hasSizeGreaterThan(2);
        assertThat(Files.readAllLines(file).stream().skip(1))
                .containsExactlyInAnyOrderElementsOf(stated.stream()
                        .map(row -> String.join(",", row).replace("null", ""))
                        .toList());
        assertThat(bureau.run("export", "--year", "2024", "--parks", "--with-sources", "--out", file.toString())
                        .exitCode())
                .isEqualTo(1);
    }

    @Test
    @DisplayName(
            "counts one statement where a district reports under its old code and its new one in the year of the change")
    void oldCodeAndNew() throws Exception {
        ofYear("区县_430112_望城区", 2011).save(inbox().resolve("望城区"));
        ofYear("市_430100_长沙市", 2011).save(inbox().resolve("市"));
        try (Bureau bureau = bureau()) {
            ofYear("区县_430112_望城区", 2011).words("望 城 区", "望城县").save(inbox().resolve("望城县"));
            done(bureau.run("import", inbox().toString()));
            JsonNode run = bureau.run("account", "--year", "2011", "--json")
                    .json()
                    .get("runs")
                    .get(0);
            assertThat(bureau.query("select distinct reporter_code from intake.statement order by 1"))
                    .containsExactly(List.of("430100"), List.of("430112"), List.of("430122"));
            assertThat(bureau.query("select severity, subject from ledger.finding where rule = 'A-LINE-01'"))
                    .containsExactly(List.of("warning", "430112"));
            assertThat(bureau.query("""
                            select distinct region_code from ledger.entry
                            where basis = 'bottom_up' and activity <> 0 and run_id = %s
                            """.formatted(run.get("run_id").asString())))
                    .containsExactly(List.of("430112"));
            assertThat(bureau.query(UNCLOSED)).containsExactly(List.of("administrative", "t", "0", "0"));
            // the works it would be twice: 交通 diesel of the one balance, in t
            assertThat(bureau.query("""
                            select count(*) from ledger.entry e join intake.observation o
                            on o.item = 'final.transport' and o.carrier = 'diesel' and e.activity = o.value * 10000
                            join intake.statement s on s.statement_id = o.statement_id and s.reporter_code = '430112'
                            where e.region_code = '430112' and e.sector_code = 'transport' and e.carrier_code = 'diesel'
                            """)).containsExactly(List.of("1"));
        }
    }

    private static SampleWorkbook ofYear(String sample, int year) throws IOException {
        return SampleWorkbook.of(2024, sample).words("2024年", year + "年").words("２０２４年", year + "年");
    }
}
