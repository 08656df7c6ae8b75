package org.tanzhang.account;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tanzhang.account.AccountInput.PlacedCard;
import org.tanzhang.account.LedgerEntry.FactorUse;
import org.tanzhang.account.MemoLine.Kind;
import org.tanzhang.code.Carrier;
import org.tanzhang.code.Codes;
import org.tanzhang.code.Flow;
import org.tanzhang.code.Product;
import org.tanzhang.code.Region;
import org.tanzhang.code.Sector;
import org.tanzhang.method.MemoChoice;
import org.tanzhang.method.Method;
import org.tanzhang.observation.NotationKey;
import org.tanzhang.observation.Observation;
import org.tanzhang.observation.Statement;
import org.tanzhang.observation.UnitEntry;
import org.tanzhang.quantity.Quantity;
import org.tanzhang.quantity.Unit;
import org.tanzhang.quantity.Units;

/**
 * The memo tables of METHOD 6: road transport, bunkers, feedstock that is not stored, biomass, waste and industrial processes.
 * They are worked beside the account and change nothing in it.
 */
final class Memo {

    /** Remark: no split is known, all of it counts as domestic. */
    static final String ALL_DOMESTIC = "all-domestic";

    private static final List<String> BUNKERS = List.of("supply.bunkers-here", "supply.bunkers-abroad");

    private final Codes codes;
    private final Units units;
    private final Method method;
    private final Pricing pricing;
    private final List<MemoLine> lines = new ArrayList<>();
    private final Map<String, BigDecimal> madeBelow = new HashMap<>();
    private final Map<String, Used> transportUse = new TreeMap<>();

    /**
     * A county's part of the memo tables.
     *
     * @param made output of products that the county and its enterprises state, in their ledger units
     * @param transportUse what its enterprises used for transport, by carrier in its ledger unit
     */
    public record Part(List<MemoLine> lines, Map<String, BigDecimal> made, Map<String, Used> transportUse) {

        public Part {
            lines = List.copyOf(lines);
            made = Collections.unmodifiableMap(new TreeMap<>(made));
            transportUse = Collections.unmodifiableMap(new TreeMap<>(transportUse));
        }
    }

    /**
     * An amount used.
     *
     * @param sources the store's numbers of the cells that state it
     */
    public record Used(BigDecimal amount, List<Long> sources) {

        public Used {
            sources = List.copyOf(sources);
        }

        Used plus(Used other) {
            return new Used(
                    amount.add(other.amount),
                    Stream.concat(sources.stream(), other.sources.stream())
                            .distinct()
                            .toList());
        }
    }

    Memo(Codes codes, Units units, Method method, Pricing pricing) {
        this.codes = codes;
        this.units = units;
        this.method = method;
        this.pricing = pricing;
    }

