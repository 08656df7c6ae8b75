package org.tanzhang.observation;

import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/**
 * What one reporter states on one form for one period, with every cell of it.
 *
 * @param id the store's number; 0 before it is stored
 * @param form id of the form definition's family member, such as {@code 205-1}
 * @param origin the workbook it came in
 */
public record Statement(
        long id, String form, Reporter reporter, Period period, Origin origin, List<Observation> observations) {

    /** The workbook a statement stands in: its file name and the digest of its bytes. */
    public record Origin(String file, String sha256) {}

    public Statement {
        observations = List.copyOf(observations);
    }

    /** The same statement with its cells. */
    public Statement with(List<Observation> cells) {
        return new Statement(id, form, reporter, period, origin, cells);
    }

    /** The cells, found by item and carrier. A form states a cell once; if it does not, the first stands. */
    public Cells cells() {
        return new Cells(observations, List.of());
    }

    /**
     * Likewise, of a form with cells that could not be read.
     *
     * @param unread their places
     */
    public Cells cells(Collection<Unread> unread) {
        return new Cells(observations, unread);
    }

    /** An index of observations by (item, carrier). */
    public static final class Cells {

        /** Looked up a hundred times a statement: the hash that a record derives takes several times as long. */
        private record At(String item, String carrier) {

            @Override
            public int hashCode() {
                return 31 * item.hashCode() + carrier.hashCode();
            }

            @Override
            public boolean equals(@Nullable Object other) {
                return other instanceof At at && item.equals(at.item) && carrier.equals(at.carrier);
            }
        }

        private final Map<At, Observation> byKey = new LinkedHashMap<>();

        private final Set<String> items = new HashSet<>();

        private final Set<Unread> unread;

        /** Asked for by rule after rule. */
        private @Nullable List<String> carriers;

        Cells(Collection<Observation> observations, Collection<Unread> unread) {
            this.unread = unread.isEmpty() ? Set.of() : Set.copyOf(unread);
            for (Observation o : observations) {
                byKey.putIfAbsent(new At(o.item(), o.carrier()), o);
                items.add(o.item());
            }
        }

        /** Whether anything is stated of an item. */
        public boolean has(String item) {
            return items.contains(item);
        }

        /** Whether every cell could be read, as of nearly all statements. */
        public boolean isWhole() {
            return unread.isEmpty();
        }

        /** Whether something stands there that could not be read. */
        public boolean isUnread(String item, String carrier) {
            return !unread.isEmpty() && unread.contains(new Unread(item, carrier));
        }

        /** Whether that is so of any carrier of the items. */
        public boolean anyUnread(Collection<String> items) {
            return anyUnread((item, carrier) -> items.contains(item));
        }

        /** Whether that is so of any item and carrier that are wanted. */
        public boolean anyUnread(BiPredicate<String, String> wanted) {
            for (Unread place : unread) {
                if (wanted.test(place.item(), place.carrier())) {
                    return true;
                }
            }
            return false;
        }

        /** Those of the items of which anything is stated, in the order in which they are given. */
        public List<String> among(List<String> asked) {
            // a row of an export states one, and rules ask for dozens
            if (items.size() == 1) {
                String only = items.iterator().next();
                return asked.contains(only) ? List.of(only) : List.of();
            }
            return asked.stream().filter(items::contains).toList();
        }

        /** The carriers of which anything is stated, in the order of their codes. */
        public List<String> carriers() {
            if (carriers == null) {
                carriers = byKey.keySet().stream()
                        .map(At::carrier)
                        .distinct()
                        .sorted()
                        .toList();
            }
            return carriers;
        }

        public Optional<Observation> find(String item, String carrier) {
            return Optional.ofNullable(byKey.get(new At(item, carrier)));
        }

        /** Whether a number is stated. */
        public boolean states(String item, String carrier) {
            Observation found = byKey.get(new At(item, carrier));
            return found != null && found.value() != null;
        }

        /** The observation when it states a number other than zero. */
        public Optional<Observation> nonZero(String item, String carrier) {
            return find(item, carrier)
                    .filter(o -> o.value() != null && o.value().signum() != 0);
        }

        public Collection<Observation> all() {
            return byKey.values();
        }
    }
}
