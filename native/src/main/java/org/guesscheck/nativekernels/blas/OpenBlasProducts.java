package org.guesscheck.nativekernels.blas;

import java.lang.foreign.MemorySegment;
import org.guesscheck.core.kernel.MatrixProducts;

/** Matrix products by OpenBLAS. The number of threads is the whole process's: the last one asked for counts. */
final class OpenBlasProducts implements MatrixProducts {
    private final OpenBlas library;

    OpenBlasProducts(OpenBlas library, int threads) {
        this.library = library;
        library.threads(threads);
    }

    @Override
    public String name() {
        return library.version() + ", " + library.core() + " kernels, threads " + library.threads();
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
        library.gemm(transposeA, transposeB, m, n, k, a, b, c);
    }

    @Override
    public void multiplyVector(
            boolean transpose, int rows, int cols, MemorySegment a, MemorySegment x, MemorySegment y) {
        if (transpose) {
            MatrixProducts.check(1, cols, rows, x, a, y);
        } else {
            MatrixProducts.check(rows, 1, cols, a, x, y);
        }
        library.gemv(transpose, rows, cols, a, x, y);
    }
}
