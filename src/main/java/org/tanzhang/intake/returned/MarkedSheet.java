package org.tanzhang.intake.returned;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BinaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tanzhang.intake.returned.OfficePackage.Relationship;

/** One sheet of an {@code .xlsx} with its comments and the boxes that they are drawn in. */
final class MarkedSheet {

    private final OfficePackage source;
    private final String part;
    private final FaultySheet faults;
    private final FaultComments.OnSheet said;
    private final boolean commented;
    private final SheetComments comments;
    private final String commentsPart;
    private final String newDrawingPart;
    private final int firstBlock;

    /**
     * @param said what the faulty cells say
     * @param number of the sheet in its workbook
     * @param free a name for a part that the package has not, by how it starts and its extension
     * @param firstBlock the first block of numbers that no shape of another sheet has
     */
    MarkedSheet(
            OfficePackage source,
            String part,
            FaultySheet faults,
            FaultComments.OnSheet said,
            int number,
            BinaryOperator<String> free,
            int firstBlock)
            throws IOException {
        this.source = source;
        this.part = part;
        this.faults = faults;
        this.said = said;
        this.firstBlock = firstBlock;
        @Nullable String own = source.relationships(part).stream()
                .filter(r -> r.is("comments"))
                .map(r -> OfficePackage.resolve(part, r.target()))
                .findFirst()
                .orElse(null);
        commented = own != null;
        commentsPart = own == null ? free.apply("xl/findings" + number + "comments", ".xml") : own;
        newDrawingPart = free.apply("xl/drawings/findings" + number, ".vml");
        try (XmlTokens xml = commented ? source.read(commentsPart) : XmlTokens.of(SheetComments.EMPTY)) {
            comments = SheetComments.read(xml);
        }
    }

    /** The part that its comments are written to, where it had none before; null where it had some or gets none. */
    @Nullable String newComments() {
        return commented || said.isEmpty() ? null : commentsPart;
    }

    /** How many blocks of numbers its shapes take. */
    int blocks() {
        return CommentShapes.blocks(said.count());
    }

    /** Writes the sheet and what goes with it. */
    void write(PackageCopy copy, CellStyles styles) throws IOException {
        List<Relationship> relationships = source.relationships(part);
        Set<String> ids = relationships.stream().map(Relationship::id).collect(Collectors.toSet());
        String newDrawing = "tanzhangDrawing";
        while (ids.contains(newDrawing)) {
            newDrawing += "x";
        }
        String wanted = said.isEmpty() ? null : newDrawing;
        @Nullable String[] drawing = new String[1];
        copy.write(part, out -> {
            try (XmlTokens in = source.read(part)) {
                drawing[0] = new SheetCopy(in, out, faults, styles, wanted).copy();
            }
        });
        boolean changed = !said.isEmpty() || !comments.removed().isEmpty();
        if (!changed) {
            return;
        }
        copy.write(commentsPart, out -> comments.write(out, said));
        boolean drawn = drawing[0] != null && !drawing[0].equals(newDrawing);
        String drawingPart = drawn
                ? relationships.stream()
                        .filter(r -> r.id().equals(drawing[0]))
                        .map(r -> OfficePackage.resolve(part, r.target()))
                        .findFirst()
                        .orElseThrow(() -> new IOException("no drawing for " + part))
                : newDrawingPart;
        if (drawing[0] != null) {
            copy.write(drawingPart, out -> {
                try (XmlTokens in = drawn ? source.read(drawingPart) : XmlTokens.of(CommentShapes.EMPTY)) {
                    new CommentShapes(said, firstBlock).copy(in, out, comments.removed());
                }
            });
        }
        Map<String, String> added = new LinkedHashMap<>();
        if (!commented) {
            added.put(newDrawing + "Comments", RelationshipsPart.relationship("comments", commentsPart));
        }
        if (drawing[0] != null && !drawn) {
            added.put(newDrawing, RelationshipsPart.relationship("vmlDrawing", newDrawingPart));
        }
        if (!added.isEmpty()) {
            copy.write(
                    OfficePackage.relationshipsOf(part),
                    out -> RelationshipsPart.copy(source, part, out, added, Set.of()));
        }
    }
}
