package org.guesscheck.core.sampler.work;

import java.util.Optional;
import org.guesscheck.core.posterior.Posterior;

/** One run of a method, made for one task; it runs once. */
public interface SamplingRun {
    /**
     * Samples.
     *
     * @return the posterior's estimates
     * @throws IllegalArgumentException if there is no such backend, the network is too large, or a setting does not fit it
     * @throws UnsupportedOperationException if the backend can't run here
     * @throws java.util.concurrent.CancellationException if the run was cancelled or the thread interrupted; {@link #partial}
     *     has the result so far
     */
    Posterior run();

    /**
     * The result so far of a run that was cancelled.
     *
     * @return the posterior of the draws, or replicas, that were finished; empty where none was
     */
    Optional<Posterior> partial();
}
