package org.tanzhang.intake;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tanzhang.intake.comparison.Versions;
import org.tanzhang.intake.comparison.Versions.Change;
import org.tanzhang.intake.comparison.Versions.Note;
import org.tanzhang.intake.returned.Findings;
import org.tanzhang.intake.returned.ReturnedFinding;
import org.tanzhang.intake.store.FileFindingRepository;
import org.tanzhang.intake.store.FileFindingRepository.FileFinding;
import org.tanzhang.intake.store.ReadingRepository;
import org.tanzhang.intake.store.ReadingRepository.RuleCount;
import org.tanzhang.intake.store.ReadingRepository.StoredFinding;
import org.tanzhang.intake.store.Verdict;
import org.tanzhang.intake.store.VerdictRepository;
import org.tanzhang.intake.store.VerdictRepository.DecidedFile;
import org.tanzhang.intake.store.VerdictRepository.DecidedStatement;

/** What became of the files of a call. */
@Component
public class ImportReport {

    /** Files whose statements and findings are fetched at a time. */
    private static final int TOGETHER = 100;

    /** Findings that are held at a time: some half a kilobyte each. */
    private static final int HELD = 20_000;

    private final ReadingRepository readings;
    private final VerdictRepository verdicts;
    private final FileFindingRepository remarks;
    private final Versions versions;

    public ImportReport(
            ReadingRepository readings, VerdictRepository verdicts, FileFindingRepository remarks, Versions versions) {
        this.versions = versions;
        this.readings = readings;
        this.verdicts = verdicts;
        this.remarks = remarks;
    }

    /**
     * A file with its verdict, the gravest of its statements'.
     *
     * @param sha256 empty where it was not taken in
     * @param untold how many findings of a rule there are beside those listed, by the rule's id
     * @param note what its statements change against the versions before them; null where there are none
     */
    public record FileResult(
            String file,
            String sha256,
            Verdict verdict,
            List<StatementResult> statements,
            Findings findings,
            Map<String, Integer> untold,
            @Nullable Note note) {

        /** A file that was not taken in. */
        public static FileResult leftOut(String file, List<ReturnedFinding> findings) {
            return new FileResult(file, "", Verdict.UNRECOGNISED, List.of(), Findings.of(findings), Map.of(), null);
        }
    }

    /** A statement with its verdict; reporter and period are null where they could not be made out. */
    public record StatementResult(
            String sheet,
            String form,
            @Nullable String reporter,
            @Nullable String reporterName,
            @Nullable String region,
            @Nullable String period,
            Verdict verdict,
            @Nullable Note note) {}

    /** How grave a verdict is for a file that holds several statements. */
    private static final List<Verdict> GRAVITY = List.of(
            Verdict.UNRECOGNISED,
            Verdict.RETURNED,
            Verdict.WAITING,
            Verdict.ACCEPTED_WITH_WARNINGS,
            Verdict.ACCEPTED,
            Verdict.SUPERSEDED,
            Verdict.DUPLICATE);

    /** What came of a call. */
    public OfCall of(long call) {
        return new OfCall(call, verdicts.files(call));
    }

    /** The files of one call, gone over once or several times. */
    public final class OfCall {

        private final long call;
        private final List<DecidedFile> files;

        private OfCall(long call, List<DecidedFile> files) {
            this.call = call;
            this.files = files;
        }

        /** The verdicts on the files, in the order received. */
        public List<Verdict> verdicts() {
            return files.stream().map(ImportReport::gravest).toList();
        }

        /** The files that the call met and did not take in, with the reason. */
        public List<FileResult> notTakenIn() {
            Map<String, List<ReturnedFinding>> said = remarks();
            files.forEach(file -> said.remove(file.file()));
            return said.entrySet().stream()
                    .map(e -> FileResult.leftOut(e.getKey(), e.getValue()))
                    .toList();
        }

        private Map<String, List<ReturnedFinding>> remarks() {
            return remarks.of(call).stream()
                    .collect(Collectors.groupingBy(
                            FileFinding::file,
                            LinkedHashMap::new,
                            Collectors.mapping(f -> new ReturnedFinding(0, f.finding(), ""), Collectors.toList())));
        }

        /** Tells of every file in the order received. */
        public void tell(Consumer<FileResult> listener) {
            tell(new Telling(true), listener);
        }

        /** Likewise, without its statements. */
        public void tellFindings(Consumer<FileResult> listener) {
            tell(new Telling(false), listener);
        }

        private void tell(Telling telling, Consumer<FileResult> listener) {
            List<DecidedFile> together = new ArrayList<>();
            int findings = 0;
            for (DecidedFile file : files) {
                int own = telling.count(file);
                if (!together.isEmpty() && (findings + own > HELD || together.size() == TOGETHER)) {
                    telling.ofAll(together, listener);
                    together.clear();
                    findings = 0;
                }
                if (own > HELD) {
                    telling.ofLarge(file, own, listener);
                } else {
                    together.add(file);
                    findings += own;
                }
            }
            telling.ofAll(together, listener);
        }

