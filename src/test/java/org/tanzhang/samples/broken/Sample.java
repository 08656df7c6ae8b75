package org.tanzhang.samples.broken;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** A file of the samples: what is drawn, what is wrong with it in words, and what must be found in it. */
final class Sample {

    private final String file;
    private final String zh;
    private final String en;
    private final Format format;
    private final Workbook workbook;
    private final List<Seeded> seeded = new ArrayList<>();
    private Finish finish;

    /** What is done to the bytes at last: cut off, encrypted, parts added. */
    interface Finish {
        byte[] of(byte[] bytes) throws IOException;
    }

    /** @param file path below the folder of the samples; nothing is expected before it is said */
    Sample(String file, Format format, String zh, String en) {
        this.file = file;
        this.zh = zh;
        this.en = en;
        this.format = format;
        this.workbook = format == Format.XLS ? new HSSFWorkbook() : new XSSFWorkbook();
        this.finish = bytes -> bytes;
        if (!format.isExcel()) {
            whole().info("R-FILE-12");
        }
    }

    String file() {
        return file;
    }

    String zh() {
        return zh;
    }

    String en() {
        return en;
    }

    Workbook workbook() {
        return workbook;
    }

    List<Seeded> seeded() {
        return List.copyOf(seeded);
    }

    /** The file as a whole. */
    Mark whole() {
        return new Mark(this, "", "");
    }

    /** How a sheet is called where it is read: of text there is one, which has no name of its own. */
    String called(String sheet) {
        return format.namesSheets() ? sheet : "Sheet1";
    }

    void expect(Seeded finding) {
        seeded.add(finding);
    }

    Sample finish(Finish last) {
        finish = last;
        return this;
    }

    void save(Path folder) throws IOException {
        Path to = folder.resolve(file);
        Files.createDirectories(to.getParent());
        Files.write(to, bytes());
    }

    byte[] bytes() throws IOException {
        return finish.of(format.write(workbook));
    }
}
