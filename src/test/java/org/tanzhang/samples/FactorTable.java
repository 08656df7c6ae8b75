package org.tanzhang.samples;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The values of a factor set's {@code factors.csv} that the sample city needs, as the file states them. */
final class FactorTable {
    /** kJ in a kg of coal equivalent (GB/T 2589). */
    private static final BigDecimal KJ_PER_KGCE = new BigDecimal("29307.6");

    private final Map<String, BigDecimal> values = new HashMap<>();

    private FactorTable() {}

    /** Reads the set; a value bound to one sector is refused, since the expected results know no sector factors. */
    static FactorTable read(Path csv) throws IOException {
        FactorTable table = new FactorTable();
        List<String> lines = Files.readAllLines(csv);
        List<String> header = fields(lines.get(0));
        for (String line : lines.subList(1, lines.size())) {
            List<String> fields = fields(line);
            if (fields.size() < header.size()) {
                continue;
            }
            if (!fields.get(header.indexOf("sector")).isEmpty()) {
                throw new IllegalStateException("sector factor not expected: " + line);
            }
            String key = fields.get(header.indexOf("carrier")) + ' ' + fields.get(header.indexOf("quantity"));
            String year = fields.get(header.indexOf("valid_from"));
            table.values.put(
                    year.isEmpty() ? key : key + ' ' + year, new BigDecimal(fields.get(header.indexOf("value"))));
        }
        return table;
    }

    /** Set's heat value: kJ/kg, for gases kJ/m3. */
    BigDecimal heatValue(Fuel fuel) {
        return value(fuel, "ncv");
    }

    /** Heat value of a card's line: the stated coefficient's where coal states its own, else the set's. */
    BigDecimal heatValue(CardLine line) {
        return line.statesItsOwnHeatValue()
                ? line.coefficientOrReference().multiply(KJ_PER_KGCE)
                : heatValue(line.fuel());
    }

    /** tC/TJ. */
    BigDecimal carbonContent(Fuel fuel) {
        return value(fuel, "carbon-content");
    }

    /** Share of the carbon that burns. */
    BigDecimal oxidation(Fuel fuel) {
        return value(fuel, "oxidation");
    }

    /** tce per unit of the card: kgce/kg as it stands, kgce/m3 and kgce/kWh on 10^4, kgce/MJ on 10^6 kJ. */
    BigDecimal coalEquivalent(Fuel fuel) {
        BigDecimal value = value(fuel, "coal-equivalent");
        return switch (fuel.unit) {
            case "万立方米", "万千瓦时" -> value.multiply(BigDecimal.TEN);
            default -> value;
        };
    }

    /** tCO2 per unit: heat tCO2/GJ, electricity kgCO2/kWh on 10^4 kWh, of the year or the latest published before it. */
    BigDecimal direct(Fuel fuel, int year) {
        if (fuel == Fuel.HEAT) {
            return value(fuel, "co2-direct");
        }
        for (int published = year; published > 2000; published--) {
            BigDecimal value = values.get(fuel.carrier + " co2-direct " + published);
            if (value != null) {
                return value.multiply(BigDecimal.TEN);
            }
        }
        throw new IllegalStateException("no electricity factor up to " + year);
    }

    private BigDecimal value(Fuel fuel, String quantity) {
        BigDecimal value = values.get(fuel.carrier + ' ' + quantity);
        if (value == null) {
            throw new IllegalStateException("no " + quantity + " of " + fuel.carrier);
        }
        return value;
    }

    private static List<String> fields(String line) {
        List<String> fields = new ArrayList<>();
        StringBuilder field = new StringBuilder();
        boolean quoted = false;
        for (char character : line.toCharArray()) {
            if (character == '"') {
                quoted = !quoted;
            } else if (character == ',' && !quoted) {
                fields.add(field.toString());
                field.setLength(0);
            } else {
                field.append(character);
            }
        }
        fields.add(field.toString());
        return fields;
    }
}
