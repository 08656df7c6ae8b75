package org.tanzhang.samples.broken;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The counties of the samples and the enterprises that were made up in them. */
final class Places {

    private static final Map<String, String> COUNTIES = new TreeMap<>(Map.of(
            "430102", "芙蓉区", "430103", "天心区", "430104", "岳麓区", "430105", "开福区", "430111", "雨花区", "430112", "望城区",
            "430121", "长沙县", "430181", "浏阳市", "430182", "宁乡市"));

    /** Special machinery: no process is expected of it and none forbidden that the samples use. */
    private static final String MACHINERY = "3511";

    private final List<Plant> plants = new ArrayList<>();
    private int serial = 5000;
    private int balance;

    static String name(String region) {
        return COUNTIES.getOrDefault(region, region);
    }

    /** The counties in the order of their codes, which is how tables list them. */
    static List<String> counties() {
        return List.copyOf(COUNTIES.values());
    }

    /** The code of a county by its name. */
    static String code(String county) {
        return COUNTIES.entrySet().stream()
                .filter(e -> e.getValue().equals(county))
                .findFirst()
                .orElseThrow()
                .getKey();
    }

    /** Another enterprise, in each county by turns. */
    Plant plant() {
        return plant(MACHINERY);
    }

    Plant plant(String industry) {
        Plant plant = made(industry);
        plants.add(plant);
        return plant;
    }

    /** An enterprise that the city's registers do not list. */
    Plant stranger() {
        return made(MACHINERY);
    }

    Plant stranger(String county) {
        serial++;
        return new Plant(serial, county, MACHINERY);
    }

    /** An enterprise of a county that the city's registers list. */
    Plant plant(String industry, String county) {
        serial++;
        Plant plant = new Plant(serial, county, industry);
        plants.add(plant);
        return plant;
    }

    private Plant made(String industry) {
        serial++;
        List<String> codes = List.copyOf(COUNTIES.keySet());
        return new Plant(serial, codes.get(serial % codes.size()), industry);
    }

    /** A county and a year of which no other sample has a balance, nor of the years before and after. */
    record CountyYear(String county, int year, int number) {}

    CountyYear countyYear() {
        List<String> names = List.of("芙蓉区", "天心区", "岳麓区", "开福区", "雨花区", "长沙县", "浏阳市");
        CountyYear next =
                new CountyYear(names.get(balance % names.size()), 2003 + 2 * (balance / names.size()), balance);
        balance++;
        return next;
    }

    List<Plant> registered() {
        return List.copyOf(plants);
    }
}
