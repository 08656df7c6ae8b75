package org.tanzhang.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

@DisplayName("A bureau's places")
class PlacesTests {

    private static final String POWER_STATION = "企业_430112_047_火力发电";

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
    @DisplayName("are called as they were in the year, and their series goes on under the line of today")
    void lines() throws Exception {
        balanceOf("区县_430112_望城区", "望 城 区", "望城县", 2010);
        SampleWorkbook.of(2024, "区县_430112_望城区").save(inbox().resolve("望城区2024"));
        SampleWorkbook.of(2024, "名录_430100")
                .words("2024年", "2010年")
                .cells("430112", "430122")
                .cells("望城区", "望城县")
                .cells("430182", "430124")
                .cells("宁乡市", "宁乡县")
                .save(inbox().resolve("名录2010"));
        SampleWorkbook.of(2024, POWER_STATION).words("２０２４年", "2010年").save(inbox().resolve("电厂2010"));
        try (Bureau bureau = bureau()) {
            done(bureau.run("import", inbox().toString()));
            done(bureau.run("account", "--year", "2010,2024"));
            assertThat(bureau.query("""
                            select year, line_code, line, region_code, region, scope1_t > 0
                            from report.county_series where line_code = '430112' order by year
                            """))
                    .containsExactly(
                            List.of("2010", "430112", "望城区", "430122", "望城县", "t"),
                            List.of("2024", "430112", "望城区", "430112", "望城区", "t"));
            assertThat(bureau.query("""
                            select distinct e.region_code, e.region from ledger.entry e join ledger.run using (run_id)
                            where year = 2010 and reporter_code <> ''
                            """)).containsExactly(List.of("430122", "望城县"));
            // the new code was not yet in force
            assertThat(bureau.query("select count(*) from report.ledger where year = 2010 and region_code = '430112'"))
                    .isEqualTo(List.of(List.of("0")));
        }
    }

    private void balanceOf(String sample, String name, String other, int year) throws IOException {
        SampleWorkbook.of(2024, sample)
                .words("2024年", year + "年")
                .words(name, other)
                .save(inbox().resolve(other + year));
    }

    @Test
    @DisplayName("are divided by administration or by management: one city, other parts, and parks beside both")
    void partitions() throws Exception {
        balanceOf("区县_430112_望城区", "望 城 区", "湖南湘江新区", 2024);
        SampleWorkbook.of(2024, "区县_430104_岳麓区").save(inbox().resolve("岳麓区"));
        SampleWorkbook.of(2024, "市_430100_长沙市").save(inbox().resolve("市"));
        SampleWorkbook.of(2024, POWER_STATION).save(inbox().resolve("电厂"));
        SampleWorkbook.of(2024, "企业_430104_017_工程机械").save(inbox().resolve("机械"));
        // the works of 望城区 lie in a street that the new area answers for
        SampleWorkbook.of(2024, "名录_430100").cells("430112", "430112012000").save(inbox().resolve("名录"));
        Files.writeString(inbox().resolve("芙蓉.csv"), """
                规模以下工业和其他部门能源消费,,,
                综合机关名称：芙蓉区统计局,,,
                2024年,,,
                指标名称,代码,柴油,天然气
                ,,（吨）,（万立方米）
                1.规模以下工业,01,100,20
                3.建筑业,03,50,0
                4.交通运输、仓储和邮政业,04,2000,
                城镇,07,,300
                """);
        try (Bureau bureau = bureau()) {
            done(bureau.run("import", inbox().toString()));
            done(bureau.run("account", "--year", "2024"));
            Bureau.Said managed = bureau.run("account", "--year", "2024", "--partition", "managed", "--json");
            done(managed);

            JsonNode run = managed.json().get("runs").get(0);
            assertThat(run.get("partition").asString()).isEqualTo("managed");
            assertThat(bureau.run("runs", "--json").json().get("runs").findValuesAsString("partition"))
                    .containsExactly("administrative", "managed");
            assertThat(bureau.query("select partition from report.current_run"))
                    .containsExactly(List.of("administrative"));
            assertThat(bureau.query("""
                            select partition, region_code, region from report.part_by_year
                            where scope1_t > 0 order by partition, region_code
                            """))
                    .containsExactly(
                            List.of("administrative", "430102", "芙蓉区"),
                            List.of("administrative", "430104", "岳麓区"),
                            List.of("administrative", "430112", "望城区"),
                            List.of("managed", "430102", "芙蓉区"),
                            List.of("managed", "430191", "湖南湘江新区"));
            // the city is the same by both, activity for activity
            assertThat(bureau.query("""
                            select count(*), count(*) filter (where a.activity = m.activity) from
                            (select e.* from ledger.entry e join ledger.run r using (run_id)
                                where basis = 'top_down' and partition = 'administrative' and activity <> 0) a
                            full join (select e.* from ledger.entry e join ledger.run r using (run_id)
                                where basis = 'top_down' and partition = 'managed' and activity <> 0) m
                            on (a.sector_code, a.carrier_code, a.flow) = (m.sector_code, m.carrier_code, m.flow)
                            """).get(0))
                    .satisfies(
                            row -> assertThat(row.get(0)).isEqualTo(row.get(1)).isNotEqualTo("0"));
            // what the new area's balance states beyond the works in its street
            assertThat(bureau.query("""
                            select count(*) > 0 from ledger.entry
                            where region_code = '430191' and sector_code = 'industry-rest'
                            """)).containsExactly(List.of("t"));
            // 100 t of diesel of small industry, 50 of construction, 2000 of transport, as the workbook states
            assertThat(bureau.query("""
                            select distinct sector_code, trim_scale(activity) from ledger.entry
                            where region_code = '430102' and carrier_code = 'diesel' and reporter_code = ''
                            order by sector_code
                            """))
                    .containsExactly(
                            List.of("construction", "50"),
                            List.of("industry-rest", "100"),
                            List.of("transport", "2000"));
            assertThat(bureau.ledger(2024, "--partition", "managed").toString()).isNotEmpty();
            sumsThatAreMissing(bureau);
            energyOfEnterprises(bureau);
            figuresOfTheCity(bureau);
            inventories(bureau);
            parks(bureau);

            assertThat(bureau.run("account", "--year", "2024", "--partition", "none")
                            .exitCode())
                    .isEqualTo(1);
            Bureau.Said before = bureau.run("account", "--year", "2015", "--partition", "managed");
            assertThat(before.exitCode()).isEqualTo(3);
            assertThat(before.err()).contains("managed", "2015");
        }
    }

