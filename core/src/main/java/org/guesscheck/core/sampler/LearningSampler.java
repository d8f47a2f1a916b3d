package org.guesscheck.core.sampler;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.guesscheck.core.data.LearningProblem;
import org.guesscheck.core.network.Perceptron;
import org.guesscheck.core.parts.Division;
import org.guesscheck.core.parts.Identity;
import org.guesscheck.core.parts.PartException;
import org.guesscheck.core.parts.PartInput;
import org.guesscheck.core.parts.QuestionBytes;
import org.guesscheck.core.posterior.LearningCurve;
import org.guesscheck.core.sampler.learning.CurveDivision;
import org.guesscheck.core.sampler.learning.GuessDivision;
import org.guesscheck.core.sampler.learning.LearningTask;
import org.guesscheck.core.sampler.learning.LearningTaskBytes;
import org.guesscheck.core.sampler.work.RunSettings;

/**
 * The learning curve of guess and check: of the perceptrons of a prior, how many fit the first 1, 2, ... samples of a training set,
 * and how many test samples these have right. Samples fit that are right, unless the problem asks for another
 * {@link org.guesscheck.core.data.Fit}. A sample counts as right if the largest output is that of its label, or, with one output, if
 * the output is above 0 for label 1 and below 0 for label 0; a tie is wrong.
 *
 * <p>The result is a function of problem, network, settings and seed alone: it has the same bits on every backend and with any number of threads. Immutable.
 *
 * @param <S> the sampler's own type
 */
