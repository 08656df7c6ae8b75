package org.tanzhang.batch;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.tanzhang.intake.store.StatementRepository.Kept;
import org.tanzhang.intake.store.StatementRepository.KeptRegister;
import org.tanzhang.observation.Statement;
import org.tanzhang.quality.Finding;
import org.tanzhang.quality.Severity;

/** The statements that an accounting rests on, and what is to be said of them. */
final class UsedStatements {

    private final List<Long> ids = new ArrayList<>();
    private final List<String> contents = new ArrayList<>();
    private final List<Finding> remarks = new ArrayList<>();

    /** The store's numbers. */
    List<Long> ids() {
        return ids;
    }

    /** One line a statement: form, reporter, period and digest of what it states. */
    List<String> contents() {
        return contents;
    }

    List<Finding> remarks() {
        return remarks;
    }

    void use(Kept kept) {
        Statement s = kept.statement();
        ids.add(s.id());
        contents.add(String.join("|", s.form(), s.reporter().code(), s.period().toString(), kept.contentDigest()));
    }

    void use(KeptRegister register, int year) {
        ids.add(register.statement());
        contents.add("unit-register|" + register.region() + "|" + year + "|" + register.contentDigest());
    }

    /** Says that a reporter stated part of the year only. */
    void partOnly(Statement last) {
        remarks.add(Finding.about(
                last.reporter().code(),
                "A-PERIOD-01",
                Severity.WARNING,
                last.reporter().name(),
                last.origin().file(),
                last.period()));
    }

    /** Full-year statements, one a reporter: an annual statement stands before the cumulative one to December. */
    static List<Kept> annual(List<Kept> all) {
        Map<String, Kept> byReporter = all.stream()
                .filter(k -> k.statement().period().isFullYear())
                .sorted(Comparator.comparing((Kept k) -> k.statement().period().cumulative()))
                .collect(Collectors.toMap(
                        k -> k.statement().reporter().code(), k -> k, (first, second) -> first, LinkedHashMap::new));
        return byReporter.values().stream()
                .sorted(Comparator.comparing(k -> k.statement().reporter().code()))
                .toList();
    }
}
