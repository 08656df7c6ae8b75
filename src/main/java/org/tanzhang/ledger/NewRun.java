package org.tanzhang.ledger;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tanzhang.account.Account;
import org.tanzhang.account.Figures;
import org.tanzhang.account.Parks;
import org.tanzhang.code.Codes;
import org.tanzhang.code.Region;
import org.tanzhang.factor.FactorSet;
import org.tanzhang.method.Method;
import org.tanzhang.quality.Finding;

/**
 * A run about to be written.
 *
 * @param request the order it answers; one run a year and region
 * @param beside the figures beside the account
 * @param statements the store's numbers of the statements it rests on
 */
public record NewRun(
        UUID request,
        int year,
        Region region,
        FactorSet factors,
        Method method,
        Codes codes,
        String inputsDigest,
        @Nullable Instant asOf,
        boolean byDefault,
        Division division,
        List<Long> statements,
        Account account,
        Figures.Beside beside) {

    /** What was found in the account and beside it. */
    List<Finding> findings() {
        return Stream.concat(account.findings().stream(), beside.findings().stream())
                .toList();
    }

    /**
     * How the region is divided.
     *
     * @param partition code of the partition whose parts were accounted
     * @param byDefault whether it is the default one
     * @param parks which entries lie in which parks
     */
    public record Division(String partition, boolean byDefault, List<Parks.Part> parks) {}
}
