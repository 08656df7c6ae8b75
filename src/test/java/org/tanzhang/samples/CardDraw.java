package org.tanzhang.samples;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Draws one enterprise's cards for all years, so that its stocks carry over and its habits stay.
 *
 * <p>The seed is the enterprise's serial: adding an enterprise at the end of the roster moves no other card.
 */
final class CardDraw {
    /** kWh of electricity from a tce of input. Coal near 305 gce/kWh; the others invented but possible. */
    private static final Map<Fuel, Double> KWH_PER_TCE = Map.of(
            Fuel.NATURAL_GAS, 4000.0,
            Fuel.BLAST_FURNACE_GAS, 2450.0,
            Fuel.MUNICIPAL_WASTE, 1350.0,
            Fuel.WASTE_HEAT, 1790.0);

    private static final double COAL_KWH_PER_TCE = 3279;
    private static final double BOILER_EFFICIENCY = 0.85;
    private static final double HEAT_TCE_PER_GJ = 0.0341;

    private final Enterprise enterprise;
    private final Random dice;
    private final Map<Use, Double> sizes = new LinkedHashMap<>();
    private final Map<Fuel, BigDecimal> closings = new EnumMap<>(Fuel.class);

    CardDraw(Enterprise enterprise) {
        this.enterprise = enterprise;
        this.dice = new Random(enterprise.serial() * SampleCity.SEED);
        for (Use use : enterprise.trade().uses) {
            sizes.put(use, between(use.low(), use.high()));
        }
    }

    /** The cards by year, oldest first. */
    Map<Integer, Card> cards() {
        Map<Integer, Card> cards = new TreeMap<>();
        for (int year = SampleCity.FIRST_YEAR; year <= SampleCity.LAST_YEAR; year++) {
            if (enterprise.reportsIn(year)) {
                cards.put(year, card(year));
            }
        }
        return cards;
    }

    private Card card(int year) {
        Map<Fuel, CardLine> lines = new EnumMap<>(Fuel.class);
        sizes.forEach((use, size) -> {
            double trend = year == SampleCity.FIRST_YEAR ? 1 : trend(use.fuel()) * between(0.98, 1.02);
            lines.put(use.fuel(), line(use, amount(size * trend)));
        });
        produce(lines, Fuel.ELECTRICITY, electricityOutput(lines));
        produce(lines, Fuel.HEAT, heatOutput(lines));
        return new Card(enterprise, year, List.copyOf(lines.values()));
    }

    private CardLine line(Use use, BigDecimal total) {
        Fuel fuel = use.fuel();
        BigDecimal nonIndustrial = share(total, use.nonIndustrial());
        BigDecimal industrial = total.subtract(nonIndustrial);
        BigDecimal raw = share(industrial, use.raw());
        BigDecimal power = share(industrial, use.power());
        boolean nothingElse = use.raw() + use.power() + use.heat() > 0.999;
        BigDecimal heat = use.heat() == 0
                ? BigDecimal.ZERO
                : nothingElse ? industrial.subtract(raw).subtract(power) : share(industrial, use.heat());
        BigDecimal opening =
                use.stored() ? closings.getOrDefault(fuel, share(total, between(0.012, 0.05))) : BigDecimal.ZERO;
        BigDecimal closing = use.stored() ? share(total, between(0.012, 0.05)) : BigDecimal.ZERO;
        closings.put(fuel, closing);
        boolean recovered = fuel.isCarbonInCoke() || fuel == Fuel.WASTE_HEAT;
        BigDecimal purchase = recovered ? BigDecimal.ZERO : total.add(closing).subtract(opening);
        BigDecimal recovery = !recovered ? BigDecimal.ZERO : fuel == Fuel.WASTE_HEAT ? total : share(total, 1.02);
        return new CardLine(
                fuel,
                opening,
                purchase,
                price(fuel, purchase),
                industrial,
                raw,
                nonIndustrial,
                share(total, use.vehicles()),
                closing,
                statedCoefficient(fuel),
                power,
                heat,
                BigDecimal.ZERO,
                recovery);
    }

