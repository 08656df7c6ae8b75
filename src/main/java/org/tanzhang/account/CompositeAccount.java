package org.tanzhang.account;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tanzhang.account.Account.Check;
import org.tanzhang.account.LedgerEntry.FactorUse;
import org.tanzhang.code.Carrier;
import org.tanzhang.code.CodeList;
import org.tanzhang.code.Flow;
import org.tanzhang.code.Region;
import org.tanzhang.code.Sector;
import org.tanzhang.method.Composite;
import org.tanzhang.method.Method;
import org.tanzhang.quality.Finding;
import org.tanzhang.quality.Severity;

/**
 * CO2 as the assessment works it, from the region's own balance: coal equivalent by coal, oil and gas x composite factor +
 * net import of electricity x its factor. A check beside the account, never part of it (METHOD 6).
 *
 * <p>The coal equivalent of a family is the sum over its carriers of {@code (final use + losses - net output of
 * transformation) x coefficient}, inputs being negative output. What a secondary fuel's users burn is thereby set off
 * against its production from a fuel of the same family that is counted already: of coke made in the region only the
 * conversion loss adds to the coal that went in, and what is left of a secondary fuel is its net import and stock change. A
 * gas recovered in the balance's supply block was made of coke and is set off likewise.
 */
final class CompositeAccount {

    private static final List<String> FAMILIES = List.of("coal", "oil", "gas");
    private static final String ELECTRICITY = "electricity";

    private final Region region;
    private final Balance balance;
    private final Composite composite;
    private final Pricing pricing;
    private final CodeList<Carrier> carriers;
    private final List<Finding> findings;
    private final List<Check> checks = new ArrayList<>();
    private final List<String> notStated = new ArrayList<>();
    private final List<String> withoutFactor = new ArrayList<>();
    private BigDecimal total = BigDecimal.ZERO;

    CompositeAccount(
            Region region,
            Balance balance,
            Composite composite,
            Pricing pricing,
            CodeList<Carrier> carriers,
            List<Finding> findings) {
        this.region = region;
        this.balance = balance;
        this.composite = composite;
        this.pricing = pricing;
        this.carriers = carriers;
        this.findings = findings;
    }

    /** The figures; a family that lacks something is left out, the total with it, and a finding says what is lacking. */
    List<Check> checks() {
        if (composite.byFamily().isEmpty()) {
            findings.add(Finding.about(
                    region.code(), "A-COMPOSITE-01", Severity.WARNING, region.name().zh(), composite.set()));
            return List.of();
        }
        FAMILIES.forEach(this::family);
        carriers.find(ELECTRICITY)
                .flatMap(c -> PurchasedEnergy.netImport(region.code(), balance, c, Basis.TOP_DOWN))
                .ifPresent(this::electricity);
        say("A-COMPOSITE-02", notStated);
        say("A-COMPOSITE-03", withoutFactor);
        if (notStated.isEmpty() && withoutFactor.isEmpty()) {
            Account.Source whole =
                    new Account.Source(composite.set(), composite.title().zh(), "");
            check("total", total, "tCO2", whole);
        }
        return checks;
    }

    private void say(String rule, List<String> names) {
        if (!names.isEmpty()) {
            findings.add(Finding.about(
                    region.code(),
                    rule,
                    Severity.WARNING,
                    region.name().zh(),
                    composite.set(),
                    String.join("、", names)));
        }
    }

    private void family(String family) {
        Optional<BigDecimal> consumption = coalEquivalent(family);
        Composite.Parameter factor = composite.byFamily().get(family);
        if (consumption.isEmpty() || factor == null) {
            return;
        }
        boolean included = composite.feedstock() == Composite.Feedstock.INCLUDED;
        BigDecimal co2 = pricing.round(consumption.get().multiply(factor.value()), BigDecimal.ONE);
        check(family + (included ? ".with-feedstock" : ".without-feedstock"), consumption.get(), "tce", null);
        check(
                family + ".factor",
                factor.value(),
                "tCO2/tce",
                new Account.Source(factor.id(), factor.document(), factor.verification()));
        check(family + ".co2", co2, "tCO2", null);
        total = total.add(co2);
    }

    private Optional<BigDecimal> coalEquivalent(String family) {
        int lacking = notStated.size() + withoutFactor.size();
        BigDecimal sum = BigDecimal.ZERO;
        for (Carrier carrier : balance.carriers()) {
            if (!carrier.family().equals(family)) {
                continue;
            }
            Balance.Amount used = used(carrier);
            if (used.missing()) {
                notStated.add(carrier.name().zh());
            } else if (used.value().signum() != 0) {
                Optional<BigDecimal> tce = pricing.coalEquivalent(activity(carrier, used));
                if (tce.isEmpty()) {
                    withoutFactor.add(carrier.name().zh());
                }
                sum = sum.add(tce.orElse(BigDecimal.ZERO));
            }
        }
        return lacking == notStated.size() + withoutFactor.size() ? Optional.of(sum) : Optional.empty();
    }

    /** Final use and losses less what transformation gave out over what it took in. */
    private Balance.Amount used(Carrier carrier) {
        Balance.Amount used = balance.consumption(carrier).minus(balance.transformed(carrier));
        boolean recovered = carrier.kind() == Carrier.Kind.BY_PRODUCT_GAS || carrier.kind() == Carrier.Kind.MIXED;
        Balance.Amount fromElsewhere = recovered ? used.minus(balance.amount("supply.recovery", carrier)) : used;
        return composite.feedstock() == Composite.Feedstock.DEDUCTED
                ? fromElsewhere.minus(balance.amount("final.non-energy", carrier))
                : fromElsewhere;
    }

    private Activity activity(Carrier carrier, Balance.Amount used) {
        return Activity.ofBalance(
                region.code(),
                Sector.TOTAL,
                Sector.TOTAL,
                carrier,
                Flow.FINAL,
                Basis.TOP_DOWN,
                used.value(),
                "",
                used.sources());
    }

    private void electricity(Activity netImport) {
        if (netImport.missing()) {
            notStated.add(netImport.carrier().name().zh());
            return;
        }
        Pricing.Priced priced = pricing.price(netImport, Method.CoalNcv.SET);
        Optional<FactorUse> factor = priced.factors().stream()
                .filter(f -> f.role().equals("co2-direct"))
                .findFirst();
        BigDecimal co2 = priced.co2();
        if (co2 == null || factor.isEmpty()) {
            withoutFactor.add(netImport.carrier().name().zh());
            return;
        }
        check(
                "electricity.net-import",
                netImport.amount(),
                netImport.carrier().unit(),
                null);
        check(
                "electricity.factor",
                factor.get().value(),
                factor.get().unit(),
                pricing.sourceOf(factor.get()));
        check("electricity.co2", co2, "tCO2", null);
        total = total.add(co2);
    }

    private void check(String name, BigDecimal value, String unit, Account.@Nullable Source source) {
        checks.add(new Check("composite." + name, region.code(), value, unit, source));
    }
}
