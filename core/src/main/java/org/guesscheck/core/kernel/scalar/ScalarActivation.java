package org.guesscheck.core.kernel.scalar;

import org.guesscheck.core.kernel.ActivationStage;
import org.guesscheck.core.kernel.Question;
import org.guesscheck.core.kernel.Stages;
import org.guesscheck.core.network.Activation;
import org.guesscheck.core.network.TanhPolynomial;

/**
 * Scale and activation in plain Java, number by number.
 *
 * @param activation the function
 * @param hiddenScale the factor before it
 */
record ScalarActivation(Activation activation, float hiddenScale) implements ActivationStage {
    @Override
    public void activateRuns(float[] y, int at, int vectors, int runs, int stride) {
        for (int run = 0; run < runs; run++) {
            int from = Stages.BASE + Question.LANES * (at + run * stride);
            for (int i = from; i < from + Question.LANES * vectors; i++) {
                y[i] = activated(y[i] * hiddenScale);
            }
        }
    }

    private float activated(float x) {
        return switch (activation.kind()) {
            case LINEAR -> x;
            case TANH -> TanhPolynomial.tanh(x);
            case LEAKY_RELU -> Float.floatToRawIntBits(x) < 0 ? x * activation.negativeSlope() : x;
        };
    }
}
