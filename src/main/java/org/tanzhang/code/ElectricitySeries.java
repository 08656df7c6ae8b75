package org.tanzhang.code;

/**
 * The series that electricity factors are published in. They answer different questions, so a factor of one never stands in
 * for another's (METHOD 5).
 */
public enum ElectricitySeries {
    /** average of what is consumed in a province, 省级电力平均二氧化碳排放因子 */
    PROVINCIAL_AVERAGE("provincial-average"),
    /** average of a regional grid, 区域电力平均二氧化碳排放因子; which provinces belong to it is data of the factor set */
    REGIONAL_AVERAGE("regional-average"),
    /** average of the nation, 全国电力平均二氧化碳排放因子 */
    NATIONAL_AVERAGE("national-average"),
    /** factor by which enterprises report to the emissions trading scheme; no inventory takes it */
    EMISSIONS_TRADING("emissions-trading");

    private final String code;

    ElectricitySeries(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }
}
