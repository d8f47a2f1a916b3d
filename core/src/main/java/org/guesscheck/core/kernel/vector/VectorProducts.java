package org.guesscheck.core.kernel.vector;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.stream.IntStream;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;
import org.guesscheck.core.kernel.MatrixProducts;

/**
 * Matrix products by the Vector API: tiles of 6 rows by 2 vectors of columns in registers, over packed strips of both
 * matrices (Goto and van de Geijn, Anatomy of high-performance matrix multiplication, 2008).
 */
public final class VectorProducts implements MatrixProducts {
    private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
    private static final int LANES = SPECIES.length();
    private static final int TILE_ROWS = 6;
    private static final int TILE_COLS = 2 * LANES;
    /** Length of the packed strips: a strip of the right matrix stays in the first-level cache. */
    private static final int DEPTH = 256;
    /** Rows of a task: its packed rows stay in the second-level cache. */
    private static final int TASK_ROWS = 16 * TILE_ROWS;

    private final int threads;

    /**
     * Makes the products.
     *
     * @param threads 1, or more for blocks of rows in parallel on the common pool
     */
    public VectorProducts(int threads) {
        this.threads = threads;
    }

    @Override
    public String name() {
        return "vector-" + SPECIES.vectorBitSize();
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
        int strips = (n + TILE_COLS - 1) / TILE_COLS;
        float[] right = new float[strips * TILE_COLS * Math.min(DEPTH, k)];
        for (int first = 0; first < k; first += DEPTH) {
            int depth = Math.min(DEPTH, k - first);
            int from = first;
            tasks(strips).forEach(s -> packRight(transposeB, n, k, b, from, depth, s, right));
            tasks((m + TASK_ROWS - 1) / TASK_ROWS).forEach(t -> {
                int end = Math.min(m, (t + 1) * TASK_ROWS);
                float[] left = new float[TILE_ROWS * depth * ((end - t * TASK_ROWS + TILE_ROWS - 1) / TILE_ROWS)];
                packLeft(transposeA, m, k, a, from, depth, t * TASK_ROWS, end, left);
                block(left, right, depth, t * TASK_ROWS, end, n, from > 0, c);
            });
        }
    }

    private IntStream tasks(int count) {
        IntStream tasks = IntStream.range(0, count);
        return threads > 1 ? tasks.parallel() : tasks;
    }

    /** right[strip][r][column in strip], zeros beyond the last column. */
    private static void packRight(
            boolean transposed, int n, int k, MemorySegment b, int first, int depth, int strip, float[] right) {
        int column = strip * TILE_COLS;
        int count = Math.min(TILE_COLS, n - column);
        int at = strip * TILE_COLS * depth;
        java.util.Arrays.fill(right, at, at + TILE_COLS * depth, 0);
        if (!transposed) {
            for (int r = 0; r < depth; r++) {
                long from = Float.BYTES * ((long) (first + r) * n + column);
                MemorySegment.copy(b, ValueLayout.JAVA_FLOAT, from, right, at + r * TILE_COLS, count);
            }
            return;
        }
        for (int j = 0; j < count; j++) {
            long from = (long) (column + j) * k + first;
            for (int r = 0; r < depth; r++) {
                right[at + r * TILE_COLS + j] = b.getAtIndex(ValueLayout.JAVA_FLOAT, from + r);
            }
        }
    }

    /** left[tile][r][row in tile], zeros beyond the last row. */
    private static void packLeft(
            boolean transposed, int m, int k, MemorySegment a, int first, int depth, int row, int end, float[] left) {
        for (int i = row; i < end; i++) {
            int at = (i - row) / TILE_ROWS * TILE_ROWS * depth + (i - row) % TILE_ROWS;
            for (int r = 0; r < depth; r++) {
                long from = transposed ? (long) (first + r) * m + i : (long) i * k + first + r;
                left[at + r * TILE_ROWS] = a.getAtIndex(ValueLayout.JAVA_FLOAT, from);
            }
        }
    }

