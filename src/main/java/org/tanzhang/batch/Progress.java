package org.tanzhang.batch;

/** Hears how far long work has come. Called from several threads. */
public interface Progress {

    /** Nobody listens. */
    Progress NONE = new Progress() {
        @Override
        public void begin(String task, long total) {}

        @Override
        public void step(String what) {}
    };

    /** @param task read, account or inventory */
    void begin(String task, long total);

    /** One more is done. */
    void step(String what);
}
