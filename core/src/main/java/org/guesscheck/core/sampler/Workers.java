package org.guesscheck.core.sampler;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;

/** Runs the same work on several threads and waits for all of them. */
final class Workers {
    private Workers() {}

    /**
     * Runs and waits; the calling thread is one of the workers unless there is an executor.
     *
     * @param threads how many workers
     * @param executor who runs them; null for threads of our own
     * @param work what each does
     * @param stop makes the work return soon; called when the calling thread is interrupted
     */
    static void run(int threads, Executor executor, Runnable work, Runnable stop) {
        List<FutureTask<Void>> workers = new ArrayList<>();
        for (int i = 0; i < threads; i++) {
            FutureTask<Void> worker = new FutureTask<>(work, null);
            workers.add(worker);
            if (executor != null) {
                executor.execute(worker);
            } else if (i > 0) {
                Thread.ofPlatform().daemon().name("guesscheck-" + i).start(worker);
            }
        }
        if (executor == null) {
            workers.getFirst().run();
        }
        Throwable failure = null;
        for (FutureTask<Void> worker : workers) {
            try {
                worker.get();
            } catch (InterruptedException e) {
                stop.run();
                Thread.currentThread().interrupt();
                failure = new CancellationException("interrupted");
            } catch (ExecutionException e) {
                // A failure of memory or kernels says more than the cancellation that it causes in other workers.
                failure = failure == null || failure instanceof CancellationException ? e.getCause() : failure;
            }
        }
        switch (failure) {
            case null -> {}
            case RuntimeException e -> throw e;
            case Error e -> throw e;
            default -> throw new IllegalStateException(failure);
        }
    }
}
