package org.guesscheck.core.problem;

/** The limits of a problem's size, checked before any work is done and any large array is made. */
final class ProblemSize {
    /** The share of the Java heap that the making of a problem may take. */
    private static final double HEAP_SHARE = 0.75;

    /** Bytes for one entry of a completion problem: ground truth, order, positions and targets, each with its copy. */
    private static final long BYTES_BY_ENTRY = 48;

    private ProblemSize() {}

    /** The number of entries of the predicted matrix. */
    static int entries(int rows, int cols) {
        requirePositive("rows", rows);
        requirePositive("cols", cols);
        long entries = (long) rows * cols;
        if (entries > Problem.MOST_ENTRIES) {
            throw new IllegalArgumentException("rows and cols: " + rows + " x " + cols + " has " + entries
                    + " entries; at most " + Problem.MOST_ENTRIES + " are allowed");
        }
        return (int) entries;
    }

    static int requirePositive(String name, int value) {
        if (value < 1) {
            throw new IllegalArgumentException(name + ": " + value + "; at least 1 is allowed");
        }
        return value;
    }

    /** Refuses a problem whose test directions would take more than minutes, or more memory than there is. */
    static void requireComplement(int rows, int cols, int measurements) {
        long entries = entries(rows, cols);
        if (entries > Problem.MOST_COMPLEMENTED) {
            throw new IllegalArgumentException("rows and cols: " + rows + " x " + cols + " has " + entries
                    + " entries, a test direction for each that is not measured; at most " + Problem.MOST_COMPLEMENTED
                    + " are allowed, more for matrix completion and with test measurements that are given");
        }
        // The measurements, their transpose and their reflections; the directions and their copy; work space.
        long numbers = entries * (3L * measurements + 2L * Math.max(0, entries - measurements) + 2048);
        requireHeap(rows + " x " + cols + " with " + measurements + " measurements", Double.BYTES * numbers);
    }

    /** Refuses a completion problem that does not fit into memory. */
    static void requireCompletion(int rows, int cols) {
        requireHeap(rows + " x " + cols, BYTES_BY_ENTRY * entries(rows, cols));
    }

    private static void requireHeap(String what, long bytes) {
        long most = (long) (HEAP_SHARE * Runtime.getRuntime().maxMemory());
        if (bytes > most) {
            throw new IllegalArgumentException("rows and cols: " + what + " needs " + (bytes >> 20)
                    + " MiB of memory to be made; " + (most >> 20)
                    + " MiB are allowed with this heap: a smaller problem or a larger heap (-Xmx) is needed");
        }
    }
}
