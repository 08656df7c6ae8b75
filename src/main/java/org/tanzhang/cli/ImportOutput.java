package org.tanzhang.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.tanzhang.intake.FileScan;
import org.tanzhang.intake.ImportReport.FileResult;
import org.tanzhang.intake.ImportReport.StatementResult;
import org.tanzhang.intake.store.Verdict;
import org.tanzhang.quality.Finding;
import org.tanzhang.quality.FindingWords;
import org.tanzhang.quality.Severity;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What an import says: to people a summary and every fault, to machines the JSON of the contract. */
record ImportOutput(List<FileResult> files, FileScan scan) {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    /** 2 when any statement came back or any file named was no workbook, else 0. */
    int exitCode() {
        boolean faulty = files.stream()
                .anyMatch(f -> f.verdict() == Verdict.RETURNED
                        || (f.verdict() == Verdict.UNRECOGNISED
                                && f.findings().stream().anyMatch(Finding::isError)));
        return faulty ? ExitCode.RETURNED : ExitCode.DONE;
    }

    ArrayNode json() {
        FindingWords words = FindingWords.in(Words.language());
        ArrayNode array = JSON.arrayNode();
        for (FileResult file : files) {
            ObjectNode node = array.addObject();
            node.put("file", file.file());
            node.put("sha256", file.sha256().isEmpty() ? null : file.sha256());
            node.put("verdict", file.verdict().code());
            ArrayNode statements = node.putArray("statements");
            for (StatementResult s : file.statements()) {
                statements
                        .addObject()
                        .put("sheet", s.sheet())
                        .put("form", s.form())
                        .put("reporter", s.reporter())
                        .put("region", s.region())
                        .put("period", s.period())
                        .put("verdict", s.verdict().code());
            }
            ArrayNode findings = node.putArray("findings");
            file.findings().forEach(f -> finding(findings, f, words.of(f)));
        }
        scan.others().forEach(file -> other(array, file, words));
        return array;
    }

    private static void other(ArrayNode array, String file, FindingWords words) {
        ObjectNode node = array.addObject();
        node.put("file", file);
        node.putNull("sha256");
        node.put("verdict", Verdict.UNRECOGNISED.code());
        node.putArray("statements");
        Finding finding = Finding.file("R-FILE-01", Severity.INFO);
        finding(node.putArray("findings"), finding, words.of(finding));
    }

    private static void finding(ArrayNode findings, Finding f, String message) {
        findings.addObject()
                .put("sheet", f.sheet())
                .put("cell", f.cell() == null ? null : f.cell().a1())
                .put("rule", f.rule())
                .put("severity", f.severity().code())
                .put("message", message)
                .put("value", f.value());
    }

    void print(PrintWriter out, @Nullable Path returned) {
        Map<Verdict, Integer> counts = new TreeMap<>();
        files.forEach(f -> counts.merge(f.verdict(), 1, Integer::sum));
        out.println(Words.of("import.files", files.size()));
        counts.forEach((verdict, count) -> out.println("  " + Words.of("verdict." + verdict.code()) + "  " + count));
        if (!scan.others().isEmpty()) {
            out.println("  " + Words.of("import.others", scan.others().size()));
        }
        if (!files.isEmpty()
                && counts.keySet().stream().allMatch(v -> v == Verdict.DUPLICATE || v == Verdict.SUPERSEDED)) {
            out.println(Words.of("import.unchanged"));
        }
        FindingWords words = FindingWords.in(Words.language());
        for (FileResult file : files) {
            List<Finding> said = file.findings().stream()
                    .filter(f -> f.severity() != Severity.INFO && isNews(file))
                    .toList();
            if (!said.isEmpty()) {
                out.println();
                out.println(Words.of("verdict." + file.verdict().code()) + "  " + file.file());
                said.forEach(f ->
                        out.println("  " + Words.of("severity." + f.severity().code()) + "  " + place(f) + f.rule()
                                + "  " + words.of(f)));
            }
        }
        boolean handedBack = files.stream()
                .anyMatch(f -> f.verdict() == Verdict.RETURNED
                        || (f.verdict() == Verdict.UNRECOGNISED && !f.sha256().isEmpty()));
        if (returned != null && handedBack) {
            out.println();
            out.println(Words.of("import.returned", returned));
        }
    }

    /** Warnings of what was known already are not said again every night. */
    private static boolean isNews(FileResult file) {
        return file.verdict() != Verdict.DUPLICATE && file.verdict() != Verdict.SUPERSEDED;
    }

    private static String place(Finding f) {
        if (f.cell() != null) {
            return f.cell() + "  ";
        }
        return f.sheet() == null ? "" : Objects.requireNonNull(f.sheet()) + "  ";
    }
}
