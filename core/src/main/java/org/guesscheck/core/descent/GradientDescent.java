package org.guesscheck.core.descent;

import java.lang.foreign.Arena;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.guesscheck.core.kernel.descent.DescentShape;
import org.guesscheck.core.kernel.descent.Factors;
import org.guesscheck.core.kernel.descent.TrainingData;
import org.guesscheck.core.matrix.Multipliers;
import org.guesscheck.core.network.Network;
import org.guesscheck.core.network.NetworkBytes;
import org.guesscheck.core.parts.PartInput;
import org.guesscheck.core.parts.PartOutput;
import org.guesscheck.core.problem.Problem;
import org.guesscheck.core.problem.ProblemBytes;
import org.guesscheck.core.provider.Availability;

/**
 * Full-batch gradient descent on the training loss; immutable, every setter returns a changed copy.
 *
 * <p>The predicted matrix is Y = s(... s(s(W_1) W_2) ...) W_d with W_1 of rows x k, the middle factors of k x k and W_d of k x
 * cols; for d = 1 it is W_1 of rows x cols. Of the network, width, depth and activation count: the prior, its layer scales and
 * the normalization belong to guessing. Every factor starts uniform on initScale * [-1, 1] / sqrt(rows of the factor). Weights
 * are single precision, reported losses are evaluated in double precision on the single-precision product.
 *
 * <p>The result depends on the problem, the network and the settings alone, to the bit, except for large runs (see {@link
 * #run}): the last bits of theirs, and so the digest, also depend on who multiplies, which
 * {@link DescentExecution#products} names. Source of the method and of its
 * defaults: Alexander et al., arXiv 2506.03931, and their published code.
 */
public final class GradientDescent {
    /** Why large runs are not divided. */
    static final String LARGE_IS_WHOLE =
            "width: runs of 2^24 multiplications or more in a forward pass can't be divided among machines,"
                    + " since their last bits depend on the library that multiplies";

    private final Problem problem;
    private final Network network;
    private final StepRule steps;
    private final Initialization start;
    private final DescentSettings settings;

    private GradientDescent(
            Problem problem, Network network, StepRule steps, Initialization start, DescentSettings settings) {
        this.problem = problem;
        this.network = network;
        this.steps = steps;
        this.start = start;
        this.settings = settings;
    }

    /**
     * The libraries that multiply the matrices of large runs, whether or not they can be used in this JVM.
     *
     * @return each library, in the order of preference
     */
    public static List<Availability> multipliers() {
        return Multipliers.describe();
    }

    /**
     * The width experiment's settings: learning rate 1e-4, 100,000 epochs, initial scale 1e-3, no momentum,
     * {@link Optimizer#GROUP_RMSPROP}; seed 0, no history, one thread, never cancelled.
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
        return new GradientDescent(
                problem, network, StepRule.DEFAULTS, Initialization.DEFAULTS, DescentSettings.DEFAULTS);
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
        return with(steps.learningRate(value));
    }

    /**
     * Sets how many steps are taken.
     *
     * @param value number of steps, at least 1
     * @return a changed copy
     * @throws IllegalArgumentException if it is out of range
     */
    public GradientDescent epochs(int value) {
        return with(settings.epochs(value));
    }

    /**
     * Sets the scale of the initial weights.
     *
     * @param value factor on the initial weights, finite and above 0
     * @return a changed copy
     * @throws IllegalArgumentException if it is out of range
     */
    public GradientDescent initScale(double value) {
        return with(start.scale(value));
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
        return with(steps.momentum(value));
    }

    /**
     * Sets the optimizer.
     *
     * @param value the optimizer
     * @return a changed copy
     */
    public GradientDescent optimizer(Optimizer value) {
        return with(steps.optimizer(value));
    }

    /**
     * Sets whether steps are taken along the gradient whatever the momentum is, as the published code does: it computes its
     * momentum buffer and does not use it.
     *
     * @param value true for the published code's behaviour
     * @return a changed copy
     */
    public GradientDescent ignoreMomentum(boolean value) {
        return with(steps.ignoreMomentum(value));
    }

    /**
     * Sets the seed of the initial weights.
     *
     * @param value any value
     * @return a changed copy
     */
    public GradientDescent seed(long value) {
        return with(start.seed(value));
    }

    /**
     * Sets how many measurements a step sees: the gradient is that of their mean squared residual. They are taken in a random order, which
     * is drawn anew after each pass through all measurements; the last batch of a pass has those that are left. Losses are always
     * those of all measurements, and an epoch remains one step. Small runs alone can take it.
     *
     * @param value at least 1; at most the number of measurements, with which steps see all as they do by default
     * @return a changed copy
     * @throws IllegalArgumentException if it is out of range
     */
    public GradientDescent batch(int value) {
        int count = problem.train().count();
        Ranges.require(value <= count, "batch", value, "1 to the number of measurements, " + count + ",");
        return with(settings.batch(value));
    }

