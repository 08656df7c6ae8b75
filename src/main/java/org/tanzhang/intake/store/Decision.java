package org.tanzhang.intake.store;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.tanzhang.intake.store.CallRepository.Submission;
import org.tanzhang.intake.store.StoredStatement.Key;
import org.tanzhang.intake.store.VerdictRepository.Version;
import org.tanzhang.quality.Finding;
import org.tanzhang.quality.Severity;

/**
 * Decides on everything a call brought, at once, so that the order of files within it cannot matter (METHOD 1).
 *
 * <p>Supersession follows receipt, call by call. Two new versions of one statement in one call are both returned. Bytes
 * that are current are duplicates; bytes of an earlier version are accepted anew when they come alone, and are superseded
 * when a later version lies beside them.
 */
@Service
public class Decision {

    private final CallRepository calls;
    private final ReadingRepository readings;
    private final VerdictRepository verdicts;

    public Decision(CallRepository calls, ReadingRepository readings, VerdictRepository verdicts) {
        this.calls = calls;
        this.readings = readings;
        this.verdicts = verdicts;
    }

    /** A statement as it came in this call, read from these bytes now or before. */
    private record Candidate(Submission submission, StoredStatement statement) {}

    /** Gives every verdict of the call. Call it within one transaction; a call is decided once. */
    public void decide(long call, String referenceDigest) {
        if (calls.isDecided(call)) {
            return;
        }
        List<Candidate> sound = new ArrayList<>();
        Set<String> seen = new LinkedHashSet<>();
        for (Submission submission : calls.submissions(call)) {
            Optional<Long> reading =
                    submission.repeats().or(() -> readings.readingOf(submission.sha256(), referenceDigest));
            if (!seen.add(submission.sha256())) {
                verdicts.give(call, submission.id(), null, Verdict.DUPLICATE);
            } else if (reading.isEmpty() || !readings.recognised(reading.get())) {
                verdicts.give(call, submission.id(), null, Verdict.UNRECOGNISED);
            } else {
                for (StoredStatement statement : readings.statements(reading.get())) {
                    if (statement.faulty() || statement.key() == null) {
                        verdicts.give(call, submission.id(), statement.id(), Verdict.RETURNED);
                    } else {
                        sound.add(new Candidate(submission, statement));
                    }
                }
            }
        }
        // registers first, so that cards of the same call find their place
        Map<Key, List<Candidate>> byKey = new LinkedHashMap<>();
        sound.stream()
                .sorted(Comparator.comparing((Candidate c) -> c.statement().reporterKind())
                        .thenComparing(c -> String.valueOf(c.statement().key()))
                        .thenComparing(c -> c.submission().sha256()))
                .forEach(c -> {
                    Key key = c.statement().key();
                    if (key != null) {
                        byKey.computeIfAbsent(key, k -> new ArrayList<>()).add(c);
                    }
                });
        byKey.forEach((key, candidates) -> decide(call, key, candidates));
    }

    private void decide(long call, Key key, List<Candidate> candidates) {
        Optional<Version> current = verdicts.current(key);
        List<Version> accepted = verdicts.accepted(key);
        List<Candidate> same = candidates.stream()
                .filter(c -> current.filter(v -> isVersion(c, v)).isPresent())
                .toList();
        List<Candidate> earlier = candidates.stream()
                .filter(c -> !same.contains(c) && accepted.stream().anyMatch(v -> isVersion(c, v)))
                .toList();
        List<Candidate> fresh = candidates.stream()
                .filter(c -> !same.contains(c) && !earlier.contains(c))
                .toList();
        List<Candidate> wanted = !fresh.isEmpty() ? fresh : same.isEmpty() ? earlier : List.of();
        candidates.stream()
                .filter(c -> !wanted.contains(c))
                .forEach(c ->
                        give(call, c, same.contains(c) && fresh.isEmpty() ? Verdict.DUPLICATE : Verdict.SUPERSEDED));
        if (wanted.stream().map(c -> c.statement().contentDigest()).distinct().count() > 1) {
            wanted.forEach(c -> returnRival(call, c, wanted));
        } else if (!wanted.isEmpty()) {
            accept(call, wanted.get(0));
            wanted.stream().skip(1).forEach(c -> give(call, c, Verdict.DUPLICATE));
        }
    }

    private static boolean isVersion(Candidate candidate, Version version) {
        return candidate.submission().sha256().equals(version.sha256())
                && candidate.statement().contentDigest().equals(version.contentDigest());
    }

    private void accept(long call, Candidate candidate) {
        StoredStatement statement = candidate.statement();
        boolean card = "UNIT".equals(statement.reporterKind());
        String code = statement.reporterCode();
        Integer year = statement.year();
        if (card && code != null && year != null && !verdicts.isRegistered(code, year)) {
            Finding waiting = Finding.file(
                    "R-REGISTER-05", Severity.WARNING, year, code, String.valueOf(statement.reporterName()));
            readings.saveFindings(candidate.submission().id(), statement.id(), call, List.of(waiting));
            give(call, candidate, Verdict.WAITING);
        } else {
            give(call, candidate, statement.warnings() ? Verdict.ACCEPTED_WITH_WARNINGS : Verdict.ACCEPTED);
        }
    }

    private void returnRival(long call, Candidate candidate, List<Candidate> rivals) {
        String files = String.join(
                "、", rivals.stream().map(c -> c.submission().file()).sorted().toList());
        Finding finding = Finding.file("R-VERSION-01", Severity.ERROR, files);
        readings.saveFindings(candidate.submission().id(), candidate.statement().id(), call, List.of(finding));
        give(call, candidate, Verdict.RETURNED);
    }

    private void give(long call, Candidate candidate, Verdict verdict) {
        verdicts.give(call, candidate.submission().id(), candidate.statement().id(), verdict);
    }
}
