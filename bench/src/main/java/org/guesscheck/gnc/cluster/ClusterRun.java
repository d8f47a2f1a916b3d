package org.guesscheck.gnc.cluster;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.guesscheck.core.parts.Division;
import org.guesscheck.core.parts.Folding;
import org.guesscheck.core.parts.Part;
import org.guesscheck.core.parts.PartException;
import org.guesscheck.core.parts.Provenance;
import org.guesscheck.core.parts.Span;

/**
 * Computes a question on a cluster: a round of tasks for the pieces that the fold wants, folded in the order of their pieces as they
 * finish; then the next round, until the fold is complete. The result is that of one machine, whatever runs where and how often.
 *
 * @param <R> the result
 */
public final class ClusterRun<R> {
    private final Division<R> question;
    private final BooleanSupplier stop;
    private final Consumer<ClusterProgress> listener;
    private final Folding<R> folding;
    private final TaskSize size;
    private final TaskCosts costs;
    private final MachineShares machines = new MachineShares();
    private int folded;
    private long startedAt;

    /**
     * Prepares the question on this machine.
     *
     * @param question the question
     * @param tasks how many tasks a round has; empty for as many as take some 20 seconds each
     * @param costs gets what the tasks cost
     * @param stop asked often; true cancels the tasks
     * @param listener told of the progress some times a second
     */
    public ClusterRun(
            Division<R> question,
            OptionalInt tasks,
            TaskCosts costs,
            BooleanSupplier stop,
            Consumer<ClusterProgress> listener) {
        this.question = question;
        this.costs = costs;
        this.stop = stop;
        this.listener = listener;
        folding = question.folding();
        size = new TaskSize(tasks);
    }

    /**
     * Computes the result.
     *
     * @param engine connected
     * @throws CancellationException if it was stopped
     * @throws ClusterFailure if a task failed for good, or the cluster was lost
     */
    public R run(Engine engine) {
        startedAt = System.nanoTime();
        ClusterQuestion sent =
                new ClusterQuestion(question.question(), question.identity().fingerprint());
        try (SentQuestion asked = engine.send(sent)) {
            while (!folding.complete()) {
                round(engine, asked);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted");
        } catch (ClusterFailure e) {
            // Ctrl-C reaches the engine as well, which may leave the cluster before the tasks are cancelled here.
            if (stop.getAsBoolean()) {
                throw new CancellationException("cancelled");
            }
            throw e;
        }
        return folding.result();
    }

    /** How many tasks were folded. */
    public int tasks() {
        return folded;
    }

    /** What each machine computed. */
    public List<MachineShare> machines() {
        return machines.list();
    }

    /** The fold, of which the machines and backends are known when all is computed. */
    public Folding<R> folding() {
        return folding;
    }

    private void round(Engine engine, SentQuestion asked) throws InterruptedException {
        List<Span> spans = size.round(folding.folded(), folding.wanted(), engine.slots());
        Tasks running = asked.start(spans);
        try {
            long pieces = 0;
            double seconds = 0;
            long waiting = 0;
            int open = spans.size();
            SortedMap<Integer, byte[]> early = new TreeMap<>();
            tell(engine, waiting, early.size(), open);
            for (int next = 0; next < spans.size() && !folding.complete(); ) {
                if (stop.getAsBoolean()) {
                    throw new CancellationException("cancelled");
                }
                Optional<Tasks.Finished> finished = running.next();
                if (finished.isPresent()) {
                    early.put(finished.get().number(), finished.get().part());
                    waiting += spans.get(finished.get().number()).count();
                    open--;
                }
                for (byte[] part = early.remove(next); part != null; part = early.remove(next)) {
                    seconds += fold(part, spans.get(next));
                    pieces += spans.get(next).count();
                    waiting -= spans.get(next++).count();
                }
                tell(engine, waiting, early.size(), open);
            }
            if (pieces > 0) {
                size.measured(pieces, seconds);
            }
        } finally {
            running.cancel();
        }
    }

    /** Folds a part, and returns how long it took to compute. */
    private double fold(byte[] bytes, Span asked) {
        try {
            Part part = Part.read(bytes);
            if (!part.span().equals(asked)) {
                throw new PartException(part.span() + " in place of " + asked);
            }
            folding.add(part);
            folded++;
            Provenance by = part.provenance();
            machines.add(new MachineShare(by.host(), by.backend(), by.seconds()));
            costs.add(by.host(), bytes.length, by.seconds());
            return by.seconds();
        } catch (PartException e) {
            throw new ClusterFailure("the result of a task can't be folded: " + e.getMessage(), e);
        }
    }

    private void tell(Engine engine, long waiting, int early, int open) {
        listener.accept(new ClusterProgress(
                folding.folded() + waiting,
                folding.wanted(),
                folded + early,
                open,
                engine.activity(),
                (System.nanoTime() - startedAt) * 1e-9));
    }
}
