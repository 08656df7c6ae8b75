package org.tanzhang.cli;

import java.io.PrintWriter;
import java.nio.file.Files;
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
import org.tanzhang.intake.NoteWords;
import org.tanzhang.intake.comparison.Versions.Note;
import org.tanzhang.intake.returned.ReturnedFinding;
import org.tanzhang.intake.store.Verdict;
import org.tanzhang.quality.Finding;
import org.tanzhang.quality.FindingWords;
import org.tanzhang.quality.Severity;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What an import says: to people a summary and every fault, to machines the JSON of the contract. */
final class ImportOutput {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    /** Findings of one rule and file that a terminal is told one by one; the copy and the JSON hold all. */
    private static final int OF_ONE_RULE = 100;

    private final ImportReport.OfCall report;
    private final FileScan scan;
    private final List<Verdict> verdicts;
    /** Files that were met and not taken in. */
    private final List<FileResult> left;

    ImportOutput(ImportReport report, long call, FileScan scan) {
        this.report = report.of(call);
        this.scan = scan;
        this.verdicts = this.report.verdicts();
        this.left = this.report.notTakenIn();
    }

    /** 2 when any statement came back or any file named was no workbook, else 0. */
    int exitCode() {
        boolean faulty = verdicts.contains(Verdict.RETURNED)
                || verdicts.contains(Verdict.UNRECOGNISED)
                || left.stream()
                        .flatMap(f -> f.findings().stream())
                        .anyMatch(f -> f.finding().isError());
        return faulty ? ExitCode.RETURNED : ExitCode.DONE;
    }

    /** Writes the array of the files. */
    void json(JsonGenerator out) {
        FindingWords words = FindingWords.in(Words.language());
        NoteWords notes = NoteWords.in(Words.language());
        out.writeStartArray();
        report.tell(file -> json(out, file, words, notes));
        left.forEach(file -> json(out, file, words, notes));
        scan.others()
                .forEach(file -> json(
                        out,
                        FileResult.leftOut(
                                file,
                                List.of(new ReturnedFinding(
                                        0,
                                        Finding.file("R-FILE-01", Severity.ERROR)
                                                .withSeverity(Severity.INFO),
                                        ""))),
                        words,
                        notes));
        out.writeEndArray();
    }

    private static void json(JsonGenerator out, FileResult file, FindingWords words, NoteWords notes) {
        out.writeStartObject();
        out.writeStringProperty("file", file.file());
        if (file.sha256().isEmpty()) {
            out.writeNullProperty("sha256");
        } else {
            out.writeStringProperty("sha256", file.sha256());
        }
        out.writeStringProperty("verdict", file.verdict().code());
        out.writeStringProperty("note", note(file.note(), notes));
        out.writeArrayPropertyStart("statements");
        file.statements().forEach(s -> out.writeTree(statement(s, notes)));
        out.writeEndArray();
        out.writeArrayPropertyStart("findings");
        file.findings().forEach(f -> out.writeTree(finding(f, words)));
        out.writeEndArray();
        out.writeEndObject();
    }

    private static @Nullable String note(@Nullable Note note, NoteWords words) {
        return note == null ? null : words.of(note);
    }

    private static ObjectNode statement(StatementResult s, NoteWords notes) {
        return JSON.objectNode()
                .put("sheet", s.sheet())
                .put("form", s.form())
                .put("reporter", s.reporter())
                .put("region", s.region())
                .put("period", s.period())
                .put("verdict", s.verdict().code())
                .put("note", note(s.note(), notes));
    }

    private static ObjectNode finding(ReturnedFinding returned, FindingWords words) {
        Finding f = returned.finding();
        ObjectNode node = JSON.objectNode()
                .put("id", returned.id() == 0 ? null : returned.id())
                .put("accepted", returned.isAccepted() ? returned.accepted() : null)
                .put("sheet", f.sheet())
                .put("cell", f.cell() == null ? null : f.cell().a1())
                .put("rule", f.rule())
                .put("severity", f.severity().code())
                .put("message", words.of(f))
                .put("value", f.value());
        ArrayNode cells = node.putArray("cells");
        f.cells().forEach(at -> cells.addObject().put("sheet", at.sheet()).put("cell", at.a1()));
        return node;
    }

    void print(PrintWriter out, @Nullable Path returned) {
        Map<Verdict, Integer> counts = new TreeMap<>();
        verdicts.forEach(v -> counts.merge(v, 1, Integer::sum));
        out.println(Words.of("import.files", verdicts.size()));
        counts.forEach((verdict, count) -> out.println("  " + Words.of("verdict." + verdict.code()) + "  " + count));
        if (!left.isEmpty()) {
            out.println("  " + Words.of("import.left") + "  " + left.size());
        }
        if (!scan.others().isEmpty()) {
            out.println("  " + Words.of("import.others", scan.others().size()));
        }
        if (!verdicts.isEmpty()
                && counts.keySet().stream().allMatch(v -> v == Verdict.DUPLICATE || v == Verdict.SUPERSEDED)) {
            out.println(Words.of("import.unchanged"));
        }
        FindingWords words = FindingWords.in(Words.language());
        NoteWords notes = NoteWords.in(Words.language());
        report.tellFirstFindings(OF_ONE_RULE, file -> print(out, file, words, notes));
        left.forEach(file -> print(out, file, words, notes));
        if (returned != null && Files.isDirectory(returned)) {
            out.println();
            out.println(Words.of("import.returned", returned));
        }
    }

    private static void print(PrintWriter out, FileResult file, FindingWords words, NoteWords notes) {
        List<ReturnedFinding> said = file.findings().stream()
                .filter(f -> f.finding().severity() != Severity.INFO && isNews(file))
                .toList();
        if (said.isEmpty() && file.note() == null) {
            return;
        }
        out.println();
        String verdict = file.sha256().isEmpty()
                ? "import.left"
                : "verdict." + file.verdict().code();
        out.println(Words.of(verdict) + "  " + file.file());
        if (file.note() != null) {
            out.println("  " + Words.of("import.note", notes.of(file.note())));
        }
        Map<Severity, String> severities = new TreeMap<>();
        Map<String, Integer> told = new TreeMap<>();
        for (ReturnedFinding returned : said) {
            Finding f = returned.finding();
            if (told.merge(f.rule(), 1, Integer::sum) > OF_ONE_RULE) {
                continue;
            }
            out.println("  "
                    + severities.computeIfAbsent(f.severity(), s -> Words.of("severity." + s.code())) + "  " + place(f)
                    + f.rule() + "  " + words.of(f)
                    + (returned.id() == 0 ? "" : "  #" + returned.id())
                    + (returned.isAccepted() ? "  " + Words.of("import.accepted", returned.accepted()) : ""));
        }
        told.forEach((rule, count) -> {
            int more = Math.max(0, count - OF_ONE_RULE) + file.untold().getOrDefault(rule, 0);
            if (more > 0) {
                out.println("  " + Words.of("import.more", rule, more));
            }
        });
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
