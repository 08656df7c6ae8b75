package org.tanzhang.ledger;

import java.time.Instant;
import org.tanzhang.code.Partition;

/**
 * A completed accounting run.
 *
 * @param digest SHA-256 over its tidy rows
 * @param inputsDigest SHA-256 over what it was accounted from
 * @param byDefault accounted with the default set and method over all statements
 * @param partition code of the partition whose parts were accounted
 */
public record Run(
        long id,
        int year,
        String regionCode,
        String region,
        String factorSet,
        String factorSetDigest,
        String method,
        String digest,
        String inputsDigest,
        boolean byDefault,
        int entries,
        Instant created,
        String partition) {

    /** A run by the administrative partition. */
    public Run(
            long id,
            int year,
            String regionCode,
            String region,
            String factorSet,
            String factorSetDigest,
            String method,
            String digest,
            String inputsDigest,
            boolean byDefault,
            int entries,
            Instant created) {
        this(
                id,
                year,
                regionCode,
                region,
                factorSet,
                factorSetDigest,
                method,
                digest,
                inputsDigest,
                byDefault,
                entries,
                created,
                Partition.ADMINISTRATIVE);
    }
}
