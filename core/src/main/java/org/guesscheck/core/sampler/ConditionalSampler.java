package org.guesscheck.core.sampler;

import java.util.Map;
import org.guesscheck.core.network.Network;
import org.guesscheck.core.parts.Division;
import org.guesscheck.core.parts.Identity;
import org.guesscheck.core.posterior.Posterior;
import org.guesscheck.core.problem.Problem;
import org.guesscheck.core.sampler.conditional.ConditionalDivision;
import org.guesscheck.core.sampler.conditional.ConditionalRun;
import org.guesscheck.core.sampler.work.RunSettings;
import org.guesscheck.core.sampler.work.SamplingRun;
import org.guesscheck.core.sampler.work.SamplingTask;

/**
 * Draws the hidden features alone and integrates over the last factor (Rao and Blackwell), for a Gaussian prior that is not
 * normalized and any activation. Given the features the product is normal, so that the acceptance probability is the integral
 * of a Gaussian over a ball, which is taken by importance sampling with bounded weights, and the mean generalization loss given
 * the training residuals is known exactly. Immutable.
 *
 * <p>The result is the same posterior as {@link RejectionSampler}'s, usable where p is far below 1e-10, and cheap where
 * the network is wide; at narrow widths and small thresholds few features carry most of the probability, which
 * the effective sample size tells. Whole chunks of 1024 draws are made, at least as many draws as were asked for. A function of
 * problem, network, thresholds, draws, relative error and seed alone, to the bit.
 */
public final class ConditionalSampler extends Sampler<ConditionalSampler> {
    /** The name of the method in results. */
    public static final String NAME = ConditionalRun.NAME;

    /** The name of the effective sample sizes among the diagnostics, one for each threshold. */
    public static final String EFFECTIVE = ConditionalRun.EFFECTIVE;

    private static final long DRAWS = 1 << 20;

    private ConditionalSampler(SamplingTask task, RunSettings settings) {
        super(task, settings);
    }

    @Override
    ConditionalSampler with(SamplingTask changed, RunSettings changedSettings) {
        return new ConditionalSampler(changed, changedSettings);
    }

    @Override
    SamplingRun start() {
        return new ConditionalRun(task, settings);
    }

    @Override
    String name() {
        return NAME;
    }

    @Override
    Map<String, String> ownSettings() {
        return Map.of();
    }

    @Override
    Division<Posterior> divided(Identity identity) {
        return new ConditionalDivision(identity, task, settings);
    }

    static ConditionalSampler read(SamplingTask task) {
        return new ConditionalSampler(task, RunSettings.defaults());
    }

    /**
     * A sampler with the defaults: threshold 0.02, 2^20 draws of hidden features, seed 0, all processors, the best backend.
     *
     * @param problem the problem
     * @param network the network, of which rows and columns are the problem's
     * @return a new sampler
     * @throws IllegalArgumentException if the method does not apply to the network, as {@link #applies} says
     */
    public static ConditionalSampler of(Problem problem, Network network) {
        SamplingTask task = SamplingTask.of(problem, network, DRAWS);
        if (!applies(network)) {
            throw new IllegalArgumentException(
                    "sampler: conditional needs a Gaussian prior that is not normalized; rejection"
                            + " and splitting are allowed here");
        }
        return new ConditionalSampler(task, RunSettings.defaults());
    }

    /**
     * Whether the last factor can be integrated out.
     *
     * @param network a network
     * @return true for a Gaussian prior that is not normalized
     */
    public static boolean applies(Network network) {
        return ConditionalRun.applies(network);
    }
}
