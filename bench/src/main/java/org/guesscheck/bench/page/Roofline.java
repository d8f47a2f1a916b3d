package org.guesscheck.bench.page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.guesscheck.bench.suite.CacheLevel;
import org.guesscheck.bench.suite.MeasuredRate;
import org.guesscheck.bench.suite.RecordedRun;
import org.guesscheck.bench.suite.Work;

/**
 * The roofline model of one thread (Williams, Waterman, Patterson, "Roofline: an insightful visual performance model for multicore
 * architectures", 2009): no kernel is faster than the FMA peak, or than its arithmetic intensity times the bandwidth of the memory
 * where its arrays stay.
 *
 * @param peak the FMA peak in operations a second
 * @param levels the levels of memory, from the fastest on; at least one
 * @param kernels the kernels, by rising intensity
 */
record Roofline(double peak, List<Level> levels, List<Kernel> kernels) {
    /**
     * Memory whose bandwidth was measured.
     *
     * @param name such as L2
     * @param array bytes of the array that was read
     * @param capacity the most bytes that stay there
     * @param bandwidth bytes a second, of the best round
     */
    record Level(String name, double array, double capacity, double bandwidth) {}

    /**
     * A kernel with its rates on several backends.
     *
     * @param name name without the backend
     * @param work its operations and bytes
     * @param level where its arrays stay
     * @param rates the figures, by backend
     */
    record Kernel(String name, Work work, Level level, Map<String, MeasuredRate> rates) {
        double flops(MeasuredRate rate) {
            return rate.median() * work.flops();
        }

        String family() {
            return Families.of(name);
        }
    }

    /** The model of a run; none if it has no peak of one thread, no bandwidth, or no kernel whose bytes are counted. */
    static Optional<Roofline> of(RecordedRun run) {
        Optional<MeasuredRate> peak = run.peak(1);
        List<Level> levels = levels(run);
        if (peak.isEmpty() || levels.isEmpty()) {
            return Optional.empty();
        }
        List<Kernel> kernels = kernels(run, levels);
        double flops = peak.get().best() * peak.get().work().flops();
        return kernels.isEmpty() || !(flops > 0) ? Optional.empty() : Optional.of(new Roofline(flops, levels, kernels));
    }

    private static List<Level> levels(RecordedRun run) {
        List<MeasuredRate> reads = run.reads().stream()
                .filter(read -> read.work().workingSet() > 0 && read.work().bytes() > 0)
                .toList();
        List<Level> levels = new ArrayList<>();
        for (MeasuredRate read : reads) {
            double array = read.work().workingSet();
            Optional<CacheLevel> cache =
                    run.caches().stream().filter(c -> c.bytes() >= array).findFirst();
            boolean last = read == reads.getLast();
            boolean memory = last && cache.isEmpty();
            String name = cache.map(c -> "L" + c.level())
                    .orElse(memory && !run.caches().isEmpty() ? "memory" : "");
            double capacity = last
                    ? Double.POSITIVE_INFINITY
                    : cache.map(c -> (double) c.bytes()).orElse(array);
            levels.add(
                    new Level(name, array, capacity, read.best() * read.work().bytes()));
        }
        return levels;
    }

    private static List<Kernel> kernels(RecordedRun run, List<Level> levels) {
        Map<String, Kernel> kernels = new LinkedHashMap<>();
        for (MeasuredRate rate : run.figures()) {
            Work work = rate.work();
            if (work.threads() == 1 && Double.isFinite(work.intensity()) && work.workingSet() >= 0) {
                String name = Families.withoutBackend(rate.id());
                Level level = levels.stream()
                        .filter(l -> work.workingSet() <= l.capacity())
                        .findFirst()
                        .orElse(levels.getLast());
                kernels.computeIfAbsent(name, n -> new Kernel(n, work, level, new LinkedHashMap<>()))
                        .rates()
                        .put(Families.backend(rate.id()), rate);
            }
        }
        return kernels.values().stream()
                .sorted(Comparator.comparingDouble(kernel -> kernel.work().intensity()))
                .toList();
    }

    /** The most operations a second that a kernel can reach. */
    double roof(Kernel kernel) {
        return Math.min(peak, memoryRoof(kernel));
    }

    /** The most operations a second that the memory lets a kernel reach. */
    double memoryRoof(Kernel kernel) {
        return kernel.work().intensity() * kernel.level().bandwidth();
    }
}
