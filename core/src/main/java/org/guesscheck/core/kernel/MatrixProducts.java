package org.guesscheck.core.kernel;

import java.lang.foreign.MemorySegment;

/**
 * Products of single-precision matrices that lie off the heap, row by row without gaps. Unlike the kernels of guessing,
 * implementations differ in the order of their sums and so in the last bits; each gives equal bits in equal calls with an
 * equal number of threads.
 */
public interface MatrixProducts {
    /**
     * What computes.
     *
     * @return for example {@code vector-512}; for a library its name, version, kernels and threads
     */
    String name();

    /**
     * c = op(a) op(b), where op transposes or not.
     *
     * @param transposeA whether a is stored transposed, as k x m
     * @param transposeB whether b is stored transposed, as n x k
     * @param m rows of c, at least 1
     * @param n columns of c, at least 1
     * @param k length of the sums, at least 1
     * @param a m * k floats
     * @param b k * n floats
     * @param c m * n floats, overwritten; must not overlap a or b
     * @throws IllegalArgumentException if a segment is too short or on the heap
     */
    void multiply(
            boolean transposeA,
            boolean transposeB,
            int m,
            int n,
            int k,
            MemorySegment a,
            MemorySegment b,
            MemorySegment c);

    /**
     * y = op(a) x, where op transposes or not.
     *
     * @param transpose whether a is applied transposed
     * @param rows stored rows of a, at least 1
     * @param cols stored columns of a, at least 1
     * @param a rows * cols floats
     * @param x cols floats, or rows if transposed
     * @param y rows floats, or cols if transposed; overwritten, must not overlap a or x
     * @throws IllegalArgumentException if a segment is too short or on the heap
     */
    void multiplyVector(boolean transpose, int rows, int cols, MemorySegment a, MemorySegment x, MemorySegment y);

    /**
     * Checks the arguments of a product before native or unchecked code sees them.
     *
     * @param m rows
     * @param n columns
     * @param k length of the sums
     * @param a m * k floats
     * @param b k * n floats
     * @param c m * n floats
     * @throws IllegalArgumentException if a size is below 1 or a segment is too short or on the heap
     */
    static void check(int m, int n, int k, MemorySegment a, MemorySegment b, MemorySegment c) {
        check(m, n, k, a, b);
        check("c", c, (long) m * n);
    }

    /**
     * Checks the operands of a product.
     *
     * @param m rows
     * @param n columns
     * @param k length of the sums
     * @param a m * k floats
     * @param b k * n floats
     * @throws IllegalArgumentException if a size is below 1 or a segment is too short or on the heap
     */
    static void check(int m, int n, int k, MemorySegment a, MemorySegment b) {
        if (m < 1 || n < 1 || k < 1) {
            throw new IllegalArgumentException("sizes: " + m + ", " + n + ", " + k + "; each must be at least 1");
        }
        check("a", a, (long) m * k);
        check("b", b, (long) k * n);
    }

    /**
     * Checks one operand.
     *
     * @param name what the message calls it
     * @param segment the operand
     * @param floats how many floats it must have room for
     * @throws IllegalArgumentException if it is too short or on the heap
     * @throws IllegalStateException if it is freed
     */
    static void check(String name, MemorySegment segment, long floats) {
        if (!segment.isNative() || segment.byteSize() < Float.BYTES * floats) {
            throw new IllegalArgumentException(name + ": " + segment.byteSize() / Float.BYTES + " floats "
                    + (segment.isNative() ? "off" : "on") + " the heap; " + floats + " off the heap are needed");
        }
        if (!segment.scope().isAlive()) {
            throw new IllegalStateException(name + ": its memory is freed");
        }
    }
}
