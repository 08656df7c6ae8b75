package org.tanzhang.account;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tanzhang.account.AccountInput.PlacedCard;
import org.tanzhang.code.Partition;
import org.tanzhang.code.Partitions;
import org.tanzhang.intake.reference.Shipped;
import org.tanzhang.observation.CellAddress;
import org.tanzhang.observation.UnitChanges;
import org.tanzhang.observation.UnitEntry;
import org.tanzhang.observation.UnitEntry.ParkShare;

/** The registers of 2024, line by line. */
final class Register {

    private final List<Placement.Line> lines = new ArrayList<>();

    /** A line in the register of that file. */
    Register line(String file, String unit, String county, int from, int to) {
        return line(file, unit, county, null, from, to, "3011", UnitEntry.Scope.SITE, Map.of());
    }

    /** A line that names the town. */
    Register inTown(String unit, String town) {
        return line("名录.xlsx", unit, town.substring(0, 6), town, 1, 12, "3011", UnitEntry.Scope.SITE, Map.of());
    }

    Register line(
            String file,
            String unit,
            String county,
            @Nullable String town,
            int from,
            int to,
            String industry,
            UnitEntry.Scope scope,
            Map<String, String> parks) {
        lines.add(new Placement.Line(
                new UnitEntry(
                        0,
                        unit,
                        unit + "厂",
                        industry,
                        county,
                        town,
                        scope,
                        parks.entrySet().stream()
                                .map(p -> new ParkShare(p.getKey(), new java.math.BigDecimal(p.getValue())))
                                .toList(),
                        from,
                        to,
                        UnitChanges.NONE,
                        new CellAddress("名录", 4 + lines.size(), 0)),
                file));
        return this;
    }

    List<Placement.Line> lines() {
        return lines;
    }

    Placement placement() {
        return new Placement(Partition.administrative(Shipped.codes().regions(), World.CHANGSHA, 2024), lines);
    }

    Placement placement(Partition partition) {
        return new Placement(partition, lines);
    }

    /** Places by a unit: {@code 430102 whole}, {@code 430103 6-12/12}. */
    static List<String> places(Placement placement) {
        return placement.cards().stream().map(Register::text).toList();
    }

    private static String text(PlacedCard card) {
        String part = card.part() instanceof CardPart.ByMonths m
                ? m.before() + "-" + m.through() + "/" + m.all()
                : card.part() instanceof CardPart.Since s
                        ? "since " + s.earlier().period()
                        : "whole";
        return card.place().region() + " " + part;
    }

    /**
     * 长沙市 by management for tests, with towns of no place: a new area holds 岳麓区 and 望城区's town 430112901000.
     */
    static Partition managed() {
        List<Partitions.Line> parts = new ArrayList<>();
        for (String county : List.of("430102", "430103", "430105", "430111", "430121", "430181", "430182")) {
            parts.add(part(county, List.of(county), List.of()));
        }
        parts.add(part("430191", List.of("430104", "430112901000"), List.of()));
        parts.add(part("430192", List.of("430112"), List.of("430112901000")));
        return partition(parts);
    }

    static Partitions.Line part(String area, List<String> takes, List<String> without) {
        return new Partitions.Line(
                "managed", new org.tanzhang.code.Name("管理口径", "managed"), "430100", area, takes, without, 2022, null);
    }

    static Partition partition(List<Partitions.Line> parts) {
        return new Partitions(parts)
                .find("managed", World.CHANGSHA, 2024, Shipped.codes().regions())
                .orElseThrow();
    }
}
