package org.tanzhang.factor;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tanzhang.code.Name;

/**
 * A set of factors under one id, pinned by the digest of its files.
 *
 * <p>Resolution takes the most specific value that is valid: nearest region first, then sector, then sector group, then
 * the general one. Two values equally specific are refused, never chosen between.
 */
public final class FactorSet {

    private record Slot(String carrier, FactorQuantity quantity) {}

    private final String id;
    private final Name title;
    private final String digest;
    private final List<Factor> factors;
    private final Map<Slot, List<Factor>> bySlot = new HashMap<>();

    public FactorSet(String id, Name title, String digest, List<Factor> factors) {
        this.id = id;
        this.title = title;
        this.digest = digest;
        this.factors = List.copyOf(factors);
        for (Factor f : factors) {
            bySlot.computeIfAbsent(new Slot(f.carrier(), f.quantity()), s -> new java.util.ArrayList<>())
                    .add(f);
        }
    }

    public String id() {
        return id;
    }

    public Name title() {
        return title;
    }

    /** SHA-256 of the set's files. */
    public String digest() {
        return digest;
    }

    public List<Factor> factors() {
        return factors;
    }

    /** Where and when a factor is wanted. */
    public record Wanted(List<String> regionLine, String sector, String sectorGroup, int year) {}

    /**
     * The value that answers.
     *
     * @throws AmbiguousFactorException when two values are equally specific
     */
    public Optional<Factor> resolve(String carrier, FactorQuantity quantity, Wanted wanted) {
        return mostSpecific(
                candidates(carrier, quantity, wanted).stream()
                        .filter(f -> f.validIn(wanted.year()))
                        .toList(),
                wanted);
    }

    /**
     * The value of the latest year before the wanted one, for series that are published late (electricity averages).
     *
     * @throws AmbiguousFactorException when two values are equally specific
     */
    public Optional<Factor> latestBefore(String carrier, FactorQuantity quantity, Wanted wanted) {
        List<Factor> earlier = candidates(carrier, quantity, wanted).stream()
                .filter(f -> f.validTo() != null && f.validTo() < wanted.year())
                .toList();
        return earlier.stream()
                .map(Factor::validTo)
                .max(Comparator.naturalOrder())
                .flatMap(latest -> mostSpecific(
                        earlier.stream().filter(f -> latest.equals(f.validTo())).toList(), wanted));
    }

    private List<Factor> candidates(String carrier, FactorQuantity quantity, Wanted wanted) {
        return bySlot.getOrDefault(new Slot(carrier, quantity), List.of()).stream()
                .filter(f -> f.region() == null || wanted.regionLine().contains(f.region()))
                .filter(f -> f.sector() == null
                        || f.sector().equals(wanted.sector())
                        || f.sector().equals(wanted.sectorGroup()))
                .toList();
    }

    private Optional<Factor> mostSpecific(List<Factor> valid, Wanted wanted) {
        Optional<Factor> best = valid.stream().min(Comparator.comparingInt(f -> distance(f, wanted)));
        if (best.isPresent()) {
            int least = distance(best.get(), wanted);
            List<String> rivals = valid.stream()
                    .filter(f -> distance(f, wanted) == least)
                    .map(Factor::id)
                    .toList();
            if (rivals.size() > 1) {
                throw new AmbiguousFactorException(id, rivals);
            }
        }
        return best;
    }

    private static int distance(Factor f, Wanted wanted) {
        int region = f.region() == null
                ? wanted.regionLine().size()
                : wanted.regionLine().indexOf(f.region());
        int sector = f.sector() == null ? 2 : f.sector().equals(wanted.sector()) ? 0 : 1;
        return region * 3 + sector;
    }
}