    /** The lines so far, in a fixed order. */
    List<MemoLine> lines() {
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

    /** What there is so far, as a county's part. */
    Part part() {
        return new Part(lines, madeBelow, transportUse);
    }

    /** Adds a county that was accounted by itself. */
    void add(Part county) {
        lines.addAll(county.lines());
        county.made().forEach((product, amount) -> madeBelow.merge(product, amount, BigDecimal::add));
        county.transportUse().forEach((carrier, used) -> transportUse.merge(carrier, used, Used::plus));
    }

    /** A county's road transport, biomass, waste and processes. */
    void ofCounty(Region county, AccountInput input, @Nullable Balance balance) {
        List<PlacedCard> cards = within(county, input.cards());
        cards.forEach(this::ofCard);
        if (balance != null) {
            roadRows(county, balance, Basis.BOTTOM_UP);
        }
        Map<String, BigDecimal> made = new HashMap<>();
        for (PlacedCard output : within(county, input.products().byEnterprise())) {
            for (Observation cell : output.card().observations()) {
                product(cell).ifPresent(product -> {
                    CardPart.Counted part = output.part().of(cell, units.get(product.unit()));
                    made.merge(product.code(), part.amount(), BigDecimal::add);
                    process(place(output), product, part.amount(), part.cells());
                });
            }
        }
        processRow(county, input, Basis.BOTTOM_UP, Sector.INDUSTRY_REST, made);
    }

    /** The parent's own rows: its road transport whole, its bunkers, and processes beyond its counties'. */
    void ofParent(Region parent, AccountInput input, @Nullable Balance balance, boolean children) {
        if (balance != null) {
            roadRows(parent, balance, Basis.TOP_DOWN);
            if (children) {
                roadOfEnterprises(parent);
            }
            bunkers(parent, balance);
        }
        Basis basis = children ? Basis.RESIDUAL : Basis.TOP_DOWN;
        processRow(parent, input, basis, Sector.INDUSTRY, Map.copyOf(madeBelow));
    }

    /** Raw material whose carbon is not stored: all of it becomes CO2, whatever oxidises in a furnace. */
    void feedstock(Feedstock.Released released) {
        Activity activity = new Activity(
                released.region(),
                released.sector(),
                Sector.INDUSTRY,
                released.carrier(),
                Flow.FINAL,
                released.basis(),
                released.reporter(),
                released.amount(),
                null,
                null,
                "",
                released.sources(),
                false);
        Optional<Pricing.Carbon> carbon = pricing.carbon(activity, Optional.empty());
        BigDecimal co2 = carbon.map(c -> pricing.round(
                        c.tonnes().multiply(method.co2ToCarbon().numerator()),
                        method.co2ToCarbon().denominator()))
                .orElse(null);
        add(
                Kind.FEEDSTOCK,
                activity,
                ids(activity.sources()),
                co2,
                false,
                "",
                carbon.map(Pricing.Carbon::factors).orElse(List.of()),
                null);
    }

    private static List<PlacedCard> within(Region county, List<PlacedCard> cards) {
        return cards.stream()
                .filter(c -> c.place().region().equals(county.code()))
                .filter(c ->
                        c.place().scope() == UnitEntry.Scope.SITE || c.place().scope() == UnitEntry.Scope.DISTRICT)
                .toList();
    }

    private void ofCard(PlacedCard card) {
        for (Observation cell : card.card().observations()) {
            Carrier carrier = codes.carriers().find(cell.carrier()).orElse(null);
            if (carrier == null || cell.value() == null || cell.value().signum() == 0) {
                continue;
            }
            if (cell.item().equals("transport-use")) {
                BigDecimal share = vehicles(carrier);
                if (share.signum() > 0) {
                    CardPart.Counted used = card.part().of(cell, units.get(carrier.unit()));
                    transportUse.merge(carrier.code(), new Used(used.amount(), ids(used.cells())), Used::plus);
                    road(of(card, carrier, cell, share));
                }
            } else if (cell.item().equals("consumption") && carrier.kind() == Carrier.Kind.BIOMASS) {
                direct(Kind.BIOMASS, of(card, carrier, cell, BigDecimal.ONE), BigDecimal.ONE);
            } else if (cell.item().equals("consumption")
                    && method.memoCarriers().contains(carrier.code())) {
                BigDecimal fossil = method.memo().fossilShares().get(carrier.code());
                direct(Kind.WASTE, of(card, carrier, cell, BigDecimal.ONE), fossil);
            }
        }
    }

    /** A share of what one cell of a card states, as far as it counts at the card's place. */
    private Activity of(PlacedCard card, Carrier carrier, Observation cell, BigDecimal share) {
        UnitEntry place = card.place();
        CardPart.Counted part = card.part().of(cell, units.get(carrier.unit()));
        return new Activity(
                place.region(),
                place.division(),
                Sector.INDUSTRY,
                carrier,
                Flow.FINAL,
                Basis.BOTTOM_UP,
                place.creditCode(),
                part.amount().multiply(share),
                null,
                null,
                "",
                part.cells(),
                false);
    }

    /** The rows of a balance of which a share is road transport: its transport row, and households' cars. */
    private void roadRows(Region region, Balance balance, Basis basis) {
        for (String sector : Balance.OTHER_SECTORS) {
            method.memo().roadShares().getOrDefault(sector, Map.of()).forEach((code, share) -> {
                Carrier carrier = codes.carriers().get(code);
                Balance.Amount row = balance.amount("final." + sector, carrier);
                if (row.missing()) {
                    road(Activity.missing(region.code(), sector, sector, carrier, Flow.FINAL, basis, row.sources()));
                } else if (row.value().multiply(share).signum() != 0) {
                    road(Activity.ofBalance(
                            region.code(),
                            sector,
                            sector,
                            carrier,
                            Flow.FINAL,
                            basis,
                            row.value().multiply(share),
                            "",
                            row.sources()));
                }
            });
        }
    }

    /** The transport use of the parent's enterprises, beside the parent's own rows. */
    private void roadOfEnterprises(Region parent) {
        method.memo()
                .roadShares()
                .getOrDefault(MemoChoice.ENTERPRISES, Map.of())
                .forEach((code, share) -> {
                    Used used = transportUse.get(code);
                    if (used != null && used.amount().multiply(share).signum() != 0) {
                        Activity activity = own(
                                parent,
                                Sector.INDUSTRY,
                                codes.carriers().get(code),
                                used.amount().multiply(share),
                                List.of());
                        road(activity, used.sources());
                    }
                });
    }

    /** The share of enterprises' transport use of a carrier that is road transport. */
    private BigDecimal vehicles(Carrier carrier) {
        return method.memo()
                .roadShares()
                .getOrDefault(MemoChoice.ENTERPRISES, Map.of())
                .getOrDefault(carrier.code(), BigDecimal.ZERO);
    }

    private void road(Activity activity) {
        road(activity, ids(activity.sources()));
    }

    private void road(Activity activity, List<Long> sources) {
        priced(Kind.ROAD_TRANSPORT, activity, sources, true, "");
    }

    private static List<Long> ids(List<Observation> cells) {
        return cells.stream().map(Observation::id).toList();
    }

    /** Aviation: no source tells domestic from international flights, so all kerosene of the transport row is domestic. */
    private void bunkers(Region parent, Balance balance) {
        codes.carriers().find("kerosene").ifPresent(kerosene -> {
            Balance.Amount row = balance.amount("final.transport", kerosene);
            if (row.value().signum() != 0) {
                bunkers(own(parent, "transport", kerosene, row.value(), row.sources()), true, ALL_DOMESTIC);
            }
        });
        for (Carrier carrier : balance.carriers()) {
            for (String item : BUNKERS) {
                Balance.Amount row = balance.amount(item, carrier);
                if (row.value().signum() != 0 && !carrier.isPurchasedEnergy()) {
                    bunkers(
                            own(parent, "transport", carrier, row.value().abs(), row.sources()),
                            false,
                            item.substring("supply.".length()));
                }
            }
        }
    }

    private void bunkers(Activity activity, boolean inside, String note) {
        priced(Kind.BUNKERS, activity, ids(activity.sources()), inside, note);
    }

    private static Activity own(
            Region region, String sector, Carrier carrier, BigDecimal amount, List<Observation> sources) {
        return Activity.ofBalance(
                region.code(), sector, sector, carrier, Flow.FINAL, Basis.TOP_DOWN, amount, "", sources);
    }

    private void priced(Kind kind, Activity activity, List<Long> sources, boolean inside, String note) {
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
    private void direct(Kind kind, Activity activity, @Nullable BigDecimal share) {
        MemoChoice.MemoFactor factor =
                method.memo().factors().get(activity.carrier().code());
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

    private record Place(String region, Basis basis, String sector, String reporter) {}

    private static Place place(PlacedCard output) {
        UnitEntry place = output.place();
        return new Place(place.region(), Basis.BOTTOM_UP, place.division(), place.creditCode());
    }

    /** The product that a cell states the output of: item {@code product.CODE}. */
    private Optional<Product> product(Observation cell) {
        return cell.item().startsWith("product.")
                        && cell.value() != null
                        && cell.value().signum() != 0
                ? codes.products().find(cell.item().substring("product.".length()))
                : Optional.empty();
    }

    /** What a region's own statement of output says beyond what its enterprises, or its counties, made. */
    private void processRow(
            Region region, AccountInput input, Basis basis, String sector, Map<String, BigDecimal> madeByThem) {
        madeByThem.forEach((product, amount) -> {
            if (basis == Basis.BOTTOM_UP) {
                madeBelow.merge(product, amount, BigDecimal::add);
            }
        });
        Statement own = input.products().byRegion().get(region.code());
        if (own == null) {
            return;
        }
        for (Observation cell : own.observations()) {
            product(cell).ifPresent(product -> {
                BigDecimal beyond =
                        amount(cell, product.unit()).subtract(madeByThem.getOrDefault(product.code(), BigDecimal.ZERO));
                if (beyond.signum() > 0) {
                    if (basis == Basis.BOTTOM_UP) {
                        madeBelow.merge(product.code(), beyond, BigDecimal::add);
                    }
                    process(new Place(region.code(), basis, sector, ""), product, beyond, List.of(cell));
                }
            });
        }
    }

    private void process(Place place, Product product, BigDecimal amount, List<Observation> cells) {
        MemoChoice.MemoFactor factor = method.memo().factors().get(product.code());
        BigDecimal co2 = factor == null ? null : pricing.round(tonnes(amount, product.unit(), factor), BigDecimal.ONE);
        lines.add(new MemoLine(
                Kind.PROCESS,
                place.region(),
                place.basis(),
                place.sector(),
                place.reporter(),
                product.code(),
                amount,
                product.unit(),
                co2,
                co2 == null ? NotationKey.NE : null,
                false,
                "",
                ids(cells),
                factor == null ? List.of() : List.of(use(factor)),
                factor == null ? "" : factor.document(),
                factor == null ? "" : factor.verification()));
    }

    private BigDecimal amount(Observation cell, String unit) {
        return cell.quantity().in(units.get(unit)).value();
    }
}
