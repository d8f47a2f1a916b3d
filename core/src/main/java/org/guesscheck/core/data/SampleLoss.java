package org.guesscheck.core.data;

/** Losses that gradient descent lowers, for the outputs of one sample. */
public enum SampleLoss {
    /** ln(1 + exp(-o)) for one output, with the sign of o changed for label 0; for several, -ln(exp(o_y) / sum of exp(o_c)). */
    LOGISTIC,
    /** The sum of (o_c - t_c)^2, where the target t is 1 for the label's output and -1 for the others; for one output 1 or -1. */
    SQUARE
}
