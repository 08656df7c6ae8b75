package org.tanzhang.intake.reference;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tanzhang.factor.FactorQuantity;
import org.tanzhang.intake.reference.FactorFault.Kind;
import org.tanzhang.quantity.Quantity;
import org.tanzhang.quantity.Unit;

/**
 * Whether the values of one layer agree with one another.
 *
 * <ul>
 *   <li>coal equivalent x 29307.6 kJ/kgce is the heat value (GB/T 2589);
 *   <li>a direct factor is heat value x carbon content x oxidation x 44/12, one by heat the same without the heat value;
 *       where a layer states no oxidation it is 1;
 *   <li>no two values hold for the same carrier, quantity, sector, region, enterprise and year.
 * </ul>
 */
final class FactorAgreement {

    private static final BigDecimal REFERENCE_HEAT = new BigDecimal("29307.6");
    private static final BigDecimal TOLERANCE = new BigDecimal("0.02");
    /** In the note of either value: heat value and coal equivalent are of different sources and known to differ. */
    private static final String KNOWN_TO_DIFFER = "[ncv-tce]";

    private final String set;
    private final String file;
    private final Map<String, List<FactorRow>> byCarrier = new LinkedHashMap<>();
    private final List<FactorFault> faults = new ArrayList<>();

    FactorAgreement(String set, String file, List<FactorRow> rows) {
        this.set = set;
        this.file = file;
        rows.forEach(r -> byCarrier
                .computeIfAbsent(r.text("carrier"), c -> new ArrayList<>())
                .add(r));
    }

    List<FactorFault> faults() {
        faults.clear();
        byCarrier.values().forEach(rows -> {
            overlaps(rows);
            heatAndCoalEquivalent(rows);
            direct(rows);
        });
        return List.copyOf(faults);
    }

    private void overlaps(List<FactorRow> rows) {
        for (int i = 0; i < rows.size(); i++) {
            FactorRow later = rows.get(i);
            rows.subList(0, i).stream()
                    .filter(r -> r.quantity() != null && r.quantity() == later.quantity())
                    .filter(r -> r.asSpecificAs(later) && r.sharesAYearWith(later))
                    .findFirst()
                    .ifPresent(r -> fault(later, Kind.OVERLAP, r.line()));
        }
    }

    private void heatAndCoalEquivalent(List<FactorRow> rows) {
        for (FactorRow coal : stating(FactorQuantity.COAL_EQUIVALENT, rows)) {
            for (FactorRow heat : stating(FactorQuantity.NCV, rows)) {
                boolean together = (heat.answersWhere(coal) || coal.answersWhere(heat)) && heat.sharesAYearWith(coal);
                if (!together || (heat.text("note") + coal.text("note")).contains(KNOWN_TO_DIFFER)) {
                    continue;
                }
                for (String per : List.of("kg", "m3")) {
                    Optional<BigDecimal> stated = in(coal, "kgce/" + per);
                    Optional<BigDecimal> byHeat =
                            in(heat, "kJ/" + per).map(v -> v.divide(REFERENCE_HEAT, MathContext.DECIMAL64));
                    if (stated.isPresent() && byHeat.isPresent() && differ(stated.get(), byHeat.get())) {
                        fault(
                                coal,
                                Kind.NCV_TCE,
                                coal.text("carrier"),
                                stated.get().toPlainString(),
                                short4(byHeat.get()),
                                heat.line(),
                                percent(stated.get(), byHeat.get()));
                    }
                }
            }
        }
    }

    private void direct(List<FactorRow> rows) {
        for (FactorRow row : stating(FactorQuantity.CO2_DIRECT, rows)) {
            for (String per : List.of("kg", "m3")) {
                Optional<BigDecimal> stated = in(row, "kgCO2/" + per);
                if (stated.isPresent()) {
                    for (FactorRow heat : answering(FactorQuantity.NCV, row, rows)) {
                        in(heat, "TJ/" + per).ifPresent(ncv -> compare(row, stated.get(), ncv, "kgC/TJ", rows));
                    }
                }
            }
        }
        for (FactorRow row : stating(FactorQuantity.CO2_PER_ENERGY, rows)) {
            in(row, "tCO2/TJ").ifPresent(stated -> compare(row, stated, BigDecimal.ONE, "tC/TJ", rows));
        }
    }

    private void compare(FactorRow row, BigDecimal stated, BigDecimal heat, String carbonUnit, List<FactorRow> rows) {
        for (FactorRow carbon : answering(FactorQuantity.CARBON_CONTENT, row, rows)) {
            BigDecimal content = in(carbon, carbonUnit).orElseThrow();
            List<BigDecimal> oxidised = answering(FactorQuantity.OXIDATION, row, rows).stream()
                    .map(o -> in(o, "1").orElseThrow())
                    .toList();
            for (BigDecimal share : oxidised.isEmpty() ? List.of(BigDecimal.ONE) : oxidised) {
                BigDecimal product = heat.multiply(content)
                        .multiply(share)
                        .multiply(BigDecimal.valueOf(44))
                        .divide(BigDecimal.valueOf(12), MathContext.DECIMAL64);
                if (differ(stated, product)) {
                    fault(
                            row,
                            Kind.DIRECT,
                            row.text("carrier"),
                            stated.toPlainString(),
                            short4(product),
                            percent(stated, product));
                    return;
                }
            }
        }
    }

    private static List<FactorRow> stating(FactorQuantity quantity, Collection<FactorRow> rows) {
        return rows.stream().filter(r -> r.states(quantity)).toList();
    }

    /** The values of a quantity that hold where the row does; the most specific of them. */
    private static List<FactorRow> answering(FactorQuantity quantity, FactorRow row, Collection<FactorRow> rows) {
        List<FactorRow> all = stating(quantity, rows).stream()
                .filter(r -> r.answersWhere(row) && r.sharesAYearWith(row))
                .toList();
        int most = all.stream().mapToInt(FactorRow::bounds).max().orElse(0);
        return all.stream().filter(r -> r.bounds() == most).toList();
    }

    private static Optional<BigDecimal> in(FactorRow row, String unit) {
        Unit target = Unit.parse(unit);
        return row.amount()
                .filter(q -> q.unit().sameDimensionAs(target))
                .map(q -> q.in(target))
                .map(Quantity::value);
    }

    private static boolean differ(BigDecimal stated, BigDecimal worked) {
        return stated.subtract(worked).abs().compareTo(worked.abs().multiply(TOLERANCE)) > 0;
    }

    private static String percent(BigDecimal stated, BigDecimal worked) {
        return worked.signum() == 0
                ? "-"
                : stated.subtract(worked)
                        .multiply(BigDecimal.valueOf(100))
                        .divide(worked, 1, RoundingMode.HALF_UP)
                        .toPlainString();
    }

    private static String short4(BigDecimal value) {
        return value.round(new MathContext(4)).toPlainString();
    }

    private void fault(FactorRow row, Kind kind, Object... arguments) {
        faults.add(FactorFault.of(set, file, row.line(), kind, arguments));
    }
}
