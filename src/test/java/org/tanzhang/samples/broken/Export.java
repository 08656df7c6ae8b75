package org.tanzhang.samples.broken;

import java.util.List;
import java.util.Random;

/** The platform's export: an enterprise a row, a carrier a column with its unit, subtotals beside their parts. */
final class Export extends Table {

    static final String CODE = "组织机构代码/统一社会信用代码";
    static final String NAME = "单位详细名称";
    static final String YEAR = "年份";
    static final String COAL = "原煤(吨)";
    static final String ANTHRACITE = "无烟煤(吨)";
    static final String BITUMINOUS = "一般烟煤(吨)";
    static final String DIESEL = "柴油(吨)";
    static final String OTHER_OIL = "其他石油制品(吨)";
    static final String NAPHTHA = "石脑油(吨)";
    static final String REST_OF_OIL = "其他(石油制品)(吨)";
    static final String ELECTRICITY = "电力(万千瓦时)";
    static final String OTHER_FUELS = "其他燃料(吨标准煤)";
    static final String GANGUE = "煤矸石用于燃料(吨)";
    static final String REST_OF_FUELS = "其他(燃料)(吨标准煤)";

    private static final List<String> COLUMNS = List.of(
            CODE,
            NAME,
            YEAR,
            COAL,
            ANTHRACITE,
            BITUMINOUS,
            DIESEL,
            OTHER_OIL,
            NAPHTHA,
            REST_OF_OIL,
            ELECTRICITY,
            OTHER_FUELS,
            GANGUE,
            REST_OF_FUELS);

    private int last = 2;

    /** An export without rows; {@code measure} stands in its title. */
    Export(Sample sample, String measure) {
        this(sample, measure, "Sheet1");
    }

    Export(Sample sample, String measure, String sheet) {
        super(sample, sheet);
        line(1, "规模以上工业企业能源购进、消费与库存" + measure);
        line(2, COLUMNS.toArray());
        for (int i = 0; i < COLUMNS.size(); i++) {
            column(COLUMNS.get(i), i);
        }
        row("表头", 1);
    }

    /** An enterprise's row, sound; rows are named by the enterprise's code, or {@code again}. */
    Export add(Plant plant, int year) {
        return add(plant, year, plant.code());
    }

    Export add(Plant plant, int year, String rowName) {
        row(rowName, last);
        last++;
        Random random = plant.random();
        var anthracite = Plant.draw(random, 100, 900);
        var bituminous = Plant.draw(random, 500, 4000);
        var naphtha = Plant.draw(random, 10, 90);
        var rest = Plant.draw(random, 5, 60);
        var gangue = Plant.draw(random, 100, 400);
        line(
                last,
                plant.code(),
                plant.name(),
                year,
                anthracite.add(bituminous),
                anthracite,
                bituminous,
                Plant.draw(random, 20, 200),
                naphtha.add(rest),
                naphtha,
                rest,
                Plant.draw(random, 100, 900),
                // 0.2857 tce a tonne of gangue, rounded to whole tonnes as the platform does
                Math.round(gangue.doubleValue() * 0.2857),
                gangue);
        return this;
    }

    /** An enterprise's row with two figures. */
    Export add(Plant plant, int year, double diesel, double electricity) {
        row(plant.code(), last);
        last++;
        line(last, plant.code(), plant.name(), year, null, null, null, diesel, null, null, null, electricity);
        return this;
    }

    /** The next row, without an enterprise. */
    String nextRow() {
        String name = "第" + (last + 1) + "行";
        row(name, last);
        last++;
        return name;
    }
}
