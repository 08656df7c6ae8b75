package org.tanzhang.code;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The partitions that a code list states beside the administrative one. */
public final class Partitions {

    /** There is only the administrative one. */
    public static final Partitions NONE = new Partitions(List.of());

    /**
     * One line of the list: a part of a partition in the years in which it holds.
     *
     * @param validFrom first year, null when open
     * @param validTo last year, null when open
     */
    public record Line(
            String code,
            Name name,
            String parent,
            String area,
            List<String> takes,
            List<String> without,
            @Nullable Integer validFrom,
            @Nullable Integer validTo) {

        private boolean holds(String partition, String region, int year) {
            return code.equals(partition)
                    && parent.equals(region)
                    && (validFrom == null || validFrom <= year)
                    && (validTo == null || year <= validTo);
        }
    }

    private final List<Line> lines;

    public Partitions(List<Line> lines) {
        this.lines = List.copyOf(lines);
    }

    /** The codes of all partitions, the administrative one first. */
    public Set<String> codes() {
        Set<String> codes = new LinkedHashSet<>(List.of(Partition.ADMINISTRATIVE));
        lines.forEach(l -> codes.add(l.code()));
        return codes;
    }

    /** The names of the partitions, by code. */
    public Map<String, Name> names() {
        Map<String, Name> names = new LinkedHashMap<>();
        names.put(Partition.ADMINISTRATIVE, new Name("行政口径", "administrative"));
        lines.forEach(l -> names.putIfAbsent(l.code(), l.name()));
        return names;
    }

    /** A region's partition of that code; empty where the region has none in that year. */
    public Optional<Partition> find(String code, String region, int year, Regions regions) {
        if (code.equals(Partition.ADMINISTRATIVE)) {
            return Optional.of(Partition.administrative(regions, region, year));
        }
        List<Line> parts =
                lines.stream().filter(l -> l.holds(code, region, year)).toList();
        return parts.isEmpty()
                ? Optional.empty()
                : Optional.of(new Partition(
                        code,
                        parts.get(0).name(),
                        regions.get(region),
                        year,
                        parts.stream()
                                .map(l -> new Partition.Area(regions.get(l.area()), l.takes(), l.without()))
                                .toList(),
                        regions));
    }
}
