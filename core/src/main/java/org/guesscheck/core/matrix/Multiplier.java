package org.guesscheck.core.matrix;

import java.lang.foreign.MemorySegment;

/**
 * Multiplies single-precision matrices that lie off the heap, row by row without gaps. Unlike the kernels of guessing,
 * implementations differ in the order of their sums and so in the last bits; each gives equal bits in equal calls with an
 * equal number of threads.
 */
public interface Multiplier {
    /**
     * What computes.
     *
     * @return for example {@code vector-512}; for a library its name, version, kernels and threads
     */
    String name();

    /**
     * c = op(a) op(b), where op transposes or not.
     *
     * @param shape sizes, and which operands are stored transposed
     * @param a m * k floats
     * @param b k * n floats
     * @param c m * n floats, overwritten; must not overlap a or b
     * @throws IllegalArgumentException if a segment is too short or on the heap
     */
    void multiply(GemmShape shape, MemorySegment a, MemorySegment b, MemorySegment c);

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
