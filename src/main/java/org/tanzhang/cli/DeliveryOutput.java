package org.tanzhang.cli;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.io.Writer;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tanzhang.intake.delivery.Delivery;
import org.tanzhang.intake.delivery.Delivery.Basis;
import org.tanzhang.intake.delivery.Delivery.Counts;
import org.tanzhang.intake.delivery.Delivery.Line;
import org.tanzhang.intake.delivery.DueStatement;
import org.tanzhang.intake.delivery.DueStatement.State;
import org.tanzhang.intake.delivery.MissingCarbon;
import org.tanzhang.ledger.Run;
import org.tanzhang.report.HarmlessText;
import org.tanzhang.report.WholeFile;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Who has reported and who has not: a table and the open ones for people, JSON for machines, CSV for a spreadsheet. */
record DeliveryOutput(Delivery delivery) {

    /** Open statements that the terminal names; the files name all. */
    private static final int NAMED = 30;

    private static final BigDecimal PERCENT = BigDecimal.valueOf(100);

    void print(PrintWriter out) {
        out.println(Words.of("delivery.head", delivery.region().name().zh(), String.valueOf(delivery.year())));
        TextTable table = new TextTable()
                .row(
                        Words.of("table.region"),
                        Words.of("delivery.due"),
                        Words.of("delivery.received"),
                        Words.of("delivery.returned"),
                        Words.of("delivery.waiting"),
                        Words.of("delivery.accepted"),
                        Words.of("delivery.late"),
                        Words.of("delivery.missing-share"));
        delivery.lines().forEach(line -> row(table, name(line), line.counts(), line.carbon()));
        row(table, Words.of("delivery.total"), delivery.counts(), delivery.carbon());
        table.print(out);
        notes(out);
        List<DueStatement> open = delivery.due().stream()
                .filter(d -> d.state() != State.ACCEPTED)
                .sorted(Comparator.comparing(
                        d -> d.lastYear() == null ? BigDecimal.ZERO : d.lastYear(), Comparator.reverseOrder()))
                .toList();
        if (open.isEmpty()) {
            return;
        }
        out.println();
        out.println(Words.of("delivery.open", open.size()));
        TextTable names = new TextTable()
                .row(
                        Words.of("delivery.state"),
                        Words.of("table.region"),
                        Words.of("delivery.form"),
                        Words.of("delivery.reporter"),
                        Words.of("delivery.name"),
                        Words.of("delivery.last-year"));
        open.stream()
                .limit(NAMED)
                .forEach(d -> names.row(
                        Words.of("delivery.state." + d.state().code()),
                        region(d.region()),
                        d.form(),
                        d.reporter(),
                        d.name(),
                        d.lastYear() == null
                                ? "—"
                                : d.lastYear()
                                        .setScale(0, RoundingMode.HALF_EVEN)
                                        .toPlainString()));
        names.print(out);
        if (open.size() > NAMED) {
            out.println(Words.of("delivery.more", open.size() - NAMED));
        }
    }

    private void row(TextTable table, String name, Counts counts, MissingCarbon carbon) {
        table.row(
                name,
                String.valueOf(counts.due()),
                String.valueOf(counts.received()),
                String.valueOf(counts.returned()),
                String.valueOf(counts.waiting()),
                String.valueOf(counts.accepted()),
                delivery.tellsLateness() ? String.valueOf(counts.late()) : "—",
                percent(carbon));
    }

    private String percent(MissingCarbon carbon) {
        return carbon.share()
                .map(share -> share.multiply(PERCENT)
                                .setScale(1, RoundingMode.HALF_EVEN)
                                .toPlainString()
                        + "%" + (carbon.incomplete() ? "*" : ""))
                .orElse("—");
    }

    private void notes(PrintWriter out) {
        Run run = delivery.lastYear();
        String before = String.valueOf(delivery.year() - 1);
        out.println(
                run == null
                        ? Words.of("delivery.no-run", before)
                        : Words.of("delivery.share", before, String.valueOf(run.id())));
        if (delivery.carbon().incomplete()) {
            out.println(Words.of("delivery.incomplete", before));
        }
        BigDecimal gone = delivery.carbon().noLongerDue();
        if (gone.signum() != 0) {
            out.println(Words.of(
                    "delivery.gone", gone.setScale(0, RoundingMode.HALF_EVEN).toPlainString()));
        }
        if (!delivery.tellsLateness()) {
            out.println(Words.of("delivery.no-day"));
        }
        List<String> without = delivery.lines().stream()
                .filter(line -> line.basis() == Basis.LAST_YEAR)
                .map(DeliveryOutput::name)
                .toList();
        if (without.size() == delivery.lines().size()) {
            out.println(Words.of("delivery.no-register", String.valueOf(delivery.year()), before));
        } else if (!without.isEmpty()) {
            out.println(Words.of(
                    "delivery.some-registers",
                    String.valueOf(delivery.year()),
                    before,
                    String.join(Words.of("delivery.and"), without)));
        }
    }

