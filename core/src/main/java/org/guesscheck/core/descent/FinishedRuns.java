package org.guesscheck.core.descent;

/** Receives the runs of a batch that are over, on the threads that computed them. */
@FunctionalInterface
interface FinishedRuns {
    /**
     * A run is over.
     *
     * @param place of the run in the batch
     */
    void accept(int place, Ended run);
}
