package org.guesscheck.core.descent;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.guesscheck.core.data.LearningProblem;
import org.guesscheck.core.data.SampleLoss;
import org.guesscheck.core.estimate.AcceptedDigest;
import org.guesscheck.core.estimate.TestAccuracy;
import org.guesscheck.core.kernel.Backend;
import org.guesscheck.core.kernel.Backends;
import org.guesscheck.core.kernel.Question;
import org.guesscheck.core.kernel.learning.LaneSteps;
import org.guesscheck.core.network.Perceptron;
import org.guesscheck.core.platform.Workers;

/**
 * The learning curve of gradient descent: perceptrons that start with weights from their prior and are trained on the first samples of a
 * training set until they fit all of them, as the problem asks. Immutable; every setter returns a changed copy.
 *
 * <p>Batches are samples in an order that is drawn anew for every epoch; 16 runs go side by side on the same batches. Steps are made in the weights as
 * the prior has them, before sums are divided by the root of the number of inputs, so that a learning rate means the same at every width.
 * A run ends with the epoch after which it fits all samples.
 *
 * <p>The result is a function of problem, network and settings: it has the same bits on every backend and with any number of threads.
 */
public final class LearningDescent {
    private static final int LANES = Question.LANES;
    private static final StepRule PLAIN =
            StepRule.DEFAULTS.optimizer(Optimizer.GD).learningRate(0.5);

    private final LearningProblem problem;
    private final Perceptron network;
    private final Settings settings;
    private final int threads;
    private final String backend;
    private final BooleanSupplier cancelled;

    /**
     * What the result depends on beside problem and network.
     *
     * @param samples numbers of training samples
     * @param runs networks trained at each
     * @param loss what is lowered
     * @param steps how steps are made of gradients
     * @param batch samples of a batch at most
     * @param epochs epochs of a run at most
     * @param seed of weights and orders
     */
    record Settings(
            List<Integer> samples, int runs, SampleLoss loss, StepRule steps, int batch, int epochs, long seed) {}

    private LearningDescent(
            LearningProblem problem,
            Perceptron network,
            Settings settings,
            int threads,
            String backend,
            BooleanSupplier cancelled) {
        this.problem = problem;
        this.network = network;
        this.settings = settings;
        this.threads = threads;
        this.backend = backend;
        this.cancelled = cancelled;
    }

    /**
     * Gradient descent with the defaults: 64 runs of plain gradient descent on the logistic loss, learning rate 0.5, batches of 16 samples,
     * at most 1,000 epochs, at the whole training set, seed 0, all processors.
     *
     * @param problem training and test samples
     * @param network the perceptron, with an output for each class, or one for two
     * @return a descent, not yet run
     * @throws IllegalArgumentException if the outputs do not fit the classes
     */
    public static LearningDescent of(LearningProblem problem, Perceptron network) {
        int classes = problem.classes();
        Ranges.require(
                network.outputs() == classes || network.outputs() == 1 && classes == 2,
                "outputs",
                network.outputs(),
                classes == 2 ? "for 2 classes 1 or 2" : "the number of classes, " + classes + ",");
        return new LearningDescent(
                problem,
                network,
                new Settings(List.of(problem.train().count()), 64, SampleLoss.LOGISTIC, PLAIN, 16, 1000, 0),
                Runtime.getRuntime().availableProcessors(),
                "auto",
                () -> false);
    }

    private LearningDescent with(Settings changed) {
        return new LearningDescent(problem, network, changed, threads, backend, cancelled);
    }

    /**
     * Sets from how many training samples networks learn.
     *
     * @param samples from 1 to the size of the training set, at least one number
     * @return a changed copy
     * @throws IllegalArgumentException if one is out of range
     */
    public LearningDescent samples(int... samples) {
        int most = problem.train().count();
        Ranges.require(samples.length > 0, "samples", samples.length, "at least one number");
        for (int n : samples) {
            Ranges.require(n >= 1 && n <= most, "samples", n, "1 to " + most + ", the size of the training set,");
        }
        List<Integer> rising =
                Arrays.stream(samples).sorted().distinct().boxed().toList();
        Settings s = settings;
        return with(new Settings(rising, s.runs, s.loss, s.steps, s.batch, s.epochs, s.seed));
    }

