package org.guesscheck.core.descent;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.guesscheck.core.kernel.descent.Factors;
import org.guesscheck.core.kernel.descent.RowArithmetic;

/**
 * One step of an optimizer on matrices off the heap: the step of {@link WeightUpdate}, with another rounding. Matrices are cut into
 * the same slices for every number of threads, so that the bits do not depend on that number.
 */
final class LargeUpdate {
    /** Floats of a slice, which is one task. */
    private static final int SLICE = 1 << 18;

    /** Number of sums of squares in a slice. Float i is added to sum i mod 2^11. */
    private static final int SUMS = 1 << 11;

    /** Floats of one row of work, 2 KiB: rows of weights, gradient and momentum stay in the first-level cache. */
    private static final int ROW = 1 << 9;

    /** A slice: its factor, and its number within the factor. */
    private record Slice(int factor, int number) {}

    private final StepLength length;
    private final float momentum;
    private final MemorySegment[] buffer;
    private final int threads;
    /** The slices of all factors in one list, because starting threads for each factor anew would take time. */
    private final List<Slice> slices;

    /** Momentum 0 steps along the gradient itself. */
    LargeUpdate(Arena arena, Factors factors, StepLength length, double momentum, int threads) {
        this.length = length;
        this.momentum = (float) momentum;
        this.threads = threads;
        buffer = momentum == 0 ? new MemorySegment[0] : FactorMemory.matrices(arena, factors);
        slices = IntStream.range(0, factors.depth())
                .boxed()
                .flatMap(f -> IntStream.range(0, slices(factors, f)).mapToObj(number -> new Slice(f, number)))
                .toList();
    }

    private static int slices(Factors factors, int factor) {
        return (int) (((long) factors.rowsOf(factor) * factors.colsOf(factor) + SLICE - 1) / SLICE);
    }

    void run(MemorySegment[] weights, MemorySegment[] gradient) {
        float step = (float) length.next(length.needsNorm() ? squaredNorm(gradient) : 0);
        slices().forEach(slice -> {
            int f = slice.factor;
            step(weights[f], gradient[f], buffer.length == 0 ? null : buffer[f], step, slice.number);
        });
    }

    private Stream<Slice> slices() {
        return threads > 1 ? slices.parallelStream() : slices.stream();
    }

    private static long floats(MemorySegment matrix) {
        return matrix.byteSize() / Float.BYTES;
    }

    private void step(MemorySegment weights, MemorySegment gradient, MemorySegment averages, float step, int slice) {
        float[] weight = new float[ROW];
        float[] direction = new float[ROW];
        float[] average = new float[averages == null ? 0 : ROW];
        long end = Math.min(floats(weights), (slice + 1L) * SLICE);
        for (long at = (long) slice * SLICE; at < end; at += ROW) {
            int count = (int) Math.min(ROW, end - at);
            read(weights, at, count, weight);
            read(gradient, at, count, direction);
            if (averages != null) {
                read(averages, at, count, average);
                RowArithmetic.accumulate(average, momentum, direction);
                write(average, count, averages, at);
            }
            RowArithmetic.step(weight, step, averages != null ? average : direction);
            write(weight, count, weights, at);
        }
    }

    private double squaredNorm(MemorySegment[] gradient) {
        double sum = 0;
        // A loop, because a parallel sum() would not keep the order of the slices.
        for (double part : slices().mapToDouble(slice -> squares(gradient[slice.factor], slice.number))
                .toArray()) {
            sum += part;
        }
        return sum;
    }

    private static double squares(MemorySegment matrix, int slice) {
        float[] row = new float[ROW];
        float[][] squares = new float[SUMS / ROW][ROW];
        long end = Math.min(floats(matrix), (slice + 1L) * SLICE);
        for (long at = (long) slice * SLICE; at < end; at += ROW) {
            int count = (int) Math.min(ROW, end - at);
            read(matrix, at, count, row);
            Arrays.fill(row, count, ROW, 0);
            RowArithmetic.addSquares(squares[(int) (at % SUMS) / ROW], row);
        }
        float[] sums = new float[SUMS];
        for (int part = 0; part < squares.length; part++) {
            System.arraycopy(squares[part], 0, sums, part * ROW, ROW);
        }
        float[] ones = new float[SUMS];
        Arrays.fill(ones, 1);
        return RowArithmetic.dot(sums, ones);
    }

    private static void read(MemorySegment matrix, long at, int count, float[] row) {
        MemorySegment.copy(matrix, ValueLayout.JAVA_FLOAT, Float.BYTES * at, row, 0, count);
    }

    private static void write(float[] row, int count, MemorySegment matrix, long at) {
        MemorySegment.copy(row, 0, matrix, ValueLayout.JAVA_FLOAT, Float.BYTES * at, count);
    }
}
