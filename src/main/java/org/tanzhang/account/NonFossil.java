package org.tanzhang.account;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tanzhang.account.AccountInput.PlacedCard;
import org.tanzhang.account.EnergyFactors.Conversion;
import org.tanzhang.code.Carrier;
import org.tanzhang.code.CodeList;
import org.tanzhang.factor.Factor;
import org.tanzhang.method.Method;
import org.tanzhang.quantity.Units;

/**
 * Non-fossil share of a region's energy: (local non-fossil electricity at 等价 + net-imported non-fossil + biomass used
 * otherwise) / 能源消费总量 in 等价 (METHOD 6).
 *
 * <p>Local electricity: the balance's primary production, told apart by the output of power stations whose class the method
 * names; and what stations made of biomass and waste, their output by the share of these among their power inputs. What nobody
 * states is NE, and the share incomplete.
 */
final class NonFossil {

    static final String TABLE = "non-fossil";

    private static final String ELECTRICITY = "electricity";
    private static final Set<String> BIOMASS = Set.of("biomass", "biomass-waste");
    private static final Set<String> WASTE = Set.of("municipal-waste");
    private static final List<String> PRIMARY = List.of("hydro", "wind", "solar", "nuclear");

    /** Decimals of a share. */
    private static final int SHARE_SCALE = 6;

    private final String region;
    private final Balance balance;
    private final List<PlacedCard> cards;
    private final Method method;
    private final EnergyFactors factors;
    private final Pricing pricing;
    private final CodeList<Carrier> carriers;
    private final Units units;
    private final Carrier electricity;
    private final List<Figure> figures = new ArrayList<>();

    NonFossil(
            String region,
            Balance balance,
            List<PlacedCard> cards,
            Method method,
            EnergyFactors factors,
            Pricing pricing,
            CodeList<Carrier> carriers,
            Units units) {
        this.region = region;
        this.balance = balance;
        this.cards = cards;
        this.method = method;
        this.factors = factors;
        this.pricing = pricing;
        this.carriers = carriers;
        this.units = units;
        this.electricity = carriers.get(ELECTRICITY);
    }

    /** @param total 能源消费总量 in 等价 */
    List<Figure> figures(EnergySum total) {
        EnergySum nonFossil = EnergySum.NONE
                .plus(term("primary-electricity", primary()))
                .plus(term("biomass-power", madeOf(BIOMASS)))
                .plus(term("waste-power", madeOf(WASTE)))
                .plus(term("net-import", imported()))
                .plus(term("other", biomassUsedOtherwise()));
        byKind();
        figure("sum", nonFossil.stated(pricing), "tce", nonFossil.complete(), null);
        boolean complete = nonFossil.complete() && total.complete();
        if (total.value().signum() > 0) {
            BigDecimal share = nonFossil.value().divide(total.value(), SHARE_SCALE, RoundingMode.HALF_EVEN);
            figure("share", share, "1", complete, null);
        }
        return figures;
    }

    private Optional<BigDecimal> term(String item, Optional<BigDecimal> tce) {
        figure(item, tce.map(v -> pricing.round(v, BigDecimal.ONE)).orElse(null), "tce", tce.isPresent(), null);
        return tce;
    }

    private void figure(
            String item, @Nullable BigDecimal value, String unit, boolean complete, Account.@Nullable Source source) {
        figures.add(new Figure(TABLE, region, Figure.TOTAL, item, value, unit, complete, source));
    }

    /** Primary production of electricity as the balance states it; a blank or no row is not a production of zero. */
    private Optional<BigDecimal> primary() {
        Balance.Amount production = balance.amount("supply.production", electricity);
        return production.stated() && !production.missing() ? equivalent(production.value()) : Optional.empty();
    }

    /** Output of primary stations by kind: within the production above, never added to it. */
    private void byKind() {
        Map<String, BigDecimal> output = new LinkedHashMap<>();
        for (PlacedCard placed : cards) {
            String kind = method.beside().powerClasses().get(placed.place().industry());
            if (kind != null) {
                output.merge(kind, amount(placed, "output", electricity), BigDecimal::add);
            }
        }
        for (String kind : PRIMARY) {
            Optional<BigDecimal> tce = Optional.ofNullable(output.get(kind)).flatMap(this::equivalent);
            figure("of-which." + kind, tce.orElse(null), "tce", tce.isPresent(), null);
        }
    }

