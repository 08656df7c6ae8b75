package org.tanzhang.account;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tanzhang.account.Balance.Amount;
import org.tanzhang.account.EnergyFactors.Conversion;
import org.tanzhang.code.Carrier;

/**
 * 能源消费总量 of a region from its balance: final use + losses of transformation + losses, in tce, by coal, oil, gas,
 * electricity, heat and other, in 当量 and in 等价 (METHOD 6).
 *
 * <p>Losses of transformation are inputs less outputs, recovered energy among the outputs in either dialect. The coal of a
 * power station is an input and its electricity an output, so that they are not counted twice: in 等价 its output is worth the
 * average coal of generation, in 当量 its heat. Of electricity what is left is primary generation and net import.
 */
final class EnergyTotals {

    static final String TABLE = "energy";

    /** The terms of the sum. */
    enum Line {
        FINAL("final"),
        TRANSFORMATION("transformation"),
        LOSSES("losses"),
        CONSUMPTION("consumption"),
        FEEDSTOCK("feedstock");

        private final String item;

        Line(String item) {
            this.item = item;
        }
    }

    private record Cell(String family, Conversion conversion, Line line) {}

    private final String region;
    private final Balance balance;
    private final EnergyFactors factors;
    private final Pricing pricing;
    private final Map<Cell, EnergySum> sums = new LinkedHashMap<>();

    EnergyTotals(String region, Balance balance, EnergyFactors factors, Pricing pricing) {
        this.region = region;
        this.balance = balance;
        this.factors = factors;
        this.pricing = pricing;
        Map<Carrier, Map<Line, Amount>> amounts = new LinkedHashMap<>();
        balance.carriers().forEach(carrier -> amounts.put(carrier, amounts(carrier)));
        for (Conversion conversion : Conversion.values()) {
            amounts.forEach(
                    (carrier, lines) -> lines.forEach((line, amount) -> add(carrier, conversion, line, amount)));
        }
    }

    private Map<Line, Amount> amounts(Carrier carrier) {
        Amount losses = balance.amount("losses.total", carrier);
        Amount used = balance.consumption(carrier);
        Amount made = balance.transformed(carrier).plus(balance.amount("supply.recovery", carrier));
        Map<Line, Amount> amounts = new EnumMap<>(Line.class);
        amounts.put(Line.FINAL, balance.finalUse(carrier));
        amounts.put(Line.TRANSFORMATION, made.negated());
        amounts.put(Line.LOSSES, losses);
        amounts.put(Line.CONSUMPTION, used.minus(made));
        amounts.put(Line.FEEDSTOCK, balance.amount("final.non-energy", carrier));
        return amounts;
    }

    private void add(Carrier carrier, Conversion conversion, Line line, Amount amount) {
        Optional<BigDecimal> tce =
                amount.missing() ? Optional.empty() : factors.tce(region, carrier, amount.value(), conversion);
        for (String subject : List.of(carrier.family(), Figure.TOTAL)) {
            Cell cell = new Cell(subject, conversion, line);
            sums.put(cell, sums.getOrDefault(cell, EnergySum.NONE).plus(tce));
        }
    }

    /** 能源消费总量 of the region. */
    EnergySum consumption(Conversion conversion) {
        return sums.getOrDefault(new Cell(Figure.TOTAL, conversion, Line.CONSUMPTION), EnergySum.NONE);
    }

    /** Families with nothing in them are left out. */
    List<Figure> figures() {
        List<Figure> figures = new ArrayList<>();
        sums.forEach((cell, sum) -> {
            if (cell.family().equals(Figure.TOTAL) || isThere(cell.family())) {
                figures.add(figure(cell.family(), cell.conversion().code() + "." + cell.line().item, sum));
            }
        });
        factors.electricityEquivalent(region)
                .ifPresent(f -> figures.add(new Figure(
                        TABLE,
                        region,
                        "electricity",
                        "equivalent.coefficient",
                        f.value(),
                        f.unit().toString(),
                        true,
                        EnergyFactors.source(f))));
        return figures;
    }

    private boolean isThere(String family) {
        return sums.entrySet().stream()
                .anyMatch(e -> e.getKey().family().equals(family)
                        && (e.getValue().value().signum() != 0 || !e.getValue().complete()));
    }

    private Figure figure(String subject, String item, EnergySum sum) {
        return new Figure(TABLE, region, subject, item, sum.stated(pricing), "tce", sum.complete(), null);
    }
}
