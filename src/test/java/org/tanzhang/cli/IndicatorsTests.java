package org.tanzhang.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Path;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

@DisplayName("Indicators of two years")
class IndicatorsTests {

    private static final Offset<BigDecimal> NEAR = Offset.offset(new BigDecimal("1e-12"));

    @TempDir
    Path folder;

    @Test
    @DisplayName("are the quotients that PostgreSQL takes of the ledger and of what the office stated")
    void quotients() throws Exception {
        Path inbox = folder.resolve("inbox");
        for (int year : new int[] {2023, 2024}) {
            SampleWorkbook.of(year, "市_430100_长沙市").save(inbox.resolve("市" + year));
            SampleWorkbook.of(year, "指标_430100").save(inbox.resolve("指标" + year));
        }
        try (Bureau bureau = Bureau.on(DatabaseServers.EMBEDDED, folder.resolve("home"))) {
            assertThat(bureau.run("import", inbox.toString()).exitCode()).isZero();
            assertThat(bureau.run("account", "--year", "2023..2024").exitCode()).isZero();

            // tonnes per head, and per 10^4 CNY of 2020: the sums of the entries by the cells of the workbook
            List<List<String>> own = bureau.query("""
                    select r.year, e.co2 / (p.value * 10000), e.co2 / (g.value * 10000)
                    from report.current_run r
                    join (select run_id, sum(co2_t) as co2 from ledger.entry
                          where scope = 1 and basis = 'top_down' group by run_id) e using (run_id)
                    join intake.statement s on s.form = 'socio-economic' and s.year = r.year and s.reporter_code = '430100'
                    join intake.observation p on p.statement_id = s.statement_id and p.item = 'population'
                    join intake.observation g on g.statement_id = s.statement_id and g.item = 'gdp-constant@2020'
                    order by r.year
                    """);
            assertThat(own).hasSize(2);
            List<List<String>> view = bureau.query("""
                    select year, scope1_per_head_t, scope1_per_10k_cny_constant_t, gdp_base_year from report.indicator
                    where region_code = '430100' order by year
                    """);
            for (int i = 0; i < own.size(); i++) {
                assertThat(view.get(i).get(0)).isEqualTo(own.get(i).get(0));
                assertThat(number(view, i, 1)).isCloseTo(number(own, i, 1), NEAR);
                assertThat(number(view, i, 2)).isCloseTo(number(own, i, 2), NEAR);
                assertThat(view.get(i).get(3)).isEqualTo("2020");
            }

            JsonNode said =
                    bureau.run("indicators", "--year", "2023..2024", "--json").json();
            assertThat(said.get("base_year").asInt()).isEqualTo(2020);
            JsonNode before = line(said, 2023);
            JsonNode now = line(said, 2024);
            assertThat(number(now, "t_per_head")).isCloseTo(number(own, 1, 1), NEAR);
            assertThat(number(now, "t_per_10k_cny")).isCloseTo(number(own, 1, 2), NEAR);
            BigDecimal decline =
                    BigDecimal.ONE.subtract(number(own, 1, 2).divide(number(own, 0, 2), MathContext.DECIMAL64));
            assertThat(number(now, "decline")).isCloseTo(decline, NEAR);
            assertThat(number(now, "cumulative_decline")).isCloseTo(decline, NEAR);
            assertThat(before.get("decline").isNull()).isTrue();
            assertThat(before.get("reason").asString()).isNotEmpty();
        }
    }

    private static BigDecimal number(List<List<String>> rows, int row, int column) {
        return new BigDecimal(rows.get(row).get(column));
    }

    private static BigDecimal number(JsonNode line, String field) {
        return new BigDecimal(line.get(field).asString());
    }

    private static JsonNode line(JsonNode document, int year) {
        for (JsonNode line : document.get("indicators")) {
            if (line.get("region_code").asString().equals("430100")
                    && line.get("year").asInt() == year
                    && line.get("measure").asString().equals("scope1")) {
                return line;
            }
        }
        throw new AssertionError(document.toString());
    }
}
