package org.guesscheck.core.kernel;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.LongSupplier;
import org.guesscheck.core.platform.OnceLog;

/**
 * The choice among the usable backends. All give the same bits, so that only time is at stake.
 *
 * <p>The native kernels are fast from their first call, the Vector API's after one to three seconds, when they are compiled. So
 * a run that ends before a measurement has paid for itself takes native kernels where there are any; a longer one takes what
 * measures faster.
 */
final class MeasuredChoice implements BackendChooser {
    /** Nanoseconds for which a backend is measured at most, so that the Vector API's kernels are compiled meanwhile. */
    static final long BUDGET = 3_000_000_000L;

    /** A run this many times as long as the measurement is worth it. */
    static final long WORTH = 20;

    /** Nanoseconds for which a backend is measured that needs no compilation. */
    private static final long READY = BUDGET / 30;

    /** A backend is compiled when it is not this many times slower than one that is ready, and then no faster for a while. */
    private static final double SLOW = 2;

    /** What is gained by chance, by which a least time still falls when all is compiled. */
    private static final double NOTHING = 0.98;

    private final List<Backend> usable;
    private final List<String> reasons;
    private final OnceLog log;
    private final LongSupplier nanoTime;

    /**
     * Chooses among at least one backend.
     *
     * @param usable backends in order of preference, the last one fast from its first call
     * @param reasons why others are not usable, a sentence each
     * @param log where the choice is said, once for each backend, and every reason once
     * @param nanoTime the clock
     */
    MeasuredChoice(List<Backend> usable, List<String> reasons, OnceLog log, LongSupplier nanoTime) {
        this.usable = List.copyOf(usable);
        this.reasons = List.copyOf(reasons);
        this.log = log;
        this.nanoTime = nanoTime;
    }

    @Override
    public Backend chosen(Question question, long draws) {
        if (usable.size() == 1) {
            return say(usable.getFirst(), List.of());
        }
        // The last is ready at once and tells how long the run takes.
        Backend best = usable.getLast();
        Clocked ready = new Clocked(best, question);
        ready.run(READY / 10, 0);
        if (ready.least * draws / Question.LANES < WORTH * BUDGET * (usable.size() - 1)) {
            return say(best, List.of("the run is too short for measuring"));
        }
        ready.run(READY, 0);
        double least = ready.least;
        List<String> rates = new ArrayList<>();
        for (Backend backend : usable.subList(0, usable.size() - 1)) {
            Clocked other = new Clocked(backend, question);
            other.run(BUDGET, SLOW * ready.least);
            rates.add(other.rate());
            if (other.least < least) {
                least = other.least;
                best = backend;
            }
        }
        rates.add(ready.rate());
        return say(best, List.of("measured draws/s of one thread: " + String.join(", ", rates)));
    }

    /** A backend at work on the clock. */
    private final class Clocked {
        final Backend backend;
        final ChunkKernel kernel;
        final ChunkReport report = new ChunkReport();
        int groups = 1;

        /** The least time of a group so far, in nanoseconds. */
        double least = Double.POSITIVE_INFINITY;

        Clocked(Backend backend, Question question) {
            this.backend = backend;
            kernel = backend.kernel(question);
        }

        /** Works for a time, or less: once a group takes below {@code compiled} nanoseconds, until nothing more is gained. */
        void run(long budget, double compiled) {
            long start = nanoTime.getAsLong();
            long now = start;
            long gained = start;
            for (long chunk = 0; now - start < budget; chunk++) {
                if (least < compiled && now - gained > READY) {
                    break;
                }
                kernel.evaluate(chunk, groups, report);
                long end = nanoTime.getAsLong();
                double nanos = (double) (end - now) / groups;
                gained = nanos < NOTHING * least ? end : gained;
                least = Math.min(least, nanos);
                // Longer slices as long as some fit, for the clock's sake.
                if (groups < Question.GROUPS && 10 * (end - now) < READY) {
                    groups *= 2;
                }
                now = end;
            }
        }

        String rate() {
            return String.format(Locale.ROOT, "%s %.3g", backend.name(), 1e9 * Question.LANES / least);
        }
    }

    private Backend say(Backend backend, List<String> why) {
        String name = backend.name();
        boolean scalar = name.equals("scalar");
        // A choice that needs no action is of interest only in the search for a fault.
        System.Logger.Level level = scalar
                ? System.Logger.Level.WARNING
                : reasons.isEmpty() ? System.Logger.Level.DEBUG : System.Logger.Level.INFO;
        log.say(level, "the " + name + " backend is used" + (scalar ? ", which is slow" : ""), why, reasons);
        return backend;
    }
}
