package org.tanzhang.intake;

import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.tanzhang.intake.returned.Findings;
import org.tanzhang.intake.returned.ReturnedFinding;
import org.tanzhang.intake.store.ReadingRepository;

/** The findings about a large file, fetched a piece at a time. */
final class FetchedFindings implements Findings {

    private final ReadingRepository readings;
    private final long call;
    private final List<Long> submissions;
    private final Map<Long, String> accepted;
    private final List<ReturnedFinding> remarks;
    private final int stored;
    private final int together;

    /**
     * @param submissions of its bytes, when they first came and in this call
     * @param accepted why officers accept findings
     * @param remarks what comes before them, of no number
     * @param stored how many there are to be fetched
     * @param together how many are fetched at a time
     */
    FetchedFindings(
            ReadingRepository readings,
            long call,
            List<Long> submissions,
            Map<Long, String> accepted,
            List<ReturnedFinding> remarks,
            int stored,
            int together) {
        this.readings = readings;
        this.call = call;
        this.submissions = submissions;
        this.accepted = accepted;
        this.remarks = remarks;
        this.stored = stored;
        this.together = together;
    }

    @Override
    public int count() {
        return remarks.size() + stored;
    }

    @Override
    public Iterator<ReturnedFinding> iterator() {
        return new Pieces();
    }

    private final class Pieces implements Iterator<ReturnedFinding> {

        private int submission;
        private long after;
        private Iterator<ReturnedFinding> piece = remarks.iterator();

        @Override
        public boolean hasNext() {
            while (!piece.hasNext() && submission < submissions.size()) {
                piece = readings.findings(call, submissions.get(submission), accepted, after, together).stream()
                        .map(ImportReport::returned)
                        .iterator();
                if (!piece.hasNext()) {
                    submission++;
                    after = 0;
                }
            }
            return piece.hasNext();
        }

        @Override
        public ReturnedFinding next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            ReturnedFinding next = piece.next();
            after = next.id();
            return next;
        }
    }
}
