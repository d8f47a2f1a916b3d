package org.guesscheck.core.sampler.work;

import org.guesscheck.core.parts.PartException;
import org.guesscheck.core.parts.Span;

/** Ranges of a run's pieces. */
public final class Spans {
    private Spans() {}

    /**
     * Refuses a range of pieces that there are not.
     *
     * @param span the range
     * @param pieces how many pieces there are
     * @throws PartException if it ends beyond them
     */
    public static void require(Span span, long pieces) {
        if (span.end() > pieces) {
            throw new PartException(
                    "pieces: " + span.first() + " to " + (span.end() - 1) + "; 0 to " + (pieces - 1) + " is allowed");
        }
    }
}
