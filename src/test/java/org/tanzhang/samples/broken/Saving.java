package org.tanzhang.samples.broken;

/** The energy table of the 节能 report, which enterprises paste in place of 205-1. Sound as drawn. */
final class Saving extends Table {

    static final String OPENING = "期初库存";
    static final String PURCHASE = "购入量";
    static final String INDUSTRIAL = "工业消费";
    static final String RAW = "原料消费";
    static final String CLOSING = "期末库存";
    static final String COEFFICIENT = "当量系数";

    static final String THOUSANDS = "购入金额（千元）";
    static final String TEN_THOUSANDS = "购入金额（万元）";
    static final String MONEY = "购入金额";

    Saving(Sample sample, Plant plant, int year) {
        super(sample, "能源消费结构");
        line(1, "重点用能单位能源利用状况报告 能源消费结构表");
        line(2, "统一社会信用代码：" + plant.code());
        line(3, "单位详细名称：" + plant.name());
        put("G3", year + "年");
        line(5, "能源名称", "计量单位", "代码", OPENING, "购入量", INDUSTRIAL, RAW, "非工业消费", CLOSING, COEFFICIENT);
        line(6, "一般烟煤", "吨", "04", 310, 5210.4, 5180.2, null, 20.2, 320, 0.705);
        line(7, "原煤", "吨", "01", 310, 5210.4, 5180.2, null, 20.2, 320, 0.705);
        line(8, "天然气", "万立方米", "15", null, 214.6, 210.6, 60.1, 4, null, 12.143);
        line(9, "电力", "万千瓦时", "33", null, 3120.8, 3100.8, null, 20, null, 1.229);
        String[] rows = {"一般烟煤", "原煤", "天然气", "电力"};
        for (int i = 0; i < rows.length; i++) {
            row(rows[i], i + 5);
        }
        String[] columns = {"名称", "单位", "代码", OPENING, PURCHASE, INDUSTRIAL, RAW, "非工业消费", CLOSING, COEFFICIENT};
        for (int i = 0; i < columns.length; i++) {
            column(columns[i], i);
        }
    }

    /**
     * A further column of what was paid.
     *
     * @param caption with its unit, or without
     * @param unit how many yuan it is: coal at 700 yuan a tonne, gas at 3.2 a m3, electricity at 0.68 a kWh
     */
    Saving pays(String caption, int unit) {
        column(caption, 10);
        put("K5", caption);
        for (String coal : new String[] {"一般烟煤", "原煤"}) {
            put(coal, caption, 3647280 / unit);
        }
        put("天然气", caption, 6867200 / unit);
        put("电力", caption, 21221440 / unit);
        return this;
    }
}
