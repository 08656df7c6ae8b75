package org.tanzhang.intake.comparison;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.tanzhang.intake.reference.ReferenceData;
import org.tanzhang.observation.CellAddress;
import org.tanzhang.quality.RuleBook;
import org.tanzhang.quality.comparison.CoalEquivalents;
import org.tanzhang.quality.comparison.TotalChange;

/**
 * What a sender's new version of a statement changes against the one before: figures, total, faults.
 *
 * <p>The version before is the latest of other bytes that an earlier call brought for the same form, reporter and period,
 * returned or accepted. The total is the total consumption of a unit's statement, the final use of a region's: the sum
 * over the carriers, a total's parts before the total, at the reference coefficients of the rules that compare years
 * (tce). It tells a large change from a small one; the accounts have their own.
 */
@Service
public class Versions {

    /** The items that hold a statement's total. */
    private static final List<String> TOTALS = List.of("consumption", "final.total");

    private final VersionRepository repository;
    private final ReferenceData reference;
    private final CoalEquivalents equivalents;
    private final Captions captions;

    Versions(VersionRepository repository, ReferenceData reference, Captions captions, RuleBook rules) {
        this.captions = captions;
        this.repository = repository;
        this.reference = reference;
        this.equivalents = rules.rules().stream()
                .flatMap(r -> r.comparison() instanceof TotalChange change
                        ? java.util.stream.Stream.of(change.equivalents())
                        : java.util.stream.Stream.empty())
                .findFirst()
                .orElse(new CoalEquivalents(Map.of()));
    }

    /**
     * A statement beside the version before it.
     *
     * @param cells how many figures differ
     * @param before the total of the version before, tce; null where it has none
     * @param now the total of this version, tce; null where it has none
     * @param cured errors and warnings of the version before that this one has not
     * @param added errors and warnings that the version before had not; that the register lacks the unit is none
     */
    public record Change(
            long statement,
            long submission,
            long earlier,
            String form,
            String definition,
            @Nullable String reporter,
            @Nullable String reporterName,
            @Nullable String period,
            long cells,
            @Nullable BigDecimal before,
            @Nullable BigDecimal now,
            long cured,
            long added) {

        /** Several statements' changes together, as of one file. */
        public static Optional<Note> sum(List<Change> changes) {
            return changes.stream().map(Change::note).reduce(Note::plus);
        }

        public Note note() {
            return new Note(cells, before, now, cured, added);
        }
    }

    /** The figures of a note: how many cells changed, totals before and now in tce, faults cured and new. */
    public record Note(
            long cells,
            @Nullable BigDecimal before,
            @Nullable BigDecimal now,
            long cured,
            long added) {

        private Note plus(Note other) {
            return new Note(
                    cells + other.cells,
                    sum(before, other.before),
                    sum(now, other.now),
                    cured + other.cured,
                    added + other.added);
        }

        private static @Nullable BigDecimal sum(@Nullable BigDecimal one, @Nullable BigDecimal other) {
            return one == null ? other : other == null ? one : one.add(other);
        }

        /** How the total moved, in percent with one decimal; empty where one of the two is missing or zero. */
        public Optional<BigDecimal> percent() {
            if (before == null || now == null || before.signum() == 0) {
                return Optional.empty();
            }
            return Optional.of(
                    now.subtract(before).multiply(BigDecimal.valueOf(100)).divide(before, 1, RoundingMode.HALF_UP));
        }
    }

    /** A figure that two versions state differently; empty where a version does not have it. */
    public record CellChange(String item, String carrier, CellAddress cell, String old, String now) {}

    /**
     * When, by whom and from where a file came.
     *
     * @param officer the account that imported it; empty for calls before this was kept
     * @param source its absolute path; likewise
     */
    public record Receipt(
            long submission,
            String file,
            String sha256,
            Instant received,
            String officer,
            String host,
            String source,
            List<String> verdicts) {}

    /** What the statements that a call newly brought change. */
    public List<Change> changes(long call) {
        return repository.changes(call, TOTALS, weights());
    }

    /** What the statements of a submission change against the versions before them. */
    public List<Change> changesOf(long submission) {
        return repository.changesOf(submission, TOTALS, weights());
    }

    /** What one submission changes against another, of the statements that both hold. */
    public List<Change> changesBetween(long earlier, long later) {
        return repository.changesBetween(earlier, later, TOTALS, weights());
    }

    /** The figures in which a statement differs from its earlier version, in the order of the later's cells. */
    public List<CellChange> cells(Change change) {
        return repository.cells(change.earlier(), change.statement());
    }

    /** What the form calls the item of a figure. */
    public String itemName(Change change, CellChange cell) {
        return captions.item(change.form(), cell.item());
    }

    public String carrierName(CellChange cell) {
        return captions.carrier(cell.carrier());
    }

    /** The newest submission of these bytes. */
    public Optional<Long> submissionOf(String sha256) {
        return repository.submissionOf(sha256);
    }

    /** The newest submission known by this name: its path below the folder imported, or its own name. */
    public Optional<Long> submissionNamed(String file) {
        return repository.submissionNamed(file);
    }

    public Optional<Receipt> receipt(long submission) {
        return repository.receipt(submission);
    }

    /** The receipts of all versions of the statements of a submission, oldest first. */
    public List<Receipt> history(long submission) {
        return repository.history(submission);
    }

    private Weights weights() {
        return Weights.of(reference.codes().carriers().all(), reference.units(), equivalents, List.of());
    }
}