    private static String name(Line line) {
        String name = line.region().name().zh();
        return line.own() ? Words.of("delivery.own", name) : name;
    }

    private String region(String code) {
        return delivery.lines().stream()
                .map(Line::region)
                .filter(r -> r.code().equals(code))
                .map(r -> r.name().zh())
                .findFirst()
                .orElse(code);
    }

    ObjectNode json() {
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        document.put("year", delivery.year())
                .put("region_code", delivery.region().code())
                .put("region", delivery.region().name().zh());
        ObjectNode days = document.putObject("due_dates");
        delivery.dueDates().byForm().keySet().stream()
                .sorted()
                .forEach(form -> days.put(
                        form,
                        delivery.dueDates()
                                .lastDay(form, delivery.year())
                                .orElseThrow()
                                .toString()));
        Run run = delivery.lastYear();
        if (run == null) {
            document.putNull("last_year_run");
        } else {
            document.putObject("last_year_run")
                    .put("run_id", String.valueOf(run.id()))
                    .put("year", run.year())
                    .put("digest", run.digest());
        }
        numbers(document.putObject("total"), delivery.counts(), delivery.carbon());
        ArrayNode regions = document.putArray("regions");
        for (Line line : delivery.lines()) {
            ObjectNode node = regions.addObject()
                    .put("region_code", line.region().code())
                    .put("region", line.region().name().zh())
                    .put("own", line.own())
                    .put("basis", line.basis().code());
            numbers(node, line.counts(), line.carbon());
            ArrayNode statements = node.putArray("statements");
            line.due().forEach(due -> statement(statements.addObject(), due));
        }
        return document;
    }

    private void numbers(ObjectNode node, Counts counts, MissingCarbon carbon) {
        node.put("due", counts.due())
                .put("received", counts.received())
                .put("returned", counts.returned())
                .put("waiting", counts.waiting())
                .put("accepted", counts.accepted())
                .put("late", delivery.tellsLateness() ? (Integer) counts.late() : null);
        boolean known = delivery.lastYear() != null;
        node.put("last_year_co2_t", known ? plain(carbon.lastYear()) : null)
                .put("missing_co2_t", known ? plain(carbon.missing()) : null)
                .put("no_longer_due_co2_t", known ? plain(carbon.noLongerDue()) : null)
                .put("missing_share", carbon.share().map(DeliveryOutput::plain).orElse(null))
                .put("incomplete", known ? (Boolean) carbon.incomplete() : null);
    }

    private static void statement(ObjectNode node, DueStatement due) {
        node.put("form", due.form())
                .put("came_as", due.cameAs().isEmpty() ? null : due.cameAs())
                .put("reporter", due.reporter())
                .put("name", due.name())
                .put("state", due.state().code())
                .put("received", text(due.received()))
                .put("accepted", text(due.accepted()))
                .put("late", due.late())
                .put("versions", due.versions())
                .put("file", due.file().isEmpty() ? null : due.file())
                .put("last_year_co2_t", due.lastYear() == null ? null : plain(due.lastYear()));
    }

    private static @Nullable String text(@Nullable Instant time) {
        return time == null ? null : time.toString();
    }

    private static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }

    /** Writes one line a due statement; with the mark that spreadsheets need to see UTF-8. */
    void write(Path target) throws IOException {
        WholeFile.write(target, stream -> {
            Writer text = new OutputStreamWriter(stream, StandardCharsets.UTF_8);
            text.write('\uFEFF');
            CsvWriter csv =
                    CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(text);
            csv.writeRecord(
                    "year",
                    "region_code",
                    "region",
                    "form",
                    "reporter",
                    "name",
                    "state",
                    "received",
                    "accepted",
                    "late",
                    "versions",
                    "file",
                    "last_year_co2_t",
                    "came_as");
            for (DueStatement due : delivery.due()) {
                csv.writeRecord(
                        String.valueOf(delivery.year()),
                        due.region(),
                        region(due.region()),
                        due.form(),
                        due.reporter(),
                        HarmlessText.of(due.name()),
                        due.state().code(),
                        time(due.received()),
                        time(due.accepted()),
                        due.late() == null ? "" : String.valueOf(due.late()),
                        String.valueOf(due.versions()),
                        HarmlessText.of(due.file()),
                        due.lastYear() == null ? "" : plain(due.lastYear()),
                        due.cameAs());
            }
            csv.flush();
        });
    }

    private static String time(@Nullable Instant time) {
        return time == null ? "" : StatusOutput.TIME.format(time);
    }
}
