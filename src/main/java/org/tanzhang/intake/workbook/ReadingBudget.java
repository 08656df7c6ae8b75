package org.tanzhang.intake.workbook;

import java.time.Duration;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * What one file from outside may cost. The bureau's values stand under {@code tanzhang.budget} in {@code
 * jobs/import/job.yml}.
 *
 * @param fileSize the largest file that is taken in
 * @param inflatedSize the most that the parts of a package may unpack to, comments by themselves
 * @param ratio how many times larger than packed a part may unpack; parts below a mebibyte are not asked
 * @param time how long one workbook may be read; the time in which its reader waits for others does not count
 * @param heap the memory for one workbook: the heap of the JVM that reads a large one, and an estimate of the cells that
 *     are held at once
 * @param apart what is read in a JVM of its own
 */
public record ReadingBudget(
        @DefaultValue("200MB") DataSize fileSize,
        @DefaultValue("2GB") DataSize inflatedSize,
        @DefaultValue("100") int ratio,
        @DefaultValue("60s") Duration time,
        @DefaultValue("256MB") DataSize heap,
        @DefaultValue Apart apart) {

    /**
     * From which size on a workbook is read in a JVM of its own; nothing below can exhaust the memory of the program.
     *
     * @param packageSize bytes of an {@code .xlsx}
     * @param inflatedSize what its parts unpack to
     * @param binarySize bytes of an {@code .xls}
     * @param textSize bytes of a web page, a text or an XML Spreadsheet
     */
    public record Apart(
            @DefaultValue("8MB") DataSize packageSize,
            @DefaultValue("32MB") DataSize inflatedSize,
            @DefaultValue("4MB") DataSize binarySize,
            @DefaultValue("2MB") DataSize textSize) {}

    /** The values that {@code jobs/import/job.yml} is delivered with. */
    public static final ReadingBudget DEFAULT = new ReadingBudget(
            DataSize.ofMegabytes(200),
            DataSize.ofGigabytes(2),
            100,
            Duration.ofSeconds(60),
            DataSize.ofMegabytes(256),
            new Apart(
                    DataSize.ofMegabytes(8),
                    DataSize.ofMegabytes(32),
                    DataSize.ofMegabytes(4),
                    DataSize.ofMegabytes(2)));
}
