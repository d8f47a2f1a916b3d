package org.guesscheck.core.sampler;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;
import org.guesscheck.core.kernel.Backends;
import org.guesscheck.core.kernel.Reduction;
import org.guesscheck.core.network.Network;
import org.guesscheck.core.parts.Division;
import org.guesscheck.core.parts.Folding;
import org.guesscheck.core.parts.Identity;
import org.guesscheck.core.parts.Part;
import org.guesscheck.core.parts.PartException;
import org.guesscheck.core.parts.PartFold;
import org.guesscheck.core.parts.PartInput;
import org.guesscheck.core.parts.QuestionBytes;
import org.guesscheck.core.posterior.Posterior;
import org.guesscheck.core.posterior.WeightedDraws;
import org.guesscheck.core.problem.Problem;
import org.guesscheck.core.provider.Availability;
import org.guesscheck.core.random.SplitMix64;
import org.guesscheck.core.sampler.conditional.ConditionalTally;
import org.guesscheck.core.sampler.rejection.RejectionFold;
import org.guesscheck.core.sampler.splitting.SplittingFold;
import org.guesscheck.core.sampler.work.RunSettings;
import org.guesscheck.core.sampler.work.SamplingRun;
import org.guesscheck.core.sampler.work.SamplingTask;
import org.guesscheck.core.sampler.work.TaskBytes;
import org.guesscheck.core.sampler.work.Thresholds;

/**
 * A sampler of the posterior: a problem, a network and settings. Immutable: every setter returns a changed copy, so that a sampler
 * may be shared by threads and run again.
 *
 * @param <S> the sampler's own type
 */
