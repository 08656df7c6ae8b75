package org.tanzhang.samples;

import java.util.List;

/**
 * What a sector of the whole city takes of one fuel in the first year, in the balance's unit.
 *
 * <p>Invented, of the size that a city of ten million shows.
 */
record Demand(BalanceRow row, Fuel fuel, double city, County.Spread spread) {

    /** Everything outside industry and transformation. */
    static final List<Demand> OUTSIDE_INDUSTRY = List.of(
            urban(BalanceRow.CONSTRUCTION, Fuel.DIESEL, 21),
            urban(BalanceRow.CONSTRUCTION, Fuel.GASOLINE, 1.5),
            urban(BalanceRow.CONSTRUCTION, Fuel.BITUMEN, 6),
            urban(BalanceRow.CONSTRUCTION, Fuel.ELECTRICITY, 16),
            urban(BalanceRow.TRANSPORT, Fuel.GASOLINE, 30),
            urban(BalanceRow.TRANSPORT, Fuel.DIESEL, 62),
            urban(BalanceRow.TRANSPORT, Fuel.NATURAL_GAS, 1.5),
            urban(BalanceRow.TRANSPORT, Fuel.LNG, 3.6),
            urban(BalanceRow.TRANSPORT, Fuel.ELECTRICITY, 22),
            urban(BalanceRow.TRADE, Fuel.GASOLINE, 6),
            urban(BalanceRow.TRADE, Fuel.DIESEL, 3),
            urban(BalanceRow.TRADE, Fuel.NATURAL_GAS, 2.6),
            urban(BalanceRow.TRADE, Fuel.LPG, 7),
            urban(BalanceRow.TRADE, Fuel.ELECTRICITY, 62),
            urban(BalanceRow.TRADE, Fuel.HEAT, 98),
            urban(BalanceRow.OTHER, Fuel.GASOLINE, 18),
            urban(BalanceRow.OTHER, Fuel.DIESEL, 6),
            urban(BalanceRow.OTHER, Fuel.NATURAL_GAS, 1.6),
            urban(BalanceRow.OTHER, Fuel.ELECTRICITY, 68),
            urban(BalanceRow.OTHER, Fuel.HEAT, 92),
            urban(BalanceRow.URBAN, Fuel.GASOLINE, 66),
            urban(BalanceRow.URBAN, Fuel.NATURAL_GAS, 6.4),
            urban(BalanceRow.URBAN, Fuel.LPG, 8),
            urban(BalanceRow.URBAN, Fuel.ELECTRICITY, 88),
            urban(BalanceRow.URBAN, Fuel.HEAT, 30),
            urban(BalanceRow.LOSSES, Fuel.HEAT, 9),
            urban(BalanceRow.LOSSES, Fuel.ELECTRICITY, 15),
            urban(BalanceRow.LOSSES, Fuel.NATURAL_GAS, 0.18),
            rural(BalanceRow.AGRICULTURE, Fuel.DIESEL, 14),
            rural(BalanceRow.AGRICULTURE, Fuel.GASOLINE, 0.8),
            rural(BalanceRow.AGRICULTURE, Fuel.RAW_COAL, 2.2),
            rural(BalanceRow.AGRICULTURE, Fuel.ELECTRICITY, 6),
            rural(BalanceRow.RURAL, Fuel.RAW_COAL, 14),
            rural(BalanceRow.RURAL, Fuel.BRIQUETTES, 6),
            rural(BalanceRow.RURAL, Fuel.GASOLINE, 18),
            rural(BalanceRow.RURAL, Fuel.NATURAL_GAS, 0.35),
            rural(BalanceRow.RURAL, Fuel.LPG, 10),
            rural(BalanceRow.RURAL, Fuel.ELECTRICITY, 34),
            new Demand(BalanceRow.TRADE, Fuel.RAW_COAL, 4.2, County.Spread.COAL),
            new Demand(BalanceRow.TRADE, Fuel.BRIQUETTES, 3.1, County.Spread.COAL),
            new Demand(BalanceRow.URBAN, Fuel.RAW_COAL, 2.4, County.Spread.COAL));

    /** Industry beside the enterprises that send cards. */
    static final List<Demand> REST_OF_INDUSTRY = List.of(
            new Demand(BalanceRow.INDUSTRY, Fuel.RAW_COAL, 95, County.Spread.COAL),
            industry(Fuel.NATURAL_GAS, 1.6),
            industry(Fuel.DIESEL, 4.5),
            industry(Fuel.GASOLINE, 1.6),
            industry(Fuel.LPG, 0.6),
            industry(Fuel.FUEL_OIL, 0.3),
            industry(Fuel.ELECTRICITY, 85),
            industry(Fuel.HEAT, 34));

    private static Demand urban(BalanceRow row, Fuel fuel, double city) {
        return new Demand(row, fuel, city, County.Spread.URBAN);
    }

    private static Demand rural(BalanceRow row, Fuel fuel, double city) {
        return new Demand(row, fuel, city, County.Spread.RURAL);
    }

    private static Demand industry(Fuel fuel, double city) {
        return new Demand(BalanceRow.INDUSTRY, fuel, city, County.Spread.INDUSTRY);
    }
}
