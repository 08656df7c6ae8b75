package org.tanzhang.batch;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The settings under {@code tanzhang.*}; their defaults stand in {@code jobs/NAME/job.yml}.
 *
 * @param root the folder that holds jobs/ and emission-factors/
 * @param home the folder of the data
 * @param emissionFactors the reference-data folder; beside jobs/ unless named
 * @param territory code of the region that the nightly run accounts
 * @param factors id of the default factor set
 * @param method id of the default method
 * @param threads how many workbooks are read at once
 */
@ConfigurationProperties("tanzhang")
public record Settings(
        Path root,
        Path home,
        @Nullable Path emissionFactors,
        String territory,
        String factors,
        String method,
        int threads) {

    /** The reference-data folder. */
    public Path referenceFolder() {
        return emissionFactors == null ? root.resolve("emission-factors") : emissionFactors;
    }
}
