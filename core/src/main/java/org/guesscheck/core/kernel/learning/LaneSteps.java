package org.guesscheck.core.kernel.learning;

import java.util.Arrays;
import org.guesscheck.core.kernel.Question;
import org.guesscheck.core.kernel.Stages;
import org.guesscheck.core.kernel.descent.Direction;

/** Steps of some weights of 16 networks, with what they remember of earlier gradients. For one thread. */
public final class LaneSteps {
    private static final int LANES = Question.LANES;
    private static final int BASE = Stages.BASE;

    /** Decay of the running average of squared norms, and what is added to its root (Alexander et al., arXiv 2506.03931). */
    private static final double NORM_DECAY = 0.99;

    private static final double NORM_SOFTENING = 1e-6;

    private final Rule rule;
    private final int vectors;
    private final float[] mean;
    private final float[] square;
    private final double[] norms = new double[LANES];
    private double firstPower = 1;
    private double secondPower = 1;
    private double normPower = 1;

    /**
     * How steps are made of gradients.
     *
     * @param direction along the gradient, a buffer of gradients, or Adam's
     * @param byNorm whether the learning rate is divided by the root of the running average of the squared norm of the whole gradient
     * @param learningRate above 0
     * @param momentum of the buffer, 0 up to, but not including, 1
     */
    public record Rule(Direction direction, boolean byNorm, double learningRate, double momentum) {}

    LaneSteps(Rule rule, int vectors) {
        this.rule = rule;
        this.vectors = vectors;
        int buffers = rule.direction().buffers();
        mean = LaneLayers.buffer(buffers > 0 ? vectors : 0);
        square = LaneLayers.buffer(buffers > 1 ? vectors : 0);
    }

    void clear() {
        Arrays.fill(mean, 0);
        Arrays.fill(square, 0);
        Arrays.fill(norms, 0);
        firstPower = 1;
        secondPower = 1;
        normPower = 1;
    }

    /** Adds the squares of all gradients of each lane. */
    void addSquares(float[] gradient, double[] squares) {
        if (!rule.byNorm()) {
            return;
        }
        for (int i = BASE; i < BASE + LANES * vectors; i += LANES) {
            for (int l = 0; l < LANES; l++) {
                squares[l] += (double) gradient[i + l] * gradient[i + l];
            }
        }
    }

    /** Makes a step in the lanes with a bit. */
    void step(float[] weights, float[] gradient, double[] squares, int learning) {
        float[] length = lengths(squares, learning);
        switch (rule.direction()) {
            case GRADIENT -> {
                for (int i = BASE; i < BASE + LANES * vectors; i += LANES) {
                    for (int l = 0; l < LANES; l++) {
                        weights[i + l] -= length[l] * gradient[i + l];
                    }
                }
            }
            case MOMENTUM -> {
                float momentum = (float) rule.momentum();
                for (int i = BASE; i < BASE + LANES * vectors; i += LANES) {
                    for (int l = 0; l < LANES; l++) {
                        mean[i + l] = momentum * mean[i + l] + gradient[i + l];
                        weights[i + l] -= length[l] * mean[i + l];
                    }
                }
            }
            case ADAM -> adam(weights, gradient, length);
        }
    }

    private void adam(float[] weights, float[] gradient, float[] length) {
        float correction = (float) (1 / Math.sqrt(1 - secondPower));
        for (int i = BASE; i < BASE + LANES * vectors; i += LANES) {
            for (int l = 0; l < LANES; l++) {
                float g = gradient[i + l];
                mean[i + l] = Direction.FIRST_DECAY * mean[i + l] + Direction.FIRST_SHARE * g;
                square[i + l] = Direction.SECOND_DECAY * square[i + l] + Direction.SECOND_SHARE * (g * g);
                weights[i + l] -= length[l]
                        * (mean[i + l] / ((float) Math.sqrt(square[i + l]) * correction + Direction.SOFTENING));
            }
        }
    }

    private float[] lengths(double[] squares, int learning) {
        firstPower *= Direction.FIRST_DECAY;
        secondPower *= Direction.SECOND_DECAY;
        normPower *= NORM_DECAY;
        float[] lengths = new float[LANES];
        for (int l = 0; l < LANES; l++) {
            double length = rule.learningRate();
            if (rule.byNorm()) {
                norms[l] = NORM_DECAY * norms[l] + (1 - NORM_DECAY) * squares[l];
                length /= Math.sqrt(norms[l] / (1 - normPower)) + NORM_SOFTENING;
            }
            if (rule.direction() == Direction.ADAM) {
                length /= 1 - firstPower;
            }
            lengths[l] = (learning >> l & 1) == 1 ? (float) length : 0;
        }
        return lengths;
    }
}
