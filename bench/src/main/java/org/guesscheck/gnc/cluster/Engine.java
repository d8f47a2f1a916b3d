package org.guesscheck.gnc.cluster;

import java.util.List;
import org.guesscheck.core.parts.Span;

/** The machines of a cluster, connected to compute parts of one question. For one thread. */
public interface Engine extends AutoCloseable {
    /** How many tasks can run at once: at least 1, also while no machine has joined. */
    int slots();

    /** What the machines do now. */
    Activity activity();

    /** Starts a task for each range of pieces. The tasks of an earlier call are over or cancelled. */
    Tasks start(List<Span> spans);

    /** Ends what still runs, and leaves the cluster. */
    @Override
    void close();
}