    /**
     * Sets how many networks are trained at each number of samples.
     *
     * @param count 1 to 1,000,000; a multiple of 16 leaves no lane empty
     * @return a changed copy
     * @throws IllegalArgumentException if it is out of range
     */
    public LearningDescent runs(int count) {
        Ranges.require(count >= 1 && count <= 1_000_000, "runs", count, "1 to 1000000");
        Settings s = settings;
        return with(new Settings(s.samples, count, s.loss, s.steps, s.batch, s.epochs, s.seed));
    }

    /**
     * Sets what is lowered.
     *
     * @param value the loss
     * @return a changed copy
     */
    public LearningDescent loss(SampleLoss value) {
        Objects.requireNonNull(value, "loss");
        Settings s = settings;
        return with(new Settings(s.samples, s.runs, value, s.steps, s.batch, s.epochs, s.seed));
    }

    /**
     * Sets how steps are made of gradients.
     *
     * @param value the optimizer
     * @param learningRate length of steps, finite and above 0
     * @param momentum of gradients, 0 up to, but not including, 1; with {@link Optimizer#ADAM} 0
     * @return a changed copy
     * @throws IllegalArgumentException if a number is out of range
     */
    public LearningDescent optimizer(Optimizer value, double learningRate, double momentum) {
        StepRule steps =
                StepRule.DEFAULTS.optimizer(value).learningRate(learningRate).momentum(momentum);
        // Refuses Adam with momentum.
        steps.direction();
        Settings s = settings;
        return with(new Settings(s.samples, s.runs, s.loss, steps, s.batch, s.epochs, s.seed));
    }

    /**
     * Sets how many samples a batch has at most; an epoch's last batch has what is left.
     *
     * @param samples at least 1
     * @return a changed copy
     * @throws IllegalArgumentException if it is below 1
     */
    public LearningDescent batch(int samples) {
        Ranges.require(samples >= 1, "batch", samples, "at least 1");
        Settings s = settings;
        return with(new Settings(s.samples, s.runs, s.loss, s.steps, samples, s.epochs, s.seed));
    }

    /**
     * Sets after how many epochs a run is given up.
     *
     * @param count at least 1
     * @return a changed copy
     * @throws IllegalArgumentException if it is below 1
     */
    public LearningDescent epochs(int count) {
        Ranges.require(count >= 1, "epochs", count, "at least 1");
        Settings s = settings;
        return with(new Settings(s.samples, s.runs, s.loss, s.steps, s.batch, count, s.seed));
    }

    /**
     * Sets the seed of first weights and orders of samples.
     *
     * @param value any value
     * @return a changed copy
     */
    public LearningDescent seed(long value) {
        Settings s = settings;
        return with(new Settings(s.samples, s.runs, s.loss, s.steps, s.batch, s.epochs, value));
    }

    /**
     * Sets how many threads train.
     *
     * @param count at least 1
     * @return a changed copy
     * @throws IllegalArgumentException if it is below 1
     */
    public LearningDescent threads(int count) {
        Ranges.require(count >= 1, "threads", count, "at least 1");
        return new LearningDescent(problem, network, settings, count, backend, cancelled);
    }

    /**
     * Asks for a backend by name.
     *
     * @param name {@code auto}, or a backend such as {@code jni} or {@code vector-256}
     * @return a changed copy
     */
    public LearningDescent backend(String name) {
        Objects.requireNonNull(name, "backend");
        return new LearningDescent(problem, network, settings, threads, name, cancelled);
    }

