package org.guesscheck.gnc.sweep;

import org.guesscheck.core.sampler.Progress;
import org.guesscheck.gnc.cluster.ClusterProgress;
import org.guesscheck.gnc.config.CellId;

/** Follows a run. */
public interface Watcher {
    /** A cell's sampler is under way; called by several threads. */
    default void samples(CellId cell, Progress progress) {}

    /** A cluster is at work on a cell's guess and check; called by several threads. */
    default void computes(CellId cell, ClusterProgress progress) {}

    /** A cell that the journal did not have is done, or has failed. */
    default void finished(Cell cell) {}
}
