package org.guesscheck.core.comparison;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.guesscheck.core.descent.DescentEnsemble;
import org.guesscheck.core.descent.Ending;
import org.guesscheck.core.descent.EnsembleOutcome;
import org.guesscheck.core.descent.EnsembleRun;
import org.guesscheck.core.descent.GradientDescent;
import org.guesscheck.core.posterior.Posterior;
import org.guesscheck.core.posterior.WeightedDraws;
import org.guesscheck.core.problem.Problem;
import org.guesscheck.core.sampler.Progress;
import org.guesscheck.core.sampler.Sampler;

/**
 * Compares the distributions of the generalization loss that {@link Part four parts} give for one problem: the prior, guess and check at
 * a threshold, and gradient descent from random initial weights, stopped at the first training loss below the same threshold and run to
 * its end. The volume hypothesis says that guess and check and gradient descent are alike (Chiang et al., ICLR 2023). Immutable: every
 * setter returns a changed copy.
 */
public final class Comparison {
    private final Sampler<?> guess;
    private final GradientDescent descent;
    private final UnaryOperator<DescentEnsemble> how;
    private final Counts counts;
    private final Consumer<ComparisonProgress> listener;

    /** Numbers of runs, of draws from the prior and of resamples, and the seed of the latter two. */
    private record Counts(int runs, int priorDraws, int resamples, long seed) {}

    private Comparison(
            Sampler<?> guess,
            GradientDescent descent,
            UnaryOperator<DescentEnsemble> how,
            Counts counts,
            Consumer<ComparisonProgress> listener) {
        this.guess = guess;
        this.descent = descent;
        this.how = how;
        this.counts = counts;
        this.listener = listener;
    }

    /**
     * A comparison with 1,000 runs of gradient descent, 10,000 draws from the prior, 999 resamples and seed 0; threads, backend
     * and executor are those of the sampler, and for gradient descent those of {@link DescentEnsemble#of}.
     *
     * @param guess any sampler, with one threshold, which is that of gradient descent too
     * @param descent the first run; the others have the seeds after its own
     * @return a comparison, not yet run
     * @throws IllegalArgumentException if the sampler has several thresholds, or the two have different problems
     */
    public static Comparison of(Sampler<?> guess, GradientDescent descent) {
        if (guess.thresholds().length != 1) {
            throw new IllegalArgumentException(
                    "eps: " + guess.thresholds().length + " thresholds; one is allowed in a comparison");
        }
        if (guess.problem() != descent.problem()) {
            throw new IllegalArgumentException(
                    "problem: that of gradient descent is another than the sampler's; one problem is compared");
        }
        return new Comparison(
                guess, descent, UnaryOperator.identity(), new Counts(1000, 10_000, 999, 0), progress -> {});
    }

    /**
     * Sets how many runs of gradient descent there are.
     *
     * @param value at least 1
     * @return a changed copy
     * @throws IllegalArgumentException if it is out of range
     */
    public Comparison runs(int value) {
        require(value >= 1, "runs", value, "at least 1");
        return with(new Counts(value, counts.priorDraws, counts.resamples, counts.seed));
    }

    /**
     * Sets how many draws from the prior there are.
     *
     * @param value 1 to {@link WeightedDraws#MOST}
     * @return a changed copy
     * @throws IllegalArgumentException if it is out of range
     */
    public Comparison priorDraws(int value) {
        require(value >= 1 && value <= WeightedDraws.MOST, "prior draws", value, "1 to " + WeightedDraws.MOST);
        return with(new Counts(counts.runs, value, counts.resamples, counts.seed));
    }

    /**
     * Sets how many resamples the intervals of distances come from.
     *
     * @param value at least 99
     * @return a changed copy
     * @throws IllegalArgumentException if it is out of range
     */
    public Comparison resamples(int value) {
        require(value >= 99, "resamples", value, "at least 99");
        return with(new Counts(counts.runs, counts.priorDraws, value, counts.seed));
    }

    /**
     * Sets the seed of the draws from the prior and of the resamples; sampler and gradient descent have their own.
     *
     * @param value any value
     * @return a changed copy
     */
    public Comparison seed(long value) {
        return with(new Counts(counts.runs, counts.priorDraws, counts.resamples, value));
    }

    /**
     * Sets how many threads compute.
     *
     * @param value 1 to 1024
     * @return a changed copy
     * @throws IllegalArgumentException if it is out of range
     */
    public Comparison threads(int value) {
        return with(guess.threads(value), ensemble -> ensemble.threads(value));
    }

    /**
     * Sets who computes.
     *
     * @param name {@code auto}, or a backend such as {@code jni} or {@code vector-256}
     * @return a changed copy
     */
    public Comparison backend(String name) {
        return with(guess.backend(name), ensemble -> ensemble.backend(name));
    }

