package org.guesscheck.core.posterior;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The learning curve of guess and check: for every number of training samples the networks of the prior that fit them.
 *
 * @param origin the method, how many networks were drawn or moved, and the digest of what was found
 * @param execution backend, threads and time
 * @param prior networks of the prior, the point at 0 samples; empty where they were not tested
 * @param points one for every number of samples, from 1 on; immutable
 * @param diagnostics how the estimates came about and whether they can be trusted
 * @param networks accepted networks at the largest number of samples at which networks were tested, if some were to be kept
 */
public record LearningCurve(
        Origin origin,
        Execution execution,
        Optional<LearningPoint> prior,
        List<LearningPoint> points,
        Diagnostics diagnostics,
        AcceptedNetworks networks) {
    /** Copies the points. */
    public LearningCurve {
        points = List.copyOf(points);
    }

    /**
     * The points, and before them that of the prior where it was tested.
     *
     * @return points with rising numbers of samples, from 0 or 1 on
     */
    public List<LearningPoint> fromPrior() {
        List<LearningPoint> all = new ArrayList<>();
        prior.ifPresent(all::add);
        all.addAll(points);
        return all;
    }

    /**
     * The probability that an accepted network fits the next sample, too. Where samples fit that are right, its mean over training sets is
     * the mean accuracy on new samples.
     *
     * @param samples how many samples it fits, at least 0 and below the number of points
     * @return p(n + 1) / p(n); NaN where p(n) is 0
     */
    public double nextRight(int samples) {
        double before = samples == 0 ? 1 : points.get(samples - 1).probability();
        return points.get(samples).probability() / before;
    }
}
