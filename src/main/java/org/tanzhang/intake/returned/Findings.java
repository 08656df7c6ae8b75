package org.tanzhang.intake.returned;

import java.util.Iterator;
import java.util.List;
import java.util.Spliterators;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * What was found in a file, in the order in which it was found, gone over as often as wanted. What was found in a large
 * file is not held: it is fetched or read anew each time, piece by piece.
 */
public interface Findings extends Iterable<ReturnedFinding> {

    /** How many there are. */
    int count();

    static Findings of(List<ReturnedFinding> held) {
        List<ReturnedFinding> findings = List.copyOf(held);
        return new Findings() {
            @Override
            public int count() {
                return findings.size();
            }

            @Override
            public Iterator<ReturnedFinding> iterator() {
                return findings.iterator();
            }
        };
    }

    default boolean isEmpty() {
        return count() == 0;
    }

    default Stream<ReturnedFinding> stream() {
        return StreamSupport.stream(Spliterators.spliterator(iterator(), count(), 0), false);
    }

    /** As many, each with something changed. */
    default Findings map(UnaryOperator<ReturnedFinding> change) {
        Findings before = this;
        return new Findings() {
            @Override
            public int count() {
                return before.count();
            }

            @Override
            public Iterator<ReturnedFinding> iterator() {
                return before.stream().map(change).iterator();
            }
        };
    }
}