    /** A county that sent nothing has no sums; one that states no electricity has none of it, and its fuels all the same. */
    private static void sumsThatAreMissing(Bureau bureau) throws Exception {
        String sums = "region_code, scope1_t > 0, scope2_consumption_t > 0, scope2_net_import_t <> 0";
        List<String> expected = List.of("430102 t null null", "430103 null null null", "430104 t t t");
        for (String view :
                List.of("county_by_year", "county_series", "part_by_year where partition = 'administrative'")) {
            assertThat(bureau.query("select " + sums + " from report." + view))
                    .as(view)
                    .map(row -> String.join(" ", row))
                    .containsAll(expected);
        }
        assertThat(bureau.query("""
                        select scope1_t, scope1_per_head_t, scope1_missing > 0 from report.indicator
                        where region_code = '430103'
                        """)).containsExactly(List.of("null", "null", "t"));
    }

    /**
     * 综合能源消费量: what PostgreSQL sums of the cards' industrial use less output, by the coefficients of GB/T 2589 or, of the
     * station's coal, the stated 0.7226; electricity 0.1229 kgce/kWh by calorific value, 0.3016 as coal burnt for it.
     */
    private static void energyOfEnterprises(Bureau bureau) throws Exception {
        List<List<String>> view = bureau.query("""
                select region_code, credit_code, calorific_tce, equivalent_tce, complete from report.enterprise_energy
                where run_id = (select run_id from report.current_run) order by region_code
                """);
        assertThat(view)
                .containsExactly(
                        List.of("430104", "91430104MAHC001728", "27872.377942", "41981.082472", "t"),
                        List.of("430112", "91430112MAHC00471Q", "1237443.2236974", "140468.5594874", "t"));
        assertThat(bureau.query("""
                        with used as (
                            select s.reporter_code, o.carrier,
                                   sum(case o.item when 'industrial' then o.value else -o.value end) as amount
                            from intake.statement s join intake.observation o using (statement_id)
                            where s.form = '205-1' and o.item in ('industrial', 'output', 'recovery') and o.value <> 0
                                and o.carrier not in ('raw-coal', 'energy-total')
                            group by 1, 2
                        ), tce (carrier, calorific, equivalent) as (values
                            ('bituminous-coal', 0.7226, 0.7226), ('diesel', 1.4571, 1.4571), ('gasoline', 1.4714, 1.4714),
                            ('natural-gas', 13.3, 13.3), ('heat', 0.03412, 0.03412), ('electricity', 1.229, 3.016)
                        )
                        select reporter_code, trim_scale(sum(amount * calorific)), trim_scale(sum(amount * equivalent))
                        from used join tce using (carrier) group by 1 order by right(reporter_code, 4)
                        """))
                .isEqualTo(view.stream().map(row -> row.subList(1, 4)).toList());
        // by division, and by county: the same tonnes
        assertThat(bureau.query("""
                        select f.region_code, f.subject, trim_scale(f.value - e.calorific_tce), f.unit
                        from report.figure f join report.enterprise_energy e using (run_id, region_code)
                        where f.figure_table = 'enterprise-energy' and f.item = 'calorific.consumption'
                            and run_id = (select run_id from report.current_run) order by 1, 2
                        """))
                .containsExactly(
                        List.of("430104", "35", "0", "tce"),
                        List.of("430104", "total", "0", "tce"),
                        List.of("430112", "44", "0", "tce"),
                        List.of("430112", "total", "0", "tce"));
    }

