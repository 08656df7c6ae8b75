package org.tanzhang.samples.broken;

/** A district's small industry, other sectors and households. Sound as drawn. */
final class District extends Table {

    static final String[] ROWS = {"合计", "规下工业", "农业", "建筑业", "交通", "商贸", "其他", "居民", "城镇", "乡村"};

    District(Sample sample, String office, int year) {
        super(sample, "其他部门");
        line(1, "规模以下工业和其他部门能源消费").merge("A1:F1");
        line(2, "综合机关名称：" + office + "统计局");
        put("E2", year + "年");
        line(4, "指标名称", "代码", "原煤", "汽油", "天然气", "电力");
        line(5, null, null, "（吨）", "（吨）", "（万立方米）", "（万千瓦时）");
        line(6, "合计", "01", 812.5, 95.4, 30.2, 261);
        line(7, "一、规模以下工业", "02", 512.5, 20.4, 4.2, 101);
        line(8, "二、农、林、牧、渔业", "03", 300, 5, null, 10);
        line(9, "三、建筑业", "04", null, 10, null, 20);
        line(10, "四、交通运输、仓储和邮政业", "05", null, 40, 6, 10);
        line(11, "五、批发、零售业和住宿、餐饮业", "06", null, 10, 5, 40);
        line(12, "六、其他", "07", null, 10, 5, 30);
        line(13, "七、居民生活", "08", null, null, 10, 50);
        line(14, "    城镇", "09", null, null, 9, 30);
        line(15, "    乡村", "10", null, null, 1, 20);
        line(17, "单位负责人：      填表人：      报出日期：      年  月  日");
        for (int i = 0; i < ROWS.length; i++) {
            row(ROWS[i], i + 5);
        }
        String[] columns = {"名称", "代码", "原煤", "汽油", "天然气", "电力"};
        for (int i = 0; i < columns.length; i++) {
            column(columns[i], i);
        }
    }
}
