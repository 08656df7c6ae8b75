package org.tanzhang.account;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import org.tanzhang.intake.form.FormLibrary;
import org.tanzhang.intake.reading.ReadStatement;
import org.tanzhang.intake.reading.ReadWorkbook;
import org.tanzhang.intake.reading.StatementReader;
import org.tanzhang.intake.reference.Shipped;
import org.tanzhang.intake.rule.RuleLibrary;
import org.tanzhang.observation.Observation;
import org.tanzhang.observation.Statement;
import org.tanzhang.observation.UnitEntry;
import org.tanzhang.quality.Finding;

/** Workbooks read and numbered as the store would number them, without a store. */
final class Stored {

    private final StatementReader reader = new StatementReader(
            Shipped.codes(),
            Shipped.units(),
            FormLibrary.shipped(),
            RuleLibrary.shipped().book());
    private final AtomicLong numbers = new AtomicLong(1);
    private final List<Statement> statements = new ArrayList<>();
    private final List<UnitEntry> units = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();

    Stored read(Path file) {
        try {
            ReadWorkbook workbook = reader.read(Files.readAllBytes(file));
            findings.addAll(workbook.findings());
            workbook.statements().forEach(s -> add(s, String.valueOf(file.getFileName())));
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void add(ReadStatement s, String file) {
        findings.addAll(s.findings());
        units.addAll(s.units());
        List<Observation> observations = s.observations().stream()
                .map(o -> new Observation(
                        numbers.getAndIncrement(),
                        o.item(),
                        o.carrier(),
                        o.cell(),
                        o.raw(),
                        o.value(),
                        o.notation(),
                        o.unit()))
                .toList();
        statements.add(new Statement(
                numbers.getAndIncrement(),
                s.form(),
                Objects.requireNonNull(s.reporter()),
                Objects.requireNonNull(s.period()),
                new Statement.Origin(file, ""),
                observations));
    }

    List<Statement> statements(String form) {
        return statements.stream().filter(s -> s.form().equals(form)).toList();
    }

    UnitEntry placeOf(Statement card) {
        return units.stream()
                .filter(u -> u.creditCode().equals(card.reporter().code()))
                .findFirst()
                .orElseThrow();
    }

    /** The observation of that number. */
    Observation observation(long number) {
        return statements.stream()
                .flatMap(s -> s.observations().stream())
                .filter(o -> o.id() == number)
                .findFirst()
                .orElseThrow();
    }

    List<Finding> findings() {
        return findings;
    }
}