    /** Puts transformation output on its line; what the works uses of it need not be purchased. */
    private static void produce(Map<Fuel, CardLine> lines, Fuel product, BigDecimal output) {
        if (output.signum() == 0) {
            return;
        }
        BigDecimal zero = BigDecimal.ZERO;
        CardLine line = lines.getOrDefault(
                product,
                new CardLine(product, zero, zero, zero, zero, zero, zero, zero, zero, null, zero, zero, zero, zero));
        BigDecimal ceiling = product == Fuel.ELECTRICITY ? share(line.total(), 0.9) : line.total();
        BigDecimal purchase = line.total().subtract(output.min(ceiling));
        lines.put(
                product,
                new CardLine(
                        product,
                        zero,
                        purchase,
                        price(product, purchase),
                        line.industrial(),
                        zero,
                        line.nonIndustrial(),
                        zero,
                        zero,
                        line.coefficient(),
                        zero,
                        zero,
                        output,
                        zero));
    }

    /** 万千瓦时 from the tce put into power generation. */
    private static BigDecimal electricityOutput(Map<Fuel, CardLine> lines) {
        double kilowattHours = 0;
        for (CardLine line : lines.values()) {
            double tce =
                    line.power().doubleValue() * line.coefficientOrReference().doubleValue();
            kilowattHours += tce * KWH_PER_TCE.getOrDefault(line.fuel(), COAL_KWH_PER_TCE);
        }
        return amount(kilowattHours / 10_000);
    }

    /** 百万千焦 from the tce put into heat supply. */
    private static BigDecimal heatOutput(Map<Fuel, CardLine> lines) {
        double tce = 0;
        for (CardLine line : lines.values()) {
            tce += line.heat().doubleValue() * line.coefficientOrReference().doubleValue();
        }
        return amount(tce * BOILER_EFFICIENCY / HEAT_TCE_PER_GJ);
    }

    /**
     * A third of the coal users measure their coal (the power plant among them), a third copy the reference, a third leave
     * the cell blank.
     */
    private @Nullable BigDecimal statedCoefficient(Fuel fuel) {
        if (fuel.isRawCoal()) {
            double measured = fuel == Fuel.ANTHRACITE ? between(0.88, 0.98) : between(0.65, 0.79);
            int habit = enterprise.trade() == Trade.FERTILISER ? 2 : enterprise.serial() % 3;
            return switch (habit) {
                case 2 -> BigDecimal.valueOf(measured).setScale(4, RoundingMode.HALF_UP);
                case 0 -> fuel.referenceCoefficient;
                default -> null;
            };
        }
        if (fuel == Fuel.NATURAL_GAS && enterprise.serial() % 5 == 0) {
            return new BigDecimal("12.143");
        }
        return enterprise.serial() % 2 == 0 ? fuel.referenceCoefficient : null;
    }

    private double trend(Fuel fuel) {
        if (enterprise.trade() == Trade.COAL_POWER) {
            return fuel == Fuel.BITUMINOUS_COAL ? 0.965 : 0.98;
        }
        return trendOf(fuel);
    }

    /** Second year over first: coal slightly down, gas and electricity up. */
    static double trendOf(Fuel fuel) {
        return switch (fuel) {
            case RAW_COAL, ANTHRACITE, BITUMINOUS_COAL, BRIQUETTES, PETROLEUM_COKE -> 0.955;
            case COKE, BLAST_FURNACE_GAS, CONVERTER_GAS, FUEL_OIL, LPG -> 0.97;
            case DIESEL -> 0.98;
            case NATURAL_GAS -> 1.04;
            case LNG, ELECTRICITY -> 1.065;
            case HEAT, KEROSENE -> 1.03;
            default -> 1.01;
        };
    }

    /** Invented prices, thousand yuan per unit, whole thousands. */
    private static BigDecimal price(Fuel fuel, BigDecimal purchase) {
        double thousandYuan = switch (fuel) {
            case RAW_COAL, BITUMINOUS_COAL -> 0.92;
            case ANTHRACITE -> 1.28;
            case COKE -> 2.35;
            case NATURAL_GAS -> 33.6;
            case ELECTRICITY -> 6.6;
            case HEAT -> 0.078;
            case DIESEL -> 7.5;
            case GASOLINE -> 8.4;
            case MUNICIPAL_WASTE, BIOMASS -> 0;
            default -> 4.9;
        };
        return BigDecimal.valueOf(purchase.doubleValue() * thousandYuan).setScale(0, RoundingMode.HALF_UP);
    }

    private double between(double low, double high) {
        return low + (high - low) * dice.nextDouble();
    }

    private static BigDecimal share(BigDecimal whole, double share) {
        return share == 0 ? BigDecimal.ZERO : amount(whole.doubleValue() * share);
    }

    /** Cards are printed with two decimals. */
    private static BigDecimal amount(double value) {
        return BigDecimal.valueOf(value).setScale(2, RoundingMode.HALF_UP);
    }
}
