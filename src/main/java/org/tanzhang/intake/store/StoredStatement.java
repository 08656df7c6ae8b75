package org.tanzhang.intake.store;

import org.jspecify.annotations.Nullable;

/** A statement as the store knows it, without its cells. */
public record StoredStatement(
        long id,
        long submission,
        String sha256,
        String form,
        String definition,
        String sheet,
        String reporterKind,
        @Nullable String reporterCode,
        @Nullable String reporterName,
        @Nullable String period,
        @Nullable Integer year,
        boolean faulty,
        boolean warnings,
        String contentDigest) {}
