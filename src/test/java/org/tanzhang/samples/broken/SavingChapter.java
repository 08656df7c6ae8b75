package org.tanzhang.samples.broken;

/** The energy-saving edition of 205-1: what was paid, in the units of money that captions name. */
final class SavingChapter extends Chapter {

    SavingChapter(Places places) {
        super("4-企业表", places);
    }

    @Override
    void draw() {
        saving("节能口径-千元.xlsx", "天然气金额按元填", "gas in yuan, not in 千元")
                .pays(Saving.THOUSANDS, 1000)
                .put("天然气", Saving.THOUSANDS, 6867200)
                .warning("R-205-1-13");
        saving("节能口径-万元.xlsx", "表头是万元，电力按元填", "electricity in yuan, not in 万元")
                .pays(Saving.TEN_THOUSANDS, 10000)
                .put("电力", Saving.TEN_THOUSANDS, 21221440)
                .warning("R-205-1-13");
        saving("节能口径-金额.xls", "表头没有写明金额单位，电力按元填", "no unit of money named, electricity in yuan")
                .pays(Saving.MONEY, 10000)
                .put("电力", Saving.MONEY, 21221440)
                .warning("R-205-1-13");
    }

    private Saving saving(String name, String zh, String en) {
        return new Saving(file(name, zh, en), places.plant(), YEAR);
    }
}