    /**
     * Sets when to stop early.
     *
     * @param condition asked by every thread after every epoch
     * @return a changed copy
     */
    public LearningDescent cancelWhen(BooleanSupplier condition) {
        Objects.requireNonNull(condition, "condition");
        return new LearningDescent(problem, network, settings, threads, backend, condition);
    }

    /**
     * The settings on which the result depends, beside problem, network and seed.
     *
     * @return texts, numbers and lists of numbers by name; immutable, in a fixed order
     */
    public Map<String, Object> settings() {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("samples", settings.samples);
        all.put("runs", settings.runs);
        all.put("loss", settings.loss.name().toLowerCase(Locale.ROOT));
        all.put(
                "optimizer",
                settings.steps.optimizer().name().toLowerCase(Locale.ROOT).replace('_', '-'));
        all.put("learningRate", settings.steps.learningRate());
        all.put("momentum", settings.steps.effectiveMomentum());
        all.put("batch", settings.batch);
        all.put("epochs", settings.epochs);
        return Collections.unmodifiableMap(all);
    }

    /**
     * Trains.
     *
     * @return what was learned at each number of samples
     * @throws IllegalArgumentException if there is no backend of the name, or the network is too large
     * @throws UnsupportedOperationException if the backend can't be used here
     * @throws CancellationException if the condition became true or the calling thread was interrupted
     */
    public LearningDescentCurve run() {
        long start = System.nanoTime();
        Backend chosen = backend.equals("auto") ? Backends.ready() : Backends.named(backend);
        int groups = Math.ceilDiv(settings.runs, LANES);
        int pieces = settings.samples.size() * groups;
        LearningGroup.Outcome[] outcomes = new LearningGroup.Outcome[pieces];
        AtomicInteger next = new AtomicInteger();
        LearningGroup.Shared shared = new LearningGroup.Shared(problem, network, settings, rule());
        Workers.run(
                Math.clamp(pieces, 1, threads),
                null,
                () -> {
                    LearningGroup group = new LearningGroup(shared, chosen, cancelled);
                    // The longest ones first.
                    for (int i = next.getAndIncrement(); i < pieces; i = next.getAndIncrement()) {
                        int piece = pieces - 1 - i;
                        outcomes[piece] = group.train(settings.samples.get(piece / groups), piece % groups);
                    }
                },
                () -> next.set(pieces));
        AcceptedDigest digest = new AcceptedDigest();
        List<LearningDescentPoint> points = new ArrayList<>();
        for (int p = 0; p < settings.samples.size(); p++) {
            points.add(
                    point(settings.samples.get(p), Arrays.copyOfRange(outcomes, p * groups, (p + 1) * groups), digest));
        }
        return new LearningDescentCurve(
                points, chosen.name(), threads, (System.nanoTime() - start) * 1e-9, digest.value());
    }

    private LaneSteps.Rule rule() {
        StepRule steps = settings.steps;
        return new LaneSteps.Rule(
                steps.direction(),
                steps.optimizer() == Optimizer.GROUP_RMSPROP,
                steps.learningRate(),
                steps.momentum());
    }

    private LearningDescentPoint point(int samples, LearningGroup.Outcome[] groups, AcceptedDigest digest) {
        float[] accuracies = new float[settings.runs];
        int reached = 0;
        long epochs = 0;
        for (int run = 0; run < settings.runs; run++) {
            LearningGroup.Outcome group = groups[run / LANES];
            int after = group.epochs()[run % LANES];
            float accuracy = group.accuracies()[run % LANES];
            digest.add(after, accuracy, 0);
            if (after >= 0) {
                accuracies[reached++] = accuracy;
                epochs += after;
            }
        }
        return new LearningDescentPoint(
                samples,
                settings.runs,
                reached,
                reached == 0 ? Double.NaN : (double) epochs / reached,
                reached == 0
                        ? Optional.empty()
                        : Optional.of(TestAccuracy.independent(Arrays.copyOf(accuracies, reached))));
    }
}
