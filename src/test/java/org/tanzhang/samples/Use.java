package org.tanzhang.samples;

/**
 * What one kind of works takes of one fuel in a year, as a range in the card's unit, and how the use splits.
 *
 * @param raw share used as raw material (inside industrial use)
 * @param power share put into power generation
 * @param heat share put into heat supply
 * @param nonIndustrial share of canteens, offices, vehicles
 * @param vehicles share burnt in transport tools (of the total)
 * @param stored whether the works keeps a stock of it
 */
record Use(
        Fuel fuel,
        double low,
        double high,
        double raw,
        double power,
        double heat,
        double nonIndustrial,
        double vehicles,
        boolean stored) {

    static Use of(Fuel fuel, double low, double high) {
        return new Use(fuel, low, high, 0, 0, 0, 0, 0, false);
    }

    static Use stocked(Fuel fuel, double low, double high) {
        return new Use(fuel, low, high, 0, 0, 0, 0, 0, true);
    }

    static Use gas(double low, double high) {
        return of(Fuel.NATURAL_GAS, low, high).office(0.06);
    }

    static Use electricity(double low, double high) {
        return of(Fuel.ELECTRICITY, low, high).office(0.03);
    }

    static Use steam(double low, double high) {
        return of(Fuel.HEAT, low, high);
    }

    static Use diesel(double low, double high) {
        return stocked(Fuel.DIESEL, low, high).office(0.12).driven(0.55);
    }

    static Use gasoline(double low, double high) {
        return of(Fuel.GASOLINE, low, high).office(0.8).driven(0.9);
    }

    Use asRawMaterial(double share) {
        return new Use(fuel, low, high, share, power, heat, nonIndustrial, vehicles, stored);
    }

    Use into(double powerShare, double heatShare) {
        return new Use(fuel, low, high, raw, powerShare, heatShare, nonIndustrial, vehicles, stored);
    }

    Use office(double share) {
        return new Use(fuel, low, high, raw, power, heat, share, vehicles, stored);
    }

    Use driven(double share) {
        return new Use(fuel, low, high, raw, power, heat, nonIndustrial, share, stored);
    }

    boolean transforms() {
        return power > 0 || heat > 0;
    }
}
