package org.guesscheck.core.posterior;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.guesscheck.core.estimate.Interval;

/**
 * The share of test samples that accepted networks have right, between 0 and 1.
 *
 * @param mean its mean over networks
 * @param standardError standard error of the mean; NaN where it is not known
 * @param interval 95% interval of the mean; unknown where the error is
 * @param deviation standard deviation over networks
 * @param quantiles quantiles over networks by probability; immutable
 * @param networks how many networks were tested
 */
public record TestAccuracy(
        double mean,
        double standardError,
        Interval interval,
        double deviation,
        SortedMap<Double, Double> quantiles,
        long networks) {
    /** Copies the quantiles. */
    public TestAccuracy {
        quantiles = Collections.unmodifiableSortedMap(new TreeMap<>(quantiles));
    }
}
