package org.tanzhang.factor;

import java.util.Arrays;
import java.util.List;
import org.tanzhang.quantity.Unit;

/** What a factor states, and the dimensions in which it may be stated. */
public enum FactorQuantity {
    /** net calorific value, 低位发热量 */
    NCV("ncv", "kJ/kg", "kJ/m3"),
    /** carbon per heat, 单位热值含碳量 */
    CARBON_CONTENT("carbon-content", "tC/TJ"),
    /** share of the carbon that oxidises, 碳氧化率 */
    OXIDATION("oxidation", "1"),
    /** CO2 per unit, where a source gives only that, and for electricity and heat */
    CO2_DIRECT("co2-direct", "kgCO2/kWh", "tCO2/t", "tCO2/m3", "tCO2/tce"),
    /** CO2 per heat, 单位热值二氧化碳排放因子, as IPCC prints beside the carbon content */
    CO2_PER_ENERGY("co2-per-energy", "tCO2/TJ"),
    /** coal equivalent by heat value, 折标准煤系数（当量） */
    COAL_EQUIVALENT("coal-equivalent", "kgce/kg", "kgce/m3", "kgce/kWh", "1"),
    /** coal equivalent of electricity by the fuel that makes it, 等价; never in one sum with 当量 */
    COAL_EQUIVALENT_BY_FUEL("coal-equivalent-by-fuel", "kgce/kWh"),
    /** share of electricity that is made without fossil fuels, 非化石电量占比 */
    NON_FOSSIL_SHARE("non-fossil-share", "1");

    private final String code;
    private final List<Unit> dimensions;

    FactorQuantity(String code, String... dimensions) {
        this.code = code;
        this.dimensions = Arrays.stream(dimensions).map(Unit::parse).toList();
    }

    public String code() {
        return code;
    }

    /** Whether a value in that unit can be such a factor. */
    public boolean accepts(Unit unit) {
        return dimensions.stream().anyMatch(unit::sameDimensionAs);
    }

    /** @throws IllegalArgumentException for an unknown code */
    public static FactorQuantity of(String code) {
        return Arrays.stream(values())
                .filter(q -> q.code.equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("factor quantities: no code " + code));
    }
}
