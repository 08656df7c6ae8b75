package org.tanzhang.account;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;
import org.tanzhang.account.AccountInput.PlacedCard;
import org.tanzhang.account.EnergyFactors.Conversion;
import org.tanzhang.code.Carrier;
import org.tanzhang.code.CodeList;
import org.tanzhang.observation.Observation;
import org.tanzhang.observation.Statement;
import org.tanzhang.quantity.Units;

/**
 * 综合能源消费量 of enterprises: industrial use - output of transformation - recovery, in tce (METHOD 6), with its sums by
 * division and county.
 *
 * <p>An amount takes the coefficient that the card states (205-1 column 10, or 205-2's own), else the set's; electricity in
 * 等价 always the set's. A total's row counts where none of its parts states the item.
 */
final class EnterpriseEnergy {

    static final String TABLE = "enterprise-energy";

    private record Key(String region, String subject, Conversion conversion) {}

    private final CodeList<Carrier> carriers;
    private final Units units;
    private final EnergyFactors factors;
    private final Pricing pricing;

    EnterpriseEnergy(CodeList<Carrier> carriers, Units units, EnergyFactors factors, Pricing pricing) {
        this.carriers = carriers;
        this.units = units;
        this.factors = factors;
        this.pricing = pricing;
    }

    /** By credit code, by division and for the county, in that order of subjects. */
    List<Figure> figures(List<PlacedCard> cards) {
        Map<Key, EnergySum> sums = new TreeMap<>(java.util.Comparator.comparing(Key::region)
                .thenComparing(Key::subject)
                .thenComparingInt((ToIntFunction<Key>) k -> k.conversion().ordinal()));
        for (PlacedCard placed : cards) {
            Statement.Cells cells = placed.card().cells();
            for (Conversion conversion : Conversion.values()) {
                EnergySum used = net(placed, cells, conversion);
                Stream.of(placed.place().creditCode(), placed.place().division(), Figure.TOTAL)
                        .map(subject -> new Key(placed.place().region(), subject, conversion))
                        .forEach(key -> sums.merge(key, used, EnergySum::plus));
            }
        }
        List<Figure> figures = new ArrayList<>();
        sums.forEach((key, sum) -> figures.add(new Figure(
                TABLE,
                key.region(),
                key.subject(),
                key.conversion().code() + ".consumption",
                sum.stated(pricing),
                "tce",
                sum.complete(),
                null)));
        return figures;
    }

    private EnergySum net(PlacedCard card, Statement.Cells cells, Conversion conversion) {
        String industrial = cells.has("industrial") ? "industrial" : "industrial-205-2";
        return sum(card, cells, industrial, conversion)
                .minus(sum(card, cells, "output", conversion))
                .minus(sum(card, cells, "recovery", conversion));
    }

    private EnergySum sum(PlacedCard card, Statement.Cells cells, String item, Conversion conversion) {
        EnergySum sum = EnergySum.NONE;
        if (!cells.has(item)) {
            return sum;
        }
        for (Carrier carrier : carriers.all()) {
            Optional<Observation> cell = cells.find(item, carrier.code());
            if (cell.isEmpty() || carrier.kind() == Carrier.Kind.TOTAL || statedByParts(cells, item, carrier)) {
                continue;
            }
            sum = sum.plus(
                    cell.get().isMissing() ? Optional.empty() : tce(card, cells, carrier, cell.get(), conversion));
        }
        return sum;
    }

    private static boolean statedByParts(Statement.Cells cells, String item, Carrier carrier) {
        return carrier.parts().stream()
                .anyMatch(part -> cells.find(item, part)
                        .filter(o ->
                                o.isMissing() || (o.value() != null && o.value().signum() != 0))
                        .isPresent());
    }

    private Optional<BigDecimal> tce(
            PlacedCard card, Statement.Cells cells, Carrier carrier, Observation cell, Conversion conversion) {
        BigDecimal amount = card.part().of(cell, units.get(carrier.unit())).amount();
        boolean byFuel = carrier.kind() == Carrier.Kind.ELECTRICITY && conversion == Conversion.EQUIVALENT;
        Optional<BigDecimal> stated = Stream.of("coefficient", "coefficient-205-2")
                .flatMap(item -> cells.nonZero(item, carrier.code()).stream())
                .map(Observation::value)
                .findFirst();
        return stated.isPresent() && !byFuel
                ? stated.map(amount::multiply)
                : factors.tce(card.place().region(), carrier, amount, conversion);
    }
}
