package org.guesscheck.core.matrix;

import java.lang.foreign.MemorySegment;

/**
 * The shape of c = op(a) op(b), the operation gemm of BLAS. Each op is the identity or the transpose.
 *
 * @param transposeA whether a is stored as its transpose, k x m
 * @param transposeB whether b is stored as its transpose, n x k
 * @param m rows of c, at least 1
 * @param n columns of c, at least 1
 * @param k terms of each sum, at least 1
 */
public record GemmShape(boolean transposeA, boolean transposeB, int m, int n, int k) {
    /**
     * Checks the sizes.
     *
     * @throws IllegalArgumentException if one is below 1
     */
    public GemmShape {
        if (m < 1 || n < 1 || k < 1) {
            throw new IllegalArgumentException("sizes: " + m + ", " + n + ", " + k + "; each must be at least 1");
        }
    }

    /**
     * The shape of c = a b.
     *
     * @param m rows of a and c, at least 1
     * @param n columns of b and c, at least 1
     * @param k columns of a and rows of b, at least 1
     * @return the shape
     * @throws IllegalArgumentException if one is below 1
     */
    public static GemmShape plain(int m, int n, int k) {
        return new GemmShape(false, false, m, n, k);
    }

    /**
     * The shape of c = a^T b.
     *
     * @param m columns of a and rows of c, at least 1
     * @param n columns of b and c, at least 1
     * @param k rows of a and b, at least 1
     * @return the shape
     * @throws IllegalArgumentException if one is below 1
     */
    public static GemmShape leftTransposed(int m, int n, int k) {
        return new GemmShape(true, false, m, n, k);
    }

    /**
     * The shape of c = a b^T.
     *
     * @param m rows of a and c, at least 1
     * @param n rows of b and columns of c, at least 1
     * @param k columns of a and b, at least 1
     * @return the shape
     * @throws IllegalArgumentException if one is below 1
     */
    public static GemmShape rightTransposed(int m, int n, int k) {
        return new GemmShape(false, true, m, n, k);
    }

    /**
     * Checks the operands.
     *
     * @param a m * k floats
     * @param b k * n floats
     * @param c m * n floats
     * @throws IllegalArgumentException if a segment is too short or on the heap
     * @throws IllegalStateException if its memory is freed
     */
    public void check(MemorySegment a, MemorySegment b, MemorySegment c) {
        check(a, b);
        Multiplier.check("c", c, (long) m * n);
    }

    void check(MemorySegment a, MemorySegment b) {
        Multiplier.check("a", a, (long) m * k);
        Multiplier.check("b", b, (long) k * n);
    }
}
