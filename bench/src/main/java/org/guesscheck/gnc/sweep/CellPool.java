package org.guesscheck.gnc.sweep;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import org.guesscheck.gnc.config.CellId;
import org.guesscheck.gnc.journal.JournalFailure;

/**
 * Runs cells side by side, each with a share of the threads, and hands them over in their order. Those that lacked memory beside
 * others are tried once more, one at a time, and come last.
 */
final class CellPool {
    /** Takes what is done. */
    interface Receiver {
        /** A cell, and whether the journal had all of it before. */
        void take(Cell cell, boolean known) throws IOException;
    }

    /** A cell under way. */
    private record Part(Callable<Cell> work, Future<Cell> cell, boolean known) {}

    private final CellWork work;
    private final BooleanSupplier cancelled;
    private final int together;
    private final int threadsEach;
    private final AtomicBoolean over = new AtomicBoolean();
    private final Queue<Part> running = new ArrayDeque<>();

    CellPool(CellWork work, SweepExecution execution) {
        this.work = work;
        cancelled = execution.cancelled();
        int all = execution.allThreads();
        // Many short cells and few long ones both keep all threads busy this way.
        together = (int) Math.ceil(Math.sqrt(all));
        threadsEach = Math.max(1, all / together);
    }

    /**
     * Runs cells, once.
     *
     * @throws CancellationException if they were cancelled
     * @throws IOException if the journal or the receiver can't write
     */
    void run(List<CellId> cells, Receiver receiver) throws IOException {
        BooleanSupplier stop = () -> over.get() || cancelled.getAsBoolean();
        try (ExecutorService pool = Executors.newFixedThreadPool(together)) {
            for (CellId id : cells) {
                boolean known = work.isKnown(id);
                Callable<Cell> part = () -> work.run(id, threadsEach, stop);
                running.add(new Part(part, pool.submit(part), known));
            }
            try {
                handOver(pool, receiver);
            } finally {
                over.set(true);
            }
        }
    }

    /** Of a run that ended early, the cells that were finished and not handed over. */
    List<Cell> finishedBeyond() {
        return running.stream()
                .map(Part::cell)
                .filter(future -> future.state() == Future.State.SUCCESS)
                .map(Future::resultNow)
                .filter(cell -> !cell.failed())
                .toList();
    }

    private void handOver(ExecutorService pool, Receiver receiver) throws IOException {
        List<Callable<Cell>> again = new ArrayList<>();
        for (Part part = running.peek(); part != null; part = running.peek()) {
            Cell cell = result(part.cell());
            running.remove();
            if (together > 1 && cell.lackedMemory()) {
                again.add(part.work());
            } else {
                receiver.take(cell, part.known());
            }
        }
        for (Callable<Cell> part : again) {
            receiver.take(result(pool.submit(part)), false);
        }
    }

    private static Cell result(Future<Cell> future) throws IOException {
        try {
            return future.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted");
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case JournalFailure cause -> throw cause.getCause();
                case RuntimeException cause -> throw cause;
                case Error cause -> throw cause;
                default -> throw new IllegalStateException(e.getCause());
            }
        }
    }
}
