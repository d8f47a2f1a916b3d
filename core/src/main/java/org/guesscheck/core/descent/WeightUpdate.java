package org.guesscheck.core.descent;

import java.util.Arrays;

/** One step of an optimizer, and what it remembers of the steps before. */
final class WeightUpdate {
    private static final double DECAY = 0.99;
    private static final double SOFTENING = 1e-6;

    private final Optimizer optimizer;
    private final double learningRate;
    private final float momentum;
    private final float[][] buffer;
    private final float[] squares;
    private final float[] ones;
    private double average;
    private double forgotten = 1;

    /** Momentum 0 steps along the gradient itself. */
    WeightUpdate(Factors factors, Optimizer optimizer, double learningRate, double momentum) {
        this.optimizer = optimizer;
        this.learningRate = learningRate;
        this.momentum = (float) momentum;
        buffer = momentum == 0 ? new float[0][] : factors.allocate();
        squares = new float[factors.rowLength()];
        ones = new float[factors.rowLength()];
        Arrays.fill(ones, 1);
    }

    void run(float[][] weights, float[][] gradient) {
        float step = (float) stepLength(gradient);
        for (int r = 0; r < weights.length; r++) {
            if (buffer.length == 0) {
                Rows.step(weights[r], step, gradient[r]);
            } else {
                Rows.accumulate(buffer[r], momentum, gradient[r]);
                Rows.step(weights[r], step, buffer[r]);
            }
        }
    }

    private double stepLength(float[][] gradient) {
        if (optimizer == Optimizer.GD) {
            return learningRate;
        }
        Arrays.fill(squares, 0);
        for (float[] row : gradient) {
            Rows.addSquares(squares, row);
        }
        average = DECAY * average + (1 - DECAY) * Rows.dot(squares, ones);
        forgotten *= DECAY;
        return learningRate / (Math.sqrt(average / (1 - forgotten)) + SOFTENING);
    }
}
