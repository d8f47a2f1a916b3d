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
