package org.guesscheck.core.descent;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/**
 * Gradient descent as a sampler: many runs that differ in their initial weights alone; immutable, every setter returns a changed copy.
 * A run ends at the training loss of {@link GradientDescent#stopBelow}, after its last epoch, or when it diverges.
 */
public final class DescentEnsemble {
    private final GradientDescent first;
    private final int runs;
    private final DescentBatch how;
    private final Consumer<EnsembleProgress> listener;

    private DescentEnsemble(GradientDescent first, int runs, DescentBatch how, Consumer<EnsembleProgress> listener) {
        this.first = first;
        this.runs = runs;
        this.how = how;
        this.listener = listener;
    }

    /**
     * An ensemble of 1,000 runs, computed as {@link DescentBatch#of} says.
     *
     * @param first the first run; each of the others has the seed after that of the run before it
     * @return an ensemble, not yet run
     */
    public static DescentEnsemble of(GradientDescent first) {
        Objects.requireNonNull(first, "first");
        return new DescentEnsemble(first, 1000, DescentBatch.of(List.of()), progress -> {});
    }

    /**
     * Sets the number of runs.
     *
     * @param value at least 1
     * @return a changed copy
     * @throws IllegalArgumentException if it is out of range
     */
    public DescentEnsemble runs(int value) {
        Ranges.require(value >= 1, "runs", value, "at least 1");
        return new DescentEnsemble(first, value, how, listener);
    }

    /**
     * Sets how many threads compute.
     *
     * @param value at least 1
     * @return a changed copy
     * @throws IllegalArgumentException if it is out of range
     */
    public DescentEnsemble threads(int value) {
        return new DescentEnsemble(first, runs, how.threads(value), listener);
    }

    /**
     * Sets who computes.
     *
     * @param name {@code auto}, or a backend such as {@code jni} or {@code vector-256}
     * @return a changed copy
     */
    public DescentEnsemble backend(String name) {
        return new DescentEnsemble(first, runs, how.backend(name), listener);
    }

    /**
     * Sets who runs the threads beside the calling one, which always works itself.
     *
     * @param value the caller's executor
     * @return a changed copy
     */
    public DescentEnsemble executor(Executor value) {
        return new DescentEnsemble(first, runs, how.executor(value), listener);
    }

    /**
     * Sets what cancels the ensemble beside an interruption of the calling thread.
     *
     * @param value true once the ensemble is to stop; asked on all threads
     * @return a changed copy
     */
    public DescentEnsemble cancelWhen(BooleanSupplier value) {
        return new DescentEnsemble(first, runs, how.cancelWhen(value), listener);
    }

    /**
     * Sets who is told of the progress, on the threads that compute, one at a time.
     *
     * @param value called some tens of times a second at most, and a last time when all runs are over
     * @return a changed copy
     */
    public DescentEnsemble onProgress(Consumer<EnsembleProgress> value) {
        Objects.requireNonNull(value, "listener");
        return new DescentEnsemble(first, runs, how, value);
    }

    /**
     * Who computes the runs; the outcome does not depend on it, except for large runs.
     *
     * @return the name of a backend, or for large runs of the library that multiplies
     * @throws IllegalArgumentException if there is no backend of the name that was asked for; if Adam has momentum
     * @throws UnsupportedOperationException if a backend that was asked for by name can't be used here
     */
    public String computedBy() {
        return how.computedBy(first, runs);
    }

    /**
     * Computes all runs.
     *
     * @return their outcomes
     * @throws EnsembleCancelledException if the ensemble was cancelled or the calling thread interrupted; it has the runs that were over
     * @throws IllegalArgumentException if there is no backend of the name that was asked for
     * @throws UnsupportedOperationException if a backend that was asked for by name can't be used here
     */
    public EnsembleOutcome run() {
        GradientDescent one = first.stopDiverged(true);
        EnsembleWatch watch = new EnsembleWatch(runs, one.epochs(), listener);
        List<GradientDescent> all = IntStream.range(0, runs)
                .mapToObj(i -> one.seed(one.seed() + i).alsoTelling(watch.ofOneRun()))
                .toList();
        Ended[] ended = new Ended[runs];
        try {
            how.with(all).compute((place, run) -> {
                ended[place] = run;
                watch.finished(run);
            });
        } catch (CancellationException e) {
            EnsembleOutcome over = EnsembleOutcome.of(one.seed(), ended);
            throw new EnsembleCancelledException(over.runs().isEmpty() ? null : over, e);
        }
        return EnsembleOutcome.of(one.seed(), ended);
    }
}
