package org.guesscheck.core.exact;

import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * Acceptance probability and mean generalization loss, whose errors stem from integrals by draws.
 *
 * @param modes parts of the accepted set that were integrated apart, so that a rare one is as exact as the others
 */
record ExactAnswer(List<Mode> modes) {
    /**
     * A part of the accepted set.
     *
     * @param probability its probability under the prior
     * @param loss integral of the generalization loss over it
     * @param probabilityVariance squared standard error of the probability
     * @param lossVariance squared standard error of the integral
     * @param covariance of the two
     */
    record Mode(double probability, double loss, double probabilityVariance, double lossVariance, double covariance) {}

    DrawnMean probability() {
        return new DrawnMean(sum(Mode::probability), Math.sqrt(sum(Mode::probabilityVariance)));
    }

    /** The mean of the generalization loss among what is accepted. */
    DrawnMean mean() {
        double probability = sum(Mode::probability);
        double mean = sum(Mode::loss) / probability;
        double variance =
                sum(m -> m.lossVariance() - 2 * mean * m.covariance() + mean * mean * m.probabilityVariance());
        return new DrawnMean(mean, Math.sqrt(variance) / probability);
    }

    private double sum(ToDoubleFunction<Mode> of) {
        return modes.stream().mapToDouble(of).sum();
    }
}
