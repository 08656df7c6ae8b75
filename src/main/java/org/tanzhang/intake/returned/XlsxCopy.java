package org.tanzhang.intake.returned;

import java.io.IOException;
import java.io.OutputStream;
import java.io.Writer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.poi.ss.SpreadsheetVersion;
import org.jspecify.annotations.Nullable;
import org.tanzhang.intake.returned.OfficePackage.Relationship;
import org.tanzhang.intake.returned.SheetIndex.NewSheet;
import org.tanzhang.intake.returned.SheetIndex.Sheet;
import org.tanzhang.quality.FindingWords;

/**
 * A marked copy of an {@code .xlsx}, part by part: parts that bear no mark are copied as they are, the others by one pass
 * each, so that neither the sender's charts, formulas and styles nor a sheet's size matter.
 */
final class XlsxCopy {

    /** Shape numbers of usual workbooks are in blocks far below. */
    private static final int FIRST_BLOCK = 256;

    private static final String WORKSHEET_TYPE =
            "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml";
    private static final String COMMENTS_TYPE =
            "application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml";
    private static final String STYLES_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml";

    private final OfficePackage source;
    private final Allowance allowance;
    private final FindingWords words;
    private final String workbook;
    private final List<Sheet> sheets;
    private final Map<String, Relationship> relationships = new LinkedHashMap<>();
    private final Set<Sheet> earlier = new LinkedHashSet<>();
    private final List<MarkedSheet> marked = new ArrayList<>();
    private final List<NewSheet> lists = new ArrayList<>();
    private final Map<String, String> newTypes = new LinkedHashMap<>();
    private final String stylesPart;
    private final boolean styled;
    private final CellStyles styles;
    private final FindingTable table;

    private XlsxCopy(OfficePackage source, Answer answer, FindingWords words, boolean linked, Allowance allowance)
            throws IOException {
        this.source = source;
        this.allowance = allowance;
        this.words = words;
        workbook = source.workbook();
        try (XmlTokens xml = source.read(workbook)) {
            sheets = SheetIndex.read(xml);
        }
        for (Relationship relationship : source.relationships(workbook)) {
            relationships.put(relationship.id(), relationship);
        }
        @Nullable Relationship given = relationships.values().stream()
                .filter(r -> r.is("styles"))
                .findFirst()
                .orElse(null);
        stylesPart = given == null ? free("xl/styles", ".xml") : OfficePackage.resolve(workbook, given.target());
        styled = given != null;
        try (XmlTokens xml = styled ? source.read(stylesPart) : XmlTokens.of(CellStyles.EMPTY)) {
            styles = CellStyles.read(xml);
        }
        for (Sheet sheet : sheets) {
            if (sheet.name().startsWith(FindingTable.SHEET)
                    && new FirstCell(source, workbook).of(part(sheet)).equals(FindingTable.TITLE)) {
                earlier.add(sheet);
            }
        }
        Set<String> names = names();
        FaultyCells cells = new FaultyCells(answer.findings(), names, SpreadsheetVersion.EXCEL2007);
        plan(cells, new FaultComments(answer.findings(), cells, words));
        table = new FindingTable(answer, linked);
        Set<String> taken = new HashSet<>(names);
        for (int page : table.pages()) {
            String name = FindingTable.freeName(taken);
            taken.add(name);
            String id = "tanzhang" + (lists.size() + 1);
            while (relationships.containsKey(id)) {
                id += "x";
            }
            String range = new ListSheet(table, words, styles, names).range(page);
            lists.add(new NewSheet(name, id, range, table.captionRow()));
            newTypes.put(free("xl/worksheets/findings" + lists.size(), ".xml"), WORKSHEET_TYPE);
        }
    }

    /**
     * Writes the copy.
     *
     * @param linked whether the cells that are named stand in the workbook
     * @throws IOException also where the workbook is not as ECMA-376 wants it, so that it cannot be marked safely, and
     *     where it takes more than it is allowed
     */
    static void write(
            Path original, Answer answer, FindingWords words, boolean linked, Allowance allowance, OutputStream out)
            throws IOException {
        try (OfficePackage source = new OfficePackage(original, allowance)) {
            new XlsxCopy(source, answer, words, linked, allowance).write(out);
        }
    }

