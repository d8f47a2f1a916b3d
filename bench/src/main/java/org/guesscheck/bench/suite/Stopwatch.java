package org.guesscheck.bench.suite;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;

/**
 * Times work in the calling thread: warms it up, then measures slices of equal work.
 *
 * <p>Until C2 has compiled vector code, vectors are objects. So work is warm when it allocates no more than it does in compiled form,
 * and its rate is steady.
 */
final class Stopwatch {
    /** Slices of the measured part. A few disturbances do not change their median. */
    private static final int SLICES = 15;

    /** Length of a batch of the warm-up. */
    private static final double BATCH_SECONDS = 0.02;

    /** The shortest warm-up. Code that allocates nothing has a steady rate even before C2 has compiled it. */
    private static final double LEAST_SECONDS = 0.2;

    /** The longest warm-up. Work that is not warm then is measured as it is. */
    private static final double MOST_SECONDS = 2.5;

    /** A warm-up is complete after this many batches in a row with at least EVEN of the best batch's rate. */
    private static final int EVEN_BATCHES = 4;

    private static final double EVEN = 0.85;

    /** Bytes of a batch that the work itself does not allocate. */
    private static final long STRAY_BYTES = 256;

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private Stopwatch() {}

    /**
     * Measures one round.
     *
     * @param work the work to repeat
     * @param units units of one repetition
     * @param bytes the most bytes that a repetition of warm work allocates
     * @param seconds length of the measured part; very slow work takes longer, because three slices are the least
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
