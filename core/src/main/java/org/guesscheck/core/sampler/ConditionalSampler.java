package org.guesscheck.core.sampler;

import java.util.concurrent.CancellationException;
import org.guesscheck.core.kernel.Backend;
import org.guesscheck.core.kernel.Backends;
import org.guesscheck.core.kernel.Question;
import org.guesscheck.core.network.Network;
import org.guesscheck.core.network.Prior;
import org.guesscheck.core.posterior.Posterior;
import org.guesscheck.core.problem.Problem;
import org.guesscheck.core.problem.SplitMix64;

/**
 * Draws the hidden features alone and integrates over the last factor (Rao and Blackwell), for a Gaussian prior that is not
 * normalized and any activation. Given the features the product is normal, so that the acceptance probability is the integral
 * of a Gaussian over a ball, which {@link AcceptanceBall} takes by importance sampling with bounded weights, and the mean
 * generalization loss given the training residuals is known exactly.
 *
 * <p>The result is the same posterior as {@link RejectionSampler}'s, usable where p is far below 1e-10, and cheap where
 * the network is wide; at narrow widths and small thresholds few features carry most of the probability, which
 * the effective sample size tells. A function of problem, network, thresholds, draws, relative error and seed alone, to the bit.
 */
public final class ConditionalSampler extends Sampler<ConditionalSampler> {
    /** The name of the method in results. */
    public static final String NAME = "conditional";

    /** The name of the effective sample sizes among the diagnostics, one for each threshold. */
    public static final String EFFECTIVE = "effectiveSampleSize";

    /** So that draws are not those of a rejection run with the same seed, against which results may be checked. */
    private static final long STREAM = 0x5bd1e9955bd1e995L;

    /** Chunks that a fast thread may be ahead of the slowest. */
    private static final int AHEAD = 64;

    private ConditionalSampler(Problem problem, Network network) {
        super(problem, network, 1 << 20);
    }

    @Override
    ConditionalSampler self() {
        return this;
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
        if (!applies(network)) {
            throw new IllegalArgumentException(
                    "sampler: conditional needs a Gaussian prior that is not normalized; rejection"
                            + " and splitting are allowed here");
        }
        return new ConditionalSampler(problem, network);
    }

    /**
     * Whether the last factor can be integrated out.
     *
     * @param network a network
     * @return true for a Gaussian prior that is not normalized
     */
    public static boolean applies(Network network) {
        return network.prior() == Prior.GAUSSIAN && !network.normalized();
    }

    /** Draws whole chunks of 1024, at least as many as were asked for. */
    @Override
    public Posterior run() {
        Question question = question(1);
        Backend chosen = Backends.named(backend).chosen(question, draws / threads);
        ConditionalTally tally = new ConditionalTally(eps, relativeError, draws, progress);
        long stream = SplitMix64.mix(seed ^ STREAM);
        try {
            new OrderedWork<ConditionalWorker.Result>(
                            tally.chunks(),
                            () -> new ConditionalWorker(problem, question, eps, stream, chosen, cancelled)::evaluate,
                            tally::add,
                            AHEAD)
                    .run(threads, executor);
        } catch (CancellationException e) {
            tally.cancelled();
            throw new SamplingCancelledException(tally.empty() ? null : tally.posterior(chosen.name(), threads, seed));
        }
        return tally.posterior(chosen.name(), threads, seed);
    }
}
