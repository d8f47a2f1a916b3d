package org.guesscheck.bench.sweep;

import java.util.Comparator;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.PriorityBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * The threads of a sweep. A sampler uses all of them; gradient descent uses one, so descents run on threads that no sampler
 * wants, and every thread is busy until the sweep ends. Results don't depend on which task runs when.
 */
final class Workers implements AutoCloseable {
    private final ThreadPoolExecutor pool;
    private long submitted;

    Workers(int threads) {
        // Samplers' tasks have no number and go first; descents follow in their order.
        Comparator<Runnable> order =
                Comparator.comparingLong(task -> task instanceof Later<?> later ? later.number : -1);
        pool = new ThreadPoolExecutor(
                threads, threads, 0, TimeUnit.SECONDS, new PriorityBlockingQueue<>(64, order), task -> {
                    Thread thread = new Thread(task, "gnc-worker");
                    thread.setDaemon(true);
                    return thread;
                });
    }

    private static final class Later<T> extends FutureTask<T> {
        final long number;

        Later(Callable<T> task, long number) {
            super(task);
            this.number = number;
        }
    }

    /** Runs tasks before those of {@link #later}. */
    Executor executor() {
        return pool;
    }

    /** Runs a task of one thread when a thread is free. */
    synchronized <T> Future<T> later(Callable<T> task) {
        Later<T> later = new Later<>(task, submitted++);
        pool.execute(later);
        return later;
    }

    /** A task's result, or what it threw. */
    static <T> T result(Future<T> future) {
        try {
            return future.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted");
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case RuntimeException cause -> throw cause;
                case Error cause -> throw cause;
                default -> throw new IllegalStateException(e.getCause());
            }
        }
    }

    /** Whether nobody waits for results any more. */
    boolean closed() {
        return pool.isShutdown();
    }

    /** Lets running tasks end, and drops those that have not begun. */
    @Override
    public void close() {
        pool.shutdownNow();
    }
}
