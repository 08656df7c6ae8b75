package org.tanzhang.intake;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tanzhang.intake.store.FileFindingRepository;
import org.tanzhang.intake.store.FileFindingRepository.FileFinding;
import org.tanzhang.intake.store.ReadingRepository;
import org.tanzhang.intake.store.ReadingRepository.StoredFinding;
import org.tanzhang.intake.store.Verdict;
import org.tanzhang.intake.store.VerdictRepository;
import org.tanzhang.intake.store.VerdictRepository.DecidedFile;
import org.tanzhang.intake.store.VerdictRepository.DecidedStatement;
import org.tanzhang.quality.Finding;

/** What became of the files of a call. */
@Component
public class ImportReport {

    /** Files whose statements and findings are fetched at a time. */
    private static final int TOGETHER = 100;

    private final ReadingRepository readings;
    private final VerdictRepository verdicts;
    private final FileFindingRepository remarks;

    public ImportReport(ReadingRepository readings, VerdictRepository verdicts, FileFindingRepository remarks) {
        this.readings = readings;
        this.verdicts = verdicts;
        this.remarks = remarks;
    }

    /** A file with its verdict, the gravest of its statements'; {@code sha256} is empty where it was not taken in. */
    public record FileResult(
            String file, String sha256, Verdict verdict, List<StatementResult> statements, List<Finding> findings) {}

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

    /** The verdicts on the files of a call, in the order received. */
    public List<Verdict> verdicts(long call) {
        return verdicts.files(call).stream().map(ImportReport::gravest).toList();
    }

    /** Tells of every file of a call in the order received, with its findings but without its statements. */
    public void tellFindings(long call, Consumer<FileResult> listener) {
        tell(call, false, listener);
    }

    /** Tells of every file of a call in the order received. */
    public void tell(long call, Consumer<FileResult> listener) {
        tell(call, true, listener);
    }

    /** The files that a call met and did not take in. */
    public List<FileResult> leftOut(long call) {
        List<String> received =
                verdicts.files(call).stream().map(DecidedFile::file).toList();
        List<FileResult> leftOut = new ArrayList<>();
        remarks(call).forEach((file, findings) -> {
            if (!received.contains(file)) {
                leftOut.add(new FileResult(file, "", Verdict.UNRECOGNISED, List.of(), findings));
            }
        });
        return leftOut;
    }

    private Map<String, List<Finding>> remarks(long call) {
        return remarks.of(call).stream()
                .collect(Collectors.groupingBy(
                        FileFinding::file,
                        LinkedHashMap::new,
                        Collectors.mapping(FileFinding::finding, Collectors.toList())));
    }

    private void tell(long call, boolean statements, Consumer<FileResult> listener) {
        List<DecidedFile> files = verdicts.files(call);
        Map<String, List<Finding>> remarks = remarks(call);
        for (int from = 0; from < files.size(); from += TOGETHER) {
            List<DecidedFile> some = files.subList(from, Math.min(files.size(), from + TOGETHER));
            Map<Long, List<StatementResult>> stated = statements
                    ? verdicts.statements(call, some).stream()
                            .collect(Collectors.groupingBy(
                                    DecidedStatement::submission,
                                    Collectors.mapping(ImportReport::statement, Collectors.toList())))
                    : Map.of();
            Map<Long, List<Finding>> found = readings.findings(call, some).stream()
                    .collect(Collectors.groupingBy(
                            StoredFinding::submission,
                            Collectors.mapping(StoredFinding::finding, Collectors.toList())));
            for (DecidedFile file : some) {
                List<Finding> findings = new ArrayList<>(remarks.getOrDefault(file.file(), List.of()));
                findings.addAll(found.getOrDefault(file.reading(), List.of()));
                if (file.reading() != file.submission()) {
                    findings.addAll(found.getOrDefault(file.submission(), List.of()));
                }
                listener.accept(new FileResult(
                        file.file(),
                        file.sha256(),
                        gravest(file),
                        stated.getOrDefault(file.submission(), List.of()),
                        findings));
            }
        }
        leftOut(call).forEach(listener);
    }

    private static Verdict gravest(DecidedFile file) {
        return file.verdicts().stream()
                .min(Comparator.comparingInt(GRAVITY::indexOf))
                .orElse(Verdict.UNRECOGNISED);
    }

    private static StatementResult statement(DecidedStatement s) {
        return new StatementResult(
                s.sheets(),
                s.definition(),
                s.reporterCode(),
                s.reporterName(),
                s.ofRegion() ? s.reporterCode() : null,
                s.period(),
                s.verdict());
    }
}
