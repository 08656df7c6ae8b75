package org.tanzhang.intake.template;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.tanzhang.code.Codes;
import org.tanzhang.intake.reference.ReferenceData;
import org.tanzhang.quantity.Units;

/**
 * Writes forms to be filled in: a sheet a form, and a grey one with last year's figures behind each that has any. What is
 * filled in reads back as that form, reporter and year.
 */
public final class TemplateWorkbook {

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
        try (Workbook book = binary ? new HSSFWorkbook() : new XSSFWorkbook()) {
            FormLook look = new FormLook(book);
            for (Blank blank : forms) {
                if (blank.form().rows() == null) {
                    new FormSheet(book, look, blank, new FormGrid(blank.form(), codes), units, null).write();
                } else {
                    new ReporterSheet(book, look, blank, codes.regions()).write();
                }
            }
            for (Blank blank : forms) {
                LastYear lastYear = blank.lastYear();
                if (lastYear != null) {
                    new FormSheet(book, look, blank, new FormGrid(blank.form(), codes), units, lastYear).write();
                }
            }
            book.setActiveSheet(0);
            if (book instanceof XSSFWorkbook xlsx) {
                xlsx.getProperties().getCoreProperties().setCreator("Tanzhang");
            }
            book.write(out);
        }
    }
}
