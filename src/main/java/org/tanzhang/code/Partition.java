package org.tanzhang.code;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A way to divide a region, each part answered for by one reporter: by administration (行政口径: its counties) or by
 * management (管理口径: a development area answers for towns and streets of several counties).
 *
 * @param code {@code administrative}, {@code managed}
 * @param parent the region divided
 * @param year the year in which it holds
 */
public record Partition(String code, Name name, Region parent, int year, List<Area> areas, Regions regions) {

    /** The partition that is there for every region: its direct children. */
    public static final String ADMINISTRATIVE = "administrative";

    /**
     * A part of the region.
     *
     * @param region whose statements state it
     * @param takes what it holds: codes of regions (six digits), of towns or streets (nine or twelve)
     * @param without towns or streets within these that another part holds
     */
    public record Area(Region region, List<String> takes, List<String> without) {

        public Area {
            takes = takes.stream().map(Partition::prefix).toList();
            without = without.stream().map(Partition::prefix).toList();
        }

        private boolean holds(String place) {
            return takes.stream().anyMatch(place::startsWith)
                    && without.stream().noneMatch(place::startsWith);
        }
    }

    public Partition {
        areas = areas.stream()
                .sorted(Comparator.comparing(a -> a.region().code()))
                .toList();
    }

    /** The region's direct children, each whole. */
    public static Partition administrative(Regions regions, String parent, int year) {
        List<Area> areas = regions.children(parent, year).stream()
                .map(child -> new Area(child, List.of(child.code()), List.of()))
                .toList();
        return new Partition(
                ADMINISTRATIVE, new Name("行政口径", "administrative"), regions.get(parent), year, areas, regions);
    }

    /** The regions whose statements state the parts. */
    public List<Region> parts() {
        return areas.stream().map(Area::region).toList();
    }

    /**
     * The part in which a unit lies.
     *
     * @param county the region that the register names
     * @param town its town or street, null where none is given
     * @return empty outside the region, and where the county is divided and no town decides
     */
    public Optional<Region> partOf(String county, @Nullable String town) {
        Region counted = regions.countedAs(county, year);
        String place = town == null || !county.equals(counted.code()) ? counted.code() : town;
        if (place.equals(counted.code()) && isDivided(counted.code())) {
            return Optional.empty();
        }
        List<String> line =
                regions.withAncestors(counted.code()).stream().map(Region::code).toList();
        return areas.stream()
                .filter(a -> a.holds(place) || line.stream().skip(1).anyMatch(a.takes()::contains))
                .map(Area::region)
                .findFirst();
    }

    /** Whether several parts hold towns or streets of the county. */
    public boolean isDivided(String county) {
        String code = regions.countedAs(county, year).code();
        return areas.stream()
                .flatMap(a -> Stream.concat(a.takes().stream(), a.without().stream()))
                .anyMatch(c -> c.length() > code.length() && c.startsWith(code));
    }

    /** What two parts both hold; empty in a sound partition. */
    public List<String> overlaps() {
        List<String> twice = new ArrayList<>();
        for (int i = 0; i < areas.size(); i++) {
            for (Area other : areas.subList(i + 1, areas.size())) {
                Area one = areas.get(i);
                Stream.concat(
                                one.takes().stream().filter(other::holds).filter(one::holds),
                                other.takes().stream().filter(one::holds).filter(other::holds))
                        .distinct()
                        .forEach(twice::add);
            }
        }
        return twice.stream().distinct().sorted().toList();
    }

    /** What no part holds: whole children of the region, and what a part leaves out; empty in a sound partition. */
    public List<String> gaps() {
        Stream<String> left = areas.stream().flatMap(a -> a.without().stream());
        Stream<String> children = regions.children(parent.code(), year).stream().map(Region::code);
        return Stream.concat(left, children)
                .filter(place -> areas.stream().noneMatch(a -> a.holds(place)))
                .distinct()
                .sorted()
                .toList();
    }

    /** A town's twelve digits end in 000, its villages' do not: nine tell towns and streets apart. */
    private static String prefix(String code) {
        return code.length() == 12 ? code.substring(0, 9) : code;
    }
}
