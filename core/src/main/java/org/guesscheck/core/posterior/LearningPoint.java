package org.guesscheck.core.posterior;

import java.util.Optional;
import org.guesscheck.core.estimate.Interval;
import org.guesscheck.core.estimate.TestAccuracy;

/**
 * What is known of the networks that fit the first samples of a training set.
 *
 * @param samples how many samples, at least 1
 * @param accepted how many networks were accepted: a count for rejection, otherwise the number of particles that got there
 * @param probability probability that a network of the prior fits all of them
 * @param probabilityInterval its 95% interval; where nothing was accepted, the upper end is a bound
 * @param accuracy how accepted networks do on the test samples; empty where they were not tested
 */
public record LearningPoint(
        int samples,
        long accepted,
        double probability,
        Interval probabilityInterval,
        Optional<TestAccuracy> accuracy) {}