    /**
     * Sets who runs the threads beside the calling one, which always works itself.
     *
     * @param value the caller's executor
     * @return a changed copy
     */
    public Comparison executor(Executor value) {
        return with(guess.executor(value), ensemble -> ensemble.executor(value));
    }

    /**
     * Sets what cancels the comparison beside an interruption of the calling thread.
     *
     * @param value true once it is to stop; asked on all threads
     * @return a changed copy
     */
    public Comparison cancelWhen(BooleanSupplier value) {
        return with(guess.cancelWhen(value), ensemble -> ensemble.cancelWhen(value));
    }

    /**
     * Sets who is told of the progress, from any thread.
     *
     * @param value called some tens of times a second at most
     * @return a changed copy
     */
    public Comparison onProgress(Consumer<ComparisonProgress> value) {
        return new Comparison(guess, descent, how, counts, Objects.requireNonNull(value, "listener"));
    }

    /**
     * Computes all parts: guess and check, the prior, and gradient descent twice from the same initial weights.
     *
     * @return the distributions
     * @throws CancellationException if the comparison was cancelled or the calling thread interrupted
     * @throws IllegalArgumentException if there is no backend of the name that was asked for, or a method does not apply to the network
     * @throws UnsupportedOperationException if a backend that was asked for by name can't be used here
     */
    public ComparisonOutcome run() {
        Problem problem = guess.problem();
        double eps = guess.thresholds()[0];
        Posterior posterior = told(guess.keepDraws(true), Part.GUESS_AND_CHECK).run();
        Posterior prior =
                told(guess.prior(counts.priorDraws, counts.seed), Part.PRIOR).run();
        EnsembleOutcome atEps = ensemble(descent.stopBelow(eps), Part.DESCENT_AT_EPS);
        EnsembleOutcome atEnd = ensemble(descent, Part.DESCENT_AT_END);
        Map<Part, Distribution> all = new EnumMap<>(Part.class);
        all.put(Part.PRIOR, Distribution.of(Part.PRIOR, problem, prior.draws().getFirst()));
        all.put(
                Part.GUESS_AND_CHECK,
                Distribution.of(
                        Part.GUESS_AND_CHECK,
                        problem,
                        posterior.draws().getFirst(),
                        posterior.thresholds().getFirst().generalizationLoss()));
        all.put(
                Part.DESCENT_AT_EPS,
                Distribution.of(Part.DESCENT_AT_EPS, problem, draws(atEps, true, atEps.meanReached())));
        all.put(
                Part.DESCENT_AT_END,
                Distribution.of(Part.DESCENT_AT_END, problem, draws(atEnd, false, atEnd.meanPredicted())));
        return new ComparisonOutcome(
                eps, posterior, atEps, atEnd, all, new GroupResampling(counts.seed, counts.resamples));
    }

    private <S extends Sampler<S>> S told(Sampler<S> sampler, Part part) {
        return sampler.onProgress((Progress p) ->
                listener.accept(new ComparisonProgress(part, Math.min(1, (double) p.draws() / p.total()))));
    }

    private EnsembleOutcome ensemble(GradientDescent first, Part part) {
        DescentEnsemble ensemble = DescentEnsemble.of(first)
                .runs(counts.runs)
                .onProgress(p -> listener.accept(new ComparisonProgress(
                        part, Math.min(1, (double) p.epochs() / Math.max(1, p.expectedEpochs())))));
        return how.apply(ensemble).run();
    }

    /** A run a group, those that do not count included. */
    private static WeightedDraws draws(EnsembleOutcome ensemble, boolean reached, double[] meanPredicted) {
        int count = reached ? ensemble.reached() : ensemble.runs().size() - ensemble.diverged();
        double[] losses = new double[count];
        double[] weights = new double[count];
        int[] groups = new int[count];
        int found = 0;
        for (int r = 0; r < ensemble.runs().size(); r++) {
            EnsembleRun run = ensemble.runs().get(r);
            if (reached ? run.ending() == Ending.REACHED : run.ending() != Ending.DIVERGED) {
                losses[found] = run.end().generalizationLoss();
                weights[found] = 1;
                groups[found++] = r;
            }
        }
        return new WeightedDraws(losses, weights, groups, ensemble.runs().size(), meanPredicted);
    }

    private Comparison with(Counts changed) {
        return new Comparison(guess, descent, how, changed, listener);
    }

    private Comparison with(Sampler<?> changed, UnaryOperator<DescentEnsemble> then) {
        return new Comparison(changed, descent, ensemble -> then.apply(how.apply(ensemble)), counts, listener);
    }

    private static void require(boolean allowed, String name, int value, String range) {
        if (!allowed) {
            throw new IllegalArgumentException(name + ": " + value + "; " + range + " is allowed");
        }
    }
}
