package org.tanzhang.samples.broken;

import java.util.ArrayList;
import java.util.List;

/** The samples of one kind, drawn one after the other into one folder. */
abstract class Chapter {

    static final int YEAR = 2024;
    static final String PERIOD = "2024年1－12月";

    private final String folder;
    private final List<Sample> samples = new ArrayList<>();
    final Places places;

    Chapter(String folder, Places places) {
        this.folder = folder;
        this.places = places;
    }

    /** Draws all of them. */
    abstract void draw();

    List<Sample> samples() {
        return List.copyOf(samples);
    }

    Sample file(String name, Format format, String zh, String en) {
        Sample sample = new Sample(folder + "/" + name, format, zh, en);
        samples.add(sample);
        return sample;
    }

    Sample file(String name, String zh, String en) {
        return file(name, name.endsWith(".xls") ? Format.XLS : Format.XLSX, zh, en);
    }

    /** A sound card of an enterprise of its own, to be spoilt. */
    Card card(String name, String zh, String en) {
        return Card.of(file(name, zh, en), places.plant(), PERIOD);
    }

    /** A sound balance of a county and year of its own, to be spoilt. */
    Balance balance(String name, Balance.Dialect dialect, String zh, String en) {
        Places.CountyYear where = places.countyYear();
        return Balance.of(file(name, zh, en), dialect, where.county(), where.year(), where.number());
    }
}
