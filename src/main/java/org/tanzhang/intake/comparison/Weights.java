package org.tanzhang.intake.comparison;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.tanzhang.code.Carrier;
import org.tanzhang.quality.comparison.CoalEquivalents;
import org.tanzhang.quantity.Quantity;
import org.tanzhang.quantity.Unit;
import org.tanzhang.quantity.Units;

/**
 * What one printed unit of a carrier is, as columns for the database: in the carrier's ledger unit, and in tonnes of coal
 * equivalent (0 where the carrier has none). And the carriers that are parts of a carrier.
 */
record Weights(
        String[] carriers,
        String[] groups,
        String[] units,
        String[] scales,
        String[] tce,
        String[] totals,
        String[] parts) {

    /** The columns as a relation of the query that takes them: {@code weight(carrier, carrier_group, unit, scale, tce)}. */
    static final String WEIGHT = """
            weight as materialized (
                select * from unnest(cast(:carriers as text[]), cast(:groups as text[]), cast(:units as text[]),
                                     cast(:scales as numeric[]), cast(:tce as numeric[]))
                         as w(carrier, carrier_group, unit, scale, tce)
            )""";

    /** Likewise {@code part(total, part)}. */
    static final String PART = """
            part as materialized (
                select * from unnest(cast(:totals as text[]), cast(:parts as text[])) as p(total, part)
            )""";

    /** @param indicators the units in which indicators, which are of no carrier, are laid side by side; one a dimension */
    static Weights of(
            Collection<Carrier> carriers, Units units, CoalEquivalents equivalents, Collection<Unit> indicators) {
        List<String[]> weights = new ArrayList<>();
        for (Unit indicator : indicators) {
            units.all()
                    .filter(indicator::sameDimensionAs)
                    .forEach(printed -> weights.add(new String[] {
                        "",
                        "",
                        printed.toString(),
                        new Quantity(BigDecimal.ONE, printed)
                                .in(indicator)
                                .value()
                                .toPlainString(),
                        "0"
                    }));
        }
        List<String[]> parts = new ArrayList<>();
        for (Carrier carrier : carriers) {
            Unit ledger = units.get(carrier.unit());
            units.all().filter(ledger::sameDimensionAs).forEach(printed -> {
                Quantity one = new Quantity(BigDecimal.ONE, printed);
                weights.add(new String[] {
                    carrier.code(),
                    carrier.carrierGroup(),
                    printed.toString(),
                    one.in(ledger).value().toPlainString(),
                    equivalents.of(carrier.code(), one).toPlainString()
                });
            });
            // money paid for it is in no unit of the carrier: it stands as it is
            weights.add(new String[] {carrier.code(), carrier.carrierGroup(), Unit.ONE.toString(), "1", "0"});
            carrier.parts().forEach(part -> parts.add(new String[] {carrier.code(), part}));
        }
        return new Weights(
                column(weights, 0),
                column(weights, 1),
                column(weights, 2),
                column(weights, 3),
                column(weights, 4),
                column(parts, 0),
                column(parts, 1));
    }

    /** The parameters of {@link #WEIGHT}. */
    Map<String, String[]> weighing() {
        return Map.of("carriers", carriers, "groups", groups, "units", units, "scales", scales, "tce", tce);
    }

    /** The parameters of {@link #PART}. */
    Map<String, String[]> dividing() {
        return Map.of("totals", totals, "parts", parts);
    }

    private static String[] column(List<String[]> rows, int column) {
        return rows.stream().map(r -> r[column]).toArray(String[]::new);
    }
}
