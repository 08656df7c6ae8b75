package org.tanzhang.batch;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tanzhang.account.intensity.Emissions;
import org.tanzhang.account.intensity.Emissions.Measure;
import org.tanzhang.account.intensity.Indicators;
import org.tanzhang.account.intensity.Intensity;
import org.tanzhang.account.intensity.IntensityTable;
import org.tanzhang.intake.reference.ReferenceData;
import org.tanzhang.intake.store.StatementRepository;
import org.tanzhang.ledger.EmissionRepository;
import org.tanzhang.ledger.Run;
import org.tanzhang.method.Beside;

/** Puts the CO2 of runs and the indicators that offices state together: intensities of a region and its counties. */
@Component
public class Intensities {

    private static final String FORM = "socio-economic";

    private final EmissionRepository emissions;
    private final StatementRepository statements;
    private final ReferenceData reference;

    Intensities(EmissionRepository emissions, StatementRepository statements, ReferenceData reference) {
        this.emissions = emissions;
        this.statements = statements;
        this.reference = reference;
    }

    /** As the run's method has it, from its base year on. */
    public IntensityTable of(Run run) {
        int baseYear = reference.method(run.method()).beside().baseYear();
        return of(run, baseYear, baseYear);
    }

    /**
     * Up to the run's year.
     *
     * @param baseYear year at whose prices GDP is taken
     * @param from first year of the chain
     */
    public IntensityTable of(Run run, int baseYear, int from) {
        Beside choices = reference.method(run.method()).beside();
        Map<String, List<Emissions>> byRegion = new LinkedHashMap<>();
        emissions
                .upTo(run.id())
                .forEach((region, years) -> byRegion.computeIfAbsent(today(region), r -> new ArrayList<>())
                        .addAll(years));
        Map<String, List<Indicators>> indicators = indicators(asOf(byRegion));
        List<IntensityTable.OfRegion> regions = new ArrayList<>();
        byRegion.forEach((region, years) -> {
            List<Emissions> chain = years.stream().filter(e -> e.year() >= from).toList();
            Intensity intensity =
                    new Intensity(indicators.getOrDefault(region, List.of()), baseYear, choices.intensityDecimals());
            List<Intensity.Line> lines = new ArrayList<>();
            for (Measure measure : Measure.values()) {
                lines.addAll(intensity.lines(chain, measure));
            }
            regions.add(new IntensityTable.OfRegion(region, lines));
        });
        return new IntensityTable(baseYear, choices.intensityDecimals(), regions);
    }

    private static @Nullable Instant asOf(Map<String, List<Emissions>> byRegion) {
        return byRegion.values().stream()
                .map(years -> years.get(years.size() - 1).vintage().asOf())
                .filter(text -> !text.isEmpty())
                .findFirst()
                .map(Instant::parse)
                .orElse(null);
    }

    /** The code that a region's line has today, under which its years are one series. */
    private String today(String region) {
        return reference.codes().regions().lineOf(region, Integer.MAX_VALUE).code();
    }

    /** Of every year that anything was stated for. */
    private Map<String, List<Indicators>> indicators(@Nullable Instant asOf) {
        Map<String, List<Indicators>> byRegion = new HashMap<>();
        for (int year : statements.years()) {
            for (StatementRepository.Kept kept : statements.current(FORM, year, asOf)) {
                byRegion.computeIfAbsent(today(kept.statement().reporter().code()), r -> new ArrayList<>())
                        .add(Indicators.of(kept.statement()));
            }
        }
        return byRegion;
    }
}
