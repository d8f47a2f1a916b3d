package org.guesscheck.core.descent;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.Arrays;

/** One step of an optimizer on matrices off the heap; the same step as {@link WeightUpdate}'s but for rounding. */
final class LargeUpdate {
    private final Factors factors;
    private final StepLength length;
    private final float momentum;
    private final MemorySegment[] buffer;

    /** Momentum 0 steps along the gradient itself. */
    LargeUpdate(Arena arena, Factors factors, StepLength length, double momentum) {
        this.factors = factors;
        this.length = length;
        this.momentum = (float) momentum;
        buffer = momentum == 0 ? new MemorySegment[0] : FactorMemory.matrices(arena, factors);
    }

    void run(MemorySegment[] weights, MemorySegment[] gradient) {
        float step = (float) length.next(length.needsNorm() ? squaredNorm(gradient) : 0);
        for (int f = 0; f < weights.length; f++) {
            float[] weight = new float[factors.colsOf(f)];
            float[] direction = new float[weight.length];
            float[] average = new float[buffer.length == 0 ? 0 : weight.length];
            for (int r = 0; r < factors.rowsOf(f); r++) {
                FactorMemory.read(weights[f], r, weight);
                FactorMemory.read(gradient[f], r, direction);
                if (buffer.length > 0) {
                    FactorMemory.read(buffer[f], r, average);
                    Rows.accumulate(average, momentum, direction);
                    FactorMemory.write(average, buffer[f], r);
                }
                Rows.step(weight, step, buffer.length > 0 ? average : direction);
                FactorMemory.write(weight, weights[f], r);
            }
        }
    }

    private double squaredNorm(MemorySegment[] gradient) {
        double sum = 0;
        for (int f = 0; f < gradient.length; f++) {
            float[] row = new float[factors.colsOf(f)];
            float[] squares = new float[row.length];
            float[] ones = new float[row.length];
            Arrays.fill(ones, 1);
            for (int r = 0; r < factors.rowsOf(f); r++) {
                FactorMemory.read(gradient[f], r, row);
                Rows.addSquares(squares, row);
            }
            sum += Rows.dot(squares, ones);
        }
        return sum;
    }
}
