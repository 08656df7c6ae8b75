package org.tanzhang.samples.broken;

/** The industry matrix of a city: sectors down, carriers across; inputs to transformation are printed positive. */
final class Matrix extends Table {

    Matrix(Sample sample, String city, int year) {
        super(sample, "分行业");
        line(1, city + "分行业分品种能源消费量（实物量） " + year + "年");
        line(3, "行业", "原煤（万吨）", "柴油（万吨）", "天然气（亿立方米）", "电力（亿千瓦时）");
        line(4, "13_农副食品加工业", 1.52, 0.11, 0.04, 1.96);
        line(5, "化学原料和化学制品制造业", 30.45, 0.32, 0.51, 11.2);
        line(6, "非金属矿物制品业", 88.06, 0.94, 0.22, 9.41);
        line(7, "电力、热力生产和供应业", null, 0.08, 0.31, 14.25);
        line(8, "建筑业", null, 7.03, null, 3.12);
        line(9, "批发、零售业和住宿、餐饮业", 0.4, 1.2, 0.9, 12.5);
        line(10, "终端消费量合计", 120.43, 9.68, 1.98, 52.44);
        line(11, "　　#用作原料、材料", 20.5);
        line(12, "加工转换投入(+)产出(-)量", 201.02, null, 0.7, -52.3);
        line(13, "　1.火力发电", 190.91, null, 0.7, -52.3);
        line(14, "　2.供热", 10.11);
        line(15, "Total Consumption", 321.45, 9.68, 2.68, 0.14);
        String[] rows = {"食品", "化工", "建材", "电热", "建筑业", "商贸", "合计", "原料", "加工转换", "火力发电", "供热", "消费"};
        for (int i = 0; i < rows.length; i++) {
            row(rows[i], i + 3);
        }
        row("表头", 2);
        String[] columns = {"行业", "原煤", "柴油", "天然气", "电力"};
        for (int i = 0; i < columns.length; i++) {
            column(columns[i], i);
        }
    }
}
