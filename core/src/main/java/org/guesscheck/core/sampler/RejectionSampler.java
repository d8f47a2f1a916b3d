package org.guesscheck.core.sampler;

import java.util.Arrays;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.guesscheck.core.kernel.Backend;
import org.guesscheck.core.kernel.Backends;
import org.guesscheck.core.kernel.Question;
import org.guesscheck.core.kernel.Replay;
import org.guesscheck.core.network.Network;
import org.guesscheck.core.problem.Problem;

/**
 * Guess and Check: draws networks from the prior and keeps those whose training loss is below a threshold.
 *
 * <p>The result is a function of problem, network, thresholds, number of draws and seed alone: it has the same bits on
 * every backend and with any number of threads. Setters return the sampler itself; one sampler is for one thread.
 */
public final class RejectionSampler {
    /** The name of the method in results. */
    public static final String NAME = "rejection";

    /** How many accepted draws a result lists; all of them enter estimates and digest. */
    public static final int RECORDED = 10_000;

    /** Up to here every draw enters the prior's mean. */
    private static final long ALL_SAMPLED = 1 << 20;

    private final Problem problem;
    private final Network network;
    private double[] eps = {0.02};
    private long draws = 100_000_000;
    private long seed;
    private int threads = Runtime.getRuntime().availableProcessors();
    private String backend = "auto";
    private Executor executor;
    private Consumer<Progress> progress = p -> {};
    private BooleanSupplier cancelled = () -> false;

    private RejectionSampler(Problem problem, Network network) {
        this.problem = Objects.requireNonNull(problem, "problem");
        this.network = Objects.requireNonNull(network, "network");
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
     * Sets the thresholds, all answered in one pass.
     *
     * @param thresholds training losses above 0, at least one
     * @return this sampler
     * @throws IllegalArgumentException if one is not above 0 and finite, or none is given
     */
    public RejectionSampler eps(double... thresholds) {
        eps = Thresholds.checked(thresholds);
        return this;
    }

    /**
     * Sets how many draws are made.
     *
     * @param count at least 1
     * @return this sampler
     * @throws IllegalArgumentException if it is below 1
     */
    public RejectionSampler draws(long count) {
        if (count < 1) {
            throw new IllegalArgumentException("draws: " + count + "; at least 1 is allowed");
        }
        draws = count;
        return this;
    }

    /**
     * Sets the seed of the draws.
     *
     * @param value any value
     * @return this sampler
     */
    public RejectionSampler seed(long value) {
        seed = value;
        return this;
    }

    /**
     * Sets how many threads draw.
     *
     * @param count 1 to 1024
     * @return this sampler
     * @throws IllegalArgumentException if it is out of range
     */
    public RejectionSampler threads(int count) {
        if (count < 1 || count > 1024) {
            throw new IllegalArgumentException("threads: " + count + "; 1 to 1024 is allowed");
        }
        threads = count;
        return this;
    }

    /**
     * Asks for a backend by name; a backend that can't run is an error at {@link #run}.
     *
     * @param name a name of {@link Backends#named}
     * @return this sampler
     */
    public RejectionSampler backend(String name) {
        backend = Objects.requireNonNull(name, "backend");
        return this;
    }

    /**
     * Sets who runs the workers; they must be able to run at the same time for the threads to be of use.
     *
     * @param workers the caller's executor
     * @return this sampler
     */
    public RejectionSampler executor(Executor workers) {
        executor = Objects.requireNonNull(workers, "executor");
        return this;
    }

    /**
     * Sets who is told of the progress, from a worker thread and never by two at a time.
     *
     * @param listener called every few milliseconds of work
     * @return this sampler
     */
    public RejectionSampler onProgress(Consumer<Progress> listener) {
        progress = Objects.requireNonNull(listener, "listener");
        return this;
    }

    /**
     * Sets when to stop early.
     *
     * @param condition asked by every worker every few milliseconds
     * @return this sampler
     */
    public RejectionSampler cancelWhen(BooleanSupplier condition) {
        cancelled = Objects.requireNonNull(condition, "condition");
        return this;
    }

    /**
     * Draws and judges.
     *
     * @return the posterior's estimates
     * @throws IllegalArgumentException if there is no such backend or the network is too large
     * @throws UnsupportedOperationException if the backend can't run here
     * @throws CancellationException if the condition of {@link #cancelWhen} became true or the thread was interrupted
     */
    public Posterior run() {
        Backend chosen = Backends.named(backend);
        Question question = question();
        Tally tally = new Tally(eps);
        long start = System.nanoTime();
        RejectionRun run = new RejectionRun(question, chosen, draws, tally, progress, cancelled);
        run.execute(threads, executor);
        double seconds = (System.nanoTime() - start) * 1e-9;
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
                Diagnostics.NONE,
                tally.digest());
    }

    /**
     * Makes one draw again.
     *
     * @param draw its index, at least 0
     * @return its weights, product and losses, to the bit
     * @throws IllegalArgumentException if the index is below 0
     */
    public ReplayedDraw replay(long draw) {
        if (draw < 0) {
            throw new IllegalArgumentException("draw: " + draw + "; at least 0 is allowed");
        }
        return Replay.of(question(), draw, ReplayedDraw::new);
    }

    private Question question() {
        float largest = (float) Arrays.stream(eps).max().orElseThrow();
        return new Question(problem, network, seed, largest, draws <= ALL_SAMPLED ? 1 : 64);
    }
}