    /** Whether the workbook has macros, which its name must say. */
    static boolean hasMacros(Path original, Allowance allowance) throws IOException {
        try (OfficePackage source = new OfficePackage(original, allowance);
                XmlTokens types = source.read(OfficePackage.CONTENT_TYPES)) {
            return ContentTypesPart.allowMacros(types, source.workbook());
        }
    }

    /** The sender's own sheets. */
    private Set<String> names() {
        return sheets.stream()
                .filter(s -> !earlier.contains(s))
                .map(Sheet::name)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private String part(Sheet sheet) throws IOException {
        Relationship relationship = relationships.get(sheet.relationship());
        if (relationship == null || relationship.external()) {
            throw new IOException("no part for sheet " + sheet.name());
        }
        return OfficePackage.resolve(workbook, relationship.target());
    }

    private String free(String start, String extension) {
        String name = start + extension;
        for (int n = 1; source.has(name) || newTypes.containsKey(name); n++) {
            name = start + "t" + n + extension;
        }
        return name;
    }

    private void plan(FaultyCells cells, FaultComments said) throws IOException {
        int block = FIRST_BLOCK;
        for (Sheet sheet : sheets) {
            if (earlier.contains(sheet)) {
                continue;
            }
            MarkedSheet next = new MarkedSheet(
                    source,
                    part(sheet),
                    cells.in(sheet.name()),
                    said.on(sheet.name()),
                    marked.size(),
                    this::free,
                    block);
            marked.add(next);
            block += next.blocks();
            String comments = next.newComments();
            if (comments != null) {
                newTypes.put(comments, COMMENTS_TYPE);
            }
        }
    }

    private void write(OutputStream out) throws IOException {
        try (PackageCopy copy = new PackageCopy(source, allowance, out)) {
            Set<String> gone = new HashSet<>();
            for (Sheet sheet : earlier) {
                gone.add(part(sheet));
                gone.add(OfficePackage.relationshipsOf(part(sheet)));
            }
            gone.forEach(copy::leaveOut);
            copy.write(OfficePackage.CONTENT_TYPES, w -> contentTypes(w, gone));
            copy.write(workbook, this::workbook);
            copy.write(OfficePackage.relationshipsOf(workbook), this::workbookRelationships);
            for (MarkedSheet sheet : marked) {
                sheet.write(copy, styles);
            }
            Iterator<String> listParts = listParts().iterator();
            String first = listParts().get(0);
            table.forEachPage(page -> {
                String part = listParts.next();
                copy.write(part, w -> new ListSheet(table, words, styles, names()).write(w, page, part.equals(first)));
            });
            copy.write(stylesPart, styles::write);
            copy.writeOthers();
        }
    }

    private List<String> listParts() {
        return newTypes.entrySet().stream()
                .filter(e -> e.getValue().equals(WORKSHEET_TYPE))
                .map(Map.Entry::getKey)
                .toList();
    }

    private void workbookRelationships(Writer out) throws IOException {
        Map<String, String> added = new LinkedHashMap<>();
        for (int i = 0; i < lists.size(); i++) {
            added.put(
                    lists.get(i).relationship(),
                    RelationshipsPart.relationship("worksheet", listParts().get(i)));
        }
        if (!styled) {
            added.put("tanzhangStyles", RelationshipsPart.relationship("styles", stylesPart));
        }
        RelationshipsPart.copy(
                source,
                workbook,
                out,
                added,
                earlier.stream().map(Sheet::relationship).collect(Collectors.toSet()));
    }

    private void workbook(Writer out) throws IOException {
        try (XmlTokens in = source.read(workbook)) {
            SheetIndex.copy(in, out, sheets, earlier, lists);
        }
    }

    private void contentTypes(Writer out, Set<String> gone) throws IOException {
        Map<String, String> types = new HashMap<>(newTypes);
        if (!styled) {
            types.put(stylesPart, STYLES_TYPE);
        }
        try (XmlTokens in = source.read(OfficePackage.CONTENT_TYPES)) {
            ContentTypesPart.copy(in, out, types, gone);
        }
    }
}
