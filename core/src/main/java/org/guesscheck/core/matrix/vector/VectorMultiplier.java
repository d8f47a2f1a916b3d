package org.guesscheck.core.matrix.vector;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.util.stream.IntStream;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;
import org.guesscheck.core.matrix.GemmShape;
import org.guesscheck.core.matrix.Multiplier;
import org.guesscheck.core.platform.CacheLine;

/**
 * Matrix products by the Vector API. A tile of c, 6 rows by 2 vectors of columns, is summed in registers. Its terms come from
 * packed strips of a and b (Goto and van de Geijn, "Anatomy of high-performance matrix multiplication", 2008).
 *
 * <p>Several threads may use one multiplier.
 */
public final class VectorMultiplier implements Multiplier {
    private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
    private static final int LANES = SPECIES.length();
    private static final int TILE_ROWS = 6;
    private static final int TILE_COLS = 2 * LANES;
    /** Terms of a packed strip. A strip of b, 256 x 2 vectors, stays in the first-level cache. */
    private static final int DEPTH = 256;
    /** Rows of a task. Its packed rows of a, 96 x 256 floats, stay in the second-level cache. */
    private static final int TASK_ROWS = 16 * TILE_ROWS;

    /** Index of a task's first packed row, after room for one tile: a tile at the edge of c is summed there. */
    private static final int PACKED = CacheLine.FIRST_FLOAT + TILE_ROWS * TILE_COLS;

    /** Index of a row or column of a while it is packed. */
    private static final int LINE = PACKED + TASK_ROWS * DEPTH;

    private static final ByteOrder ORDER = ByteOrder.nativeOrder();

    private final int threads;

    /** Room for the packed strips, kept between calls: to get fresh memory may take longer than the product. */
    private final Buffers lefts = new Buffers();

    private final Buffers rights = new Buffers();

    /**
     * Makes a multiplier.
     *
     * @param threads 1; or more, to compute blocks of rows in parallel on the common pool
     */
    public VectorMultiplier(int threads) {
        this.threads = threads;
    }

    @Override
    public String name() {
        return "vector-" + SPECIES.vectorBitSize();
    }

    @Override
    public void multiply(GemmShape shape, MemorySegment a, MemorySegment b, MemorySegment c) {
        shape.check(a, b, c);
        boolean transposeA = shape.transposeA();
        boolean transposeB = shape.transposeB();
        int m = shape.m();
        int n = shape.n();
        int k = shape.k();
        int strips = (n + TILE_COLS - 1) / TILE_COLS;
        float[] right = rights.take(CacheLine.FIRST_FLOAT + strips * TILE_COLS * Math.min(DEPTH, k));
        for (int first = 0; first < k; first += DEPTH) {
            int depth = Math.min(DEPTH, k - first);
            int from = first;
            tasks(strips).forEach(s -> packRight(transposeB, n, k, b, from, depth, s, right));
            tasks((m + TASK_ROWS - 1) / TASK_ROWS).forEach(t -> {
                int end = Math.min(m, (t + 1) * TASK_ROWS);
                float[] left = lefts.take(LINE + DEPTH);
                packLeft(transposeA, m, k, a, from, depth, t * TASK_ROWS, end, left);
                block(left, right, depth, t * TASK_ROWS, end, n, from > 0, c);
                lefts.give(left);
            });
        }
        rights.give(right);
    }

    private IntStream tasks(int count) {
        IntStream tasks = IntStream.range(0, count);
        return threads > 1 ? tasks.parallel() : tasks;
    }

