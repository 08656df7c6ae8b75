package org.tanzhang.intake.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.tanzhang.intake.reading.MutatedWorkbook.Round;
import org.tanzhang.intake.rule.RuleLibrary;
import org.tanzhang.observation.CellAddress;
import org.tanzhang.quality.Finding;
import org.tanzhang.quality.Rule;
import org.tanzhang.quality.RuleBook;
import org.tanzhang.quality.check.CarrierAtMost;
import org.tanzhang.quality.check.CarrierSum;
import org.tanzhang.quality.check.Check;
import org.tanzhang.quality.check.EnergyTotal;
import org.tanzhang.quality.check.PartsWithoutTotal;
import org.tanzhang.quality.check.Requires;
import org.tanzhang.quality.check.TotalWithoutParts;
import org.tanzhang.quality.check.Yield;
import org.tanzhang.samples.broken.SoundWorkbooks;

/** Promise 5 by force: sound workbooks of every form, spoilt cell by cell. */
@DisplayName("A slip in a sound workbook")
class MutatedWorkbookTests {

    private static final long SEED = 20250322L;
    /** Relations of one item over several carriers. */
    private static final List<Class<? extends Check>> OVER_CARRIERS = List.of(
            CarrierSum.class,
            CarrierAtMost.class,
            EnergyTotal.class,
            PartsWithoutTotal.class,
            TotalWithoutParts.class,
            Yield.class);

    private static final int ROUNDS = 3;
    private static final int DRAWN_ROUNDS = 24;
    private static final int SLIPS_A_ROUND = 14;
    private static final RuleBook RULES = RuleLibrary.shipped().book();

    /** The sample city's workbooks, and of the forms that it does not send drawn ones, read more often. */
    private static Map<String, byte[]> soundWorkbooks() throws IOException {
        Map<String, byte[]> workbooks = new LinkedHashMap<>();
        try (Stream<Path> files = Files.walk(Path.of("samples/inbox"))) {
            for (Path file : files.filter(Files::isRegularFile)
                    .filter(f -> !f.getFileName().toString().startsWith("名录"))
                    // a file's place seeds its slips: products are drawn, below, and tables of regions come last
                    .filter(f -> !f.getFileName().toString().startsWith("产量"))
                    .sorted(Comparator.<Path, Boolean>comparing(
                                    f -> f.getFileName().toString().matches("(?:指标|煤炭调查)_.*"))
                            .thenComparing(Comparator.naturalOrder()))
                    .toList()) {
                workbooks.put(file.toString(), Files.readAllBytes(file));
            }
        }
        workbooks.putAll(SoundWorkbooks.drawn());
        return workbooks;
    }

    @Test
    @DisplayName(
            "is reported at its cell or in the relation it breaks, all of a workbook in one pass, or nobody could see it")
    void isReported() throws IOException {
        Map<String, Integer> slips = new TreeMap<>();
        List<String> unseen = new ArrayList<>();
        Set<Excuse> needed = new HashSet<>();
        int number = 0;
        for (Map.Entry<String, byte[]> file : soundWorkbooks().entrySet()) {
            boolean drawn = !file.getKey().startsWith("samples");
            try (MutatedWorkbook workbook = new MutatedWorkbook(file.getValue(), new Random(SEED + number++))) {
                assertThat(workbook.soundReading().errors()).as(file.getKey()).isEmpty();
                Set<String> before = new HashSet<>(workbook.soundReading().findings());
                for (int round = 0; round < (drawn ? DRAWN_ROUNDS : ROUNDS); round++) {
                    Round spoilt = workbook.spoil(SLIPS_A_ROUND);
                    spoilt.slips().forEach(s -> slips.merge(s.form(), 1, Integer::sum));
                    judge(spoilt, before, file.getKey(), unseen, needed);
                }
            }
        }
        assertThat(unseen).isEmpty();
        assertThat(needed).as("excuses that are needed").containsExactlyInAnyOrderElementsOf(Excuses.ALL);
        assertThat(slips.keySet())
                .containsExactly(
                        "205-1",
                        "205-1-energy-saving",
                        "205-2",
                        "205-5",
                        "P109",
                        "P303-1",
                        "P303-4",
                        "coal-survey",
                        "district-sectors",
                        "energy-balance-yearbook",
                        "industry-matrix",
                        "products-by-region",
                        "products-by-unit",
                        "socio-economic",
                        "wide-export");
        assertThat(slips.values().stream().mapToInt(Integer::intValue).sum()).isGreaterThanOrEqualTo(2000);
    }

    private static void judge(Round round, Set<String> before, String file, List<String> unseen, Set<Excuse> needed) {
        List<Finding> news = round.reading().all().stream()
                .filter(f -> !before.contains(Reading.line(f)))
                .toList();
        for (Spoilt spoilt : round.slips()) {
            if (news.stream().noneMatch(f -> isAbout(f, spoilt))) {
                List<Excuse> excuses = Excuses.ALL.stream()
                        .filter(e -> e.covers(spoilt, round.reading()))
                        .toList();
                needed.addAll(excuses);
                if (excuses.isEmpty()) {
                    unseen.add(spoilt + " in " + file);
                }
            }
        }
    }

    /** At the cell, or in a relation that the cell stands in: among its cells, or named by it where no figure is left. */
    private static boolean isAbout(Finding finding, Spoilt spoilt) {
        if (finding.cell() == null) {
            return false;
        }
        return finding.cells().contains(spoilt.cell())
                || Slip.OF_FIGURES.contains(spoilt.slip())
                        && RULES.find(finding.rule())
                                .map(Rule::check)
                                .filter(check -> names(check, finding.cell(), spoilt))
                                .isPresent();
    }

    /** Whether a relation found broken at a cell is one of the spoilt figure: of its carrier, or of its item over carriers. */
    private static boolean names(Check relation, CellAddress at, Spoilt spoilt) {
        if (relation instanceof Requires requires) {
            return requires.needs().contains(spoilt.item() + "@" + spoilt.carrier());
        }
        return spoilt.statesAt(at)
                .filter(o -> OVER_CARRIERS.stream().anyMatch(kind -> kind.isInstance(relation))
                        ? o.item().equals(spoilt.item())
                        : o.carrier().equals(spoilt.carrier()))
                .isPresent();
    }
}
