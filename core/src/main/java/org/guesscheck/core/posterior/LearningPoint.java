package org.guesscheck.core.posterior;

import java.util.Optional;
import org.guesscheck.core.estimate.Interval;
import org.guesscheck.core.estimate.TestAccuracy;

/**
 * What is known of the networks that fit the first samples of a training set.
 *
 * @param samples how many samples; 0 for networks of the prior, whatever they fit
 * @param accepted how many networks were accepted: a count for rejection, otherwise the number of particles that got there
 * @param probability probability that a network of the prior fits all of them
 * @param probabilityInterval its 95% interval; where nothing was accepted, the upper end is a bound
 * @param accuracy how accepted networks do on the test samples; empty where they were not tested
 */
public record LearningPoint(
        int samples, long accepted, double probability, Interval probabilityInterval, Optional<TestAccuracy> accuracy) {
    /**
     * Networks of the prior.
     *
     * @param drawn how many were drawn, at least 1
     * @param accuracies of those that were tested, in any number of groups; at least one
     * @return the point at 0 samples, of probability 1
     */
    public static LearningPoint ofPrior(long drawn, float[]... accuracies) {
        return new LearningPoint(0, drawn, 1, new Interval(1, 1), Optional.of(TestAccuracy.independent(accuracies)));
    }
}
