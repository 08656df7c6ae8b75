package org.tanzhang.account;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tanzhang.account.EnergyFactors.Conversion;
import org.tanzhang.code.Carrier;
import org.tanzhang.code.CodeList;
import org.tanzhang.factor.Factor;
import org.tanzhang.method.Method;

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
    private static final List<String> PRIMARY = List.of("hydro", "wind", "solar", "nuclear");

    /** Decimals of a share. */
    private static final int SHARE_SCALE = 6;

    private final String region;
    private final Balance balance;
    private final RenewableUse enterprises;
    private final Method method;
    private final EnergyFactors factors;
    private final Pricing pricing;
    private final CodeList<Carrier> carriers;
    private final Carrier electricity;
    private final List<Figure> figures = new ArrayList<>();

    NonFossil(
            String region,
            Balance balance,
            RenewableUse enterprises,
            Method method,
            EnergyFactors factors,
            Pricing pricing,
            CodeList<Carrier> carriers) {
        this.region = region;
        this.balance = balance;
        this.enterprises = enterprises;
        this.method = method;
        this.factors = factors;
        this.pricing = pricing;
        this.carriers = carriers;
        this.electricity = carriers.get(ELECTRICITY);
    }

    /** @param total 能源消费总量 in 等价 */
    List<Figure> figures(EnergySum total) {
        EnergySum nonFossil = EnergySum.NONE
                .plus(term("primary-electricity", primary()))
                .plus(term("biomass-power", madeOf(enterprises.biomassPower())))
                .plus(term("waste-power", madeOf(enterprises.wastePower())))
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
        for (String kind : PRIMARY) {
            Optional<BigDecimal> tce =
                    Optional.ofNullable(enterprises.primaryPower().get(kind)).flatMap(this::equivalent);
            figure("of-which." + kind, tce.orElse(null), "tce", tce.isPresent(), null);
        }
    }

    /**
     * Electricity made of some carriers. Empty where the balance has fuels of the column 其他能源 burnt for power and no card
     * says which they are.
     */
    private Optional<BigDecimal> madeOf(BigDecimal output) {
        boolean unknown = !enterprises.anyInput()
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
        EnergySum used = enterprises.otherBiomass();
        Balance.Amount column =
                carriers.find("other-energy").map(balance::consumption).orElse(Balance.Amount.NONE);
        boolean unknown =
                column.missing() || (!enterprises.anyone() && column.value().signum() > 0);
        return unknown || !used.complete() ? Optional.empty() : Optional.of(used.value());
    }

    private Optional<BigDecimal> equivalent(BigDecimal kilowattHours) {
        return factors.tce(region, electricity, kilowattHours, Conversion.EQUIVALENT);
    }
}
