package org.guesscheck.core.sampler;

import java.util.Optional;

/**
 * What was found at one threshold.
 *
 * @param eps the threshold of the training loss
 * @param accepted how many draws were below it
 * @param probability acceptance probability, accepted over drawn
 * @param probabilityLow lower end of its exact 95 % interval
 * @param probabilityHigh upper end of its exact 95 % interval; 3 / draws when none was accepted
 * @param generalizationLoss the posterior of the generalization loss; empty when none was accepted
 */
public record ThresholdEstimate(
        double eps,
        long accepted,
        double probability,
        double probabilityLow,
        double probabilityHigh,
        Optional<GeneralizationLoss> generalizationLoss) {}
