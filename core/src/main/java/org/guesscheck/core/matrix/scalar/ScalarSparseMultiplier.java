package org.guesscheck.core.matrix.scalar;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.guesscheck.core.matrix.SparseMatrix;
import org.guesscheck.core.matrix.SparseMultiplier;

/** Sparse products in plain Java, row by row: the reference for all other implementations. */
public final class ScalarSparseMultiplier implements SparseMultiplier {
    private static final int LANES = 16;

    private final SparseMatrix places;
    private final int length;
    private final int threads;

    ScalarSparseMultiplier(SparseMatrix places, int length, int threads) {
        this.places = places;
        this.length = length;
        this.threads = threads;
    }

    @Override
    public String name() {
        return "scalar";
    }

    private IntStream rows() {
        IntStream rows = IntStream.range(0, places.rows());
        return threads > 1 ? rows.parallel() : rows;
    }

    @Override
    public void sample(MemorySegment a, MemorySegment b, MemorySegment values) {
        SparseMultiplier.check(places, values, length, a, b);
        int padded = (length + PART - 1) / PART * PART;
        rows().forEach(i -> {
            float[] row = new float[padded];
            float[] other = new float[padded];
            float[] lanes = new float[LANES];
            read(a, i, row);
            for (int e = places.first(i, 0); e < places.first(i + 1, 0); e++) {
                read(b, places.column(e), other);
                float sum = 0;
                for (int from = 0; from < length; from += PART) {
                    float part = part(row, other, from, lanes);
                    sum = from == 0 ? part : sum + part;
                }
                values.setAtIndex(ValueLayout.JAVA_FLOAT, e, sum);
            }
        });
    }

    private void read(MemorySegment matrix, int row, float[] to) {
        long from = Float.BYTES * (long) row * length;
        MemorySegment.copy(matrix, ValueLayout.JAVA_FLOAT, from, to, 0, length);
    }

    private static float part(float[] a, float[] b, int from, float[] lanes) {
        Arrays.fill(lanes, 0);
        for (int k = from; k < from + PART; k += LANES) {
            for (int l = 0; l < LANES; l++) {
                lanes[l] = Math.fma(a[k + l], b[k + l], lanes[l]);
            }
        }
        return (quarter(lanes, 0) + quarter(lanes, 8)) + (quarter(lanes, 4) + quarter(lanes, 12));
    }

    private static float quarter(float[] lanes, int at) {
        return (lanes[at] + lanes[at + 2]) + (lanes[at + 1] + lanes[at + 3]);
    }

    @Override
    public void multiply(MemorySegment values, MemorySegment b, MemorySegment c) {
        SparseMultiplier.check(places, values, length, c, b);
        rows().forEach(i -> {
            float[] sums = new float[length];
            float[] row = new float[length];
            for (int e = places.first(i, 0); e < places.first(i + 1, 0); e++) {
                read(b, places.column(e), row);
                add(sums, values.getAtIndex(ValueLayout.JAVA_FLOAT, e), row);
            }
            MemorySegment.copy(sums, 0, c, ValueLayout.JAVA_FLOAT, Float.BYTES * (long) i * length, length);
        });
    }

    private static void add(float[] sums, float factor, float[] row) {
        for (int j = 0; j < sums.length; j++) {
            sums[j] = Math.fma(factor, row[j], sums[j]);
        }
    }
}
