package org.guesscheck.core.kernel.descent;

import org.guesscheck.core.network.Activation;
import org.guesscheck.core.network.TanhPolynomial;

/** The activation s and its derivative s', applied to whole rows. */
public final class RowActivations {
    private final Activation activation;

    /**
     * For one activation.
     *
     * @param activation the function s
     */
    public RowActivations(Activation activation) {
        this.activation = activation;
    }

    /**
     * Whether the activation is the identity.
     *
     * @return true if nothing is to be done
     */
    public boolean linear() {
        return activation.kind() == Activation.Kind.LINEAR;
    }

    /**
     * row = s(row).
     *
     * @param row pre-activations, which become features
     */
    public void apply(float[] row) {
        switch (activation.kind()) {
            case LINEAR -> {}
            case TANH -> tanh(row);
            case LEAKY_RELU -> leakyRelu(row, activation.negativeSlope());
        }
    }

    /**
     * gradient *= s'(x), given the outputs s(x). At 0 the leaky rectifier has its negative slope.
     *
     * @param gradient the gradient in the features, which becomes that in the pre-activations
     * @param outputs the features s(x)
     */
    public void differentiate(float[] gradient, float[] outputs) {
        switch (activation.kind()) {
            case LINEAR -> {}
            case TANH -> tanhSlope(gradient, outputs);
            case LEAKY_RELU -> leakyReluSlope(gradient, outputs, activation.negativeSlope());
        }
    }

    private static void tanh(float[] row) {
        for (int i = 0; i < row.length; i++) {
            row[i] = TanhPolynomial.rational(row[i]);
        }
    }

    private static void tanhSlope(float[] gradient, float[] outputs) {
        for (int i = 0; i < gradient.length; i++) {
            gradient[i] *= 1 - outputs[i] * outputs[i];
        }
    }

    private static void leakyRelu(float[] row, float slope) {
        for (int i = 0; i < row.length; i++) {
            row[i] = Math.max(row[i], slope * row[i]);
        }
    }

    private static void leakyReluSlope(float[] gradient, float[] outputs, float slope) {
        for (int i = 0; i < gradient.length; i++) {
            // Exactly 1 or 0, without a branch, because the processor can't predict the signs.
            float positive = Math.signum(Math.max(outputs[i], 0f));
            gradient[i] *= positive + (1 - positive) * slope;
        }
    }
}
