package org.guesscheck.gnc.cluster;

import java.util.List;
import org.guesscheck.core.parts.Span;

/** A question that the machines of a cluster have. */
public interface SentQuestion extends AutoCloseable {
    /** Starts a task for each range of pieces. */
    Tasks start(List<Span> spans);

    /** Removes the question from the machines, when its tasks are over or cancelled. */
    @Override
    void close();
}
