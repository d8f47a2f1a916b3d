package org.guesscheck.core.network;

import java.util.Objects;

/**
 * A fully connected factorization W = s(... s(s(W_1) W_2) ...) W_d of depth d and width k, with a prior on its weights.
 *
 * <p>W_1 is rows x k, the middle factors are k x k, W_d is k x cols; for d = 1 the only factor is rows x cols. Every factor is
 * multiplied by 1 / sqrt(its number of columns), as in the code of Alexander et al. (arXiv 2506.03931). The activation s follows
 * every factor but the last.
 *
 * @param width hidden width k, at least 1; without meaning at depth 1
 * @param depth number of factors d, at least 1
 * @param activation the activation between factors
 * @param prior the distribution of the weights
 * @param normalized whether the product is divided by its Frobenius norm plus the softening
 * @param softening added to the norm, finite and not negative. A value below 2^-60 counts as 2^-60, so that a product of zeros
 *     is divided by a number above 0 and stays zeros. Without meaning for a network that is not normalized
 */
public record Network(int width, int depth, Activation activation, Prior prior, boolean normalized, float softening) {
    /** The softening in the code of Alexander et al. (arXiv 2506.03931). */
    public static final float SOFTENING = 1e-6f;

    /**
     * Checks every component.
     *
     * @throws IllegalArgumentException if one is out of range
     */
    public Network {
        Objects.requireNonNull(activation, "activation");
        Objects.requireNonNull(prior, "prior");
        if (width < 1) {
            throw new IllegalArgumentException("width: " + width + "; at least 1 is allowed");
        }
        if (depth < 1) {
            throw new IllegalArgumentException("depth: " + depth + "; at least 1 is allowed");
        }
        if (!(softening >= 0) || Float.isInfinite(softening)) {
            throw new IllegalArgumentException("softening: " + softening + "; a finite number not below 0 is allowed");
        }
    }

    /**
     * A linear network with a Gaussian prior that is not normalized.
     *
     * @param width hidden width, at least 1
     * @param depth number of factors, at least 1
     * @return the network
     */
    public static Network linear(int width, int depth) {
        return new Network(width, depth, Activation.LINEAR, Prior.GAUSSIAN, false, SOFTENING);
    }

    /**
     * The same network with another activation.
     *
     * @param other the activation
     * @return a new network
     */
    public Network with(Activation other) {
        return new Network(width, depth, other, prior, normalized, softening);
    }

    /**
     * The same network with another prior.
     *
     * @param other the prior
     * @return a new network
     */
    public Network with(Prior other) {
        return new Network(width, depth, activation, other, normalized, softening);
    }

    /**
     * The same network with its product divided by its norm.
     *
     * @return a new network
     */
    public Network normalize() {
        return new Network(width, depth, activation, prior, true, softening);
    }
}
