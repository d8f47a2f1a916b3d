package org.guesscheck.core.descent;

import java.lang.foreign.MemorySegment;
import org.guesscheck.core.matrix.GemmShape;
import org.guesscheck.core.matrix.Multiplier;
import org.guesscheck.core.matrix.SparseMultiplier;

/** Multiplies matrices, and measures how long that takes. */
final class TimedMultiplier {
    private final Multiplier products;
    private long nanos;

    TimedMultiplier(Multiplier products) {
        this.products = products;
    }

    String name() {
        return products.name();
    }

    double seconds() {
        return nanos * 1e-9;
    }

    /** c = op(a) op(b) of m x n, with sums of length k. */
    void multiply(GemmShape shape, MemorySegment a, MemorySegment b, MemorySegment c) {
        long start = System.nanoTime();
        products.multiply(shape, a, b, c);
        nanos += System.nanoTime() - start;
    }

    /** y = op(a) x. */
    void multiplyVector(boolean transpose, int rows, int cols, MemorySegment a, MemorySegment x, MemorySegment y) {
        long start = System.nanoTime();
        products.multiplyVector(transpose, rows, cols, a, x, y);
        nanos += System.nanoTime() - start;
    }

    /** values = the entries of a b^T at the places of sparse products. */
    void sample(SparseMultiplier sparse, MemorySegment a, MemorySegment b, MemorySegment values) {
        long start = System.nanoTime();
        sparse.sample(a, b, values);
        nanos += System.nanoTime() - start;
    }

    /** c = the sparse matrix of values, times b. */
    void multiply(SparseMultiplier sparse, MemorySegment values, MemorySegment b, MemorySegment c) {
        long start = System.nanoTime();
        sparse.multiply(values, b, c);
        nanos += System.nanoTime() - start;
    }
}
