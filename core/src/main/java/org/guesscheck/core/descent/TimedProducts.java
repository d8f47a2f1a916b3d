package org.guesscheck.core.descent;

import java.lang.foreign.MemorySegment;
import org.guesscheck.core.kernel.MatrixProducts;
import org.guesscheck.core.kernel.SparseProducts;

/** Matrix products, and how long they took. */
final class TimedProducts {
    private final MatrixProducts products;
    private long nanos;

    TimedProducts(MatrixProducts products) {
        this.products = products;
    }

    String name() {
        return products.name();
    }

    double seconds() {
        return nanos * 1e-9;
    }

    /** c = op(a) op(b) of m x n, with sums of length k. */
    void multiply(
            boolean transposeA,
            boolean transposeB,
            int m,
            int n,
            int k,
            MemorySegment a,
            MemorySegment b,
            MemorySegment c) {
        long start = System.nanoTime();
        products.multiply(transposeA, transposeB, m, n, k, a, b, c);
        nanos += System.nanoTime() - start;
    }

    /** y = op(a) x. */
    void multiplyVector(boolean transpose, int rows, int cols, MemorySegment a, MemorySegment x, MemorySegment y) {
        long start = System.nanoTime();
        products.multiplyVector(transpose, rows, cols, a, x, y);
        nanos += System.nanoTime() - start;
    }

    /** values = the entries of a b^T at the places of sparse products. */
    void sample(SparseProducts sparse, MemorySegment a, MemorySegment b, MemorySegment values) {
        long start = System.nanoTime();
        sparse.sample(a, b, values);
        nanos += System.nanoTime() - start;
    }

    /** c = the sparse matrix of values, times b. */
    void multiply(SparseProducts sparse, MemorySegment values, MemorySegment b, MemorySegment c) {
        long start = System.nanoTime();
        sparse.multiply(values, b, c);
        nanos += System.nanoTime() - start;
    }
}
