package org.guesscheck.core.posterior;

import java.util.Optional;
import org.guesscheck.core.estimate.Interval;

/**
 * The estimates at one threshold.
 *
 * @param eps the threshold of the training loss
 * @param accepted how many draws were below it: a count for rejection, otherwise the effective number, that of independent
 *     accepted draws whose mean generalization loss has the same standard error; NaN where that error is not known
 * @param probability acceptance probability; for rejection accepted over drawn
 * @param probabilityInterval its 95 % interval, which is exact for rejection; when none was accepted, the upper end is a bound:
 *     3 / draws for rejection
 * @param generalizationLoss the posterior of the generalization loss; empty when none was accepted
 */
public record ThresholdEstimate(
        double eps,
        double accepted,
        double probability,
        Interval probabilityInterval,
        Optional<GeneralizationLoss> generalizationLoss) {}
