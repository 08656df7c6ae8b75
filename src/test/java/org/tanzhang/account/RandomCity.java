package org.tanzhang.account;

import static org.tanzhang.account.Sheet.balance;
import static org.tanzhang.account.Sheet.card;
import static org.tanzhang.account.Sheet.district;
import static org.tanzhang.account.World.CHANGSHA;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.tanzhang.code.Name;
import org.tanzhang.code.Partition;
import org.tanzhang.code.Regions;
import org.tanzhang.intake.reference.Shipped;
import org.tanzhang.observation.Statement;
import org.tanzhang.observation.UnitEntry;

/**
 * A city drawn at random with two partitions: one to six counties, of which some are divided between themselves and one or
 * two areas; enterprises that move, are claimed twice, lie in no register, in overlapping parks, or report for the city;
 * balances, district workbooks and a city balance that may be missing, have wrong signs and need not agree.
 */
final class RandomCity {

    private static final List<String> COUNTIES = List.of("430102", "430103", "430104", "430112", "430121", "430181");
    private static final List<String> AREAS = List.of("430191", "430192");
    private static final List<String> PARKS = List.of("高新区", "经开区", "软件园");
    private static final List<String> CARDS =
            List.of("raw-coal", "anthracite", "lignite", "coke", "blast-furnace-gas", "diesel", "electricity");
    private static final List<String> COLUMNS =
            List.of("coal-total", "raw-coal", "anthracite", "coke", "diesel", "electricity");

    private final Random random;
    private final List<String> counties;
    private final Partition administrative;
    private final Partition managed;
    private final Register register = new Register();
    private final List<Sheet> cards = new ArrayList<>();
    private final List<Sheet> partYears = new ArrayList<>();
    private final List<Sheet> tables = new ArrayList<>();

    RandomCity(long seed) {
        random = new Random(seed);
        List<String> drawn = new ArrayList<>(COUNTIES);
        Collections.shuffle(drawn, random);
        counties = drawn.subList(0, 1 + random.nextInt(COUNTIES.size()));
        administrative = partition(
                Partition.ADMINISTRATIVE,
                counties.stream().map(c -> area(c, List.of(c), List.of())).toList());
        managed = partition("managed", managedAreas());
        int units = random.nextInt(12);
        for (int i = 0; i < units; i++) {
            unit("U" + i);
        }
        counties.forEach(c -> tables(c, 1));
        managed.parts().stream().map(r -> r.code()).filter(AREAS::contains).forEach(c -> tables(c, 1));
        if (random.nextInt(6) > 0) {
            tables.add(table(balance(CHANGSHA), counties.size()));
        }
    }

    Partition administrative() {
        return administrative;
    }

    Partition managed() {
        return managed;
    }

    List<Sheet> cards() {
        return cards;
    }

    List<Placement.Line> register() {
        return register.lines();
    }

    /** The city by a partition, its statements in the order that the shuffler gives. */
    World by(Partition partition, Random shuffler) {
        Placement placement = placement(partition, shuffler);
        List<Sheet> all = new ArrayList<>(tables);
        Collections.shuffle(all, shuffler);
        World world = World.of(partition.parts().stream().map(r -> r.code()).toArray(String[]::new));
        return world.placed(placement).with(all.toArray(Sheet[]::new));
    }

    Placement placement(Partition partition, Random shuffler) {
        List<Placement.Line> lines = new ArrayList<>(register.lines());
        Collections.shuffle(lines, shuffler);
        List<Sheet> sent = new ArrayList<>(cards);
        Collections.shuffle(sent, shuffler);
        Placement placement = new Placement(partition, lines);
        for (Sheet card : sent) {
            List<Statement> parts = partYears.stream()
                    .filter(p -> p.code().equals(card.code()))
                    .map(p -> p.statement(2024))
                    .toList();
            placement.place(card.statement(2024), parts);
        }
        return placement;
    }

