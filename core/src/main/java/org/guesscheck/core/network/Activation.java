package org.guesscheck.core.network;

/**
 * The entrywise activation between layers.
 *
 * @param kind the function s
 * @param negativeSlope slope of the leaky rectifier below zero, in [0, 1]; 1 for the other functions
 */
public record Activation(Kind kind, float negativeSlope) {
    /** The activation functions. */
    public enum Kind {
        /** The identity. */
        LINEAR,
        /** The hyperbolic tangent. */
        TANH,
        /** x for x above zero, otherwise the negative slope times x. */
        LEAKY_RELU
    }

    /** The identity. */
    public static final Activation LINEAR = new Activation(Kind.LINEAR, 1);

    /** The hyperbolic tangent. */
    public static final Activation TANH = new Activation(Kind.TANH, 1);

    /** The leaky rectifier with the paper's slope 0.2. */
    public static final Activation LEAKY_RELU = leakyRelu(0.2f);

    /**
     * Checks the slope.
     *
     * @throws IllegalArgumentException if the slope is not in [0, 1]
     */
    public Activation {
        if (!(negativeSlope >= 0 && negativeSlope <= 1)) {
            throw new IllegalArgumentException("negativeSlope: " + negativeSlope + "; 0 to 1 is allowed");
        }
    }

    /**
     * An activation by its function alone.
     *
     * @param kind which function
     * @return the activation; the leaky rectifier's has the paper's slope 0.2
     */
    public static Activation of(Kind kind) {
        return switch (kind) {
            case LINEAR -> LINEAR;
            case TANH -> TANH;
            case LEAKY_RELU -> LEAKY_RELU;
        };
    }

    /**
     * A leaky rectifier.
     *
     * @param negativeSlope slope below zero, in [0, 1]
     * @return the activation
     * @throws IllegalArgumentException if the slope is out of range
     */
    public static Activation leakyRelu(float negativeSlope) {
        return new Activation(Kind.LEAKY_RELU, negativeSlope);
    }

    /**
     * Whether s(c x) = c s(x) for every c above zero. Then all layer scales may be applied to the product at the end.
     *
     * @return false for tanh
     */
    public boolean homogeneous() {
        return kind != Kind.TANH;
    }
}
