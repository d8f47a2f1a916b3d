package org.guesscheck.core.sampler;

import java.util.List;

/**
 * The result of a run.
 *
 * @param backend the kernels that ran
 * @param threads how many threads ran
 * @param seed seed of the draws
 * @param draws how many draws were made
 * @param elapsedSeconds wall-clock time
 * @param prior mean generalization loss under the prior
 * @param thresholds estimates in the order in which the thresholds were asked
 * @param accepted the first accepted draws at the largest threshold, up to {@link RejectionSampler#RECORDED}
 * @param digest digest of all accepted draws at the largest threshold
 */
public record Posterior(
        String backend,
        int threads,
        long seed,
        long draws,
        double elapsedSeconds,
        PriorMean prior,
        List<ThresholdEstimate> thresholds,
        List<AcceptedDraw> accepted,
        String digest) {}
