package org.tanzhang.account;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tanzhang.account.LedgerEntry.FactorUse;
import org.tanzhang.method.Method;

/**
 * The CO2 of a residual (METHOD 4): by the counties' mean where they cover enough of the cell and lie near the group's own
 * factor, else by that.
 */
final class ResidualPrice {

    private final Pricing pricing;
    private final Method method;

    ResidualPrice(Pricing pricing, Method method) {
        this.pricing = pricing;
        this.method = method;
    }

    /**
     * Prices a residual and shares its price among its parts, pro rata; the last takes what rounding leaves, so that a
     * residual has one CO2, however many reasons explain it.
     *
     * @param whole the residual
     * @param parts activities that add up to it
     * @param counties what the counties state for the cell
     * @param covered their sum
     * @param noMean whether the counties' mean is no factor of the fuel: something of the cell is not estimated, or carbon
     *     of by-product gas was taken off it
     */
    List<LedgerEntry> entries(
            Activity whole,
            List<Activity> parts,
            BigDecimal city,
            List<LedgerEntry> counties,
            BigDecimal covered,
            boolean noMean) {
        Pricing.Priced price = price(whole, city, counties, covered, noMean);
        Pricing.Priced left = price;
        List<LedgerEntry> entries = new ArrayList<>();
        for (Activity part : parts.subList(0, parts.size() - 1)) {
            Pricing.Priced share = new Pricing.Priced(
                    share(price.co2(), part, whole),
                    share(price.energyTj(), part, whole),
                    share(price.coalEquivalent(), part, whole),
                    price.factors());
            entries.add(Pricing.entry(part, share));
            left = new Pricing.Priced(
                    less(left.co2(), share.co2()),
                    less(left.energyTj(), share.energyTj()),
                    less(left.coalEquivalent(), share.coalEquivalent()),
                    price.factors());
        }
        entries.add(Pricing.entry(parts.get(parts.size() - 1), left));
        return entries;
    }

    private @Nullable BigDecimal share(@Nullable BigDecimal value, Activity part, Activity whole) {
        return value == null ? null : pricing.round(value.multiply(part.amount()), whole.amount());
    }

    private static @Nullable BigDecimal less(@Nullable BigDecimal value, @Nullable BigDecimal share) {
        return value == null || share == null ? null : value.subtract(share);
    }

    private Pricing.Priced price(
            Activity residual, BigDecimal city, List<LedgerEntry> counties, BigDecimal covered, boolean noMean) {
        Pricing.Priced own = pricing.price(residual, Method.CoalNcv.SET);
        BigDecimal co2 = Closure.sumOrNull(counties, LedgerEntry::co2T);
        if (own.co2() == null
                || co2 == null
                || covered.signum() <= 0
                || co2.signum() <= 0
                || noMean
                || own.co2().signum() == 0
                || covered.compareTo(city.multiply(method.minimumCoverage())) < 0) {
            return own;
        }
        // |mean / own - 1| <= d  <=>  |co2 x residual - own x covered| <= d x |own x covered|, without a division
        BigDecimal byMean = co2.multiply(residual.amount());
        BigDecimal byOwn = own.co2().multiply(covered);
        if (byMean.subtract(byOwn).abs().compareTo(byOwn.abs().multiply(method.maximumDeviation())) > 0) {
            return own;
        }
        List<FactorUse> uses = List.of(new FactorUse(
                "county-mean",
                "",
                pricing.round(co2, covered),
                "tCO2/" + residual.carrier().unit()));
        return new Pricing.Priced(pricing.round(byMean, covered), own.energyTj(), own.coalEquivalent(), uses);
    }
}
