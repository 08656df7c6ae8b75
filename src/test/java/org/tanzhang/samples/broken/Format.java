package org.tanzhang.samples.broken;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.apache.poi.ss.usermodel.Workbook;
import org.tanzhang.samples.SampleFile;

/** The formats in which workbooks arrive, whatever their names say. */
enum Format {
    XLSX,
    XLS,
    CSV,
    CSV_GB18030,
    TSV,
    HTML,
    XML_SPREADSHEET;

    private static final Charset GB18030 = Charset.forName("GB18030");

    /** Whether it is an Excel workbook, which can carry marks. */
    boolean isExcel() {
        return this == XLSX || this == XLS;
    }

    /** Whether its sheets have names. */
    boolean namesSheets() {
        return isExcel() || this == XML_SPREADSHEET;
    }

    byte[] write(Workbook workbook) throws IOException {
        return switch (this) {
            case XLSX, XLS -> SampleFile.bytes(workbook);
            case CSV -> TextTable.of(workbook).separated(',').getBytes(StandardCharsets.UTF_8);
            case CSV_GB18030 -> TextTable.of(workbook).separated(',').getBytes(GB18030);
            case TSV -> TextTable.of(workbook).separated('\t').getBytes(StandardCharsets.UTF_8);
            case HTML -> TextTable.of(workbook).html().getBytes(StandardCharsets.UTF_8);
            case XML_SPREADSHEET -> TextTable.of(workbook).xml().getBytes(StandardCharsets.UTF_8);
        };
    }
}
