package org.tanzhang.samples.broken;

/** Forms 205-5 and P109: key users that are no industry. Sound as drawn. */
final class KeyUser extends Table {

    static final String OPENING = "期初库存量";
    static final String PURCHASE = "购进量";
    static final String TOTAL = "消费合计";
    static final String TRANSPORT = "运输工具消费";
    static final String CLOSING = "期末库存量";

    private KeyUser(Sample sample, String title, String number, Plant plant, String period) {
        super(sample, "表");
        line(1, title).merge("A1:J1");
        put("H2", "表    号：" + number + "表");
        put("A3", "统一社会信用代码：" + plant.code());
        put("A4", "单位详细名称：" + plant.name());
        put("H4", period);
        line(6, "能源名称", "计量单位", "代码", "年初库存量", "购进量", null, "消费量", null, "年末库存量", "采用折标系数");
        line(7, null, null, null, null, "实物量", "金额（千元）", "合计", "其中：运输工具消费");
        line(8, "甲", "乙", "丙", "1", "2", "3", "4", "5", "6", "7");
        String[] columns = {"名称", "单位", "代码", OPENING, PURCHASE, "金额", TOTAL, TRANSPORT, CLOSING, "系数"};
        for (int i = 0; i < columns.length; i++) {
            column(columns[i], i);
        }
        line(9, "柴油", "吨", "21", 12, 430, 3182, 431, 418.5, 11, 1.4571);
        line(10, "天然气", "万立方米", "15", null, 86.4, 3024, 86.4, 40.2, null, 12.143);
        line(11, "电力", "万千瓦时", "33", null, 512.6, 3588.2, 512.6, null, null, 1.229);
        row("柴油", 8);
        row("天然气", 9);
        row("电力", 10);
        line(13, "单位负责人：      填表人：      报出日期：      年  月  日");
    }

    static KeyUser of205_5(Sample sample, Plant plant, String period) {
        return new KeyUser(sample, "非工业重点耗能单位能源消费情况", "205-5", plant, period);
    }

    static KeyUser ofP109(Sample sample, Plant plant, String period) {
        return new KeyUser(sample, "交通运输企业主要能源消费与库存", "P109", plant, period);
    }
}
