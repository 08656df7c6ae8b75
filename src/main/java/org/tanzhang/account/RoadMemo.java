package org.tanzhang.account;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.tanzhang.account.Memo.Used;
import org.tanzhang.account.MemoLine.Kind;
import org.tanzhang.code.Carrier;
import org.tanzhang.code.CodeList;
import org.tanzhang.code.Flow;
import org.tanzhang.code.Region;
import org.tanzhang.code.Sector;
import org.tanzhang.method.MemoChoice;

/**
 * Road transport: the share of the transport row, of households' cars and of enterprises' vehicles that the method names. All
 * of it lies within the account's totals.
 */
final class RoadMemo {

    private final CodeList<Carrier> carriers;
    private final Map<String, Map<String, BigDecimal>> shares;
    private final MemoLines lines;
    private final Map<String, Used> byEnterprises = new TreeMap<>();

    RoadMemo(CodeList<Carrier> carriers, MemoChoice choice, MemoLines lines) {
        this.carriers = carriers;
        this.shares = choice.roadShares();
        this.lines = lines;
    }

    /** What enterprises used for transport so far, by carrier in its ledger unit. */
    Map<String, Used> byEnterprises() {
        return byEnterprises;
    }

    void add(Map<String, Used> county) {
        county.forEach((carrier, used) -> byEnterprises.merge(carrier, used, Used::plus));
    }

    /** The share of enterprises' transport use of a carrier that is road transport. */
    BigDecimal vehicles(Carrier carrier) {
        return of(MemoChoice.ENTERPRISES).getOrDefault(carrier.code(), BigDecimal.ZERO);
    }

    /**
     * An enterprise's vehicles.
     *
     * @param used all that it used for transport
     * @param road the share of it on roads
     */
    void ofEnterprise(Carrier carrier, Used used, Activity road) {
        byEnterprises.merge(carrier.code(), used, Used::plus);
        write(road, MemoLines.ids(road.sources()));
    }

    /** The rows of a balance of which a share is road transport: its transport row, and households' cars. */
    void ofRows(Region region, Balance balance, Basis basis) {
        for (String sector : Balance.OTHER_SECTORS) {
            of(sector).forEach((code, share) -> {
                Carrier carrier = carriers.get(code);
                Balance.Amount row = balance.amount("final." + sector, carrier);
                if (row.missing()) {
                    write(Activity.missing(region.code(), sector, sector, carrier, Flow.FINAL, basis, row.sources()));
                } else if (row.value().multiply(share).signum() != 0) {
                    write(Activity.ofBalance(
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
    void ofEnterprises(Region parent) {
        of(MemoChoice.ENTERPRISES).forEach((code, share) -> {
            Used used = byEnterprises.get(code);
            if (used != null && used.amount().multiply(share).signum() != 0) {
                Activity activity = Activity.ofBalance(
                        parent.code(),
                        Sector.INDUSTRY,
                        Sector.INDUSTRY,
                        carriers.get(code),
                        Flow.FINAL,
                        Basis.TOP_DOWN,
                        used.amount().multiply(share),
                        "",
                        List.of());
                write(activity, used.sources());
            }
        });
    }

    private Map<String, BigDecimal> of(String sector) {
        return shares.getOrDefault(sector, Map.of());
    }

    private void write(Activity activity) {
        write(activity, MemoLines.ids(activity.sources()));
    }

    private void write(Activity activity, List<Long> sources) {
        lines.priced(Kind.ROAD_TRANSPORT, activity, sources, true, "");
    }
}
