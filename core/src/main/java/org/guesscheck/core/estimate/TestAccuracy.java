package org.guesscheck.core.estimate;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

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

    /**
     * Of networks that were drawn or trained independently.
     *
     * @param accuracies of each, in any number of groups; at least one
     * @return their summary
     */
    public static TestAccuracy independent(float[]... accuracies) {
        Moments moments = new Moments();
        WeightedSample sample = new WeightedSample();
        long networks = 0;
        for (float[] group : accuracies) {
            networks += group.length;
            for (float accuracy : group) {
                moments.add(accuracy);
                sample.add(accuracy, 1);
            }
        }
        boolean known = networks > 1;
        double error = known ? moments.standardError() : Double.NaN;
        Interval interval = known ? Interval.ofMean(moments.mean(), error, networks) : Interval.UNKNOWN;
        return new TestAccuracy(
                moments.mean(), error, interval, error * Math.sqrt(networks), sample.quantiles(), networks);
    }
}
