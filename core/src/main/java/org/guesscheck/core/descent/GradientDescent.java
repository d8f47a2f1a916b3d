package org.guesscheck.core.descent;

import java.lang.foreign.Arena;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.guesscheck.core.matrix.Multipliers;
import org.guesscheck.core.network.Network;
import org.guesscheck.core.problem.Problem;

/**
 * Full-batch gradient descent on the training loss; immutable, every setter returns a changed copy.
 *
 * <p>The predicted matrix is Y = s(... s(s(W_1) W_2) ...) W_d with W_1 of rows x k, the middle factors of k x k and W_d of k x
 * cols; for d = 1 it is W_1 of rows x cols. Of the network, width, depth and activation count: the prior, its layer scales and
 * the normalization belong to guessing. Every factor starts uniform on initScale * [-1, 1] / sqrt(rows of the factor). Weights
 * are single precision, reported losses are evaluated in double precision on the single-precision product.
 *
 * <p>The result depends on the problem, the network and the settings alone, to the bit, except for large runs (see {@link
 * #run(int, Consumer)}): the last bits of theirs, and so the digest, also depend on who multiplies, which
 * {@link Descent#products} names. Source of the method and of its
 * defaults: Alexander et al., arXiv 2506.03931, and their published code.
 */
public final class GradientDescent {
    private final Problem problem;
    private final Network network;
    private final Settings settings;

    /** What a setter changes in a copy of its own; never changed afterwards. */
    private static final class Settings {
        double learningRate = 1e-4;
        int epochs = 100_000;
        double initScale = 1e-3;
        double momentum;
        Optimizer optimizer = Optimizer.GROUP_RMSPROP;
        boolean ignoreMomentum;
        long seed;
        int historyEvery;
        BooleanSupplier cancelled = () -> false;

        Settings copy() {
            Settings copy = new Settings();
            copy.learningRate = learningRate;
            copy.epochs = epochs;
            copy.initScale = initScale;
            copy.momentum = momentum;
            copy.optimizer = optimizer;
            copy.ignoreMomentum = ignoreMomentum;
            copy.seed = seed;
            copy.historyEvery = historyEvery;
            copy.cancelled = cancelled;
            return copy;
        }
    }

    private GradientDescent(Problem problem, Network network, Settings settings) {
        this.problem = problem;
        this.network = network;
        this.settings = settings;
    }

    /**
     * The width experiment's settings: learning rate 1e-4, 100,000 epochs, initial scale 1e-3, no momentum,
     * {@link Optimizer#GROUP_RMSPROP}; seed 0, no history, never cancelled.
     *
     * @param problem the problem whose training loss is minimised
     * @param network width, depth and activation of the network
     * @return gradient descent, not yet run
     * @throws IllegalArgumentException if the network has more weights than an array can hold
     */
    public static GradientDescent of(Problem problem, Network network) {
        Objects.requireNonNull(problem, "problem");
        Objects.requireNonNull(network, "network");
        factors(problem, network);
        return new GradientDescent(problem, network, new Settings());
    }

    private static Factors factors(Problem problem, Network network) {
        return new Factors(problem.rows(), problem.cols(), network.width(), network.depth());
    }

    /**
     * Sets the learning rate.
     *
     * @param value the learning rate, finite and above 0
     * @return a changed copy
     * @throws IllegalArgumentException if it is out of range
     */
    public GradientDescent learningRate(double value) {
        require(value > 0 && value < Double.POSITIVE_INFINITY, "learningRate", value, "a finite number above 0");
        return with(changed -> changed.learningRate = value);
    }

    /**
     * Sets how many steps are taken.
     *
     * @param value number of steps, at least 1
     * @return a changed copy
     * @throws IllegalArgumentException if it is out of range
     */
    public GradientDescent epochs(int value) {
        require(value >= 1, "epochs", value, "at least 1");
        return with(changed -> changed.epochs = value);
    }

    /**
     * Sets the scale of the initial weights.
     *
     * @param value factor on the initial weights, finite and above 0
     * @return a changed copy
     * @throws IllegalArgumentException if it is out of range
     */
    public GradientDescent initScale(double value) {
        require(value > 0 && value < Double.POSITIVE_INFINITY, "initScale", value, "a finite number above 0");
        return with(changed -> changed.initScale = value);
    }

    /**
     * Sets the momentum mu: the buffer b = mu b + g, starting at 0, takes the gradient's place in every step; the running
     * average of the squared norm is still that of the gradient.
     *
     * @param value mu in [0, 1)
     * @return a changed copy
     * @throws IllegalArgumentException if it is out of range
     */
    public GradientDescent momentum(double value) {
        require(value >= 0 && value < 1, "momentum", value, "0 up to, but not including, 1");
        return with(changed -> changed.momentum = value);
    }

    /**
     * Sets the optimizer.
     *
     * @param value the optimizer
     * @return a changed copy
     */
    public GradientDescent optimizer(Optimizer value) {
        Objects.requireNonNull(value, "optimizer");
        return with(changed -> changed.optimizer = value);
    }

    /**
     * Sets whether steps are taken along the gradient whatever the momentum is, as the published code does: it computes its
     * momentum buffer and does not use it.
     *
     * @param value true for the published code's behaviour
     * @return a changed copy
     */
    public GradientDescent ignoreMomentum(boolean value) {
        return with(changed -> changed.ignoreMomentum = value);
    }

