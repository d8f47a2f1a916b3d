package org.guesscheck.bench.suite;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;

/**
 * Times work in the calling thread: warms it up, then measures slices of equal work.
 *
 * <p>Vector code allocates until C2 has compiled it, since its vectors are objects before that. So work is warm when it
 * allocates no more than it has to and its rate has settled.
 */
final class Stopwatch {
    /** Slices of the measured part; their median is not moved by a few disturbances. */
    private static final int SLICES = 15;

    /** Length of a batch of the warm-up. */
    private static final double BATCH_SECONDS = 0.02;

    /** A warm-up takes this long at least, since code that allocates nothing runs evenly before C2 is done with it. */
    private static final double LEAST_SECONDS = 0.2;

    /** Work that is not warm by now is measured as it is. */
    private static final double MOST_SECONDS = 2.5;

    /** Even batches in a row that make a warm-up complete, and how even they are. */
    private static final int EVEN_BATCHES = 4;

    private static final double EVEN = 0.85;

    /** Bytes of a batch that do not come from the work. */
    private static final long STRAY_BYTES = 256;

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private Stopwatch() {}

    /**
     * Measures one round.
     *
     * @param work what is repeated
     * @param units units of one repetition
     * @param bytes what a repetition allocates even when it is warm, at most
     * @param seconds length of the measured part; very slow work takes longer, for three slices at least
     */
    static Round time(Workload work, double units, long bytes, double seconds) {
        double each = warmUp(work, bytes);
        int repetitions = Math.clamp((long) (seconds / SLICES / each), 1, 1 << 24);
        double[] rates = new double[SLICES];
        long allocated = THREADS.getCurrentThreadAllocatedBytes();
        long cpu = THREADS.getCurrentThreadCpuTime();
        long begin = System.nanoTime();
        long last = begin;
        int slices = 0;
        while (slices < SLICES && (slices < 3 || (last - begin) * 1e-9 < seconds)) {
            work.run(repetitions);
            long now = System.nanoTime();
            rates[slices++] = repetitions * units / ((now - last) * 1e-9);
            last = now;
        }
        double share = (double) (THREADS.getCurrentThreadCpuTime() - cpu) / (last - begin);
        double perUnit = (THREADS.getCurrentThreadAllocatedBytes() - allocated) / (slices * repetitions * units);
        return new Round(median(Arrays.copyOf(rates, slices)), perUnit, share);
    }

    /** Repeats the work in batches until it is warm and returns the seconds of one repetition. */
    private static double warmUp(Workload work, long bytes) {
        long start = System.nanoTime();
        int repetitions = 1;
        int even = 0;
        double best = Double.POSITIVE_INFINITY;
        while (true) {
            long allocated = THREADS.getCurrentThreadAllocatedBytes();
            long before = System.nanoTime();
            work.run(repetitions);
            long now = System.nanoTime();
            allocated = THREADS.getCurrentThreadAllocatedBytes() - allocated;
            boolean clean = allocated <= STRAY_BYTES + bytes * repetitions;
            double each = Math.max((now - before) * 1e-9, 1e-9) / repetitions;
            even = clean && each * EVEN <= best ? even + 1 : 0;
            best = Math.min(best, each);
            double passed = (now - start) * 1e-9;
            if (passed >= MOST_SECONDS || passed >= LEAST_SECONDS && even >= EVEN_BATCHES) {
                return each;
            }
            repetitions = Math.clamp((long) (BATCH_SECONDS / each), 1, 2 * repetitions);
        }
    }

    static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int half = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
    }
}
