package org.tanzhang.samples;

import java.util.ArrayList;
import java.util.List;

/**
 * A fictional enterprise of the sample city.
 *
 * @param serial its place in the roster, from 1; look and reporting habits follow from it
 */
record Enterprise(int serial, County county, Trade trade, int firstYear, int lastYear) {
    /** Names count in the sixty-year cycle, which no real firm would take for its own. */
    private static final String STEMS = "甲乙丙丁戊己庚辛壬癸";

    private static final String BRANCHES = "子丑寅卯辰巳午未申酉戌亥";

    /** Every enterprise of the city, by county. */
    static List<Enterprise> roster() {
        List<Enterprise> roster = new ArrayList<>();
        settle(roster, County.FURONG, "PRINTING FOOD WATER PHARMACEUTICALS TEXTILES-2023 GAS_SUPPLY ELECTRONICS");
        settle(
                roster,
                County.TIANXIN,
                "GAS_HEAT_AND_POWER PRINTING FOOD BREWING CONCRETE GENERAL_MACHINERY ELECTRICAL WATER PHARMACEUTICALS");
        settle(
                roster,
                County.YUELU,
                "SPECIAL_MACHINERY SPECIAL_MACHINERY ELECTRONICS ELECTRONICS BATTERY PHARMACEUTICALS PHARMACEUTICALS"
                        + " METAL_PRODUCTS GAS_SUPPLY FOOD RECYCLING 2024-ELECTRONICS");
        settle(
                roster,
                County.KAIFU,
                "GRAIN_AND_OIL FOOD CONCRETE PHARMACEUTICALS GENERAL_MACHINERY WATER TEXTILES PRINTING");
        settle(
                roster,
                County.YUHUA,
                "TOBACCO VEHICLES RAIL_EQUIPMENT ELECTRICAL ELECTRICAL SPECIAL_MACHINERY RUBBER_AND_PLASTICS BREWING"
                        + " GAS_SUPPLY CONCRETE");
        settle(
                roster,
                County.WANGCHENG,
                "COAL_POWER WASTE_POWER CEMENT BASIC_CHEMICALS NON_FERROUS ELECTRONICS BATTERY METAL_PRODUCTS PAPER"
                        + " BRICK MEAT RAIL_EQUIPMENT");
        settle(
                roster,
                County.CHANGSHA_COUNTY,
                "VEHICLES VEHICLES VEHICLES SPECIAL_MACHINERY SPECIAL_MACHINERY SPECIAL_MACHINERY PAINT ELECTRICAL"
                        + " ELECTRONICS ELECTRONICS RUBBER_AND_PLASTICS BREWING FOUNDRY RECYCLING WATER MEAT"
                        + " GRAIN_AND_OIL");
        settle(
                roster,
                County.LIUYANG,
                "CEMENT CEMENT FIREWORKS FIREWORKS FIREWORKS GLASS PAPER TEXTILES PHARMACEUTICALS PHARMACEUTICALS"
                        + " ELECTRONICS BRICK BRICK-2023 GRAIN_AND_OIL METAL_PRODUCTS NON_FERROUS GENERAL_MACHINERY"
                        + " 2024-BATTERY");
        settle(
                roster,
                County.NINGXIANG,
                "CEMENT CEMENT STEEL FERTILISER PAPER BATTERY NON_FERROUS FOUNDRY GRAIN_AND_OIL MEAT FOOD"
                        + " RUBBER_AND_PLASTICS METAL_PRODUCTS METAL_PRODUCTS SPECIAL_MACHINERY GENERAL_MACHINERY"
                        + " ELECTRICAL BRICK TEXTILES");
        return List.copyOf(roster);
    }

    /** Trades in words; {@code X-2023} closed at the end of 2023, {@code 2024-X} opened in 2024. */
    private static void settle(List<Enterprise> roster, County county, String trades) {
        for (String word : trades.split(" ")) {
            int first = word.startsWith("2024-") ? 2024 : SampleCity.FIRST_YEAR;
            int last = word.endsWith("-2023") ? 2023 : SampleCity.LAST_YEAR;
            Trade trade = Trade.valueOf(word.replaceAll("2024-|-2023", ""));
            roster.add(new Enterprise(roster.size() + 1, county, trade, first, last));
        }
    }

    boolean reportsIn(int year) {
        return firstYear <= year && year <= lastYear;
    }

    String creditCode() {
        return CreditCode.of(county.code, serial);
    }

    String name() {
        char stem = STEMS.charAt((serial - 1) % STEMS.length());
        char branch = BRANCHES.charAt((serial - 1) % BRANCHES.length());
        return "虚构" + county.shortName + stem + branch + trade.word + "有限公司";
    }

    /** Whether its 205-2 states inputs on the row 原煤 alone, though its 205-1 names the kind of coal. */
    boolean statesInputsOnTotalOnly() {
        return trade == Trade.PAPER && county == County.LIUYANG;
    }
}
