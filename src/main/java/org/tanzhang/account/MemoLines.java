package org.tanzhang.account;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tanzhang.account.LedgerEntry.FactorUse;
import org.tanzhang.account.MemoLine.Kind;
import org.tanzhang.method.MemoChoice;
import org.tanzhang.method.Method;
import org.tanzhang.observation.NotationKey;
import org.tanzhang.observation.Observation;
import org.tanzhang.quantity.Quantity;
import org.tanzhang.quantity.Unit;
import org.tanzhang.quantity.Units;

/** The lines of the memo tables as they are written: by the run's factors, or by the memo set's direct ones. */
final class MemoLines {

    private final Units units;
    private final Method method;
    private final Pricing pricing;
    private final List<MemoLine> lines = new ArrayList<>();

    MemoLines(Units units, Method method, Pricing pricing) {
        this.units = units;
        this.method = method;
        this.pricing = pricing;
    }

    void addAll(List<MemoLine> others) {
        lines.addAll(others);
    }

    /** The lines so far, in the order written. */
    List<MemoLine> all() {
        return lines;
    }

    /** The lines so far, in a fixed order. */
    List<MemoLine> sorted() {
        return lines.stream()
                .sorted(Comparator.comparing(MemoLine::kind)
                        .thenComparing(MemoLine::region)
                        .thenComparing(MemoLine::basis)
                        .thenComparing(MemoLine::sector)
                        .thenComparing(MemoLine::subject)
                        .thenComparing(MemoLine::reporter)
                        .thenComparing(MemoLine::note))
                .toList();
    }

    static List<Long> ids(List<Observation> cells) {
        return cells.stream().map(Observation::id).toList();
    }

    /** An activity by the run's own factors; NE where it is missing. */
    void priced(Kind kind, Activity activity, List<Long> sources, boolean inside, String note) {
        if (activity.missing()) {
            add(kind, activity, sources, null, inside, note, List.of(), null);
            return;
        }
        Pricing.Priced priced = pricing.price(activity, Method.CoalNcv.SET);
        List<FactorUse> uses = priced.factors().stream()
                .filter(f -> !f.role().equals("coal-equivalent"))
                .toList();
        add(kind, activity, sources, priced.co2(), inside, note, uses, null);
    }

    /** activity x share x the memo set's direct factor; NE where the set has none, or nobody states the share. */
    void direct(Kind kind, Activity activity, @Nullable BigDecimal share) {
        MemoChoice.MemoFactor factor = factor(activity.carrier().code());
        if (factor == null || share == null) {
            add(kind, activity, ids(activity.sources()), null, false, "", List.of(), null);
            return;
        }
        BigDecimal co2 = pricing.round(
                tonnes(activity.amount(), activity.carrier().unit(), factor).multiply(share), BigDecimal.ONE);
        List<FactorUse> uses = new ArrayList<>(List.of(use(factor)));
        if (share.compareTo(BigDecimal.ONE) != 0) {
            uses.add(new FactorUse("fossil-share", "", share, "1"));
        }
        add(kind, activity, ids(activity.sources()), co2, false, "", uses, factor);
    }

    /** An activity with the CO2 that it comes to, outside the total. */
    void released(Kind kind, Activity activity, @Nullable BigDecimal co2, List<FactorUse> uses) {
        add(kind, activity, ids(activity.sources()), co2, false, "", uses, null);
    }

    /** Output of a product x the memo set's direct factor. */
    void process(ProcessMemo.Place place, String product, BigDecimal amount, String unit, List<Observation> cells) {
        MemoChoice.MemoFactor factor = factor(product);
        BigDecimal co2 = factor == null ? null : pricing.round(tonnes(amount, unit, factor), BigDecimal.ONE);
        lines.add(new MemoLine(
                Kind.PROCESS,
                place.region(),
                place.basis(),
                place.sector(),
                place.reporter(),
                product,
                amount,
                unit,
                co2,
                co2 == null ? NotationKey.NE : null,
                false,
                "",
                ids(cells),
                factor == null ? List.of() : List.of(use(factor)),
                factor == null ? "" : factor.document(),
                factor == null ? "" : factor.verification()));
    }

    private MemoChoice.@Nullable MemoFactor factor(String subject) {
        return method.memo().factors().get(subject);
    }

    private BigDecimal tonnes(BigDecimal amount, String unit, MemoChoice.MemoFactor factor) {
        return new Quantity(amount, units.get(unit))
                .times(new Quantity(factor.value(), factor.unit()))
                .in(Unit.TONNE_CO2)
                .value();
    }

    private static FactorUse use(MemoChoice.MemoFactor factor) {
        return new FactorUse(
                "co2-direct", factor.id(), factor.value(), factor.unit().toString());
    }

    private void add(
            Kind kind,
            Activity activity,
            List<Long> sources,
            @Nullable BigDecimal co2,
            boolean inside,
            String note,
            List<FactorUse> uses,
            MemoChoice.@Nullable MemoFactor factor) {
        lines.add(new MemoLine(
                kind,
                activity.region(),
                activity.basis(),
                activity.sector(),
                activity.reporter(),
                activity.carrier().code(),
                activity.missing() ? null : activity.amount(),
                activity.carrier().unit(),
                co2,
                co2 == null ? NotationKey.NE : null,
                inside,
                note,
                sources,
                uses,
                factor == null ? "" : factor.document(),
                factor == null ? "" : factor.verification()));
    }
}
