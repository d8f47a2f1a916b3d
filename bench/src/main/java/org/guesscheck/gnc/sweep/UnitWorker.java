package org.guesscheck.gnc.sweep;

import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import org.guesscheck.core.descent.Descent;
import org.guesscheck.core.descent.GradientDescent;
import org.guesscheck.core.posterior.Posterior;
import org.guesscheck.core.sampler.Sampler;
import org.guesscheck.gnc.config.CellId;

/** Computes one unit of work of a sweep. For one thread. */
interface UnitWorker extends AutoCloseable {
    /**
     * Guess and check.
     *
     * @param cell whose progress the watcher is told of
     * @param sampler with all settings on which the result depends
     * @param slices where a long run saves its work
     * @param stop asked often; true ends the work
     * @throws CancellationException if it ended
     */
    Computed<Posterior> guess(
            CellId cell, Sampler<?> sampler, CellSlices slices, BooleanSupplier stop, Watcher watcher);

    /**
     * Gradient descent: runs of one shape, computed side by side where that pays. The time of each is its share of the time of the threads.
     *
     * @param runs at least one, each with what cancels it
     * @param lanes runs that go side by side on a thread, 1 where they do not
     * @param stop asked often; true ends the work
     * @throws CancellationException if it ended
     */
    Computed<List<Descent>> descend(List<GradientDescent> runs, int lanes, BooleanSupplier stop);

    @Override
    void close();
}