        /** Likewise without its statements, with no more than some findings of a rule, and how many more there are. */
        public void tellFirstFindings(int ofOneRule, Consumer<FileResult> listener) {
            Telling telling = new Telling(false);
            for (int from = 0; from < files.size(); from += TOGETHER) {
                telling.ofFirst(files.subList(from, Math.min(files.size(), from + TOGETHER)), ofOneRule, listener);
            }
        }

        /** What is known of the call as a whole. */
        private final class Telling {

            private final boolean stated;
            private final Map<String, List<ReturnedFinding>> remarks = remarks();
            private final Map<Long, String> accepted = readings.accepted();
            private final Map<Long, List<RuleCount>> counts =
                    readings.counts(call, files).stream().collect(Collectors.groupingBy(RuleCount::submission));
            private final Map<Long, List<Change>> bySubmission;
            private final Map<Long, Note> byStatement;

            /** @param stated whether the files' statements are told of */
            Telling(boolean stated) {
                this.stated = stated;
                List<Change> changes = versions.changes(call);
                bySubmission = changes.stream().collect(Collectors.groupingBy(Change::submission));
                byStatement = changes.stream().collect(Collectors.toMap(Change::statement, Change::note));
            }

            /** How many findings of a rule a file has. */
            private Map<String, Integer> counts(DecidedFile file) {
                Map<String, Integer> byRule = new HashMap<>();
                submissions(file)
                        .flatMap(submission -> counts.getOrDefault(submission, List.of()).stream())
                        .forEach(c -> byRule.merge(c.rule(), c.count(), Integer::sum));
                return byRule;
            }

            int count(DecidedFile file) {
                return counts(file).values().stream().mapToInt(count -> count).sum();
            }

            /** Tells of some files with all their findings. */
            void ofAll(List<DecidedFile> some, Consumer<FileResult> listener) {
                of(some, readings.findings(call, some, accepted), listener);
            }

            /** Tells of some files with the first findings of each rule. */
            void ofFirst(List<DecidedFile> some, int ofOneRule, Consumer<FileResult> listener) {
                of(some, readings.firstFindings(call, some, accepted, ofOneRule), listener);
            }

            private void of(List<DecidedFile> some, List<StoredFinding> all, Consumer<FileResult> listener) {
                Map<Long, List<StatementResult>> statements = statements(some);
                Map<Long, List<StoredFinding>> found =
                        all.stream().collect(Collectors.groupingBy(StoredFinding::submission));
                for (DecidedFile file : some) {
                    Map<String, Integer> untold = counts(file);
                    List<ReturnedFinding> findings = new ArrayList<>(remarks.getOrDefault(file.file(), List.of()));
                    submissions(file)
                            .flatMap(submission -> found.getOrDefault(submission, List.of()).stream())
                            .forEach(f -> {
                                findings.add(returned(f));
                                untold.merge(f.finding().rule(), -1, Integer::sum);
                            });
                    untold.values().removeIf(count -> count == 0);
                    listener.accept(result(file, statements, Findings.of(findings), untold));
                }
            }

            /** Tells of a file with more findings than are held. */
            void ofLarge(DecidedFile file, int count, Consumer<FileResult> listener) {
                Findings findings = new FetchedFindings(
                        readings,
                        call,
                        submissions(file).toList(),
                        accepted,
                        remarks.getOrDefault(file.file(), List.of()),
                        count,
                        HELD);
                listener.accept(result(file, statements(List.of(file)), findings, Map.of()));
            }

            private Map<Long, List<StatementResult>> statements(List<DecidedFile> some) {
                return stated
                        ? verdicts.statements(call, some).stream()
                                .collect(Collectors.groupingBy(
                                        DecidedStatement::submission,
                                        Collectors.mapping(
                                                s -> statement(s, byStatement.get(s.statement())),
                                                Collectors.toList())))
                        : Map.of();
            }

            private FileResult result(
                    DecidedFile file,
                    Map<Long, List<StatementResult>> statements,
                    Findings findings,
                    Map<String, Integer> untold) {
                return new FileResult(
                        file.file(),
                        file.sha256(),
                        gravest(file),
                        statements.getOrDefault(file.submission(), List.of()),
                        findings,
                        untold,
                        Change.sum(bySubmission.getOrDefault(file.submission(), List.of()))
                                .orElse(null));
            }
        }
    }

    /** The submissions whose findings are a file's: of its bytes when they first came, and of the call. */
    private static Stream<Long> submissions(DecidedFile file) {
        return Stream.of(file.reading(), file.submission()).distinct();
    }

    static ReturnedFinding returned(StoredFinding stored) {
        return new ReturnedFinding(stored.id(), stored.finding(), stored.accepted());
    }

    private static Verdict gravest(DecidedFile file) {
        return file.verdicts().stream()
                .min(Comparator.comparingInt(GRAVITY::indexOf))
                .orElse(Verdict.UNRECOGNISED);
    }

    private static StatementResult statement(DecidedStatement s, @Nullable Note note) {
        return new StatementResult(
                s.sheets(),
                s.definition(),
                s.reporterCode(),
                s.reporterName(),
                s.ofRegion() ? s.reporterCode() : null,
                s.period(),
                s.verdict(),
                note);
    }
}