public abstract sealed class Sampler<S extends Sampler<S>>
        permits RejectionSampler, SplittingSampler, ConditionalSampler, AutoSampler {
    /** The names of all methods. */
    public static final List<String> NAMES =
            List.of(RejectionSampler.NAME, SplittingSampler.NAME, ConditionalSampler.NAME, AutoSampler.NAME);

    /** So that draws from the prior are not those of a run with the same seed. */
    private static final long PRIOR_STREAM = 0x7f4a7c159e3779b9L;

    final SamplingTask task;
    final RunSettings settings;

    Sampler(SamplingTask task, RunSettings settings) {
        this.task = task;
        this.settings = settings;
    }

    /** The same sampler, with its own settings as they are, for another task or other settings of its run. */
    abstract S with(SamplingTask changed, RunSettings changedSettings);

    /** A run of the method, not yet begun. */
    abstract SamplingRun start();

    /** The method's own settings on which the result depends, by name. */
    abstract Map<String, String> ownSettings();

    /** The question cut into pieces, under a name. */
    abstract Division<Posterior> divided(Identity identity);

    /**
     * Cuts the question into pieces that other machines may compute, and whose fold is the result of {@link #run}, to the bit. Threads,
     * backend, listener and condition of this sampler are those with which the division computes.
     *
     * @return the division, for which nothing was prepared yet
     * @throws UnsupportedOperationException for {@link AutoSampler}, whose choice of a method may depend on a result; {@link #run(Function)}
     *     divides the methods that it takes
     */
    public final Division<Posterior> divided() {
        String method = name();
        Map<String, String> settings = TaskBytes.settings(method, task);
        settings.putAll(ownSettings());
        settings.put(Identity.PROGRAM, DrawsOfProgram.fingerprint(method));
        return divided(new Identity(settings));
    }

    /** The name of the method. */
    abstract String name();

    /**
     * The fold of the parts of a question.
     *
     * @param part any of them
     * @return a fold without parts, to which this one may be added in its turn
     * @throws PartException if the part is none of a sampler's, or this program draws other numbers
     */
    public static Folding<Posterior> folding(Part part) {
        String method = part.identity().method();
        PartInput shared = part.shared();
        PartFold<Posterior> fold = switch (method) {
            case RejectionSampler.NAME -> RejectionFold.of(shared);
            case SplittingSampler.NAME -> SplittingFold.of(shared);
            case ConditionalSampler.NAME -> ConditionalTally.of(shared);
            default -> throw new PartException("a part of method " + method + ", which is no sampler");
        };
        String program = part.identity().settings().get(Identity.PROGRAM);
        if (!DrawsOfProgram.fingerprint(method).equals(program)) {
            throw new PartException("a part of a version of the program that draws other numbers than this one");
        }
        return new Folding<>(fold);
    }

    /**
     * A sampler for a question that a division has put into bytes, with what was prepared for it. Threads, backend, listener and condition
     * are the defaults.
     *
     * @param question of {@link Division#question}
     * @return a sampler of which the division is the same
     * @throws PartException if the bytes are none of a sampler's question, or of another version of their format
     */
    public static Sampler<?> read(byte[] question) {
        PartInput in = new PartInput(question);
        String method = QuestionBytes.method(in);
        SamplingTask task = TaskBytes.read(in);
        return switch (method) {
            case RejectionSampler.NAME -> RejectionSampler.read(task, in);
            case SplittingSampler.NAME -> SplittingSampler.read(task, in);
            case ConditionalSampler.NAME -> ConditionalSampler.read(task);
            default -> throw new PartException("a question for method " + method + ", which is no sampler");
        };
    }

    /**
     * The families of backends, whether or not they can be used in this JVM: names for {@link #backend}.
     *
     * @return each family, in the order in which {@code auto} prefers them
     */
    public static List<Availability> backends() {
        return Backends.describe();
    }

    /**
     * A sampler by the name of its method.
     *
     * @param name one of {@link #NAMES}
     * @param problem the problem
     * @param network the network, of which rows and columns are the problem's
     * @return a new sampler with its own defaults
     * @throws IllegalArgumentException if there is no such name, or the method does not apply to the network
     */
    public static Sampler<?> named(String name, Problem problem, Network network) {
        return switch (name) {
            case RejectionSampler.NAME -> RejectionSampler.of(problem, network);
            case SplittingSampler.NAME -> SplittingSampler.of(problem, network);
            case ConditionalSampler.NAME -> ConditionalSampler.of(problem, network);
            case AutoSampler.NAME -> AutoSampler.of(problem, network);
            default ->
                throw new IllegalArgumentException(
                        "sampler: '" + name + "'; " + String.join(", ", NAMES) + " is allowed");
        };
    }

    /**
     * Samples.
     *
     * @return the posterior's estimates
     * @throws IllegalArgumentException if there is no such backend, the network is too large, or the method does not apply to it
     * @throws UnsupportedOperationException if the backend can't run here
     * @throws SamplingCancelledException if the condition of {@link #cancelWhen} became true or the thread was interrupted; it
     *     has what was finished until then
     */
    public final Posterior run() {
        SamplingRun run = start();
        try {
            return run.run();
        } catch (CancellationException e) {
            throw new SamplingCancelledException(run.partial().orElse(null));
        }
    }

    /**
     * Samples by parts that are computed elsewhere. {@link AutoSampler} makes its short runs here and has the method divided that it
     * takes; where it does not trust the result, it has another one divided.
     *
     * @param computing computes a division and returns the result of its fold
     * @return the posterior of {@link #run}, to the bit, with the execution that was computed elsewhere
     * @throws IllegalArgumentException if the question can't be prepared
     * @throws UnsupportedOperationException if the backend can't run here
     * @throws CancellationException if it was cancelled or the thread interrupted
     */
    public final Posterior run(Function<Division<Posterior>, Posterior> computing) {
        return runDivided(computing);
    }

    /** Has the parts computed elsewhere. */
    Posterior runDivided(Function<Division<Posterior>, Posterior> computing) {
        return computing.apply(divided());
    }

    /**
     * Sets the thresholds, all answered in one pass.
     *
     * @param thresholds training losses above 0, at least one
     * @return a changed copy
     * @throws IllegalArgumentException if one is not above 0 and finite, or none is given
     */
    public S eps(double... thresholds) {
        return with(task.thresholds(Thresholds.of(thresholds)), settings);
    }

    /**
     * Sets how many draws are made, or for splitting how many networks are evaluated at most, its pilot run included.
     *
     * @param count at least 1
     * @return a changed copy
     * @throws IllegalArgumentException if it is below 1
     */
    public S draws(long count) {
        return with(task.draws(count), settings);
    }

    /**
     * Stops early, once the standard error of the posterior mean is small enough at every threshold; the number of draws is then
     * the most that may be made. What was reached is in the result.
     *
     * @param share wanted standard error over mean, above 0 and below 1
     * @return a changed copy
     * @throws IllegalArgumentException if it is out of range
     */
    public S relativeError(double share) {
        return with(task.relativeError(share), settings);
    }

    /**
     * Sets the seed of the draws.
     *
     * @param value any value
     * @return a changed copy
     */
    public S seed(long value) {
        return with(task.seed(value), settings);
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
     * Asks for a backend by name; a backend that can't run is an error at {@code run}.
     *
     * @param name {@code auto}, a family of {@link #backends} or one of its members, such as {@code vector-256} or {@code jni-avx2}
     * @return a changed copy
     */
    public S backend(String name) {
        return with(task, settings.backend(name));
    }

    /**
     * Sets who runs the workers beside the calling thread, which is always one of them: an executor that has no thread to
     * spare slows a run down and never stops it, even when the run itself is one of its tasks.
     *
     * @param workers the caller's executor
     * @return a changed copy
     */
    public S executor(Executor workers) {
        return with(task, settings.executor(workers));
    }

    /**
     * Sets who is told of the progress, from a worker thread and never by two at a time.
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
     * Sets whether the result has the accepted draws with their weights, and the weighted mean of their predicted matrices, for each
     * threshold ({@link Posterior#draws}): the first {@link WeightedDraws#MOST} of rejection, the particles after the last
     * sweep of splitting, the points of the conditional sampler's first draws. Estimates and digest remain the same.
     *
     * @param value false by default
     * @return a changed copy
     */
    public S keepDraws(boolean value) {
        return with(task, settings.keepsDraws(value));
    }

    /**
     * The problem that is asked about.
     *
     * @return the problem
     */
    public final Problem problem() {
        return task.problem();
    }

    /**
     * The network that is drawn.
     *
     * @return the network
     */
    public final Network network() {
        return task.network();
    }

    /**
     * The thresholds.
     *
     * @return training losses in the order in which they were asked
     */
    public final double[] thresholds() {
        return task.thresholds().asked();
    }

    /**
     * A sampler of the prior of the same network for the same problem, with the threads, backend, executor and condition of this one: every
     * draw is accepted whose training loss is a single-precision number, and kept.
     *
     * @param count how many draws, 1 to {@link WeightedDraws#MOST}
     * @param seed any value; equal seeds share no draws with this sampler
     * @return a new sampler
     * @throws IllegalArgumentException if the count is out of range
     */
    public final RejectionSampler prior(int count, long seed) {
        if (count < 1 || count > WeightedDraws.MOST) {
            throw new IllegalArgumentException(
                    "prior draws: " + count + "; 1 to " + WeightedDraws.MOST + " is allowed");
        }
        SamplingTask every = new SamplingTask(
                task.problem(),
                task.network(),
                Thresholds.of(Float.MAX_VALUE),
                count,
                0,
                SplitMix64.mix(seed ^ PRIOR_STREAM));
        return new RejectionSampler(
                every, settings.keepsDraws(true), Reduction.applies(problem().rows(), network()));
    }
}
