package org.guesscheck.core.sampler.work;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Executor;
import java.util.function.LongFunction;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.guesscheck.core.platform.Workers;

/**
 * Numbered pieces of work on several threads, whose results are folded in the order of their numbers.
 *
 * @param <R> a piece's result
 */
public final class OrderedWork<R> {
    private final Supplier<LongFunction<R>> worker;
    private final Predicate<R> enough;
    private final int ahead;
    private final long end;
    private final Map<Long, R> waiting = new TreeMap<>();
    private long claimed;
    private long folded;
    private boolean stopped;

    /**
     * Describes the work.
     *
     * @param pieces how many pieces there are
     * @param worker makes what one thread calls with numbers of pieces
     * @param enough takes the results in order, one at a time, until it returns true; what was begun beyond is dropped
     * @param ahead how many pieces a fast thread may be ahead of the slowest, so that waiting results stay few
     */
    public OrderedWork(long pieces, Supplier<LongFunction<R>> worker, Predicate<R> enough, int ahead) {
        this.end = pieces;
        this.worker = worker;
        this.enough = enough;
        this.ahead = ahead;
    }

    /**
     * Does the work, with the calling thread among the workers.
     *
     * @param threads how many workers, the calling thread included
     * @param executor who runs the others; null for threads of our own
     * @throws CancellationException if the calling thread was interrupted, or a worker ended with it
     */
    public void run(int threads, Executor executor) {
        Workers.run(Math.clamp(end, 1, threads), executor, this::work, this::stop);
    }

    private void work() {
        LongFunction<R> pieces = worker.get();
        for (long piece = claim(); piece >= 0; piece = claim()) {
            finish(piece, pieces.apply(piece));
        }
    }

    private synchronized long claim() {
        while (!stopped && claimed >= folded + ahead && claimed < end) {
            try {
                wait();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new CancellationException("interrupted");
            }
        }
        return stopped || claimed >= end ? -1 : claimed++;
    }

    private synchronized void finish(long piece, R result) {
        waiting.put(piece, result);
        while (!stopped && waiting.containsKey(folded)) {
            stopped = enough.test(waiting.remove(folded++));
        }
        notifyAll();
    }

    private synchronized void stop() {
        stopped = true;
        notifyAll();
    }
}
