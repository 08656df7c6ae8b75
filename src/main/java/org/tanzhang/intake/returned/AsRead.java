package org.tanzhang.intake.returned;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.tanzhang.intake.workbook.ReadingBudget;
import org.tanzhang.intake.workbook.SheetCell;
import org.tanzhang.intake.workbook.SheetHead;
import org.tanzhang.intake.workbook.SheetRow;
import org.tanzhang.intake.workbook.SheetRows;
import org.tanzhang.intake.workbook.UnreadableWorkbookException;
import org.tanzhang.intake.workbook.WorkbookReader;
import org.tanzhang.observation.CellAddress;

/**
 * An {@code .xlsx} with the text of a file as it was read, for files that can bear no marks themselves: every cell at its
 * place, no look, no formula. A text stays a text, whatever it begins with.
 */
final class AsRead {

    private static final String HEAD = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
    private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static final String PACKAGE = "http://schemas.openxmlformats.org/package/2006/";
    private static final String TYPES = "application/vnd.openxmlformats-officedocument.spreadsheetml.";

    /** What a name of a sheet holds. */
    private static final int NAME_LIMIT = 31;

    private final ZipOutputStream zip;
    private final StringBuilder types = new StringBuilder(HEAD + "<Types xmlns=\"" + PACKAGE + "content-types\">"
            + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
            + "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
            + "<Override PartName=\"/xl/workbook.xml\" ContentType=\"" + TYPES + "sheet.main+xml\"/>");
    private final StringBuilder book = new StringBuilder(HEAD + "<workbook xmlns=\"" + MAIN + "\" xmlns:r=\""
            + OfficePackage.RELATIONSHIPS.substring(0, OfficePackage.RELATIONSHIPS.length() - 1) + "\"><sheets>");
    private final StringBuilder references =
            new StringBuilder(HEAD + "<Relationships xmlns=\"" + PACKAGE + "relationships\">");
    private final Map<String, String> names = new LinkedHashMap<>();
    private final Set<String> taken = new HashSet<>();

    private AsRead(ZipOutputStream zip) {
        this.zip = zip;
    }

    /** Writes a workbook without a sheet. */
    static void nothing(OutputStream out) throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
            new AsRead(zip).finish();
        }
    }

    /**
     * Writes the workbook.
     *
     * @param budget within which the file is read
     * @return the sheets by the names they had, with the names they got: Excel takes 31 characters, not all of them, and
     *     no name twice; empty where nothing could be read
     */
    static Map<String, String> write(Path original, ReadingBudget budget, OutputStream out) throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
            AsRead written = new AsRead(zip);
            try (SheetRows rows = new WorkbookReader(budget).rows(original)) {
                for (SheetHead head = rows.nextSheet(); head != null; head = rows.nextSheet()) {
                    if (!head.hidden()) {
                        written.sheet(head.name(), rows);
                    }
                }
            } catch (UnreadableWorkbookException e) {
                // what came before the fault stays
            }
            written.finish();
            return written.names;
        }
    }

    private void sheet(String name, SheetRows rows) throws IOException, UnreadableWorkbookException {
        String given = name(name, taken);
        int number = names.size() + 1;
        names.put(name, given);
        String part = "worksheets/sheet" + number + ".xml";
        types.append("<Override PartName=\"/xl/" + part + "\" ContentType=\"" + TYPES + "worksheet+xml\"/>");
        book.append("<sheet name=\"" + Tag.escaped(given) + "\" sheetId=\"" + number + "\" r:id=\"s" + number + "\"/>");
        references.append("<Relationship Id=\"s" + number + "\" Type=\"" + OfficePackage.RELATIONSHIPS
                + "worksheet\" Target=\"" + part + "\"/>");
        zip.putNextEntry(new ZipEntry("xl/" + part));
        Writer out = new OutputStreamWriter(zip, StandardCharsets.UTF_8);
        out.write(HEAD + "<worksheet xmlns=\"" + MAIN + "\"><sheetFormatPr defaultRowHeight=\"14.25\"/><sheetData>");
        try {
            rows(rows, out);
        } finally {
            out.write("</sheetData></worksheet>");
            out.flush();
            zip.closeEntry();
        }
    }

    private static void rows(SheetRows rows, Writer out) throws IOException, UnreadableWorkbookException {
        int last = -1;
        for (SheetRow row = rows.nextRow(); row != null; row = rows.nextRow()) {
            if (row.number() <= last) {
                throw new IOException("rows out of order");
            }
            last = row.number();
            out.write("<row r=\"" + (last + 1) + "\">");
            for (SheetCell cell : row.cells()) {
                cell(cell, out);
            }
            out.write("</row>");
        }
    }

    private void finish() throws IOException {
        part(zip, "[Content_Types].xml", types + "</Types>");
        part(
                zip,
                "_rels/.rels",
                HEAD + "<Relationships xmlns=\"" + PACKAGE + "relationships\"><Relationship Id=\"w\" Type=\""
                        + OfficePackage.RELATIONSHIPS
                        + "officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>");
        part(zip, "xl/workbook.xml", book + "</sheets></workbook>");
        part(zip, "xl/_rels/workbook.xml.rels", references + "</Relationships>");
    }

    private static void part(ZipOutputStream zip, String name, String content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }

    private static String name(String name, Set<String> taken) {
        String fit = name.replaceAll("[\\[\\]:*?/\\\\]", "_");
        fit = fit.isBlank() ? "Sheet" : fit.substring(0, Math.min(NAME_LIMIT, fit.length()));
        String free = fit;
        for (int n = 2; !taken.add(free.toLowerCase(Locale.ROOT)); n++) {
            String number = "(" + n + ")";
            free = fit.substring(0, Math.min(NAME_LIMIT - number.length(), fit.length())) + number;
        }
        return free;
    }

    private static void cell(SheetCell cell, Writer out) throws IOException {
        String at = new CellAddress("", cell.row(), cell.column()).a1();
        switch (cell.kind()) {
            case NUMBER -> {
                if (isExact(cell.text())) {
                    out.write("<c r=\"" + at + "\"><v>" + cell.text() + "</v></c>");
                } else {
                    text(at, cell.text(), out);
                }
            }
            case BOOLEAN ->
                out.write("<c r=\"" + at + "\" t=\"b\"><v>" + (cell.text().equals("TRUE") ? 1 : 0) + "</v></c>");
            case ERROR -> out.write("<c r=\"" + at + "\" t=\"e\"><v>" + Tag.escaped(cell.text()) + "</v></c>");
            case TEXT, DATE, UNCALCULATED -> text(at, cell.text(), out);
        }
    }

    private static void text(String at, String text, Writer out) throws IOException {
        out.write("<c r=\"" + at + "\"" + ListSheet.content(text));
    }

    /** Whether a spreadsheet keeps the number as it is written. */
    private static boolean isExact(String text) {
        try {
            BigDecimal number = new BigDecimal(text);
            return number.compareTo(new BigDecimal(Double.toString(number.doubleValue()))) == 0;
        } catch (NumberFormatException e) {
            return false;
        }
    }
}
