package org.guesscheck.bench.suite;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;

/** The same kind of work in several threads at once. Each thread has work of its own. */
final class Parallel {
    private Parallel() {}

    /** Times the work in every thread and adds the rates. */
    static Round time(int threads, Supplier<Workload> work, double units, double seconds) {
        List<FutureTask<Round>> tasks = new ArrayList<>();
        for (int i = 0; i < threads; i++) {
            Workload own = work.get();
            FutureTask<Round> task = new FutureTask<>(() -> Stopwatch.time(own, units, 0, seconds));
            tasks.add(task);
            Thread.ofPlatform().daemon().name("bench-" + i).start(task);
        }
        double rate = 0;
        double bytes = 0;
        double share = 0;
        for (FutureTask<Round> task : tasks) {
            try {
                Round round = task.get();
                rate += round.rate();
                bytes = Math.max(bytes, round.allocatedBytes());
                share += round.cpuShare() / threads;
            } catch (ExecutionException e) {
                throw new IllegalStateException(e.getCause());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted", e);
            }
        }
        return new Round(rate, bytes, share);
    }
}
