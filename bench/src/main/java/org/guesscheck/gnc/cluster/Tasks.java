package org.guesscheck.gnc.cluster;

import java.util.Optional;

/** Tasks that run on the machines of a cluster. */
public interface Tasks {
    /**
     * A finished task.
     *
     * @param number its place among those that were started, from 0
     * @param part its part in bytes
     */
    record Finished(int number, byte[] part) {}

    /**
     * Waits a moment for another task to finish.
     *
     * @return a task, each one once, in the order in which they finish; empty if none finished meanwhile
     * @throws ClusterFailure if a task failed for good, or the cluster was lost
     */
    Optional<Finished> next() throws InterruptedException;

    /** Ends the tasks that still run. */
    void cancel();
}