    /**
     * Ends a run early: at the first epoch, 0 included, whose training loss is below a value. The loss of a small run is that of
     * its residuals in single precision, which may differ in the last digits from the one that is reported.
     *
     * @param value finite and above 0
     * @return a changed copy
     * @throws IllegalArgumentException if it is out of range
     */
    public GradientDescent stopBelow(double value) {
        return with(settings.stop(settings.stop().below(value)));
    }

    /**
     * Sets whether a run ends at the first epoch whose training loss is not finite, in a small run in
     * single precision. By default all steps are taken.
     *
     * @param value true to end it
     * @return a changed copy
     */
    public GradientDescent stopDiverged(boolean value) {
        return with(settings.stop(new EarlyStop(settings.stop().below(), value)));
    }

    /**
     * Sets how often losses are recorded; epoch 0 and the end are always part of a history.
     *
     * @param value epochs between two points of the history, or 0 for no history
     * @return a changed copy
     * @throws IllegalArgumentException if it is out of range
     */
    public GradientDescent historyEvery(int value) {
        return with(settings.historyEvery(value));
    }

    /**
     * Sets what cancels a run beside an interruption of its thread; both are looked at before the first epoch and every 64 epochs,
     * and while millions of first weights are drawn.
     *
     * @param value true once the run is to stop; asked on the running thread
     * @return a changed copy
     */
    public GradientDescent cancelWhen(BooleanSupplier value) {
        return with(settings.observers(settings.observers().cancelled(value)));
    }

    /**
     * Sets how many threads multiply in a large run, of 2^24 multiplications or more in a forward pass; smaller ones run on the calling
     * thread. The last bits of a large run may depend on it.
     *
     * @param value at least 1, the default
     * @return a changed copy
     * @throws IllegalArgumentException if it is out of range
     */
    public GradientDescent threads(int value) {
        return with(settings.threads(value));
    }

    /**
     * Sets who is told of the progress, on the running thread.
     *
     * @param value called some tens of times a second at most, and a last time when all steps were taken
     * @return a changed copy
     */
    public GradientDescent onProgress(Consumer<DescentProgress> value) {
        return with(settings.observers(settings.observers().progress(value)));
    }

    /**
     * Sets who is told of the weights, on the running thread: of the initial ones, and of those at the end, also of a run that is
     * cancelled after it began.
     *
     * @param value receives copies
     * @return a changed copy
     */
    public GradientDescent onWeights(Consumer<WeightSnapshot> value) {
        return with(settings.observers(settings.observers().weights(value)));
    }

    /**
     * Runs all epochs. A large run, of 2^24 multiplications or more in a forward pass, multiplies whole matrices by the
     * products that the property {@code guesscheck.products} names.
     *
     * @return the outcome; a run that diverges is an outcome too, with losses that are not finite
     * @throws DescentCancelledException if the run was cancelled or the thread interrupted; it has the outcome so far
     * @throws IllegalArgumentException if there are no products of the name asked for, or not enough memory outside of the heap
     *     for a large run; if a large run has Adam or batches; if Adam has momentum
     * @throws UnsupportedOperationException if products asked for by name can't be used here
     */
    public Descent run() {
        return ended().outcome();
    }

    /**
     * The problem.
     *
     * @return the problem whose training loss is minimised
     */
    public Problem problem() {
        return problem;
    }

    /** Runs, and says why the run is over. */
    Ended ended() {
        if (large()) {
            Descent outcome = runLarge();
            return new Ended(outcome, settings.stop().ending(outcome.end().trainLoss()));
        }
        Ended[] outcome = new Ended[1];
        LaneTeam.alone(waiting(TrainingData.of(problem.train()), () -> false, finished -> outcome[0] = finished), this);
        return outcome[0];
    }

    /**
     * Whether a run is a large one, of 2^24 multiplications or more in a forward pass: it multiplies whole matrices, by the
     * products that a property names, and not on a backend (see {@link #run}).
     *
     * @return false for a small run, whose bits are the same everywhere
     */
    public boolean large() {
        return LargeDescent.takes(problem.train().count(), factors());
    }

    /** How many of a number of runs like this one go side by side on a thread. */
    int sideBySide(int runs) {
        return DescentBatch.sideBySide(
                problem.rows(), problem.cols(), problem.train().count(), network, runs);
    }

    /** The seed of the initial weights. */
    long seed() {
        return start.seed();
    }

    Optimizer optimizer() {
        return steps.optimizer();
    }

    Factors factors() {
        return factors(problem, network);
    }

    int epochs() {
        return settings.epochs();
    }

    /** The shape of this run in a lane, with measurements that runs share or not. */
    DescentShape shape(boolean shared) {
        return new DescentShape(factors(), network.activation(), problem.train().count(), shared, steps.direction());
    }

    /**
     * This run, waiting for a lane.
     *
     * @param train the problem's measurements
     * @param stopped whether others want it to stop
     * @param finished receives the outcome
     */
    LaneRun waiting(TrainingData train, BooleanSupplier stopped, Consumer<Ended> finished) {
        DescentSettings stopping = alsoCancelledWhen(stopped).settings;
        return new LaneRun(problem, initial(), train, steps, stopping, finished);
    }

