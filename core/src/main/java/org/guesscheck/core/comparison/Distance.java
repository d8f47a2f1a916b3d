package org.guesscheck.core.comparison;

import org.guesscheck.core.estimate.Interval;

/**
 * A distance between the laws of two samples.
 *
 * @param estimate the distance between the samples, which is larger than that of their laws on average
 * @param interval a 95 % interval of the distance between the laws; unknown if a sample has fewer than two groups of some weight
 * @param sameLaw the distance that two samples like these would have in 5 % of cases if their laws were equal, about: an estimate at or
 *     below it does not tell the laws apart, and the interval then begins at 0; NaN if it is unknown
 */
public record Distance(double estimate, Interval interval, double sameLaw) {
    /**
     * Whether the samples tell their laws apart.
     *
     * @return false if the interval begins at 0 or is unknown
     */
    public boolean differs() {
        return interval.low() > 0;
    }
}
