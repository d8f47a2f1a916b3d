package org.guesscheck.core.descent;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import org.guesscheck.core.data.LearningProblem;
import org.guesscheck.core.data.LearningProblemBytes;
import org.guesscheck.core.data.SampleLoss;
import org.guesscheck.core.kernel.Backend;
import org.guesscheck.core.kernel.Backends;
import org.guesscheck.core.network.Perceptron;
import org.guesscheck.core.network.PerceptronBytes;
import org.guesscheck.core.parts.Division;
import org.guesscheck.core.parts.Identity;
import org.guesscheck.core.parts.PartException;
import org.guesscheck.core.parts.PartInput;
import org.guesscheck.core.parts.PartOutput;
import org.guesscheck.core.parts.Provenance;
import org.guesscheck.core.parts.QuestionBytes;

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
    /** The name of the method in questions and parts. */
    public static final String NAME = "learning-descent";

    private static final StepRule PLAIN =
            StepRule.DEFAULTS.optimizer(Optimizer.GD).learningRate(0.5);

    private final LearningProblem problem;
    private final Perceptron network;
    private final LearningDescentSettings settings;
    private final int threads;
    private final String backend;
    private final BooleanSupplier cancelled;

    private LearningDescent(
            LearningProblem problem,
            Perceptron network,
            LearningDescentSettings settings,
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
                new LearningDescentSettings(
                        List.of(problem.train().count()), 64, SampleLoss.LOGISTIC, PLAIN, 16, 1000, 0),
                Runtime.getRuntime().availableProcessors(),
                "auto",
                () -> false);
    }

    private LearningDescent with(LearningDescentSettings changed) {
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
        LearningDescentSettings s = settings;
        return with(
                new LearningDescentSettings(rising, s.runs(), s.loss(), s.steps(), s.batch(), s.epochs(), s.seed()));
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
        LearningDescentSettings s = settings;
        return with(
                new LearningDescentSettings(s.samples(), count, s.loss(), s.steps(), s.batch(), s.epochs(), s.seed()));
    }

    /**
     * Sets what is lowered.
     *
     * @param value the loss
     * @return a changed copy
     */
    public LearningDescent loss(SampleLoss value) {
        Objects.requireNonNull(value, "loss");
        LearningDescentSettings s = settings;
        return with(
                new LearningDescentSettings(s.samples(), s.runs(), value, s.steps(), s.batch(), s.epochs(), s.seed()));
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
        LearningDescentSettings s = settings;
        return with(
                new LearningDescentSettings(s.samples(), s.runs(), s.loss(), steps, s.batch(), s.epochs(), s.seed()));
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
        LearningDescentSettings s = settings;
        return with(
                new LearningDescentSettings(s.samples(), s.runs(), s.loss(), s.steps(), samples, s.epochs(), s.seed()));
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
        LearningDescentSettings s = settings;
        return with(
                new LearningDescentSettings(s.samples(), s.runs(), s.loss(), s.steps(), s.batch(), count, s.seed()));
    }

    /**
     * Sets the seed of first weights and orders of samples.
     *
     * @param value any value
     * @return a changed copy
     */
    public LearningDescent seed(long value) {
        LearningDescentSettings s = settings;
        return with(
                new LearningDescentSettings(s.samples(), s.runs(), s.loss(), s.steps(), s.batch(), s.epochs(), value));
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
        all.put("samples", settings.samples());
        all.put("runs", settings.runs());
        all.put("loss", settings.loss().name().toLowerCase(Locale.ROOT));
        all.put(
                "optimizer",
                settings.steps().optimizer().name().toLowerCase(Locale.ROOT).replace('_', '-'));
        all.put("learningRate", settings.steps().learningRate());
        all.put("momentum", settings.steps().effectiveMomentum());
        all.put("batch", settings.batch());
        all.put("epochs", settings.epochs());
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
        LearningDescentWork work = work();
        LearningDescentFold fold = new LearningDescentFold(settings);
        fold.add(work.train(0, settings.pieces()));
        return fold.result(new Provenance("", work.backend().name(), threads, (System.nanoTime() - start) * 1e-9));
    }

    LearningDescentWork work() {
        Backend chosen = backend.equals("auto") ? Backends.ready() : Backends.named(backend);
        return new LearningDescentWork(problem, network, settings, chosen, threads, cancelled);
    }

    LearningDescentSettings all() {
        return settings;
    }

    int threads() {
        return threads;
    }

    /**
     * Cuts the curve into pieces of 16 runs that other machines may train, and whose fold is the result of {@link #run}, to the bit.
     * Threads, backend and condition of this descent are those with which the division computes.
     *
     * @return the division
     */
    public Division<LearningDescentCurve> divided() {
        return new LearningDescentDivision(this);
    }

    Identity identity() {
        Map<String, String> all = new LinkedHashMap<>();
        all.put(Identity.METHOD, NAME);
        all.put("seed", Long.toString(settings.seed()));
        settings().forEach((name, value) -> all.put(name, value.toString()));
        all.putAll(PerceptronBytes.settings(network));
        all.put("problem", LearningProblemBytes.fingerprint(problem));
        all.put(Identity.PROGRAM, CurvesOfDescent.fingerprint());
        return new Identity(all);
    }

    byte[] question() {
        PartOutput out = QuestionBytes.begin(NAME);
        LearningProblemBytes.write(problem, out);
        PerceptronBytes.write(network, out);
        settings.write(out);
        return out.bytes();
    }

    /**
     * A descent for a question that a division has put into bytes. Threads, backend and condition are the defaults.
     *
     * @param question of {@link Division#question}
     * @return a descent of which the division is the same
     * @throws IllegalArgumentException if the bytes are none of such a descent's question, or of another version of their format
     */
    public static LearningDescent read(byte[] question) {
        PartInput in = new PartInput(question);
        String method = QuestionBytes.method(in);
        if (!method.equals(NAME)) {
            throw new PartException("a question for method " + method + ", which is no gradient descent on samples");
        }
        LearningProblem problem = LearningProblemBytes.read(in);
        LearningDescent plain = of(problem, PerceptronBytes.read(in));
        LearningDescentSettings read = LearningDescentSettings.read(in);
        StepRule steps = read.steps();
        // By the setters, which check.
        return plain.samples(read.samples().stream().mapToInt(Integer::intValue).toArray())
                .runs(read.runs())
                .loss(read.loss())
                .optimizer(steps.optimizer(), steps.learningRate(), steps.momentum())
                .batch(read.batch())
                .epochs(read.epochs())
                .seed(read.seed());
    }
}