    /** A copy that something else cancels as well. */
    GradientDescent alsoCancelledWhen(BooleanSupplier other) {
        BooleanSupplier own = settings.observers().cancelled();
        return cancelWhen(() -> other.getAsBoolean() || own.getAsBoolean());
    }

    /** A copy that tells another listener of its progress as well. */
    GradientDescent alsoTelling(Consumer<DescentProgress> other) {
        return onProgress(settings.observers().progress().andThen(other));
    }

    /** Puts all that the outcome of a small run depends on into bytes. */
    void write(PartOutput out) {
        ProblemBytes.write(problem, out);
        writeRecipe(out);
    }

    /** Puts all of it but the problem into bytes. */
    void writeRecipe(PartOutput out) {
        NetworkBytes.write(network, out);
        steps.write(out);
        out.putDouble(start.scale()).putLong(start.seed()).putCount(settings.epochs());
        out.putDouble(settings.stop().below()).putFlag(settings.stop().diverged());
        out.putCount(settings.batch());
    }

    /** Reads what {@link #write} wrote. */
    static GradientDescent read(PartInput in) {
        return readRecipe(ProblemBytes.read(in), in);
    }

    /** Reads what {@link #writeRecipe} wrote. */
    static GradientDescent readRecipe(Problem problem, PartInput in) {
        Network network = NetworkBytes.read(in);
        StepRule steps = StepRule.read(in);
        Initialization start = new Initialization(in.nextDouble(), in.nextLong());
        GradientDescent read = of(problem, network)
                .with(steps)
                .with(start)
                .epochs((int) in.nextCount())
                .with(new EarlyStop(in.nextDouble(), in.nextFlag()));
        int batch = (int) in.nextCount();
        return batch == 0 ? read : read.batch(batch);
    }

    private GradientDescent with(EarlyStop stop) {
        return with(settings.stop(stop));
    }

    /** All that the outcome of a small run depends on, by name. */
    Map<String, String> values() {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("seed", Long.toString(start.seed()));
        values.put("learning rate", Double.toString(steps.learningRate()));
        values.put("epochs", Integer.toString(settings.epochs()));
        values.put("initial scale", Double.toString(start.scale()));
        values.put("optimizer", steps.optimizer().name());
        values.put("momentum", Double.toString(steps.effectiveMomentum()));
        values.put("batch", settings.batch() == 0 ? "all" : Integer.toString(settings.batch()));
        values.put(DescentEnsemble.STOP_BELOW, Double.toString(settings.stop().below()));
        values.putAll(NetworkBytes.settings(network));
        values.put("problem", ProblemBytes.fingerprint(problem));
        return values;
    }

    private InitialWeights initial() {
        return new InitialWeights(factors(), start.scale(), start.seed(), this::stopIfCancelled);
    }

    private void stopIfCancelled() {
        if (settings.stops()) {
            throw new CancellationException("gradient descent was cancelled before the first epoch");
        }
    }

    private Descent runLarge() {
        Ranges.require(
                steps.optimizer() != Optimizer.ADAM,
                "optimizer",
                Optimizer.ADAM,
                "in a run of 2^24 multiplications or more in a forward pass GD or GROUP_RMSPROP");
        Ranges.require(
                settings.batch() == 0 || settings.batch() == problem.train().count(),
                "batch",
                settings.batch(),
                "in a run of 2^24 multiplications or more in a forward pass the number of measurements");
        Factors factors = factors();
        MatrixProducts products = MatrixProducts.configured(settings.threads());
        // Shared with the threads of the products.
        try (Arena arena = Arena.ofShared()) {
            requireMemory(factors);
            StepLength length = new StepLength(steps.optimizer(), steps.learningRate());
            LargeUpdate update = new LargeUpdate(arena, factors, length, steps.effectiveMomentum(), settings.threads());
            return new LargeDescent(arena, problem, network.activation(), products, update, initial()).run(settings);
        }
    }

    private void requireMemory(Factors factors) {
        long needed = LargeDescent.bytes(problem, factors, steps.effectiveMomentum() != 0);
        long free = FreeMemory.bytes();
        if (needed > FreeMemory.usable(free)) {
            throw new IllegalArgumentException(
                    "width: " + network.width() + " at depth " + network.depth() + " and " + problem.rows() + " x "
                            + problem.cols() + " needs " + (needed >> 20) + " MiB outside of the heap; "
                            + (FreeMemory.usable(free) >> 20) + " of the " + (free >> 20)
                            + " MiB of memory that are free can be used");
        }
    }

    private GradientDescent with(StepRule changed) {
        return new GradientDescent(problem, network, changed, start, settings);
    }

    private GradientDescent with(Initialization changed) {
        return new GradientDescent(problem, network, steps, changed, settings);
    }

    private GradientDescent with(DescentSettings changed) {
        return new GradientDescent(problem, network, steps, start, changed);
    }
}
