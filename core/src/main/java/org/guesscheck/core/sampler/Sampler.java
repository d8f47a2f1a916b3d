package org.guesscheck.core.sampler;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.guesscheck.core.kernel.Backends;
import org.guesscheck.core.kernel.Question;
import org.guesscheck.core.network.Network;
import org.guesscheck.core.posterior.Posterior;
import org.guesscheck.core.problem.Problem;

/**
 * What every sampler of the posterior is told. Setters return the sampler itself; one sampler is for one thread.
 *
 * @param <S> the sampler's own type
 */
public abstract sealed class Sampler<S extends Sampler<S>>
        permits RejectionSampler, SplittingSampler, ConditionalSampler, AutoSampler {
    /** The names of all methods. */
    public static final List<String> NAMES =
            List.of(RejectionSampler.NAME, SplittingSampler.NAME, ConditionalSampler.NAME, AutoSampler.NAME);

    final Problem problem;
    final Network network;
    double[] eps = {0.02};
    long draws;
    double relativeError;
    long seed;
    int threads = Runtime.getRuntime().availableProcessors();
    String backend = "auto";
    Executor executor;
    Consumer<Progress> progress = p -> {};
    BooleanSupplier cancelled = () -> false;

    Sampler(Problem problem, Network network, long draws) {
        this.problem = Objects.requireNonNull(problem, "problem");
        this.network = Objects.requireNonNull(network, "network");
        this.draws = draws;
    }

    abstract S self();

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
    public abstract Posterior run();

    /** Prepares the question, which takes a while where it is large. */
    Question question(int fullEvery) {
        try {
            return new Question(problem, network, seed, largestEps(), fullEvery, cancelled);
        } catch (CancellationException e) {
            throw new SamplingCancelledException(null);
        }
    }

    float largestEps() {
        return (float) Arrays.stream(eps).max().orElseThrow();
    }

    /**
     * Sets the thresholds, all answered in one pass.
     *
     * @param thresholds training losses above 0, at least one
     * @return this sampler
     * @throws IllegalArgumentException if one is not above 0 and finite, or none is given
     */
    public S eps(double... thresholds) {
        eps = Thresholds.checked(thresholds);
        return self();
    }

    /**
     * Sets how many draws are made, or for splitting how many networks are evaluated at most, its pilot run included.
     *
     * @param count at least 1
     * @return this sampler
     * @throws IllegalArgumentException if it is below 1
     */
    public S draws(long count) {
        if (count < 1) {
            throw new IllegalArgumentException("draws: " + count + "; at least 1 is allowed");
        }
        draws = count;
        return self();
    }

    /**
     * Stops early, once the standard error of the posterior mean is small enough at every threshold; the number of draws is then
     * the most that may be made. What was reached is in the result.
     *
     * @param share wanted standard error over mean, above 0 and below 1
     * @return this sampler
     * @throws IllegalArgumentException if it is out of range
     */
    public S relativeError(double share) {
        if (!(share > 0 && share < 1)) {
            throw new IllegalArgumentException("relative error: " + share + "; above 0 and below 1 is allowed");
        }
        relativeError = share;
        return self();
    }

    /**
     * Sets the seed of the draws.
     *
     * @param value any value
     * @return this sampler
     */
    public S seed(long value) {
        seed = value;
        return self();
    }

    /**
     * Sets how many threads draw.
     *
     * @param count 1 to 1024
     * @return this sampler
     * @throws IllegalArgumentException if it is out of range
     */
    public S threads(int count) {
        if (count < 1 || count > 1024) {
            throw new IllegalArgumentException("threads: " + count + "; 1 to 1024 is allowed");
        }
        threads = count;
        return self();
    }

    /**
     * Asks for a backend by name; a backend that can't run is an error at {@code run}.
     *
     * @param name a name of {@link Backends#named}
     * @return this sampler
     */
    public S backend(String name) {
        backend = Objects.requireNonNull(name, "backend");
        return self();
    }

    /**
     * Sets who runs the workers beside the calling thread, which is always one of them: an executor that has no thread to
     * spare slows a run down and never stops it, even when the run itself is one of its tasks.
     *
     * @param workers the caller's executor
     * @return this sampler
     */
    public S executor(Executor workers) {
        executor = Objects.requireNonNull(workers, "executor");
        return self();
    }

    /**
     * Sets who is told of the progress, from a worker thread and never by two at a time.
     *
     * @param listener called some tens of times a second, and a last time when all is done
     * @return this sampler
     */
    public S onProgress(Consumer<Progress> listener) {
        progress = Objects.requireNonNull(listener, "listener");
        return self();
    }

    /**
     * Sets when to stop early.
     *
     * @param condition asked by every worker every few milliseconds
     * @return this sampler
     */
    public S cancelWhen(BooleanSupplier condition) {
        cancelled = Objects.requireNonNull(condition, "condition");
        return self();
    }
}
