package org.tanzhang.samples.broken;

import java.util.List;

/** The register of units of an office and year. Rows are named by the order in which they are added. */
final class Register extends Table {

    static final String CODE = "统一社会信用代码";
    static final String NAME = "单位详细名称";
    static final String INDUSTRY = "行业代码";
    static final String REGION = "区划代码";
    static final String COUNTY = "所在区县";
    static final String TOWN = "乡镇街道代码";
    static final String SCOPE = "统计范围";
    static final String PARK = "所在园区";
    static final String OPENED = "开业时间";
    static final String CLOSED = "关闭时间";
    static final String MOVED_IN = "迁入时间";
    static final String MOVED_OUT = "迁出时间";
    static final String FROM = "起始月份";
    static final String TO = "终止月份";

    private static final List<String> COLUMNS = List.of(
            CODE, NAME, INDUSTRY, REGION, COUNTY, TOWN, SCOPE, PARK, OPENED, CLOSED, MOVED_IN, MOVED_OUT, FROM, TO);

    private int lines;

    Register(Sample sample, String office, int year) {
        super(sample, "单位名录");
        line(1, "规模以上工业企业基本单位名录（合成样例，虚构数据）");
        line(2, "综合机关名称：" + office + "统计局");
        put("H2", year + "年");
        line(3, COLUMNS.toArray());
        for (int i = 0; i < COLUMNS.size(); i++) {
            column(COLUMNS.get(i), i);
        }
    }

    /** A sound line; gives its name. */
    String add(Plant plant) {
        lines++;
        String name = String.valueOf(lines);
        row(name, lines + 2);
        line(
                lines + 3,
                plant.code(),
                plant.name(),
                plant.industry(),
                plant.region(),
                Places.name(plant.region()),
                null,
                "本地");
        return name;
    }
}
