package org.guesscheck.core.matrix.scalar;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.stream.IntStream;
import org.guesscheck.core.matrix.GemmShape;
import org.guesscheck.core.matrix.Multiplier;

/** Matrix products in plain Java, as sums of whole rows, a form that the JIT compiler turns into vector code. */
public final class ScalarMultiplier implements Multiplier {
    private final int threads;

    /**
     * Makes a multiplier.
     *
     * @param threads 1; or more, to compute rows in parallel on the common pool
     */
    public ScalarMultiplier(int threads) {
        this.threads = threads;
    }

    @Override
    public String name() {
        return "scalar";
    }

    @Override
    public void multiply(GemmShape shape, MemorySegment a, MemorySegment b, MemorySegment c) {
        shape.check(a, b, c);
        boolean transposeA = shape.transposeA();
        boolean transposeB = shape.transposeB();
        int m = shape.m();
        int n = shape.n();
        int k = shape.k();
        float[][] right = new float[k][n];
        for (int r = 0; r < k; r++) {
            copy(transposeB, k, n, b, r, right[r]);
        }
        IntStream rows = IntStream.range(0, m);
        (threads > 1 ? rows.parallel() : rows).forEach(i -> {
            float[] coefficients = new float[k];
            copy(transposeA, m, k, a, i, coefficients);
            float[] out = new float[n];
            for (int r = 0; r < k; r++) {
                add(out, coefficients[r], right[r]);
            }
            MemorySegment.copy(out, 0, c, ValueLayout.JAVA_FLOAT, Float.BYTES * (long) i * n, n);
        });
    }

    /** out = row i of op(matrix), where op(matrix) is rows x cols. */
    private static void copy(boolean transposed, int rows, int cols, MemorySegment matrix, int i, float[] out) {
        if (!transposed) {
            MemorySegment.copy(matrix, ValueLayout.JAVA_FLOAT, Float.BYTES * (long) i * cols, out, 0, cols);
            return;
        }
        for (int j = 0; j < cols; j++) {
            out[j] = matrix.getAtIndex(ValueLayout.JAVA_FLOAT, (long) j * rows + i);
        }
    }

    private static void add(float[] out, float factor, float[] row) {
        for (int j = 0; j < out.length; j++) {
            out[j] += factor * row[j];
        }
    }

    @Override
    public void multiplyVector(
            boolean transpose, int rows, int cols, MemorySegment a, MemorySegment x, MemorySegment y) {
        if (transpose) {
            multiply(GemmShape.plain(1, cols, rows), x, a, y);
        } else {
            multiply(GemmShape.rightTransposed(1, rows, cols), x, a, y);
        }
    }
}