public abstract sealed class LearningSampler<S extends LearningSampler<S>>
        permits LearningRejection, LearningSplitting {
    /** The names of methods in questions that {@link #division} reads. */
    public static final List<String> METHODS = List.of(CurveDivision.METHOD, GuessDivision.METHOD);

    final LearningTask task;
    final RunSettings settings;

    LearningSampler(LearningTask task, RunSettings settings) {
        this.task = task;
        this.settings = settings;
    }

    static LearningTask task(LearningProblem problem, Perceptron network) {
        return new LearningTask(
                problem, network, LearningTask.doublings(problem.train().count()), 0, 0);
    }

    /** The same sampler for another task or with other settings of its run. */
    abstract S with(LearningTask changed, RunSettings changedSettings);

    /**
     * Samples.
     *
     * @return the curve
     * @throws IllegalArgumentException if there is no such backend, or the network is too large
     * @throws UnsupportedOperationException if the backend can't run here
     * @throws java.util.concurrent.CancellationException if the condition of {@link #cancelWhen} became true or the thread was interrupted
     */
    public abstract LearningCurve run();

    /** The name of the method in questions and parts. */
    abstract String method();

    /** The question cut into pieces, under a name. */
    abstract Division<LearningCurve> divided(Identity identity);

    /**
     * Cuts the question into pieces that other machines may compute, and whose fold is the result of {@link #run}, to the bit: replicas of
     * splitting, or some thousand draws of rejection. Threads, backend and condition of this sampler are those with which the
     * division computes.
     *
     * @return the division, for which nothing was prepared yet
     */
    public final Division<LearningCurve> divided() {
        return divided(identity());
    }

    Identity identity() {
        Map<String, String> settings = LearningTaskBytes.settings(method(), task);
        Map<String, Object> own = new LinkedHashMap<>();
        addOwnSettings(own);
        own.forEach((name, value) -> settings.put(name, value.toString()));
        settings.put(Identity.PROGRAM, CurvesOfProgram.fingerprint(method()));
        return new Identity(settings);
    }

    /**
     * A division from the question that another one has put into bytes, with what was prepared for it.
     *
     * @param question of {@link Division#question}
     * @param threads how many threads compute, 1 to 1024
     * @param backend {@code auto}, a family of {@link Sampler#backends} or one of its members
     * @return the same division
     * @throws IllegalArgumentException if the bytes are none of a learning curve's question, or of another version of their format, or
     *     the number of threads is out of range
     */
    public static Division<LearningCurve> division(byte[] question, int threads, String backend) {
        PartInput in = new PartInput(question);
        String method = QuestionBytes.method(in);
        if (!METHODS.contains(method)) {
            throw new PartException("a question for method " + method + ", which is no learning curve");
        }
        LearningTask task = LearningTaskBytes.read(in);
        RunSettings settings = RunSettings.defaults().threads(threads).backend(backend);
        return method.equals(CurveDivision.METHOD)
                ? LearningSplitting.read(task, settings, in)
                : LearningRejection.read(task, settings, in);
    }

    /**
     * Sets at which numbers of training samples accepted networks are tested. By default these are the powers of two and the size of the
     * training set.
     *
     * @param samples from 1 to the size of the training set, and 0 for networks of the prior, before any sample; none for a curve without accuracies
     * @return a changed copy
     * @throws IllegalArgumentException if a number is out of range
     */
    public S testedAt(int... samples) {
        return with(
                new LearningTask(
                        task.problem(),
                        task.network(),
                        Arrays.stream(samples).boxed().toList(),
                        task.seed(),
                        task.kept()),
                settings);
    }

    /**
     * Sets the seed of all draws.
     *
     * @param value any value
     * @return a changed copy
     */
    public S seed(long value) {
        return with(new LearningTask(task.problem(), task.network(), task.tested(), value, task.kept()), settings);
    }

    /**
     * Sets how many accepted networks are kept with their weights, at the largest number of samples at which networks are tested: the first
     * ones by rejection, at most as many as are tested; by splitting the first ones of each replica, as many of each or one more of the first replicas.
     *
     * @param most 0 to 1,048,576; 0 by default
     * @return a changed copy
     * @throws IllegalArgumentException if it is out of range
     */
    public S keep(int most) {
        return with(new LearningTask(task.problem(), task.network(), task.tested(), task.seed(), most), settings);
    }

    /**
     * Sets how many threads draw.
     *
     * @param count 1 to 1024
     * @return a changed copy
     * @throws IllegalArgumentException if it is out of range
     */
    public S threads(int count) {
        return with(task, settings.threads(count));
    }

    /**
     * Asks for a backend by name.
     *
     * @param name {@code auto}, a family of {@link Sampler#backends} or one of its members
     * @return a changed copy
     */
    public S backend(String name) {
        return with(task, settings.backend(name));
    }

    /**
     * Sets who runs the workers beside the calling thread, which is always one of them.
     *
     * @param workers the caller's executor
     * @return a changed copy
     */
    public S executor(Executor workers) {
        return with(task, settings.executor(workers));
    }

    /**
     * Sets who is told of the progress, by one thread at a time.
     *
     * @param listener called some tens of times a second, and a last time when all is done
     * @return a changed copy
     */
    public S onProgress(Consumer<Progress> listener) {
        Objects.requireNonNull(listener, "listener");
        return with(
                task,
                settings.listener((draws, total, accepted, seconds) ->
                        listener.accept(new Progress(draws, total, accepted, seconds))));
    }

    /**
     * Sets when to stop early.
     *
     * @param condition asked by every worker every few milliseconds
     * @return a changed copy
     */
    public S cancelWhen(BooleanSupplier condition) {
        return with(task, settings.cancelled(condition));
    }

    /**
     * At which numbers of training samples networks are tested.
     *
     * @return rising numbers, the first 0 if the prior is tested
     */
    public final List<Integer> testedAt() {
        return task.tested();
    }

    /**
     * The settings on which the result depends, beside problem, network and seed.
     *
     * @return texts, numbers, truth values and lists of numbers by name; immutable, in a fixed order
     */
    public final Map<String, Object> settings() {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("testedAt", testedAt());
        addOwnSettings(all);
        return Collections.unmodifiableMap(all);
    }

    /** Adds the name of the method and its own settings on which the result depends. */
    abstract void addOwnSettings(Map<String, Object> all);
}
