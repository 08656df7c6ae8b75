package org.tanzhang.intake.workbook;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.util.Optional;
import java.util.Set;
import org.apache.poi.poifs.filesystem.FileMagic;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.jspecify.annotations.Nullable;
import org.springframework.util.unit.DataSize;

/** A file whose first bytes have been looked at: what it is, and whether it may be read within the program. */
final class Opening {

    private final Content content;
    private final ReadingBudget budget;
    private final Clock clock;
    private final WorkbookKind kind;
    private final boolean large;
    private final @Nullable TextLook text;

    private Opening(
            Content content,
            ReadingBudget budget,
            Clock clock,
            WorkbookKind kind,
            boolean large,
            @Nullable TextLook text) {
        this.content = content;
        this.budget = budget;
        this.clock = clock;
        this.kind = kind;
        this.large = large;
        this.text = text;
    }

    static WorkbookKind kind(Content content, ReadingBudget budget) throws UnreadableWorkbookException {
        return look(content, budget, new Clock(budget.time())).kind();
    }

    static Opening look(Content content, ReadingBudget budget, Clock clock) throws UnreadableWorkbookException {
        return GuardedRows.guarded(() -> looked(content, budget, clock));
    }

    private static Opening looked(Content content, ReadingBudget budget, Clock clock)
            throws IOException, UnreadableWorkbookException {
        long size = content.size();
        if (size == 0) {
            throw new UnreadableWorkbookException(UnreadableWorkbookException.EMPTY);
        }
        if (size > budget.fileSize().toBytes()) {
            throw new UnreadableWorkbookException(UnreadableWorkbookException.TOO_LARGE, Sizes.of(budget.fileSize()));
        }
        byte[] head = content.head(8);
        if (head.length >= 4 && head[0] == 'P' && head[1] == 'K' && head[2] <= 8 && head[3] <= 8) {
            try (PackageParts parts = new PackageParts(content, budget, clock)) {
                ReadingBudget.Apart apart = budget.apart();
                boolean large = size > apart.packageSize().toBytes()
                        || parts.declaredSize() > apart.inflatedSize().toBytes();
                return new Opening(content, budget, clock, packageKind(parts), large, null);
            }
        }
        if (head.length == 8 && FileMagic.valueOf(head) == FileMagic.OLE2) {
            return binary(content, budget, clock);
        }
        Optional<TextLook> look = TextLook.of(content, clock);
        if (look.isEmpty()) {
            throw new UnreadableWorkbookException(UnreadableWorkbookException.NOT_A_WORKBOOK);
        }
        return new Opening(
                content,
                budget,
                clock,
                look.get().kind(),
                isOver(size, budget.apart().textSize()),
                look.get());
    }

    private static boolean isOver(long size, DataSize limit) {
        return size > limit.toBytes();
    }

    private static WorkbookKind packageKind(PackageParts parts) throws IOException, UnreadableWorkbookException {
        Set<String> names = parts.names();
        if (parts.has("[Content_Types].xml")) {
            if (parts.has("xl/workbook.bin")) {
                throw new UnreadableWorkbookException(UnreadableWorkbookException.UNSUPPORTED, "xlsb");
            }
            if (names.stream().noneMatch(n -> n.startsWith("xl/"))) {
                throw new UnreadableWorkbookException(UnreadableWorkbookException.NOT_A_WORKBOOK);
            }
            return names.stream().anyMatch(n -> n.endsWith("vbaproject.bin")) ? WorkbookKind.XLSM : WorkbookKind.XLSX;
        }
        Optional<InputStream> type = parts.part("mimetype");
        if (type.isPresent()) {
            try (InputStream in = type.get()) {
                String said = new String(in.readNBytes(100), java.nio.charset.StandardCharsets.US_ASCII);
                if (said.contains("opendocument.spreadsheet")) {
                    throw new UnreadableWorkbookException(
                            UnreadableWorkbookException.UNSUPPORTED, "OpenDocument (.ods)");
                }
            }
        }
        throw parts.has("xl/workbook.xml")
                ? new UnreadableWorkbookException(UnreadableWorkbookException.DAMAGED, "[Content_Types].xml")
                : new UnreadableWorkbookException(UnreadableWorkbookException.UNSUPPORTED, "ZIP");
    }

    /** An encrypted workbook that opens without a password cannot be looked over, so it is read apart. */
    private static Opening binary(Content content, ReadingBudget budget, Clock clock)
            throws IOException, UnreadableWorkbookException {
        boolean large = isOver(content.size(), budget.apart().binarySize());
        if (!large) {
            try (POIFSFileSystem container = OleContainer.open(content);
                    InputStream in = container.getRoot().createDocumentInputStream(OleContainer.workbook(container))) {
                large = !Biff8Check.isPlain(in, clock);
            }
        }
        return new Opening(content, budget, clock, WorkbookKind.XLS, large, null);
    }

    WorkbookKind kind() {
        return kind;
    }

    /** Whether it is to be read in a JVM of its own. */
    boolean isLarge() {
        return large;
    }

    /** Reads within this JVM. */
    SheetRows rows() throws UnreadableWorkbookException {
        return new GuardedRows(kind, GuardedRows.guarded(this::reader), clock);
    }

    private RowReader reader() throws Exception {
        return switch (kind) {
            case XLSX, XLSM -> {
                PackageParts parts = new PackageParts(content, budget, clock);
                try {
                    yield new XlsxRows(parts, budget);
                } catch (Exception | Error e) {
                    parts.close();
                    throw e;
                }
            }
            case XLS -> {
                if (large) {
                    try (POIFSFileSystem container = OleContainer.open(content);
                            InputStream in =
                                    container.getRoot().createDocumentInputStream(OleContainer.workbook(container))) {
                        Biff8Check.isPlain(in, clock);
                    }
                }
                yield new XlsRows(content);
            }
            case HTML -> {
                try (Reader in = java.util.Objects.requireNonNull(text).open(content, clock)) {
                    yield new HtmlRows(in, clock);
                }
            }
            case SPREADSHEET_ML ->
                new SpreadsheetMlRows(java.util.Objects.requireNonNull(text).open(content, clock));
            case DELIMITED_TEXT -> {
                TextLook look = java.util.Objects.requireNonNull(text);
                yield new DelimitedRows(look.open(content, clock), look.separator());
            }
            case OTHER -> throw new UnreadableWorkbookException(UnreadableWorkbookException.NOT_A_WORKBOOK);
        };
    }
}