    private static void block(
            float[] left, float[] right, int depth, int row, int end, int n, boolean add, MemorySegment c) {
        float[] tile = new float[TILE_ROWS * TILE_COLS];
        for (int column = 0; column < n; column += TILE_COLS) {
            int count = Math.min(TILE_COLS, n - column);
            for (int i = row; i < end; i += TILE_ROWS) {
                tile(left, (i - row) * depth, right, column * depth, depth, tile);
                for (int r = 0; r < Math.min(TILE_ROWS, end - i); r++) {
                    long to = (long) (i + r) * n + column;
                    if (add) {
                        for (int j = 0; j < count; j++) {
                            float old = c.getAtIndex(ValueLayout.JAVA_FLOAT, to + j);
                            tile[r * TILE_COLS + j] += old;
                        }
                    }
                    MemorySegment.copy(tile, r * TILE_COLS, c, ValueLayout.JAVA_FLOAT, Float.BYTES * to, count);
                }
            }
        }
    }

    /** tile = the product of 6 packed rows and 2 vectors of packed columns. */
    private static void tile(float[] left, int l, float[] right, int r, int depth, float[] tile) {
        FloatVector zero = FloatVector.zero(SPECIES);
        FloatVector c00 = zero, c01 = zero, c10 = zero, c11 = zero, c20 = zero, c21 = zero;
        FloatVector c30 = zero, c31 = zero, c40 = zero, c41 = zero, c50 = zero, c51 = zero;
        for (int p = 0; p < depth; p++, l += TILE_ROWS, r += TILE_COLS) {
            FloatVector b0 = FloatVector.fromArray(SPECIES, right, r);
            FloatVector b1 = FloatVector.fromArray(SPECIES, right, r + LANES);
            FloatVector a = FloatVector.broadcast(SPECIES, left[l]);
            c00 = a.fma(b0, c00);
            c01 = a.fma(b1, c01);
            a = FloatVector.broadcast(SPECIES, left[l + 1]);
            c10 = a.fma(b0, c10);
            c11 = a.fma(b1, c11);
            a = FloatVector.broadcast(SPECIES, left[l + 2]);
            c20 = a.fma(b0, c20);
            c21 = a.fma(b1, c21);
            a = FloatVector.broadcast(SPECIES, left[l + 3]);
            c30 = a.fma(b0, c30);
            c31 = a.fma(b1, c31);
            a = FloatVector.broadcast(SPECIES, left[l + 4]);
            c40 = a.fma(b0, c40);
            c41 = a.fma(b1, c41);
            a = FloatVector.broadcast(SPECIES, left[l + 5]);
            c50 = a.fma(b0, c50);
            c51 = a.fma(b1, c51);
        }
        c00.intoArray(tile, 0);
        c01.intoArray(tile, LANES);
        c10.intoArray(tile, TILE_COLS);
        c11.intoArray(tile, TILE_COLS + LANES);
        c20.intoArray(tile, 2 * TILE_COLS);
        c21.intoArray(tile, 2 * TILE_COLS + LANES);
        c30.intoArray(tile, 3 * TILE_COLS);
        c31.intoArray(tile, 3 * TILE_COLS + LANES);
        c40.intoArray(tile, 4 * TILE_COLS);
        c41.intoArray(tile, 4 * TILE_COLS + LANES);
        c50.intoArray(tile, 5 * TILE_COLS);
        c51.intoArray(tile, 5 * TILE_COLS + LANES);
    }

    @Override
    public void multiplyVector(
            boolean transpose, int rows, int cols, MemorySegment a, MemorySegment x, MemorySegment y) {
        if (transpose) {
            multiply(false, false, 1, cols, rows, x, a, y);
        } else {
            multiply(false, false, rows, 1, cols, a, x, y);
        }
    }
}
