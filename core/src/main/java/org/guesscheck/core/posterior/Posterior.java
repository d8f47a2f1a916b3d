package org.guesscheck.core.posterior;

import java.util.List;

/**
 * The result of a run.
 *
 * @param sampler the method: {@code rejection} or {@code splitting}, say
 * @param backend the kernels that ran
 * @param threads how many threads ran
 * @param seed seed of the draws
 * @param draws how many networks were evaluated
 * @param elapsedSeconds wall-clock time
 * @param prior mean generalization loss under the prior
 * @param thresholds estimates in the order in which the thresholds were asked
 * @param accepted the first accepted draws at the largest threshold, 10,000 at most; empty where draws can't be made again one
 *     by one
 * @param diagnostics how the estimates came about and whether they can be trusted
 * @param digest digest of what the estimates rest on: for rejection all accepted draws at the largest threshold
 */
public record Posterior(
        String sampler,
        String backend,
        int threads,
        long seed,
        long draws,
        double elapsedSeconds,
        PriorMean prior,
        List<ThresholdEstimate> thresholds,
        List<AcceptedDraw> accepted,
        Diagnostics diagnostics,
        String digest) {}
