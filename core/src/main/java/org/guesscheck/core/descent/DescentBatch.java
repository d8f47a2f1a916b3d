package org.guesscheck.core.descent;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.guesscheck.core.kernel.descent.DescentShape;
import org.guesscheck.core.kernel.descent.Direction;
import org.guesscheck.core.kernel.descent.Factors;
import org.guesscheck.core.network.Network;
import org.guesscheck.core.parts.Division;
import org.guesscheck.core.parts.PartException;
import org.guesscheck.core.platform.Workers;

/**
 * Many runs of gradient descent, computed side by side; immutable, every setter returns a changed copy.
 *
 * <p>Runs of one shape (sizes, activation, optimizer, with or without momentum, number of measurements) go side by side in the lanes of
 * vectors, whatever their problems, seeds, learning rates and lengths are. A run that is over leaves its lane to the next one. Every
 * run has the outcome that it has alone, to the bit, on every backend and with any number of threads; its time is that from its first
 * epoch to its last, in which others run as well. Large runs (see {@link GradientDescent#run}) are computed one after another.
 */
public final class DescentBatch {
    /** The name of the method in parts. */
    public static final String NAME = "descents";

    private final List<GradientDescent> runs;
    private final int threads;
    private final String backend;
    private final Executor executor;
    private final BooleanSupplier cancelled;

    private DescentBatch(
            List<GradientDescent> runs, int threads, String backend, Executor executor, BooleanSupplier cancelled) {
        this.runs = runs;
        this.threads = threads;
        this.backend = backend;
        this.executor = executor;
        this.cancelled = cancelled;
    }

    /**
     * A batch on as many threads as there are processors, on the backend that is fast from its first call.
     *
     * @param runs the runs; what each is told to tell, it tells on the thread that computes it
     * @return a batch, not yet run
     */
    public static DescentBatch of(List<GradientDescent> runs) {
        int processors = Runtime.getRuntime().availableProcessors();
        return new DescentBatch(List.copyOf(runs), processors, "auto", null, () -> false);
    }

    /**
     * How many runs go side by side on a thread, where no backend is asked for by name. Programs that divide their runs among threads of
     * their own make batches of so many.
     *
     * @param rows rows of the predicted matrix
     * @param cols columns of the predicted matrix
     * @param measurements number of training measurements
     * @param network width, depth and activation of the network
     * @param runs how many runs of these sizes there are
     * @return 2 to 16, or 1 where the runs are computed one after another
     * @throws IllegalArgumentException if the network has more weights than an array can hold
     */
    public static int sideBySide(int rows, int cols, int measurements, Network network, int runs) {
        Factors factors = new Factors(rows, cols, network.width(), network.depth());
        DescentShape shape = new DescentShape(factors, network.activation(), measurements, false, Direction.GRADIENT);
        return LargeDescent.takes(measurements, factors) ? 1 : LaneTeam.sideBySide(shape, runs);
    }

    /**
     * Sets how many threads compute small runs.
     *
     * @param value at least 1
     * @return a changed copy
     * @throws IllegalArgumentException if it is out of range
     */
    public DescentBatch threads(int value) {
        Ranges.require(value >= 1, "threads", value, "at least 1");
        return new DescentBatch(runs, value, backend, executor, cancelled);
    }

    /**
     * Sets who computes small runs.
     *
     * @param name {@code auto}, or a backend such as {@code jni} or {@code vector-256}
     * @return a changed copy
     */
    public DescentBatch backend(String name) {
        Objects.requireNonNull(name, "backend");
        return new DescentBatch(runs, threads, name, executor, cancelled);
    }

    /**
     * Sets who runs the threads beside the calling one, which always works itself.
     *
     * @param value the caller's executor
     * @return a changed copy
     */
    public DescentBatch executor(Executor value) {
        Objects.requireNonNull(value, "executor");
        return new DescentBatch(runs, threads, backend, value, cancelled);
    }