    private List<Partition.Area> managedAreas() {
        Map<String, List<String>> taken = new LinkedHashMap<>();
        List<Partition.Area> areas = new ArrayList<>();
        for (String county : counties) {
            switch (random.nextInt(3)) {
                case 0 ->
                    taken.computeIfAbsent(AREAS.get(random.nextInt(2)), a -> new ArrayList<>())
                            .add(county);
                case 1 -> {
                    String town = county + "901";
                    taken.computeIfAbsent(AREAS.get(random.nextInt(2)), a -> new ArrayList<>())
                            .add(town);
                    areas.add(area(county, List.of(county), List.of(town)));
                }
                default -> areas.add(area(county, List.of(county), List.of()));
            }
        }
        taken.forEach((code, takes) -> areas.add(area(code, takes, List.of())));
        return areas;
    }

    private static Partition.Area area(String code, List<String> takes, List<String> without) {
        return new Partition.Area(Shipped.region(code), takes, without);
    }

    private static Partition partition(String code, List<Partition.Area> areas) {
        Regions regions = Shipped.codes().regions();
        return new Partition(code, new Name(code, code), regions.get(CHANGSHA), 2024, areas, regions);
    }

    private void unit(String code) {
        Sheet card = card(code);
        Sheet toJune = card(code).toMonth(6);
        for (String carrier : CARDS) {
            if (random.nextInt(3) == 0) {
                int consumption = 10 + random.nextInt(100_000);
                int input = random.nextInt(consumption);
                card.states("consumption", carrier, consumption + "." + random.nextInt(100));
                card.states("input.power", carrier, String.valueOf(input));
                toJune.states("consumption", carrier, String.valueOf(consumption / 2));
                toJune.states("input.power", carrier, String.valueOf(input / 2));
            }
        }
        cards.add(card);
        if (random.nextInt(3) == 0) {
            partYears.add(toJune);
        }
        boolean inNoRegister = random.nextInt(12) == 0;
        if (!inNoRegister) {
            boolean moved = random.nextInt(3) == 0;
            line(code, 1, moved ? 6 : 12);
            if (moved) {
                line(code, 7, 12);
            }
            if (random.nextInt(6) == 0) {
                line(code, 3, 9);
            }
        }
    }

    private void line(String unit, int from, int to) {
        String county = counties.get(random.nextInt(counties.size()));
        @Nullable String town = switch (random.nextInt(4)) {
            case 0 -> null;
            case 1 -> county + "901000";
            default -> county + "902000";
        };
        Map<String, String> parks = new LinkedHashMap<>();
        if (random.nextInt(3) == 0) {
            PARKS.forEach(park -> parks.put(park, random.nextBoolean() ? "1" : "0." + (1 + random.nextInt(9))));
        }
        UnitEntry.Scope scope = random.nextInt(8) == 0 ? UnitEntry.Scope.CITY : UnitEntry.Scope.SITE;
        String file = "名录" + random.nextInt(3) + ".xlsx";
        register.line(file, unit, county, town, from, to, random.nextBoolean() ? "3011" : "4411", scope, parks);
    }

    private void tables(String region, int size) {
        if (random.nextInt(4) > 0) {
            tables.add(table(balance(region), size));
        }
        if (random.nextInt(3) == 0) {
            tables.add(table(district(region), size));
        }
    }

    private Sheet table(Sheet sheet, int size) {
        for (String carrier : COLUMNS) {
            if (random.nextInt(8) > 0) {
                for (String sector : Balance.OTHER_SECTORS) {
                    sheet.states("final." + sector, carrier, amount(size));
                }
                sheet.states("final.industry", carrier, amount(4 * size));
                sheet.states("final.industry-small", carrier, amount(size));
                sheet.states("final.non-energy", carrier, "0");
                sheet.states("transformation.power", carrier, (random.nextBoolean() ? "" : "-") + "0.1");
            }
        }
        return sheet;
    }

    private String amount(int size) {
        return switch (random.nextInt(8)) {
            case 0 -> "BLANK";
            case 1 -> "0";
            case 2 -> "DASH";
            case 3 -> random.nextInt(4) == 0 ? "NE" : "0";
            case 4 -> "-" + random.nextInt(3) + "." + random.nextInt(100);
            default -> random.nextInt(5 * size) + "." + (10 + random.nextInt(90));
        };
    }
}
