package org.guesscheck.core.sampler;

import java.util.concurrent.CancellationException;
import org.guesscheck.core.kernel.Backend;
import org.guesscheck.core.kernel.Backends;
import org.guesscheck.core.kernel.Question;
import org.guesscheck.core.kernel.Reduction;
import org.guesscheck.core.kernel.Replay;
import org.guesscheck.core.network.Network;
import org.guesscheck.core.posterior.Diagnostics;
import org.guesscheck.core.posterior.Posterior;
import org.guesscheck.core.posterior.ReplayedDraw;
import org.guesscheck.core.problem.Problem;

/**
 * Guess and Check: draws networks from the prior and keeps those whose training loss is below a threshold.
 *
 * <p>The result is a function of problem, network, thresholds, number of draws and seed alone: it has the same bits on
 * every backend and with any number of threads.
 */
public final class RejectionSampler extends Sampler<RejectionSampler> {
    /** The name of the method in results. */
    public static final String NAME = "rejection";

    /** How many accepted draws a result lists; all of them enter estimates and digest. */
    public static final int RECORDED = 10_000;

    /** Up to here every draw enters the prior's mean. */
    private static final long ALL_SAMPLED = 1 << 20;

    private boolean reduce;

    private RejectionSampler(Problem problem, Network network) {
        super(problem, network, 100_000_000);
    }

    @Override
    RejectionSampler self() {
        return this;
    }

    /**
     * A sampler with the defaults: threshold 0.02, 1e8 draws, seed 0, all processors, the best backend.
     *
     * @param problem the problem
     * @param network the network, of which rows and columns are the problem's
     * @return a new sampler
     */
    public static RejectionSampler of(Problem problem, Network network) {
        return new RejectionSampler(problem, network);
    }

    /**
     * Sets whether the product of a wide linear network is drawn through Bartlett's triangular factors, which cost the same at
     * every width. The distribution is the same; the draws, and so the digest, are others.
     *
     * @param value true to reduce; false, the default, draws every weight
     * @return this sampler
     * @throws IllegalArgumentException if the network is not linear, deep and wide enough or its prior not Gaussian
     */
    public RejectionSampler reduce(boolean value) {
        if (value && !Reduction.applies(problem.rows(), network)) {
            throw new IllegalArgumentException(
                    "reduce: needs a linear network with a Gaussian prior, depth 2 or more and" + " width "
                            + Reduction.leastWidth(problem.rows()) + " or more for " + problem.rows() + " rows");
        }
        reduce = value;
        return this;
    }

    @Override
    public Posterior run() {
        Backend named = Backends.named(backend);
        Question question = question();
        Backend chosen = named.chosen(reduce ? question.reduced() : question, draws / threads);
        Tally tally = new Tally(eps);
        long start = System.nanoTime();
        RejectionRun run = new RejectionRun(question, chosen, reduce, draws, tally, relativeError, progress, cancelled);
        Diagnostics.Builder diagnostics = new Diagnostics.Builder();
        if (reduce) {
            diagnostics.note("the product was drawn through Bartlett factors");
        }
        try {
            run.execute(threads, executor);
        } catch (CancellationException e) {
            diagnostics.note("cancelled after " + tally.draws() + " of " + draws + " draws");
            throw new SamplingCancelledException(
                    tally.draws() == 0 ? null : posterior(chosen, tally, start, diagnostics));
        }
        return posterior(chosen, tally, start, diagnostics);
    }

    private Posterior posterior(Backend chosen, Tally tally, long start, Diagnostics.Builder diagnostics) {
        double seconds = (System.nanoTime() - start) * 1e-9;
        tally.judge(diagnostics, relativeError);
        return new Posterior(
                NAME,
                chosen.name(),
                threads,
                seed,
                tally.draws(),
                seconds,
                tally.prior(),
                tally.estimates(),
                tally.recorded(),
                diagnostics.build(),
                tally.digest());
    }

    /**
     * Makes one draw again.
     *
     * @param draw its index, at least 0
     * @return its weights, product and losses, to the bit
     * @throws IllegalArgumentException if the index is below 0
     * @throws UnsupportedOperationException if the sampler reduces: such draws have a product but no factors
     * @throws java.util.concurrent.CancellationException if the condition of {@link #cancelWhen} became true while the question was
     *     prepared, or the thread was interrupted
     */
    public ReplayedDraw replay(long draw) {
        if (reduce) {
            throw new UnsupportedOperationException("replay: a reduced draw has no factors; replay without reduce");
        }
        if (draw < 0) {
            throw new IllegalArgumentException("draw: " + draw + "; at least 0 is allowed");
        }
        return Replay.of(question(), draw, ReplayedDraw::new);
    }

    private Question question() {
        return question(draws <= ALL_SAMPLED ? 1 : 64);
    }
}
