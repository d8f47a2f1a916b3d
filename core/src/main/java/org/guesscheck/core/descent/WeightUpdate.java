package org.guesscheck.core.descent;

import java.util.Arrays;

/** One step of an optimizer: b = momentum b + gradient, weights -= step length * b. */
final class WeightUpdate {
    private final StepLength length;
    private final float momentum;
    private final float[][] buffer;
    private final float[] squares;
    private final float[] ones;

    /** With momentum 0 there is no buffer b, and steps go along the gradient itself. */
    WeightUpdate(Factors factors, Optimizer optimizer, double learningRate, double momentum) {
        length = new StepLength(optimizer, learningRate);
        this.momentum = (float) momentum;
        buffer = momentum == 0 ? new float[0][] : factors.allocate();
        squares = new float[factors.rowLength()];
        ones = new float[factors.rowLength()];
        Arrays.fill(ones, 1);
    }

    void run(float[][] weights, float[][] gradient) {
        float step = (float) length.next(length.needsNorm() ? squaredNorm(gradient) : 0);
        for (int r = 0; r < weights.length; r++) {
            if (buffer.length == 0) {
                RowArithmetic.step(weights[r], step, gradient[r]);
            } else {
                RowArithmetic.accumulate(buffer[r], momentum, gradient[r]);
                RowArithmetic.step(weights[r], step, buffer[r]);
            }
        }
    }

    private double squaredNorm(float[][] gradient) {
        Arrays.fill(squares, 0);
        for (float[] row : gradient) {
            RowArithmetic.addSquares(squares, row);
        }
        return RowArithmetic.dot(squares, ones);
    }
}
