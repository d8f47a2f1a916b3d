package org.guesscheck.core.platform;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Runs the same work on several threads and waits for all that began it. The calling thread is always one of them, so that work
 * is done even where an executor has no thread to spare, as when it runs the caller itself.
 */
public final class Workers {
    private Workers() {}

    /**
     * Runs and waits.
     *
     * @param threads how many workers, the calling thread included
     * @param executor who runs the others; null for threads of our own
     * @param work what each does; it returns when nothing is left to begin, so that a worker that has not begun by then need not
     * @param stop makes the work return soon; called when a worker can't be started or fails, or the calling thread is interrupted
     */
    public static void run(int threads, Executor executor, Runnable work, Runnable stop) {
        List<Worker> others = new ArrayList<>();
        Throwable failure = null;
        try {
            for (int i = 1; i < threads; i++) {
                Worker worker = new Worker(work, stop);
                others.add(worker);
                if (executor != null) {
                    executor.execute(worker);
                } else {
                    Thread.ofPlatform().daemon().name("guesscheck-" + i).start(worker);
                }
            }
            work.run();
        } catch (Throwable e) {
            stop.run();
            failure = e;
        }
        boolean interrupted = false;
        for (Worker worker : others) {
            while (!worker.over()) {
                try {
                    worker.done.await();
                } catch (InterruptedException e) {
                    // The flag is given back below: with it set, nothing could be waited for.
                    interrupted = true;
                    stop.run();
                }
            }
            failure = worse(failure, worker.failure);
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
            failure = worse(failure, new CancellationException("interrupted"));
        }
        switch (failure) {
            case null -> {}
            case RuntimeException e -> throw e;
            case Error e -> throw e;
            default -> throw new IllegalStateException(failure);
        }
    }

    /** A failure of memory or kernels says more than the cancellation that it causes in other workers. */
    private static Throwable worse(Throwable first, Throwable second) {
        return first == null || first instanceof CancellationException && second != null ? second : first;
    }

    /** Work that an executor may begin late, or never. */
    private static final class Worker implements Runnable {
        private final Runnable work;
        private final Runnable stop;
        private final AtomicBoolean taken = new AtomicBoolean();
        private final CountDownLatch done = new CountDownLatch(1);
        private Throwable failure;

        Worker(Runnable work, Runnable stop) {
            this.work = work;
            this.stop = stop;
        }

        @Override
        public void run() {
            if (!taken.compareAndSet(false, true)) {
                return;
            }
            try {
                work.run();
            } catch (Throwable e) {
                failure = e;
                stop.run();
            } finally {
                done.countDown();
            }
        }

        /** Whether it has ended, or had not begun and now never will. */
        boolean over() {
            return taken.compareAndSet(false, true) ? drop() : done.getCount() == 0;
        }

        private boolean drop() {
            done.countDown();
            return true;
        }
    }
}
