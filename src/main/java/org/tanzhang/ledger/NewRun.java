package org.tanzhang.ledger;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tanzhang.account.Account;
import org.tanzhang.account.CountyPart;
import org.tanzhang.code.Codes;
import org.tanzhang.code.Region;
import org.tanzhang.factor.FactorSet;
import org.tanzhang.method.Method;

/**
 * A run about to be written.
 *
 * @param request the order it answers; one run a year and region
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
        Begun begun) {

    /**
     * How the region is divided.
     *
     * @param partition code of the partition whose parts were accounted
     * @param byDefault whether it is the default one
     */
    public record Division(String partition, boolean byDefault) {}

    /**
     * What there is of a run before it is closed.
     *
     * @param id the number under which it was planned
     * @param parts its counties' parts, whose entries are among the account's and are written already
     */
    public record Begun(long id, List<CountyPart> parts) {}
}
