package org.guesscheck.gnc.cli;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.guesscheck.core.descent.LearningDescent;
import org.guesscheck.core.descent.LearningDescentCurve;
import org.guesscheck.core.parts.Division;
import org.guesscheck.core.posterior.LearningCurve;
import org.guesscheck.gnc.cluster.Admission;
import org.guesscheck.gnc.cluster.ClusterRun;
import org.guesscheck.gnc.cluster.Engine;
import org.guesscheck.gnc.cluster.TaskCosts;
import org.guesscheck.gnc.learn.LearnedSet;
import org.guesscheck.gnc.terminal.ProgressLine;

/**
 * Training sets on a cluster, as many side by side as keep its machines busy, each in tasks of some replicas, draws or groups of runs.
 * This machine makes the problems and splitting's pilot runs, folds the parts, and tests what rejection accepted.
 */
final class SetsOnCluster implements LearningPlace {
    /** Threads of this machine, most of which wait for tasks. */
    private static final int MOST_SETS = 128;

    private final Engine engine;
    private final OptionalInt tasks;
    private final TaskCosts costs;
    private final BooleanSupplier cancelled;
    private final ProgressLine line;
    private final Admission admission;
    private final AtomicBoolean over = new AtomicBoolean();

    /** What ended the work, where it was not a cancellation. */
    private final AtomicReference<Throwable> reason = new AtomicReference<>();

    /**
     * Takes a cluster that nobody else uses.
     *
     * @param engine connected
     * @param tasks of each round of a question; empty for as many as take some 20 seconds each
     * @param costs gets what the tasks cost
     */
    SetsOnCluster(Engine engine, OptionalInt tasks, TaskCosts costs, BooleanSupplier cancelled, ProgressLine line) {
        this.engine = engine;
        this.tasks = tasks;
        this.costs = costs;
        this.cancelled = cancelled;
        this.line = line;
        admission = new Admission(engine::slots, Runtime.getRuntime().availableProcessors());
    }

    @Override
    public void learn(int first, int number, IntFunction<SetQuestion> questions, Receiver receiver) throws IOException {
        SetsProgress progress = new SetsProgress(first, number, line);
        List<CompletableFuture<LearnedSet>> sets = Stream.generate(CompletableFuture<LearnedSet>::new)
                .limit(number - first)
                .toList();
        AtomicInteger next = new AtomicInteger();
        try (ExecutorService pool = Executors.newFixedThreadPool(Math.clamp(number - first, 1, MOST_SETS))) {
            try {
                for (int i = first; i < number; i++) {
                    pool.execute(() -> {
                        try (Admission.Place place = admission.enter(this::stops)) {
                            // After admission, so that sets are begun in the order in which they are saved.
                            int at = next.getAndIncrement();
                            sets.get(at).complete(learned(first + at, questions, place, progress));
                        } catch (RuntimeException | Error e) {
                            end(e);
                            sets.forEach(set -> set.completeExceptionally(e));
                        }
                    });
                }
                for (CompletableFuture<LearnedSet> set : sets) {
                    receiver.take(result(set));
                }
            } catch (IOException | RuntimeException | Error e) {
                over.set(true);
                throw e;
            }
        }
    }

    private boolean stops() {
        return over.get() || cancelled.getAsBoolean();
    }

    /** A set that ends without a result ends all others. */
    private void end(Throwable why) {
        if (!(why instanceof CancellationException)) {
            reason.compareAndSet(null, why);
        }
        over.set(true);
    }

    private LearnedSet learned(
            int set, IntFunction<SetQuestion> questions, Admission.Place place, SetsProgress progress) {
        SetQuestion asked = questions.apply(set);
        int halves = asked.descent().isPresent() ? 2 : 1;
        LearningCurve curve = compute(
                asked.sampler().backend("auto").cancelWhen(this::stops).divided(), place, progress, set, 0, halves);
        Optional<LearningDescentCurve> descent =
                asked.descent().map(LearningDescent::divided).map(d -> compute(d, place, progress, set, 1, halves));
        return new LearnedSet(curve, descent);
    }

    private <R> R compute(
            Division<R> question, Admission.Place place, SetsProgress progress, int set, int before, int of) {
        ClusterRun<R> run = new ClusterRun<>(question, tasks, costs, this::stops, p -> {
            place.tasks(p.open());
            progress.show(set, before, of, p);
        });
        R result = run.run(engine);
        place.tasks(0);
        return result;
    }

    private LearnedSet result(Future<LearnedSet> set) {
        try {
            return set.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted");
        } catch (CancellationException e) {
            throw ending(e);
        } catch (ExecutionException e) {
            throw ending(e.getCause());
        }
    }

    /** What fails for good ends the others, one of which may come before it. */
    private RuntimeException ending(Throwable of) {
        Throwable ending = reason.get() == null ? of : reason.get();
        return switch (ending) {
            case RuntimeException cause -> cause;
            case Error cause -> throw cause;
            default -> new CompletionException(ending);
        };
    }
}
