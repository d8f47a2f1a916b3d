package org.guesscheck.nativekernels.blas;

import java.lang.foreign.MemorySegment;
import java.util.stream.IntStream;
import org.guesscheck.core.matrix.GemmShape;
import org.guesscheck.core.matrix.Multiplier;

/**
 * Matrix products by OpenBLAS. A large product is cut into blocks of rows of its result, one for each thread, which this class runs
 * in parallel. Each block is multiplied by the library with one thread, so the bits are those of one thread. The library's own
 * threads are not used, because they spin for a while after each product, on the processors of other workers.
 */
final class OpenBlasMultiplier implements Multiplier {
    /**
     * The fewest multiplications and additions of a part. Its start, some 20 microseconds, then costs little. A smaller part might
     * also get other kernels of the library than the whole product.
     */
    private static final long PART = 1L << 20;

    /**
     * The rows of a part are a multiple of this number, the rows that the Haswell kernels multiply at once. If a part ended between
     * two multiples, they would sum its last rows in another order.
     */
    private static final int ROWS = 12;

    private final OpenBlas library;
    private final int threads;

    OpenBlasMultiplier(OpenBlas library, int threads) {
        this.library = library;
        this.threads = threads;
        library.threads(1);
    }

    @Override
    public String name() {
        return library.version() + ", " + library.core() + " kernels, threads " + threads;
    }

    /** Computes the rows from to to - 1 of a product. */
    private interface Part {
        void run(int from, int to);
    }

    /** Cuts the rows 0 to count - 1 into parts, and runs the parts in parallel. */
    private void cut(int count, long work, Part part) {
        run(Math.clamp(work / PART, 1, Math.min(threads, count)), count, part);
    }

    private static void run(int parts, int count, Part part) {
        IntStream all = IntStream.range(0, parts);
        (parts > 1 ? all.parallel() : all).forEach(p -> {
            part.run((int) ((long) count * p / parts), (int) ((long) count * (p + 1) / parts));
        });
    }

    private static MemorySegment from(MemorySegment matrix, long floats) {
        return matrix.asSlice(Float.BYTES * floats);
    }

    @Override
    public void multiply(GemmShape shape, MemorySegment a, MemorySegment b, MemorySegment c) {
        shape.check(a, b, c);
        boolean transposeA = shape.transposeA();
        boolean transposeB = shape.transposeB();
        int m = shape.m();
        int n = shape.n();
        int k = shape.k();
        int strideA = transposeA ? m : k;
        int strideB = transposeB ? k : n;
        int groups = m / ROWS;
        int parts = Math.clamp(groups, 1, threads);
        while (parts > 1 && (long) (groups / parts) * ROWS * n * k < PART) {
            parts--;
        }
        run(parts, groups, (from, to) -> {
            int first = from * ROWS;
            int end = to == groups ? m : to * ROWS;
            MemorySegment rows = from(a, transposeA ? first : (long) first * k);
            MemorySegment out = from(c, (long) first * n);
            library.gemm(transposeA, transposeB, end - first, n, k, rows, strideA, b, strideB, out, n);
        });
    }

    @Override
    public void multiplyVector(
            boolean transpose, int rows, int cols, MemorySegment a, MemorySegment x, MemorySegment y) {
        long work = (long) rows * cols;
        if (transpose) {
            GemmShape.plain(1, cols, rows).check(x, a, y);
            cut(cols, work, (from, to) -> library.gemv(true, rows, to - from, from(a, from), cols, x, from(y, from)));
        } else {
            GemmShape.plain(rows, 1, cols).check(a, x, y);
            cut(rows, work, (from, to) -> {
                MemorySegment part = from(a, (long) from * cols);
                library.gemv(false, to - from, cols, part, cols, x, from(y, from));
            });
        }
    }
}
