package org.tanzhang.samples.broken;

import static org.tanzhang.samples.broken.Export.DIESEL;
import static org.tanzhang.samples.broken.SeriesChapter.FIRST;
import static org.tanzhang.samples.broken.SeriesChapter.THEN;

/** Exports of one measure each, which hold what the columns of a card must only if laid beside each other. */
final class MeasureChapter extends Chapter {

    private static final String NAME = "导出对照";

    MeasureChapter(Places places) {
        super("先后", places);
    }

    @Override
    void draw() {
        files();
        oneFile();
    }

    private Export export(String when, String measure, int year, String zh, String en) {
        return new Export(file(NAME + when + measure + "-" + year + ".xlsx", zh, en), "—" + measure);
    }

    private Export sound(String measure, int year) {
        return export(FIRST, measure, year, "先到的导出表，没有毛病", "came first, sound");
    }

    private Export later(String measure, String zh, String en) {
        return export(THEN, measure, YEAR, zh, en);
    }

    /** One enterprise a relation, of which one measure is wrong; and one of which all ten are sound. */
    private void files() {
        Export closed = sound("期末库存", YEAR - 1);
        Export bought = sound("购进实物量", YEAR);
        Export used = sound("消费合计", YEAR);
        Export industrial = later("工业生产消费", "与其他用途合不成合计；大于合计", "does not add up with other use; above the total");
        Export other = later("非工业生产消费", "没有毛病", "sound");
        Export material = later("用于原材料", "大于工业生产消费", "above industrial use");
        Export transport = later("运输工具消费", "大于消费合计", "above the total");
        Export power = later("火力发电投入", "大于工业生产消费", "above industrial use");
        Export opened = later("期初库存", "不等于上年期末；消费没有来处", "not last year's closing stock; use without a source");
        Export closing = later("期末库存", "接不上期初、购进和消费", "does not follow from opening, purchase and use");
        Export paid = later("购进金额", "柴油每吨七百五十万元", "diesel at 7.5 million yuan a tonne");

        Plant whole = places.plant();
        closed.add(whole, YEAR - 1, 12.5, 0);
        opened.add(whole, YEAR, 12.5, 0);
        bought.add(whole, YEAR, 120, 400);
        used.add(whole, YEAR, 110.25, 400);
        closing.add(whole, YEAR, 22.25, 0);
        industrial.add(whole, YEAR, 80.25, 390);
        other.add(whole, YEAR, 30, 10);
        material.add(whole, YEAR, 1.5, 0);
        transport.add(whole, YEAR, 50, 0);
        power.add(whole, YEAR, 60, 0);
        paid.add(whole, YEAR, 850, 2600);

        Plant notTheSum = places.plant();
        used.add(notTheSum, YEAR, 120.5, 300);
        industrial.add(notTheSum, YEAR, 90.25, 280);
        other.add(notTheSum, YEAR, 20, 20);
        industrial.at(notTheSum.code(), DIESEL).warning("R-MEASURES-01");

        Plant above = places.plant();
        used.add(above, YEAR, 100, 300);
        industrial.add(above, YEAR, 130, 300);
        industrial.at(above.code(), DIESEL).warning("R-MEASURES-02");

        Plant materials = places.plant();
        used.add(materials, YEAR, 100, 300);
        industrial.add(materials, YEAR, 80, 300);
        material.add(materials, YEAR, 85, 0);
        material.at(materials.code(), DIESEL).warning("R-MEASURES-03");

        Plant lorries = places.plant();
        used.add(lorries, YEAR, 100, 300);
        transport.add(lorries, YEAR, 120, 0);
        transport.at(lorries.code(), DIESEL).warning("R-MEASURES-04");

        Plant station = places.plant();
        used.add(station, YEAR, 1000, 300);
        industrial.add(station, YEAR, 1000, 300);
        power.add(station, YEAR, 1100, 0);
        power.at(station.code(), DIESEL).warning("R-MEASURES-05");

        Plant stocks = places.plant();
        opened.add(stocks, YEAR, 10, 0);
        bought.add(stocks, YEAR, 100, 300);
        used.add(stocks, YEAR, 95.5, 300);
        closing.add(stocks, YEAR, 25, 0);
        closing.at(stocks.code(), DIESEL).warning("R-MEASURES-06");

        Plant dear = places.plant();
        bought.add(dear, YEAR, 100, 300);
        paid.add(dear, YEAR, 750000, 2000);
        paid.at(dear.code(), DIESEL).warning("R-MEASURES-07");

        Plant sourceless = places.plant();
        opened.add(sourceless, YEAR, 10, 0);
        bought.add(sourceless, YEAR, 100, 300);
        used.add(sourceless, YEAR, 150, 300);
        opened.at(sourceless.code(), DIESEL).warning("R-MEASURES-08");

        Plant reopened = places.plant();
        closed.add(reopened, YEAR - 1, 310, 0);
        opened.add(reopened, YEAR, 260, 0);
        opened.at(reopened.code(), DIESEL).warning("R-MEASURES-09");
    }

    /** Both measures in one workbook: one sender has both, and one of his sheets is wrong. */
    private void oneFile() {
        Sample both = file(
                "导出对照/2-后/两个指标-2024.xlsx",
                "同一簿两个指标，工业大于合计",
                "two measures in one workbook, industrial above the total");
        Export used = new Export(both, "—消费合计", "消费合计");
        Export industrial = new Export(both, "—工业生产消费", "工业生产消费");
        Plant plant = places.plant();
        used.add(plant, YEAR, 100, 300);
        industrial.add(plant, YEAR, 130, 300);
        industrial.at(plant.code(), DIESEL).error("R-MEASURES-02");
    }
}
