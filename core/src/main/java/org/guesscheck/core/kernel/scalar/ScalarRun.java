package org.guesscheck.core.kernel.scalar;

import java.util.Arrays;
import org.guesscheck.core.kernel.descent.DescentShape;
import org.guesscheck.core.kernel.descent.Direction;
import org.guesscheck.core.kernel.descent.Factors;
import org.guesscheck.core.kernel.descent.RowActivations;
import org.guesscheck.core.kernel.descent.RowArithmetic;
import org.guesscheck.core.kernel.descent.TrainingData;

/** One run of gradient descent in a lane of {@link ScalarDescent}. */
final class ScalarRun {
    private final Direction direction;
    private final ForwardPass forward;
    private final BackwardPass backward;
    private final Residuals residuals;

    /** The direction's buffers, in the layout of the weights. */
    private final float[][][] buffers;

    private final float[] squares;
    private final float[] ones;

    final float[][] weights;
    final float[][] gradient;

    ScalarRun(DescentShape shape, TrainingData train, float[][] start) {
        Factors factors = shape.factors();
        direction = shape.direction();
        RowActivations activations = new RowActivations(shape.activation());
        forward = new ForwardPass(factors, activations);
        backward = new BackwardPass(factors, activations);
        residuals = new Residuals(train, shape.entries());
        weights = factors.allocate();
        for (int r = 0; r < weights.length; r++) {
            System.arraycopy(start[r], 0, weights[r], 0, weights[r].length);
        }
        gradient = factors.allocate();
        buffers = new float[direction.buffers()][][];
        Arrays.setAll(buffers, b -> factors.allocate());
        squares = new float[factors.rowLength()];
        ones = new float[factors.rowLength()];
        Arrays.fill(ones, 1);
    }

    float[] product() {
        return forward.product;
    }

    void share(float[] shares) {
        System.arraycopy(shares, 0, residuals.shares, 0, residuals.shares.length);
    }

    /** Computes product and gradient, and returns the sum of the squared residuals. */
    float differentiate() {
        forward.run(weights);
        float squaredResiduals = residuals.run(forward.product);
        backward.run(weights, forward, residuals.gradient, gradient);
        return squaredResiduals;
    }

    float squaredNorm() {
        Arrays.fill(squares, 0);
        for (float[] row : gradient) {
            RowArithmetic.addSquares(squares, row);
        }
        return RowArithmetic.dot(squares, ones);
    }

    void step(float length, float momentum, float correction) {
        for (int r = 0; r < weights.length; r++) {
            switch (direction) {
                case GRADIENT -> RowArithmetic.step(weights[r], length, gradient[r]);
                case MOMENTUM -> {
                    RowArithmetic.accumulate(buffers[0][r], momentum, gradient[r]);
                    RowArithmetic.step(weights[r], length, buffers[0][r]);
                }
                case ADAM -> adam(weights[r], gradient[r], buffers[0][r], buffers[1][r], length, correction);
            }
        }
    }

    private static void adam(float[] w, float[] g, float[] mean, float[] square, float length, float correction) {
        for (int i = 0; i < w.length; i++) {
            mean[i] = Direction.FIRST_DECAY * mean[i] + Direction.FIRST_SHARE * g[i];
            square[i] = Direction.SECOND_DECAY * square[i] + Direction.SECOND_SHARE * (g[i] * g[i]);
            w[i] -= length * mean[i] / ((float) Math.sqrt(square[i]) * correction + Direction.SOFTENING);
        }
    }
}
