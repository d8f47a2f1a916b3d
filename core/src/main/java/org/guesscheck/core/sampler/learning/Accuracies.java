package org.guesscheck.core.sampler.learning;

import org.guesscheck.core.estimate.Interval;
import org.guesscheck.core.estimate.Moments;
import org.guesscheck.core.estimate.WeightedSample;
import org.guesscheck.core.posterior.TestAccuracy;

/** Summaries of the accuracies of networks. */
final class Accuracies {
    private Accuracies() {}

    /** Of networks that were drawn independently, at least one. */
    static TestAccuracy independent(float[] accuracies) {
        Moments moments = new Moments();
        WeightedSample sample = new WeightedSample();
        for (float accuracy : accuracies) {
            moments.add(accuracy);
            sample.add(accuracy, 1);
        }
        boolean known = accuracies.length > 1;
        double error = known ? moments.standardError() : Double.NaN;
        Interval interval = known ? Interval.ofMean(moments.mean(), error, accuracies.length) : Interval.UNKNOWN;
        return new TestAccuracy(
                moments.mean(),
                error,
                interval,
                error * Math.sqrt(accuracies.length),
                sample.quantiles(),
                accuracies.length);
    }
}
