package org.guesscheck.core.posterior;

import java.util.List;

/**
 * The result of a sampler's run.
 *
 * @param origin the method, the draws and their digest
 * @param execution backend, threads and time
 * @param prior mean generalization loss under the prior
 * @param thresholds estimates in the order in which the thresholds were asked; immutable
 * @param accepted the first accepted draws at the largest threshold, 10,000 at most; empty where draws can't be made again one
 *     by one; immutable
 * @param diagnostics how the estimates came about and whether they can be trusted
 * @param draws accepted draws with their weights, for each threshold in the order in which they were asked; empty unless draws were to
 *     be kept; immutable
 */
public record Posterior(
        Origin origin,
        Execution execution,
        PriorMean prior,
        List<ThresholdEstimate> thresholds,
        List<AcceptedDraw> accepted,
        Diagnostics diagnostics,
        List<WeightedDraws> draws) {
    /** Copies the lists. */
    public Posterior {
        thresholds = List.copyOf(thresholds);
        accepted = List.copyOf(accepted);
        draws = List.copyOf(draws);
    }

    /**
     * A posterior without weighted draws.
     *
     * @param origin the method, the draws and their digest
     * @param execution backend, threads and time
     * @param prior mean generalization loss under the prior
     * @param thresholds estimates in the order in which the thresholds were asked
     * @param accepted accepted draws at the largest threshold
     * @param diagnostics how the estimates came about and whether they can be trusted
     */
    public Posterior(
            Origin origin,
            Execution execution,
            PriorMean prior,
            List<ThresholdEstimate> thresholds,
            List<AcceptedDraw> accepted,
            Diagnostics diagnostics) {
        this(origin, execution, prior, thresholds, accepted, diagnostics, List.of());
    }

    /**
     * The same posterior with weighted draws.
     *
     * @param kept for each threshold, in the order in which they were asked
     * @return a changed copy
     */
    public Posterior withDraws(List<WeightedDraws> kept) {
        return new Posterior(origin, execution, prior, thresholds, accepted, diagnostics, kept);
    }

    /**
     * The same posterior with other diagnostics.
     *
     * @param changed the diagnostics
     * @return a changed copy
     */
    public Posterior with(Diagnostics changed) {
        return new Posterior(origin, execution, prior, thresholds, accepted, changed, draws);
    }
}
