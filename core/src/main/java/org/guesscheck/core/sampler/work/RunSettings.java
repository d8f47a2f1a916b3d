package org.guesscheck.core.sampler.work;

import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;

/**
 * How a task is run: nothing in it changes the estimates. Immutable.
 *
 * @param threads how many threads draw, the calling one included
 * @param backend name of a backend
 * @param executor who runs the workers beside the calling thread; null for threads of our own
 * @param listener told of the progress
 * @param cancelled asked often by every worker; true ends the run
 * @param keepsDraws whether the result has accepted draws with their weights
 */
public record RunSettings(
        int threads,
        String backend,
        Executor executor,
        ProgressReports.Listener listener,
        BooleanSupplier cancelled,
        boolean keepsDraws) {
    /**
     * The settings of a sampler of which nothing was set.
     *
     * @return all processors, the best backend, threads of our own, nobody told, never cancelled
     */
    public static RunSettings defaults() {
        return new RunSettings(
                Runtime.getRuntime().availableProcessors(),
                "auto",
                null,
                (draws, total, accepted, seconds) -> {},
                () -> false,
                false);
    }

    /**
     * Replaces the number of threads.
     *
     * @param value 1 to 1024
     * @return a changed copy
     * @throws IllegalArgumentException if it is out of range
     */
    public RunSettings threads(int value) {
        if (value < 1 || value > 1024) {
            throw new IllegalArgumentException("threads: " + value + "; 1 to 1024 is allowed");
        }
        return new RunSettings(value, backend, executor, listener, cancelled, keepsDraws);
    }

    /**
     * Replaces the backend's name.
     *
     * @param value a name, which is looked up when a task is run
     * @return a changed copy
     */
    public RunSettings backend(String value) {
        Objects.requireNonNull(value, "backend");
        return new RunSettings(threads, value, executor, listener, cancelled, keepsDraws);
    }

    /**
     * Replaces the executor.
     *
     * @param value who runs the workers beside the calling thread
     * @return a changed copy
     */
    public RunSettings executor(Executor value) {
        Objects.requireNonNull(value, "executor");
        return new RunSettings(threads, backend, value, listener, cancelled, keepsDraws);
    }

    /**
     * Replaces the listener.
     *
     * @param value told of the progress, by one thread at a time
     * @return a changed copy
     */
    public RunSettings listener(ProgressReports.Listener value) {
        return new RunSettings(threads, backend, executor, value, cancelled, keepsDraws);
    }

    /**
     * Replaces the condition that ends a run.
     *
     * @param value asked often by every worker
     * @return a changed copy
     */
    public RunSettings cancelled(BooleanSupplier value) {
        Objects.requireNonNull(value, "condition");
        return new RunSettings(threads, backend, executor, listener, value, keepsDraws);
    }

    /**
     * Replaces whether draws are kept.
     *
     * @param value true for a result that has accepted draws with their weights
     * @return a changed copy
     */
    public RunSettings keepsDraws(boolean value) {
        return new RunSettings(threads, backend, executor, listener, cancelled, value);
    }
}
