package org.guesscheck.gnc.work;

import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Work that hears nothing but the interruption of its thread, such as the making of a problem, stopped by a condition. */
public final class Interruptible {
    private static final long MILLISECONDS = 50;

    private Interruptible() {}

    /**
     * Works on the calling thread, which is interrupted if the condition becomes true meanwhile, and is as it was afterwards.
     *
     * @throws CancellationException if the condition became true before the work was done
     */
    public static <T> T call(BooleanSupplier stop, Supplier<T> work) {
        if (stop.getAsBoolean()) {
            throw new CancellationException("cancelled");
        }
        Watch watch = new Watch(stop, Thread.currentThread());
        Thread.ofVirtual().start(watch);
        try {
            return work.get();
        } catch (RuntimeException e) {
            if (!watch.end()) {
                throw e;
            }
            CancellationException cancelled = new CancellationException("cancelled");
            cancelled.initCause(e);
            throw cancelled;
        } finally {
            if (watch.end()) {
                Thread.interrupted();
            }
        }
    }

    private static final class Watch implements Runnable {
        private final BooleanSupplier stop;
        private final Thread worker;
        private boolean over;
        private boolean interrupted;

        Watch(BooleanSupplier stop, Thread worker) {
            this.stop = stop;
            this.worker = worker;
        }

        @Override
        public synchronized void run() {
            try {
                while (!over && !interrupted) {
                    if (stop.getAsBoolean()) {
                        interrupted = true;
                        worker.interrupt();
                    } else {
                        wait(MILLISECONDS);
                    }
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        /** From now on the worker is left alone. Whether it was interrupted. */
        synchronized boolean end() {
            over = true;
            notifyAll();
            return interrupted;
        }
    }
}
