package org.tanzhang.intake;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tanzhang.intake.store.CallRepository;
import org.tanzhang.intake.store.CallRepository.Submission;
import org.tanzhang.intake.store.FileFindingRepository;
import org.tanzhang.intake.store.ReadingRepository;
import org.tanzhang.intake.store.ReadingRepository.StoredFinding;
import org.tanzhang.intake.store.StoredStatement;
import org.tanzhang.intake.store.Verdict;
import org.tanzhang.intake.store.VerdictRepository;
import org.tanzhang.intake.store.VerdictRepository.Given;
import org.tanzhang.quality.Finding;

/** What became of the files of a call. */
@Component
public class ImportReport {

    private final CallRepository calls;
    private final ReadingRepository readings;
    private final VerdictRepository verdicts;
    private final FileFindingRepository remarks;

    public ImportReport(
            CallRepository calls,
            ReadingRepository readings,
            VerdictRepository verdicts,
            FileFindingRepository remarks) {
        this.calls = calls;
        this.readings = readings;
        this.verdicts = verdicts;
        this.remarks = remarks;
    }

    /** A file with its verdict, the gravest of its statements'; {@code sha256} is empty where it was not taken in. */
    public record FileResult(
            String file, String sha256, Verdict verdict, List<StatementResult> statements, List<Finding> findings) {

        private FileResult with(List<Finding> more) {
            List<Finding> all = new ArrayList<>(more);
            all.addAll(findings);
            return new FileResult(file, sha256, verdict, statements, all);
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
            Verdict verdict) {}

    /** How grave a verdict is for a file that holds several statements. */
    private static final List<Verdict> GRAVITY = List.of(
            Verdict.UNRECOGNISED,
            Verdict.RETURNED,
            Verdict.WAITING,
            Verdict.ACCEPTED_WITH_WARNINGS,
            Verdict.ACCEPTED,
            Verdict.SUPERSEDED,
            Verdict.DUPLICATE);

    /** The files of a call in the order received, then those that it met and did not take in. */
    public List<FileResult> of(long call) {
        Map<Long, List<Given>> given = verdicts.of(call).stream().collect(Collectors.groupingBy(Given::submission));
        Map<String, List<Finding>> said = remarks.of(call).stream()
                .collect(Collectors.groupingBy(
                        FileFindingRepository.FileFinding::file,
                        LinkedHashMap::new,
                        Collectors.mapping(FileFindingRepository.FileFinding::finding, Collectors.toList())));
        List<FileResult> results = new ArrayList<>();
        for (Submission submission : calls.submissions(call)) {
            FileResult file = file(submission, given.getOrDefault(submission.id(), List.of()), call);
            List<Finding> more = said.remove(file.file());
            results.add(more == null ? file : file.with(more));
        }
        said.forEach(
                (file, findings) -> results.add(new FileResult(file, "", Verdict.UNRECOGNISED, List.of(), findings)));
        return results;
    }

    private FileResult file(Submission submission, List<Given> given, long call) {
        long reading = submission
                .repeats()
                .or(() -> readings.latestReadingOf(submission.sha256()))
                .orElse(submission.id());
        Map<Long, StoredStatement> statements =
                readings.statements(reading).stream().collect(Collectors.toMap(StoredStatement::id, s -> s));
        List<StatementResult> results = given.stream()
                .filter(g -> g.statement() != null && statements.containsKey(g.statement()))
                .map(g -> statement(Objects.requireNonNull(statements.get(g.statement())), g.verdict()))
                .toList();
        Verdict verdict = given.stream()
                .map(Given::verdict)
                .min(Comparator.comparingInt(GRAVITY::indexOf))
                .orElse(Verdict.UNRECOGNISED);
        List<StoredFinding> findings = new ArrayList<>(readings.findings(reading, call));
        if (reading != submission.id()) {
            findings.addAll(readings.findings(submission.id(), call));
        }
        return new FileResult(
                submission.file(),
                submission.sha256(),
                verdict,
                results,
                findings.stream().map(StoredFinding::finding).toList());
    }

    private static StatementResult statement(StoredStatement s, Verdict verdict) {
        return new StatementResult(
                s.sheet(),
                s.definition(),
                s.reporterCode(),
                s.reporterName(),
                "REGION".equals(s.reporterKind()) ? s.reporterCode() : null,
                s.period(),
                verdict);
    }
}
