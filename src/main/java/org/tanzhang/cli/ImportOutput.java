package org.tanzhang.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.tanzhang.intake.FileScan;
import org.tanzhang.intake.ImportReport;
import org.tanzhang.intake.ImportReport.FileResult;
import org.tanzhang.intake.ImportReport.StatementResult;
import org.tanzhang.intake.store.Verdict;
import org.tanzhang.quality.Finding;
import org.tanzhang.quality.FindingWords;
import org.tanzhang.quality.Severity;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What an import says: to people a summary and every fault, to machines the JSON of the contract. */
final class ImportOutput {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final ImportReport report;
    private final long call;
    private final FileScan scan;
    private final List<Verdict> verdicts;
    private final List<FileResult> leftOut;

    ImportOutput(ImportReport report, long call, FileScan scan) {
        this.report = report;
        this.call = call;
        this.scan = scan;
        this.verdicts = report.verdicts(call);
        this.leftOut = report.leftOut(call);
    }

    /** 2 when any statement came back or any file named was no workbook, else 0. */
    int exitCode() {
        boolean faulty = verdicts.contains(Verdict.RETURNED)
                || verdicts.contains(Verdict.UNRECOGNISED)
                || leftOut.stream().flatMap(f -> f.findings().stream()).anyMatch(Finding::isError);
        return faulty ? ExitCode.RETURNED : ExitCode.DONE;
    }

    /** Writes the array of the files. */
    void json(JsonGenerator out) {
        FindingWords words = FindingWords.in(Words.language());
        out.writeStartArray();
        report.tell(call, file -> {
            out.writeStartObject();
            out.writeStringProperty("file", file.file());
            if (file.sha256().isEmpty()) {
                out.writeNullProperty("sha256");
            } else {
                out.writeStringProperty("sha256", file.sha256());
            }
            out.writeStringProperty("verdict", file.verdict().code());
            out.writeArrayPropertyStart("statements");
            file.statements().forEach(s -> out.writeTree(statement(s)));
            out.writeEndArray();
            out.writeArrayPropertyStart("findings");
            file.findings().forEach(f -> out.writeTree(finding(f, words)));
            out.writeEndArray();
            out.writeEndObject();
        });
        scan.others().forEach(file -> out.writeTree(other(file, words)));
        out.writeEndArray();
    }

    private static ObjectNode statement(StatementResult s) {
        return JSON.objectNode()
                .put("sheet", s.sheet())
                .put("form", s.form())
                .put("reporter", s.reporter())
                .put("region", s.region())
                .put("period", s.period())
                .put("verdict", s.verdict().code());
    }

    private static ObjectNode other(String file, FindingWords words) {
        ObjectNode node = JSON.objectNode();
        node.put("file", file);
        node.putNull("sha256");
        node.put("verdict", Verdict.UNRECOGNISED.code());
        node.putArray("statements");
        node.putArray("findings")
                .add(finding(Finding.file("R-FILE-01", Severity.ERROR).withSeverity(Severity.INFO), words));
        return node;
    }

    private static ObjectNode finding(Finding f, FindingWords words) {
        return JSON.objectNode()
                .put("sheet", f.sheet())
                .put("cell", f.cell() == null ? null : f.cell().a1())
                .put("rule", f.rule())
                .put("severity", f.severity().code())
                .put("message", words.of(f))
                .put("value", f.value());
    }

    void print(PrintWriter out, @Nullable Path returned) {
        Map<Verdict, Integer> counts = new TreeMap<>();
        verdicts.forEach(v -> counts.merge(v, 1, Integer::sum));
        out.println(Words.of("import.files", verdicts.size() + leftOut.size()));
        counts.forEach((verdict, count) -> out.println("  " + Words.of("verdict." + verdict.code()) + "  " + count));
        if (!leftOut.isEmpty()) {
            out.println("  " + Words.of("import.left") + "  " + leftOut.size());
        }
        if (!scan.others().isEmpty()) {
            out.println("  " + Words.of("import.others", scan.others().size()));
        }
        if (!verdicts.isEmpty()
                && counts.keySet().stream().allMatch(v -> v == Verdict.DUPLICATE || v == Verdict.SUPERSEDED)) {
            out.println(Words.of("import.unchanged"));
        }
        FindingWords words = FindingWords.in(Words.language());
        report.tellFindings(call, file -> print(out, file, words));
        boolean handedBack = verdicts.contains(Verdict.RETURNED) || verdicts.contains(Verdict.UNRECOGNISED);
        if (returned != null && handedBack) {
            out.println();
            out.println(Words.of("import.returned", returned));
        }
    }

    private static void print(PrintWriter out, FileResult file, FindingWords words) {
        List<Finding> said = file.findings().stream()
                .filter(f -> f.severity() != Severity.INFO && isNews(file))
                .toList();
        if (!said.isEmpty()) {
            out.println();
            String verdict = file.sha256().isEmpty()
                    ? "import.left"
                    : "verdict." + file.verdict().code();
            out.println(Words.of(verdict) + "  " + file.file());
            Map<Severity, String> severities = new TreeMap<>();
            said.forEach(f -> out.println("  "
                    + severities.computeIfAbsent(f.severity(), s -> Words.of("severity." + s.code())) + "  " + place(f)
                    + f.rule() + "  " + words.of(f)));
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