    /** right[strip][r][column in strip] = b[first + r][column], with zeros after the last column. */
    private static void packRight(
            boolean transposed, int n, int k, MemorySegment b, int first, int depth, int strip, float[] right) {
        int column = strip * TILE_COLS;
        int count = Math.min(TILE_COLS, n - column);
        int at = CacheLine.FIRST_FLOAT + strip * TILE_COLS * depth;
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

    /** left[tile][r][row in tile] = a[row][first + r], with undefined numbers after the last row. */
    private static void packLeft(
            boolean transposed, int m, int k, MemorySegment a, int first, int depth, int row, int end, float[] left) {
        int rows = end - row;
        if (transposed) {
            for (int r = 0; r < depth; r++) {
                MemorySegment.copy(
                        a, ValueLayout.JAVA_FLOAT, Float.BYTES * ((long) (first + r) * m + row), left, LINE, rows);
                for (int i = 0, at = PACKED + r * TILE_ROWS; i < rows; i += TILE_ROWS, at += TILE_ROWS * depth) {
                    System.arraycopy(left, LINE + i, left, at, Math.min(TILE_ROWS, rows - i));
                }
            }
            return;
        }
        for (int i = 0; i < rows; i++) {
            MemorySegment.copy(
                    a, ValueLayout.JAVA_FLOAT, Float.BYTES * ((long) (row + i) * k + first), left, LINE, depth);
            int at = PACKED + i / TILE_ROWS * TILE_ROWS * depth + i % TILE_ROWS;
            for (int r = 0; r < depth; r++) {
                left[at + r * TILE_ROWS] = left[LINE + r];
            }
        }
    }

    private static void block(
            float[] left, float[] right, int depth, int row, int end, int n, boolean add, MemorySegment c) {
        long next = (long) Float.BYTES * n;
        for (int column = 0; column < n; column += TILE_COLS) {
            int cols = Math.min(TILE_COLS, n - column);
            int r = CacheLine.FIRST_FLOAT + column * depth;
            for (int i = row; i < end; i += TILE_ROWS) {
                int l = PACKED + (i - row) * depth;
                long at = i * next + (long) Float.BYTES * column;
                if (cols == TILE_COLS && i + TILE_ROWS <= end) {
                    tile(left, l, right, r, depth, add, c, at, next);
                } else {
                    edge(left, l, right, r, depth, add, c, at, next, Math.min(TILE_ROWS, end - i), cols);
                }
            }
        }
    }

    /** Sums a tile at the edge of c, of which only some rows and columns exist, in the room before the packed rows. */
    private static void edge(
            float[] left,
            int l,
            float[] right,
            int r,
            int depth,
            boolean add,
            MemorySegment c,
            long at,
            long next,
            int rows,
            int cols) {
        MemorySegment room = MemorySegment.ofArray(left);
        long start = (long) Float.BYTES * CacheLine.FIRST_FLOAT;
        long row = (long) Float.BYTES * TILE_COLS;
        long bytes = (long) Float.BYTES * cols;
        for (int i = 0; add && i < rows; i++) {
            MemorySegment.copy(c, at + i * next, room, start + i * row, bytes);
        }
        tile(left, l, right, r, depth, add, room, start, row);
        for (int i = 0; i < rows; i++) {
            MemorySegment.copy(room, start + i * row, c, at + i * next, bytes);
        }
    }

    /** c[i][j] = (add ? c[i][j] : 0) + sum over p of left[p][i] * right[p][j], for 6 rows i and 2 vectors of columns j. */
    private static void tile(
            float[] left, int l, float[] right, int r, int depth, boolean add, MemorySegment c, long at, long next) {
        FloatVector zero = FloatVector.zero(SPECIES);
        FloatVector c00 = zero, c01 = zero, c10 = zero, c11 = zero, c20 = zero, c21 = zero;
        FloatVector c30 = zero, c31 = zero, c40 = zero, c41 = zero, c50 = zero, c51 = zero;
        long second = SPECIES.vectorByteSize();
        if (add) {
            c00 = FloatVector.fromMemorySegment(SPECIES, c, at, ORDER);
            c01 = FloatVector.fromMemorySegment(SPECIES, c, at + second, ORDER);
            c10 = FloatVector.fromMemorySegment(SPECIES, c, at + next, ORDER);
            c11 = FloatVector.fromMemorySegment(SPECIES, c, at + next + second, ORDER);
            c20 = FloatVector.fromMemorySegment(SPECIES, c, at + 2 * next, ORDER);
            c21 = FloatVector.fromMemorySegment(SPECIES, c, at + 2 * next + second, ORDER);
            c30 = FloatVector.fromMemorySegment(SPECIES, c, at + 3 * next, ORDER);
            c31 = FloatVector.fromMemorySegment(SPECIES, c, at + 3 * next + second, ORDER);
            c40 = FloatVector.fromMemorySegment(SPECIES, c, at + 4 * next, ORDER);
            c41 = FloatVector.fromMemorySegment(SPECIES, c, at + 4 * next + second, ORDER);
            c50 = FloatVector.fromMemorySegment(SPECIES, c, at + 5 * next, ORDER);
            c51 = FloatVector.fromMemorySegment(SPECIES, c, at + 5 * next + second, ORDER);
        }
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
        c00.intoMemorySegment(c, at, ORDER);
        c01.intoMemorySegment(c, at + second, ORDER);
        c10.intoMemorySegment(c, at + next, ORDER);
        c11.intoMemorySegment(c, at + next + second, ORDER);
        c20.intoMemorySegment(c, at + 2 * next, ORDER);
        c21.intoMemorySegment(c, at + 2 * next + second, ORDER);
        c30.intoMemorySegment(c, at + 3 * next, ORDER);
        c31.intoMemorySegment(c, at + 3 * next + second, ORDER);
        c40.intoMemorySegment(c, at + 4 * next, ORDER);
        c41.intoMemorySegment(c, at + 4 * next + second, ORDER);
        c50.intoMemorySegment(c, at + 5 * next, ORDER);
        c51.intoMemorySegment(c, at + 5 * next + second, ORDER);
    }

    @Override
    public void multiplyVector(
            boolean transpose, int rows, int cols, MemorySegment a, MemorySegment x, MemorySegment y) {
        if (transpose) {
            multiply(GemmShape.plain(1, cols, rows), x, a, y);
        } else {
            multiply(GemmShape.plain(rows, 1, cols), a, x, y);
        }
    }
}
