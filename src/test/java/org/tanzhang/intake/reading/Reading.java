package org.tanzhang.intake.reading;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.tanzhang.intake.form.FormLibrary;
import org.tanzhang.intake.reference.Shipped;
import org.tanzhang.intake.rule.RuleLibrary;
import org.tanzhang.observation.Observation;
import org.tanzhang.quality.Finding;

/** What the reader makes of a workbook, in lines that a test can name. */
final class Reading {

    private static final StatementReader READER = new StatementReader(
            Shipped.codes(),
            Shipped.units(),
            FormLibrary.shipped(),
            RuleLibrary.shipped().book());

    private final ReadWorkbook workbook;

    private Reading(byte[] bytes) {
        this(READER, bytes);
    }

    private Reading(StatementReader reader, byte[] bytes) {
        this(reader, bytes, ReadingHints.NONE);
    }

    private Reading(StatementReader reader, byte[] bytes, ReadingHints hints) {
        workbook = reader.read(bytes, hints);
    }

    /** Read with other forms than the shipped ones. */
    static Reading of(FormLibrary forms, Sketch sketch) {
        StatementReader reader = new StatementReader(
                Shipped.codes(), Shipped.units(), forms, RuleLibrary.shipped().book());
        return new Reading(reader, sketch.bytes());
    }

    static Reading of(byte[] bytes, ReadingHints hints) {
        return new Reading(READER, bytes, hints);
    }

    static Reading of(Sketch sketch) {
        return new Reading(sketch.bytes());
    }

    static Reading of(byte[] bytes) {
        return new Reading(bytes);
    }

    static Reading of(Path file) {
        try {
            return new Reading(Files.readAllBytes(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    ReadWorkbook workbook() {
        return workbook;
    }

    /** The workbook's first statement. */
    ReadStatement statement() {
        return workbook.statements().get(0);
    }

    /** {@code 205-1 91430112MA4LXYAW1X 2024-01..12} for every statement. */
    List<String> statements() {
        return workbook.statements().stream()
                .map(s -> s.definition() + " "
                        + (s.reporter() == null ? "?" : s.reporter().code()) + " "
                        + (s.period() == null ? "?" : s.period().toString()))
                .toList();
    }

    /** {@code final.industry/raw-coal = 4792.56 10^4 t at Sheet1!D33}, or the notation in place of the number. */
    List<String> cells() {
        return workbook.statements().stream()
                .flatMap(s -> s.observations().stream())
                .map(Reading::line)
                .toList();
    }

    /** Whether any cell of a sheet states a number of an item. */
    boolean states(String item, String sheet) {
        return workbook.statements().stream()
                .flatMap(s -> s.observations().stream())
                .anyMatch(o -> o.item().equals(item) && o.cell().sheet().equals(sheet) && o.value() != null);
    }

    /** The cells that state a number. */
    List<String> numbers() {
        return workbook.statements().stream()
                .flatMap(s -> s.observations().stream())
                .filter(o -> o.value() != null)
                .map(Reading::line)
                .toList();
    }

    private static String line(Observation o) {
        String value =
                o.value() == null ? String.valueOf(o.notation()) : o.value().toPlainString();
        return o.item() + "/" + o.carrier() + " = " + value + " " + o.unit() + " at " + o.cell();
    }

    /** {@code R-CELL-01 error 205-1!H10 [约三百吨]} for every finding, of the file and of its statements. */
    List<String> findings() {
        return all().stream().map(Reading::line).toList();
    }

    /** The findings that are errors. */
    List<String> errors() {
        return all().stream().filter(Finding::isError).map(Reading::line).toList();
    }

    List<Finding> all() {
        List<Finding> all = new ArrayList<>(workbook.findings());
        workbook.statements().forEach(s -> all.addAll(s.findings()));
        return all;
    }

    static String line(Finding f) {
        String at = f.cell() != null ? f.cell().toString() : f.sheet() != null ? f.sheet() : "file";
        return f.rule() + " " + f.severity().code() + " " + at + " " + f.arguments();
    }
}
