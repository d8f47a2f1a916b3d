package org.guesscheck.core.kernel;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/**
 * The backend that chooses among the usable ones. All give the same bits, so that only time is at stake.
 *
 * <p>The native kernels are fast from their first call, the Vector API's after a second of compilation. So a run that ends
 * before a measurement has paid for itself takes native kernels where there are any; a longer one takes what measures faster.
 */
final class AutoBackend implements Backend {
    /** Nanoseconds for which a backend is measured; the Vector API's kernels are compiled meanwhile. */
    static final long BUDGET = 500_000_000L;

    /** A run this many times as long as the measurements is worth them. */
    static final long WORTH = 20;

    /** What has been said in this JVM: the one thing that is remembered for all, because it is to be said once. */
    private static final Set<String> SAID = ConcurrentHashMap.newKeySet();

    private final List<Backend> usable;
    private final List<String> reasons;
    private final System.Logger log;
    private final LongSupplier nanoTime;

    /** Makes a backend that chooses among at least one, given in order of preference; reasons say why others are not usable. */
    AutoBackend(List<Backend> usable, List<String> reasons, System.Logger log, LongSupplier nanoTime) {
        this.usable = List.copyOf(usable);
        this.reasons = List.copyOf(reasons);
        this.log = log;
        this.nanoTime = nanoTime;
    }

    @Override
    public String name() {
        return usable.getFirst().name();
    }

    @Override
    public ChunkKernel kernel(Question question) {
        return usable.getFirst().kernel(question);
    }

    @Override
    public Stages stages(Question question) {
        return usable.getFirst().stages(question);
    }

    @Override
    public Backend chosen(Question question, long draws) {
        if (usable.size() == 1) {
            return say(usable.getFirst(), List.of());
        }
        // The last is ready at once and tells how long the run takes.
        Backend ready = usable.getLast();
        double perGroup = nanosPerGroup(ready, question, BUDGET / 50);
        if (perGroup * draws / Question.LANES < WORTH * BUDGET * usable.size()) {
            return say(ready, List.of("the run is too short for measuring"));
        }
        Backend best = ready;
        double least = perGroup;
        List<String> rates = new ArrayList<>();
        for (Backend backend : usable) {
            double nanos = nanosPerGroup(backend, question, BUDGET);
            rates.add("%s %.3g".formatted(backend.name(), 1e9 * Question.LANES / nanos));
            if (nanos < least) {
                least = nanos;
                best = backend;
            }
        }
        return say(best, List.of("measured draws/s of one thread: " + String.join(", ", rates)));
    }

    /** The least time of a group, in nanoseconds, over repeated evaluations within a time. */
    private double nanosPerGroup(Backend backend, Question question, long budget) {
        ChunkKernel kernel = backend.kernel(question);
        ChunkReport report = new ChunkReport();
        double least = Double.POSITIVE_INFINITY;
        long start = nanoTime.getAsLong();
        long now = start;
        int groups = 1;
        for (long chunk = 0; now - start < budget; chunk++) {
            kernel.evaluate(chunk, groups, report);
            long end = nanoTime.getAsLong();
            least = Math.min(least, (double) (end - now) / groups);
            // Longer slices as long as ten of them fit, for the clock's sake.
            if (groups < Question.GROUPS && 20 * (end - now) < budget) {
                groups *= 2;
            }
            now = end;
        }
        return least;
    }

    private Backend say(Backend backend, List<String> why) {
        if (SAID.add(backend.name())) {
            List<String> sentences = new ArrayList<>(why);
            sentences.addAll(reasons);
            System.Logger.Level level =
                    backend.name().equals("scalar") ? System.Logger.Level.WARNING : System.Logger.Level.INFO;
            String slow = backend.name().equals("scalar") ? ", which is slow" : "";
            String tail = sentences.isEmpty() ? "" : ": " + String.join("; ", sentences);
            log.log(level, "the " + backend.name() + " backend is used" + slow + tail);
        }
        return backend;
    }
}