    /**
     * Sets the seed of the initial weights.
     *
     * @param value any value
     * @return a changed copy
     */
    public GradientDescent seed(long value) {
        return with(changed -> changed.seed = value);
    }

    /**
     * Sets how often losses are recorded; epoch 0 and the end are always part of a history.
     *
     * @param value epochs between two points of the history, or 0 for no history
     * @return a changed copy
     * @throws IllegalArgumentException if it is out of range
     */
    public GradientDescent historyEvery(int value) {
        require(value >= 0, "historyEvery", value, "at least 0");
        return with(changed -> changed.historyEvery = value);
    }

    /**
     * Sets what cancels a run beside an interruption of its thread; both are looked at before the first epoch and every 64 epochs,
     * and while millions of first weights are drawn.
     *
     * @param value true once the run is to stop; asked on the running thread
     * @return a changed copy
     */
    public GradientDescent cancelWhen(BooleanSupplier value) {
        Objects.requireNonNull(value, "cancelWhen");
        return with(changed -> changed.cancelled = value);
    }

    /**
     * Runs all epochs on the calling thread.
     *
     * @return the outcome; a run that diverges is an outcome too, with losses that are not finite
     * @throws DescentCancelledException if the run was cancelled or the thread interrupted; it has the outcome so far
     */
    public Descent run() {
        return run(1, predicted -> {});
    }

    /**
     * Runs all epochs. A large run, of 2^24 multiplications or more in a forward pass, multiplies whole matrices by the
     * products that the property {@code guesscheck.products} names.
     *
     * @param threads threads of the matrix products of a large run, at least 1
     * @param predicted receives the predicted matrix of the final weights, row by row
     * @return the outcome; a run that diverges is an outcome too, with losses that are not finite
     * @throws DescentCancelledException if the run was cancelled or the thread interrupted; it has the outcome so far
     * @throws IllegalArgumentException if there are no threads, no products of the name asked for, or not enough memory
     *     outside of the heap for a large run
     * @throws UnsupportedOperationException if products asked for by name can't be used here
     */
    public Descent run(int threads, Consumer<float[]> predicted) {
        require(threads >= 1, "threads", threads, "at least 1");
        Factors factors = factors(problem, network);
        InitialWeights initial = new InitialWeights(factors, settings.initScale, settings.seed, this::stopIfCancelled);
        return LargeDescent.takes(problem, factors)
                ? runLarge(factors, initial, threads, predicted)
                : runSmall(factors, initial, predicted);
    }

    private void stopIfCancelled() {
        if (settings.cancelled.getAsBoolean() || Thread.currentThread().isInterrupted()) {
            throw new CancellationException("gradient descent was cancelled before the first epoch");
        }
    }

    private Descent runSmall(Factors factors, InitialWeights initial, Consumer<float[]> predicted) {
        WeightUpdate update = new WeightUpdate(factors, settings.optimizer, settings.learningRate, momentum());
        DescentRun run = new DescentRun(problem, factors, network.activation(), initial.stored(), update);
        Descent descent = run.run(settings.epochs, settings.historyEvery, settings.cancelled);
        predicted.accept(run.predicted());
        return descent;
    }

    private Descent runLarge(Factors factors, InitialWeights initial, int threads, Consumer<float[]> predicted) {
        TimedMultiplier products = new TimedMultiplier(Multipliers.configured(threads));
        // Shared with the threads of the products.
        try (Arena arena = Arena.ofShared()) {
            LargeDescent run = large(arena, factors, initial, products, threads);
            Descent descent = run.run(settings.epochs, settings.historyEvery, settings.cancelled);
            predicted.accept(run.predicted());
            return descent;
        }
    }

    private LargeDescent large(
            Arena arena, Factors factors, InitialWeights initial, TimedMultiplier products, int threads) {
        long needed = LargeDescent.bytes(problem, factors, momentum() != 0);
        long free = FreeMemory.bytes();
        if (needed > FreeMemory.usable(free)) {
            throw new IllegalArgumentException(
                    "width: " + network.width() + " at depth " + network.depth() + " and " + problem.rows() + " x "
                            + problem.cols() + " needs " + (needed >> 20) + " MiB outside of the heap; "
                            + (FreeMemory.usable(free) >> 20) + " of the " + (free >> 20)
                            + " MiB of memory that are free can be used");
        }
        StepLength length = new StepLength(settings.optimizer, settings.learningRate);
        LargeUpdate update = new LargeUpdate(arena, factors, length, momentum(), threads);
        return new LargeDescent(
                arena,
                problem,
                factors,
                network.activation(),
                products,
                Multipliers.configuredSparse(),
                update,
                initial,
                threads);
    }

    private double momentum() {
        return settings.ignoreMomentum ? 0 : settings.momentum;
    }

    private GradientDescent with(Consumer<Settings> change) {
        Settings changed = settings.copy();
        change.accept(changed);
        return new GradientDescent(problem, network, changed);
    }

    private static void require(boolean allowed, String field, Object value, String range) {
        if (!allowed) {
            throw new IllegalArgumentException(field + ": " + value + "; " + range + " is allowed");
        }
    }
}
