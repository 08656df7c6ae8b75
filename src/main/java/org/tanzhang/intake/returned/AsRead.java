package org.tanzhang.intake.returned;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.tanzhang.intake.workbook.SheetCell;
import org.tanzhang.intake.workbook.SheetCells;
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

    private AsRead() {}

    static void write(List<SheetCells> sheets, OutputStream out) throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
            StringBuilder types = new StringBuilder(HEAD + "<Types xmlns=\"" + PACKAGE + "content-types\">"
                    + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                    + "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
                    + "<Override PartName=\"/xl/workbook.xml\" ContentType=\"" + TYPES + "sheet.main+xml\"/>");
            StringBuilder book = new StringBuilder(HEAD + "<workbook xmlns=\"" + MAIN + "\" xmlns:r=\""
                    + OfficePackage.RELATIONSHIPS.substring(0, OfficePackage.RELATIONSHIPS.length() - 1) + "\"><sheets>");
            StringBuilder references = new StringBuilder(HEAD + "<Relationships xmlns=\"" + PACKAGE + "relationships\">");
            List<String> names = names(sheets);
            for (int i = 1; i <= sheets.size(); i++) {
                String part = "worksheets/sheet" + i + ".xml";
                types.append("<Override PartName=\"/xl/" + part + "\" ContentType=\"" + TYPES + "worksheet+xml\"/>");
                book.append("<sheet name=\"" + Tag.escaped(names.get(i - 1)) + "\" sheetId=\"" + i
                        + "\" r:id=\"s" + i + "\"/>");
                references.append("<Relationship Id=\"s" + i + "\" Type=\"" + OfficePackage.RELATIONSHIPS
                        + "worksheet\" Target=\"" + part + "\"/>");
            }
            part(zip, "[Content_Types].xml", types + "</Types>");
            part(zip, "_rels/.rels", HEAD + "<Relationships xmlns=\"" + PACKAGE + "relationships\"><Relationship Id=\"w\" Type=\""
                    + OfficePackage.RELATIONSHIPS + "officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>");
            part(zip, "xl/workbook.xml", book + "</sheets></workbook>");
            part(zip, "xl/_rels/workbook.xml.rels", references + "</Relationships>");
            for (int i = 1; i <= sheets.size(); i++) {
                zip.putNextEntry(new ZipEntry("xl/worksheets/sheet" + i + ".xml"));
                Writer cells = new OutputStreamWriter(zip, StandardCharsets.UTF_8);
                sheet(sheets.get(i - 1), cells);
                cells.flush();
                zip.closeEntry();
            }
        }
    }

    /** The names that the sheets get: Excel takes 31 characters, not all of them, and no name twice. */
    static List<String> names(List<SheetCells> sheets) {
        Set<String> taken = new HashSet<>();
        return sheets.stream().map(sheet -> name(sheet.name(), taken)).toList();
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

    private static void sheet(SheetCells sheet, Writer out) throws IOException {
        out.write(HEAD + "<worksheet xmlns=\"" + MAIN + "\"><sheetFormatPr defaultRowHeight=\"14.25\"/><sheetData>");
        for (int row : sheet.rowNumbers()) {
            out.write("<row r=\"" + (row + 1) + "\">");
            for (SheetCell cell : sheet.row(row)) {
                cell(cell, out);
            }
            out.write("</row>");
        }
        out.write("</sheetData></worksheet>");
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
            case BOOLEAN -> out.write("<c r=\"" + at + "\" t=\"b\"><v>" + (cell.text().equals("TRUE") ? 1 : 0) + "</v></c>");
            case ERROR -> out.write("<c r=\"" + at + "\" t=\"e\"><v>" + Tag.escaped(cell.text()) + "</v></c>");
            case TEXT -> text(at, cell.text(), out);
        }
    }

    private static void text(String at, String text, Writer out) throws IOException {
        out.write("<c r=\"" + at + "\" t=\"inlineStr\"><is><t xml:space=\"preserve\">" + ListSheet.cellText(text)
                + "</t></is></c>");
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
