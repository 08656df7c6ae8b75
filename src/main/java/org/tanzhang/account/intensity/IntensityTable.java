package org.tanzhang.account.intensity;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tanzhang.account.intensity.Intensity.Line;

/**
 * Intensities of a region and its counties.
 *
 * @param baseYear year whose prices the GDP is at
 * @param decimals of t per 10^4 CNY to which intensities were rounded before a rate; null for none
 */
public record IntensityTable(int baseYear, @Nullable Integer decimals, List<OfRegion> regions) {

    /** The lines of a region, by measure and year. */
    public record OfRegion(String region, List<Line> lines) {

        public OfRegion {
            lines = List.copyOf(lines);
        }
    }

    public IntensityTable {
        regions = List.copyOf(regions);
    }

    /** Whether GDP or population is known anywhere; without either there is nothing to print. */
    public boolean isStated() {
        return regions.stream().flatMap(r -> r.lines().stream()).anyMatch(l -> l.gdp() != null || l.perHead() != null);
    }
}
