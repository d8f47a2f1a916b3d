package org.guesscheck.core.descent;

import java.lang.foreign.MemorySegment;
import org.guesscheck.core.matrix.GemmShape;
import org.guesscheck.core.matrix.Multiplier;
import org.guesscheck.core.matrix.SparseMultiplier;

/** Multiplies matrices, and adds up the time of all products. */
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

    /** c = op(a) op(b), as {@link Multiplier#multiply}. */
    void multiply(GemmShape shape, MemorySegment a, MemorySegment b, MemorySegment c) {
        long start = System.nanoTime();
        products.multiply(shape, a, b, c);
        nanos += System.nanoTime() - start;
    }

    /** y = op(a) x, as {@link Multiplier#multiplyVector}. */
    void multiplyVector(boolean transpose, int rows, int cols, MemorySegment a, MemorySegment x, MemorySegment y) {
        long start = System.nanoTime();
        products.multiplyVector(transpose, rows, cols, a, x, y);
        nanos += System.nanoTime() - start;
    }

    /** values = the entries of a b^T at the places of the sparse multiplier. */
    void sample(SparseMultiplier sparse, MemorySegment a, MemorySegment b, MemorySegment values) {
        long start = System.nanoTime();
        sparse.sample(a, b, values);
        nanos += System.nanoTime() - start;
    }

    /** c = s b, where s has the given values at the places of the sparse multiplier. */
    void multiply(SparseMultiplier sparse, MemorySegment values, MemorySegment b, MemorySegment c) {
        long start = System.nanoTime();
        sparse.multiply(values, b, c);
        nanos += System.nanoTime() - start;
    }
}
