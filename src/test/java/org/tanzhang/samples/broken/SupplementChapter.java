package org.tanzhang.samples.broken;

/** Cards with figures under their table (补充资料). */
final class SupplementChapter extends Chapter {

    SupplementChapter(Places places) {
        super("4-企业表", places);
    }

    @Override
    void draw() {
        card("23-综合能源消费量.xlsx", "补充资料的综合能源消费量比各行算出的多两成七", "net energy use stated 27 % above what the rows give")
                .netEnergy("1.27")
                .warning("R-205-1-26");
        card("23-综合能源消费量-正确.xls", "补充资料与各行相符，没有毛病", "net energy use as the rows give it, sound")
                .netEnergy("1.01");
    }
}
