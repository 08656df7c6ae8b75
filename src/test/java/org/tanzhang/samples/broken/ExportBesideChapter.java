package org.tanzhang.samples.broken;

import static org.tanzhang.samples.broken.SeriesChapter.FIRST;
import static org.tanzhang.samples.broken.SeriesChapter.THEN;

import java.util.ArrayList;
import java.util.List;

/** Exports of a measure and output of products beside last year's, and growth beside the GDP of both years. */
final class ExportBesideChapter extends Chapter {

    ExportBesideChapter(Places places) {
        super("先后", places);
    }

    @Override
    void draw() {
        purchases();
        inputs();
        growth();
        products();
        money();
        keyUsers();
    }

    private record Years(Export before, Export now, List<String> rows) {}

    /** Three enterprises in an export of last year and in one of this year, whose figures are the same. */
    private Years years(String name, String measure, String zh, String en) {
        Export before =
                new Export(file(name + FIRST + name + "-2023.xlsx", "上年的导出表，没有毛病", "last year's, sound"), measure);
        Export now = new Export(file(name + THEN + name + "-2024.xlsx", zh, en), measure);
        List<String> rows = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            Plant plant = places.plant();
            before.add(plant, YEAR - 1);
            now.add(plant, YEAR);
            rows.add(plant.code());
        }
        return new Years(before, now, rows);
    }

    private void purchases() {
        Years bought = years(
                "导出购进",
                "（205-1表）—购进实物量",
                "一家柴油按千克填，一家一般烟煤购进三倍于上年",
                "diesel in kilograms in one row, three times last year's coal in another");
        bought.now().times(bought.rows().get(0), Export.DIESEL, "1000").error("R-MAGNITUDE-01");
        String other = bought.rows().get(1);
        bought.before().put(other, Export.BITUMINOUS, 2000);
        bought.before().put(other, Export.ANTHRACITE, 500);
        bought.before().put(other, Export.COAL, 2500);
        bought.now().put(other, Export.BITUMINOUS, 6000).warning("R-CHANGE-07");
        bought.now().put(other, Export.ANTHRACITE, 500);
        bought.now().put(other, Export.COAL, 6500).warning("R-CHANGE-07");
    }

    private void inputs() {
        Years put = years("导出投入", "（205-2表）—火力发电投入", "一家发电用柴油按千克填", "diesel put into power in kilograms");
        put.now().times(put.rows().get(2), Export.DIESEL, "1000").error("R-MAGNITUDE-01");
    }

    private void growth() {
        String name = "增长速度";
        Indicators.of(file(name + FIRST + name + "-2016.xlsx", "上年的指标，没有毛病", "last year's, sound"), "望城区", 2016);
        Indicators now = Indicators.of(
                file(name + THEN + name + "-2017.xlsx", "增长速度的正负号填反", "growth with its sign turned"), "望城区", 2017);
        now.times("望城区", Indicators.GROWTH, "-1").warning("R-GROWTH-01");
    }

    private void products() {
        String name = "产量少了两位";
        Plant works = places.plant();
        Products.byUnit(file(name + FIRST + name + "-2023.xlsx", "上年的产量，没有毛病", "last year's, sound"), YEAR - 1)
                .add(works);
        Products now =
                Products.byUnit(file(name + THEN + name + "-2024.xlsx", "水泥熟料少填了两位", "clinker two digits short"), YEAR);
        now.add(works).times(works.code(), Products.CLINKER, "0.01").warning("R-CHANGE-08");

        String region = "分地区产量翻番";
        Products.byRegion(file(region + FIRST + region + "-2023.xls", "上年的产量，没有毛病", "last year's, sound"), YEAR - 1)
                .add("浏阳市");
        Products doubled = Products.byRegion(
                file(region + THEN + region + "-2024.xls", "水泥熟料两倍半于上年", "two and a half times last year's clinker"),
                YEAR);
        doubled.add("浏阳市").times("浏阳市", Products.CLINKER, "2.5").warning("R-CHANGE-08");
    }

    private void money() {
        Years paid = years("导出金额", "（205-1表）—购进金额", "一家柴油按元填", "diesel in yuan in one row");
        paid.now().times(paid.rows().get(1), Export.DIESEL, "1000").warning("R-MAGNITUDE-07");
    }

    private void keyUsers() {
        String name = "宾馆按千克填";
        Plant hotel = places.plant();
        KeyUser.of205_5(
                file(name + FIRST + name + "-2023.xls", "上年的 205-5，没有毛病", "last year's, sound"), hotel, "2023年1－12月");
        KeyUser now = KeyUser.of205_5(
                file(
                        name + THEN + name + "-2024.xls",
                        "柴油的运输消费按千克填，大于合计",
                        "transport's diesel in kilograms, above the total"),
                hotel,
                PERIOD);
        now.put("柴油", KeyUser.TRANSPORT, 418500).warning("R-MAGNITUDE-04").error("R-205-5-01");
    }
}
