package org.tanzhang.samples.broken;

import java.util.List;
import java.util.Random;

/** 工业主要产品产量, of enterprises or of regions, a product a column. Sound as drawn. */
final class Products extends Table {

    static final String CLINKER = "水泥熟料（吨）";
    private static final List<String> PRODUCTS = List.of(CLINKER, "石灰（吨）", "熔剂用石灰石（吨）", "熔剂用白云石（吨）");

    private final int year;
    private int last = 2;

    private Products(Sample sample, String title, int year, String code, String name) {
        super(sample, "产量");
        this.year = year;
        line(1, title);
        line(2, code, name, "年份", PRODUCTS.get(0), PRODUCTS.get(1), PRODUCTS.get(2), PRODUCTS.get(3));
        for (int i = 0; i < PRODUCTS.size(); i++) {
            column(PRODUCTS.get(i), i + 3);
            sheet().setColumnWidth(i + 3, 22 * 256);
        }
        sheet().setColumnWidth(0, 24 * 256);
        sheet().setColumnWidth(1, 30 * 256);
    }

    /** B204-1, an enterprise a row. */
    static Products byUnit(Sample sample, int year) {
        return new Products(sample, "工业主要产品产量（B204-1）", year, "统一社会信用代码", "单位详细名称");
    }

    /** A county a row. */
    static Products byRegion(Sample sample, int year) {
        return new Products(sample, "工业主要产品产量（分地区）", year, "区划代码", "地区");
    }

    /** An enterprise's row, named by its code. */
    Products add(Plant plant) {
        return add(plant.code(), plant.code(), plant.name(), plant.random());
    }

    /** A county's row, named by the county. */
    Products add(String county) {
        return add(county, Places.code(county), county, new Random(county.hashCode()));
    }

    private Products add(String row, String code, String name, Random random) {
        row(row, last);
        last++;
        line(
                last,
                code,
                name,
                year,
                Plant.draw(random, 900000, 2400000),
                Plant.draw(random, 9000, 24000),
                Plant.draw(random, 20000, 60000),
                Plant.draw(random, 4000, 9000));
        return this;
    }
}
