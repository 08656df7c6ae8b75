package org.tanzhang.intake.reference;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A reference CSV file; whatever goes wrong in a line is said with file and line number. */
record Table(Path file) {

    /** A line of it. */
    record Line(Path file, NamedCsvRecord fields) {

        /** @throws ReferenceDataException when the column is empty */
        String text(String column) {
            String text = textOrNull(column);
            if (text == null) {
                throw new ReferenceDataException(
                        file.getFileName() + ":" + fields.getStartingLineNumber() + ": " + column + " is missing");
            }
            return text;
        }

        @Nullable String textOrNull(String column) {
            String text = fields.findField(column).orElse("").strip();
            return text.isEmpty() ? null : text;
        }

        String textOrEmpty(String column) {
            String text = textOrNull(column);
            return text == null ? "" : text;
        }

        List<String> list(String column) {
            return Arrays.stream(textOrEmpty(column).split(";"))
                    .map(String::strip)
                    .filter(s -> !s.isEmpty())
                    .toList();
        }

        /** A year; a date gives its year. */
        @Nullable Integer year(String column) {
            String text = textOrNull(column);
            return text == null ? null : Integer.valueOf(text.substring(0, 4));
        }
    }

    <T> List<T> read(Function<Line, T> row) {
        try (CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(file, StandardCharsets.UTF_8)) {
            return csv.stream()
                    .map(fields -> convert(new Line(file, fields), row))
                    .toList();
        } catch (IOException e) {
            throw new ReferenceDataException(file + " cannot be read", e);
        }
    }

    /** The rows of a file that need not be there. */
    <T> List<T> readIfThere(Function<Line, T> row) {
        return Files.isRegularFile(file) ? read(row) : List.of();
    }

    byte[] bytesIfThere() {
        return Files.isRegularFile(file) ? bytes() : new byte[0];
    }

    private <T> T convert(Line line, Function<Line, T> row) {
        try {
            return row.apply(line);
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            throw new ReferenceDataException(
                    file.getFileName() + ":" + line.fields().getStartingLineNumber() + ": " + e.getMessage(), e);
        }
    }

    byte[] bytes() {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new ReferenceDataException(file + " cannot be read", e);
        }
    }
}
