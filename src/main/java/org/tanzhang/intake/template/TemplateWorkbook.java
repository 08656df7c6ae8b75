package org.tanzhang.intake.template;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.tanzhang.code.Codes;
import org.tanzhang.intake.reading.PrintedColumns;
import org.tanzhang.intake.reading.PrintedColumns.PrintedColumn;
import org.tanzhang.intake.reference.ReferenceData;
import org.tanzhang.quantity.Units;

/**
 * Writes forms to be filled in: a sheet a form, and a grey one with last year's figures behind each that has any. What is
 * filled in reads back as that form, reporter and year.
 *
 * <p>Rows of reporters may be many thousands: an {@code .xlsx} of them is held a few rows at a time, the rest lies in files
 * of the system's temporary folder until it is written. An {@code .xls} is held whole, {@link #MOST_BINARY} rows of them at
 * most.
 */
public final class TemplateWorkbook {

    /** Reporters that an {@code .xls} takes: a wide export of them with every figure of last year takes some 300 MB. */
    public static final int MOST_BINARY = 10_000;

    /** Rows held; a header is lower. */
    private static final int WINDOW = 100;

    private final Codes codes;
    private final Units units;

    public TemplateWorkbook(ReferenceData reference) {
        this.codes = reference.codes();
        this.units = reference.units();
    }

    /**
     * Writes a workbook.
     *
     * @param binary {@code .xls} instead of {@code .xlsx}
     */
    public void write(List<Blank> forms, boolean binary, OutputStream out) throws IOException {
        if (binary) {
            try (Workbook book = new HSSFWorkbook()) {
                write(forms, book);
                book.write(out);
            }
            return;
        }
        try (XSSFWorkbook book = new XSSFWorkbook();
                OwnFolder folder = OwnFolder.forThisThread()) {
            book.getProperties().getCoreProperties().setCreator("Tanzhang");
            if (forms.stream().allMatch(b -> b.form().rows() == null)) {
                write(forms, book);
                book.write(out);
                return;
            }
            // texts stand in the shared table, as spreadsheets write them: what edits the blank may not know inline
            // ones
            try (SXSSFWorkbook streamed = new SXSSFWorkbook(book, WINDOW, false, true)) {
                write(forms, streamed);
                streamed.write(out);
            }
        }
    }

    private void write(List<Blank> forms, Workbook book) {
        FormLook look = new FormLook(book);
        for (Blank blank : forms) {
            write(blank, book, look, false);
        }
        for (Blank blank : forms) {
            if (blank.showsLastYear()) {
                write(blank, book, look, true);
            }
        }
        book.setActiveSheet(0);
    }

    private void write(Blank blank, Workbook book, FormLook look, boolean lastYear) {
        if (blank.form().rows() == null) {
            LastYear shown = lastYear ? blank.lastYear() : null;
            new FormSheet(book, look, blank, new FormGrid(blank.form(), codes), units, shown).write();
            return;
        }
        List<Optional<PrintedColumn>> columns =
                lastYear ? PrintedColumns.of(blank.form(), blank.measure(), codes, units) : null;
        new ReporterSheet(book, look, blank, codes.regions(), columns).write();
    }
}