    /** The city's balance prints 532.97, 16.32 and 73.72 x 10^8 kWh: final use, losses, put out by power stations. */
    private static void figuresOfTheCity(Bureau bureau) throws Exception {
        assertThat(bureau.query("""
                        select item, trim_scale(value / 10000), unit, complete from report.figure
                        where run_id = (select run_id from report.current_run) and figure_table = 'energy'
                            and region_code = '430100' and subject = 'electricity' and item in ('calorific.final', 'calorific.losses', 'calorific.transformation', 'equivalent.final')
                        order by item
                        """))
                .containsExactly(
                        List.of("calorific.final", "655.02013", "tce", "t"),
                        List.of("calorific.losses", "20.05728", "tce", "t"),
                        List.of("calorific.transformation", "-90.60188", "tce", "t"),
                        List.of("equivalent.final", "1607.43752", "tce", "t"));
        // consumption = final + transformation + losses, and the total = its fuels, electricity and heat, exactly
        assertThat(bureau.query("""
                        with figure as (
                            select run_id, region_code, subject, split_part(item, '.', 1) as by, split_part(item, '.', 2) as item, value
                            from report.figure where figure_table = 'energy' and item not like '%coefficient'
                        )
                        select (select count(*) from figure) > 100,
                               (select count(*) from (select 1 from figure where item <> 'feedstock'
                                    group by run_id, region_code, subject, by
                                    having sum(case item when 'consumption' then value else -value end) <> 0) x),
                               (select count(*) from (select 1 from figure group by run_id, region_code, by, item
                                    having sum(case subject when 'total' then value else -value end) <> 0) x)
                        """)).containsExactly(List.of("t", "0", "0"));
    }

    private void inventories(Bureau bureau) throws IOException {
        Path out = folder.resolve("out");
        done(bureau.run("inventory", "--year", "2024", "--out", out.toString()));
        done(bureau.run("inventory", "--year", "2024", "--partition", "managed", "--out", out.toString()));
        try (Workbook book =
                WorkbookFactory.create(out.resolve("长沙市2024年能源碳排放清单.xlsx").toFile())) {
            assertThat(book.getSheet("园区").getRow(4).getCell(0).getStringCellValue())
                    .isNotEmpty();
        }
        assertThat(out.resolve("长沙市2024年能源碳排放清单-managed.xlsx")).exists();
    }

    /** Every unit of the samples lies wholly in its park: what PostgreSQL sums by the register is the park's table. */
    private static void parks(Bureau bureau) throws Exception {
        List<List<String>> byRegister = bureau.query("""
                select u.park, trim_scale(sum(e.co2_t) filter (where e.scope = 1))
                from report.current_run r join ledger.entry e using (run_id)
                join intake.unit u on u.credit_code = e.reporter_code
                where u.park is not null group by u.park order by u.park
                """);
        assertThat(byRegister).isNotEmpty();
        assertThat(bureau.query("select park, scope1_t from report.park_by_year order by park"))
                .isEqualTo(byRegister);
    }
}
