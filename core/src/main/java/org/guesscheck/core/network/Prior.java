package org.guesscheck.core.network;

/** The distribution of every weight before its layer's scale. */
public enum Prior {
    /** Normal with mean 0 and variance 1. */
    GAUSSIAN,
    /** Uniform on [-1, 1], not rescaled to unit variance. */
    UNIFORM
}
