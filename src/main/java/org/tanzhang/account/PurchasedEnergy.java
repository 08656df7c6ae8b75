package org.tanzhang.account;

import java.math.BigDecimal;
import java.util.Optional;
import org.tanzhang.code.Carrier;
import org.tanzhang.code.Flow;
import org.tanzhang.code.Sector;

/** Scope 2 by net import (METHOD 5): consumption including losses less gross generation of all kinds. */
final class PurchasedEnergy {

    private PurchasedEnergy() {}

    /** The one net-import entry of a region and carrier; a net export is negative. */
    static Optional<Activity> netImport(String region, Balance balance, Carrier carrier, Basis basis) {
        Balance.Amount consumption = balance.consumption(carrier);
        Balance.Amount generation = balance.generation(carrier);
        if (consumption.missing() || generation.missing()) {
            return Optional.of(Activity.missing(
                    region,
                    Sector.TOTAL,
                    Sector.TOTAL,
                    carrier,
                    Flow.NET_IMPORT,
                    basis,
                    Activity.union(consumption.sources(), generation.sources())));
        }
        BigDecimal imported = consumption.value().subtract(generation.value());
        if (imported.signum() == 0) {
            return Optional.empty();
        }
        return Optional.of(Activity.ofBalance(
                region,
                Sector.TOTAL,
                Sector.TOTAL,
                carrier,
                Flow.NET_IMPORT,
                basis,
                imported,
                "",
                Activity.union(consumption.sources(), generation.sources())));
    }
}
