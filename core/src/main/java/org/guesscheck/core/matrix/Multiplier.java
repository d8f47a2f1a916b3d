package org.guesscheck.core.matrix;

import java.lang.foreign.MemorySegment;

/**
 * Multiplies single-precision matrices that lie off the heap, row by row without gaps. Implementations differ in the order of
 * their sums, and so in the last bits, unlike the kernels that evaluate draws. One implementation gives the same bits for the
 * same operands and number of threads.
 */
public interface Multiplier {
    /**
     * The name of the implementation.
     *
     * @return for example {@code vector-512}; for a library its name, version, kernels and threads
     */
    String name();

    /**
     * c = op(a) op(b), where each op is the identity or the transpose.
     *
     * @param shape sizes, and whether a and b are stored as their transposes
     * @param a m * k floats
     * @param b k * n floats
     * @param c m * n floats, overwritten; must not overlap a or b
     * @throws IllegalArgumentException if a segment is too short or on the heap
     */
    void multiply(GemmShape shape, MemorySegment a, MemorySegment b, MemorySegment c);

    /**
     * y = op(a) x, where op is the identity or the transpose.
     *
     * @param transpose whether y = a^T x
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
     * @param name the operand's name in messages
     * @param segment the operand
     * @param floats the number of floats that the operand has
     * @throws IllegalArgumentException if the operand is too short or on the heap
     * @throws IllegalStateException if the operand's memory is freed
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
