package org.guesscheck.core.sampler;

import java.util.Map;
import org.guesscheck.core.kernel.Reduction;
import org.guesscheck.core.network.Network;
import org.guesscheck.core.parts.Division;
import org.guesscheck.core.parts.Identity;
import org.guesscheck.core.parts.PartInput;
import org.guesscheck.core.posterior.Posterior;
import org.guesscheck.core.posterior.ReplayedDraw;
import org.guesscheck.core.problem.Problem;
import org.guesscheck.core.sampler.rejection.RejectionDivision;
import org.guesscheck.core.sampler.rejection.RejectionRun;
import org.guesscheck.core.sampler.work.RunSettings;
import org.guesscheck.core.sampler.work.SamplingRun;
import org.guesscheck.core.sampler.work.SamplingTask;

/**
 * Guess and Check: draws networks from the prior and keeps those whose training loss is below a threshold. Immutable.
 *
 * <p>The result is a function of problem, network, thresholds, number of draws and seed alone: it has the same bits on
 * every backend and with any number of threads.
 */
public final class RejectionSampler extends Sampler<RejectionSampler> {
    /** The name of the method in results. */
    public static final String NAME = RejectionRun.NAME;

    /** How many accepted draws a result lists; all of them enter estimates and digest. */
    public static final int RECORDED = RejectionRun.RECORDED;

    private static final long DRAWS = 100_000_000;

    private final boolean reduce;

    RejectionSampler(SamplingTask task, RunSettings settings, boolean reduce) {
        super(task, settings);
        this.reduce = reduce;
    }

    @Override
    RejectionSampler with(SamplingTask changed, RunSettings changedSettings) {
        return new RejectionSampler(changed, changedSettings, reduce);
    }

    @Override
    SamplingRun start() {
        return new RejectionRun(task, settings, reduce);
    }

    @Override
    String name() {
        return NAME;
    }

    @Override
    Map<String, String> ownSettings() {
        return Map.of("reduce", Boolean.toString(reduce));
    }

    @Override
    Division<Posterior> divided(Identity identity) {
        return new RejectionDivision(identity, task, settings, reduce);
    }

    static RejectionSampler read(SamplingTask task, PartInput in) {
        return new RejectionSampler(task, RunSettings.defaults(), in.nextFlag());
    }

    /**
     * A sampler with the defaults: threshold 0.02, 1e8 draws, seed 0, all processors, the best backend.
     *
     * @param problem the problem
     * @param network the network, of which rows and columns are the problem's
     * @return a new sampler
     */
    public static RejectionSampler of(Problem problem, Network network) {
        return new RejectionSampler(SamplingTask.of(problem, network, DRAWS), RunSettings.defaults(), false);
    }

    /**
     * Sets whether the product of a wide network is drawn through fewer numbers than it has weights: of linear networks through
     * Bartlett's triangular factors, which cost the same at every width, where there are enough hidden units for them; of others
     * through the Gram matrices of their hidden features, at a cost that grows with the width and not with its square. The
     * distribution is the same; the draws, and so the digest, are others. A network no wider than the product has rows is drawn
     * as ever, and a note of the result says so.
     *
     * @param value true to reduce; false, the default, draws every weight
     * @return a changed copy
     * @throws IllegalArgumentException if the network has depth 1, or its prior is not Gaussian
     */
    public RejectionSampler reduce(boolean value) {
        if (value && !Reduction.allows(task.network())) {
            throw new IllegalArgumentException(
                    "reduce: not for this network; depth 2 or more with a Gaussian prior is allowed");
        }
        return new RejectionSampler(task, settings, value);
    }

    /**
     * Makes one draw again.
     *
     * @param draw its index, at least 0
     * @return its weights, product and losses, to the bit; if the sampler reduces, the factors of the reduced form instead of
     *     the weights: lower triangular ones and a last one of rows x cols normals, or normals of rows x width for every
     *     layer but the last
     * @throws IllegalArgumentException if the index is below 0
     * @throws java.util.concurrent.CancellationException if the condition of {@link #cancelWhen} became true while the question was
     *     prepared, or the thread was interrupted
     */
    public ReplayedDraw replay(long draw) {
        if (draw < 0) {
            throw new IllegalArgumentException("draw: " + draw + "; at least 0 is allowed");
        }
        return RejectionRun.replay(task, settings, reduce, draw);
    }
}
