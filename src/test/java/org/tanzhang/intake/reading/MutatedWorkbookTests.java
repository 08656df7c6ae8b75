package org.tanzhang.intake.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.tanzhang.intake.reading.MutatedWorkbook.Round;
import org.tanzhang.intake.rule.RuleLibrary;
import org.tanzhang.quality.Finding;
import org.tanzhang.quality.Rule;
import org.tanzhang.quality.RuleBook;
import org.tanzhang.quality.check.Check;
import org.tanzhang.quality.check.Requires;
import org.tanzhang.samples.broken.SoundWorkbooks;

/** Promise 5 by force: sound workbooks of every form, spoilt cell by cell. */
@DisplayName("A slip in a sound workbook")
class MutatedWorkbookTests {

    private static final long SEED = 20250322L;
    private static final int ROUNDS = 3;
    private static final int DRAWN_ROUNDS = 20;
    private static final int SLIPS_A_ROUND = 14;
    private static final RuleBook RULES = RuleLibrary.shipped().book();

    /** The sample city's workbooks, and of the forms that it does not send drawn ones, read more often. */
    private static Map<String, byte[]> soundWorkbooks() throws IOException {
        Map<String, byte[]> workbooks = new LinkedHashMap<>();
        try (Stream<Path> files = Files.walk(Path.of("samples/inbox"))) {
            for (Path file : files.filter(Files::isRegularFile)
                    .filter(f -> !f.getFileName().toString().startsWith("名录"))
                    .sorted()
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
                        "district-sectors",
                        "energy-balance-yearbook",
                        "industry-matrix",
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

    /** At the cell; for a relation, at its left side: in the same row of a card, the same column of a balance. */
    private static boolean isAbout(Finding finding, Spoilt spoilt) {
        if (finding.cell() == null
                || !finding.cell().sheet().equals(spoilt.cell().sheet())) {
            return false;
        }
        if (finding.cell().equals(spoilt.cell())) {
            return true;
        }
        Optional<Check> relation = RULES.find(finding.rule()).map(Rule::check);
        boolean sameLine = finding.cell().row() == spoilt.cell().row()
                || finding.cell().column() == spoilt.cell().column();
        return Slip.OF_FIGURES.contains(spoilt.slip())
                && relation.filter(r -> sameLine || names(r, spoilt)).isPresent();
    }

    /** Input to heat supply without heat put out: the relation names the cell that is wanting. */
    private static boolean names(Check relation, Spoilt spoilt) {
        return relation instanceof Requires requires
                && requires.needs().contains(spoilt.item() + "@" + spoilt.carrier());
    }
}
