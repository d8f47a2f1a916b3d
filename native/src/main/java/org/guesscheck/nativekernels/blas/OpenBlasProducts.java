package org.guesscheck.nativekernels.blas;

import java.lang.foreign.MemorySegment;
import java.util.stream.IntStream;
import org.guesscheck.core.kernel.MatrixProducts;

/**
 * Matrix products by OpenBLAS. The library itself has one thread: its own would go on spinning for a while after each product, on
 * the processors of our workers. A large product is cut into as many parts as there are threads instead, which run side by side.
 */
final class OpenBlasProducts implements MatrixProducts {
    /** Multiplications and additions of a part at least, so that starting it costs little: some 20 microseconds. */
    private static final long PART = 1L << 20;

    private final OpenBlas library;
    private final int threads;

    OpenBlasProducts(OpenBlas library, int threads) {
        this.library = library;
        this.threads = threads;
        library.threads(1);
    }

    @Override
    public String name() {
        return library.version() + ", " + library.core() + " kernels, threads " + threads;
    }

    /** One part of a product. */
    private interface Part {
        void run(int from, int to);
    }

    /** Cuts 0 to count - 1 into parts that run side by side. */
    private void cut(int count, long work, Part part) {
        int parts = Math.clamp(work / PART, 1, Math.min(threads, count));
        IntStream all = IntStream.range(0, parts);
        (parts > 1 ? all.parallel() : all).forEach(p -> {
            part.run((int) ((long) count * p / parts), (int) ((long) count * (p + 1) / parts));
        });
    }

    private static MemorySegment from(MemorySegment matrix, long floats) {
        return matrix.asSlice(Float.BYTES * floats);
    }

    @Override
    public void multiply(
            boolean transposeA,
            boolean transposeB,
            int m,
            int n,
            int k,
            MemorySegment a,
            MemorySegment b,
            MemorySegment c) {
        MatrixProducts.check(m, n, k, a, b, c);
        int strideA = transposeA ? m : k;
        int strideB = transposeB ? k : n;
        long work = (long) m * n * k;
        if (m >= n) {
            cut(m, work, (from, to) -> {
                MemorySegment rows = from(a, transposeA ? from : (long) from * k);
                MemorySegment out = from(c, (long) from * n);
                library.gemm(transposeA, transposeB, to - from, n, k, rows, strideA, b, strideB, out, n);
            });
        } else {
            cut(n, work, (from, to) -> {
                MemorySegment cols = from(b, transposeB ? (long) from * k : from);
                library.gemm(transposeA, transposeB, m, to - from, k, a, strideA, cols, strideB, from(c, from), n);
            });
        }
    }

    @Override
    public void multiplyVector(
            boolean transpose, int rows, int cols, MemorySegment a, MemorySegment x, MemorySegment y) {
        long work = (long) rows * cols;
        if (transpose) {
            MatrixProducts.check(1, cols, rows, x, a, y);
            cut(cols, work, (from, to) -> library.gemv(true, rows, to - from, from(a, from), cols, x, from(y, from)));
        } else {
            MatrixProducts.check(rows, 1, cols, a, x, y);
            cut(rows, work, (from, to) -> {
                MemorySegment part = from(a, (long) from * cols);
                library.gemv(false, to - from, cols, part, cols, x, from(y, from));
            });
        }
    }
}
