package org.guesscheck.core.descent;

import java.lang.foreign.MemorySegment;
import org.guesscheck.core.kernel.MatrixProducts;
import org.guesscheck.core.kernel.SparseProducts;

/** Matrix products, and how long they took. */
final class TimedProducts {
    private final MatrixProducts products;
    private long nanos; static final java.util.TreeMap<String,java.util.ArrayList<Long>> T=new java.util.TreeMap<>(); static int epoch; static long last; static void add(String k,long n){ if(epoch<10)return; T.computeIfAbsent(k,q->new java.util.ArrayList<>()).add(n);}

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
        long q=System.nanoTime()-start;nanos+=q;add("dense",q);
    }

    /** y = op(a) x. */
    void multiplyVector(boolean transpose, int rows, int cols, MemorySegment a, MemorySegment x, MemorySegment y) {
        long start = System.nanoTime();
        products.multiplyVector(transpose, rows, cols, a, x, y);
        long q=System.nanoTime()-start;nanos+=q;add("gemv",q);
    }

    /** values = the entries of a b^T at the places of sparse products. */
    void sample(SparseProducts sparse, MemorySegment a, MemorySegment b, MemorySegment values) {
        long start = System.nanoTime();
        sparse.sample(a, b, values);
        long q=System.nanoTime()-start;nanos+=q;add("sample",q);
    }

    /** c = the sparse matrix of values, times b. */
    void multiply(SparseProducts sparse, MemorySegment values, MemorySegment b, MemorySegment c) {
        long start = System.nanoTime();
        sparse.multiply(values, b, c);
        long q=System.nanoTime()-start;nanos+=q;add("spread",q);
    }
}
