package org.guesscheck.gnc.cli;

import java.io.IOException;
import java.util.function.IntFunction;
import org.guesscheck.gnc.learn.LearnedSet;

/** Where training sets are computed. */
interface LearningPlace {
    /** Takes what is done. */
    interface Receiver {
        /** The next set. */
        void take(LearnedSet set) throws IOException;
    }

    /**
     * Computes sets and hands them over in their order.
     *
     * @param first the number of the first one that is not finished
     * @param number how many there are in all
     * @param questions what is asked of a set, by its number; may be asked by several threads
     * @throws java.util.concurrent.CancellationException if it was cancelled
     * @throws IOException if the receiver can't write
     */
    void learn(int first, int number, IntFunction<SetQuestion> questions, Receiver receiver) throws IOException;
}
