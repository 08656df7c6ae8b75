package org.tanzhang.intake;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.ObjIntConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tanzhang.intake.comparison.Versions;
import org.tanzhang.intake.comparison.Versions.Change;
import org.tanzhang.intake.comparison.Versions.Note;
import org.tanzhang.intake.returned.ReturnedFinding;
import org.tanzhang.intake.store.FileFindingRepository;
import org.tanzhang.intake.store.FileFindingRepository.FileFinding;
import org.tanzhang.intake.store.ReadingRepository;
import org.tanzhang.intake.store.ReadingRepository.Page;
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
            List<ReturnedFinding> findings,
            Map<String, Integer> untold,
            @Nullable Note note) {

        /** A file that was not taken in. */
        public static FileResult leftOut(String file, List<ReturnedFinding> findings) {
            return new FileResult(file, "", Verdict.UNRECOGNISED, List.of(), findings, Map.of(), null);
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

        /**
         * Tells of every file in the order received, with its findings but without its statements.
         *
         * @param held how many findings may be in memory at once: some half a kilobyte each
         * @param listener told of each file, and how many findings are left for {@code rest}
         * @param rest told of a file that has more, again and again, with the findings after those that were told before
         */
        public void tellFindings(int held, ObjIntConsumer<FileResult> listener, Consumer<FileResult> rest) {
            Telling telling = new Telling(false);
            Consumer<FileResult> whole = file -> listener.accept(file, 0);
            Map<Long, Integer> counts = readings.counts(call, files);
            List<DecidedFile> together = new ArrayList<>();
            int findings = 0;
            for (DecidedFile file : files) {
                int own = Stream.of(file.submission(), file.reading())
                        .distinct()
                        .mapToInt(submission -> counts.getOrDefault(submission, 0))
                        .sum();
                if (findings + own > held || together.size() == TOGETHER) {
                    telling.of(together, Page.ALL, whole);
                    together.clear();
                    findings = 0;
                }
                if (own > held) {
                    Page first = new Page(Integer.MAX_VALUE, 0, held);
                    long last = telling.of(List.of(file), first, begun -> listener.accept(begun, own - held));
                    for (int told = held; told < own; told += held) {
                        last = telling.of(List.of(file), new Page(Integer.MAX_VALUE, last, held), rest);
                    }
                } else {
                    together.add(file);
                    findings += own;
                }
            }
            telling.of(together, Page.ALL, whole);
        }

        /** Likewise, with no more than some findings of a rule and file, and how many there are. */
        public void tellFirstFindings(int ofOneRule, Consumer<FileResult> listener) {
            tell(false, ofOneRule, listener);
        }

        /** Tells of every file in the order received. */
        public void tell(Consumer<FileResult> listener) {
            tell(true, Integer.MAX_VALUE, listener);
        }

        private void tell(boolean statements, int ofOneRule, Consumer<FileResult> listener) {
            Telling telling = new Telling(statements);
            for (int from = 0; from < files.size(); from += TOGETHER) {
                telling.of(
                        files.subList(from, Math.min(files.size(), from + TOGETHER)),
                        new Page(ofOneRule, 0, Integer.MAX_VALUE),
                        listener);
            }
        }

        /** What is known of the call as a whole. */
        private final class Telling {

            private final boolean statements;
            private final Map<String, List<ReturnedFinding>> remarks = remarks();
            private final Map<Long, String> accepted = readings.accepted();
            private final Map<Long, List<Change>> bySubmission;
            private final Map<Long, Note> byStatement;

            Telling(boolean statements) {
                this.statements = statements;
                List<Change> changes = versions.changes(call);
                bySubmission = changes.stream().collect(Collectors.groupingBy(Change::submission));
                byStatement = changes.stream().collect(Collectors.toMap(Change::statement, Change::note));
            }

            /** Tells of some files; returns the number of the last finding told. */
            long of(List<DecidedFile> some, Page page, Consumer<FileResult> listener) {
                Map<Long, List<StatementResult>> stated = statements
                        ? verdicts.statements(call, some).stream()
                                .collect(Collectors.groupingBy(
                                        DecidedStatement::submission,
                                        Collectors.mapping(
                                                s -> statement(s, byStatement.get(s.statement())),
                                                Collectors.toList())))
                        : Map.of();
                List<StoredFinding> all = readings.findings(call, some, accepted, page);
                Map<Long, List<StoredFinding>> found =
                        all.stream().collect(Collectors.groupingBy(StoredFinding::submission));
                for (DecidedFile file : some) {
                    List<StoredFinding> own = Stream.of(file.reading(), file.submission())
                            .distinct()
                            .flatMap(submission -> found.getOrDefault(submission, List.of()).stream())
                            .toList();
                    List<ReturnedFinding> findings = new ArrayList<>(remarks.getOrDefault(file.file(), List.of()));
                    own.forEach(f -> findings.add(new ReturnedFinding(f.id(), f.finding(), f.accepted())));
                    listener.accept(new FileResult(
                            file.file(),
                            file.sha256(),
                            gravest(file),
                            stated.getOrDefault(file.submission(), List.of()),
                            findings,
                            untold(own),
                            Change.sum(bySubmission.getOrDefault(file.submission(), List.of()))
                                    .orElse(null)));
                }
                return all.isEmpty() ? page.after() : all.get(all.size() - 1).id();
            }
        }
    }

    private static Map<String, Integer> untold(List<StoredFinding> listed) {
        record OfRule(long submission, String rule) {}
        Map<OfRule, Integer> left = new HashMap<>();
        listed.forEach(f ->
                left.merge(new OfRule(f.submission(), f.finding().rule()), f.alike() - 1, (before, all) -> before - 1));
        Map<String, Integer> untold = new HashMap<>();
        left.forEach((of, count) -> {
            if (count > 0) {
                untold.merge(of.rule(), count, Integer::sum);
            }
        });
        return untold;
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
