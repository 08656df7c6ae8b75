package org.tanzhang.samples;

import static org.tanzhang.samples.Use.diesel;
import static org.tanzhang.samples.Use.electricity;
import static org.tanzhang.samples.Use.gas;
import static org.tanzhang.samples.Use.gasoline;
import static org.tanzhang.samples.Use.of;
import static org.tanzhang.samples.Use.steam;
import static org.tanzhang.samples.Use.stocked;

import java.util.List;

/** A kind of works: its class of GB/T 4754-2017, the word in its name, and what it consumes in a year. */
enum Trade {
    COAL_POWER(
            "4411",
            "火力发电",
            stocked(Fuel.BITUMINOUS_COAL, 2_880_000, 3_020_000).into(0.93, 0.07),
            stocked(Fuel.DIESEL, 900, 1_200).into(0.9, 0).office(0.05).driven(0.03),
            electricity(32_000, 36_000)),
    WASTE_POWER(
            "4417",
            "垃圾焚烧发电",
            of(Fuel.MUNICIPAL_WASTE, 980_000, 1_150_000).into(1, 0),
            stocked(Fuel.DIESEL, 300, 420).into(0.7, 0).driven(0.2),
            electricity(6_800, 7_600)),
    GAS_HEAT_AND_POWER("4412", "燃气热电", of(Fuel.NATURAL_GAS, 4_200, 5_200).into(0.62, 0.38), electricity(900, 1_200)),
    FERTILISER(
            "2621",
            "合成氨",
            stocked(Fuel.ANTHRACITE, 98_000, 126_000).asRawMaterial(0.72),
            stocked(Fuel.BITUMINOUS_COAL, 72_000, 88_000).into(0.41, 0.44),
            electricity(21_000, 26_000),
            steam(900_000, 1_000_000),
            diesel(180, 260)),
    BASIC_CHEMICALS(
            "2614",
            "有机化工",
            stocked(Fuel.BITUMINOUS_COAL, 64_000, 82_000).asRawMaterial(0.35).into(0.22, 0.28),
            gas(700, 1_200).asRawMaterial(0.55).office(0),
            electricity(9_000, 13_000),
            steam(430_000, 520_000),
            diesel(140, 240)),
    PAINT(
            "2641",
            "涂料",
            of(Fuel.SOLVENT_OIL, 2_100, 3_600).asRawMaterial(1),
            gas(120, 260),
            electricity(1_400, 2_300),
            diesel(90, 160)),
    FIREWORKS("2672", "烟花爆竹", stocked(Fuel.LPG, 40, 120), electricity(420, 900), diesel(160, 340)),
    PHARMACEUTICALS("2710", "制药", gas(260, 780), electricity(3_200, 8_800), steam(18_000, 62_000), diesel(60, 140)),
    RUBBER_AND_PLASTICS("2921", "橡塑", gas(90, 320), electricity(2_800, 7_200), diesel(70, 180)),
    CEMENT(
            "3011",
            "水泥",
            stocked(Fuel.BITUMINOUS_COAL, 205_000, 338_000),
            diesel(1_100, 2_100),
            electricity(17_500, 27_000),
            of(Fuel.WASTE_HEAT, 480_000, 790_000).into(1, 0)),
    BRICK("3031", "砖瓦", stocked(Fuel.RAW_COAL, 14_000, 32_000), electricity(900, 1_700), diesel(220, 460)),
    CONCRETE("3021", "商品混凝土", gas(20, 60), electricity(650, 1_400), diesel(1_500, 3_200)),
    GLASS(
            "3041",
            "玻璃",
            stocked(Fuel.PETROLEUM_COKE, 11_000, 16_500),
            gas(1_900, 3_100),
            electricity(5_200, 8_400),
            diesel(120, 260)),
    STEEL(
            "3110",
            "钢铁",
            stocked(Fuel.ANTHRACITE, 31_000, 42_000),
            stocked(Fuel.COKE, 92_000, 108_000),
            of(Fuel.BLAST_FURNACE_GAS, 33_500, 38_800).into(0.34, 0),
            of(Fuel.CONVERTER_GAS, 1_800, 2_400),
            gas(900, 1_400),
            electricity(17_800, 21_500),
            diesel(620, 880)),
    NON_FERROUS("3240", "有色金属", stocked(Fuel.FUEL_OIL, 2_600, 5_400), gas(900, 2_100), electricity(9_200, 21_000)),
    BREWING("1513", "啤酒饮料", gas(420, 980), electricity(2_400, 4_600), steam(24_000, 68_000), diesel(80, 170)),
    GRAIN_AND_OIL(
            "1310", "粮油", stocked(Fuel.BITUMINOUS_COAL, 3_200, 8_600), electricity(1_100, 3_400), diesel(110, 260)),
    MEAT("1352", "肉制品", gas(110, 330), electricity(1_200, 2_900), of(Fuel.BIOMASS, 900, 2_400), diesel(140, 320)),
    FOOD("1432", "食品", gas(160, 520), electricity(1_500, 4_200), steam(9_000, 31_000), gasoline(40, 120)),
    TOBACCO("1620", "卷烟", gas(1_150, 1_480), electricity(9_600, 12_200), diesel(60, 110), gasoline(90, 150)),
    TEXTILES("1711", "纺织", gas(90, 260), electricity(2_600, 5_900), gasoline(30, 70)),
    PAPER(
            "2221",
            "纸业",
            stocked(Fuel.BITUMINOUS_COAL, 21_000, 38_000).into(0.18, 0.52),
            electricity(5_100, 8_800),
            steam(190_000, 260_000),
            diesel(160, 320)),
    PRINTING("2319", "印刷", of(Fuel.SOLVENT_OIL, 60, 190), gas(60, 170), electricity(900, 2_600), gasoline(30, 80)),
    METAL_PRODUCTS(
            "3311", "金属结构", stocked(Fuel.LPG, 60, 210), gas(110, 420), electricity(1_800, 5_300), diesel(130, 330)),
    GENERAL_MACHINERY("3484", "机械零部件", gas(140, 480), electricity(2_400, 6_800), diesel(90, 210)),
    SPECIAL_MACHINERY(
            "3514", "工程机械", gas(420, 1_450), electricity(5_800, 16_500), diesel(1_300, 3_900), gasoline(140, 380)),
    FOUNDRY("3391", "铸造", stocked(Fuel.COKE, 1_900, 4_600), electricity(3_600, 7_400), diesel(80, 170)),
    VEHICLES("3611", "汽车", gas(820, 2_400), electricity(9_400, 24_000), gasoline(900, 2_300), diesel(260, 720)),
    RAIL_EQUIPMENT("3714", "轨道装备", gas(180, 460), electricity(2_900, 6_400), diesel(150, 330)),
    ELECTRICAL("3824", "电气设备", gas(90, 310), electricity(3_200, 9_600), gasoline(50, 130)),
    BATTERY("3841", "电池材料", gas(2_200, 4_100), electricity(26_000, 48_000), steam(60_000, 140_000)),
    ELECTRONICS("3975", "显示器件", gas(900, 2_600), electricity(24_000, 78_000), steam(40_000, 110_000)),
    RECYCLING("4210", "再生资源", gas(160, 420), electricity(1_600, 3_800), diesel(520, 1_100)),
    GAS_SUPPLY("4511", "燃气供应", gas(30, 90), of(Fuel.LNG, 120, 380), electricity(380, 900), gasoline(70, 160)),
    WATER("4610", "自来水", electricity(8_600, 19_000), diesel(30, 90), gasoline(20, 60));

    final String industryClass;
    final String word;
    final List<Use> uses;

    Trade(String industryClass, String word, Use... uses) {
        this.industryClass = industryClass;
        this.word = word;
        this.uses = List.of(uses);
    }

    /** Division of GB/T 4754: the first two digits of the class. */
    String division() {
        return industryClass.substring(0, 2);
    }

    boolean transforms() {
        return uses.stream().anyMatch(Use::transforms);
    }
}
