package org.tanzhang.intake.reading;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** 工业主要产品产量 (B204-1): a reporter a row, a product a column. */
@DisplayName("The output of main products")
class ProductReadingTests {

    @Test
    @DisplayName(
            "is read by enterprise, in tonnes whatever unit is printed; products that give off nothing are passed over")
    void byEnterprise() {
        Reading reading = Reading.of(Sketch.xlsxSheet("产量")
                .set("A1", "工业主要产品产量（B204-1）")
                .set("A2", "2024年")
                .row(3, "统一社会信用代码", "单位详细名称", "水泥熟料（万吨）", "石灰（吨）", "水泥（万吨）")
                .row(4, "91430112MA4LXYAW1X", "甲水泥厂", 150.5, null, 200)
                .row(5, "91430181MA0EXAMPL1", "乙钢铁厂", null, 2000, null));
        assertThat(reading.errors()).isEmpty();
        assertThat(reading.statements())
                .containsExactly(
                        "products-by-unit 91430112MA4LXYAW1X 2024", "products-by-unit 91430181MA0EXAMPL1 2024");
        assertThat(reading.numbers())
                .containsExactly("product.cement-clinker/ = 150.5 10^4 t at 产量!C4", "product.lime/ = 2000 t at 产量!D5");
    }

    @Test
    @DisplayName("is read by region")
    void byRegion() {
        Reading reading = Reading.of(Sketch.xlsxSheet("产量")
                .set("A1", "各区县工业主要产品产量")
                .set("A2", "2024年")
                .row(3, "地区", "水泥熟料（吨）", "熔剂用石灰石（吨）")
                .row(4, "芙蓉区", 1000, 20)
                .row(5, "长沙市", 5000, null));
        assertThat(reading.errors()).isEmpty();
        assertThat(reading.statements())
                .containsExactly("products-by-region 430102 2024", "products-by-region 430100 2024");
    }
}
