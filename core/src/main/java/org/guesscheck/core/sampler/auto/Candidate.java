package org.guesscheck.core.sampler.auto;

import org.guesscheck.core.sampler.work.SamplingTask;

/**
 * A method that may be taken.
 *
 * @param method its name
 * @param seconds its cost by {@link CostModel}; infinite where it is not known or more than is allowed
 * @param task what it would be asked
 */
public record Candidate(String method, double seconds, SamplingTask task) {
    /** Whether it would reach the wanted error, as far as that can be told. */
    boolean promises() {
        return !Double.isInfinite(seconds);
    }
}
