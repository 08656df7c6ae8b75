package org.tanzhang.account;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.tanzhang.account.AccountInput.PlacedCard;
import org.tanzhang.account.EnergyFactors.Conversion;
import org.tanzhang.code.Carrier;
import org.tanzhang.code.CodeList;
import org.tanzhang.method.Method;
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

        Reader(Method method, EnergyFactors factors, Pricing pricing, CodeList<Carrier> carriers, Units units) {
            this.method = method;
            this.factors = factors;
            this.pricing = pricing;
            this.carriers = carriers;
            this.units = units;
            this.electricity = carriers.get("electricity");
        }

        RenewableUse of(List<PlacedCard> cards) {
            return cards.stream().map(this::of).reduce(NONE, RenewableUse::plus);
        }

        private RenewableUse of(PlacedCard card) {
            String kind = method.beside().powerClasses().get(card.place().industry());
            BigDecimal output = amount(card, "output", electricity);
            BigDecimal all = BigDecimal.ZERO;
            BigDecimal biomass = BigDecimal.ZERO;
            BigDecimal waste = BigDecimal.ZERO;
            for (Carrier carrier : carriers.all()) {
                if (carrier.kind() != Carrier.Kind.TOTAL) {
                    BigDecimal tce = factors.tce(
                                    card.place().region(),
                                    carrier,
                                    amount(card, "input.power", carrier),
                                    Conversion.CALORIFIC)
                            .orElse(BigDecimal.ZERO);
                    all = all.add(tce);
                    biomass = BIOMASS.contains(carrier.code()) ? biomass.add(tce) : biomass;
                    waste = WASTE.contains(carrier.code()) ? waste.add(tce) : waste;
                }
            }
            return new RenewableUse(
                    true,
                    kind == null ? Map.of() : Map.of(kind, output),
                    share(output, biomass, all),
                    share(output, waste, all),
                    biomass.signum() > 0 || waste.signum() > 0,
                    otherBiomass(card));
        }

        private BigDecimal share(BigDecimal output, BigDecimal part, BigDecimal all) {
            return part.signum() > 0 ? pricing.round(output.multiply(part), all) : BigDecimal.ZERO;
        }

        private EnergySum otherBiomass(PlacedCard card) {
            EnergySum used = EnergySum.NONE;
            for (String code : BIOMASS.stream().sorted().toList()) {
                Carrier carrier = carriers.get(code);
                BigDecimal rest = amount(card, "consumption", carrier).subtract(amount(card, "input.power", carrier));
                used = used.plus(factors.tce(card.place().region(), carrier, rest, Conversion.CALORIFIC));
            }
            return used;
        }

        /** What a card states of an item, as far as it counts at its place, in the ledger's unit. */
        private BigDecimal amount(PlacedCard placed, String item, Carrier carrier) {
            return placed.card()
                    .cells()
                    .nonZero(item, carrier.code())
                    .map(cell ->
                            placed.part().of(cell, units.get(carrier.unit())).amount())
                    .orElse(BigDecimal.ZERO);
        }
    }
}
