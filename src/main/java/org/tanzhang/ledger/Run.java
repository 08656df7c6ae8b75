package org.tanzhang.ledger;

import java.time.Instant;

/**
 * A completed accounting run.
 *
 * @param digest SHA-256 over its tidy rows
 * @param inputsDigest SHA-256 over what it was accounted from
 * @param byDefault accounted with the default set and method over all statements
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
        Instant created) {}
