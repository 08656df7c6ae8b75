package org.tanzhang.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tanzhang.intake.NoteWords;
import org.tanzhang.intake.comparison.Versions;
import org.tanzhang.intake.comparison.Versions.CellChange;
import org.tanzhang.intake.comparison.Versions.Change;
import org.tanzhang.intake.comparison.Versions.Receipt;
import org.tanzhang.intake.reference.Digest;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** {@code diff-submission FILE|ID [FILE|ID]}: versions of a submission, cell by cell. */
@Command(name = "diff-submission", resourceBundle = "messages.cli")
final class DiffSubmissionCommand implements Callable<Integer> {

    /** The bureau's clock. */
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(ZoneId.of("Asia/Shanghai"));

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

    @Mixin
    private final CommonOptions common = new CommonOptions();

    @Parameters(index = "0", paramLabel = "FILE|ID", descriptionKey = "submission")
    private String one = "";

    @Parameters(index = "1", arity = "0..1", paramLabel = "FILE|ID", descriptionKey = "submission-other")
    private @Nullable String other;

    /** What was found: how the submission came to be, and what its statements change. */
    private record Found(
            String name, @Nullable String other, List<Receipt> receipts, List<Change> changes, Versions versions) {

        /** That no statement of one stands beside one of the other. */
        String nothing() {
            return other == null ? Words.of("versions.none", name) : Words.of("versions.none-between", name, other);
        }
    }

    @Override
    public Integer call() throws Exception {
        Output output = Output.of(spec, common);
        try (Session session = Session.open()) {
            Versions versions = session.get(Versions.class);
            long first = resolve(versions, one);
            String second = other;
            List<Change> changes = second == null
                    ? versions.changesOf(first)
                    : versions.changesBetween(
                            Math.min(first, resolve(versions, second)), Math.max(first, resolve(versions, second)));
            Found found = new Found(one, second, versions.history(first), changes, versions);
            output.write(out -> print(out, found), () -> json(found));
        }
        return ExitCode.DONE;
    }

    /** A number of a submission, a file on disk by its bytes, or the name a file came under. */
    private long resolve(Versions versions, String named) throws IOException {
        Optional<Long> submission = Optional.empty();
        if (named.matches("[0-9]{1,18}")) {
            submission = versions.receipt(Long.parseLong(named)).map(Receipt::submission);
        } else if (Files.isRegularFile(Path.of(named))) {
            submission = versions.submissionOf(Digest.sha256(Files.readAllBytes(Path.of(named))));
        }
        return submission
                .or(() -> versions.submissionNamed(named))
                .orElseThrow(() ->
                        new CommandLine.ParameterException(spec.commandLine(), Words.of("usage.no-submission", named)));
    }

    private static void print(PrintWriter out, Found found) {
        TextTable receipts = new TextTable()
                .row(
                        Words.of("versions.id"),
                        Words.of("versions.received"),
                        Words.of("versions.officer"),
                        Words.of("versions.verdict"),
                        Words.of("versions.file"),
                        Words.of("versions.source"));
        found.receipts()
                .forEach(r -> receipts.row(
                        "#" + r.submission(),
                        TIME.format(r.received()),
                        r.officer().isEmpty() ? "—" : r.officer() + "@" + r.host(),
                        verdicts(r),
                        r.file(),
                        r.source().isEmpty() ? "—" : r.source()));
        receipts.print(out);
        if (found.changes().isEmpty()) {
            out.println();
            out.println(found.nothing());
        }
        NoteWords notes = NoteWords.in(Words.language());
        List<Change> telling = found.changes().stream()
                .filter(DiffSubmissionCommand::isTelling)
                .toList();
        for (Change change : telling) {
            out.println();
            out.println(change.definition() + "  " + change.reporterName() + "  " + change.period() + "  "
                    + notes.of(change.note()));
            TextTable cells = new TextTable()
                    .row(
                            Words.of("versions.item"),
                            Words.of("versions.carrier"),
                            Words.of("versions.cell"),
                            Words.of("versions.old"),
                            Words.of("versions.now"));
            List<CellChange> changed = cells(found, change);
            changed.forEach(c -> cells.row(
                    found.versions().itemName(change, c),
                    found.versions().carrierName(c),
                    c.cell().toString(),
                    c.old().isEmpty() ? "—" : c.old(),
                    c.now().isEmpty() ? "—" : c.now()));
            if (!changed.isEmpty()) {
                cells.print(out);
            }
        }
        if (telling.size() < found.changes().size()) {
            out.println();
            out.println(Words.of("versions.same", found.changes().size() - telling.size()));
        }
    }

    /** Whether a version says anything else than the one before, or is judged otherwise. */
    private static boolean isTelling(Change change) {
        return change.cells() + change.cured() + change.added() > 0;
    }

    private static List<CellChange> cells(Found found, Change change) {
        return change.cells() == 0 ? List.of() : found.versions().cells(change);
    }

    private static String verdicts(Receipt receipt) {
        return receipt.verdicts().stream()
                .map(v -> Words.find("verdict." + v).orElse(v))
                .collect(Collectors.joining("、"));
    }

    private static ObjectNode json(Found found) {
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        ArrayNode receipts = document.putArray("versions");
        for (Receipt r : found.receipts()) {
            ObjectNode node = receipts.addObject();
            node.put("submission", r.submission())
                    .put("file", r.file())
                    .put("sha256", r.sha256())
                    .put("received", r.received().toString())
                    .put("officer", r.officer().isEmpty() ? null : r.officer())
                    .put("host", r.host().isEmpty() ? null : r.host())
                    .put("source", r.source().isEmpty() ? null : r.source());
            ArrayNode verdicts = node.putArray("verdicts");
            r.verdicts().forEach(verdicts::add);
        }
        NoteWords notes = NoteWords.in(Words.language());
        ArrayNode statements = document.putArray("statements");
        for (Change change : found.changes()) {
            ObjectNode node = statements.addObject();
            node.put("form", change.definition())
                    .put("reporter", change.reporter())
                    .put("period", change.period())
                    .put("note", notes.of(change.note()))
                    .put("total_before_tce", text(change.before()))
                    .put("total_tce", text(change.now()))
                    .put("cured", change.cured())
                    .put("new", change.added());
            ArrayNode cells = node.putArray("cells");
            cells(found, change)
                    .forEach(c -> cells.addObject()
                            .put("item", c.item())
                            .put("carrier", c.carrier())
                            .put("sheet", c.cell().sheet())
                            .put("cell", c.cell().a1())
                            .put("old", c.old())
                            .put("new", c.now()));
        }
        return document;
    }

    private static @Nullable String text(java.math.@Nullable BigDecimal number) {
        return number == null ? null : number.stripTrailingZeros().toPlainString();
    }
}
