package org.tanzhang.samples;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.poi.hssf.record.WriteAccessRecord;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** Saves workbooks whose bytes do not depend on when, where or by whom they were drawn. */
public final class SampleFile {
    private static final LocalDateTime DRAWN = LocalDateTime.of(2025, 3, 20, 9, 0);
    private static final String AUTHOR = "合成样例";

    private SampleFile() {}

    static void save(Workbook workbook, Path file) throws IOException {
        Files.createDirectories(file.getParent());
        Files.write(file, bytes(workbook));
    }

    public static byte[] bytes(Workbook workbook) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        if (workbook instanceof XSSFWorkbook xssf) {
            var core = xssf.getProperties().getCoreProperties();
            core.setCreator(AUTHOR);
            core.setTitle("合成样例（虚构数据）");
            core.setCreated(Optional.of(Date.from(DRAWN.toInstant(ZoneOffset.UTC))));
            core.setModified(Optional.of(Date.from(DRAWN.toInstant(ZoneOffset.UTC))));
            xssf.write(bytes);
            return withFixedTimes(bytes.toByteArray());
        }
        nameWriter((HSSFWorkbook) workbook);
        workbook.write(bytes);
        return bytes.toByteArray();
    }

    /** BIFF stores the login name of whoever wrote the file. */
    private static void nameWriter(HSSFWorkbook workbook) {
        workbook.getInternalWorkbook().getRecords().stream()
                .filter(WriteAccessRecord.class::isInstance)
                .map(WriteAccessRecord.class::cast)
                .forEach(record -> record.setUsername(AUTHOR));
    }

    private static byte[] withFixedTimes(byte[] zip) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip));
                ZipOutputStream out = new ZipOutputStream(bytes)) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                ZipEntry fixed = new ZipEntry(entry.getName());
                fixed.setTimeLocal(DRAWN);
                out.putNextEntry(fixed);
                in.transferTo(out);
                out.closeEntry();
            }
        }
        return bytes.toByteArray();
    }
}
