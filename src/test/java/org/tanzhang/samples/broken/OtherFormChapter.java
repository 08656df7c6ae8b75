package org.tanzhang.samples.broken;

/** Forms of key users that are no industry, and of a district's other sectors. */
final class OtherFormChapter extends Chapter {

    OtherFormChapter(Places places) {
        super("9-其他表", places);
    }

    @Override
    void draw() {
        KeyUser users = KeyUser.of205_5(
                file(
                        "205-5.xlsx",
                        "运输大于合计；天然气库存不平；电力格内是文字",
                        "more in vehicles than in all; stocks that do not add up; words in a cell"),
                places.plant("8331"),
                PERIOD);
        users.put("柴油", KeyUser.TRANSPORT, 531).error("R-205-5-01");
        users.put("天然气", KeyUser.CLOSING, 9).warning("R-205-5-02");
        users.put("电力", KeyUser.OPENING, "无库存").error("R-CELL-01");

        KeyUser carriers = KeyUser.ofP109(
                file("P109.xls", "运输大于合计；电力的单位写成吨", "more in vehicles than in all; electricity in tonnes"),
                places.plant("5431"),
                "2024年");
        carriers.put("天然气", KeyUser.TRANSPORT, 99).error("R-205-5-01");
        carriers.put("电力", "单位", "吨").error("R-UNIT-02");

        District district = new District(
                file(
                        "区县其他部门.xlsx",
                        "电力合计比各部门多 10；居民用气与城镇、乡村不等；一行未知",
                        "a total above its sectors; households that are not urban and rural; an unknown row"),
                "长沙市望城区",
                2012);
        district.put("合计", "电力", 271).error("R-DISTRICT-01");
        district.put("居民", "天然气", 12).error("R-DISTRICT-02");
        district.put("其他", "名称", "六、数据中心").error("R-ROW-01");
        // its figures are lost to the totals of the other columns too
        district.at("合计", "汽油").error("R-DISTRICT-01");
        district.at("合计", "天然气").error("R-DISTRICT-01");
    }
}
