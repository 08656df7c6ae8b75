package org.tanzhang.intake.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.tanzhang.intake.form.FormLibrary;
import org.tanzhang.intake.reference.ReferenceData;
import org.tanzhang.intake.rule.RuleLibrary;

/** The industry matrix with Chinese captions and GB/T 4754 divisions, by the code lists alone. */
class IndustryMatrixReadingTests {

    private final ReferenceData reference = ReferenceData.in(java.nio.file.Path.of("emission-factors"));
    private final StatementReader reader = new StatementReader(
            reference.codes(),
            reference.units(),
            FormLibrary.shipped(),
            RuleLibrary.shipped().book());

    @Test
    void chineseCaptionsAndDivisionsAreReadByTheCodeLists() throws IOException {
        ReadWorkbook read = reader.read(matrix("长沙市分行业分品种能源消费量  2024年"));

        ReadStatement statement = read.statements().get(0);
        assertThat(statement.definition()).isEqualTo("industry-matrix");
        assertThat(statement.findings()).isEmpty();
        assertThat(statement.reporter().code()).isEqualTo("430100");
        assertThat(statement.period()).hasToString("2024");
        assertThat(statement.observations())
                .extracting(
                        o -> o.item() + "/" + o.carrier() + " = " + o.value().toPlainString() + " " + o.unit())
                .containsExactly(
                        "sector.06/raw-coal = 1.5 10^4 t",
                        "sector.06/electricity = 2 10^8 kWh",
                        "sector.26/raw-coal = 30 10^4 t",
                        "sector.44/electricity = 4.25 10^8 kWh",
                        "sector.construction/diesel = 7 10^4 t",
                        // printed positive, kept as input: negative
                        "transformation.power/raw-coal = -190.91 10^4 t");
    }

    @Test
    void aWorkbookOfEmissionsIsNoInput() throws IOException {
        ReadWorkbook read = reader.read(matrix("长沙市分行业分品种二氧化碳排放 2024年 Mt CO2"));
        assertThat(read.recognised()).isFalse();
        assertThat(read.findings()).extracting(f -> f.rule()).containsExactly("R-FORM-01");
    }

    private static byte[] matrix(String title) throws IOException {
        try (XSSFWorkbook workbook = new XSSFWorkbook();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            Sheet sheet = workbook.createSheet("分行业");
            sheet.createRow(0).createCell(0).setCellValue(title);
            row(sheet, 2, List.of("行业", "原煤（万吨）", "柴 油（万吨）", "电力（亿千瓦时）"));
            row(sheet, 3, List.of("06_煤炭开采和洗选业", 1.5, "", 2.0));
            row(sheet, 4, List.of("化学原料和化学制品制造业", 30.0, "", ""));
            row(sheet, 5, List.of("电力、热力生产和供应业", "", "", 4.25));
            row(sheet, 6, List.of("建筑业", "", 7.0, ""));
            row(sheet, 7, List.of("Thermal Power", 190.91, "", ""));
            workbook.write(out);
            return out.toByteArray();
        }
    }

    private static void row(Sheet sheet, int number, List<Object> cells) {
        Row row = sheet.createRow(number);
        for (int c = 0; c < cells.size(); c++) {
            Object value = cells.get(c);
            if (value instanceof Double d) {
                row.createCell(c).setCellValue(d);
            } else if (!value.toString().isEmpty()) {
                row.createCell(c).setCellValue(value.toString());
            }
        }
    }
}
