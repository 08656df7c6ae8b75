package org.tanzhang.intake.returned;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
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
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
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

    /** Of deflation: nearly the size of the usual 6 in half its time. */
    private static final int LEVEL = 4;

    /** More comments than these no spreadsheet opens in reasonable time; what is beyond is coloured only. */
    private static final FaultyCells.Sizes SIZES = new FaultyCells.Sizes(1_048_575, 16_383, 12, 65_000);

    /** Shape numbers of usual workbooks are in blocks far below. */
    private static final int FIRST_BLOCK = 256;

    private static final String WORKSHEET_TYPE =
            "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml";
    private static final String COMMENTS_TYPE =
            "application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml";
    private static final String STYLES_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml";

    /** What is done to one sheet. */
    private record Job(
            Sheet sheet,
            String part,
            FaultySheet faults,
            @Nullable SheetComments own,
            String commentsPart,
            String drawingPart,
            int firstBlock) {

        /** Whether its comments and their boxes change. */
        boolean draws() {
            return faults.comments() > 0 || (own != null && !own.removed().isEmpty());
        }
    }

    private final OfficePackage source;
    private final Allowance allowance;
    private final FindingWords words;
    private final String workbook;
    private final List<Sheet> sheets;
    private final Map<String, Relationship> relationships = new LinkedHashMap<>();
    private final Set<Sheet> earlier = new LinkedHashSet<>();
    private final List<Job> jobs = new ArrayList<>();
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
        try (XmlTokens xml = styled ? source.read(stylesPart) : empty(CellStyles.EMPTY)) {
            styles = CellStyles.read(xml);
        }
        for (Sheet sheet : sheets) {
            if (sheet.name().startsWith(FindingTable.SHEET)
                    && new FirstCell(source, workbook).of(part(sheet)).equals(FindingTable.TITLE)) {
                earlier.add(sheet);
            }
        }
        Set<String> names = names();
        FaultyCells cells = new FaultyCells(answer.findings(), names, SIZES);
        table = new FindingTable(answer, linked, cells.comment(words));
        plan(cells);
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

    private static XmlTokens empty(String xml) {
        return new XmlTokens(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
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

    private void plan(FaultyCells cells) throws IOException {
        int block = FIRST_BLOCK;
        for (Sheet sheet : sheets) {
            if (earlier.contains(sheet)) {
                continue;
            }
            String part = part(sheet);
            FaultySheet faults = cells.in(sheet.name());
            @Nullable Relationship commented = source.relationships(part).stream()
                    .filter(r -> r.is("comments"))
                    .findFirst()
                    .orElse(null);
            @Nullable SheetComments own = null;
            String commentsPart;
            if (commented == null) {
                commentsPart = free("xl/findings" + jobs.size() + "comments", ".xml");
                if (faults.comments() > 0) {
                    newTypes.put(commentsPart, COMMENTS_TYPE);
                }
            } else {
                commentsPart = OfficePackage.resolve(part, commented.target());
                try (XmlTokens xml = source.read(commentsPart)) {
                    own = SheetComments.read(xml);
                }
            }
            jobs.add(new Job(
                    sheet, part, faults, own, commentsPart, free("xl/drawings/findings" + jobs.size(), ".vml"), block));
            block += CommentShapes.blocks(faults.comments());
        }
    }

    private void write(OutputStream out) throws IOException {
        // names of parts that are not UTF-8 go through byte by byte, as they were read
        boolean latin =
                source.parts().stream().allMatch(p -> p.getName().chars().allMatch(c -> c < 256));
        try (ZipOutputStream zip =
                new ZipOutputStream(out, latin ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_8)) {
            zip.setLevel(LEVEL);
            Set<String> done = new HashSet<>();
            for (Sheet sheet : earlier) {
                done.add(part(sheet));
                done.add(OfficePackage.relationshipsOf(part(sheet)));
            }
            Set<String> gone = Set.copyOf(done);
            patched(zip, done, OfficePackage.CONTENT_TYPES, w -> contentTypes(w, gone));
            patched(zip, done, workbook, this::workbook);
            patched(zip, done, OfficePackage.relationshipsOf(workbook), this::workbookRelationships);
            for (Job job : jobs) {
                sheet(zip, done, job);
            }
            Iterator<String> listParts = listParts().iterator();
            String first = listParts().get(0);
            table.forEachPage(page -> {
                String part = listParts.next();
                patched(
                        zip,
                        done,
                        part,
                        w -> new ListSheet(table, words, styles, names()).write(w, page, part.equals(first)));
            });
            patched(zip, done, stylesPart, styles::write);
            for (ZipEntry entry : source.parts()) {
                if (done.add(entry.getName())) {
                    zip.putNextEntry(new ZipEntry(entry.getName()));
                    try (var in = source.open(entry.getName())) {
                        in.transferTo(zip);
                    }
                    zip.closeEntry();
                }
            }
        }
    }

    private List<String> listParts() {
        return newTypes.entrySet().stream()
                .filter(e -> e.getValue().equals(WORKSHEET_TYPE))
                .map(Map.Entry::getKey)
                .toList();
    }

    private interface Content {
        void writeTo(Writer out) throws IOException;
    }

    private void patched(ZipOutputStream zip, Set<String> done, String part, Content content) throws IOException {
        if (!done.add(part)) {
            throw new IOException("two uses of part " + part);
        }
        zip.putNextEntry(new ZipEntry(part));
        Writer out = new OutputStreamWriter(allowance.within(zip), StandardCharsets.UTF_8);
        content.writeTo(out);
        out.flush();
        zip.closeEntry();
    }

    private void sheet(ZipOutputStream zip, Set<String> done, Job job) throws IOException {
        List<Relationship> own = source.relationships(job.part());
        Set<String> ids = own.stream().map(Relationship::id).collect(Collectors.toSet());
        String newDrawing = "tanzhangDrawing";
        while (ids.contains(newDrawing)) {
            newDrawing += "x";
        }
        String wanted = job.faults().comments() == 0 ? null : newDrawing;
        @Nullable String[] drawing = new String[1];
        patched(zip, done, job.part(), out -> {
            try (XmlTokens in = source.read(job.part())) {
                drawing[0] = new SheetCopy(in, out, job.faults(), styles, wanted).copy();
            }
        });
        if (!job.draws()) {
            return;
        }
        SheetComments comments = job.own();
        if (comments == null) {
            try (XmlTokens in = empty(SheetComments.EMPTY)) {
                comments = SheetComments.read(in);
            }
        }
        SheetComments written = comments;
        patched(zip, done, job.commentsPart(), out -> written.write(out, job.faults()));
        boolean drawn = drawing[0] != null && !drawing[0].equals(newDrawing);
        String drawingPart = drawn
                ? own.stream()
                        .filter(r -> r.id().equals(drawing[0]))
                        .map(r -> OfficePackage.resolve(job.part(), r.target()))
                        .findFirst()
                        .orElseThrow(() -> new IOException("no drawing for " + job.part()))
                : job.drawingPart();
        if (drawing[0] != null) {
            patched(zip, done, drawingPart, out -> {
                try (XmlTokens in = drawn ? source.read(drawingPart) : empty(CommentShapes.EMPTY)) {
                    new CommentShapes(job.faults(), job.firstBlock()).copy(in, out, written.removed());
                }
            });
        }
        Map<String, String> added = new LinkedHashMap<>();
        if (job.own() == null) {
            added.put(newDrawing + "Comments", RelationshipsPart.relationship("comments", job.commentsPart()));
        }
        if (drawing[0] != null && !drawn) {
            added.put(newDrawing, RelationshipsPart.relationship("vmlDrawing", job.drawingPart()));
        }
        if (!added.isEmpty()) {
            patched(zip, done, OfficePackage.relationshipsOf(job.part()), out -> relationships(out, job.part(), added));
        }
    }

    private void relationships(Writer out, String part, Map<String, String> added) throws IOException {
        String name = OfficePackage.relationshipsOf(part);
        if (!source.has(name)) {
            RelationshipsPart.write(out, added);
            return;
        }
        Set<String> gone = part.equals(workbook)
                ? earlier.stream().map(Sheet::relationship).collect(Collectors.toSet())
                : Set.of();
        try (XmlTokens in = source.read(name)) {
            RelationshipsPart.copy(in, out, added, gone);
        }
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
        relationships(out, workbook, added);
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
