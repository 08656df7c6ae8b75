package org.tanzhang.intake.returned;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.stream.IntStream;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.SpreadsheetVersion;
import org.tanzhang.quality.FindingWords;

/** A marked copy of an {@code .xls}. The whole workbook is held in memory, so only one of bearable size is taken. */
final class XlsCopy {

    /** A workbook of this many bytes with no mark takes up to 256 MB of memory. */
    private static final int LIMIT = 15 << 20;

    /** Bytes of a workbook that take as much memory as a mark does: a line of the list, or a cell's colour and comment. */
    private static final int MARK = 450;

    private XlsCopy() {}

    /** Whether a workbook of so many bytes can be marked so many times within the memory. */
    static boolean bears(long bytes, int marks) {
        return bytes + (long) MARK * marks <= LIMIT;
    }

    /**
     * The copy. The library is asked for nothing while it works: the time is looked at between its steps.
     *
     * @throws IOException where the workbook cannot be opened, or cannot carry marks, or takes too long
     */
    static byte[] of(byte[] original, Answer answer, FindingWords words, Allowance allowance) throws IOException {
        byte[] copy;
        int lists;
        try (POIFSFileSystem container = new POIFSFileSystem(new ByteArrayInputStream(original));
                HSSFWorkbook book = new HSSFWorkbook(container.getRoot(), true)) {
            allowance.checkTime();
            for (int i = 0; i < book.getNumberOfSheets(); i++) {
                if (book.getSheetAt(i).getLastRowNum() >= SpreadsheetVersion.EXCEL97.getLastRowIndex()) {
                    throw new IOException("a sheet at its row limit");
                }
            }
            XlsMarks marks = new XlsMarks(book);
            marks.removeEarlier(EarlierList.takenFrom(book));
            allowance.checkTime();
            FaultyCells cells = new FaultyCells(
                    answer.findings(),
                    IntStream.range(0, book.getNumberOfSheets())
                            .mapToObj(book::getSheetName)
                            .toList(),
                    SpreadsheetVersion.EXCEL97);
            if (!bears(original.length, cells.count())) {
                throw new IOException("more faulty cells than there is memory for");
            }
            marks.apply(cells, new FaultComments(answer.findings(), cells, words));
            allowance.checkTime();
            lists = new XlsList(book, new FindingTable(answer, true), words).write();
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            allowance.checkTime();
            book.write(allowance.within(out));
            copy = out.toByteArray();
        }
        for (int i = 0; i < lists; i++) {
            allowance.checkTime();
            copy = FrontSheet.of(copy);
        }
        return copy;
    }
}
