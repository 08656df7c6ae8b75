package org.tanzhang.samples.broken;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes {@code samples/broken/}: the workbooks, {@code expected.csv} and the README.
 *
 * <p>Argument: the folder to write to.
 */
public final class BrokenSamples {

    private final List<Sample> samples = new ArrayList<>();

    private BrokenSamples() {
        Places places = new Places();
        List<Chapter> chapters = List.of(
                new FileChapter(places),
                new CellChapter(places),
                new FormChapter(places),
                new CardChapter(places),
                new TransformationChapter(places),
                new BalanceChapter(places),
                new ExportChapter(places),
                new RegisterChapter(places),
                new OtherFormChapter(places),
                new SeriesChapter(places),
                new BesideChapter(places),
                new RegionChapter(places),
                new RegionBesideChapter(places),
                new ExportBesideChapter(places),
                new SavingChapter(places),
                new MeasureChapter(places),
                new SupplementChapter(places));
        for (Chapter chapter : chapters) {
            chapter.draw();
            samples.addAll(chapter.samples());
        }
        samples.addAll(0, Registers.of(places));
    }

    public static void main(String[] arguments) throws IOException {
        if (arguments.length != 1) {
            throw new IllegalArgumentException("BrokenSamples FOLDER");
        }
        write(Path.of(arguments[0]));
    }

    /** Draws all of them into a folder. */
    public static void write(Path folder) throws IOException {
        BrokenSamples drawn = new BrokenSamples();
        for (Sample sample : drawn.samples) {
            sample.save(folder);
        }
        Files.writeString(folder.resolve("expected.csv"), drawn.expected());
        Files.writeString(folder.resolve("README.md"), Readme.of(drawn.samples));
    }

    private String expected() {
        StringBuilder lines = new StringBuilder(Seeded.HEADER).append('\n');
        samples.forEach(s -> s.seeded().forEach(f -> lines.append(f.line()).append('\n')));
        return lines.toString();
    }
}
