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

        KeyUser sources = KeyUser.ofP109(
                file(
                        "P109-来处.xlsx",
                        "柴油消费多于期初与购进；电力购进多于消费",
                        "more diesel used than there was; more electricity bought than used"),
                places.plant("5411"),
                "2024年");
        sources.put("柴油", KeyUser.PURCHASE, 330);
        sources.at("柴油", KeyUser.TOTAL).warning("R-205-5-03");
        sources.at("柴油", KeyUser.CLOSING).warning("R-205-5-02");
        sources.put("电力", KeyUser.PURCHASE, 612.6).info("R-205-5-04");

        matrix();

        District blank = new District(file("区县其他部门-合计空白.xls", "电力合计、居民用气合计空白", "totals left blank"), "长沙市望城区", 2014);
        blank.clear("合计", "电力");
        blank.at("规下工业", "电力").info("R-DISTRICT-03");
        blank.clear("居民", "天然气");
        blank.at("城镇", "天然气").info("R-DISTRICT-04");

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

    private void matrix() {
        Matrix matrix = new Matrix(
                file(
                        "行业矩阵.xlsx",
                        "原煤合计多 10，电力加工转换多 7.7，原料大于工业，天然气两个合计空白，柴油消费合计多 5",
                        "totals that are not their parts, non-energy use above industry, two totals left blank"),
                "长沙市",
                2005);
        matrix.add("合计", "原煤", "10").warning("R-MATRIX-01");
        matrix.add("加工转换", "电力", "-7.7").warning("R-MATRIX-02");
        matrix.put("原料", "原煤", 130).warning("R-MATRIX-04");
        matrix.clear("加工转换", "天然气");
        matrix.at("火力发电", "天然气").info("R-MATRIX-05");
        matrix.clear("合计", "天然气");
        matrix.at("食品", "天然气").info("R-MATRIX-06");
        matrix.add("消费", "柴油", "5").warning("R-MATRIX-03");
        // consumption no longer is the sum of both blocks in the other columns either
        for (String carrier : new String[] {"原煤", "天然气", "电力"}) {
            matrix.at("消费", carrier).warning("R-MATRIX-03");
        }
    }
}
