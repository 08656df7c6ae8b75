package org.tanzhang.samples;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/** One year's expected entries, summed to one row per region, sector, carrier, flow and basis. */
final class Ledger {
    private static final String HEADER = "region_code,sector_code,sector_group,carrier_code,carrier,carrier_group,flow,"
            + "scope,basis,activity,unit,co2_t,energy_tj,coal_equivalent_t";

    /** What names a row; scope 1 comes before scope 2 within a region. */
    record Key(String region, int scope, String sector, Fuel fuel, String flow, String basis, String sectorGroup)
            implements Comparable<Key> {
        private static final Comparator<Key> ORDER = Comparator.comparing(Key::region)
                .thenComparing(Key::scope)
                .thenComparing(Key::sector)
                .thenComparing(Key::fuel)
                .thenComparing(Key::flow)
                .thenComparing(Key::basis);

        @Override
        public int compareTo(Key other) {
            return ORDER.compare(this, other);
        }
    }

    private final Map<Key, Carbon> rows = new TreeMap<>();

    void add(Key key, Carbon carbon) {
        rows.merge(key, carbon, Carbon::plus);
    }

    /** Sum over the rows that meet {@code wanted}. */
    Carbon sum(Predicate<Key> wanted) {
        return rows.entrySet().stream()
                .filter(row -> wanted.test(row.getKey()))
                .map(Map.Entry::getValue)
                .reduce(Carbon.NONE, Carbon::plus);
    }

    List<String> csv() {
        List<String> csv = new ArrayList<>();
        csv.add(HEADER);
        rows.forEach((key, carbon) -> csv.add(String.join(
                ",",
                key.region(),
                key.sector(),
                key.sectorGroup(),
                key.fuel().carrier,
                key.fuel().carrierName,
                key.fuel().group().carrier,
                key.flow(),
                Integer.toString(key.scope()),
                key.basis(),
                plain(carbon.activity()),
                key.fuel().unit,
                tonnes(carbon.co2()),
                plain(carbon.energy()),
                plain(carbon.coalEquivalent()))));
        return csv;
    }

    static String plain(BigDecimal value) {
        return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
    }

    /** CO2 is compared to a gram. */
    static String tonnes(BigDecimal co2) {
        return co2.setScale(6, RoundingMode.HALF_EVEN).toPlainString();
    }
}
