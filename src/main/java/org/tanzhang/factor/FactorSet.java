package org.tanzhang.factor;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tanzhang.code.ElectricitySeries;
import org.tanzhang.code.Name;

/**
 * A set of factors under one id, pinned by the digest of its files; alone or a stack of layers.
 *
 * <p>Resolution takes the most specific value that is valid: one measured at the enterprise itself before all others, then
 * the first layer of the stack that has any, and within it the nearest region, then the sector, then the sector group,
 * then the general one. Two values equally specific are refused, never chosen between. Of the series of electricity factors
 * only the one wanted answers, in whatever layer it stands.
 */
public final class FactorSet {

    private record Slot(String carrier, FactorQuantity quantity) {}

    private final String id;
    private final Name title;
    private final String digest;
    private final List<String> layers;
    private final List<Factor> factors;
    private final Map<Slot, List<Factor>> bySlot = new HashMap<>();

    /** A set of a single layer. */
    public FactorSet(String id, Name title, String digest, List<Factor> factors) {
        this(id, title, digest, List.of(id), factors);
    }

    /** @param layers ids of the sets that its values stand in, most specific first */
    public FactorSet(String id, Name title, String digest, List<String> layers, List<Factor> factors) {
        this.id = id;
        this.title = title;
        this.digest = digest;
        this.layers = List.copyOf(layers);
        this.factors = List.copyOf(factors);
        for (Factor f : factors) {
            bySlot.computeIfAbsent(new Slot(f.carrier(), f.quantity()), s -> new ArrayList<>())
                    .add(f);
        }
    }

    public String id() {
        return id;
    }

    public Name title() {
        return title;
    }

    /** SHA-256 of the files of the set and of its layers. */
    public String digest() {
        return digest;
    }

    /** Ids of the sets that its values stand in, most specific first. */
    public List<String> layers() {
        return layers;
    }

    public List<Factor> factors() {
        return factors;
    }

    /**
     * Where, when and for whom a factor is wanted.
     *
     * @param regionLine codes of the region and those above it, nearest first
     * @param enterprise credit code of the reporter, empty where none reports
     * @param series the series of electricity factors that may answer, null for none
     */
    public record Wanted(
            List<String> regionLine,
            String sector,
            String sectorGroup,
            int year,
            String enterprise,
            @Nullable ElectricitySeries series) {

        /** Wanted for no enterprise in particular and of no series. */
        public Wanted(List<String> regionLine, String sector, String sectorGroup, int year) {
            this(regionLine, sector, sectorGroup, year, "", null);
        }

        /** The same, of a series of electricity factors. */
        public Wanted of(ElectricitySeries wanted) {
            return new Wanted(regionLine, sector, sectorGroup, year, enterprise, wanted);
        }
    }

    /** The series in which the set holds values of a carrier, in the order of their enumeration. */
    public List<ElectricitySeries> series(String carrier) {
        return factors.stream()
                .filter(f -> f.carrier().equals(carrier))
                .map(Factor::series)
                .filter(Objects::nonNull)
                .distinct()
                .sorted()
                .toList();
    }

    /**
     * The value that answers; its layer says where it comes from.
     *
     * @throws AmbiguousFactorException when two values are equally specific
     */
    public Optional<Factor> resolve(String carrier, FactorQuantity quantity, Wanted wanted) {
        List<Factor> values = bySlot.getOrDefault(new Slot(carrier, quantity), List.of());
        if (values.size() == 1) {
            // most carriers have one value of a kind, and are asked for it often
            return values.stream()
                    .filter(f -> concerns(f, wanted) && f.validIn(wanted.year()))
                    .findFirst();
        }
        return first(ranking(carrier, quantity, wanted), wanted);
    }

    /**
     * The value of the latest year before the wanted one, for series that are published late (electricity averages). A
     * layer that has an earlier value answers before the layers below it, however late theirs are.
     *
     * @throws AmbiguousFactorException when two values are equally specific
     */
    public Optional<Factor> latestBefore(String carrier, FactorQuantity quantity, Wanted wanted) {
        return first(rankingBefore(carrier, quantity, wanted), wanted);
    }

    /** All values that hold there and then, the one that answers first. */
    public List<Factor> ranking(String carrier, FactorQuantity quantity, Wanted wanted) {
        return candidates(carrier, quantity, wanted).stream()
                .filter(f -> f.validIn(wanted.year()))
                .sorted(mostSpecificFirst(wanted))
                .toList();
    }

    /** The values of the latest year before the wanted one in the layer that answers, the one that answers first. */
    public List<Factor> rankingBefore(String carrier, FactorQuantity quantity, Wanted wanted) {
        List<Factor> earlier = candidates(carrier, quantity, wanted).stream()
                .filter(f -> f.validTo() != null && f.validTo() < wanted.year())
                .sorted(mostSpecificFirst(wanted))
                .toList();
        if (earlier.isEmpty()) {
            return earlier;
        }
        Factor top = earlier.get(0);
        List<Factor> ofLayer = earlier.stream()
                .filter(f -> (f.enterprise() == null) == (top.enterprise() == null) && rank(f) == rank(top))
                .toList();
        Integer latest = ofLayer.stream()
                .map(Factor::validTo)
                .max(Comparator.naturalOrder())
                .orElseThrow();
        return ofLayer.stream().filter(f -> latest.equals(f.validTo())).toList();
    }

    private List<Factor> candidates(String carrier, FactorQuantity quantity, Wanted wanted) {
        return bySlot.getOrDefault(new Slot(carrier, quantity), List.of()).stream()
                .filter(f -> concerns(f, wanted))
                .toList();
    }

    private static boolean concerns(Factor f, Wanted wanted) {
        return (f.enterprise() == null || f.enterprise().equals(wanted.enterprise()))
                && (f.series() == null || f.series() == wanted.series())
                && (f.region() == null || wanted.regionLine().contains(f.region()))
                && (f.sector() == null
                        || f.sector().equals(wanted.sector())
                        || f.sector().equals(wanted.sectorGroup()));
    }

    private Optional<Factor> first(List<Factor> ranking, Wanted wanted) {
        if (ranking.isEmpty()) {
            return Optional.empty();
        }
        Factor best = ranking.get(0);
        Comparator<Factor> order = mostSpecificFirst(wanted);
        List<String> rivals = ranking.stream()
                .filter(f -> order.compare(f, best) == 0)
                .map(Factor::id)
                .toList();
        if (rivals.size() > 1) {
            throw new AmbiguousFactorException(id, rivals);
        }
        return Optional.of(best);
    }

    private Comparator<Factor> mostSpecificFirst(Wanted wanted) {
        return Comparator.<Factor>comparingInt(f -> f.enterprise() == null ? 1 : 0)
                .thenComparingInt(this::rank)
                .thenComparingInt(f -> distance(f, wanted))
                .thenComparingInt(f -> f.series() == null ? 1 : 0);
    }

    /** The place of the value's layer in the stack. */
    private int rank(Factor f) {
        return Math.max(0, layers.indexOf(f.layer()));
    }

    private static int distance(Factor f, Wanted wanted) {
        int region = f.region() == null
                ? wanted.regionLine().size()
                : wanted.regionLine().indexOf(f.region());
        int sector = f.sector() == null ? 2 : f.sector().equals(wanted.sector()) ? 0 : 1;
        return region * 3 + sector;
    }
}