    /**
     * Electricity made of some carriers. Empty where the balance has fuels of the column 其他能源 burnt for power and no card
     * says which they are.
     */
    private Optional<BigDecimal> madeOf(Set<String> fuels) {
        BigDecimal output = BigDecimal.ZERO;
        boolean anyCard = false;
        for (PlacedCard placed : cards) {
            BigDecimal own = BigDecimal.ZERO;
            BigDecimal all = BigDecimal.ZERO;
            for (Carrier carrier : carriers.all()) {
                if (carrier.kind() != Carrier.Kind.TOTAL) {
                    BigDecimal tce = factors.tce(
                                    region, carrier, amount(placed, "input.power", carrier), Conversion.CALORIFIC)
                            .orElse(BigDecimal.ZERO);
                    all = all.add(tce);
                    own = fuels.contains(carrier.code()) ? own.add(tce) : own;
                    anyCard |= tce.signum() > 0 && (BIOMASS.contains(carrier.code()) || WASTE.contains(carrier.code()));
                }
            }
            if (own.signum() > 0) {
                output = output.add(
                        pricing.round(amount(placed, "output", electricity).multiply(own), all));
            }
        }
        boolean unknown = !anyCard
                && carriers.find("other-energy")
                        .map(c -> balance.input("power", c))
                        .filter(a -> a.missing() || a.value().signum() > 0)
                        .isPresent();
        return unknown ? Optional.empty() : equivalent(output);
    }

    /** Net import of electricity x the share of it that is not fossil; a net export takes nothing off. */
    private Optional<BigDecimal> imported() {
        Optional<Factor> share = factors.importedNonFossilShare(region);
        share.ifPresent(f -> figure("net-import.share", f.value(), "1", true, EnergyFactors.source(f)));
        Optional<Activity> netImport = PurchasedEnergy.netImport(region, balance, electricity, Basis.TOP_DOWN);
        if (netImport.filter(Activity::missing).isPresent()) {
            return Optional.empty();
        }
        BigDecimal imported =
                netImport.map(Activity::amount).orElse(BigDecimal.ZERO).max(BigDecimal.ZERO);
        if (imported.signum() == 0) {
            return Optional.of(BigDecimal.ZERO);
        }
        return share.flatMap(f -> equivalent(imported.multiply(f.value())));
    }

    /** Biomass that enterprises use and do not burn for power; the column 其他能源 beyond theirs cannot be told apart. */
    private Optional<BigDecimal> biomassUsedOtherwise() {
        EnergySum used = EnergySum.NONE;
        for (PlacedCard placed : cards) {
            for (String code : BIOMASS) {
                Carrier carrier = carriers.get(code);
                BigDecimal rest =
                        amount(placed, "consumption", carrier).subtract(amount(placed, "input.power", carrier));
                used = used.plus(factors.tce(region, carrier, rest, Conversion.CALORIFIC));
            }
        }
        Balance.Amount column =
                carriers.find("other-energy").map(balance::consumption).orElse(Balance.Amount.NONE);
        boolean unknown = column.missing() || (cards.isEmpty() && column.value().signum() > 0);
        return unknown || !used.complete() ? Optional.empty() : Optional.of(used.value());
    }

    private Optional<BigDecimal> equivalent(BigDecimal kilowattHours) {
        return factors.tce(region, electricity, kilowattHours, Conversion.EQUIVALENT);
    }

    /** What a card states of an item, as far as it counts at its place, in the ledger's unit. */
    private BigDecimal amount(PlacedCard placed, String item, Carrier carrier) {
        return placed.card()
                .cells()
                .nonZero(item, carrier.code())
                .map(cell -> placed.part().of(cell, units.get(carrier.unit())).amount())
                .orElse(BigDecimal.ZERO);
    }
}
