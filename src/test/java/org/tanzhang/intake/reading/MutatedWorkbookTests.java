package org.tanzhang.intake.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.tanzhang.intake.reading.MutatedWorkbook.Round;
import org.tanzhang.intake.reading.MutatedWorkbook.Slip;
import org.tanzhang.intake.reading.MutatedWorkbook.Spoilt;
import org.tanzhang.intake.rule.RuleLibrary;
import org.tanzhang.quality.Finding;
import org.tanzhang.quality.Rule;
import org.tanzhang.quality.RuleBook;

/** Promise 5 by force: sound workbooks of the samples, spoilt cell by cell. */
@DisplayName("A slip in a sound workbook")
class MutatedWorkbookTests {

    private static final long SEED = 20250322L;
    private static final int ROUNDS = 3;
    private static final int SLIPS_A_ROUND = 14;
    private static final RuleBook RULES = RuleLibrary.shipped().book();

    private static final String TOTAL =
            "a total is a check on its parts; left blank it checks nothing and nothing is lost";

    /** What nobody can see in the workbook alone, {@code item slip}, and why. */
    private static final Map<String, String> UNDETECTABLE = new TreeMap<>(Map.ofEntries(
            Map.entry("coefficient LEFT_OUT", "only kinds of coal must state one; the set's stands in for others"),
            Map.entry("closing-stock LEFT_OUT", "a blank stock is none; purchases go unlisted as losses do"),
            Map.entry("transport-use LEFT_OUT", "a part of consumption without a sum to complete"),
            Map.entry("losses.transport LEFT_OUT", "a part of losses without a sum to complete"),
            Map.entry("industrial-205-2 LEFT_OUT", "205-1 states it too; blank in 205-2 it contradicts nothing"),
            Map.entry("output LEFT_OUT", "a works that makes two products may make one of them alone"),
            Map.entry("recovery DIGITS", "nothing else in the two forms bounds what a works recovers"),
            Map.entry("purchase LEFT_OUT", "what was burnt may have been in stock"),
            Map.entry("final.non-energy DIGITS", "a part of industry, bounded by it alone"),
            Map.entry("final.primary-industry LEFT_OUT", TOTAL),
            Map.entry("final.secondary-industry LEFT_OUT", TOTAL),
            Map.entry("final.tertiary-industry LEFT_OUT", TOTAL),
            Map.entry("final.households LEFT_OUT", TOTAL),
            Map.entry("transformation.total LEFT_OUT", TOTAL),
            Map.entry("total LEFT_OUT", TOTAL),
            Map.entry(
                    "area DIGITS",
                    "bounded by the year before and by the city alone, which are statements of their own")));

    private static List<Path> soundWorkbooks() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("samples/inbox"))) {
            return files.filter(Files::isRegularFile)
                    .filter(f -> !f.getFileName().toString().startsWith("名录"))
                    // tables of regions last: a file's place seeds its slips
                    .sorted(Comparator.<Path, Boolean>comparing(
                                    f -> f.getFileName().toString().matches("(?:指标|煤炭调查)_.*"))
                            .thenComparing(Comparator.naturalOrder()))
                    .toList();
        }
    }

    @Test
    @DisplayName(
            "is reported at its cell or in the relation it breaks, all of a workbook in one pass, or nobody could see it")
    void isReported() throws IOException {
        int slips = 0;
        List<String> unseen = new ArrayList<>();
        Set<String> excused = new TreeSet<>();
        List<Path> files = soundWorkbooks();
        for (int i = 0; i < files.size(); i++) {
            try (MutatedWorkbook workbook = new MutatedWorkbook(files.get(i), new Random(SEED + i))) {
                Set<String> before = new HashSet<>(workbook.soundReading().findings());
                for (int round = 0; round < ROUNDS; round++) {
                    Round spoilt = workbook.spoil(SLIPS_A_ROUND);
                    slips += spoilt.slips().size();
                    judge(spoilt, before, files.get(i), unseen, excused);
                }
            }
        }
        assertThat(unseen).isEmpty();
        assertThat(excused).as("excuses that are needed").isEqualTo(UNDETECTABLE.keySet());
        assertThat(slips).isGreaterThanOrEqualTo(2000);
    }

    private static void judge(Round round, Set<String> before, Path file, List<String> unseen, Set<String> excused) {
        List<Finding> news = round.reading().all().stream()
                .filter(f -> !before.contains(Reading.line(f)))
                .toList();
        for (Spoilt spoilt : round.slips()) {
            String what = spoilt.item() + " " + spoilt.slip();
            if (news.stream().noneMatch(f -> isAbout(f, spoilt))) {
                if (UNDETECTABLE.containsKey(what)) {
                    excused.add(what);
                } else {
                    unseen.add(
                            spoilt.form() + " " + what + " " + spoilt.cell() + " [" + spoilt.before() + "] in " + file);
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
        boolean relation = RULES.find(finding.rule()).map(Rule::check).isPresent();
        boolean sameLine = finding.cell().row() == spoilt.cell().row()
                || finding.cell().column() == spoilt.cell().column();
        return relation && sameLine && Slip.OF_FIGURES.contains(spoilt.slip());
    }
}
