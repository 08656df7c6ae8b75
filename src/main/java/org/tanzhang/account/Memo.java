package org.tanzhang.account;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tanzhang.account.AccountInput.PlacedCard;
import org.tanzhang.account.MemoLine.Kind;
import org.tanzhang.code.Carrier;
import org.tanzhang.code.Codes;
import org.tanzhang.code.Flow;
import org.tanzhang.code.Region;
import org.tanzhang.code.Sector;
import org.tanzhang.method.Method;
import org.tanzhang.observation.Observation;
import org.tanzhang.observation.UnitEntry;
import org.tanzhang.quality.Finding;
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
    private final MemoLines lines;
    private final RoadMemo road;
    private final ProcessMemo processes;

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
        this.lines = new MemoLines(units, method, pricing);
        this.road = new RoadMemo(codes.carriers(), method.memo(), lines);
        this.processes = new ProcessMemo(codes.products(), units, lines);
    }

    /** The lines so far, in a fixed order. */
    List<MemoLine> lines() {
        return lines.sorted();
    }

    /** What there is so far, as a county's part. */
    Part part() {
        return new Part(lines.all(), processes.made(), road.byEnterprises());
    }

    /** Adds a county that was accounted by itself. */
    void add(Part county) {
        lines.addAll(county.lines());
        processes.add(county.made());
        road.add(county.transportUse());
    }

    /** A county's road transport, biomass, waste and processes. */
    void ofCounty(Region county, AccountInput input, @Nullable Balance balance) {
        within(county, input.cards()).forEach(this::ofCard);
        if (balance != null) {
            road.ofRows(county, balance, Basis.BOTTOM_UP);
        }
        processes.ofCounty(county, input);
    }

    /** The parent's own rows: its road transport whole, its bunkers, and processes beyond its counties'. */
    void ofParent(Region parent, AccountInput input, @Nullable Balance balance, boolean children) {
        if (balance != null) {
            road.ofRows(parent, balance, Basis.TOP_DOWN);
            if (children) {
                road.ofEnterprises(parent);
            }
            bunkers(parent, balance);
        }
        processes.ofParent(parent, input, children ? Basis.RESIDUAL : Basis.TOP_DOWN);
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
        lines.released(
                Kind.FEEDSTOCK,
                activity,
                co2,
                carbon.map(Pricing.Carbon::factors).orElse(List.of()));
    }

    /** Those that count in the county: the parent's rows alone hold a unit that reports for more than its district. */
    static List<PlacedCard> within(Region county, List<PlacedCard> cards) {
        return cards.stream()
                .filter(c -> c.place().region().equals(county.code()))
                .filter(c -> isWithin(c.place()))
                .toList();
    }

    /** Whether a unit reports for its site or its district, and no further. */
    static boolean isWithin(UnitEntry place) {
        return place.scope() == UnitEntry.Scope.SITE || place.scope() == UnitEntry.Scope.DISTRICT;
    }

    /** Says what counts in no county. */
    void leftOut(AccountInput input, List<Finding> findings) {
        processes.leftOut(input, findings);
    }

    /** Says that no county is accounted, and what of theirs is therefore left out. */
    void ofNoCounty(AccountInput input, List<Finding> findings) {
        processes.ofNoCounty(input, findings);
    }

    private void ofCard(PlacedCard card) {
        for (Observation cell : card.card().observations()) {
            Carrier carrier = codes.carriers().find(cell.carrier()).orElse(null);
            if (carrier == null || cell.value() == null || cell.value().signum() == 0) {
                continue;
            }
            if (cell.item().equals("transport-use")) {
                BigDecimal share = road.vehicles(carrier);
                if (share.signum() > 0) {
                    CardPart.Counted used = card.part().of(cell, units.get(carrier.unit()));
                    road.ofEnterprise(
                            carrier,
                            new Used(used.amount(), MemoLines.ids(used.cells())),
                            of(card, carrier, cell, share));
                }
            } else if (cell.item().equals("consumption") && carrier.kind() == Carrier.Kind.BIOMASS) {
                lines.direct(Kind.BIOMASS, of(card, carrier, cell, BigDecimal.ONE), BigDecimal.ONE);
            } else if (cell.item().equals("consumption")
                    && method.memoCarriers().contains(carrier.code())) {
                BigDecimal fossil = method.memo().fossilShares().get(carrier.code());
                lines.direct(Kind.WASTE, of(card, carrier, cell, BigDecimal.ONE), fossil);
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

    /** Aviation: no source tells domestic from international flights, so all kerosene of the transport row is domestic. */
    private void bunkers(Region parent, Balance balance) {
        codes.carriers().find("kerosene").ifPresent(kerosene -> {
            Balance.Amount row = balance.amount("final.transport", kerosene);
            if (row.value().signum() != 0) {
                bunkers(parent, kerosene, row.value(), row.sources(), true, ALL_DOMESTIC);
            }
        });
        for (Carrier carrier : balance.carriers()) {
            for (String item : BUNKERS) {
                Balance.Amount row = balance.amount(item, carrier);
                if (row.value().signum() != 0 && !carrier.isPurchasedEnergy()) {
                    String note = item.substring("supply.".length());
                    bunkers(parent, carrier, row.value().abs(), row.sources(), false, note);
                }
            }
        }
    }

    private void bunkers(
            Region parent, Carrier carrier, BigDecimal amount, List<Observation> sources, boolean inside, String note) {
        Activity activity = Activity.ofBalance(
                parent.code(), "transport", "transport", carrier, Flow.FINAL, Basis.TOP_DOWN, amount, "", sources);
        lines.priced(Kind.BUNKERS, activity, MemoLines.ids(sources), inside, note);
    }
}
