package org.tanzhang.account;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.tanzhang.account.AccountInput.PlacedCard;
import org.tanzhang.account.EnergyFactors.Conversion;
import org.tanzhang.code.Carrier;
import org.tanzhang.code.CodeList;
import org.tanzhang.method.Method;
import org.tanzhang.observation.Statement;
import org.tanzhang.quantity.Units;

/**
 * What enterprises state of renewable energy, for the non-fossil share of where they lie: electricity in the ledger's unit
 * (10^4 kWh), fuels in tce by heat value.
 *
 * @param anyone whether there is any enterprise
 * @param primaryPower output of stations that burn nothing, by kind
 * @param biomassPower electricity made of biomass, a station's output shared by the heat of its fuels
 * @param wastePower electricity made of municipal waste, likewise
 * @param anyInput whether any station states an input of biomass or waste
 * @param otherBiomass biomass used and not burnt for power
 */
public record RenewableUse(
        boolean anyone,
        Map<String, BigDecimal> primaryPower,
        BigDecimal biomassPower,
        BigDecimal wastePower,
        boolean anyInput,
        EnergySum otherBiomass) {

    private static final Set<String> BIOMASS = Set.of("biomass", "biomass-waste");
    private static final Set<String> WASTE = Set.of("municipal-waste");

    static final RenewableUse NONE =
            new RenewableUse(false, Map.of(), BigDecimal.ZERO, BigDecimal.ZERO, false, EnergySum.NONE);

    public RenewableUse {
        primaryPower = Collections.unmodifiableMap(new TreeMap<>(primaryPower));
    }

    RenewableUse plus(RenewableUse o) {
        Map<String, BigDecimal> primary = new TreeMap<>(primaryPower);
        o.primaryPower.forEach((kind, output) -> primary.merge(kind, output, BigDecimal::add));
        return new RenewableUse(
                anyone || o.anyone,
                primary,
                biomassPower.add(o.biomassPower),
                wastePower.add(o.wastePower),
                anyInput || o.anyInput,
                otherBiomass.plus(o.otherBiomass));
    }

    /** Reads it from cards. */
    static final class Reader {

        private final Method method;
        private final EnergyFactors factors;
        private final Pricing pricing;
        private final CodeList<Carrier> carriers;
        private final Units units;
        private final Carrier electricity;
        private final Set<String> everyFuel;

        Reader(Method method, EnergyFactors factors, Pricing pricing, CodeList<Carrier> carriers, Units units) {
            this.method = method;
            this.factors = factors;
            this.pricing = pricing;
            this.carriers = carriers;
            this.units = units;
            this.electricity = carriers.get("electricity");
            this.everyFuel = carriers.all().stream()
                    .filter(c -> c.kind() != Carrier.Kind.TOTAL)
                    .map(Carrier::code)
                    .collect(Collectors.toSet());
        }

        RenewableUse of(List<PlacedCard> cards) {
            return cards.stream().map(this::of).reduce(NONE, RenewableUse::plus);
        }

        private RenewableUse of(PlacedCard placed) {
            Card card = new Card(placed, placed.card().cells());
            String kind = method.beside().powerClasses().get(placed.place().industry());
            BigDecimal output = amount(card, "output", electricity);
            BigDecimal biomass = inputOf(card, BIOMASS);
            BigDecimal waste = inputOf(card, WASTE);
            boolean anyInput = biomass.signum() > 0 || waste.signum() > 0;
            BigDecimal all = anyInput ? inputOf(card, everyFuel) : BigDecimal.ZERO;
            return new RenewableUse(
                    true,
                    kind == null ? Map.of() : Map.of(kind, output),
                    share(output, biomass, all),
                    share(output, waste, all),
                    anyInput,
                    otherBiomass(card));
        }

        private BigDecimal share(BigDecimal output, BigDecimal part, BigDecimal all) {
            return part.signum() > 0 ? pricing.round(output.multiply(part), all) : BigDecimal.ZERO;
        }

        /** Input to power of some carriers in tce; what has no coefficient is left out. */
        private BigDecimal inputOf(Card card, Set<String> fuels) {
            return fuels.stream()
                    .map(carriers::get)
                    .flatMap(c -> tce(card, c, amount(card, "input.power", c)).stream())
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
        }

        private EnergySum otherBiomass(Card card) {
            EnergySum used = EnergySum.NONE;
            for (String code : BIOMASS) {
                Carrier carrier = carriers.get(code);
                BigDecimal rest = amount(card, "consumption", carrier).subtract(amount(card, "input.power", carrier));
                used = used.plus(tce(card, carrier, rest));
            }
            return used;
        }

        private Optional<BigDecimal> tce(Card card, Carrier carrier, BigDecimal amount) {
            return factors.tce(card.placed().place().region(), carrier, amount, Conversion.CALORIFIC);
        }

        /** What a card states of an item, as far as it counts at its place, in the ledger's unit. */
        private BigDecimal amount(Card card, String item, Carrier carrier) {
            return card.cells()
                    .nonZero(item, carrier.code())
                    .map(cell -> card.placed()
                            .part()
                            .of(cell, units.get(carrier.unit()))
                            .amount())
                    .orElse(BigDecimal.ZERO);
        }
    }

    private record Card(PlacedCard placed, Statement.Cells cells) {}
}