    /**
     * Sets what cancels the batch beside an interruption of the calling thread and what cancels its runs.
     *
     * @param value true once the batch is to stop; asked on all threads
     * @return a changed copy
     */
    public DescentBatch cancelWhen(BooleanSupplier value) {
        Objects.requireNonNull(value, "condition");
        return new DescentBatch(runs, threads, backend, executor, value);
    }

    /**
     * Computes all runs.
     *
     * @return their outcomes, in the order of the runs
     * @throws CancellationException if the batch or one of its runs was cancelled, or the calling thread interrupted
     * @throws IllegalArgumentException if there is no backend of the name that was asked for
     * @throws UnsupportedOperationException if a backend that was asked for by name can't be used here
     */
    public List<Descent> run() {
        Descent[] outcomes = new Descent[runs.size()];
        compute((place, run) -> outcomes[place] = run.outcome());
        return List.of(outcomes);
    }

    /**
     * Cuts the batch into runs that other machines may compute, and whose fold has the outcomes of {@link #run}, to the bit, without
     * histories and predicted matrices. A piece has as many runs as go side by side on a thread. The time of a run is an equal share of
     * the time of the threads. Threads, backend and condition of this batch are those with which the division computes.
     *
     * @return the division
     * @throws IllegalArgumentException if there is no run
     * @throws UnsupportedOperationException for large runs (see {@link GradientDescent#run}), of which the last bits depend on who multiplies
     */
    public Division<List<Descent>> divided() {
        if (runs.isEmpty()) {
            throw new IllegalArgumentException("runs: none; at least 1 is needed");
        }
        if (runs.stream().anyMatch(GradientDescent::large)) {
            throw new UnsupportedOperationException(GradientDescent.LARGE_IS_WHOLE);
        }
        return new BatchDivision(runs, this);
    }

    /**
     * A batch that a division has put into bytes. Threads, backend and condition are the defaults.
     *
     * @param question of {@link Division#question}
     * @return a batch of which the division is the same
     * @throws PartException if the bytes are none of a batch's question, or of another version of their format
     */
    public static DescentBatch read(byte[] question) {
        return of(BatchQuestion.read(question));
    }

    /** The same for other runs. */
    DescentBatch with(List<GradientDescent> others) {
        return new DescentBatch(List.copyOf(others), threads, backend, executor, cancelled);
    }

    /** Computes all runs, and hands over each one that is over. */
    void compute(FinishedRuns finished) {
        Map<Object, List<Integer>> groups = new LinkedHashMap<>();
        for (int i = 0; i < runs.size(); i++) {
            GradientDescent run = runs.get(i);
            if (run.large()) {
                finished.accept(i, runLarge(run));
            } else {
                groups.computeIfAbsent(List.of(run.shape(false), run.optimizer()), key -> new ArrayList<>())
                        .add(i);
            }
        }
        List<LaneGroup> loops = groups.values().stream()
                .map(group -> new LaneGroup(runs, group, backend, threads))
                .flatMap(group -> group.loops().stream())
                .toList();
        AtomicInteger next = new AtomicInteger();
        AtomicBoolean stopped = new AtomicBoolean();
        Workers.run(
                Math.clamp(loops.size(), 1, threads),
                executor,
                () -> {
                    for (int i = next.getAndIncrement(); i < loops.size(); i = next.getAndIncrement()) {
                        loops.get(i).loop(() -> stopped.get() || cancelled.getAsBoolean(), finished);
                    }
                },
                () -> {
                    stopped.set(true);
                    next.set(loops.size());
                });
    }

    /** The name of what computes a number of runs of one problem and shape: a backend, or the products of large runs. */
    String computedBy(GradientDescent like, int number) {
        return like.large()
                ? MatrixProducts.configured(threads).dense().name()
                : LaneTeam.of(backend, like.shape(true), number, threads)
                        .backend()
                        .name();
    }

    int threads() {
        return threads;
    }

    private Ended runLarge(GradientDescent run) {
        if (cancelled.getAsBoolean()) {
            throw new CancellationException("gradient descent was cancelled");
        }
        return run.alsoCancelledWhen(cancelled).ended();
    }
}
