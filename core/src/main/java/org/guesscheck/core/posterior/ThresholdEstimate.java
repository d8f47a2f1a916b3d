package org.guesscheck.core.posterior;

import java.util.Optional;

/**
 * What was found at one threshold.
 *
 * @param eps the threshold of the training loss
 * @param accepted how many draws were below it: a count for rejection, otherwise the effective number, that of independent
 *     accepted draws whose mean generalization loss has the same standard error; NaN where that error is not known
 * @param probability acceptance probability; for rejection accepted over drawn
 * @param probabilityLow lower end of its 95 % interval, which is exact for rejection
 * @param probabilityHigh upper end of its 95 % interval; when none was accepted, a bound: 3 / draws for
 *     rejection
 * @param generalizationLoss the posterior of the generalization loss; empty when none was accepted
 */
public record ThresholdEstimate(
        double eps,
        double accepted,
        double probability,
        double probabilityLow,
        double probabilityHigh,
        Optional<GeneralizationLoss> generalizationLoss) {}
