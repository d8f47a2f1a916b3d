package org.guesscheck.gnc.sweep;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.guesscheck.gnc.config.CellId;
import org.guesscheck.gnc.journal.JournalFailure;

/**
 * Runs cells side by side, as many as the workplace lets in, and hands them over in their order. Those that lacked memory beside
 * others are tried once more, one at a time, and come last.
 *
 * <p>Gradient descent of a place is a work of its own, for several of its cells at once. It is begun before the first of these cells,
 * so no thread of the pool waits for another one.
 */
final class CellPool {
    /** Takes what is done. */
    interface Receiver {
        /** A cell, and whether the journal had all of it before. */
        void take(Cell cell, boolean known) throws IOException;
    }

    /** A cell under way. */
    private record Part(CellId id, Future<Cell> cell, boolean known) {}

    private final CellWork work;
    private final DescentWork descents;
    private final BooleanSupplier cancelled;
    private final int together;
    private final AtomicBoolean over = new AtomicBoolean();

    /** What ended the run, where it was not a cancellation. */
    private final AtomicReference<Throwable> reason = new AtomicReference<>();

    private final Queue<Part> running = new ArrayDeque<>();

    CellPool(CellWork work, DescentWork descents, SweepExecution execution) {
        this.work = work;
        this.descents = descents;
        cancelled = execution.cancelled();
        together = execution.workplace().together();
    }

    /**
     * Runs cells, once.
     *
     * @throws CancellationException if they were cancelled
     * @throws IOException if the journal or the receiver can't write
     */
    void run(List<CellId> cells, Receiver receiver) throws IOException {
        run(run(cells, together, receiver), 1, receiver);
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

    /** Runs cells, some together; returns those that are to be tried without others. */
    private List<CellId> run(List<CellId> cells, int some, Receiver receiver) throws IOException {
        List<CellId> again = new ArrayList<>();
        if (cells.isEmpty()) {
            return again;
        }
        try (ExecutorService pool = Executors.newFixedThreadPool(some)) {
            begin(cells, pool);
            try {
                for (Part part = running.peek(); part != null; part = running.peek()) {
                    Cell cell = result(part.cell());
                    running.remove();
                    if (some > 1 && cell.lackedMemory()) {
                        again.add(part.id());
                    } else {
                        receiver.take(cell, part.known());
                    }
                }
            } catch (IOException | RuntimeException | Error e) {
                over.set(true);
                throw e;
            }
        }
        return again;
    }

    private void begin(List<CellId> cells, Executor pool) {
        Map<CellId, List<CellId>> teams = new HashMap<>();
        descents.teams(cells).forEach(team -> team.forEach(id -> teams.put(id, team)));
        Map<CellId, CompletableFuture<Map<CellId, DescentWork.Part>>> begun = new HashMap<>();
        for (CellId id : cells) {
            boolean known = work.isKnown(id);
            CompletableFuture<DescentWork.Part> descent;
            if (teams.containsKey(id)) {
                List<CellId> team = teams.get(id);
                if (!begun.containsKey(id)) {
                    var future = begun(pool, () -> descents.run(team, this::stops));
                    team.forEach(member -> begun.put(member, future));
                }
                descent = begun.get(id).thenApply(parts -> parts.get(id));
            } else {
                descent = CompletableFuture.completedFuture(descents.known(id).orElseThrow());
            }
            CompletableFuture<Cell> guess = begun(pool, () -> work.run(id, this::stops));
            running.add(new Part(id, guess.thenCombine(descent, Cell::with), known));
        }
    }

    private boolean stops() {
        return over.get() || cancelled.getAsBoolean();
    }

    /** Begins a part of a cell. One that ends without a result, even a failure, ends all others. */
    private <T> CompletableFuture<T> begun(Executor pool, Supplier<T> part) {
        return CompletableFuture.supplyAsync(
                () -> {
                    try {
                        return part.get();
                    } catch (RuntimeException | Error e) {
                        if (!(e instanceof CancellationException)) {
                            reason.compareAndSet(null, e);
                        }
                        over.set(true);
                        throw e;
                    }
                },
                pool);
    }

    private Cell result(Future<Cell> future) throws IOException {
        try {
            return future.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted");
        } catch (ExecutionException e) {
            // What fails for good ends the others, one of which may come before it.
            Throwable ending = reason.get() == null ? e.getCause() : reason.get();
            switch (ending) {
                case JournalFailure cause -> throw cause.getCause();
                case RuntimeException cause -> throw cause;
                case Error cause -> throw cause;
                default -> throw new IllegalStateException(ending);
            }
        }
    }
}
